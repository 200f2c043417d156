"""What a role knows (comes in) and what it learned (goes out)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mas.nouns.blocks import (
    AbTesting,
    Block,
    CurrentSeries,
    Edit,
    ProductionQueue,
    QualityStandards,
    SessionState,
    UserStyle,
)
from mas.nouns.brief import Brief
from mas.nouns.passage import Passage, Recalled
from mas.nouns.plan import Plan
from mas.nouns.take import ShotResult


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known when a role is asked: blocks by label, and passages recalled for the moment."""

    session_state: SessionState = field(default_factory=SessionState)
    user_style: UserStyle = field(default_factory=UserStyle)
    quality_standards: QualityStandards = field(default_factory=QualityStandards)
    production_queue: ProductionQueue = field(default_factory=ProductionQueue)
    current_series: CurrentSeries = field(default_factory=CurrentSeries)
    ab_testing: AbTesting = field(default_factory=AbTesting)
    plugin_blocks: Mapping[str, Block] = field(default_factory=dict)
    successes: tuple[Recalled, ...] = ()
    failures: tuple[Recalled, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A production that ended, for those who learn from it. Times are aware UTC."""

    production_id: str
    brief: Brief
    plan: Plan
    results: tuple[ShotResult, ...]
    status: str
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a role or use case wants remembered, and what it tells the user."""

    edits: tuple[Edit, ...] = ()
    passages: tuple[Passage, ...] = ()
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One line of an agent's message buffer; role is "user", "assistant" or "system"."""

    role: str
    text: str
    at: datetime
