"""Core-memory blocks: their types, and edits as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Block = object  # an instance of a block dataclass such as UserStyle
JsonValue = str | int | float | bool | None | list[str]


@dataclass(frozen=True, slots=True)
class SessionState:
    """Where the user and the crew stopped."""

    last_activity: str = ""
    pending_work: tuple[str, ...] = ()
    in_progress_project: str = ""
    queued_videos: tuple[str, ...] = ()
    last_session_summary: str = ""


@dataclass(frozen=True, slots=True)
class UserStyle:
    """What the user likes to see, in their own words."""

    color_preferences: tuple[str, ...] = ()
    mood_preferences: tuple[str, ...] = ()
    theme_preferences: tuple[str, ...] = ()
    pacing_preferences: tuple[str, ...] = ()
    favorite_successes: tuple[str, ...] = ()
    disliked_elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QualityStandards:
    """What is good enough, and what experience says about reaching it."""

    min_acceptable_grade: str = "B"
    max_retries: int = 3
    failure_patterns_to_avoid: tuple[str, ...] = ()
    refinement_strategies: tuple[str, ...] = ()
    successful_patterns: tuple[str, ...] = ()
    proven_prompt_templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductionQueue:
    """The newest active production as a queue (a projection of its row)."""

    queue_status: str = "complete"
    pending_videos: tuple[str, ...] = ()
    in_progress: str = ""
    completed_today: tuple[str, ...] = ()
    failed_retries: tuple[str, ...] = ()
    batch_id: str = ""
    batch_total: int = 0
    batch_complete: int = 0


@dataclass(frozen=True, slots=True)
class CurrentSeries:
    """The newest active series (a projection of its production's row)."""

    active_series: str = ""
    series_theme: str = ""
    series_style: str = ""
    episodes_completed: int = 0
    episodes_planned: int = 0
    series_elements: tuple[str, ...] = ()
    consistency_rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AbTesting:
    """Variations shown to the user, and what they chose."""

    active_test: str = ""
    variations: tuple[str, ...] = ()
    variation_a_id: str = ""
    variation_b_id: str = ""
    user_selections: tuple[str, ...] = ()
    winning_patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockSpec:
    """A block that exists: its label, its dataclass, and its limits.

    Attributes:
        label: "user_style"; the external form of a field is its upper-case name.
        type: frozen dataclass; fields are str, int, float or tuple[str, ...], all with defaults.
        scoped: True for projections kept per production (the block shows the newest active).
        max_items: longest list; adding to a full list drops its oldest item.
        max_chars: longest text of a field or item, in characters.
        writers: field -> who fills it, for docs/reference/blocks.md.
        readers: field -> who uses it, for docs/reference/blocks.md.
    """

    label: str
    type: type
    writers: Mapping[str, str]
    readers: Mapping[str, str]
    scoped: bool = False
    max_items: int = 50
    max_chars: int = 2000


@dataclass(frozen=True, slots=True)
class Operation:
    """One change of one field: set, add (to a list, once), remove (from a list), increment."""

    op: Literal["set", "add", "remove", "increment"]
    field: str
    value: str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Operations on one block of one user, made against the version the author read.

    Attributes:
        key: idempotency key: the same key is applied once, ever. Empty means always apply.
        base_version: version the author had read; None when it did not look.
        scope: production id for scoped blocks, else "".
    """

    label: str
    operations: tuple[Operation, ...]
    who: str
    why: str
    key: str = ""
    base_version: int | None = None
    production_id: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class BlockVersion:
    """A block as it stands: value, version (0 = never written) and time of the last edit."""

    label: str
    version: int
    value: Block
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One applied edit: who, why, when, and the fields before and after."""

    label: str
    version: int
    who: str
    why: str
    production_id: str
    at: datetime
    before: Mapping[str, JsonValue]
    after: Mapping[str, JsonValue]
    operations: tuple[Operation, ...]
