"""The two workflows: a production, and one child per shot, strictly sequential inside.

Only the order of the steps stands here; the steps stand in `production_steps` and `shot_steps`. Changing the order of the steps
of a workflow means raising `journal.FLOW`.
"""

from typing import Any

from dbos import DBOS, SetWorkflowID
from loguru import logger

from mas.engine import production_steps, shot_steps, taking
from mas.engine.codec import Json, decode, encode
from mas.engine.plan_rules import waits_for
from mas.engine.refinement import is_settled, settle
from mas.engine.stepping import stop_if_machine
from mas.engine.workplace import Workplace, workplace
from mas.nouns import (
    Assignment,
    Phase,
    Plan,
    Rendered,
    Shot,
    ShotResult,
    ShotStatus,
    Take,
)


@DBOS.workflow()
async def produce(production_id: str) -> Json:
    """Plan, run every shot, assemble, learn, publish."""
    here = workplace()
    here.enter(production_id)
    with logger.contextualize(production=production_id):
        try:
            return await _plan_to_publish(here, production_id)
        except Exception as error:
            await stop_if_machine(production_id, error)
            raise


async def _plan_to_publish(here: Workplace, production_id: str) -> Json:
    planned = await production_steps.plan(production_id)
    if planned["plan"] is None:
        return {"status": "refused", "say": planned["say"]}
    begun = await production_steps.begin(production_id, planned)
    plan = await here.plan(production_id)
    here.tell_plan(production_id, plan, planned["say"])
    handles = []
    for shot in plan.shots:
        with SetWorkflowID(f"{production_id}/{shot.shot_id}"):
            handles.append(await DBOS.start_workflow_async(make_shot, production_id, shot.shot_id))
    outcomes = [await handle.get_result(polling_interval_sec=here.poll_s) for handle in handles]
    film = await production_steps.assemble(production_id, outcomes)
    learned = await production_steps.learn(production_id, begun, outcomes)
    return await production_steps.publish(production_id, outcomes, film, learned)


@DBOS.workflow()
async def make_shot(production_id: str, shot_id: str) -> Json:
    """Take a shot until it is settled; whatever goes wrong is this shot's alone."""
    here = workplace()
    here.enter(production_id)
    with logger.contextualize(production=production_id, shot=shot_id):
        result = await _settled(here, production_id, shot_id)
        failures = await _remembered(production_id, result)
    here.tell(production_id, Phase.DONE, shot_id, text=result["data"]["status"])
    return {**result, "failures": failures}


async def _settled(here: Workplace, production_id: str, shot_id: str) -> Json:
    position, shot = taking.of_shot(await here.plan(production_id), shot_id)
    key = f"{production_id}.{shot_id}"
    try:
        missing = await _missing_before(here, production_id, shot)
        if missing:
            reason = f"{missing} has no take to follow"
            return encode(ShotResult(shot, ShotStatus.SKIPPED, (), None, reason))
        await here.stage.acquire(key, priority=(0, position))
        return await _take_until_settled(here, production_id, shot_id)
    except Exception as error:  # noqa: BLE001 - a plugin's failure becomes a record; cancels pass
        await stop_if_machine(production_id, error)
        return encode(ShotResult(shot, ShotStatus.FAILED, (), None, str(error)))
    finally:
        here.stage.release(key)


async def _remembered(production_id: str, result: Json) -> list[str]:
    try:
        learned = await shot_steps.remember(production_id, result)
    except Exception as error:  # noqa: BLE001 - the takes stand, whatever was not learned of them
        await stop_if_machine(production_id, error)
        return [str(error)]
    failures: list[str] = learned["failures"]
    return failures


async def _missing_before(here: Workplace, production_id: str, shot: Shot) -> str:
    for name in waits_for(shot):
        handle: Any = await DBOS.retrieve_workflow_async(
            f"{production_id}/{name}",
            existing_workflow=False,  # looking would journal a status, which is no JSON
        )
        result = decode(ShotResult, await handle.get_result(polling_interval_sec=here.poll_s))
        if result.best_take is None and shot.first_frame_from == name:
            return name
    return ""


async def _take_until_settled(here: Workplace, production_id: str, shot_id: str) -> Json:
    brought = await shot_steps.recall(production_id, shot_id)
    plan, shot = decode(Plan, brought["plan"]), decode(Shot, brought["shot"])
    takes: list[Take] = []
    trouble = ""
    try:
        while not is_settled(takes, plan, least=brought["least"], limit=brought["retries"]):
            takes.append(await _take(here, production_id, shot, brought, takes))
            await here.keep_take(production_id, takes[-1])
    except Exception as error:  # noqa: BLE001 - a plugin's failure becomes a record; cancels pass
        await stop_if_machine(production_id, error)
        trouble = str(error)
    return encode(settle(shot, takes, brought["least"], trouble))


async def _take(
    here: Workplace, production_id: str, shot: Shot, brought: Json, takes: list[Take]
) -> Take:
    attempt = len(takes) + 1
    key = f"{production_id}.{shot.shot_id}.{attempt}"
    before = [encode(take) for take in takes]
    written = await shot_steps.write(production_id, shot.shot_id, attempt, brought, before)
    try:
        assigned = await shot_steps.assign(production_id, shot.shot_id, attempt, brought, written)
        rendered = await shot_steps.render(production_id, shot.shot_id, attempt, brought, assigned)
    finally:
        here.renders.release(key)
        here.stage.release(f"{production_id}.{shot.shot_id}")
    graded: Json | None = None
    if "error" not in rendered:
        graded = await shot_steps.grade(production_id, shot.shot_id, attempt, brought, assigned)
    take = taking.make_take(
        shot,
        decode(Assignment, assigned["assignment"]),
        rendered["error"] if "error" in rendered else decode(Rendered, rendered["rendered"]),
        shot_steps.read_grade(graded) if graded else None,
        attempt=attempt,
        times={"write_s": written["write_s"], "render_s": rendered["render_s"]},
    )
    here.tell(production_id, Phase.GRADED, shot.shot_id, attempt=attempt, take=take)
    return take
