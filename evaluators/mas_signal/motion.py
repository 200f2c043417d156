"""The judge of pacing: how much moves, against slow, steady or fast."""

import math
import statistics

from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.asking import asked_pacing
from mas_signal.settings import MotionConfig
from mas_signal.tracking import Tracker
from mas_signal.verdict import Complaint, Detail, ramp

NAME = "motion"
_GOOD = 0.7  # below it the pacing is worth a finding
_STILL = 1e-4  # widths per second; keeps the logarithm finite


class MotionWatch:
    """Measures the mean path of the picture's corners per second."""

    def __init__(self, config: MotionConfig, clip: ClipFacts, asked: str | None) -> None:
        self._config, self._asked = config, asked
        self._tracker = Tracker(clip.fps)

    def see(self, frame: Frame) -> None:
        if self._asked:
            self._tracker.see(frame)

    def hear(self, samples: Samples) -> None:
        """Motion makes no sound."""

    def score(self) -> Score:
        if not self._asked:
            return Score(NAME, None, "no pacing was asked for")
        steps = self._tracker.steps()
        flows = [step.flow for step in steps if step.corners]
        if not flows:
            return Score(NAME, None, "too little detail in the picture to measure motion")
        speed = statistics.fmean(flows)
        details: dict[str, Detail] = {"flow_per_s": round(speed, 5), "asked_pacing": self._asked}
        complaint = Complaint(self._value(speed))
        if complaint.value < _GOOD:
            self._complain(complaint, speed)
        return Score(NAME, round(complaint.value, 4), None, details, tuple(complaint.findings))

    def _value(self, speed: float) -> float:
        """Full marks inside the asked range, falling with every doubling beyond it."""
        log = math.log2(max(_STILL, speed))
        slow, fast = math.log2(self._config.slow_per_s), math.log2(self._config.fast_per_s)
        not_too_fast = ramp(log, slow + self._config.octaves, slow)
        not_too_slow = ramp(log, fast - self._config.octaves, fast)
        if self._asked == "slow":
            return not_too_fast
        if self._asked == "fast":
            return not_too_slow
        # Steady lies around both limits: it takes twice the fast one, or half the slow one, to miss.
        not_too_slow = ramp(log, slow - 1 - self._config.octaves, slow - 1)
        return min(not_too_slow, ramp(log, fast + 1 + self._config.octaves, fast + 1))

    def _complain(self, complaint: Complaint, speed: float) -> None:
        too_fast = self._asked == "slow" or (
            self._asked == "steady" and speed > self._config.fast_per_s
        )
        complaint.add(
            "motion.too_fast" if too_fast else "motion.too_slow",
            wanted=self._asked or "",
            measured=f"{speed:.1%} of the width per second".replace("%", " %"),
            advice=(
                "slow camera and subject down"
                if too_fast
                else "let camera and subject move swiftly throughout the shot"
            ),
        )


class MotionJudge:
    """Judges pacing."""

    name = NAME
    needs = Needs()

    def __init__(self, config: MotionConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip."""
        return MotionWatch(self._config, clip, asked_pacing(wanted))


def open_motion(config: MotionConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return MotionJudge(config)
