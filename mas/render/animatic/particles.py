"""Weather in the air: each kind draws itself over a finished picture, a function of time alone."""

import math
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from mas.render.animatic.arrays import Pixels
from mas.render.animatic.camera import View
from mas.render.animatic.colour import Bgr
from mas.render.animatic.palette import Palette

__all__ = ["Bolts", "Particles", "particles_for"]

Particles = Callable[[Pixels, float, View], None]


def particles_for(
    weather: tuple[str, ...],
    palette: Palette,
    *,
    size: tuple[int, int],
    wind: float,
    rng: np.random.Generator,
) -> tuple[Particles, ...]:
    """Return what the weather words put into the air."""
    cloud, glow = palette.cloud, palette.glow
    pale = np.minimum(255, palette.light * 0.5 + cloud * 0.3 + 40)
    makers: dict[str, Callable[[], Particles]] = {
        "rain": lambda: _Rain(size, rng, pale, wind, 420),
        "storm": lambda: _Rain(size, rng, pale, 1.8 * wind, 560),
        "snow": lambda: _Motes(size, rng, np.minimum(255, cloud * 0.4 + 150), 420, fall=52, sway=16, drift=-14 * wind, near=0.4),
        "dust": lambda: _Motes(size, rng, palette.light * 0.7, 260, fall=-4, sway=10, drift=26 * wind, twinkle=0.35),
        "embers": lambda: _Motes(size, rng, glow, 190, fall=-46, sway=20, drift=10 * wind, twinkle=0.6, near=0.2),
        "sparks": lambda: _Motes(size, rng, np.minimum(255, glow * 1.1 + 20), 240, fall=-90, sway=26, drift=24 * wind, twinkle=0.8),
        "fireflies": lambda: _Motes(size, rng, glow, 70, fall=-3, sway=34, drift=3, twinkle=1.0, near=0.5),
        "leaves": lambda: _Flakes(size, rng, palette.accents, 46, fall=44, drift=-38 * wind, length=9),
        "petals": lambda: _Flakes(size, rng, (palette.accents[0] * 0.4 + 150, palette.accents[0]), 64, fall=32, drift=-26 * wind, length=6),
        "wind": lambda: _Flakes(size, rng, (palette.middle, palette.near), 24, fall=16, drift=-150 * wind, length=6),
        "bubbles": lambda: _Bubbles(size, rng, pale),
    }  # fmt: skip
    chosen = [name for name in weather if name in makers]
    if "storm" in chosen and "rain" in chosen:
        chosen.remove("rain")
    return tuple(makers[name]() for name in chosen[:3])


