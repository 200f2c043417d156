"""What a wish for refinement asks: of what, how good, how often, and by which policy."""

import re

from mas.language import find_count
from mas.nouns import Grade, Wish

_ROUNDS = re.compile(
    r"\b(?:multi-?round|rounds?|iterations?|passes|revisions?|refinements)\b", re.IGNORECASE
)
_STANDARD = re.compile(
    r"\b(?:until|till|to|at\s+least|minimum|reach(?:es)?|better\s+than|above|grade)\b[^.;!?\n]*?"
    r"\b(?:an?\s+)?(?P<grade>[ABCDF][+-]?)(?![\w+-])"
)
_RETRIES = re.compile(
    r"\b(?:at\s+most|up\s+to|no\s+more\s+than|with|max(?:imum)?)\s+(?P<count>[\w-]+)\s+"
    r"(?:\w+\s+)?(?:retries|retry|attempts?|tries|takes?)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r",?\s*\b(?:until|till|at\s+least|with\s+at\s+most|at\s+most|up\s+to|no\s+more\s+than)\b.*$"
    r"|,?\s*\b(?:over|in|for|with)\s+[\w-]+\s+(?:rounds?|iterations?|passes|retries|attempts|tries)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_REQUEST = re.compile(
    r"^\s*(?:please\s+)?(?:keep\s+|go\s+on\s+)?(?:refin(?:e|ing)|improv(?:e|ing)|polish(?:ing)?|develop"
    r"|perfect|iterate\s+on|work\s+on)\s+",
    re.IGNORECASE,
)


def wants_rounds(wish: Wish) -> bool:
    """Tell whether the wish speaks of rounds."""
    return _ROUNDS.search(wish.text) is not None


def least_grade(wish: Wish) -> str | None:
    """Return the grade that the wish names as good enough ("until it is at least an A-")."""
    named = _STANDARD.search(wish.text)
    return Grade(named["grade"]).value if named and named["grade"] in tuple(Grade) else None


def most_retries(wish: Wish) -> int | None:
    """Return the most retries that the wish names; attempts count the first take too."""
    named = _RETRIES.search(wish.text)
    count = find_count(named["count"]) if named else None
    if named is None or count is None:
        return None
    return count if named.group().lower().endswith(("retries", "retry")) else max(0, count - 1)


def what_to_refine(wish: Wish) -> str:
    """Return the concept without the words of the request; "" when only "it" is named."""
    concept = _ENDING.sub("", _REQUEST.sub("", wish.concept)).strip(" ,.;:")
    concept = re.sub(r"^(?:on|of)\s+", "", concept, flags=re.IGNORECASE)
    return "" if concept.lower() in {"it", "this", "that", "them", "the last one"} else concept
