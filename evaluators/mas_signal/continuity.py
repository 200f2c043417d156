"""Continuity: black frames, standstills and repeated frames."""

import statistics
from itertools import groupby

import cv2

from mas.protocols import Frame
from mas_signal.settings import TechnicalConfig
from mas_signal.verdict import Complaint, Detail, Part, ramp


class Continuity:
    """Counts frames that show nothing, or nothing new."""

    def __init__(self, config: TechnicalConfig, fps: float) -> None:
        self._config = config
        self._fps = fps or 24.0
        self._black: list[bool] = []
        self._differences: list[float] = []

    def see(self, frame: Frame, difference: float | None) -> None:
        """Look at one frame and how much it differs from the one before."""
        self._black.append(cv2.mean(frame.grey)[0] / 255 < self._config.black_luma)
        if difference is not None:
            self._differences.append(difference)

    def part(self) -> Part:
        """Judge the worst of the three."""
        if not self._black:
            return Part(None, {})
        black = sum(self._black) / len(self._black)
        still = self._standing()
        runs = [len(list(run)) for stands, run in groupby(still) if stands]
        longest = max(runs, default=0)
        longest_s = longest / self._fps
        # A standstill is one flaw, not many: repeats are counted outside it.
        frozen = longest if longest_s >= self._config.frozen_s else 0
        duplicates = (sum(runs) - frozen) / max(1, len(still) - frozen)
        details: dict[str, Detail] = {
            "black_frames": round(black, 4),
            "frozen_s": round(longest_s, 3),
            "duplicate_frames": round(duplicates, 4),
        }
        return self._judge(black, longest_s, duplicates, details)

    def _standing(self) -> list[bool]:
        """Which frames repeat the one before: equal to it in a clip that else moves visibly."""
        moving = [d for d in self._differences if d >= self._config.still_levels]
        pace = statistics.median(moving) if moving else self._config.still_levels
        return [d < min(self._config.still_levels, pace / 10) for d in self._differences]

    def _judge(
        self, black: float, longest_s: float, duplicates: float, details: dict[str, Detail]
    ) -> Part:
        clip_s = len(self._black) / self._fps
        lit = 1 - black
        flowing = 1 - ramp(longest_s, self._config.frozen_s, max(clip_s, 2 * self._config.frozen_s))
        fresh = 1 - ramp(duplicates, self._config.duplicate_share, 0.6)
        complaint = Complaint(min(lit, flowing, fresh))
        if black > 0:
            complaint.add(
                "black.frames",
                wanted="no black frames",
                measured=f"{black:.0%} of the frames",
                advice="start and end on the lit scene, without fades to black",
            )
        if longest_s >= self._config.frozen_s:
            complaint.add(
                "frozen.frames",
                wanted="continuous motion",
                measured=f"{longest_s:.1f} s without any change",
                advice="let something move in every moment of the shot",
            )
        if duplicates > self._config.duplicate_share:
            complaint.add(
                "duplicate.frames",
                wanted="a new picture in every frame",
                measured=f"{duplicates:.0%} of the frames repeat the one before",
                advice="ask for smooth, continuous motion",
            )
        return Part(complaint.value, details, tuple(complaint.findings))
