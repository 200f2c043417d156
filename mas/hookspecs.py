"""Every hook of mas; this module is the plugin reference.

Collect hooks name things, quickly: no building, no I/O. Notice hooks look and don't touch: a
failure in one is logged with the plugin's name and changes nothing.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mas.markers import hookspec
from mas.nouns import Assessment, BlockSpec, Component, Outcome, Take, Task


@hookspec
def mas_components() -> Iterable[Component]:  # type: ignore[empty-body]
    """Add components that YAML can choose: kinds for slots, ours or your own."""


@hookspec
def mas_tasks() -> Iterable[Task]:  # type: ignore[empty-body]
    """Add tasks that a recipe can run."""


@hookspec
def mas_blocks() -> Iterable[BlockSpec]:  # type: ignore[empty-body]
    """Add core-memory blocks."""


@hookspec
def mas_config_folders() -> Iterable[Path]:  # type: ignore[empty-body]
    """Add folders with config groups (and `recipe/`); a plugin's own `conf/` needs no hook."""


@hookspec(historic=True)
def mas_studio_opened(studio: Any) -> None:
    """Told when a studio has opened, or at registration when one is open already."""


@hookspec
def mas_take_graded(take: Take, assessment: Assessment) -> None:
    """Told after each take is graded, in the order of grading."""


@hookspec
def mas_production_finished(outcome: Outcome) -> None:
    """Told after a production has ended, whatever its status."""
