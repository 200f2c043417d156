"""The folders that hold config groups and recipes, and what is in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mas.config.declared import Declared
from mas.paths import shipped

CORE = "core"
YOURS = "yours"
PRIMARY = "config"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder and who brings it: "core", "yours" (the working folder) or a plugin's name.

    `holds` "groups": `render/animatic.yaml` is option animatic of group render. `holds` "recipes":
    `series.yaml` is option series of group recipe.
    """

    provider: str
    path: Path
    holds: Literal["groups", "recipes"] = "groups"

    def file(self, config_path: str) -> Path:
        """Return where the option `config_path` ("render/animatic") would be."""
        if self.holds == "groups":
            return self.path / f"{config_path}.yaml"
        return self.path / f"{config_path.removeprefix('recipe/')}.yaml"

    def has(self, config_path: str) -> bool:
        """Whether this folder holds the option; only the core's has a primary config."""
        group, _, _ = config_path.rpartition("/")
        if self.holds == "recipes":
            return group == "recipe" and self.file(config_path).is_file()
        return bool(group or self.provider == CORE) and self.file(config_path).is_file()

    def options(self) -> Iterator[str]:
        """Yield the config path of every option in this folder, sorted."""
        for path in sorted(self.path.rglob("*.yaml") if self.holds == "groups" else self._flat()):
            if not path.is_file():
                continue
            name = path.relative_to(self.path).with_suffix("").as_posix()
            if self.holds == "recipes":
                yield f"recipe/{name}"
            elif "/" in name:
                yield name

    def _flat(self) -> Iterator[Path]:
        return self.path.glob("*.yaml")


def config_folders(host: Declared, cwd: Path, *more: Path) -> tuple[Folder, ...]:
    """List the folders in the order in which they win: the user's, the core's, the plugins'."""
    core = (Folder(CORE, shipped("conf")), Folder(CORE, shipped("recipes"), "recipes"))
    mine = (*(Folder(YOURS, path.absolute()) for path in more), Folder(YOURS, cwd / "conf"))
    plugins = (Folder(folder.provider, folder.path) for folder in host.config_folders())
    taken = {folder.path.resolve() for folder in core}
    found: list[Folder] = []
    for folder in (*mine, Folder(YOURS, cwd / "recipes", "recipes"), *core, *plugins):
        real = folder.path.resolve()
        if folder in core or (real not in taken and real.is_dir()):
            found.append(folder)
            taken.add(real)
    return tuple(found)


def find(folders: Sequence[Folder], config_path: str) -> Folder | None:
    """Return the folder whose option `config_path` is used."""
    return next((folder for folder in folders if folder.has(config_path)), None)


def groups(folders: Sequence[Folder]) -> dict[str, dict[str, Folder]]:
    """Return every group with its options, and the folder that each comes from."""
    found: dict[str, dict[str, Folder]] = {}
    for folder in folders:
        for config_path in folder.options():
            group, _, name = config_path.rpartition("/")
            found.setdefault(group, {}).setdefault(name, folder)
    return found
