"""A judge: how still the picture is."""

from statistics import fmean

import numpy as np
import numpy.typing as npt

from mas.nouns import Finding, Score, Wanted
from mas.protocols import ClipFacts, Frame, Needs, Opening, Samples
from mas_haiku.settings import StillnessConfig


class Stillness:
    """Scores 1 for a calm picture, falling to 0 for a restless one."""

    name = "haiku_stillness"
    needs = Needs()

    def __init__(self, config: StillnessConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> "StillnessWatch":
        return StillnessWatch(self._config)


class StillnessWatch:
    """Watches one clip: the mean change from each thumbnail to the next, in levels (0..255)."""

    def __init__(self, config: StillnessConfig) -> None:
        self._config = config
        self._before: npt.NDArray[np.int16] | None = None
        self._changes: list[float] = []

    def see(self, frame: Frame) -> None:
        now = frame.thumbnail.astype(np.int16)
        if self._before is not None:
            self._changes.append(float(np.abs(now - self._before).mean()))
        self._before = now

    def hear(self, samples: Samples) -> None:
        """Stillness has no sound."""

    def score(self) -> Score:
        if not self._changes:
            return Score(Stillness.name, None, "a single frame neither moves nor rests")
        change = fmean(self._changes)
        calm, restless = self._config.calm, self._config.restless
        value = min(1.0, max(0.0, (restless - change) / (restless - calm)))
        return Score(
            Stillness.name,
            value,
            details={"change_per_frame": change},
            findings=() if value == 1.0 else (_too_restless(change, calm, value),),
        )


def _too_restless(change: float, calm: float, value: float) -> Finding:
    return Finding(
        kind="stillness.restless",
        wanted=f"a change of at most {calm} levels per frame",
        measured=f"{change:.2f} levels per frame",
        advice="hold the camera still and let only one small thing move",
        severity=1.0 - value,
    )


def open_stillness(config: StillnessConfig, opening: Opening) -> Stillness:
    """Build the judge (`build` of its Component)."""
    return Stillness(config)
