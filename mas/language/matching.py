"""Find the phrases of a vocabulary in a text: longest first, whole words, negated or not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mas.language.negation import is_negated


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
        name = vocabulary.get(phrase)
        if name is not None:  # case folding of exotic letters can miss
            found.append(Match(name, hit.start(), hit.end(), is_negated(text, hit.start())))
    return tuple(found)


def names(matches: tuple[Match, ...], *, negated: bool = False) -> tuple[str, ...]:
    """Canonical names in order of appearance, each once."""
    return tuple(dict.fromkeys(m.name for m in matches if m.negated is negated))
