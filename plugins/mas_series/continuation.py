"""Is a series new, or does the wish continue the one that is known?"""

import re

from mas.errors import RequestError
from mas.nouns import CurrentSeries, Wish

_CONTINUES = re.compile(
    r"\b(?:next|another|more|further|new|additional|final|last)\s+(?:\w+\s+)?(?:episodes?|parts?|chapters?)\b"
    r"|\b(?:continue|extend|resume|carry on)\b.*\b(?:series|saga|episodes?|story)\b"
    r"|\bepisodes?\s+(?:number\s+)?\d+\b(?!\s*-)",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:next|another|final|last)\s+(?:episode|part|chapter)\b", re.IGNORECASE)
_FILLER = frozenset({
    "a", "an", "the", "of", "for", "to", "in", "my", "our", "this", "that", "please", "make",
    "create", "generate", "produce", "render", "add", "write", "do", "give", "me", "next",
    "another", "more", "further", "new", "additional", "final", "last", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "episode", "episodes", "part",
    "parts", "chapter", "chapters", "series", "saga", "story", "show", "continue", "extend",
    "resume", "carry", "on", "with", "number",
})  # fmt: skip


def continues(wish: Wish, known: CurrentSeries) -> bool:
    """Tell whether the wish asks for more of the series that memory knows.

    Raises:
        RequestError: it asks for more of a series, and memory knows none, or another one.
    """
    if not _CONTINUES.search(wish.text):
        return False
    wanted = _content(" ".join((wish.title or "", wish.concept, wish.text)))
    if not known.active_series:
        raise RequestError(
            f"{wish.text!r} continues a series, but memory holds none for this user; start one: "
            'python -m mas +recipe=series brief="Create a 3-part Mythical Guardians series"'
        )
    if wanted and not wanted & _content(f"{known.active_series} {known.series_theme}"):
        raise RequestError(
            f"{wish.text!r} continues a series that memory does not hold; "
            f"the newest one is {known.active_series!r}"
        )
    return True


def more_episodes(wish: Wish, default: int) -> int:
    """Return how many episodes a continuation adds; "the next episode" is one."""
    if wish.count:
        return wish.count
    return 1 if _ONE.search(wish.text) else default


def _content(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return {word.rstrip("s") for word in words if word not in _FILLER and not word.isdigit()}
