"""A pen for silhouettes: shapes in units of their own height, drawn smooth.

A sprite's box has x from -aspect/2 to aspect/2 and y from 0 (the ground) up to 1.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from mas.render.animatic.arrays import Mask

__all__ = ["Pen", "Point", "Sprite", "smooth"]

Point = tuple[float, float]
_SHIFT = 4
_ONE = 1 << _SHIFT
_CIRCLE = tuple((math.cos(math.tau * k / 28), math.sin(math.tau * k / 28)) for k in range(28))


@dataclass(frozen=True, slots=True)
class Sprite:
    """A drawn shape: coverage, tone (0 dark .. 1 light) and own light, each (h, w) in 0..1."""

    mask: Mask
    tone: Mask
    glow: Mask


class Pen:
    """Draws one sprite; later shapes cover earlier ones."""

    def __init__(self, height_px: int, aspect: float, *, oversample: int = 2) -> None:
        self._height = max(4, height_px)
        self._width = max(4, round(height_px * aspect))
        self._scale = self._height * oversample
        self._over = oversample
        self._place = (0.0, 0.0, 1.0, 1.0)
        shape = (self._height * oversample, self._width * oversample)
        self._mask = np.zeros(shape, np.uint8)
        self._tone = np.zeros(shape, np.uint8)
        self._glow = np.zeros(shape, np.uint8)

    @contextmanager
    def placed(
        self, x: float, y: float = 0.0, *, size: float = 1.0, mirrored: bool = False
    ) -> Iterator[None]:
        """Draw, inside the block, moved to (x, y), `size` times as large, facing the other way."""
        before = self._place
        left, bottom, tall, across = before
        turned = -size if mirrored else size
        self._place = (left + across * x, bottom + tall * y, tall * size, across * turned)
        try:
            yield
        finally:
            self._place = before

    def poly(self, points: Sequence[Point], tone: float = 0.0) -> None:
        """Fill a polygon."""
        self._fill([self._at(points)], tone)

    def blob(self, points: Sequence[Point], tone: float = 0.0) -> None:
        """Fill a smooth closed curve through the points."""
        self.poly(smooth(points, closed=True), tone)

    def oval(self, centre: Point, radii: Point, angle: float = 0.0, tone: float = 0.0) -> None:
        """Fill an ellipse turned by `angle` degrees (counter-clockwise)."""
        self.poly(_ellipse(centre, radii, angle), tone)

    def box(self, left: float, bottom: float, right: float, top: float, tone: float = 0.0) -> None:
        """Fill a rectangle."""
        self.poly([(left, bottom), (right, bottom), (right, top), (left, top)], tone)

    def limb(self, points: Sequence[Point], start: float, end: float, tone: float = 0.0) -> None:
        """Draw a smooth tapering stroke: `start` and `end` are widths."""
        spine = smooth(points) if len(points) > 2 else list(points)
        outline = _ribbon(spine, start, end)
        self.poly(outline, tone)
        self.oval(spine[0], (start / 2, start / 2), tone=tone)
        self.oval(spine[-1], (end / 2, end / 2), tone=tone)

    def line(self, points: Sequence[Point], width: float, tone: float = 0.0) -> None:
        """Draw straight strokes of one width."""
        for a, b in pairwise(points):
            self.limb([a, b], width, width, tone)

    def cut(self, points: Sequence[Point]) -> None:
        """Remove a polygon."""
        cv2.fillPoly(self._mask, [self._at(points)], 0, cv2.LINE_AA, _SHIFT)

    def shine(self, points: Sequence[Point], strength: float = 1.0) -> None:
        """Fill a polygon with the sprite's own light."""
        self.poly(points, 1.0)
        level = int(255 * strength)
        cv2.fillPoly(self._glow, [self._at(points)], level, cv2.LINE_AA, _SHIFT)

    def lamp(self, centre: Point, radius: float, strength: float = 1.0) -> None:
        """Fill a disc with the sprite's own light."""
        self.shine(_ellipse(centre, (radius, radius), 0), strength)

    def sprite(self) -> Sprite:
        """Return what was drawn."""
        size = (self._width, self._height)
        mask, tone, glow = (
            cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
            for plane in (self._mask, self._tone, self._glow)
        )
        return Sprite(mask, tone / np.maximum(mask, 1 / 255), glow)

    def _fill(self, polygons: list[npt.NDArray[np.int32]], tone: float) -> None:
        cv2.fillPoly(self._mask, polygons, 255, cv2.LINE_AA, _SHIFT)
        cv2.fillPoly(self._tone, polygons, int(255 * tone), cv2.LINE_AA, _SHIFT)
        cv2.fillPoly(self._glow, polygons, 0, cv2.LINE_AA, _SHIFT)

    def _at(self, points: Sequence[Point]) -> npt.NDArray[np.int32]:
        units = np.array(points, np.float64)
        left, bottom, size, across = self._place
        units *= (across * self._scale * _ONE, -size * self._scale * _ONE)
        units += (
            (left * self._scale + self._width * self._over / 2) * _ONE,
            (1 - bottom) * self._scale * _ONE,
        )
        return units.round().astype(np.int32)


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 8) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    count = len(points)
    spans = count if closed else count - 1
    curve: list[Point] = []
    for k in range(spans):
        p = [
            points[(k + j - 1) % count] if closed else points[min(max(k + j - 1, 0), count - 1)]
            for j in range(4)
        ]
        for step in range(steps):
            t = step / steps
            curve.append((_spline(t, *(q[0] for q in p)), _spline(t, *(q[1] for q in p))))
    return curve if closed else [*curve, points[-1]]


def _spline(t: float, a: float, b: float, c: float, d: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def _ellipse(centre: Point, radii: Point, angle: float) -> list[Point]:
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    (cx, cy), (rx, ry) = centre, radii
    return [
        (cx + rx * x * cos - ry * y * sin, cy + rx * x * sin + ry * y * cos) for x, y in _CIRCLE
    ]


def _ribbon(spine: Sequence[Point], start: float, end: float) -> list[Point]:
    left, right = [], []
    last = len(spine) - 1
    for k, (x, y) in enumerate(spine):
        before, after = spine[max(0, k - 1)], spine[min(last, k + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        half = (start + (end - start) * k / max(1, last)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]
