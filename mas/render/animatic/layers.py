"""Layers: cropped pictures with coverage, at a depth, and how sprites become layers."""

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from mas.render.animatic.arrays import Image, Mask, Pixels
from mas.render.animatic.colour import Bgr
from mas.render.animatic.light import Grade
from mas.render.animatic.pen import Sprite

__all__ = [
    "Image",
    "Layer",
    "Patch",
    "Pixels",
    "Shading",
    "cropped",
    "light_layer",
    "premultiplied",
    "shaded",
]

_CLEAR = (0, 0, 0, 255)
_PIVOT = 96.0  # contrast turns around this value, a little below the middle


@dataclass(frozen=True, slots=True)
class Patch:
    """Premultiplied blue-green-red and uncovered share (255 = clear), and its place on the stage.

    So `out * uncovered + patch` lays it over; a clear but coloured pixel adds light.
    """

    pixels: Pixels
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Layer:
    """Poses of one thing, its depth (0 far .. 1 near), and how it moves by itself.

    Attributes:
        poses: shown in turn, `rate` whole cycles per second.
        drift: pixels per second, x and y; it turns around before the layer leaves the picture.
        reach: how far it may drift, px.
        bob: pixels up and down, `bob_rate` times per second.
        whole: it covers the stage without gaps (the sky).
        flashes: lightning brightens it.
        soft: it has no edges (mist), so that it may be magnified the cheap way.
        lights: it only adds light and covers nothing.
    """

    poses: tuple[Patch, ...]
    depth: float
    rate: float = 0.0
    drift: tuple[float, float] = (0.0, 0.0)
    reach: float = 150.0
    bob: float = 0.0
    bob_rate: float = 0.0
    whole: bool = False
    flashes: bool = False
    soft: bool = False
    lights: bool = False

    def pose(self, seconds: float) -> Patch:
        """Return the pose of this moment."""
        return self.poses[int(seconds * self.rate * len(self.poses)) % len(self.poses)]

    def offset(self, seconds: float) -> tuple[float, float]:
        """Return how far the layer stands from its place at this moment, px."""
        x, y = (self._drifted(speed * seconds) for speed in self.drift)
        if self.bob:
            y += self.bob * math.sin(math.tau * self.bob_rate * seconds)
        return x, y

    def moved(self, **changes: object) -> "Layer":
        """Return the layer with other fields."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def _drifted(self, distance: float) -> float:
        if not distance:
            return 0.0
        return self.reach * math.tanh(distance / self.reach)


def premultiplied(bgr: Image, alpha: Mask, grade: Grade) -> Pixels:
    """Apply contrast and coverage to a colour picture (h, w, 3), 0..255."""
    graded = bgr * np.float32(grade.contrast) + np.float32(_PIVOT * (1 - grade.contrast))
    np.clip(graded, 0, 255, out=graded)
    graded *= alpha[..., None]
    out = np.empty((*alpha.shape, 4), np.uint8)
    out[..., :3] = graded + np.float32(0.5)
    out[..., 3] = 255.5 - alpha * 255
    return out


def light_layer(bgr: Image) -> Pixels:
    """Turn a picture into light that is added to what is behind."""
    out = np.empty((*bgr.shape[:2], 4), np.uint8)
    out[..., :3] = np.clip(bgr, 0, 255)
    out[..., 3] = 255
    return out


def cropped(pixels: Pixels, x: int, y: int) -> Patch:
    """Cut away what is clear and black all around."""
    seen = cv2.inRange(pixels, _CLEAR, _CLEAR) == 0
    rows, columns = np.nonzero(seen.any(1))[0], np.nonzero(seen.any(0))[0]
    if len(rows) == 0:
        return Patch(np.array([[_CLEAR]], np.uint8), x, y)
    top, left = int(rows[0]), int(columns[0])
    part = pixels[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return Patch(np.ascontiguousarray(part), x + left, y + top)


@dataclass(frozen=True, slots=True)
class Shading:
    """How a sprite is lit: colours of its shadow, body, edge and lamps; light from (x, y)."""

    dark: Bgr
    body: Bgr
    rim: Bgr
    glow: Bgr
    toward: tuple[float, float]
    strength: float = 1.0
    haze: Bgr | None = None
    hazed: float = 0.0


def shaded(sprite: Sprite, shading: Shading, grade: Grade) -> tuple[Pixels, int]:
    """Colour a sprite: body by tone, an edge of light, lamps with a halo.

    Returns the pixels and by how many pixels they are larger on each side (the halo's room).
    """
    height = sprite.mask.shape[0]
    room = max(4, round(height * 0.16)) if sprite.glow.any() else 2
    mask, tone, glow = (
        cv2.copyMakeBorder(p, room, room, room, room, cv2.BORDER_CONSTANT)
        for p in (sprite.mask, sprite.tone, sprite.glow)
    )
    down = np.linspace(0, 1, mask.shape[0], dtype=np.float32)[:, None]
    body = tone * 0.8 + (1 - down) * 0.2
    colour = shading.dark + (shading.body - shading.dark) * body[..., None]
    colour += shading.rim * (_edge(mask, tone, shading) * shading.strength)[..., None]
    if shading.haze is not None:
        colour += (shading.haze - colour) * (shading.hazed * (0.45 + 0.55 * down))[..., None]
    colour += (shading.glow + 40 * glow[..., None] ** 2 - colour) * glow[..., None]
    pixels = premultiplied(colour, mask, grade)
    if glow.any():
        near = cv2.GaussianBlur(glow, (0, 0), max(1.0, room * 0.16))
        wide = cv2.GaussianBlur(glow, (0, 0), max(1.5, room * 0.42))
        halo = shading.glow * ((near * 0.35 + wide * 0.75) * (1 - glow))[..., None]
        lit = pixels[..., :3].astype(np.float32) + halo
        pixels[..., :3] = np.clip(lit, 0, 255)
    return pixels, room


def _edge(mask: Mask, tone: Mask, shading: Shading) -> Mask:
    """Find the side of the shape (and of its folds) that looks towards the light."""
    soft = max(0.8, mask.shape[0] / 300)
    relief = cv2.GaussianBlur(mask * (0.82 + 0.18 * tone), (0, 0), soft)
    across = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3)
    along = cv2.Sobel(relief, cv2.CV_32F, 0, 1, ksize=3)
    x, y = shading.toward
    facing = -(across * x + along * y) * soft * 0.75
    edge: Mask = np.clip(facing, 0, 1).astype(np.float32)
    return edge
