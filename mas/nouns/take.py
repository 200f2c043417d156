"""One rendering of a shot, from the order to the graded take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mas.nouns.plan import Format, Prompt, Shot
from mas.nouns.quality import Assessment, Score


@dataclass(frozen=True, slots=True)
class RenderOrder:
    """What a renderer is asked for. `take_id` is unique in the state folder and stable."""

    production_id: str
    take_id: str
    prompt: Prompt
    seed: int
    format: Format
    first_frame: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where a take is rendered; journaled before anything is submitted.

    Attributes:
        server: name or address; "local" for embedded renderers.
        prompt_id: deterministic id under which the server knows the take.
        staging: folder on this machine where the renderer may keep unfinished files.
        extra: JSON facts the renderer wants back (prefixes, workflow hash).
    """

    order: RenderOrder
    renderer: str
    server: str
    prompt_id: str
    staging: str
    extra: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished clip: its path (renamed into place) and the sha256 of its bytes."""

    path: str
    sha256: str
    extra: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Take:
    """One rendering of a shot. A failed take has `error` and no video; it is a value.

    `video` is relative to the production's folder.
    """

    take_id: str
    shot_id: str
    attempt: int
    prompt: Prompt
    seed: int
    video: str | None
    sha256: str | None
    renderer: Mapping[str, str | int | float | bool | None]
    scores: tuple[Score, ...] = ()
    assessment: Assessment | None = None
    error: str | None = None
    write_s: float = 0.0
    render_s: float = 0.0
    grade_s: float = 0.0


class ShotStatus(StrEnum):
    """How a shot ended."""

    ACCEPTED = "accepted"
    BELOW_STANDARD = "below_standard"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ShotResult:
    """A shot with all its takes, and the best of them (the best, not the last)."""

    shot: Shot
    status: ShotStatus
    takes: tuple[Take, ...]
    best_take: str | None
    reason: str = ""
