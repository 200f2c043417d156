"""Title cards: the blurred, darkened colours of a clip, with its name in the middle."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from mas.media.text import Lettering, draw, fit, measure
from mas.protocols import Picture

__all__ = ["Card", "card_frames"]

_FADE_S = 0.3
_OVERSCAN = 1.12


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card: the small line above, the name, and the line below the rule."""

    above: str
    name: str
    below: str = ""


def card_frames(card: Card, colours: Picture, *, fps: float, seconds: float) -> Iterator[Picture]:
    """Yield the frames of a card of the size of `colours`, a frame of the clip it announces."""
    height, width = colours.shape[:2]
    backdrop = _backdrop(colours)
    words, shade = _words(card, width, height, _accent(colours))
    count = max(1, round(seconds * fps))
    for index in range(count):
        travel = index / max(1, count - 1)
        x = int((backdrop.shape[1] - width) * travel)
        y = (backdrop.shape[0] - height) // 2
        picture = cv2.multiply(backdrop[y : y + height, x : x + width], shade, scale=1 / 255)
        picture = cv2.addWeighted(picture, 1.0, words, _fade(index, count, fps * 1.6), 0)
        yield cv2.convertScaleAbs(picture, alpha=_fade(index, count, fps))  # type: ignore[misc]


def _fade(index: int, count: int, fps: float) -> float:
    ramp = max(1.0, min(_FADE_S * fps, count / 3))
    nearest = min(index + 1, count - index) / ramp
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, nearest))


def _backdrop(colours: Picture) -> Picture:
    """Blur the picture down to its light, darken it towards the middle, keep it free of bands."""
    height, width = colours.shape[:2]
    size = (int(width * _OVERSCAN) + 2, int(height * _OVERSCAN) + 2)
    few = cv2.resize(colours, (12, 8), interpolation=cv2.INTER_AREA)
    smooth = cv2.resize(few.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    smooth = cv2.GaussianBlur(smooth, (0, 0), max(size) / 14)
    peak = max(1.0, float(smooth.max()))
    smooth = smooth * (0.44 * min(3.0, 255 / peak))
    down = np.linspace(1.0, 0.55, size[1], dtype=np.float32)[:, None, None]
    grain = np.random.default_rng(7).normal(0, 1.0, (size[1], size[0], 1)).astype(np.float32)
    backdrop: Picture = np.clip(smooth * down + grain, 0, 255).astype(np.uint8)
    return backdrop


def _accent(colours: Picture) -> tuple[int, int, int]:
    """Return the most colourful light of the picture, brightened."""
    few = cv2.resize(colours, (24, 16), interpolation=cv2.INTER_AREA).reshape(-1, 3).astype(int)
    chroma = few.max(1) - few.min(1)
    best = few[int(np.argmax(chroma + few.max(1) // 3))]
    lift = 235 / max(1, int(best.max()))
    blue, green, red = (min(255, int(value * lift)) for value in best)
    return blue, green, red


def _words(
    card: Card, width: int, height: int, accent: tuple[int, int, int]
) -> tuple[Picture, Picture]:
    """Draw the words on black, and the soft shadow (255 = none) that sets them off."""
    words = np.zeros((height, width, 3), np.uint8)
    middle = round(height * 0.53)
    name = _largest(card.name, width, height)
    small = Lettering(max(9, round(height * 0.034)), 500, accent)
    dim = Lettering(max(9, round(height * 0.030)), 400, (190, 190, 190))
    _centred(words, card.name, middle, name)
    _centred(words, _spaced(card.above), middle - round(name.size_px * 1.35), small)
    rule, y = max(8, round(width * 0.05)), middle + round(name.size_px * 0.55)
    cv2.line(words, (width // 2 - rule, y), (width // 2 + rule, y), accent, max(1, height // 256))
    _centred(words, card.below, y + round(small.size_px * 1.9), dim)
    shadow = cv2.GaussianBlur(np.minimum(words, 150), (0, 0), max(1.0, height / 80))
    shadow_grey = 255 - cv2.cvtColor(shadow, cv2.COLOR_BGR2GRAY)
    return words, cv2.cvtColor(shadow_grey, cv2.COLOR_GRAY2BGR)  # type: ignore[return-value]


def _largest(text: str, width: int, height: int) -> Lettering:
    for share in (0.11, 0.095, 0.08, 0.065, 0.052):
        lettering = Lettering(max(12, round(height * share)), 600)
        if measure(text, lettering)[0] <= width * 0.86:
            break
    return lettering


def _centred(picture: Picture, text: str, y: int, lettering: Lettering) -> None:
    words = fit(text, lettering, round(picture.shape[1] * 0.88))
    x = (picture.shape[1] - measure(words, lettering)[0]) // 2
    draw(picture, words, (x, y), lettering)


def _spaced(text: str) -> str:
    """Capitals with air between them read as a label."""
    return text.upper()
