"""The task `plugins`: who is plugged in, what each brings, and who was skipped."""

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mas.cli.recipes import Recipe, list_recipes
from mas.config.folders import config_folders
from mas.host import PluginFailure, PluginHost, PluginInfo
from mas.protocols import TaskContext

_INDENT = "  "
_LABEL = 12
_WIDTH = 100


def run(context: TaskContext) -> int:
    """Answer with every plugin; a skipped one is told, it is no failure of this task."""
    host: PluginHost = context.host
    recipes = _recipes(host)
    parts = [_about(plugin, recipes.get(plugin.name, ())) for plugin in host.plugins]
    if yours := recipes.get("yours"):
        parts.append(_block("yours (this folder)", {"recipes": yours}))
    skipped = [_skipped(failure) for failure in host.failures]
    skipped += [f"{_INDENT}recipe {recipe.name}: {recipe.broken}" for recipe in _broken(host)]
    if skipped:
        parts.append("\n".join(["skipped", *skipped]))
    if host.hint:
        parts.append(host.hint)
    context.answer("\n\n".join(parts), document(host))
    return 0


def document(host: PluginHost) -> dict[str, Any]:
    """Return the same as JSON."""
    recipes = _recipes(host)
    return {
        "plugins": [_entry(plugin, recipes.get(plugin.name, ())) for plugin in host.plugins],
        "your_recipes": list(recipes.get("yours", ())),
        "failures": [_failure(failure) for failure in host.failures],
        "broken_recipes": {recipe.name: recipe.broken for recipe in _broken(host)},
        "hint": host.hint,
    }


def _recipes(host: PluginHost) -> dict[str, tuple[str, ...]]:
    """Return the names of the recipes by provider; the one that is used, where two share a name."""
    found: dict[str, tuple[str, ...]] = {}
    for recipe in list_recipes(config_folders(host, Path.cwd())):
        if not recipe.broken:
            found[recipe.origin] = (*found.get(recipe.origin, ()), recipe.name)
    return found


def _broken(host: PluginHost) -> list[Recipe]:
    return [it for it in list_recipes(config_folders(host, Path.cwd())) if it.broken]


def _about(plugin: PluginInfo, recipes: Iterable[str]) -> str:
    """Describe one plugin: a line, then what it brings."""
    origin = f"{plugin.distribution} {plugin.version}".strip() or "not installed"
    brings = {
        "components": [f"{one.slot}={one.kind}" for one in plugin.components],
        "recipes": recipes,
        "tasks": [task.name for task in plugin.tasks],
        "blocks": [block.label for block in plugin.blocks],
        "hooks": plugin.hooks,
    }
    return _block(f"{plugin.name} ({plugin.module}, {origin})", brings)


def _block(title: str, brings: Mapping[str, Iterable[str]]) -> str:
    lines = [title]
    for label, names in brings.items():
        if words := ", ".join(names):
            first = f"{_INDENT}{label:{_LABEL}}"
            lines.append(
                textwrap.fill(
                    words,
                    _WIDTH,
                    initial_indent=first,
                    subsequent_indent=" " * len(first),
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
    return "\n".join(lines)


def _skipped(failure: PluginFailure) -> str:
    origin = f" ({failure.distribution} {failure.version})" if failure.distribution else ""
    return f"{_INDENT}{failure.name}{origin}: {failure.reason}"


def _entry(plugin: PluginInfo, recipes: Iterable[str]) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "module": plugin.module,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "hooks": list(plugin.hooks),
        "components": [
            {"slot": one.slot, "kind": one.kind, "summary": one.summary}
            for one in plugin.components
        ],
        "recipes": list(recipes),
        "tasks": [{"name": task.name, "summary": task.summary} for task in plugin.tasks],
        "blocks": [block.label for block in plugin.blocks],
        "config_folders": [str(folder.path) for folder in plugin.config_folders],
    }


def _failure(failure: PluginFailure) -> dict[str, str]:
    return {
        "name": failure.name,
        "distribution": failure.distribution,
        "version": failure.version,
        "reason": failure.reason,
    }
