"""Write down what was learned, once: every edit and passage carries a key made from where it came."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loguru import logger

from mas.engine.crew import Crew
from mas.engine.knowledge import read_blocks
from mas.nouns import Edit, Lessons, Message, Outcome


@dataclass(frozen=True, slots=True)
class Taught:
    """What the use cases said about the ended production, and which of them failed to."""

    said: tuple[str, ...]
    failures: tuple[str, ...]


PRIMARY_AGENTS = ("director", "writer", "cameraman")


async def take_in(
    crew: Crew, user: str, lessons: Lessons, *, production_id: str, source: str
) -> None:
    """Apply edits and store passages; the same production and source again change nothing."""
    if crew.rules.learn == "off":
        return
    edits = _stamped(crew, lessons.edits, production_id, source)
    if edits:
        await crew.blocks.apply(user, edits)
    passages = [
        replace(passage, user=user, production_id=passage.production_id or production_id)
        for passage in lessons.passages
    ]
    if passages:
        await crew.archive.store(passages)


def _stamped(
    crew: Crew, edits: Sequence[Edit], production_id: str, source: str
) -> tuple[Edit, ...]:
    scoped = {spec.label for spec in crew.block_specs if spec.scoped}
    return tuple(
        replace(
            edit,
            key=f"{production_id}/{source}/{number}",
            production_id=production_id,
            scope=production_id if edit.label in scoped else "",
        )
        for number, edit in enumerate(edits)
    )


async def ask_use_cases(crew: Crew, outcome: Outcome) -> Taught:
    """Let each use case of the plan learn from its own shots."""
    plan, user = outcome.plan, outcome.brief.user
    said: list[str] = []
    failures: list[str] = []
    for name in dict.fromkeys([plan.use_case, *(s.use_case for s in plan.shots if s.use_case)]):
        own = tuple(r for r in outcome.results if (r.shot.use_case or plan.use_case) == name)
        knowledge = await read_blocks(crew, user)
        try:
            lessons = await crew.use_cases[name].learn(replace(outcome, results=own), knowledge)
        except Exception as error:  # noqa: BLE001 - a plugin's failure is recorded, the film stands
            logger.exception("use case {name} failed to learn", name=name)
            failures.append(f"use case {name} learned nothing: {type(error).__name__}: {error}")
            continue
        await take_in(
            crew, user, lessons, production_id=outcome.production_id, source=f"learn/{name}"
        )
        said += lessons.say
    return Taught(tuple(said), tuple(failures))


async def remember_interaction(
    crew: Crew, user: str, agent: str, lines: Sequence[tuple[str, str]], now: datetime
) -> None:
    """Append (role, text) lines to an agent's message buffer: one interaction."""
    if crew.rules.learn != "off":
        await crew.buffers.append(user, agent, [Message(role, text, now) for role, text in lines])


async def run_sleeptime(crew: Crew, outcome: Outcome, now: datetime) -> tuple[str, ...]:
    """Let every sleeptime agent do its mandatory work at the end of a production, verified.

    Returns the agents whose mandatory work could not be verified.
    """
    if crew.rules.learn == "off":
        return ()
    unverified = []
    for agent in PRIMARY_AGENTS:
        await crew.buffers.take_turn(outcome.brief.user, agent, every=1)
        if not await _sleeptime_turn(crew, agent, outcome, now):
            unverified.append(agent)
            logger.error("the sleeptime agent of {agent} left work undone", agent=agent)
    return tuple(unverified)


async def run_due_sleeptime(crew: Crew, user: str, production_id: str, now: datetime) -> None:
    """Let the sleeptime agents run whose primary agent has had enough interactions."""
    if crew.rules.learn == "off":
        return
    for agent in PRIMARY_AGENTS:
        if await crew.buffers.take_turn(user, agent, every=crew.rules.sleeptime_every):
            occasion = f"{production_id}/{now.isoformat()}"
            await _consolidate(crew, user, agent, outcome=None, now=now, occasion=occasion)


async def _sleeptime_turn(crew: Crew, agent: str, outcome: Outcome, now: datetime) -> bool:
    user = outcome.brief.user
    await _consolidate(crew, user, agent, outcome=outcome, now=now, occasion=outcome.production_id)
    session = (await read_blocks(crew, user)).session_state
    return bool(session.last_activity) and bool(session.last_session_summary)


async def _consolidate(
    crew: Crew,
    user: str,
    agent: str,
    *,
    outcome: Outcome | None,
    now: datetime,
    occasion: str,
) -> None:
    own_buffer = f"sleeptime-{agent}"
    if crew.rules.autoclear:
        await crew.buffers.clear(user, own_buffer)
    messages = await crew.buffers.read(user, agent)
    knowledge = await read_blocks(crew, user)
    lessons = await crew.sleeptime.consolidate(agent, messages, knowledge, outcome, now)
    await take_in(crew, user, lessons, production_id=occasion, source=own_buffer)
    report = f"made {len(lessons.edits)} edits and {len(lessons.passages)} passages"
    await crew.buffers.append(user, own_buffer, [Message("assistant", report, now)])
