"""Refinement decisions: what is good enough, which take is best, what a revision may see. Pure."""

from collections.abc import Sequence

from mas.engine.crew import Rules
from mas.nouns import Grade, Knowledge, Plan, Shot, ShotResult, ShotStatus, Take

_LADDER = {grade.value: grade.rank for grade in Grade}


def least_grade(shot: Shot, rules: Rules, knowledge: Knowledge) -> str:
    """The grade a take must reach: this run's override, the shot's own, or the block's."""
    return rules.min_grade or shot.min_grade or knowledge.quality_standards.min_acceptable_grade


def retries(plan: Plan, rules: Rules, knowledge: Knowledge) -> int:
    """How often a shot may be rendered again."""
    for limit in (rules.max_retries, plan.refinement.max_retries):
        if limit is not None:
            return limit
    return knowledge.quality_standards.max_retries


def is_accepted(take: Take, least: str) -> bool:
    """True when the take was graded and its grade is good enough."""
    grade = take.assessment.grade if take.assessment else None
    return grade is not None and grade.rank >= _LADDER[least]


def best_of(takes: Sequence[Take]) -> Take | None:
    """The take with the highest score (the first of equals); ungraded ones come last."""
    rendered = [take for take in takes if take.video is not None]
    return max(rendered, key=_worth, default=None)


def _worth(take: Take) -> float:
    score = take.assessment.score if take.assessment else None
    return -1.0 if score is None else score


def remembered(takes: Sequence[Take], remember: str) -> tuple[Take, ...]:
    """The takes that a revision may see: "last", "best" or "all"; a best one stands last."""
    if remember == "last":
        return tuple(takes[-1:])
    if remember == "best":
        best = best_of(takes)
        return (best,) if best else tuple(takes[-1:])
    return tuple(takes)


def is_settled(takes: Sequence[Take], plan: Plan, *, least: str, limit: int) -> bool:
    """True when no further take is wanted."""
    if len(takes) > limit:
        return True
    return bool(takes) and plan.refinement.stop_when_accepted and is_accepted(takes[-1], least)


def settle(shot: Shot, takes: Sequence[Take], least: str, trouble: str = "") -> ShotResult:
    """Decide how the shot ended; `trouble` is what stopped it from being taken again."""
    best = best_of(takes)
    if best is None:
        reason = trouble or (takes[-1].error if takes else "nothing was rendered")
        return ShotResult(shot, ShotStatus.FAILED, tuple(takes), None, reason or "")
    if is_accepted(best, least):
        return ShotResult(shot, ShotStatus.ACCEPTED, tuple(takes), best.take_id)
    grade = best.assessment.grade if best.assessment else None
    reason = f"best grade {grade} is below {least}" if grade else "no judge could grade it"
    reason = f"{reason}; {trouble}" if trouble else reason
    return ShotResult(shot, ShotStatus.BELOW_STANDARD, tuple(takes), best.take_id, reason)
