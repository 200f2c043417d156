"""Exposure: mean luma and clipped shadows and highlights, seen with the asked mood in mind."""

from mas.language import read
from mas.nouns import Wanted
from mas.protocols import Frame
from mas_signal.asking import asked_colours, asked_moods
from mas_signal.settings import TechnicalConfig
from mas_signal.verdict import Complaint, Part, ramp

_SHADOW, _HIGHLIGHT = 4, 251  # luma 0..255 at and beyond which nothing can be told apart


class Exposure:
    """Mean luma and the share of pixels at the ends of the scale."""

    def __init__(self, config: TechnicalConfig, wanted: Wanted) -> None:
        moods, hours = asked_moods(wanted), read(wanted.text).time_of_day
        dark = (
            any(mood.brightness < 0.9 for mood in moods)
            or {"night", "dusk"} & {*hours}
            or "black" in asked_colours(wanted)
        )
        bright = any(mood.brightness > 1.1 for mood in moods)
        self._config = config
        self._darkest = config.dark_luma / (config.mood_tolerance if dark else 1.0)
        headroom = (1 - config.bright_luma) / (config.mood_tolerance if bright else 1.0)
        self._brightest = 1 - headroom
        self._shadows_allowed = config.clipped_share * (config.mood_tolerance if dark else 1.0)
        self._lumas: list[float] = []
        self._shadows: list[float] = []
        self._highlights: list[float] = []

    def see(self, frame: Frame) -> None:
        """Measure one frame."""
        grey = frame.half_grey
        self._lumas.append(float(grey.mean()) / 255)
        self._shadows.append(float((grey <= _SHADOW).mean()))
        self._highlights.append(float((grey >= _HIGHLIGHT).mean()))

    def part(self) -> Part:
        """Judge the mean over the clip."""
        luma, shadows, highlights = map(_mean, (self._lumas, self._shadows, self._highlights))
        details = {
            "mean_luma": round(luma, 4),
            "shadows_clipped": round(shadows, 4),
            "highlights_clipped": round(highlights, 4),
        }
        level = min(
            ramp(luma, self._darkest / 3, self._darkest),
            ramp(luma, (1 + self._brightest) / 2, self._brightest),
        )
        clipping = min(
            ramp(shadows, 2 * self._shadows_allowed, self._shadows_allowed),
            ramp(highlights, 2 * self._config.clipped_share, self._config.clipped_share),
        )
        value = min(level, clipping)
        complaint = Complaint(value)
        self._complain_of_level(complaint, luma)
        if clipping < 1:
            complaint.add(
                "exposure.clipped",
                wanted=f"at most {self._config.clipped_share:.0%} of the picture",
                measured=f"{shadows:.0%} black, {highlights:.0%} white",
                advice="ask for soft, even light with detail in shadows and highlights",
            )
        return Part(value, details, tuple(complaint.findings))

    def _complain_of_level(self, complaint: Complaint, luma: float) -> None:
        measured = f"mean luma {luma:.2f}"
        if luma < self._darkest:
            complaint.add(
                "exposure.dark",
                wanted=f"mean luma {self._darkest:.2f} or more",
                measured=measured,
                advice="add a light source that lifts the scene",
            )
        if luma > self._brightest:
            complaint.add(
                "exposure.bright",
                wanted=f"mean luma {self._brightest:.2f} or less",
                measured=measured,
                advice="lower the light and deepen the shadows",
            )


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
