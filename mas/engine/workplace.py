"""Where workflows find what they work with: one per process, since one Studio is open at a time."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from loguru import logger

from mas.engine import learning, taking
from mas.engine.codec import decode, encode
from mas.engine.crew import Crew
from mas.engine.gates import Gate
from mas.engine.ledger import Ledger, ProductionRow
from mas.engine.projection import queue_closed
from mas.errors import EngineError
from mas.nouns import (
    Assignment,
    Brief,
    Edit,
    Lessons,
    Phase,
    Plan,
    Progress,
    Rendered,
    Shot,
    ShotResult,
    Take,
)


@dataclass(slots=True)
class Workplace:
    """The crew, the gates and the rows of the productions that run in this process."""

    crew: Crew
    ledger: Ledger
    writes: Gate
    renders: Gate
    grades: Gate
    poll_s: float
    rows: dict[str, ProductionRow] = field(default_factory=dict)
    _planned: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _tasks: dict[str, set[asyncio.Task[Any]]] = field(default_factory=dict)

    def enter(self, production_id: str) -> None:
        """Note that the current task runs a workflow of the production."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.setdefault(production_id, set()).add(task)

    async def halt(self, production_id: str) -> None:
        """Cancel what runs for the production; a cancelled workflow stays resumable.

        Without this, workflows would go on while the journal closes under them.
        """
        tasks = self._tasks.pop(production_id, set())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def brief(self, production_id: str) -> Brief:
        """The brief of a production."""
        return decode(Brief, self.rows[production_id].brief)

    def seed(self, production_id: str) -> int:
        """The seed that all takes of a production derive from."""
        return self.rows[production_id].seed

    def started_at(self, production_id: str) -> datetime:
        """When the production began, aware UTC."""
        return datetime.fromisoformat(self.rows[production_id].started_at)

    def folder(self, production_id: str) -> Path:
        """The production's folder."""
        return self.crew.state_dir / "productions" / production_id

    async def planned(self, production_id: str) -> Mapping[str, Any]:
        """What the plan step recorded: plan and knowledge, encoded."""
        if production_id not in self._planned:
            row = await self.ledger.get(production_id)
            if row is None or row.plan is None:
                raise EngineError(f"production {production_id} has no plan")
            self._planned[production_id] = row.plan
        return self._planned[production_id]

    async def plan_document(self, production_id: str) -> Mapping[str, Any]:
        """The encoded plan."""
        document: Mapping[str, Any] = (await self.planned(production_id))["plan"]
        return document

    async def keep_take(self, production_id: str, take: Take) -> None:
        """Keep a take's row for those who watch; the journal stays the truth."""
        await self.ledger.keep_take(production_id, take.shot_id, take.take_id, encode(take))

    async def project(self, production_id: str, edit: Edit, source: str) -> None:
        """Apply one edit of the production_queue projection, once."""
        await learning.take_in(
            self.crew,
            self.brief(production_id).user,
            Lessons((edit,)),
            production_id=production_id,
            source=f"queue/{source}",
        )

    async def close_projections(self, production_id: str) -> None:
        """End every scoped block of the production."""
        if self.crew.rules.learn == "off":
            return
        await self.project(production_id, queue_closed(), "closed")
        user = self.brief(production_id).user
        for spec in self.crew.block_specs:
            if spec.scoped:
                await self.crew.blocks.close_scope(user, spec.label, production_id)

    async def note_grade(
        self,
        production_id: str,
        shot: Shot,
        attempt: int,
        graded: taking.Graded,
        assignment: Assignment,
    ) -> None:
        """Tell plugins and the Cameraman's buffer of a grade, in the order of grading."""
        if graded.assessment is None:
            return
        take = taking.make_take(
            shot,
            assignment,
            Rendered(path="", sha256=""),
            graded,
            attempt=attempt,
            times={"write_s": 0.0, "render_s": 0.0},
        )
        self.crew.on_take_graded(take, graded.assessment)
        verdict = f"{take.take_id}: {graded.assessment.grade}"
        reasons = "; ".join(graded.assessment.reasons)
        await learning.remember_interaction(
            self.crew,
            self.brief(production_id).user,
            "cameraman",
            (("user", take.prompt.text), ("assistant", f"{verdict} ({reasons})")),
            self.started_at(production_id),
        )

    def tell(self, production_id: str, phase: Phase, shot_id: str = "", **details: Any) -> None:
        """Tell those who watch, and the production's log."""
        progress = Progress(production_id, phase, shot_id, **details)
        self.crew.on_progress(progress)
        if progress.share is None or progress.share == 0:
            _log(progress)

    def tell_plan(self, production_id: str, plan: Plan, say: Sequence[str]) -> None:
        """Tell what was understood and planned."""
        for line in (*say, *plan.say):
            self.tell(production_id, Phase.SAYING, text=line)
        if plan.shots:
            self.tell(production_id, Phase.PLANNED, text=plan.title)
        for shot in plan.shots:
            self.tell(production_id, Phase.PLANNED, shot.shot_id, text=shot.title)

    @staticmethod
    def status_of(results: Sequence[ShotResult]) -> str:
        """complete: every shot has a best take; partial: some have; failed: none has."""
        made = [result for result in results if result.best_take is not None]
        if len(made) == len(results):
            return "complete"
        return "partial" if made else "failed"


def _log(progress: Progress) -> None:
    """Log what a producer cares about; at DEBUG, since the live view shows it already."""
    facts: dict[str, Any] = {"production": progress.production_id}
    if progress.shot_id:
        facts |= {"shot": progress.shot_id, "attempt": progress.attempt}
    if progress.take is not None:
        assessment = progress.take.assessment
        facts |= {
            "take": progress.take.take_id,
            "grade": assessment.grade if assessment else None,
            "score": assessment.score if assessment else None,
            "error": progress.take.error,
        }
    logger.bind(**facts).debug(
        "{phase}: {text}", phase=progress.phase.value, text=progress.text or progress.shot_id
    )


_current: Workplace | None = None


def workplace() -> Workplace:
    """The workplace of this process.

    Raises:
        EngineError: no Studio is open.
    """
    if _current is None:
        raise EngineError("no studio is open in this process")
    return _current


def occupy(place: Workplace | None) -> None:
    """Set, or with None leave, the workplace of this process.

    Raises:
        EngineError: another Studio is open already.
    """
    global _current  # noqa: PLW0603 - one Studio per process, as the journal is one per process
    if place is not None and _current is not None:
        raise EngineError("a studio is open in this process already; close it first")
    _current = place
