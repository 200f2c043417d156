"""What a judge may hand over: a score in 0..1 under its own name, with plain values."""

from dataclasses import replace
from typing import Any

from mas.errors import EvaluationError
from mas.nouns import Finding, Score


def sound_score(score: object, judge: str) -> Score:
    """Return the score under the judge's name; numbers of numpy and torch become plain ones.

    Raises:
        EvaluationError: it is no score, or its value is not in 0..1.
    """
    if not isinstance(score, Score):
        raise EvaluationError(f"it gave {score!r} instead of a Score")
    value = _plain(score.value)
    if value is not None and not (isinstance(value, int | float) and 0 <= value <= 1):
        raise EvaluationError(f"it gave {value!r}, which is no score in 0..1")
    return replace(
        score,
        evaluator=judge,
        value=None if value is None else float(value),
        details={str(name): _plain(detail) for name, detail in score.details.items()},
        findings=tuple(_plain_finding(finding) for finding in score.findings),
    )


def _plain_finding(finding: Finding) -> Finding:
    return replace(finding, severity=float(finding.severity))


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    item = getattr(value, "item", None)
    return item() if callable(item) else str(value)
