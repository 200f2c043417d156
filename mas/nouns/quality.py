"""Scores, findings and grades."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mas.nouns.plan import Format


class Grade(StrEnum):
    """A+ (best) to F; compare with `rank`."""

    A_PLUS = "A+"
    A = "A"
    A_MINUS = "A-"
    B_PLUS = "B+"
    B = "B"
    B_MINUS = "B-"
    C_PLUS = "C+"
    C = "C"
    C_MINUS = "C-"
    D = "D"
    F = "F"

    @property
    def rank(self) -> int:
        """0 for F, rising to 10 for A+."""
        return len(Grade) - 1 - list(Grade).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was wanted, what was measured, what to change.

    Attributes:
        kind: dotted and stable, e.g. "palette.missing", "camera.wrong", "motion.too_slow".
        wanted: the asked value in the field's words ("purple", "pan_left").
        measured: what was seen ("0.2 % of the picture", "static").
        advice: one imperative clause a Writer can act on.
        severity: 0..1, how much score it cost.
    """

    kind: str
    wanted: str
    measured: str
    advice: str
    severity: float = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """One judge's verdict: `value` in 0..1, or None with a `reason`.

    `details` holds every raw measurement under its plain name (`temporal_flickering`).
    """

    evaluator: str
    value: float | None
    reason: str | None = None
    details: Mapping[str, float | int | str | bool | None] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoringScheme:
    """Weights by evaluator (>= 0) and the least score of each grade, best grade first."""

    weights: Mapping[str, float]
    thresholds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The synthesis of all scores of one take.

    Attributes:
        score: weighted mean over the evaluators that gave a value, None when none did.
        partial: True when an evaluator with a weight gave no value.
        reasons: sentences that explain the grade, worst first.
        findings: all findings, most severe first.
    """

    score: float | None
    grade: Grade | None
    partial: bool
    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a take is judged against.

    `concept`, `style` and `rules` are what was asked for; `prompt` is what the model was told.
    Judges hold the clip to both: a wish that the prompt forgot is still a wish.
    """

    prompt: str
    negative: str = ""
    concept: str = ""
    style: str = ""
    rules: tuple[str, ...] = ()
    format: Format | None = None
    audio: bool = True

    @property
    def text(self) -> str:
        """All that was asked, prompt first."""
        return ". ".join(
            part for part in (self.prompt, self.concept, self.style, *self.rules) if part
        )
