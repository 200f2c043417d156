"""Keep the production_queue block in step with a production; every edit is applied once."""

from datetime import datetime

from mas.engine import learning
from mas.engine.projection import day_of, day_turned, queue_closed, shot_ended
from mas.engine.workplace import Workplace
from mas.nouns import Edit, Lessons, ProductionQueue, ShotResult


async def project(
    here: Workplace, production_id: str, edit: Edit, source: str
) -> ProductionQueue | None:
    """Apply one edit; returns the queue as it stands, None when nothing is learned."""
    versions = await learning.take_in(
        here.crew,
        here.brief(production_id).user,
        Lessons((edit,)),
        production_id=production_id,
        source=f"queue/{source}",
    )
    queue = versions[0].value if versions else None
    return queue if isinstance(queue, ProductionQueue) else None


async def count_ended(
    here: Workplace, production_id: str, result: ShotResult, now: datetime
) -> None:
    """Count an ended shot; what was completed on other days leaves COMPLETED_TODAY."""
    today = day_of(now, here.brief(production_id).time_zone)
    shot_id = result.shot.shot_id
    ended = shot_ended(result, today=today)
    queue = await project(here, production_id, ended, f"end/{shot_id}")
    turned = day_turned(queue.completed_today, today=today) if queue else None
    if turned is not None:
        await project(here, production_id, turned, f"day/{today}/{shot_id}")


async def close_projections(here: Workplace, production_id: str) -> None:
    """End every scoped block of the production; one without shots has no queue to show."""
    if here.crew.rules.learn == "off":
        return
    if (await here.plan(production_id)).shots:
        await project(here, production_id, queue_closed(), "closed")
    user = here.brief(production_id).user
    for spec in here.crew.block_specs:
        if spec.scoped:
            await here.crew.blocks.close_scope(user, spec.label, production_id)
