"""OKLab: a colour space in which distance, hue and chroma fit what people see.

Source: Bjorn Ottosson, "A perceptual color space for image processing" (2020).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mas.language import COLOURS
from mas.protocols import Picture

Floats = npt.NDArray[np.float32]

_LEVELS = np.arange(256) / 255
_LINEAR = np.where(_LEVELS <= 0.04045, _LEVELS / 12.92, ((_LEVELS + 0.055) / 1.055) ** 2.4).astype(
    np.float32
)
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)


@dataclass(frozen=True, slots=True)
class Pixels:
    """Pixels in OKLab: lightness 0..1, chroma 0..0.4, hue in radians; one entry per pixel."""

    lightness: Floats
    chroma: Floats
    hue: Floats


def to_oklab(bgr: Picture) -> Pixels:
    """Convert a picture, or any (..., 3) uint8 array with blue first."""
    linear = _LINEAR[bgr[..., ::-1].reshape(-1, 3)]
    lab = np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T
    return Pixels(lab[:, 0], np.hypot(lab[:, 1], lab[:, 2]), np.arctan2(lab[:, 2], lab[:, 1]))


def named_colour(name: str) -> Pixels:
    """Return the one pixel of a colour of the film language."""
    return to_oklab(np.array([COLOURS[name].rgb[::-1]], np.uint8))
