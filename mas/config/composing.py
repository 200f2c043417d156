"""Compose the config of a job: Hydra, our folders, and nothing written anywhere."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hydra._internal.hydra import Hydra
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import QuotedString
from hydra.errors import HydraException
from hydra.types import RunMode
from loguru import logger
from omegaconf import DictConfig, flag_override
from omegaconf.errors import OmegaConfBaseException

from mas.config.arguments import Argument, grammar, read_arguments
from mas.config.declared import MULTI_SLOTS, Declared, free_text_keys, section_key
from mas.config.folders import CORE, PRIMARY, YOURS, Folder, find
from mas.config.origins import Origins
from mas.config.reading import BrokenFileError
from mas.config.refusals import told
from mas.config.text import quote
from mas.errors import ConfigError, PluginError


@dataclass(frozen=True, slots=True)
class Composed:
    """The config of one job before it is checked, its recipe ("" = none), and where keys stand."""

    config: DictConfig
    recipe: str
    origins: Origins


class Composer:
    """Composes jobs while Hydra is open."""

    def __init__(self, hydra: Hydra, host: Declared, folders: Sequence[Folder]) -> None:
        self.hydra = hydra
        self.folders = folders
        self._host = host
        self._broken: set[str] = set()

    def read(self, typed: Sequence[str], *, multirun: bool = False) -> tuple[Argument, ...]:
        """Normalise a command line.

        Raises:
            ConfigError: an argument is no override or chooses what does not exist.
        """
        components = self._host.components()
        rules = grammar(
            self.folders,
            free_text=free_text_keys(components),
            slots={component.slot for component in components},
            multirun=multirun,
        )
        return read_arguments(typed, rules)

    def jobs(self, arguments: Sequence[Argument]) -> list[tuple[Argument, ...]]:
        """Split a sweep into its jobs, the last argument varying fastest.

        Raises:
            ConfigError: an argument cannot be read, or sweeps over a range without steps.
        """
        return [tuple(job) for job in itertools.product(*map(self._values, arguments))]

    def compose(self, arguments: Sequence[Argument]) -> Composed:
        """Compose one job.

        Raises:
            ConfigError: with file and line, or the argument that is wrong.
            PluginError: a plugin's own file is broken, under `strict_plugins=true`.
        """
        broken: list[BrokenFileError] = []
        while True:
            try:
                config = self._load(self.overrides(arguments))
            except BrokenFileError as error:
                self._leave_out(error)
                broken.append(error)
            except (HydraException, OmegaConfBaseException, RecursionError) as error:
                raise told(error, arguments, self.folders) from error
            else:
                break
        if broken and config.get("strict_plugins") is True:
            raise PluginError(str(broken[0])) from broken[0]
        return Composed(config, _recipe(arguments), self._origins(arguments))

    def overrides(self, arguments: Sequence[Argument]) -> list[str]:
        """Return what Hydra is told: every judge and use case that exists, then the arguments."""
        chosen = {argument.key for argument in arguments}
        everyone = {
            f"{part.slot}@{section_key(part)}": part.kind
            for part in self._host.components()
            if part.slot in MULTI_SLOTS and f"{part.slot}/{part.kind}" not in self._broken
        }
        added = [f"+{key}={kind}" for key, kind in everyone.items() if key not in chosen]
        return [*added, *(argument.text for argument in arguments)]

    def _load(self, overrides: list[str]) -> DictConfig:
        config = self.hydra.config_loader.load_configuration(PRIMARY, overrides, RunMode.RUN)
        with flag_override(config, ["struct", "readonly"], [False, False]):
            del config["hydra"]
        return config

    def _values(self, argument: Argument) -> list[Argument]:
        try:
            (override,) = OverridesParser.create(self.hydra.config_loader).parse_overrides(
                [argument.text]
            )
            if not override.is_sweep_override():
                return [argument]
            if not override.is_discrete_sweep():
                raise ConfigError(f"{argument.typed!r} has no steps; write range() or choice()")
            key = override.get_key_element()
            if argument.key in free_text_keys(self._host.components()):
                values = [quote(_plain(value)) for value in override.sweep_iterator(_same)]
            else:
                values = list(override.sweep_string_iterator())
            texts = [f"{key}={value}" for value in values]
        except HydraException as error:
            raise told(error, [argument], self.folders) from error
        return [replace(argument, typed=text.lstrip("+"), text=text) for text in texts]

    def _leave_out(self, error: BrokenFileError) -> None:
        """Go on without a judge or use case whose own plugin ships a broken file; else raise."""
        for component in self._host.components():
            option = f"{component.slot}/{component.kind}"
            folder = find(self.folders, option)
            if component.slot not in MULTI_SLOTS or folder is None or option in self._broken:
                continue
            if folder.provider not in (CORE, YOURS) and folder.file(option) == error.path:
                self._broken.add(option)
                logger.warning(
                    "{slot} {kind} of plugin {plugin} is skipped: {reason}",
                    slot=component.slot,
                    kind=component.kind,
                    plugin=folder.provider,
                    reason=str(error),
                )
                return
        raise error

    def _origins(self, arguments: Sequence[Argument]) -> Origins:
        """Find places later, and only when something is wrong."""

        def files() -> list[tuple[Path, str]]:
            defaults = self.hydra.config_loader.compute_defaults_list(
                PRIMARY, self.overrides(arguments), RunMode.RUN
            )
            paths = [(entry.config_path or "", entry.package) for entry in defaults.defaults]
            found = ((find(self.folders, path), path, where) for path, where in paths)
            return [(it.file(path), where or "") for it, path, where in found if it is not None]

        return Origins(tuple(arguments), files)


def _same(value: Any) -> Any:
    return value


def _plain(value: Any) -> str:
    return value.text if isinstance(value, QuotedString) else str(value)


def _recipe(arguments: Sequence[Argument]) -> str:
    return ",".join(
        argument.text.partition("=")[2] for argument in arguments if argument.key == "recipe"
    )
