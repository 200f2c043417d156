"""The judge of mood: light and saturation against the asked moods; opposite ones cancel out."""

from statistics import fmean

from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.asking import asked_colours, asked_moods
from mas_signal.oklab import to_oklab
from mas_signal.settings import MoodConfig
from mas_signal.verdict import Complaint, Detail, Part, ramp, unite

NAME = "mood"
_EVERY = 8  # frames; the light of a shot changes slowly
_DARK, _BRIGHT = 0.8, 1.15  # brightness of a mood from which on it asks for darkness or light
_PALE, _COLOURFUL = 0.75, 1.2  # saturation of a mood from which on it asks for less or more
_GOOD = 0.7  # below it the mood is worth a finding

_DARKER = "keep the light low key and the scene dark, in deep shadow"
_BRIGHTER = "flood the scene with bright, open light"
_PALER = "keep every colour muted and desaturated"
_RICHER = "fill the scene with vivid, saturated colours"


def saturation(frame: Frame) -> float:
    """Mean chroma over mean lightness: a neon sign at night is as colourful as a sunlit one."""
    pixels = to_oklab(frame.thumbnail)
    return float(pixels.chroma.sum() / max(1e-6, pixels.lightness.sum()))


class MoodWatch:
    """Measures mean luma, its spread, and saturation."""

    def __init__(self, config: MoodConfig, wanted: Wanted) -> None:
        self._config = config
        self._moods = asked_moods(wanted)
        self._has_palette = bool(asked_colours(wanted))
        self._lumas: list[float] = []
        self._contrasts: list[float] = []
        self._saturations: list[float] = []
        self._frames = 0

    def see(self, frame: Frame) -> None:
        if self._moods and self._frames % _EVERY == 0:
            self._lumas.append(float(frame.half_grey.mean()) / 255)
            self._contrasts.append(float(frame.half_grey.std()) / 255)
            self._saturations.append(saturation(frame))
        self._frames += 1

    def hear(self, samples: Samples) -> None:
        """The mood of the sound is not judged."""

    def score(self) -> Score:
        if not self._moods:
            return Score(NAME, None, "no mood was asked for")
        luma, contrast = fmean(self._lumas), fmean(self._contrasts)
        saturated = fmean(self._saturations)
        details: dict[str, Detail] = {
            "mean_luma": round(luma, 4),
            "contrast": round(contrast, 4),
            "saturation": round(saturated, 4),
        }
        parts = [part for part in (self._light(luma), self._colour(saturated)) if part]
        if not parts:
            named = ", ".join(mood.name for mood in self._moods)
            return Score(NAME, None, f"{named} asks for no certain light or colour", details)
        return unite(NAME, [Part(None, details), *parts])

    def _light(self, luma: float) -> Part | None:
        limit, measured = self._config, f"mean luma {luma:.2f}"
        dark = [mood.name for mood in self._moods if mood.brightness <= _DARK]
        bright = [mood.name for mood in self._moods if mood.brightness >= _BRIGHT]
        if dark and not bright:
            value = ramp(luma, limit.dark_luma + limit.luma_slack, limit.dark_luma)
            return _part(value, "mood.too_bright", dark, measured, _DARKER)
        if bright and not dark:
            value = ramp(luma, limit.bright_luma - limit.luma_slack, limit.bright_luma)
            return _part(value, "mood.too_dark", bright, measured, _BRIGHTER)
        return None

    def _colour(self, saturated: float) -> Part | None:
        limit, measured = self._config, f"saturation {saturated:.2f}"
        pale = [mood.name for mood in self._moods if mood.saturation <= _PALE]
        colourful = [mood.name for mood in self._moods if mood.saturation >= _COLOURFUL]
        # Asked colours may fill the picture: then paleness is the palette's business.
        if pale and not (colourful or self._has_palette):
            high = limit.pale_saturation + limit.saturation_slack
            value = ramp(saturated, high, limit.pale_saturation)
            return _part(value, "mood.too_colourful", pale, measured, _PALER)
        if colourful and not pale:
            low = limit.colourful_saturation - limit.saturation_slack
            value = ramp(saturated, low, limit.colourful_saturation)
            return _part(value, "mood.too_pale", colourful, measured, _RICHER)
        return None


def _part(value: float, kind: str, moods: list[str], measured: str, advice: str) -> Part:
    complaint = Complaint(value)
    if value < _GOOD:
        complaint.add(kind, wanted=", ".join(moods), measured=measured, advice=advice)
    return Part(value, {}, tuple(complaint.findings))


class MoodJudge:
    """Judges mood."""

    name = NAME
    needs = Needs()

    def __init__(self, config: MoodConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip."""
        return MoodWatch(self._config, wanted)


def open_mood(config: MoodConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return MoodJudge(config)
