"""What the roles of the crew, and use cases, provide."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from mas.nouns import (
    Assessment,
    Brief,
    Knowledge,
    Lessons,
    Message,
    Offer,
    Outcome,
    Plan,
    Prompt,
    Routing,
    Score,
    Shot,
    Take,
    Wanted,
    Wish,
)


class Director(Protocol):
    """Understands briefs."""

    async def route(self, brief: Brief, offers: Sequence[Offer], knowledge: Knowledge) -> Routing:
        """Split the brief into wishes, each for one offer; no wishes and a `say` when not understood."""
        ...


class Writer(Protocol):
    """Writes prompts."""

    async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
        """Write the first prompt of a shot."""
        ...

    async def revise(
        self, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
    ) -> Prompt:
        """Write the next prompt from the findings of `takes` (those the policy remembers, in order)."""
        ...


class Cameraman(Protocol):
    """Turns scores into a grade with reasons."""

    async def assess(self, scores: Sequence[Score]) -> Assessment:
        """Weigh the scores; the grade is partial when a weighted judge gave none."""
        ...


class Verifier(Protocol):
    """Runs the judges."""

    async def verify(self, video: Path, wanted: Wanted) -> tuple[Score, ...]:
        """Decode the clip once and let every judge score it.

        Raises:
            EvaluationError: the file is no video that can be decoded.
        """
        ...


class Tuner(Protocol):
    """Learns from what was graded."""

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        """Extract failure and success patterns, and passages, from an ended production."""
        ...


class Sleeptime(Protocol):
    """Looks after the memory of a user while nobody waits."""

    async def consolidate(
        self,
        agent: str,
        messages: Sequence[Message],
        knowledge: Knowledge,
        outcome: Outcome | None,
        now: datetime,
    ) -> Lessons:
        """Do the mandatory work: last activity, last session summary, pending work, patterns."""
        ...


class UseCase(Protocol):
    """A kind of production. Pure: no studio, no engine, no I/O but reading `brief.rows`.

    Optionally `async def revise(shot, takes, plan, knowledge) -> Prompt`, used when the plan's
    refinement names the use case as the reviser.
    """

    def describe(self) -> Offer:
        """Tell the Director what this use case can do."""
        ...

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        """Decide shots, rules, refinement and assembly.

        Raises:
            RequestError: the wish cannot be planned (a missing file, no count where one is needed).
        """
        ...

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        """Say what the ended production taught; called once, after grading."""
        ...
