"""What refinement taught: which step raised the score, and how far each shot came."""

from collections.abc import Iterator

from mas.nouns import ShotResult, Take
from mas_refine.development import theme_of


def score_of(take: Take) -> float | None:
    """Return the score of a take, None when it was not graded."""
    return take.assessment.score if take.assessment else None


def best_of(takes: tuple[Take, ...]) -> Take | None:
    """Return the take with the highest score, the first of equals; None when none was graded."""
    graded = [take for take in takes if take.video is not None and score_of(take) is not None]
    return max(graded, key=lambda take: score_of(take) or 0.0, default=None)


def strategies(result: ShotResult, policy: str) -> tuple[str, ...]:
    """Return the steps of a shot that raised its best score, in words that mean the same later."""
    steps = _developed(result) if policy == "rounds" else _repaired(result)
    return tuple(dict.fromkeys(steps))


def journey(result: ShotResult) -> str:
    """Say how far a shot came: "Lighthouse: C (0.52) became B+ (0.74) at take 3 of 4"."""
    best = best_of(result.takes)
    if best is None:
        return f"{result.shot.title}: no take could be graded"
    first = next(take for take in result.takes if score_of(take) is not None)
    number, total = result.takes.index(best) + 1, len(result.takes)
    if total == 1:
        return f"{result.shot.title}: {_graded(best)} at the only take"
    if best is first:
        return f"{result.shot.title}: {_graded(best)}, take {number} of {total} stayed the best"
    return (
        f"{result.shot.title}: {_graded(first)} became {_graded(best)} at take {number} of {total}"
    )


def _developed(result: ShotResult) -> Iterator[str]:
    for number in range(2, len(result.takes) + 1):
        if _raised(result.takes, number):
            yield f"developing {theme_of(number).name} raised the score"


def _repaired(result: ShotResult) -> Iterator[str]:
    for number in range(2, len(result.takes) + 1):
        if _raised(result.takes, number):
            here = _findings(result.takes[number - 1])
            gone = [kind for kind in _findings(result.takes[number - 2]) if kind not in here]
            yield from (f"repairing {kind} raised the score" for kind in gone)


def _raised(takes: tuple[Take, ...], number: int) -> bool:
    """Tell whether take `number` (from 1) is better than all before it."""
    best, score = best_of(takes[: number - 1]), score_of(takes[number - 1])
    return best is not None and score is not None and score > (score_of(best) or 0.0)


def _findings(take: Take) -> tuple[str, ...]:
    found = take.assessment.findings if take.assessment else ()
    return tuple(dict.fromkeys(finding.kind for finding in found))


def _graded(take: Take) -> str:
    grade = take.assessment.grade if take.assessment else None
    return f"{grade.value if grade else 'ungraded'} ({score_of(take):.2f})"