class _Field:
    """Points that wrap around the picture, each with its own depth (near is 1) and phase."""

    def __init__(self, size: tuple[int, int], rng: np.random.Generator, count: int) -> None:
        self.width, self.height = size
        self.unit = size[1] / 512
        count = max(8, round(count * size[0] / size[1] / 1.5))
        self.start = rng.random((count, 2)).astype(np.float32)
        self.near = (rng.random(count) ** 1.6).astype(np.float32)
        self.phase = (rng.random(count) * math.tau).astype(np.float32)

    def place(
        self, dx: npt.NDArray[Any], dy: npt.NDArray[Any], view: View, room: float
    ) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Return where the points stand after moving by (dx, dy) px."""
        depth = 0.4 + 0.8 * self.near
        wide, tall = self.width + 2 * room, self.height + 2 * room
        x = (self.start[:, 0] * wide + dx - view.x * depth - view.shake[0]) % wide - room
        y = (self.start[:, 1] * tall + dy - view.y * depth - view.shake[1]) % tall - room
        growth = view.zoom * (1 + (view.dolly - 1) * depth)
        x = self.width / 2 + (x - self.width / 2) * growth
        y = self.height / 2 + (y - self.height / 2) * growth
        return x, y


class _Rain:
    """Slanted streaks in two distances."""

    def __init__(
        self, size: tuple[int, int], rng: np.random.Generator, colour: Bgr, wind: float, count: int
    ) -> None:
        self._field = _Field(size, rng, count)
        self._colour, self._wind = colour, wind
        self._buffer = np.empty((size[1], size[0], 3), np.uint8)
        self._far = self._field.near < 0.45

    def __call__(self, picture: Pixels, seconds: float, view: View) -> None:
        field = self._field
        depth = (0.45 + 0.75 * field.near) * field.unit
        x, y = field.place(
            -62 * self._wind * depth * seconds, 830 * depth * seconds, view, 60 * field.unit
        )
        tail = np.stack([x + 1.6 * self._wind * depth, y - 21 * depth], 1)
        lines = (np.stack([np.stack([x, y], 1), tail], 1) * 8).astype(np.int32)
        self._buffer[:] = 0
        for chosen, share in ((self._far, 0.18), (~self._far, 0.36)):
            colour = (self._colour * share).tolist()
            cv2.polylines(self._buffer, list(lines[chosen]), False, colour, 1, cv2.LINE_AA, 3)
        cv2.add(picture, self._buffer, picture)


# The light of a far and of a near point, pixel by pixel: a blur of single pixels, done once.
_STAMPS = (
    np.array([[0.15, 0.3, 0.15], [0.3, 0.6, 0.3], [0.15, 0.3, 0.15]], np.float32),
    np.array(
        [
            [0, 0.08, 0.14, 0.08, 0],
            [0.08, 0.34, 0.6, 0.34, 0.08],
            [0.14, 0.6, 1.0, 0.6, 0.14],
            [0.08, 0.34, 0.6, 0.34, 0.08],
            [0, 0.08, 0.14, 0.08, 0],
        ],
        np.float32,
    ),
)


class _Motes:
    """Soft glowing points: snow, dust, embers, fireflies."""

    def __init__(
        self,
        size: tuple[int, int],
        rng: np.random.Generator,
        colour: Bgr,
        count: int,
        *,
        fall: float,
        sway: float,
        drift: float,
        twinkle: float = 0.0,
        near: float = 0.25,
    ) -> None:
        self._field = _Field(size, rng, count)
        self._colour, self._moves, self._twinkle = colour, (fall, sway, drift), twinkle
        self._close = self._field.near > 1 - near
        half = (size[1] // 2 + 1, size[0] // 2 + 1, 3)
        self._buffer = np.empty(half, np.uint8)

    def __call__(self, picture: Pixels, seconds: float, view: View) -> None:
        field, (fall, sway, drift) = self._field, self._moves
        depth = (0.4 + 0.9 * field.near) * field.unit
        swing = np.sin(seconds * 1.4 + field.phase) * sway * field.unit
        x, y = field.place(
            drift * depth * seconds + swing,
            fall * depth * seconds + swing * 0.4,
            view,
            30 * field.unit,
        )
        power = (0.35 + 0.65 * field.near) * (
            1 - self._twinkle * (0.5 + 0.5 * np.sin(seconds * 2.3 + field.phase * 3))
        )
        self._buffer[:] = 0
        self._splash(x, y, power, far=True)
        self._splash(x, y, power, far=False)
        height, width = picture.shape[:2]
        cv2.add(picture, cv2.resize(self._buffer, (width, height)), picture)

    def _splash(
        self, x: npt.NDArray[Any], y: npt.NDArray[Any], power: npt.NDArray[Any], *, far: bool
    ) -> None:
        """Stamp soft points into the half-size buffer: small far ones, larger near ones."""
        buffer, stamp = self._buffer, _STAMPS[0 if far else 1]
        height, width = buffer.shape[:2]
        reach = len(stamp) // 2
        chosen = ~self._close if far else self._close
        columns, rows = (x[chosen] / 2).astype(int), (y[chosen] / 2).astype(int)
        seen = (columns >= reach) & (columns < width - reach)
        seen &= (rows >= reach) & (rows < height - reach)
        light = self._colour * power[chosen][seen][:, None]
        columns, rows = columns[seen], rows[seen]
        for dy, line in enumerate(stamp):
            for dx, share in enumerate(line):
                if share:
                    at = (rows + (dy - reach), columns + (dx - reach))
                    points = np.minimum(255, light * share).astype(np.uint8)
                    buffer[at] = np.maximum(buffer[at], points)


class _Flakes:
    """Small turning leaves or petals."""

    def __init__(
        self,
        size: tuple[int, int],
        rng: np.random.Generator,
        colours: tuple[Bgr, ...],
        count: int,
        *,
        fall: float,
        drift: float,
        length: float,
    ) -> None:
        self._field = _Field(size, rng, count)
        self._colours, self._moves, self._length = colours, (fall, drift), length
        self._group = rng.integers(0, len(colours), len(self._field.near))

    def __call__(self, picture: Pixels, seconds: float, view: View) -> None:
        field, (fall, drift) = self._field, self._moves
        depth = (0.5 + 0.9 * field.near) * field.unit
        swing = np.sin(seconds * 1.9 + field.phase) * 16 * depth
        x, y = field.place(
            drift * depth * seconds + swing, fall * depth * seconds, view, 40 * field.unit
        )
        turn = field.phase + seconds * (1.2 + 1.6 * field.near)
        long, wide = (
            self._length * depth,
            self._length * depth * (0.2 + 0.4 * np.abs(np.sin(turn * 1.7))),
        )
        cos, sin = np.cos(turn), np.sin(turn)
        corners = []
        for a, b in ((1.0, 0.0), (0.2, 0.9), (-1.0, 0.1), (-0.1, -0.9)):
            corners.append(
                np.stack(
                    [x + a * long * cos - b * wide * sin, y + a * long * sin + b * wide * cos], 1
                )
            )
        shapes = (np.stack(corners, 1) * 8).astype(np.int32)
        for k, colour in enumerate(self._colours):
            chosen = list(shapes[self._group == k])
            if chosen:
                cv2.fillPoly(picture, chosen, np.minimum(255, colour).tolist(), cv2.LINE_AA, 3)


class _Bubbles:
    """Rising rings with a highlight."""

    def __init__(self, size: tuple[int, int], rng: np.random.Generator, colour: Bgr) -> None:
        self._field = _Field(size, rng, 54)
        self._colour = colour

    def __call__(self, picture: Pixels, seconds: float, view: View) -> None:
        field = self._field
        depth = (0.4 + 0.9 * field.near) * field.unit
        swing = np.sin(seconds * 2.2 + field.phase) * 7 * depth
        x, y = field.place(swing, -48 * depth * seconds, view, 20 * field.unit)
        ring, shine = (self._colour * 0.75).tolist(), np.minimum(255, self._colour * 1.2).tolist()
        for px, py, near in zip(x, y, field.near, strict=True):
            radius = (1.5 + 6.5 * near) * field.unit
            centre = (round(float(px) * 8), round(float(py) * 8))
            cv2.circle(picture, centre, round(radius * 8), ring, 1, cv2.LINE_AA, 3)
            glint = (round(float(px - radius * 0.35) * 8), round(float(py - radius * 0.4) * 8))
            cv2.circle(picture, glint, max(4, round(radius * 1.6)), shine, -1, cv2.LINE_AA, 3)


class Bolts:
    """Lightning: when it strikes, how bright the sky is, and the bolt in it."""

    def __init__(self, size: tuple[int, int], rng: np.random.Generator, *, seconds: float) -> None:
        self._size = size
        first = min(0.8, seconds * 0.18)
        gaps = rng.uniform(1.3, 2.6, max(1, int(seconds / 1.2)))
        times = first + np.concatenate([[0.0], np.cumsum(gaps)])
        self.strikes = tuple(float(t) for t in times if t < seconds)
        self._paths = [self._path(rng) for _ in self.strikes]

    def flash(self, seconds: float) -> float:
        """Return how bright the sky flashes, 0..1."""
        return max((self._flicker(seconds - strike) for strike in self.strikes), default=0.0)

    def draw(self, sky: Pixels, seconds: float, shift: tuple[float, float]) -> None:
        """Draw the bolts of this moment into the sky (four channels), shifted with it."""
        for strike, path in zip(self.strikes, self._paths, strict=True):
            age = seconds - strike
            if not 0 <= age < 0.17:
                continue
            moved = [line - np.array(shift, np.float32) for line in path]
            height, width = sky.shape[:2]
            halo = np.zeros((height // 2, width // 2, 3), np.uint8)
            for line in moved:
                cv2.polylines(
                    halo,
                    [(line / 2).astype(np.int32)],
                    False,
                    (255, 180, 165),
                    max(1, height // 170),
                    cv2.LINE_AA,
                )
            halo = cv2.GaussianBlur(halo, (0, 0), height / 90)
            wide = cv2.resize(halo, (width, height))
            cv2.add(sky, cv2.cvtColor(wide, cv2.COLOR_BGR2BGRA), sky, mask=None)
            for k, line in enumerate(moved):
                thick = max(1, round(height / (220 if k == 0 else 420)))
                cv2.polylines(
                    sky,
                    [(line * 8).astype(np.int32)],
                    False,
                    (255, 246, 240, 0),
                    thick,
                    cv2.LINE_AA,
                    3,
                )

    def _flicker(self, age: float) -> float:
        if not 0 <= age < 0.5:
            return 0.0
        return math.exp(-age * 7) * (1.0 if age < 0.09 or age > 0.15 else 0.35)

    def _path(self, rng: np.random.Generator) -> list[npt.NDArray[Any]]:
        width, height = self._size
        trunk = self._walk(rng, (width * rng.uniform(0.2, 0.8), 0.0), height * 0.56, 0.0)
        lines = [trunk]
        for _ in range(3):
            start = trunk[int(rng.integers(len(trunk) // 4, len(trunk) - 2))]
            lean = float(rng.choice((-1.0, 1.0))) * rng.uniform(4, 9) * height / 512
            lines.append(
                self._walk(
                    rng,
                    (float(start[0]), float(start[1])),
                    float(start[1]) + height * rng.uniform(0.08, 0.2),
                    lean,
                )
            )
        return lines

    @staticmethod
    def _walk(
        rng: np.random.Generator, start: tuple[float, float], until: float, lean: float
    ) -> npt.NDArray[Any]:
        points, (x, y), unit = [start], start, max(0.2, until / 280)
        while y < until:
            y += rng.uniform(7, 20) * unit
            x += rng.normal(0, 10) * unit + lean
            points.append((x, y))
        return np.array(points, np.float32)
