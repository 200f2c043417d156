"""Find the phrases of a vocabulary in a text: longest first, whole words, not when negated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_NEGATION = re.compile(
    r"(?:\b(?:no|not|without|never|avoid(?:ing)?|don'?t (?:like|want)|hate|dislike|isn'?t|aren'?t|free of|except)"
    r"\b(?:\s+(?:any|the|a|an|too|so|much|very|like|have|be))*\s*(?:[\w-]+(?:,| or| and| nor)\s+)*)$"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: its canonical name, where it stands, and whether it was negated."""

    name: str
    start: int
    end: int
    negated: bool


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    body = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w])", re.IGNORECASE)


def find(text: str, vocabulary: Mapping[str, str]) -> tuple[Match, ...]:
    """Find every phrase of `vocabulary` (phrase -> canonical name), in text order."""
    found = []
    for hit in _pattern(tuple(vocabulary)).finditer(text):
        phrase = re.sub(r"[\s-]+", " ", hit.group().lower())
        name = vocabulary.get(phrase) or vocabulary[re.sub(r"[\s-]+", "-", hit.group().lower())]
        found.append(Match(name, hit.start(), hit.end(), _is_negated(text, hit.start())))
    return tuple(found)


def _is_negated(text: str, start: int) -> bool:
    clause = re.split(r"[.;:!?]|\bbut\b", text[:start].lower())[-1]
    return _NEGATION.search(clause) is not None


def names(matches: tuple[Match, ...], *, negated: bool = False) -> tuple[str, ...]:
    """Canonical names in order of appearance, each once."""
    return tuple(dict.fromkeys(m.name for m in matches if m.negated is negated))
