"""Archival memory: passages and how they are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Passage:
    """One archival memory.

    Attributes:
        key: idempotency key, unique per user; storing the same key again replaces.
        kind: "success", "failure", "preference", "assessment", or a plugin's own.
        grade: letter, when the passage is about a graded take.
        extra: JSON facts (take id, findings).
    """

    key: str
    kind: str
    text: str
    user: str
    use_case: str = ""
    grade: str | None = None
    score: float | None = None
    production_id: str = ""
    created_at: datetime | None = None
    extra: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages may be found; None means any. `before` and `after` are aware UTC times.

    `user` is mandatory: no search ever crosses users.
    """

    user: str
    kinds: tuple[str, ...] | None = None
    use_case: str | None = None
    min_grade: str | None = None
    max_grade: str | None = None
    after: datetime | None = None
    before: datetime | None = None
    exclude_production: str | None = None


@dataclass(frozen=True, slots=True)
class Recalled:
    """A found passage and how well it fits (fused rank score, higher is better)."""

    passage: Passage
    score: float
