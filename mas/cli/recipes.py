"""The recipes that can be chosen, a line each, and where each comes from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mas.config.folders import YOURS, Folder, config_folders, groups
from mas.config.reading import BrokenFileError, header, load
from mas.paths import shown
from mas.protocols import TaskContext


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe: its name, what its file says first, who brings it, and why it is broken ("")."""

    name: str
    summary: str
    origin: str
    path: Path
    broken: str = ""


def run(context: TaskContext) -> int:
    """Answer with every recipe."""
    found = list_recipes(config_folders(context.host, Path.cwd()))
    context.answer(as_text(found), {"recipes": [_entry(recipe) for recipe in found]})
    return 0


def list_recipes(folders: Sequence[Folder]) -> list[Recipe]:
    """Find every recipe that can be chosen, sorted by name; broken ones say why."""
    options = groups(folders).get("recipe", {})
    return [_recipe(name, folder) for name, folder in sorted(options.items())]


def as_text(recipes: Sequence[Recipe]) -> str:
    """List the recipes that work, a line each."""
    working = [recipe for recipe in recipes if not recipe.broken]
    name_width = max((len(recipe.name) for recipe in working), default=0)
    origin_width = max((len(recipe.origin) for recipe in working), default=0)
    return "\n".join(
        f"  {recipe.name:<{name_width}}  {recipe.origin:<{origin_width}}  {recipe.summary}"
        for recipe in working
    )


def _recipe(name: str, folder: Folder) -> Recipe:
    path = folder.file(f"recipe/{name}")
    origin = folder.provider
    try:
        load(path, at_root=True)
    except BrokenFileError as error:
        return Recipe(name, "", origin, path, broken=str(error).split("\n")[0])
    return Recipe(name, _summary(header(path)), origin, path)


def _summary(lines: Sequence[str]) -> str:
    """Return the first sentence of the comment that a file begins with."""
    text = " ".join(line for line in lines if not line.startswith(("yaml-language-server", "@")))
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def _entry(recipe: Recipe) -> dict[str, Any]:
    entry = {"name": recipe.name, "summary": recipe.summary, "origin": recipe.origin}
    if recipe.origin == YOURS:
        entry["file"] = shown(recipe.path)
    return entry | ({"broken": recipe.broken} if recipe.broken else {})
