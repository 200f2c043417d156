"""Counts in requests: digits and words."""

import re

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
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
    "half a dozen": 6, "a half dozen": 6, "half-a-dozen": 6, "a dozen": 12, "dozen": 12,
    "a couple of": 2, "a couple": 2, "couple of": 2, "a pair of": 2, "both": 2, "a trio of": 3,
    "a few": 3, "several": 4, "a handful of": 5, "a score of": 20, "a single": 1,
    "duology": 2, "trilogy": 3, "quartet": 4, "tetralogy": 4,
    "a hundred": 100, "hundred": 100, "a thousand": 1000, "thousand": 1000, "a million": 1_000_000,
    "hundreds of": 200, "thousands of": 2000,
}  # fmt: skip
_WORDS |= {
    f"{unit} {name}": value * size
    for value, unit in enumerate(_UNITS[1:], start=1)
    for name, size in (("dozen", 12), ("hundred", 100), ("thousand", 1000), ("million", 1_000_000))
}
COUNT_PATTERN = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|"
    + "|".join(re.escape(w) for w in sorted(_WORDS, key=len, reverse=True))
    + ")"
)
_COUNT = re.compile(rf"(?<![\w.#-])({COUNT_PATTERN})(?![\w.]*[0-9])(?!\w)", re.IGNORECASE)
_MANY = 10**9  # anything longer than nine digits is only "far too many"


def parse_count(word: str) -> int:
    """Read one count, digits or words; raises KeyError for anything else."""
    digits = word.replace(",", "")
    if digits.isascii() and digits.isdecimal():
        return int(digits) if len(digits) < 10 else _MANY
    return _WORDS[re.sub(r"\s+", " ", word.lower())]


def find_count(text: str) -> int | None:
    """Return the first count in `text`, or None."""
    hit = _COUNT.search(text)
    return parse_count(hit.group(1)) if hit else None


def spell_count(number: int) -> str:
    """Return `number` in words up to twenty, in digits beyond."""
    return _UNITS[number] if 0 <= number < len(_UNITS) else str(number)
