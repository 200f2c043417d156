"""One take: write its prompt, render it, grade it. The bodies of the journaled steps."""

import asyncio
import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from loguru import logger

from mas.engine.crew import Crew
from mas.engine.machine import is_machines_fault
from mas.engine.refinement import remembered
from mas.errors import MasError
from mas.nouns import (
    Assessment,
    Assignment,
    Format,
    Knowledge,
    Plan,
    Prompt,
    Recalled,
    Rendered,
    RenderOrder,
    Score,
    Shot,
    Take,
    Wanted,
)


@dataclass(frozen=True, slots=True)
class Graded:
    """Scores and their synthesis; `error` when the clip could not be judged at all."""

    scores: tuple[Score, ...]
    assessment: Assessment | None
    grade_s: float
    error: str | None = None


def take_seed(production_seed: int, shot: Shot, attempt: int) -> int:
    """The seed of an attempt: the shot's own for the first take, else derived; 32 bits."""
    if shot.seed is not None and attempt == 1:
        return shot.seed
    text = f"{shot.seed if shot.seed is not None else production_seed}/{shot.shot_id}/{attempt}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])


def take_format(shot: Shot, configured: Format) -> Format:
    """The shot's own format, its zeros filled in from the configured one."""
    if shot.format is None:
        return configured
    own = shot.format
    return Format(
        own.width or configured.width,
        own.height or configured.height,
        own.frames or configured.frames,
        own.fps or configured.fps,
    )


async def write_prompt(
    crew: Crew, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
) -> Prompt:
    """Write the first prompt, or revise by what the policy remembers."""
    if not takes:
        return await crew.writer.write(shot, plan, knowledge)
    seen = remembered(takes, plan.refinement.remember)
    if all(take.assessment is None for take in takes):
        return takes[-1].prompt  # nothing was graded, so there is nothing to change
    use_case = crew.use_cases.get(shot.use_case or plan.use_case)
    revise: Any = getattr(use_case, "revise", None)
    if plan.refinement.reviser == "use_case" and revise is not None:
        prompt: Prompt = await revise(shot, seen, plan, knowledge)
        return prompt
    return await crew.writer.revise(shot, plan, knowledge, seen)


async def assign(
    crew: Crew,
    shot: Shot,
    prompt: Prompt,
    *,
    production_id: str,
    attempt: int,
    seed: int,
    server: str,
) -> Assignment:
    """Fix where and how a take is rendered."""
    order = RenderOrder(
        production_id=production_id,
        take_id=f"{production_id}.{shot.shot_id}.{attempt}",
        prompt=prompt,
        seed=take_seed(seed, shot, attempt),
        format=take_format(shot, crew.renderer.format),
    )
    staging = staging_folder(crew, production_id)
    staging.mkdir(parents=True, exist_ok=True)
    assignment = await crew.renderer.assign(order, server, staging)
    return replace(assignment, staging="")  # the journal holds no absolute paths


def staging_folder(crew: Crew, production_id: str) -> Path:
    """Where renderers keep unfinished files of a production."""
    return crew.state_dir / "productions" / production_id / "staging"


async def render(
    crew: Crew, assignment: Assignment, destination: Path, progress: Callable[[float], None]
) -> Rendered | str:
    """Render or find the take; a failure, the renderer's own faults included, is returned as a sentence.

    A file under its final name is whole: it was renamed into place before a kill kept its sha256 from
    being recorded.
    """
    if await asyncio.to_thread(destination.is_file):
        return Rendered(f"takes/{destination.name}", await asyncio.to_thread(_sha256, destination))
    order = assignment.order
    assignment = replace(assignment, staging=str(staging_folder(crew, order.production_id)))
    try:
        await crew.renderer.submit_or_find(assignment)
        await crew.renderer.wait(assignment, progress)
        destination.parent.mkdir(parents=True, exist_ok=True)
        rendered = await crew.renderer.collect(assignment, destination)
        return replace(rendered, path=f"takes/{destination.name}")
    except Exception as error:  # noqa: BLE001 - a failed take is a value
        return _sentence(error, f"take {order.take_id} failed")


async def grade(crew: Crew, video: Path, shot: Shot, plan: Plan, assignment: Assignment) -> Graded:
    """Judge a rendered take; one that cannot be judged is an ungraded take with its reason."""
    began = time.perf_counter()
    order = assignment.order
    wanted = Wanted(
        prompt=order.prompt.text,
        negative=order.prompt.negative,
        concept="" if shot.verbatim else shot.concept,
        style=", ".join(part for part in (plan.style, shot.style) if part),
        rules=(*plan.rules, *shot.rules),
        format=order.format,
    )
    scores: tuple[Score, ...] = ()
    try:
        scores = await crew.verifier.verify(video, wanted)
        assessment = await crew.cameraman.assess(scores)
    except Exception as error:  # noqa: BLE001 - an ungraded take is a value
        reason = _sentence(error, f"take {order.take_id} could not be graded")
        return Graded(scores, None, time.perf_counter() - began, reason)
    return Graded(scores, assessment, time.perf_counter() - began)


def _sentence(error: Exception, what: str) -> str:
    """A failure as its sentence, logged; the machine's own failures pass."""
    if is_machines_fault(error):
        raise error
    if isinstance(error, MasError):
        logger.warning("{what}: {error}", what=what, error=str(error))
        return str(error)
    logger.opt(exception=error).error("{what}", what=what)
    return f"{type(error).__name__}: {error}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def make_take(
    shot: Shot,
    assignment: Assignment,
    rendered: Rendered | str,
    graded: Graded | None,
    *,
    attempt: int,
    times: Mapping[str, float],
) -> Take:
    """Put a take together from what its steps recorded."""
    order = assignment.order
    take = Take(
        take_id=f"{shot.shot_id}-{attempt}",
        shot_id=shot.shot_id,
        attempt=attempt,
        prompt=order.prompt,
        seed=order.seed,
        video=None,
        sha256=None,
        renderer={
            "kind": assignment.renderer,
            "server": assignment.server,
            "prompt_id": assignment.prompt_id,
            **assignment.extra,
        },
        write_s=times["write_s"],
        render_s=times["render_s"],
    )
    if isinstance(rendered, str):
        return replace(take, error=rendered)
    take = replace(take, video=f"takes/{shot.shot_id}-{attempt}.mp4", sha256=rendered.sha256)
    if graded is None:
        return take
    return replace(
        take,
        scores=graded.scores,
        assessment=graded.assessment,
        grade_s=graded.grade_s,
        error=graded.error,
    )


def with_passages(
    knowledge: Knowledge, successes: Sequence[Recalled], failures: Sequence[Recalled]
) -> Knowledge:
    """Knowledge for one shot."""
    return replace(knowledge, successes=tuple(successes), failures=tuple(failures))


def of_shot(plan: Plan, shot_id: str) -> tuple[int, Shot]:
    """A shot of the plan, and its place in it."""
    return next((n, shot) for n, shot in enumerate(plan.shots) if shot.shot_id == shot_id)


def without_shots(plan: Plan) -> Plan:
    """What a shot needs of its plan."""
    return replace(plan, shots=(), edits=(), passages=(), say=())
