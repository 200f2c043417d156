"""From a command line to settings, in one call."""

from collections.abc import Sequence
from pathlib import Path

from mas.config.declared import Declared
from mas.config.opening import opened
from mas.config.settings import Settings, check


def load_settings(typed: Sequence[str], host: Declared, *, cwd: Path | None = None) -> Settings:
    """Compose and check the config that a command line asks for.

    Raises:
        ConfigError: with the place and what would be right.
    """
    with opened(host, cwd) as composer:
        return check(composer.compose(composer.read(typed)), host)
