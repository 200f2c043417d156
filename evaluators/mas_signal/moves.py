"""Camera moves seen in the estimated motion, and how well one fits the asked one."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from mas_signal.settings import CameraConfig
from mas_signal.tracking import Shift, Step
from mas_signal.verdict import ramp

UNCERTAIN = "uncertain"

# axis of the strengths and sign; a dolly grows the picture as a zoom does
_AXES: dict[str, tuple[int, int]] = {
    "pan_right": (0, 1), "pan_left": (0, -1), "tilt_up": (1, 1), "tilt_down": (1, -1),
    "zoom_in": (2, 1), "zoom_out": (2, -1), "dolly_in": (2, 1), "dolly_out": (2, -1),
}  # fmt: skip
_MOVES = (("pan_right", "pan_left"), ("tilt_up", "tilt_down"), ("zoom_in", "zoom_out"))
_DRIFT_FOR_ORBIT = 0.85  # a plain sideways drift fits an orbit, but could be a pan


@dataclass(frozen=True, slots=True)
class Seen:
    """What the camera did.

    Attributes:
        move: canonical name ("zoom_in" and "zoom_out" for dollies too) or "uncertain".
        strengths: pan (right > 0), tilt (up > 0), zoom (in > 0), each in multiples of the least
            speed that counts as a move.
        jitter: shake in multiples of the least that counts as handheld.
    """

    move: str
    strengths: tuple[float, float, float]
    jitter: float
    corners: Shift | None
    phase: Shift | None


def look(config: CameraConfig, steps: Sequence[Step]) -> Seen:
    """Name the move of a clip from its steps; "uncertain" when the two estimates disagree."""
    tracked = [step for step in steps if step.corners]
    if len(tracked) < max(3, len(steps) / 2):
        return Seen(UNCERTAIN, (0.0, 0.0, 0.0), 0.0, None, None)
    shifts = [step.corners for step in tracked if step.corners]
    corners, phase = _median(shifts), _median([step.phase for step in steps])
    strengths, check = _strengths(config, corners), _strengths(config, phase)
    jitter = _jitter(shifts)
    move = _name(strengths)
    crossing = _crossing(tracked) and max(map(abs, strengths[1:])) < 2
    # Drifting snow crosses too; but then both estimates see the scene behind it at rest.
    if crossing and "static" not in {move, _name(check)}:
        move = "orbit"
    elif not _agree(move, strengths, check):
        move = UNCERTAIN
    elif not move.startswith("zoom") and jitter > max(
        config.shake_per_s, abs(corners.right), abs(corners.down)
    ):
        move = "handheld"
    return Seen(move, strengths, jitter / config.shake_per_s, corners, phase)


def fit(asked: str, seen: Seen) -> float:
    """How well the seen move fits the asked one, 0..1."""
    if asked == seen.move:
        return 0.8 + 0.2 * _purity(asked, seen)
    if asked == "handheld":
        return ramp(seen.jitter, 0.2, 1.5)
    if asked == "static":
        fastest = max(abs(strength) for strength in seen.strengths)
        return min(1 - ramp(fastest, 0.7, 3.0), 1 - ramp(seen.jitter, 0.7, 2.0))
    if asked == "orbit":
        return _DRIFT_FOR_ORBIT * ramp(abs(seen.strengths[0]), 0.2, 1.0)
    if _same(asked, seen.move):
        return 0.8 + 0.2 * _purity(asked, seen)
    axis, sign = _AXES[asked]
    along = sign * seen.strengths[axis]
    return max(0.0, ramp(along, 0.0, 1.5) * (0.1 + 0.45 * _purity(asked, seen)))


def _purity(asked: str, seen: Seen) -> float:
    """Share of the asked move in all that the camera did; moves without an axis are pure."""
    if asked not in _AXES:
        return 1.0
    return abs(seen.strengths[_AXES[asked][0]]) / max(1.0, sum(map(abs, seen.strengths)))


def _crossing(steps: Sequence[Step]) -> bool:
    """Most of the picture moves sideways, and near and far move against each other."""
    sideways = statistics.median(step.leftward + step.rightward for step in steps)
    against = statistics.median(min(step.leftward, step.rightward) for step in steps)
    return sideways >= 0.4 and against >= 0.12


def _median(shifts: Sequence[Shift]) -> Shift:
    return Shift(
        right=statistics.median(shift.right for shift in shifts),
        down=statistics.median(shift.down for shift in shifts),
        growth=statistics.median(shift.growth for shift in shifts),
    )


def _strengths(config: CameraConfig, shift: Shift) -> tuple[float, float, float]:
    # The content moves against the camera: sideways left on a pan right, down on a tilt up.
    return (
        -shift.right / config.pan_per_s,
        shift.down / config.tilt_per_s,
        shift.growth / config.zoom_per_s,
    )


def _name(strengths: tuple[float, float, float]) -> str:
    axis = max(range(3), key=lambda i: abs(strengths[i]))
    if abs(strengths[axis]) < 1:
        return "static"
    return _MOVES[axis][strengths[axis] < 0]


def _agree(
    move: str, strengths: tuple[float, float, float], check: tuple[float, float, float]
) -> bool:
    if move == "static":
        return max(abs(strength) for strength in check) < 2
    axis, sign = _AXES[move]
    return _name(check) == move or sign * check[axis] > 0.5


def _same(asked: str, move: str) -> bool:
    return move in _AXES and _AXES[asked] == _AXES[move]


def _jitter(shifts: Sequence[Shift]) -> float:
    """Root mean square of how far each step leaves the mean of its neighbours."""
    bends = [
        (middle.right - (before.right + after.right) / 2) ** 2
        + (middle.down - (before.down + after.down) / 2) ** 2
        for before, middle, after in zip(shifts, shifts[1:], shifts[2:], strict=False)
    ]
    return float((sum(bends) / len(bends)) ** 0.5) if bends else 0.0
