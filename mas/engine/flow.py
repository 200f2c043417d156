"""The two workflows: a production, and one child per shot, strictly sequential inside.

Only DBOS decorators and the order of steps stand here; what a step does stands in its own module.
Steps return JSON (encoded nouns): that is what a resumed production reads back. Changing the order
of the steps of a workflow means raising `journal.FLOW`.
"""

import time
import traceback
from datetime import UTC, datetime
from typing import Any

from dbos import DBOS, SetWorkflowID
from loguru import logger

from mas.engine import learning, projection, taking
from mas.engine.codec import Json, decode, decode_knowledge, encode, encode_knowledge
from mas.engine.knowledge import read_blocks, recall
from mas.engine.planning import make_plan
from mas.engine.publishing import assemble, finish
from mas.engine.refinement import is_settled, least_grade, retries, settle
from mas.engine.workplace import Workplace, workplace
from mas.errors import MasError
from mas.nouns import (
    Assessment,
    Assignment,
    Lessons,
    Outcome,
    Phase,
    Plan,
    Prompt,
    Rendered,
    Score,
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
        return await _plan_to_publish(here, production_id)


async def _plan_to_publish(here: Workplace, production_id: str) -> Json:
    planned = await _plan(production_id)
    if planned["plan"] is None:
        return {"status": "refused", "say": planned["say"]}
    plan = decode(Plan, planned["plan"])
    here.tell_plan(production_id, plan, planned["say"])
    handles = []
    for shot in plan.shots:
        with SetWorkflowID(f"{production_id}/{shot.shot_id}"):
            handles.append(await DBOS.start_workflow_async(make_shot, production_id, shot.shot_id))
    outcomes = [await handle.get_result(polling_interval_sec=here.poll_s) for handle in handles]
    results = tuple(decode(ShotResult, outcome) for outcome in outcomes)
    film = await _assemble(production_id, outcomes)
    learned = await _learn(production_id, outcomes)
    return await _publish(production_id, outcomes, film, learned, len(results))


@DBOS.workflow()
async def make_shot(production_id: str, shot_id: str) -> Json:
    """Take a shot until it is settled; whatever goes wrong is this shot's alone."""
    here = workplace()
    here.enter(production_id)
    with logger.contextualize(production=production_id, shot=shot_id):
        result = await _settled(here, production_id, shot_id)
    here.tell(production_id, Phase.DONE, shot_id, text=result["data"]["status"])
    return result


async def _settled(here: Workplace, production_id: str, shot_id: str) -> Json:
    try:
        return await _take_until_settled(here, production_id, shot_id)
    except Exception as error:  # noqa: BLE001 - a plugin's failure becomes a record; cancels pass
        logger.error("shot {shot} failed: {trace}", shot=shot_id, trace=traceback.format_exc())
        plan = decode(Plan, await here.plan_document(production_id))
        shot = next(shot for shot in plan.shots if shot.shot_id == shot_id)
        reason = f"{type(error).__name__}: {error}"
        return encode(ShotResult(shot, ShotStatus.FAILED, (), None, reason))


async def _take_until_settled(here: Workplace, production_id: str, shot_id: str) -> Json:
    brought = await _recall(production_id, shot_id)
    plan, shot = decode(Plan, brought["plan"]), decode(Shot, brought["shot"])
    missing = await _missing_before(here, production_id, shot)
    if missing:
        reason = f"{missing} has no take to follow"
        return encode(ShotResult(shot, ShotStatus.SKIPPED, (), None, reason))
    takes: list[Take] = []
    while not is_settled(takes, plan, least=brought["least"], limit=brought["retries"]):
        takes.append(await _take(here, production_id, shot, brought, takes))
        await here.keep_take(production_id, takes[-1])
    result = settle(shot, takes, brought["least"])
    await _remember(production_id, encode(result))
    return encode(result)


async def _missing_before(here: Workplace, production_id: str, shot: Shot) -> str:
    for name in shot.after:
        handle: Any = await DBOS.retrieve_workflow_async(f"{production_id}/{name}")
        result = decode(ShotResult, await handle.get_result(polling_interval_sec=here.poll_s))
        if result.best_take is None and shot.first_frame_from == name:
            return name
    return ""


async def _take(
    here: Workplace, production_id: str, shot: Shot, brought: Json, takes: list[Take]
) -> Take:
    attempt = len(takes) + 1
    key = f"{production_id}.{shot.shot_id}.{attempt}"
    before = [encode(take) for take in takes]
    written = await _write(production_id, shot.shot_id, attempt, brought, before)
    try:
        assigned = await _assign(production_id, shot.shot_id, attempt, brought, written)
        rendered = await _render(production_id, shot.shot_id, attempt, brought, assigned)
    finally:
        here.renders.release(key)
    graded: Json | None = None
    if "error" not in rendered:
        graded = await _grade(production_id, shot.shot_id, attempt, brought, assigned)
    take = taking.make_take(
        shot,
        decode(Assignment, assigned["assignment"]),
        rendered["error"] if "error" in rendered else decode(Rendered, rendered["rendered"]),
        _graded(graded) if graded else None,
        attempt=attempt,
        times={"write_s": written["write_s"], "render_s": rendered["render_s"]},
    )
    here.tell(production_id, Phase.GRADED, shot.shot_id, attempt=attempt, take=take)
    return take


# --- steps ------------------------------------------------------------------


@DBOS.step()
async def _plan(production_id: str) -> Json:
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    here.tell(production_id, Phase.WRITING, text="planning")
    knowledge = await read_blocks(crew, brief.user)
    try:
        planned = await make_plan(crew, brief, knowledge)
    except MasError as error:
        return {"plan": None, "say": [str(error)]}
    await learning.remember_interaction(
        crew,
        brief.user,
        "director",
        (("user", brief.text), ("assistant", planned.plan.title if planned.plan else "refused")),
        datetime.now(UTC),
    )
    if planned.plan is None:
        return {"plan": None, "say": list(planned.say)}
    plan = planned.plan
    opened = (projection.queue_opened(production_id, plan.shots),) if plan.shots else ()
    lessons = Lessons((*plan.edits, *opened), plan.passages)
    await learning.take_in(crew, brief.user, lessons, production_id=production_id, source="plan")
    known = encode_knowledge(await read_blocks(crew, brief.user))
    document = {"plan": encode(plan), "knowledge": known, "say": list(planned.say)}
    await here.ledger.set_plan(production_id, document)
    return document


@DBOS.step()
async def _recall(production_id: str, shot_id: str) -> Json:
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    document = await here.planned(production_id)
    plan = decode(Plan, document["plan"])
    shot = next(shot for shot in plan.shots if shot.shot_id == shot_id)
    if crew.rules.learn == "live":
        knowledge, before = await read_blocks(crew, brief.user), None
    else:
        knowledge = decode_knowledge(document["knowledge"], crew.block_specs)
        before = here.started_at(production_id)
    successes, failures = await recall(crew, brief.user, shot, plan, before=before)
    knowledge = taking.with_passages(knowledge, successes, failures)
    return {
        "shot": encode(shot),
        "plan": encode(taking.without_shots(plan)),
        "knowledge": encode_knowledge(knowledge),
        "least": least_grade(shot, crew.rules, knowledge),
        "retries": retries(plan, crew.rules, knowledge),
        "position": plan.shots.index(shot),
    }


@DBOS.step()
async def _write(
    production_id: str, shot_id: str, attempt: int, brought: Json, takes: list[Json]
) -> Json:
    here = workplace()
    crew, key = here.crew, f"{production_id}.{shot_id}.{attempt}"
    await here.writes.acquire(key, priority=(-attempt, brought["position"]))
    try:
        here.tell(production_id, Phase.WRITING, shot_id, attempt=attempt)
        began = time.perf_counter()
        shot = decode(Shot, brought["shot"])
        if attempt == 1:
            await here.project(production_id, projection.shot_started(shot), f"start/{shot_id}")
        prompt = await taking.write_prompt(
            crew,
            shot,
            decode(Plan, brought["plan"]),
            decode_knowledge(brought["knowledge"], crew.block_specs),
            [decode(Take, take) for take in takes],
        )
        user = here.brief(production_id).user
        lines = (("user", shot.concept), ("assistant", prompt.text))
        await learning.remember_interaction(crew, user, "writer", lines, datetime.now(UTC))
        return {"prompt": encode(prompt), "write_s": time.perf_counter() - began}
    finally:
        here.writes.release(key)


@DBOS.step()
async def _assign(
    production_id: str, shot_id: str, attempt: int, brought: Json, written: Json
) -> Json:
    here = workplace()
    here.tell(production_id, Phase.WAITING, shot_id, attempt=attempt)
    server = await here.renders.acquire(
        f"{production_id}.{shot_id}.{attempt}", priority=(-attempt, brought["position"])
    )
    assignment = await taking.assign(
        here.crew,
        decode(Shot, brought["shot"]),
        decode(Prompt, written["prompt"]),
        production_id=production_id,
        attempt=attempt,
        seed=here.seed(production_id),
        server=server,
    )
    return {"assignment": encode(assignment)}


@DBOS.step(preemptible=True)
async def _render(
    production_id: str, shot_id: str, attempt: int, brought: Json, assigned: Json
) -> Json:
    here = workplace()
    assignment = decode(Assignment, assigned["assignment"])
    await here.renders.acquire(
        assignment.order.take_id,
        priority=(-attempt, brought["position"]),
        only=assignment.server,
    )
    here.tell(production_id, Phase.RENDERING, shot_id, attempt=attempt, share=0.0)
    began = time.perf_counter()
    rendered = await taking.render(
        here.crew,
        assignment,
        here.folder(production_id) / "takes" / f"{shot_id}-{attempt}.mp4",
        lambda share: here.tell(
            production_id, Phase.RENDERING, shot_id, attempt=attempt, share=share
        ),
    )
    render_s = time.perf_counter() - began
    if isinstance(rendered, str):
        return {"error": rendered, "render_s": render_s}
    return {"rendered": encode(rendered), "render_s": render_s}


@DBOS.step()
async def _grade(
    production_id: str, shot_id: str, attempt: int, brought: Json, assigned: Json
) -> Json:
    here = workplace()
    crew, key = here.crew, f"{production_id}.{shot_id}.{attempt}"
    await here.grades.acquire(key, priority=(-attempt, brought["position"]))
    try:
        here.tell(production_id, Phase.GRADING, shot_id, attempt=attempt)
        graded = await taking.grade(
            crew,
            here.folder(production_id) / "takes" / f"{shot_id}-{attempt}.mp4",
            decode(Shot, brought["shot"]),
            decode(Plan, brought["plan"]),
            decode(Assignment, assigned["assignment"]),
        )
    finally:
        here.grades.release(key)
    assignment = decode(Assignment, assigned["assignment"])
    await here.note_grade(production_id, decode(Shot, brought["shot"]), attempt, graded, assignment)
    return {
        "scores": [encode(score) for score in graded.scores],
        "assessment": encode(graded.assessment) if graded.assessment else None,
        "grade_s": graded.grade_s,
        "error": graded.error,
    }


def _graded(document: Json) -> taking.Graded:
    assessment = document["assessment"]
    return taking.Graded(
        tuple(decode(Score, score) for score in document["scores"]),
        decode(Assessment, assessment) if assessment else None,
        document["grade_s"],
        document["error"],
    )


@DBOS.step()
async def _remember(production_id: str, result: Json) -> Json:
    """Learn from one shot, so that the next ones may use it."""
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    done = decode(ShotResult, result)
    now = datetime.now(UTC)
    knowledge = await read_blocks(crew, brief.user)
    plan = decode(Plan, await here.plan_document(production_id))
    outcome = Outcome(production_id, brief, plan, (done,), "running", now)
    lessons = await crew.tuner.learn(outcome, knowledge)
    source = f"shot/{done.shot.shot_id}"
    await learning.take_in(crew, brief.user, lessons, production_id=production_id, source=source)
    held = knowledge.production_queue.completed_today
    ended = projection.shot_ended(done, held, now=now, time_zone=brief.time_zone)
    await here.project(production_id, ended, f"end/{done.shot.shot_id}")
    await learning.run_due_sleeptime(crew, brief.user, production_id, now)
    return {"said": list(lessons.say)}


@DBOS.step()
async def _assemble(production_id: str, outcomes: list[Json]) -> Json:
    here = workplace()
    plan = decode(Plan, await here.plan_document(production_id))
    results = [decode(ShotResult, outcome) for outcome in outcomes]
    if plan.assembly is None or not any(result.best_take for result in results):
        return {"film": None}
    here.tell(production_id, Phase.ASSEMBLING)
    return await assemble(here.folder(production_id), plan, results)


@DBOS.step()
async def _learn(production_id: str, outcomes: list[Json]) -> Json:
    here = workplace()
    here.tell(production_id, Phase.LEARNING)
    crew, brief = here.crew, here.brief(production_id)
    plan = decode(Plan, await here.plan_document(production_id))
    now = datetime.now(UTC)
    results = tuple(decode(ShotResult, outcome) for outcome in outcomes)
    outcome = Outcome(production_id, brief, plan, results, here.status_of(results), now)
    taught = await learning.ask_use_cases(crew, outcome)
    await here.close_projections(production_id)
    unverified = await learning.run_sleeptime(crew, outcome, now)
    crew.on_finished(outcome)
    unfinished = [f"the sleeptime agent of {agent} left work undone" for agent in unverified]
    return {"said": list(taught.said), "failures": [*taught.failures, *unfinished]}


@DBOS.step()
async def _publish(
    production_id: str, outcomes: list[Json], film: Json, learned: Json, count: int
) -> Json:
    here = workplace()
    results = tuple(decode(ShotResult, outcome) for outcome in outcomes)
    status = here.status_of(results)
    await finish(here, production_id, results, status=status, film=film, learned=learned)
    return {"status": status, "say": learned["said"], "shots": count}
