"""Show how a config is composed, and complete command lines: what Hydra does, in our folders."""

import logging
import sys
from collections.abc import Sequence
from typing import Any

from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from mas.config.arguments import Argument
from mas.config.composing import Composer
from mas.config.folders import PRIMARY
from mas.errors import ConfigError


def show(
    composer: Composer,
    arguments: Sequence[Argument],
    what: str,
    *,
    package: str | None,
    resolve: bool,
) -> None:
    """Print the composed config (`--cfg`): of the job, of Hydra, or all.

    Raises:
        ConfigError: it cannot be composed or resolved, or has no such section.
    """
    config: Any = composer.compose(arguments).config
    if what != "job":
        overrides = composer.overrides(arguments)
        composer.hydra.show_cfg(PRIMARY, overrides, what, package, resolve=resolve)
        return
    try:
        if resolve:
            OmegaConf.resolve(config)
        found = OmegaConf.select(config, package) if package else config
    except OmegaConfBaseException as error:
        raise ConfigError(str(error).split("\n", 1)[0]) from error
    if found is None:
        raise ConfigError(f"the config has no section {package!r}")
    sys.stdout.write(OmegaConf.to_yaml(found) if OmegaConf.is_config(found) else f"{found}\n")


def inform(composer: Composer, arguments: Sequence[Argument], what: str) -> None:
    """Print how the config is composed (`--info`)."""
    composer.compose(arguments)
    root = logging.getLogger()  # Hydra prints by logging everything to stdout from here on
    level, handlers, loud = root.level, list(root.handlers), logging.raiseExceptions
    logging.raiseExceptions = False  # a reader that has gone is told once, when we flush
    try:
        composer.hydra.show_info(what, PRIMARY, composer.overrides(arguments))
    finally:
        logging.raiseExceptions = loud
        root.setLevel(level)
        root.handlers[:] = handlers


def complete(composer: Composer, words: Sequence[str]) -> None:
    """Install or answer shell completion (`--shell-completion`).

    Raises:
        ConfigError: the shell or the request is unknown.
    """
    try:
        composer.hydra.shell_completion(PRIMARY, list(words))
    except (ValueError, KeyError) as error:
        raise ConfigError(
            f"{' '.join(words)!r} is no request for completion; write install=bash, "
            "install=fish or install=zsh (uninstall= takes it away)"
        ) from error
