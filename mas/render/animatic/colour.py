"""Colour in OKLab: mixing and shading that keep a hue what it is.

Source: Björn Ottosson, "A perceptual color space for image processing", 2020.
"""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

__all__ = ["Bgr", "Lch", "bgr_of", "lch_of"]

Bgr = npt.NDArray[np.float32]

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_FROM_LMS = np.linalg.inv(_TO_LMS)
_FROM_LAB = np.linalg.inv(_TO_LAB)


@dataclass(frozen=True, slots=True)
class Lch:
    """Lightness 0..1, chroma 0..about 0.3, hue in degrees."""

    lightness: float
    chroma: float
    hue: float

    def at(self, lightness: float, chroma: float = 1.0) -> Self:
        """Return the same hue at another lightness, its chroma multiplied."""
        return type(self)(lightness, self.chroma * chroma, self.hue)

    def turned(self, degrees: float) -> Self:
        """Return the colour with its hue turned."""
        return type(self)(self.lightness, self.chroma, (self.hue + degrees) % 360)

    def mixed(self, other: "Lch", share: float) -> "Lch":
        """Mix towards `other` along a straight line of OKLab."""
        ours, theirs = _plane(self), _plane(other)
        a = ours[0] + (theirs[0] - ours[0]) * share
        b = ours[1] + (theirs[1] - ours[1]) * share
        lightness = self.lightness + (other.lightness - self.lightness) * share
        return Lch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def _plane(colour: Lch) -> tuple[float, float]:
    angle = math.radians(colour.hue)
    return colour.chroma * math.cos(angle), colour.chroma * math.sin(angle)


def lch_of(rgb: tuple[int, int, int]) -> Lch:
    """Read an sRGB colour, 0..255."""
    encoded = np.array(rgb) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    lightness, a, b = (float(value) for value in _TO_LAB @ np.cbrt(_TO_LMS @ linear))
    return Lch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def bgr_of(colour: Lch) -> Bgr:
    """Return the sRGB colour as (3,) float32, blue first, 0..255, with less chroma if it must."""
    lightness = min(1.0, max(0.0, colour.lightness))
    low, high = 0.0, 1.0
    linear = _linear(lightness, colour.chroma, colour.hue)
    if not _in_gamut(linear):
        for _ in range(12):
            middle = (low + high) / 2
            fits = _in_gamut(_linear(lightness, colour.chroma * middle, colour.hue))
            low, high = (middle, high) if fits else (low, middle)
        linear = _linear(lightness, colour.chroma * low, colour.hue)
    linear = np.clip(linear, 0, 1)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return (encoded[::-1] * 255).astype(np.float32)


def _linear(lightness: float, chroma: float, hue: float) -> npt.NDArray[np.float64]:
    angle = math.radians(hue)
    lab = np.array([lightness, chroma * math.cos(angle), chroma * math.sin(angle)])
    result: npt.NDArray[np.float64] = _FROM_LMS @ (_FROM_LAB @ lab) ** 3
    return result


def _in_gamut(linear: npt.NDArray[np.float64]) -> bool:
    return bool((linear > -0.002).all() and (linear < 1.002).all())
