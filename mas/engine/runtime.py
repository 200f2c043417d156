"""The engine: start, continue or watch a production, and leave it resumable when interrupted."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from loguru import logger

from mas import __version__
from mas.engine.codec import decode, encode
from mas.engine.crew import Crew
from mas.engine.gates import Gate
from mas.engine.journal import FLOW, Journal, open_journal
from mas.engine.leases import Lease, is_running, take_lease
from mas.engine.ledger import UNFINISHED, Ledger, ProductionRow
from mas.engine.orders import Ending, Order, new_production_id, seed_of
from mas.engine.settings import EngineConfig
from mas.engine.unfinished import go_on, leave_off
from mas.engine.workplace import Workplace, occupy
from mas.errors import EngineError, PausedError, RequestError
from mas.nouns import Phase, Take
from mas.protocols import Opening

DATABASE = "mas.sqlite"


@dataclass(slots=True)
class Engine:
    """A launched engine; `employ` gives it the crew."""

    config: EngineConfig
    state_dir: Path
    ledger: Ledger
    journal: Journal
    _place: Workplace | None = None

    def employ(self, crew: Crew) -> None:
        """Take on the crew of the studio."""
        slots = self.config.slots
        servers = dict(crew.renderer.servers)
        if slots.render is not None and len(servers) == 1:
            servers = dict.fromkeys(servers, slots.render)
        renders = Gate(servers, slots.render)
        self._place = Workplace(
            crew,
            self.ledger,
            stage=Gate({"stage": _on_stage(renders.most)}),
            writes=Gate({"write": slots.write}),
            renders=renders,
            grades=Gate({"grade": slots.grade}),
            poll_s=self.config.poll_s,
        )
        occupy(self._place)

    def dismiss(self) -> None:
        """Leave the workplace."""
        if self._place is not None:
            occupy(None)

    async def start(self, order: Order, *, seen: Sequence[str] | None = None) -> Ending:
        """Start a production and stay until it ends.

        `seen` are the unfinished productions of the same key that the caller decided to leave alone;
        one that another process began since is joined instead. None: always start.

        Raises:
            RequestError: the brief was not understood, or cannot be done.
            EngineError: the production broke.
        """
        now = datetime.now(UTC)
        production_id = new_production_id(order.brief.text, now)
        seed = order.brief.seed
        row = ProductionRow(
            id=production_id,
            key=order.key,
            user=order.brief.user,
            recipe=order.recipe,
            brief=encode(order.brief),
            config=order.config,
            config_sha256=order.config_sha256,
            flow=FLOW,
            mas_version=__version__,
            seed=seed_of(production_id) if seed is None else seed,
            status="running",
            started_at=now.isoformat(),
        )
        folder = self.state_dir / "productions" / production_id
        folder.mkdir(parents=True)
        lease = take_lease(folder)
        assert lease is not None
        other = await self.ledger.add(row, seen=seen)
        if other is not None:
            lease.release()
            await asyncio.to_thread(shutil.rmtree, folder)
            return await self._join(other)
        return await self._run(row, lease)

    async def _join(self, production_id: str) -> Ending:
        row = await self.ledger.get(production_id)
        if row is None:
            raise RequestError(f"production {production_id} was refused by the process that ran it")
        return await self.resume(row)

    async def resume(self, row: ProductionRow) -> Ending:
        """Continue an unfinished production, or watch it when another process runs it.

        Raises:
            EngineError: it was journaled by another flow of steps, or broke.
        """
        folder = self.state_dir / "productions" / row.id
        folder.mkdir(parents=True, exist_ok=True)
        if row.flow != FLOW:
            raise EngineError(
                f"production {row.id} was journaled by mas {row.mas_version} with flow {row.flow}, "
                f"this is mas {__version__} with flow {FLOW}; continue it with mas {row.mas_version}, "
                "or start it again with resume=never"
            )
        lease = take_lease(folder)
        if lease is None:
            return await self._watch(row)
        now = await self.ledger.get(row.id)  # it may have ended since the caller looked
        if now is None or now.status not in UNFINISHED:
            lease.release()
            return self._ended(row, now)
        await self.ledger.set_status(row.id, "running")
        return await self._run(now, lease)

    async def _run(self, row: ProductionRow, lease: Lease) -> Ending:
        place = self._workplace()
        place.begin(row)
        try:
            outcome = await self._journaled(row)
        except asyncio.CancelledError:
            error = place.stopped_by(row.id)
            await asyncio.shield(self._pause(row, error))
            if error is None:
                raise
            _uncancel()
            raise PausedError(f"production {row.id} is paused: {error}; {_how_on(row)}") from error
        except Exception as error:
            await self._break(row, error)
            raise EngineError(f"production {row.id} broke: {error}") from error
        else:
            if outcome["status"] == "refused":
                await self._forget(row)
                raise RequestError(" ".join(outcome["say"]))
        finally:
            lease.release()
            place.leave(row.id)
        folder = place.folder(row.id)
        return Ending(row.id, outcome["status"], folder, _manifest(folder), tuple(outcome["say"]))

    async def _journaled(self, row: ProductionRow) -> Mapping[str, Any]:
        from mas.engine.flow import produce

        if await self.journal.knows(row.id):
            await go_on(self._workplace(), row)
            outcome: Mapping[str, Any] = await self.journal.resume(row.id)
        else:
            outcome = await self.journal.start(produce, row.id, row.id)
        return outcome

    async def _pause(self, row: ProductionRow, error: Exception | None) -> None:
        """Stop what runs, and write down how far it came; the journal holds the rest."""
        place = self._workplace()
        if error is None:
            logger.warning("stopped; {how_on}", how_on=_how_on(row))
        await place.halt(row.id)
        try:
            await self.ledger.set_status(row.id, "paused")
            await leave_off(place, row, status="paused", why=str(error or ""))
        except Exception as failure:  # noqa: BLE001 - the journal is what counts
            logger.opt(exception=failure).warning("the pause could not be written down")

    async def _break(self, row: ProductionRow, error: Exception) -> None:
        """End a production that cannot go on, with a manifest that says so."""
        place = self._workplace()
        await place.halt(row.id)
        await self.ledger.set_status(row.id, "failed")
        await leave_off(place, row, status="failed", why=f"the production broke: {error}")

    async def _forget(self, row: ProductionRow) -> None:
        await self.ledger.remove(row.id)
        await asyncio.to_thread(shutil.rmtree, self._workplace().folder(row.id))

    async def _watch(self, row: ProductionRow) -> Ending:
        """Follow a production that another process runs; take over when that process dies."""
        place = self._workplace()
        folder = place.folder(row.id)
        told: set[str] = set()
        logger.info("{production} runs in another process; watching it", production=row.id)
        while is_running(folder):
            await self._tell_new_takes(row.id, told)
            await asyncio.sleep(self.config.poll_s)
        now = await self.ledger.get(row.id)
        if now is not None and now.status in UNFINISHED:
            return await self.resume(now)
        await self._tell_new_takes(row.id, told)
        return self._ended(row, now)

    def _ended(self, row: ProductionRow, now: ProductionRow | None) -> Ending:
        if now is None:
            raise RequestError(f"production {row.id} was refused by the process that ran it")
        folder = self.state_dir / "productions" / row.id
        return Ending(row.id, now.status, folder, _manifest(folder))

    async def _tell_new_takes(self, production_id: str, told: set[str]) -> None:
        place = self._workplace()
        for document in await self.ledger.takes(production_id):
            take = decode(Take, document)
            if take.take_id not in told:
                told.add(take.take_id)
                place.tell(
                    production_id, Phase.GRADED, take.shot_id, attempt=take.attempt, take=take
                )

    def _workplace(self) -> Workplace:
        if self._place is None:
            raise EngineError("the engine has no crew")
        return self._place


@asynccontextmanager
async def open_engine(config: EngineConfig, opening: Opening) -> AsyncIterator[Engine]:
    """Open the state database and launch the journal on it."""
    database = opening.state_dir / DATABASE
    ledger = Ledger(database)
    try:
        async with open_journal(database, poll_s=config.poll_s) as journal:
            engine = Engine(config, opening.state_dir, ledger, journal)
            try:
                yield engine
            finally:
                engine.dismiss()
    finally:
        ledger.close()


def _on_stage(rendering: int) -> int:
    """Shots between recall and render: some stand ready, so that no slot waits for the Writer.

    The more of them, the less each knows of what the shots before it taught.
    """
    return rendering + (rendering + 1) // 2


def _manifest(folder: Path) -> Mapping[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(f"production {folder.name} left no readable {path}: {error}") from error
    return manifest


def _how_on(row: ProductionRow) -> str:
    return f"continue with the same command, or: python -m mas +recipe=resume production={row.id}"


def _uncancel() -> None:
    """Take back the cancellation by which a standstill woke this task."""
    task = asyncio.current_task()
    if task is not None:
        task.uncancel()
