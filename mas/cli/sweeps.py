"""A sweep is an experiment: its jobs start from the same memory and teach each other nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mas.config.arguments import Argument
    from mas.config.settings import Settings
    from mas.host import PluginHost


def sweep_name() -> str:
    """A name for the sweep that starts now."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"


def on_a_fork(
    settings: "Settings", host: "PluginHost", arguments: "Sequence[Argument]", fork: str
) -> "Settings":
    """Give a producing job a fork of the memory, and `memory.learn=after` unless it says otherwise."""
    if settings.values["task"] != "produce" or settings.values.get("fork") is not None:
        return settings
    from mas.config.settings import from_frozen

    frozen = {**settings.frozen, "fork": fork}
    if not any(argument.key == "memory.learn" for argument in arguments):
        frozen["memory"] = {**frozen["memory"], "learn": "after"}
    return from_frozen(frozen, host)
