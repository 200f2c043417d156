"""What the host knows of a plugin: what it brings, or why it cannot be used."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

from mas.errors import PluginError
from mas.nouns import BlockSpec, Component, Task

_BUILD = re.compile(r"[\w.]+:\w+")


@dataclass(frozen=True, slots=True)
class ConfigFolder:
    """A folder with config groups (and `recipe/`), and the name of the plugin that brings it."""

    provider: str
    path: Path


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """A plugin that works: where it comes from and what it brings.

    `distribution` and `version` are "" for a plugin that was handed over rather than installed.
    """

    name: str
    module: str
    distribution: str
    version: str
    hooks: tuple[str, ...]
    components: tuple[Component, ...] = ()
    tasks: tuple[Task, ...] = ()
    blocks: tuple[BlockSpec, ...] = ()
    config_folders: tuple[ConfigFolder, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginFailure:
    """A plugin that was skipped, and why."""

    name: str
    distribution: str
    version: str
    reason: str

    def __str__(self) -> str:
        origin = f" ({self.distribution} {self.version})" if self.distribution else ""
        return f"plugin {self.name!r}{origin} cannot be used: {self.reason}"

    @classmethod
    def of(
        cls, error: BaseException, name: str, distribution: str, version: str
    ) -> "PluginFailure":
        """Describe the failure that `error` is."""
        reason = str(error) if isinstance(error, PluginError) else describe(error)
        return cls(name, distribution, version, reason)


def module_name(plugin: object) -> str:
    """Return the name of a plugin module, or of the class of a plugin object."""
    return plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__


def own_config(plugin: object) -> list[Path]:
    """Return the `conf` folder of a plugin that is a package (beside a plain module it is not its own)."""
    roots = [Path(root) for root in getattr(plugin, "__path__", ())]
    return [root / "conf" for root in roots if (root / "conf").is_dir()]


def describe(error: BaseException) -> str:
    """Say an error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def declared(plugin: PluginInfo) -> Iterable[str]:
    """Yield what no two plugins may declare, in the user's words."""
    yield from (f"{one.slot} kind {one.kind!r}" for one in plugin.components)
    yield from (f"task {one.name!r}" for one in plugin.tasks)
    yield from (f"block {one.label!r}" for one in plugin.blocks)


def check(plugin: PluginInfo) -> None:
    """Refuse declarations that would fail later, in the middle of somebody's command.

    Raises:
        PluginError: naming the declaration.
    """
    for component in plugin.components:
        _check_build(f"{component.slot} kind {component.kind!r}", "build", component.build)
        _check_config(component)
    for task in plugin.tasks:
        _check_build(f"task {task.name!r}", "run", task.run)


def _check_build(what: str, attribute: str, value: str) -> None:
    if not _BUILD.fullmatch(value):
        raise PluginError(f"{what} has {attribute} {value!r}; write package.module:callable")


def _check_config(component: Component) -> None:
    what = f"{component.slot} kind {component.kind!r}"
    if not is_dataclass(component.config):
        raise PluginError(f"{what} has the config {component.config!r}, which is no dataclass")
    try:
        get_type_hints(component.config)
    except NameError as error:
        raise PluginError(
            f"{what} has a config whose types cannot be read: {error}; import them outside TYPE_CHECKING"
        ) from error
