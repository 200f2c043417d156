"""Sessions in a sentence or two: what was made, how good it is, and what is left."""

from collections.abc import Sequence

from mas.agents.english import listed
from mas.nouns import Message, Outcome, ShotResult
from mas.nouns.take import ShotStatus

_SHOWN = 3  # titles named in a summary; the rest is counted


def summarise(outcome: Outcome) -> str:
    """Say what a production made, its grades, and what is left."""
    what = f'"{outcome.plan.title}" ({outcome.plan.use_case})'
    if not outcome.plan.shots:
        return f"{what}: something was learned, nothing was filmed."
    done = [r for r in outcome.results if r.status is ShotStatus.ACCEPTED]
    made = f"{what}: {len(done)} of {len(outcome.plan.shots)} accepted{_grades(done)}."
    left = [
        f"{title_of(r)} {_trouble(r)}"
        for r in outcome.results
        if r.status is not ShotStatus.ACCEPTED
    ]
    waiting = len(queued_titles(outcome))
    rest = listed([*left[:_SHOWN], *([f"{len(left) - _SHOWN} more"] if len(left) > _SHOWN else [])])
    said = f" Left: {rest}." if left else ""
    paused = f" It is {outcome.status} with {waiting} not filmed yet." if waiting else ""
    return made + said + paused


def summarise_messages(messages: Sequence[Message]) -> str:
    """Say what the user asked for last; "" when they said nothing."""
    asked = [" ".join(m.text.split()) for m in messages if m.role == "user" and m.text.strip()]
    if not asked:
        return ""
    last = asked[-1] if len(asked[-1]) <= 160 else asked[-1][:157].rstrip() + "..."
    before = f", after {len(asked) - 1} earlier requests" if len(asked) > 2 else ""
    return f'The user last asked: "{last}"{before}.'


def pending_entries(outcome: Outcome) -> tuple[str, ...]:
    """What is left to do of a production, one entry each."""
    entries = [
        f'{outcome.production_id}: "{title_of(r)}" {_trouble(r)}'
        for r in outcome.results
        if r.status in {ShotStatus.FAILED, ShotStatus.BELOW_STANDARD}
    ]
    if outcome.status == "paused":
        entries.append(
            f'{outcome.production_id}: "{outcome.plan.title}" is paused; '
            f"go on with +recipe=resume production={outcome.production_id}"
        )
    return tuple(dict.fromkeys(entries))


def queued_titles(outcome: Outcome) -> tuple[str, ...]:
    """Titles of shots that were planned and not filmed."""
    filmed = {r.shot.shot_id for r in outcome.results if r.takes}
    if outcome.status == "complete":
        return ()
    return tuple(shot.title for shot in outcome.plan.shots if shot.shot_id not in filmed)


def title_of(result: ShotResult) -> str:
    """The title of a shot, or its id."""
    return result.shot.title or result.shot.shot_id


def _trouble(result: ShotResult) -> str:
    if result.status is ShotStatus.BELOW_STANDARD:
        best = next((t for t in result.takes if t.take_id == result.best_take), None)
        grade = best.assessment.grade if best and best.assessment else None
        return f"stayed below standard ({grade})" if grade else "stayed below standard"
    if result.status is ShotStatus.FAILED:
        return f"failed ({result.reason})" if result.reason else "failed"
    return "was skipped"


def _grades(done: list[ShotResult]) -> str:
    grades = [
        str(take.assessment.grade)
        for r in done
        for take in r.takes
        if take.take_id == r.best_take and take.assessment and take.assessment.grade
    ]
    shown = ", ".join(grades[:8]) + (" ..." if len(grades) > 8 else "")
    return f" ({shown})" if grades else ""
