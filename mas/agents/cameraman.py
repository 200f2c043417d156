"""The handwritten Cameraman: weighs scores into a grade, and says why in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isfinite

from mas.agents.settings import CameramanConfig
from mas.errors import ConfigError
from mas.nouns import Assessment, Finding, Grade, Score, ScoringScheme
from mas.protocols import Opening


@dataclass(frozen=True, slots=True)
class HandwrittenCameraman:
    """Grades by the weighted mean of the scores that have a value and a weight."""

    config: CameramanConfig
    scheme: ScoringScheme

    async def assess(self, scores: Sequence[Score]) -> Assessment:
        weighed = [(self._weight(s), s) for s in scores if self._weight(s) > 0]
        present = [(weight, s.value) for weight, s in weighed if _has_value(s)]
        given = {s.evaluator for _, s in weighed if _has_value(s)}
        missing = [n for n, weight in self.scheme.weights.items() if weight > 0 and n not in given]
        score = _mean([(weight, value) for weight, value in present if value is not None])
        grade = self._grade(score)
        findings = tuple(sorted((f for s in scores for f in s.findings), key=lambda f: -f.severity))
        reasons = (*_shortfalls(weighed), *_absences(scores, missing))
        return Assessment(
            score=score,
            grade=grade,
            partial=bool(missing),
            reasons=reasons[: self.config.max_reasons],
            findings=findings,
        )

    def _weight(self, score: Score) -> float:
        return self.scheme.weights.get(score.evaluator, 0.0)

    def _grade(self, score: float | None) -> Grade | None:
        """The best grade whose threshold the score reaches; F below all of them."""
        if score is None:
            return None
        reached = [Grade(name) for name, least in self.scheme.thresholds.items() if least <= score]
        return max(reached, key=lambda grade: grade.rank, default=Grade.F)


def open_cameraman(config: CameramanConfig, opening: Opening) -> HandwrittenCameraman:
    """Build the handwritten Cameraman.

    Raises:
        ConfigError: no scoring scheme is configured.
    """
    if opening.scheme is None:
        raise ConfigError(
            "agent.cameraman is 'handwritten', which needs a scoring section; choose scoring=signal"
        )
    return HandwrittenCameraman(config, opening.scheme)


def _has_value(score: Score) -> bool:
    return score.value is not None and isfinite(score.value)


def _mean(weighed: list[tuple[float, float]]) -> float | None:
    """The weighted mean, in 0..1; exact sums keep it monotone in every score."""
    if not weighed:
        return None
    total = fsum(weight for weight, _ in weighed)
    value = fsum(weight * min(1.0, max(0.0, value)) for weight, value in weighed) / total
    return min(1.0, max(0.0, value))


def _shortfalls(weighed: list[tuple[float, Score]]) -> list[str]:
    """One sentence per score below full marks, the costliest first."""
    cost = [(w * (1 - s.value), s) for w, s in weighed if s.value is not None and s.value < 1]
    return [_explain(score) for _, score in sorted(cost, key=lambda c: -c[0])]


def _explain(score: Score) -> str:
    name = score.evaluator.replace("_", " ")
    said = f"{name[:1].upper()}{name[1:]} scored {score.value:.2f}"
    worst = max(score.findings, key=lambda f: f.severity, default=None)
    return f"{said}: {describe(worst)}." if worst else f"{said}."


def describe(finding: Finding) -> str:
    """Say a finding in plain words."""
    wanted = finding.wanted.replace("_", " ") or finding.kind.replace(".", " ").replace("_", " ")
    measured = finding.measured.replace("_", " ")
    return f"wanted {wanted}, saw {measured}" if measured else f"wanted {wanted}"


def _absences(scores: Sequence[Score], missing: list[str]) -> list[str]:
    why = {s.evaluator: s.reason for s in scores if s.value is None}
    return [
        f"{name.replace('_', ' ').capitalize()} gave no score"
        + (f": {why[name]}." if why.get(name) else ", so the grade is partial.")
        for name in missing
    ]
