"""A production that stops before its end: what is written down of it, and how it goes on."""

from datetime import UTC, datetime
from typing import Literal

from mas.engine.codec import decode
from mas.engine.ledger import ProductionRow
from mas.engine.projection import queue_paused, queue_resumed
from mas.engine.publishing import describe, publish
from mas.engine.queueing import close_projections, project
from mas.engine.refinement import least_grade, settle
from mas.engine.sleeping import Occasion, run_all
from mas.engine.workplace import Workplace
from mas.nouns import Outcome, ShotResult, Take


async def leave_off(
    place: Workplace, row: ProductionRow, *, status: Literal["paused", "failed"], why: str
) -> None:
    """Leave a manifest, and a memory, that tell how far the production came."""
    held = await place.ledger.get(row.id)
    if held is None or held.plan is None:
        return
    results = await _so_far(place, row)
    manifest = await describe(
        place,
        row.id,
        results,
        status=status,
        film={"film": None},
        said=(),
        failures=[why] if why else [],
    )
    await publish(place, row.id, manifest)
    now = datetime.now(UTC)
    moment = f"{status}/{now.isoformat()}"
    plan = await place.plan(row.id)
    if plan.shots:
        await project(place, row.id, queue_paused(), moment)
    if status == "failed":
        await close_projections(place, row.id)
    outcome = Outcome(row.id, place.brief(row.id), plan, results, status, now)
    occasion = Occasion(row.id, row.user, moment, now, outcome)
    await run_all(place.crew, occasion, since=place.started_at(row.id))


async def go_on(place: Workplace, row: ProductionRow) -> None:
    """Show the queue as active again."""
    if row.plan is not None and (await place.plan(row.id)).shots:
        moment = f"resumed/{datetime.now(UTC).isoformat()}"
        await project(place, row.id, queue_resumed(), moment)


async def _so_far(place: Workplace, row: ProductionRow) -> tuple[ShotResult, ...]:
    """The shots that have a take, judged by the standard that holds for them."""
    plan, knowledge = await place.plan(row.id), await place.known(row.id)
    takes = [decode(Take, take) for take in await place.ledger.takes(row.id)]
    return tuple(
        settle(shot, own, least_grade(shot, place.crew.rules, knowledge))
        for shot in plan.shots
        if (own := [take for take in takes if take.shot_id == shot.shot_id])
    )
