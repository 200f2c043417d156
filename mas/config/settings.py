"""The checked config of a job: every section is its component's frozen dataclass."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from loguru import logger

from mas.config.composing import Composed
from mas.config.declared import MULTI_SLOTS, Declared
from mas.config.explaining import explain
from mas.config.fields import MisfitError
from mas.config.freezing import digest, freeze, thaw
from mas.config.origins import Origins
from mas.config.sections import Section, Slots, check_weights
from mas.config.values import LEARN, read_values
from mas.errors import ConfigError

__all__ = ["Section", "Settings", "check", "from_frozen"]


@dataclass(frozen=True, slots=True)
class Settings:
    """A job's config, checked.

    Attributes:
        values: the plain top-level keys, and `recipe` ("" = none).
        learn: "live", "after" or "off" (`memory.learn`).
        sections: by key: "render", "agent.writer", "memory.archive", "evaluator.palette" ...
        frozen: the whole config as JSON values, environment variables as `${oc.env:NAME}`.
        sha256: of the canonical JSON of `frozen`.
    """

    values: Mapping[str, Any]
    state_dir: Path
    learn: str
    sections: Mapping[str, Section]
    frozen: Mapping[str, Any] = field(repr=False)
    sha256: str

    def section(self, slot: str) -> Section:
        """Return the section of a slot.

        Raises:
            ConfigError: the config has none.
        """
        if slot not in self.sections:
            raise ConfigError(
                f"the config has no section {slot}; it has {', '.join(self.sections)}"
            )
        return self.sections[slot]


def check(composed: Composed, host: Declared) -> Settings:
    """Turn a composed config into settings.

    Raises:
        ConfigError: names the first thing that is wrong, its place, and what would be right.
    """
    frozen: dict[str, Any] = {}
    while True:
        try:
            frozen = frozen or _frozen(composed)
            return _settings(frozen, host)
        except MisfitError as misfit:
            if not _leave_out(misfit, frozen, composed.origins, host):
                raise ConfigError(explain(misfit, frozen, composed.origins)) from misfit


def _frozen(composed: Composed) -> dict[str, Any]:
    frozen = freeze(composed.config)
    if "recipe" in frozen:
        raise MisfitError(
            "recipe",
            "is chosen on the command line, +recipe=NAME; a recipe builds on another by its "
            "defaults list, `- NAME`",
        )
    return frozen | {"recipe": composed.recipe}


def from_frozen(frozen: Mapping[str, Any], host: Declared) -> Settings:
    """Make settings of a frozen config; the environment is read again.

    Raises:
        ConfigError: a component is gone, or a variable is not set.
    """
    try:
        return _settings(frozen, host)
    except MisfitError as misfit:
        raise ConfigError(explain(misfit, frozen, Origins())) from misfit


def _leave_out(
    misfit: MisfitError, frozen: dict[str, Any], origins: Origins, host: Declared
) -> bool:
    """Go on without a judge or use case when its plugin's own file is what is wrong."""
    slot, _, rest = misfit.key.partition(".")
    name = rest.split(".")[0]
    files = {
        folder.path / slot / f"{name}.yaml": folder.provider for folder in host.config_folders()
    }
    provider = files.get(origins.file(misfit.key) or Path())
    if slot not in MULTI_SLOTS or provider is None or frozen.get("strict_plugins") is True:
        return False
    logger.warning(
        "{section} of plugin {plugin} is skipped: {reason}",
        section=f"{slot} {name}",
        plugin=provider,
        reason=explain(misfit, frozen, origins),
    )
    frozen[slot] = {key: value for key, value in frozen[slot].items() if key != name}
    return True


def _settings(frozen: Mapping[str, Any], host: Declared) -> Settings:
    tree = thaw(frozen)
    recipe = str(tree.pop("recipe", ""))
    _refuse_target(tree, "")
    slots = Slots.of(host.components())
    plain = {key: value for key, value in tree.items() if key not in slots.roots}
    tasks = host.tasks()
    values = read_values(plain, tasks, sections=sorted(slots.roots)) | {"recipe": recipe}
    learn = _learn(tree.get("memory"))
    task = next(task for task in tasks if task.name == values["task"])
    sections: dict[str, Section] = {}
    if task.opens != "nothing":
        if task.name == "produce" and not values["brief"].strip() and not values.get("rows"):
            raise MisfitError("brief", 'is empty; say what to make: brief="a fox in the snow"')
        sections = slots.sections(tree, values["trusted_packages"])
        check_weights(tree, sections)
        _check_route(values.get("route"), sections)
    return Settings(
        values=MappingProxyType(values),
        state_dir=_state_dir(values["state_dir"]),
        learn=learn,
        sections=MappingProxyType(sections),
        frozen=frozen,
        sha256=digest(frozen),
    )


def _check_route(route: Any, sections: Mapping[str, Section]) -> None:
    if route is not None and f"use_case.{route}" not in sections:
        known = [key.partition(".")[2] for key in sections if key.startswith("use_case.")]
        reason = "is {value}, which is no use case that a plugin provides"
        raise MisfitError("route", reason, near=str(route), known=sorted(known))


def _learn(memory: Any) -> str:
    learn = memory.get("learn") if isinstance(memory, Mapping) else None
    if learn is False:  # YAML 1.1 reads a bare `off` as false
        learn = "off"
    if learn not in LEARN:
        reason = "is {value}, which is no choice"
        raise MisfitError("memory.learn", reason, near=str(learn), known=LEARN)
    return str(learn)


def _state_dir(given: str | None) -> Path:
    """Return the state folder: `state_dir=` over MAS_HOME over .mas in the working folder."""
    return Path(given or os.environ.get("MAS_HOME") or ".mas").expanduser().absolute()


def _refuse_target(value: Any, key: str) -> None:
    if isinstance(value, Mapping):
        for name, item in value.items():
            path = f"{key}.{name}".lstrip(".")
            if name == "_target_":
                raise MisfitError(path, "is refused everywhere; choose a component with its kind")
            _refuse_target(item, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _refuse_target(item, f"{key}[{index}]")
