"""What config needs to know of the plugins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Protocol, get_type_hints

from mas.nouns import Component, Task

MULTI_SLOTS = ("evaluator", "use_case")
NO_TARGET = "_target_ is refused everywhere; choose a component with its kind"
NO_HYDRA = (
    "mas has no use for Hydra's own settings: it runs the jobs of a sweep (-m) itself and writes "
    "no outputs; --config-dir adds a folder"
)
FREE_TEXT = ("brief", "prompt", "title", "name", "rows", "production", "state_dir", "value")


class ConfigFolder(Protocol):
    """A folder with config groups, and the plugin that brings it."""

    @property
    def provider(self) -> str:
        """Name of the plugin."""
        ...

    @property
    def path(self) -> Path:
        """The folder."""
        ...


class Declared(Protocol):
    """The part of the plugin host that config reads."""

    def components(self) -> Sequence[Component]:
        """Return every component that YAML can choose."""
        ...

    def tasks(self) -> Sequence[Task]:
        """Return every task that a recipe can run."""
        ...

    def config_folders(self) -> Sequence[ConfigFolder]:
        """Return the config folders of the plugins."""
        ...


@dataclass(frozen=True, slots=True)
class PythonConfig:
    """Any slot, kind python: a builder of your own, from a package in `trusted_packages`."""

    target: str
    options: Mapping[str, Any]


def section_key(component: Component) -> str:
    """Return the key of the component's section: "render", or "evaluator.palette"."""
    multi = component.slot in MULTI_SLOTS
    return f"{component.slot}.{component.kind}" if multi else component.slot


def free_text_keys(components: Iterable[Component]) -> frozenset[str]:
    """Return the keys whose value on the command line is text, whatever it looks like."""
    keys: set[str] = set(FREE_TEXT)
    for component in components:
        keys.update(_free_text(component.config, section_key(component)))
    return frozenset(keys)


def _free_text(kind: type, prefix: str) -> Iterable[str]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint, key = hints[field.name], f"{prefix}.{field.name}"
        if isinstance(hint, type) and is_dataclass(hint):
            yield from _free_text(hint, key)
        elif field.metadata.get("free_text") and hint in (str, str | None):
            yield key
