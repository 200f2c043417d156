"""The keys of the section `scoring`."""

import math
from dataclasses import dataclass, field
from itertools import pairwise

from mas.errors import ConfigError
from mas.nouns import Grade

_GRADES = tuple(grade.value for grade in Grade)
_WITH_THRESHOLD = _GRADES[:-1]  # F is whatever is below D


@dataclass(frozen=True, slots=True)
class ScoringConfig:
    """How the scores of the judges become one grade."""

    weights: dict[str, float] = field(
        metadata={"help": "weight of each evaluator; its name opens it", "unit": "share", "ge": 0}
    )
    thresholds: dict[str, float] = field(
        metadata={
            "help": "least score of each grade, best first",
            "unit": "score",
            "ge": 0,
            "le": 1,
        }
    )
    min_grade: str | None = field(
        metadata={"help": "least acceptable grade; null: quality_standards", "choices": _GRADES}
    )
    max_retries: int | None = field(
        metadata={"help": "retries after the first take; null: plan, then block", "ge": 0, "le": 20}
    )

    def __post_init__(self) -> None:
        _check_weights(self.weights)
        _check_thresholds(self.thresholds)


def _check_weights(weights: dict[str, float]) -> None:
    for name, weight in weights.items():
        if not (math.isfinite(weight) and weight >= 0):
            raise ConfigError(f"scoring.weights.{name} is {weight!r}; a weight is 0 or more")
    if not any(weights.values()):
        raise ConfigError("scoring.weights gives no evaluator a weight; set at least one above 0")


def _check_thresholds(thresholds: dict[str, float]) -> None:
    unknown = [name for name in thresholds if name not in _WITH_THRESHOLD]
    missing = [name for name in _WITH_THRESHOLD if name not in thresholds]
    if unknown or missing:
        raise ConfigError(
            f"scoring.thresholds has unknown {unknown!r} and lacks {missing!r}; "
            f"it names each of {', '.join(_WITH_THRESHOLD)} (F is below D)"
        )
    for name, value in thresholds.items():
        if not 0 <= value <= 1:
            raise ConfigError(f"scoring.thresholds.{name} is {value!r}; a threshold is 0..1")
    for better, worse in pairwise(_WITH_THRESHOLD):
        if thresholds[better] <= thresholds[worse]:
            raise ConfigError(
                f"scoring.thresholds.{better} is {thresholds[better]!r}, not above "
                f"{worse} ({thresholds[worse]!r}); each grade needs more than the next"
            )
