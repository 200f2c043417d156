"""The judge of camera work: the asked move against the estimated motion.

Shift and growth cannot tell a dolly from a zoom, so both count as one family. An orbit is seen when
near and far move sideways against each other; a plain sideways drift passes for an asked orbit at
less than full marks, since a flat backdrop shows no more than that.
When the two estimates of the motion disagree, the judge says so and gives no score.
"""

from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.asking import asked_moves
from mas_signal.moves import UNCERTAIN, Seen, fit, look
from mas_signal.settings import CameraConfig
from mas_signal.tracking import Tracker
from mas_signal.verdict import Complaint, Detail

NAME = "camera"
_GOOD = 0.6  # below it the asked move was not seen

_ADVICE = {
    "static": "keep the camera locked off",
    "pan_left": "let the camera pan to the left, and nothing else",
    "pan_right": "let the camera pan to the right, and nothing else",
    "tilt_up": "let the camera tilt up, and nothing else",
    "tilt_down": "let the camera tilt down, and nothing else",
    "zoom_in": "let the camera zoom in throughout the shot",
    "zoom_out": "let the camera zoom out throughout the shot",
    "dolly_in": "let the camera push in throughout the shot",
    "dolly_out": "let the camera pull back throughout the shot",
    "orbit": "let the camera orbit around the subject",
    "handheld": "use a handheld camera with visible shake",
}


class CameraWatch:
    """Follows the motion and compares it with the asked moves; the best fitting one counts."""

    def __init__(self, config: CameraConfig, clip: ClipFacts, asked: tuple[str, ...]) -> None:
        self._config, self._asked = config, asked
        self._tracker = Tracker(clip.fps)

    def see(self, frame: Frame) -> None:
        if self._asked:
            self._tracker.see(frame)

    def hear(self, samples: Samples) -> None:
        """The camera makes no sound."""

    def score(self) -> Score:
        if not self._asked:
            return Score(NAME, None, "no camera move was asked for")
        seen = look(self._config, self._tracker.steps())
        details = _details(seen)
        if seen.move == UNCERTAIN:
            return Score(NAME, None, "the camera move cannot be told from this clip", details)
        asked = max(self._asked, key=lambda move: fit(move, seen))
        complaint = Complaint(fit(asked, seen))
        if complaint.value < _GOOD:
            complaint.add(
                "camera.missing" if seen.move == "static" else "camera.wrong",
                wanted=self._asked[0],
                measured=seen.move,
                advice=_ADVICE[self._asked[0]],
            )
        details["asked_move"] = asked
        return Score(NAME, round(complaint.value, 4), None, details, tuple(complaint.findings))


def _details(seen: Seen) -> dict[str, Detail]:
    details: dict[str, Detail] = {"measured_move": seen.move}
    for estimate, shift in (("corners", seen.corners), ("phase", seen.phase)):
        if shift:
            details[f"{estimate}_right_per_s"] = round(shift.right, 5)
            details[f"{estimate}_down_per_s"] = round(shift.down, 5)
            details[f"{estimate}_growth_per_s"] = round(shift.growth, 5)
    return details | {"jitter": round(seen.jitter, 4)}


class CameraJudge:
    """Judges camera work."""

    name = NAME
    needs = Needs()

    def __init__(self, config: CameraConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip."""
        return CameraWatch(self._config, clip, asked_moves(wanted))


def open_camera(config: CameraConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return CameraJudge(config)
