"""Camera moves as numbers: where the camera stands at each moment."""

import math
from dataclasses import dataclass

import numpy as np

__all__ = ["Camera", "View"]

# Pixels per second of a picture 512 high at depth 1, and the farthest it may go either way.
_PAN, _PAN_REACH = 46.0, 0.125
_TILT, _TILT_REACH = 30.0, 0.105
_GROW, _GROW_REACH = 0.070, 0.30
_PIVOT = 0.62  # the depth that stands still while orbiting


@dataclass(frozen=True, slots=True)
class View:
    """The camera at one moment.

    Attributes:
        x: px to the right at depth 1, `y` px downwards.
        pivot: the depth that does not move with x.
        zoom: uniform magnification.
        dolly: magnification at depth 1, less for what is farther.
    """

    x: float = 0.0
    y: float = 0.0
    pivot: float = 0.0
    zoom: float = 1.0
    dolly: float = 1.0
    shake: tuple[float, float] = (0.0, 0.0)

    def shift(self, depth: float) -> tuple[float, float]:
        """Return how far a layer at `depth` is seen shifted against the picture, px."""
        return (
            self.x * (depth - self.pivot) + self.shake[0],
            self.y * (0.35 + 0.65 * depth) + self.shake[1],
        )

    def scale(self, depth: float) -> float:
        """Return the magnification of a layer at `depth` beside the uniform one."""
        return 1.0 + (self.dolly - 1.0) * (0.25 + 0.75 * depth)


class Camera:
    """The moves a script asks for (the first two that can be joined), over one clip."""

    def __init__(
        self,
        moves: tuple[str, ...],
        tempo: float,
        *,
        seconds: float,
        size: tuple[int, int],
        rng: np.random.Generator,
    ) -> None:
        self._moves = moves[:2] or ("static",)
        self._seconds = max(seconds, 1e-6)
        self._width, self._height = size
        self._unit = size[1] / 512
        self._tempo = tempo
        self._phases = rng.uniform(0, math.tau, 6)

    def at(self, seconds: float) -> View:
        """Return the view at a time of the clip."""
        share = min(1.0, max(0.0, seconds / self._seconds))
        eased = 0.35 * (share * share * (3 - 2 * share)) + 0.65 * share
        values: dict[str, float] = {}
        for move in self._moves:
            values.update(self._move(move, eased - 0.5, eased))
        shake = self._shake(seconds) if "handheld" in self._moves else (0.0, 0.0)
        return View(shake=shake, **values)

    def _move(self, move: str, centred: float, eased: float) -> dict[str, float]:
        if move in {"pan_left", "pan_right"}:
            return {
                "x": self._travel(_PAN, _PAN_REACH * self._width) * centred * _sign(move, "right")
            }
        if move in {"tilt_up", "tilt_down"}:
            return {
                "y": self._travel(_TILT, _TILT_REACH * self._height) * centred * _sign(move, "down")
            }
        if move in {"zoom_in", "zoom_out"}:
            return {"zoom": 1 + self._growth() * (eased if move == "zoom_in" else 1 - eased)}
        if move in {"dolly_in", "dolly_out"}:
            return {
                "dolly": 1 + 1.5 * self._growth() * (eased if move == "dolly_in" else 1 - eased)
            }
        if move == "orbit":
            return {
                "x": 1.15 * self._travel(_PAN, _PAN_REACH * self._width) * centred,
                "pivot": _PIVOT,
            }
        return {}

    def _travel(self, speed: float, reach: float) -> float:
        """Return the whole way in px: asked speed, within what the stage has room for."""
        return min(2 * reach, speed * self._unit * self._tempo * self._seconds)

    def _growth(self) -> float:
        return min(_GROW_REACH, _GROW * self._tempo * self._seconds)

    def _shake(self, seconds: float) -> tuple[float, float]:
        rates = (0.7, 1.3, 2.9)
        sizes = (4.5, 2.6, 1.2)
        x, y = (
            sum(
                s * math.sin(math.tau * r * seconds * (1 + 0.1 * k) + self._phases[k * 3 + j])
                for j, (r, s) in enumerate(zip(rates, sizes, strict=True))
            )
            for k in (0, 1)
        )
        return x * self._unit, y * 0.8 * self._unit


def _sign(move: str, positive: str) -> float:
    return 1.0 if move.endswith(positive) else -1.0
