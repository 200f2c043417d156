"""Sharpness: how fine the finest edges are, whatever the contrast."""

import statistics

import cv2

from mas.protocols import Frame
from mas_signal.settings import TechnicalConfig
from mas_signal.verdict import Complaint, Part, ramp


class Sharpness:
    """Variance of the Laplacian over the tenengrad: a mean squared frequency, free of contrast.

    Source: both focus measures in Pertuz et al., Pattern Recognition 46 (2013), 1415-1432.
    """

    def __init__(self, config: TechnicalConfig) -> None:
        self._config = config
        self._values: list[float] = []

    def see(self, frame: Frame) -> None:
        """Measure one frame; a flat one says nothing about sharpness."""
        grey = frame.half_grey
        right = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=1 / 8)
        down = cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=1 / 8)
        tenengrad = float((right * right + down * down).mean())
        if tenengrad > 0.05:
            self._values.append(float(cv2.Laplacian(grey, cv2.CV_32F).var()) / tenengrad)

    def part(self) -> Part:
        """Judge the median frame."""
        if not self._values:
            return Part(None, {"sharpness": None})
        sharpness = statistics.median(self._values)
        value = ramp(sharpness, self._config.soft_sharpness, self._config.good_sharpness)
        complaint = Complaint(value)
        if value < 0.5:
            complaint.add(
                "sharpness.soft",
                wanted=f"sharpness {self._config.good_sharpness:g}",
                measured=f"sharpness {sharpness:.2f}",
                advice="ask for crisp detail and sharp focus",
            )
        return Part(value, {"sharpness": round(sharpness, 4)}, tuple(complaint.findings))
