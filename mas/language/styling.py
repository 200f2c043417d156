"""Take the style words out of a wish: "foxes in a dark moody style" is about foxes."""

import re

from mas.language.camera import find_moves
from mas.language.taste import sort_taste, tidy

_LOOK = (
    r"(?:styles?|looks?|aesthetics?|moods?|palettes?|manner|tones?|colou?rs|lighting|light|atmospheres?|vibes?|feel|hues|pacing|pace"
    r"|colou?r\s+schemes?|shades)"
)
_IN_A_STYLE = re.compile(
    rf",?\s*\b(?:all\s+)?(?:in|with|using|and)\s+(?:an?\s+|the\s+)?((?:[\w\u2019'-]+(?:,\s*|\s+)){{1,6}}?{_LOOK})\b"
    r"(?!\s+of\b|\s+from\b|[\w-])",
    re.IGNORECASE,
)
_THE_STYLE_OF = re.compile(
    r",?\s*\b(?:in|with)\s+(the\s+(?:style|look|manner|spirit)\s+of\s+[^,.;]+)", re.IGNORECASE
)
_MONOCHROME = re.compile(
    r",?\s*\b(?:all\s+)?in\s+(black[\s-]and[\s-]white|monochrome|sepia)\b", re.IGNORECASE
)
_WITH_MOVE = re.compile(r",?\s*\bwith\s+(?:an?\s+)?([^,.;]+)$", re.IGNORECASE)


def take_styles(text: str, *, adjectives: bool = False) -> tuple[str, list[str]]:
    """Split `text` into what is seen and the style phrases around it.

    Args:
        text: a wish, or a part of one.
        adjectives: True when bare style adjectives that make up all of `text` are style too
            ("dark moody" before "videos of foxes").
    """
    styles: list[str] = []
    for pattern in (_THE_STYLE_OF, _MONOCHROME, _IN_A_STYLE):
        while (hit := pattern.search(text)) and _is_style(hit.group(1), pattern):
            styles.append(tidy(hit.group(1)) if pattern is not _THE_STYLE_OF else hit.group(1))
            text = text[: hit.start()] + text[hit.end() :]
    move = _WITH_MOVE.search(text)
    if move and find_moves(move.group(1)) and len(move.group(1).split()) <= 6:
        styles.append(move.group(1).strip())
        text = text[: move.start()]
    text, trailing = _take_trailing(text)
    styles += trailing
    if adjectives and is_only_style(text):
        styles.insert(0, tidy(text))
        text = ""
    return re.sub(r"\s+", " ", text).strip(" ,"), styles


def is_only_style(text: str) -> bool:
    """Say whether `text` consists of style words alone ("dark, moody, purple and blue")."""
    if not text.strip():
        return False
    if find_moves(text) and len(text.split()) <= 5:
        return True
    taste = sort_taste(text)
    return bool(taste.colours or taste.moods or taste.pacing) and not taste.themes


def _is_style(phrase: str, pattern: re.Pattern[str]) -> bool:
    """A phrase ending in "style" is one; one ending in "light" or "colours" must be made of style words."""
    if pattern is not _IN_A_STYLE or re.search(
        r"(?:styles?|aesthetics?|looks?|palettes?|manner|vibes?)$", phrase, re.IGNORECASE
    ):
        return True
    return is_only_style(phrase)


def _take_trailing(text: str) -> tuple[str, list[str]]:
    """Take ", dark and moody" off the end."""
    styles: list[str] = []
    while "," in text:
        head, tail = text.rsplit(",", 1)
        if not head.strip() or not is_only_style(tail):
            break
        styles.insert(0, tidy(tail) if not find_moves(tail) else tail.strip())
        text = head
    return text, styles
