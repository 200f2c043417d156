"""The steps of a shot: recall once; write, assign, render and grade for each take; remember."""

import time
from datetime import UTC, datetime

from mas.engine import learning, projection, queueing, sleeping, taking
from mas.engine.codec import Json, decode, decode_knowledge, encode, encode_knowledge
from mas.engine.knowledge import read_blocks, search
from mas.engine.refinement import least_grade, retries
from mas.engine.stepping import journaled
from mas.engine.workplace import Workplace, workplace
from mas.nouns import (
    Assessment,
    Assignment,
    Outcome,
    Phase,
    Plan,
    Prompt,
    Rendered,
    Score,
    Shot,
    ShotResult,
    Take,
)


@journaled
async def recall(production_id: str, shot_id: str) -> Json:
    """Gather what the Writer may know, at the last moment."""
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    plan = await here.plan(production_id)
    position, shot = taking.of_shot(plan, shot_id)
    if crew.rules.learn == "live":
        knowledge, before = await read_blocks(crew, brief.user), None
    else:
        knowledge, before = await here.known(production_id), here.started_at(production_id)
    successes, failures = await search(crew, brief.user, shot, plan, before=before)
    knowledge = taking.with_passages(knowledge, successes, failures)
    return {
        "shot": encode(shot),
        "plan": encode(taking.without_shots(plan)),
        "knowledge": encode_knowledge(knowledge),
        "least": least_grade(shot, crew.rules, knowledge),
        "retries": retries(plan, crew.rules, knowledge),
        "position": position,
    }


@journaled
async def write(
    production_id: str, shot_id: str, attempt: int, brought: Json, takes: list[Json]
) -> Json:
    """Write the prompt of an attempt, when the Writer is free."""
    here = workplace()
    crew, key = here.crew, f"{production_id}.{shot_id}.{attempt}"
    await here.writes.acquire(key, priority=(-attempt, brought["position"]))
    try:
        here.tell(production_id, Phase.WRITING, shot_id, attempt=attempt)
        began = time.perf_counter()
        shot = decode(Shot, brought["shot"])
        if attempt == 1:
            started = projection.shot_started(shot)
            await queueing.project(here, production_id, started, f"start/{shot_id}")
        prompt = await taking.write_prompt(
            crew,
            shot,
            decode(Plan, brought["plan"]),
            decode_knowledge(brought["knowledge"], crew.block_specs),
            [decode(Take, take) for take in takes],
        )
        user = here.brief(production_id).user
        lines = (("user", shot.concept), ("assistant", prompt.text))
        await learning.remember_interaction(
            crew, user, "writer", lines, now=datetime.now(UTC), key=key
        )
        return {"prompt": encode(prompt), "write_s": time.perf_counter() - began}
    finally:
        here.writes.release(key)


@journaled
async def assign(
    production_id: str, shot_id: str, attempt: int, brought: Json, written: Json
) -> Json:
    """Wait for a server, and fix everything about the take."""
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


@journaled
async def render(
    production_id: str, shot_id: str, attempt: int, brought: Json, assigned: Json
) -> Json:
    """Render the take on its server, or find it there."""
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


@journaled
async def grade(
    production_id: str, shot_id: str, attempt: int, brought: Json, assigned: Json
) -> Json:
    """Judge the take, when the judges are free."""
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
    if graded.assessment is not None:
        rendered = Rendered(path="", sha256="")
        times = {"write_s": 0.0, "render_s": 0.0}
        shot = decode(Shot, brought["shot"])
        take = taking.make_take(shot, assignment, rendered, graded, attempt=attempt, times=times)
        await _note_grade(here, production_id, take, graded.assessment)
    return {
        "scores": [encode(score) for score in graded.scores],
        "assessment": encode(graded.assessment) if graded.assessment else None,
        "grade_s": graded.grade_s,
        "error": graded.error,
    }


async def _note_grade(
    here: Workplace, production_id: str, take: Take, assessment: Assessment
) -> None:
    """Tell plugins and the Cameraman's buffer of a grade, in the order of grading."""
    here.crew.on_take_graded(take, assessment)
    verdict = f"{take.take_id}: {assessment.grade} ({'; '.join(assessment.reasons)})"
    await learning.remember_interaction(
        here.crew,
        here.brief(production_id).user,
        "cameraman",
        (("user", take.prompt.text), ("assistant", verdict)),
        now=datetime.now(UTC),
        key=f"{production_id}/{take.take_id}",
    )


def read_grade(document: Json) -> taking.Graded:
    """Read what `grade` recorded."""
    assessment = document["assessment"]
    return taking.Graded(
        tuple(decode(Score, score) for score in document["scores"]),
        decode(Assessment, assessment) if assessment else None,
        document["grade_s"],
        document["error"],
    )


@journaled
async def remember(production_id: str, result: Json) -> Json:
    """Learn from one shot, so that the next ones may use it."""
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    done = decode(ShotResult, result)
    now, shot_id = datetime.now(UTC), done.shot.shot_id
    plan = await here.plan(production_id)
    outcome = Outcome(production_id, brief, plan, (done,), "running", now)
    failures = await learning.ask_tuner(crew, outcome, shot_id)
    await queueing.count_ended(here, production_id, done, now)
    occasion = sleeping.Occasion(production_id, brief.user, shot_id, now)
    failures += await sleeping.run_due(crew, occasion)
    return {"failures": failures}
