"""Flicker: the VBench measure as it is published, and one that motion does not disturb."""

import cv2
import numpy as np

from mas.protocols import Frame, Picture
from mas_signal.settings import TechnicalConfig
from mas_signal.verdict import Complaint, Part, ramp

_FLASHES = 0.2  # share of the strongest changes left out: lightning and cuts are no flicker


class Flicker:
    """Temporal flickering over all frames, and the flicker of the mean brightness.

    `temporal_flickering` is (255 - mean_t mean |f_t - f_t+1|) / 255 on the BGR values of all
    frames. It falls with any motion, so it is reported, and the brightness flicker is judged:
    the second difference of the frames' mean luma, which steady motion and fades leave at 0.

    Source: VBench, arXiv:2311.17982, vbench/temporal_flickering.py.
    """

    def __init__(self, config: TechnicalConfig) -> None:
        self._config = config
        self._last: Picture | None = None
        self._differences: list[float] = []
        self._lumas: list[float] = []

    def see(self, frame: Frame) -> float | None:
        """Return the mean absolute difference from the frame before, in levels of 0..255."""
        difference = None
        if self._last is not None:
            # The bytes' absolute difference equals that of their floats, at a tenth of the time.
            difference = sum(cv2.mean(cv2.absdiff(self._last, frame.bgr))) / 3
            self._differences.append(difference)
        self._last = frame.bgr
        self._lumas.append(cv2.mean(frame.grey)[0])
        return difference

    def part(self) -> Part:
        """Judge the brightness flicker, report both."""
        if len(self._lumas) < 3:
            return Part(None, {"temporal_flickering": None, "luma_flicker": None})
        flickering = (255 - sum(self._differences) / len(self._differences)) / 255
        changes = np.sort(np.abs(np.diff(self._lumas, 2)))
        luma_flicker = float(changes[: max(1, round(len(changes) * (1 - _FLASHES)))].mean())
        value = ramp(luma_flicker, self._config.flicker_levels, self._config.flicker_levels / 4)
        complaint = Complaint(value)
        if value < 0.5:
            complaint.add(
                "flicker.high",
                wanted="steady brightness",
                measured=f"brightness jumps by {luma_flicker:.1f} of 255 levels a frame",
                advice="ask for constant, steady light",
            )
        details = {"temporal_flickering": flickering, "luma_flicker": round(luma_flicker, 4)}
        return Part(value, details, tuple(complaint.findings))
