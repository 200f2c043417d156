"""Counts in requests: digits and words."""

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate(_UNITS)}
_WORDS |= {word: 20 + 10 * index for index, word in enumerate(_TENS)}
_WORDS |= {
    f"{ten}{joint}{unit}": 20 + 10 * i + j
    for i, ten in enumerate(_TENS)
    for j, unit in enumerate(_UNITS[1:10], start=1)
    for joint in ("-", " ")
}
_WORDS |= {
    "a dozen": 12, "dozen": 12, "half a dozen": 6, "a couple of": 2, "a couple": 2, "a pair of": 2,
    "a few": 3, "several": 4, "a hundred": 100, "one hundred": 100, "a score of": 20,
    "a trio of": 3, "a single": 1, "trilogy": 3, "duology": 2, "a handful of": 5,
}  # fmt: skip
COUNT_PATTERN = (
    r"(?:\d+|" + "|".join(re.escape(w) for w in sorted(_WORDS, key=len, reverse=True)) + ")"
)
_COUNT = re.compile(rf"(?<![\w.#-])({COUNT_PATTERN})(?![\w.]*\d)(?!\w)", re.IGNORECASE)


def parse_count(word: str) -> int:
    """Read one count, digits or words; raises KeyError for anything else."""
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def find_count(text: str) -> int | None:
    """Return the first count in `text`, or None."""
    hit = _COUNT.search(text)
    return parse_count(hit.group(1)) if hit else None


def spell_count(number: int) -> str:
    """Return `number` in words up to twenty, in digits beyond."""
    return _UNITS[number] if 0 <= number < len(_UNITS) else str(number)
