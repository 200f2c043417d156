"""Sleeptime agents: every few interactions, and at the end of each production; always verified."""

from dataclasses import dataclass
from datetime import UTC, datetime

from mas.engine.crew import Crew
from mas.engine.knowledge import read_blocks
from mas.engine.learning import PRIMARY_AGENTS, recorded, take_in
from mas.nouns import Edit, Lessons, Message, Operation, Outcome, SessionState, ShotStatus


@dataclass(frozen=True, slots=True)
class Occasion:
    """When sleeptime agents run.

    Attributes:
        name: unique inside the production; the same occasion worked on twice changes nothing.
        outcome: the production that ended or paused; None in between.
    """

    production_id: str
    user: str
    name: str
    now: datetime
    outcome: Outcome | None = None


async def run_due(crew: Crew, occasion: Occasion) -> list[str]:
    """Let the sleeptime agents run whose primary agent has had enough interactions."""
    failures: list[str] = []
    if crew.rules.learn == "off":
        return failures
    every, key = crew.rules.sleeptime_every, f"{occasion.production_id}/{occasion.name}"
    for agent in PRIMARY_AGENTS:
        if await crew.buffers.take_turn(occasion.user, agent, every=every, key=key):
            with recorded(failures, f"the sleeptime agent of {agent} failed"):
                await _consolidate(crew, agent, occasion)
    return failures


async def run_all(crew: Crew, occasion: Occasion, *, since: datetime) -> list[str]:
    """Let every sleeptime agent do its mandatory work, and check that it is done.

    What an agent left undone is done here, in plain code.

    Args:
        crew: whose memory is looked after.
        occasion: with the outcome of the production.
        since: when the production began.

    Returns:
        What went wrong, one sentence each.
    """
    failures: list[str] = []
    if crew.rules.learn == "off":
        return failures
    for agent in PRIMARY_AGENTS:
        await crew.buffers.take_turn(occasion.user, agent, every=1)
        lessons = Lessons()
        with recorded(failures, f"the sleeptime agent of {agent} failed"):
            lessons = await _consolidate(crew, agent, occasion)
        state = (await read_blocks(crew, occasion.user)).session_state
        if not (_tells_of_session(lessons) and _is_recent(state, since)):
            failures.append(f"the sleeptime agent of {agent} left its work undone; mas did it")
            await _take_in(crew, occasion, _mandatory(occasion), f"mandatory-{agent}")
    return failures


def _tells_of_session(lessons: Lessons) -> bool:
    """True when the agent set both: when something was last done, and what."""
    told = {
        operation.field
        for edit in lessons.edits
        if edit.label == "session_state"
        for operation in edit.operations
        if operation.op == "set"
    }
    return {"last_activity", "last_session_summary"} <= told


def _is_recent(state: SessionState, since: datetime) -> bool:
    """True when the state that stands tells of something not before `since` (to the second)."""
    try:
        last = datetime.fromisoformat(state.last_activity)
    except ValueError:
        return False
    told = bool(state.last_session_summary.strip())
    return told and last.tzinfo is not None and last >= since.replace(microsecond=0)


async def _consolidate(crew: Crew, agent: str, occasion: Occasion) -> Lessons:
    user, own_buffer = occasion.user, f"sleeptime-{agent}"
    if crew.rules.autoclear:
        await crew.buffers.clear(user, own_buffer)
    messages = await crew.buffers.read(user, agent)
    knowledge = await read_blocks(crew, user)
    lessons = await crew.sleeptime.consolidate(
        agent, messages, knowledge, occasion.outcome, occasion.now
    )
    await _take_in(crew, occasion, lessons, own_buffer)
    report = f"made {len(lessons.edits)} edits and {len(lessons.passages)} passages"
    key = f"{occasion.production_id}/{occasion.name}"
    await crew.buffers.append(
        user, own_buffer, [Message("assistant", report, occasion.now)], key=key
    )
    return lessons


async def _take_in(crew: Crew, occasion: Occasion, lessons: Lessons, source: str) -> None:
    await take_in(
        crew,
        occasion.user,
        lessons,
        production_id=occasion.production_id,
        source=f"{source}/{occasion.name}",
    )


def _mandatory(occasion: Occasion) -> Lessons:
    """The least that every session leaves behind: when, what, and what is still to do."""
    outcome = occasion.outcome
    assert outcome is not None
    made = sum(result.status is ShotStatus.ACCEPTED for result in outcome.results)
    left = tuple(
        f'{outcome.production_id}: "{result.shot.title}" is {result.status.value}'
        for result in outcome.results
        if result.status is not ShotStatus.ACCEPTED
    )
    summary = (
        f'"{outcome.plan.title}" ({outcome.plan.use_case}) is {outcome.status}: '
        f"{made} of {len(outcome.plan.shots)} accepted."
    )
    last = occasion.now.astimezone(UTC).isoformat(timespec="seconds")
    operations = (
        Operation("set", "last_activity", last),
        Operation("set", "last_session_summary", summary),
        *([Operation("add", "pending_work", left)] if left else []),
    )
    return Lessons((Edit("session_state", operations, who="engine", why="mandatory work"),))
