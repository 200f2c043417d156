"""Write down what was learned, once: every edit and passage carries a key made from where it came.

Whatever a plugin gets wrong while it learns is recorded and changes nothing else: the film stands.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from loguru import logger

from mas.engine.crew import Crew
from mas.engine.knowledge import read_blocks
from mas.engine.machine import is_machines_fault
from mas.nouns import BlockVersion, Edit, Lessons, Message, Outcome

PRIMARY_AGENTS = ("director", "writer", "cameraman")


@dataclass(frozen=True, slots=True)
class Taught:
    """What the use cases said about the ended production, and which of them failed to."""

    said: tuple[str, ...]
    failures: tuple[str, ...]


@contextmanager
def recorded(failures: list[str], what: str) -> Iterator[None]:
    """Turn a plugin's failure into a sentence; the machine's own failures pass."""
    try:
        yield
    except Exception as error:
        if is_machines_fault(error):
            raise
        logger.opt(exception=error).error("{what}", what=what)
        failures.append(f"{what}: {type(error).__name__}: {error}")


async def take_in(
    crew: Crew, user: str, lessons: Lessons, *, production_id: str, source: str
) -> tuple[BlockVersion, ...]:
    """Apply edits and store passages; the same production and source again change nothing.

    Returns the edited blocks as they stand.
    """
    if crew.rules.learn == "off":
        return ()
    edits = _stamped(crew, lessons.edits, production_id, source)
    versions = await crew.blocks.apply(user, edits) if edits else ()
    passages = [
        replace(passage, user=user, production_id=passage.production_id or production_id)
        for passage in lessons.passages
    ]
    if passages:
        await crew.archive.store(passages)
    return versions


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


async def ask_tuner(crew: Crew, outcome: Outcome, shot_id: str) -> list[str]:
    """Let the Tuner learn from one shot; returns what went wrong."""
    failures: list[str] = []
    user, production_id = outcome.brief.user, outcome.production_id
    with recorded(failures, f"the Tuner failed to learn from {shot_id}"):
        lessons = await crew.tuner.learn(outcome, await read_blocks(crew, user))
        source = f"shot/{shot_id}"
        await take_in(crew, user, lessons, production_id=production_id, source=source)
    return failures


async def ask_use_cases(crew: Crew, outcome: Outcome) -> Taught:
    """Let each use case of the plan learn from its own shots."""
    plan, user = outcome.plan, outcome.brief.user
    said: list[str] = []
    failures: list[str] = []
    for name in dict.fromkeys([plan.use_case, *(s.use_case for s in plan.shots if s.use_case)]):
        own = tuple(r for r in outcome.results if (r.shot.use_case or plan.use_case) == name)
        with recorded(failures, f"use case {name} failed to learn"):
            knowledge = await read_blocks(crew, user)
            lessons = await crew.use_cases[name].learn(replace(outcome, results=own), knowledge)
            source = f"learn/{name}"
            await take_in(crew, user, lessons, production_id=outcome.production_id, source=source)
            said += lessons.say
    return Taught(tuple(said), tuple(failures))


async def remember_interaction(
    crew: Crew,
    user: str,
    agent: str,
    lines: Sequence[tuple[str, str]],
    *,
    now: datetime,
    key: str,
) -> None:
    """Append (role, text) lines to an agent's message buffer: one interaction, once per key."""
    if crew.rules.learn != "off":
        messages = [Message(role, text, now) for role, text in lines]
        await crew.buffers.append(user, agent, messages, key=key)
