"""Sample values for tests: a take, a shot's result, an outcome, each with sensible facts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mas.nouns import (
    Assessment,
    Brief,
    Finding,
    Grade,
    Outcome,
    Plan,
    Prompt,
    Score,
    Shot,
    ShotResult,
    ShotStatus,
    Take,
)

NOON = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
DULL = Finding(
    kind="palette.missing",
    wanted="purple",
    measured="0.2 % of the picture",
    advice="fill the sky with purple light",
    severity=0.6,
)
_GRADES = ((0.95, Grade.A_PLUS), (0.85, Grade.A), (0.7, Grade.B), (0.5, Grade.C), (0.3, Grade.D))


def sample_take(
    *,
    shot_id: str = "shot-1",
    attempt: int = 1,
    score: float = 0.85,
    text: str = "A griffin glides over misty mountains at dawn.",
    findings: Sequence[Finding] = (),
) -> Take:
    """Make a take that was rendered and graded by one judge called "sample"."""
    grade = next((grade for least, grade in _GRADES if score >= least), Grade.F)
    take_id = f"{shot_id}-{attempt}"
    verdict = Score("sample", score, details={"sharpness": score}, findings=tuple(findings))
    reasons = tuple(finding.advice for finding in findings)
    return Take(
        take_id=take_id,
        shot_id=shot_id,
        attempt=attempt,
        prompt=Prompt(text),
        seed=7,
        video=f"takes/{take_id}.mp4",
        sha256="0" * 64,
        renderer={"kind": "sample", "server": "local"},
        scores=(verdict,),
        assessment=Assessment(
            score, grade, partial=False, reasons=reasons, findings=tuple(findings)
        ),
    )


def failed_take(*, shot_id: str = "shot-1", attempt: int = 1, error: str = "no slot") -> Take:
    """Make a take whose rendering failed."""
    take = sample_take(shot_id=shot_id, attempt=attempt)
    return replace(take, video=None, sha256=None, scores=(), assessment=None, error=error)


def sample_result(shot: Shot, *takes: Take) -> ShotResult:
    """Make the result of a shot from its takes (by default one good one).

    The best take has the highest score. A shot is accepted from grade B on.
    """
    takes = takes or (sample_take(shot_id=shot.shot_id, text=shot.concept),)
    graded = [(take.assessment.score or 0.0, take) for take in takes if take.assessment]
    if not graded:
        return ShotResult(shot, ShotStatus.FAILED, takes, None, reason=takes[-1].error or "")
    score, best = max(graded, key=lambda pair: pair[0])
    status = ShotStatus.ACCEPTED if score >= 0.7 else ShotStatus.BELOW_STANDARD
    return ShotResult(shot, status, takes, best.take_id)


def sample_outcome(
    plan: Plan | None = None,
    *,
    brief: str = "A griffin over misty mountains",
    user: str = "ada",
    results: Sequence[ShotResult] | None = None,
    production_id: str = "p-sample",
) -> Outcome:
    """Make the outcome of a plan: every shot accepted at the first take, unless `results` say else.

    Without a plan: one shot that became good at its second take.
    """
    if plan is None:
        shot = Shot("shot-1", "The griffin", brief)
        first = sample_take(score=0.4, findings=(DULL,))
        results = results or (sample_result(shot, first, sample_take(attempt=2)),)
        plan = Plan("sample", "The griffin", (shot,))
    results = [sample_result(shot) for shot in plan.shots] if results is None else results
    whole = all(result.best_take for result in results)
    return Outcome(
        production_id=production_id,
        brief=Brief(brief, user=user),
        plan=plan,
        results=tuple(results),
        status="complete" if whole else "partial",
        finished_at=NOON,
    )
