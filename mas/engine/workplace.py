"""Where workflows find what they work with: one per process, since one Studio is open at a time."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from loguru import logger

from mas.engine.codec import decode, decode_knowledge, encode
from mas.engine.crew import Crew
from mas.engine.gates import Gate
from mas.engine.ledger import Ledger, ProductionRow
from mas.errors import EngineError
from mas.nouns import (
    Brief,
    Knowledge,
    Phase,
    Plan,
    Progress,
    ShotResult,
    Take,
)


@dataclass(slots=True)
class Workplace:
    """The crew, the gates and the rows of the productions that run in this process."""

    crew: Crew
    ledger: Ledger
    stage: Gate
    writes: Gate
    renders: Gate
    grades: Gate
    poll_s: float
    rows: dict[str, ProductionRow] = field(default_factory=dict)
    _plans: dict[str, Plan] = field(default_factory=dict)
    _known: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _tasks: dict[str, set[asyncio.Task[Any]]] = field(default_factory=dict)
    _runners: dict[str, asyncio.Task[Any]] = field(default_factory=dict)
    _stopped: dict[str, Exception] = field(default_factory=dict)

    def begin(self, row: ProductionRow) -> None:
        """Note that the current task runs the production here."""
        runner = asyncio.current_task()
        assert runner is not None
        self.rows[row.id] = row
        self._runners[row.id] = runner

    def leave(self, production_id: str) -> None:
        """Forget a production that this process runs no longer."""
        for held in (self.rows, self._plans, self._known, self._tasks, self._runners):
            held.pop(production_id, None)

    def enter(self, production_id: str) -> None:
        """Note that the current task runs a workflow of the production.

        Raises:
            CancelledError: the production was halted in the meantime.
        """
        if production_id not in self._runners:
            raise asyncio.CancelledError
        task = asyncio.current_task()
        assert task is not None
        tasks = self._tasks.setdefault(production_id, set())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    async def halt(self, production_id: str) -> None:
        """Cancel what runs for the production; a cancelled workflow stays resumable.

        Without this, workflows would go on while the journal closes under them.
        """
        self._runners.pop(production_id, None)
        while tasks := set(self._tasks.get(production_id, ())):
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    async def stand_still(self, production_id: str, error: Exception) -> NoReturn:
        """Stop the production because the machine failed; nothing of it is journaled.

        Never returns: the runner halts the workflows, and leaves the production paused.
        """
        self._stopped.setdefault(production_id, error)
        runner = self._runners.get(production_id)
        if runner is not None:
            runner.cancel()
        await asyncio.Event().wait()
        raise AssertionError("a halted workflow went on")

    def stopped_by(self, production_id: str) -> Exception | None:
        """What made the production stand still, told once; None when a person did."""
        return self._stopped.pop(production_id, None)

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

    async def plan(self, production_id: str) -> Plan:
        """What was planned, as the first steps recorded it."""
        if production_id not in self._plans:
            document = (await self._document(production_id))["plan"]
            self._plans[production_id] = decode(Plan, document)
        return self._plans[production_id]

    async def known(self, production_id: str) -> Knowledge:
        """What was known when the production began."""
        if production_id not in self._known:
            self._known[production_id] = (await self._document(production_id))["knowledge"]
        return decode_knowledge(self._known[production_id], self.crew.block_specs)

    async def _document(self, production_id: str) -> Mapping[str, Any]:
        row = await self.ledger.get(production_id)
        if row is None or row.plan is None:
            raise EngineError(f"production {production_id} has no plan")
        return row.plan

    async def keep_take(self, production_id: str, take: Take) -> None:
        """Keep a take's row for those who watch; the journal stays the truth."""
        await self.ledger.keep_take(production_id, take.shot_id, take.take_id, encode(take))

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
