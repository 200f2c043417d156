"""The kind `none`, for slots that may stay empty."""

from dataclasses import dataclass

from mas.protocols import Opening


@dataclass(frozen=True, slots=True)
class NoneConfig:
    """`llm` and `workflow`, kind none: nothing to choose."""


def open_none(config: NoneConfig, opening: Opening) -> None:
    """Open nothing."""
