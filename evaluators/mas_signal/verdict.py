"""Parts of a score: one measured aspect each, and how they become one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mas.nouns import Finding, Score

Detail = float | int | str | bool | None


@dataclass(frozen=True, slots=True)
class Part:
    """One aspect: its value in 0..1 (None: not measurable), raw measurements and findings."""

    value: float | None
    details: Mapping[str, Detail]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Complaint:
    """Collects the findings of one aspect; every finding costs what the aspect lost."""

    value: float
    findings: list[Finding] = field(default_factory=list)

    def add(self, kind: str, *, wanted: str, measured: str, advice: str) -> None:
        """Add a finding whose severity is the lost share of the aspect."""
        severity = round(1 - self.value, 3)
        self.findings.append(Finding(kind, wanted, measured, advice, severity))


def ramp(x: float, low: float, high: float) -> float:
    """Rise from 0 at `low` to 1 at `high`; `low` above `high` falls instead."""
    if low == high:
        return float(x >= high)
    return min(1.0, max(0.0, (x - low) / (high - low)))


def unite(evaluator: str, parts: Sequence[Part]) -> Score:
    """Unite parts: half their mean, half the worst, so that one grave flaw is not averaged away."""
    values = [part.value for part in parts if part.value is not None]
    details = {name: value for part in parts for name, value in part.details.items()}
    findings = tuple(finding for part in parts for finding in part.findings)
    if not values:
        return Score(evaluator, None, "nothing could be measured", details, findings)
    value = (sum(values) / len(values) + min(values)) / 2
    return Score(evaluator, round(value, 4), None, details, findings)
