"""What a production tells those who watch it."""

from dataclasses import dataclass
from enum import StrEnum

from mas.nouns.take import Take


class Phase(StrEnum):
    """Where a shot, or the production, is."""

    PLANNED = "planned"
    WAITING = "waiting"
    WRITING = "writing"
    RENDERING = "rendering"
    GRADING = "grading"
    GRADED = "graded"
    DONE = "done"
    ASSEMBLING = "assembling"
    LEARNING = "learning"
    SAYING = "saying"


@dataclass(frozen=True, slots=True)
class Progress:
    """One event. `shot_id` is "" for events of the whole production.

    Attributes:
        share: progress of the phase in 0..1 when known.
        take: the take, from GRADED on.
        text: a sentence (SAYING), a title (PLANNED), a status (DONE).
    """

    production_id: str
    phase: Phase
    shot_id: str = ""
    attempt: int = 0
    share: float | None = None
    take: Take | None = None
    text: str = ""
