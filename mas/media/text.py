"""Write words into pictures with OpenCV's built-in variable font (Latin, Greek, Cyrillic, CJK)."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from mas.protocols import Picture

__all__ = ["Lettering", "draw", "fit", "measure", "readable"]

_REGULAR = 450
_CELL = (80, 60)


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words look: height of the letters in pixels, weight 100..900, colour blue first."""

    size_px: int
    weight: int = _REGULAR
    bgr: tuple[int, int, int] = (255, 255, 255)


def readable(text: str) -> str:
    """Return `text` on one line, without what the font cannot show (emoji, controls).

    A letter the font lacks is written without its accents if that helps, else left out.
    """
    shown = "".join(_shown(char) for char in unicodedata.normalize("NFC", text))
    return " ".join(shown.split())


def measure(text: str, lettering: Lettering) -> tuple[int, int]:
    """Return width and height in pixels of `text` as `draw` would write it."""
    words = readable(text)
    if not words:
        return 0, 0
    box = cv2.getTextSize(
        (0, 0), words, (0, 0), _font(), lettering.size_px, lettering.weight, 0, (0, 1 << 20)
    )
    return int(box[2]), int(box[3])


def fit(text: str, lettering: Lettering, width_px: int) -> str:
    """Return `text`, or its beginning and an ellipsis, so that it is at most `width_px` wide."""
    words = readable(text)
    if measure(words, lettering)[0] <= width_px:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fits = measure(words[:middle].rstrip() + "…", lettering)[0] <= width_px
        low, high = (middle, high) if fits else (low, middle - 1)
    return words[:low].rstrip() + "…"


def draw(picture: Picture, text: str, origin: tuple[int, int], lettering: Lettering) -> None:
    """Write `text` into `picture` (three channels), its baseline starting at `origin` (x, y)."""
    words = readable(text)
    if words:
        cv2.putText(
            picture, words, origin, lettering.bgr, _font(), lettering.size_px, lettering.weight,
            0, (0, 1 << 20),
        )  # fmt: skip


@lru_cache(maxsize=1)
def _font() -> cv2.FontFace:
    return cv2.FontFace("sans")


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() or char.isspace() else ""
    if char.isspace():
        return " "
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}:
        return ""
    if _has_glyph(char):
        return char
    plain = unicodedata.normalize("NFKD", char)[0]
    return plain if plain != char and (plain.isascii() or _has_glyph(plain)) else ""


def _has_glyph(char: str) -> bool:
    # The font replaces what it lacks by a question mark.
    return not np.array_equal(_ink(char), _ink("?"))


def _ink(char: str) -> Picture:
    width, height = _CELL
    cell = np.zeros((height, width, 3), np.uint8)
    cv2.putText(cell, char, (10, 40), (255, 255, 255), _font(), 28, _REGULAR)
    return cell
