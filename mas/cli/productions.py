"""The tasks that make films: produce and resume."""

import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from loguru import logger

from mas.cli.production_log import production_log
from mas.cli.table import summary_table
from mas.config.settings import Settings, from_frozen
from mas.engine.leases import is_running
from mas.engine.ledger import UNFINISHED, Ledger, ProductionRow
from mas.engine.orders import Ending, Order
from mas.engine.runtime import DATABASE
from mas.errors import RequestError
from mas.protocols import TaskContext
from mas.studio.forks import discard
from mas.studio.opening import open_studio
from mas.studio.ordering import brief_of, order_of


async def produce(context: TaskContext) -> int:
    """Make what the brief asks for, or continue it when the same was left unfinished."""
    settings: Settings = context.config
    order = order_of(settings, brief_of(settings))
    unfinished = await _rows(settings)
    row = await _to_continue(settings, order, unfinished)
    if row is not None:
        return await _resume(context, settings, row)
    seen = [other.id for other in unfinished]
    with production_log(settings.state_dir):
        async with open_studio(settings, context.host, context.progress) as studio:
            ending = await studio.engine.start(order, seen=seen)
    return _answer(context, settings, ending)


async def resume(context: TaskContext) -> int:
    """Continue `production=ID`, or `production=latest`, under its frozen config."""
    settings: Settings = context.config
    wanted = context.values.get("production") or "latest"
    unfinished = await _rows(settings)
    if wanted == "latest":
        if not unfinished:
            raise RequestError('nothing is unfinished; start something with brief="..."')
        return await _resume(context, settings, unfinished[0])
    found = [row for row in unfinished if row.id == wanted]
    if not found:
        names = ", ".join(row.id for row in unfinished) or "none"
        raise RequestError(f"production {wanted!r} is not unfinished here; unfinished: {names}")
    return await _resume(context, settings, found[0])


async def _resume(context: TaskContext, settings: Settings, row: ProductionRow) -> int:
    frozen = replace(from_frozen(row.config, context.host), state_dir=settings.state_dir)
    logger.info("continuing {production} under the config it began with", production=row.id)
    with production_log(settings.state_dir):
        async with open_studio(frozen, context.host, context.progress) as studio:
            ending = await studio.engine.resume(row)
    return _answer(context, frozen, ending)


async def _rows(settings: Settings) -> tuple[ProductionRow, ...]:
    """Unfinished productions of the state folder, newest first; none when it is new."""
    database = settings.state_dir / DATABASE
    if not database.is_file():
        return ()
    ledger = await asyncio.to_thread(Ledger, database)
    try:
        return await ledger.unfinished()
    finally:
        ledger.close()


async def _to_continue(
    settings: Settings, order: Order, found: Sequence[ProductionRow]
) -> ProductionRow | None:
    """The unfinished production of the same key, if it shall be continued; others are announced."""
    unfinished = [row for row in found if row.user == order.brief.user]
    same = next((row for row in unfinished if row.key == order.key), None)
    for row in unfinished:
        if row is not same and not is_running(settings.state_dir / "productions" / row.id):
            logger.warning(
                "{production} is unfinished; continue it with:"
                " python -m mas +recipe=resume production={production}",
                production=row.id,
            )
    mode = settings.values.get("resume", "ask")
    if same is None or mode == "never":
        return None
    if mode == "ask" and sys.stdin.isatty() and sys.stderr.isatty():
        return same if await asyncio.to_thread(_asks, same) else None
    return same


def _asks(row: ProductionRow) -> bool:
    sys.stderr.write(f"{row.id} asked for the same and is unfinished. Continue it? [Y/n] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("", "y", "yes")


def _answer(context: TaskContext, settings: Settings, ending: Ending) -> int:
    fork = settings.values.get("fork")
    if fork is not None and ending.status not in UNFINISHED:
        discard(settings.state_dir, fork)
    manifest = ending.manifest
    document = {**manifest, "folder": str(ending.folder), "say": list(ending.say)}
    context.answer(summary_table(manifest, ending.folder), json.loads(json.dumps(document)))
    return exit_code(manifest)


def exit_code(manifest: Mapping[str, Any]) -> int:
    """0: complete and every shot accepted; 1: a shot failed or stayed below standard; 3: paused."""
    if manifest["status"] == "paused":
        return 3
    accepted = all(shot["status"] == "accepted" for shot in manifest["shots"])
    return 0 if manifest["status"] == "complete" and accepted else 1
