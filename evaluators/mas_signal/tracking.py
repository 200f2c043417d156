"""How the picture as a whole moves, estimated twice: by tracked corners and by phase correlation.

The judges `camera` and `motion` both need it. They are shown each frame one after the other in the
same thread, so the second to ask finds the answer that the first one waited for.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from mas.protocols import Frame, Picture

_PAIRS_PER_S = 6  # every fourth frame at 24 fps: slow moves show, fast ones still track
_WIDTH = 384  # px; estimates were validated at this size
_TITLE_STRIP = 0.12  # share of the height at the bottom that titles are burnt into
_SIDEWAYS = 0.004  # frame widths per second from which on a corner moves sideways
_TRACK_ERROR = 0.7  # px a corner may miss its origin by when it is tracked back

Floats = npt.NDArray[Any]  # float32; cv2's stubs promise less


@dataclass(frozen=True, slots=True)
class Shift:
    """How the content moved: frame widths right, frame heights down, and growth, per second."""

    right: float
    down: float
    growth: float


@dataclass(frozen=True, slots=True)
class Step:
    """The motion between two sampled frames.

    Attributes:
        corners: the similarity that most tracked corners follow; None when too few are found.
        phase: the shift and growth by phase correlation.
        flow: mean path of the corners, frame widths (upwards: heights) per second.
        leftward: share of the corners that move left, when the growth is taken out.
        rightward: the same to the right; in an orbit near and far parts cross each other.
    """

    corners: Shift | None
    phase: Shift
    flow: float = 0.0
    leftward: float = 0.0
    rightward: float = 0.0


class Tracker:
    """Follows one clip for one judge."""

    def __init__(self, fps: float) -> None:
        self._every = max(1, round((fps or 24.0) / _PAIRS_PER_S))
        self._seconds = self._every / (fps or 24.0)
        self._frames = 0
        self._last: Frame | None = None
        self._steps: list[Step] = []

    def see(self, frame: Frame) -> None:
        """Look at the next frame."""
        if self._frames % self._every == 0:
            if self._last is not None:
                self._steps.append(_LATEST.step(self._last, frame, self._seconds))
            self._last = frame
        self._frames += 1

    def steps(self) -> tuple[Step, ...]:
        """Return every step and let go of the frames."""
        self._last = None
        _LATEST.forget()
        return tuple(self._steps)


class _Latest(threading.local):
    """The last step measured in this thread, and the last picture prepared."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._pair: tuple[Frame, Frame] | None = None
        self._step: Step | None = None
        self._picture: tuple[Frame, Picture] | None = None

    def step(self, before: Frame, after: Frame, seconds: float) -> Step:
        if self._step and self._pair and self._pair[0] is before and self._pair[1] is after:
            return self._step
        first = self._prepared(before)
        second = self._prepared(after)
        self._pair, self._step = (before, after), _measure(first, second, seconds)
        return self._step

    def _prepared(self, frame: Frame) -> Picture:
        if self._picture is None or self._picture[0] is not frame:
            self._picture = (frame, _prepare(frame))
        return self._picture[1]


_LATEST = _Latest()


def _prepare(frame: Frame) -> Picture:
    """Return the grey picture without specks (rain, dust, sparks) and without the title strip.

    In clips under about 300 px wide, dense snow or dust outgrows the filter and can pass for a move.
    """
    grey = frame.half_grey if frame.half_grey.shape[1] >= _WIDTH * 2 // 3 else frame.grey
    height, width = grey.shape
    if width > _WIDTH * 4 // 3:
        size = (_WIDTH, max(16, round(height * _WIDTH / width)))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    window = 7 if grey.shape[1] >= _WIDTH * 2 // 3 else 5
    clean = cv2.medianBlur(grey, window)
    return np.ascontiguousarray(clean[: round(len(clean) * (1 - _TITLE_STRIP))])


