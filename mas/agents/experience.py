"""What earlier productions taught about free choices: what to prefer, what to say more strongly."""

from dataclasses import dataclass

from mas.language import read
from mas.nouns import Knowledge


@dataclass(frozen=True, slots=True)
class Experience:
    """Lessons as the Writer uses them.

    Attributes:
        good_moves: camera moves of takes that succeeded.
        good_times: times of day of takes that succeeded.
        weak: (kind family, canonical name) pairs that failed before: ("palette", "purple").
        cures: kinds that a known strategy or failure asks to be said strongly.
    """

    good_moves: tuple[str, ...] = ()
    good_times: tuple[str, ...] = ()
    weak: frozenset[tuple[str, str]] = frozenset()
    cures: frozenset[str] = frozenset()

    def failed(self, family: str, name: str) -> bool:
        """Say whether asking for `name` failed before."""
        return (family, name) in self.weak


def recollect(knowledge: Knowledge) -> Experience:
    """Read the lessons in blocks and recalled passages."""
    standards = knowledge.quality_standards
    good = [read(text) for text in _successes(knowledge)]
    bad = [
        *standards.failure_patterns_to_avoid,
        *(_cause(r.passage.text) for r in knowledge.failures),
    ]
    return Experience(
        good_moves=tuple(move for r in good for move in r.camera[:1]),
        good_times=tuple(time for r in good for time in r.time_of_day[:1]),
        weak=frozenset(pair for text in bad for pair in _weaknesses(text)),
        cures=frozenset(
            kind
            for text in (*bad, *standards.refinement_strategies)
            if "." in (kind := text.split(":")[0].split(" ")[0].strip())
        ),
    )


def _successes(knowledge: Knowledge) -> tuple[str, ...]:
    standards = knowledge.quality_standards
    return (
        *(recalled.passage.text for recalled in knowledge.successes),
        *standards.proven_prompt_templates,
        *standards.successful_patterns,
        *knowledge.user_style.favorite_successes,
        *knowledge.ab_testing.winning_patterns,
    )


def _cause(passage: str) -> str:
    """A failure passage says "Root cause: kind: wanted ..." after the prompt."""
    return passage.partition("Root cause:")[2].strip() or passage


def _weaknesses(text: str) -> list[tuple[str, str]]:
    pairs = []
    for cause in text.split(";"):
        kind, _, rest = cause.strip().partition(":")
        wanted = rest.split("(")[0].split(" - ")[0]
        if kind.startswith("palette."):
            pairs += [("palette", colour) for colour in read(wanted).colours]
        elif kind.startswith("camera."):
            pairs.append(("camera", wanted.strip().replace(" ", "_")))
    return pairs
