"""What the engine works with, as protocols: it never knows a concrete component."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mas.nouns import Assessment, BlockSpec, Outcome, Progress, ScoringScheme, Take
from mas.protocols import (
    Archive,
    BlockStore,
    Cameraman,
    Director,
    MessageBuffers,
    Renderer,
    Sleeptime,
    Tuner,
    UseCase,
    Verifier,
    Writer,
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What this run's config decides; None leaves it to the quality_standards block.

    Attributes:
        learn: "live", "after" or "off".
        sleeptime_every: interactions between two sleeptime turns of an agent.
        autoclear: sleeptime agents clear their buffer before every run.
    """

    min_grade: str | None
    max_retries: int | None
    learn: str
    sleeptime_every: int
    autoclear: bool


@dataclass(frozen=True, slots=True)
class Crew:
    """The opened components of one studio."""

    director: Director
    writer: Writer
    cameraman: Cameraman
    verifier: Verifier
    tuner: Tuner
    sleeptime: Sleeptime
    renderer: Renderer
    use_cases: Mapping[str, UseCase]
    blocks: BlockStore
    archive: Archive
    buffers: MessageBuffers
    block_specs: tuple[BlockSpec, ...]
    scheme: ScoringScheme
    rules: Rules
    state_dir: Path
    on_progress: Callable[[Progress], None]
    on_take_graded: Callable[[Take, Assessment], None]
    on_finished: Callable[[Outcome], None]