def _measure(before: Picture, after: Picture, seconds: float) -> Step:
    phase = _by_phase(before, after, seconds)
    tracked = _track(before, after)
    if tracked is None:
        return Step(None, phase)
    start, end = tracked
    size = np.array([before.shape[1], before.shape[0] / (1 - _TITLE_STRIP)])
    path = (end - start) / size / seconds
    flow = float(np.linalg.norm(path, axis=1).mean())
    matrix, _ = cv2.estimateAffinePartial2D(
        start, end, method=cv2.RANSAC, ransacReprojThreshold=1.5
    )
    if matrix is None:
        return Step(None, phase, flow)
    right, down = (matrix[:, :2] @ (size / 2) + matrix[:, 2] - size / 2) / size
    growth = float(np.hypot(matrix[0, 0], matrix[1, 0])) - 1
    corners = _shift(right, down, growth, seconds)
    sideways = path[:, 0] - corners.growth * (start[:, 0] / size[0] - 0.5)
    leftward, rightward = (sideways < -_SIDEWAYS).mean(), (sideways > _SIDEWAYS).mean()
    return Step(corners, phase, flow, float(leftward), float(rightward))


def _track(before: Picture, after: Picture) -> tuple[Floats, Floats] | None:
    """Track corners there and back (pyramidal Lucas-Kanade); None when too few hold."""
    corners = cv2.goodFeaturesToTrack(before, 300, 0.01, 8)
    if corners is None or len(corners) < 8:  # type: ignore[redundant-expr]  # None without corners
        return None
    moved, there, _ = _flow(before, after, corners)
    origin, back, _ = _flow(after, before, moved)
    miss = np.abs(corners - origin).reshape(-1, 2).max(1)
    held = (there[:, 0] == 1) & (back[:, 0] == 1) & (miss < _TRACK_ERROR)
    if held.sum() < 8:
        return None
    return corners[held].reshape(-1, 2), moved[held].reshape(-1, 2)


def _flow(a: Picture, b: Picture, points: Floats) -> tuple[Floats, Picture, Floats]:
    return cv2.calcOpticalFlowPyrLK(a, b, points, None, winSize=(21, 21), maxLevel=3)  # type: ignore[call-overload,no-any-return]


def _by_phase(before: Picture, after: Picture, seconds: float) -> Shift:
    """Shift of the whole picture; growth from how the four quarters move apart."""
    height, width = before.shape
    full_height = height / (1 - _TITLE_STRIP)
    rows, columns = _even(height) // 2, _even(width) // 2
    first, second = before.astype(np.float32), after.astype(np.float32)
    (right, down), _ = _correlate(
        first[: 2 * rows, : 2 * columns], second[: 2 * rows, : 2 * columns]
    )
    apart = 0.0
    for i, j in product((0, 1), repeat=2):
        part = np.s_[i * rows : (i + 1) * rows, j * columns : (j + 1) * columns]
        (x, y), _ = _correlate(first[part], second[part])
        apart += (x if j else -x) / 2 / columns + (y if i else -y) / 2 / rows
    return _shift(right / width, down / full_height, apart / 2, seconds)


def _correlate(first: Floats, second: Floats) -> tuple[Sequence[float], float]:
    height, width = first.shape
    window = _window(height, width)
    return cv2.phaseCorrelate(np.ascontiguousarray(first), np.ascontiguousarray(second), window)


@lru_cache(maxsize=16)
def _window(height: int, width: int) -> Floats:
    return cv2.createHanningWindow((width, height), cv2.CV_32F)


@lru_cache(maxsize=16)
def _even(length: int) -> int:
    """Longest multiple of 4 that needs no padding: `phaseCorrelate` is off by half a pixel then."""
    return next(
        n
        for n in range(length - length % 4, 0, -4)
        if cv2.getOptimalDFTSize(n) == n and cv2.getOptimalDFTSize(n // 2) == n // 2
    )


def _shift(right: float, down: float, growth: float, seconds: float) -> Shift:
    return Shift(float(right) / seconds, float(down) / seconds, float(growth) / seconds)
