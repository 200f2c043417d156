"""The judge of mood: light and saturation against the asked moods; opposite ones cancel out."""

from statistics import fmean

from mas.language.mood import Mood
from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.asking import asked_moods
from mas_signal.oklab import to_oklab
from mas_signal.settings import MoodConfig
from mas_signal.verdict import Complaint, Detail, Part, ramp, unite

NAME = "mood"
_EVERY = 8  # frames; the light of a shot changes slowly
_DARK, _BRIGHT = 0.8, 1.15  # brightness of a mood from which on it asks for darkness or light
_PALE, _COLOURFUL = 0.8, 1.2  # saturation of a mood from which on it asks for less or more


class MoodWatch:
    """Measures mean luma, its spread, and mean chroma."""

    def __init__(self, config: MoodConfig, moods: tuple[Mood, ...]) -> None:
        self._config = config
        self._moods = moods
        self._lumas: list[float] = []
        self._contrasts: list[float] = []
        self._chromas: list[float] = []
        self._frames = 0

    def see(self, frame: Frame) -> None:
        if self._moods and self._frames % _EVERY == 0:
            self._lumas.append(float(frame.half_grey.mean()) / 255)
            self._contrasts.append(float(frame.half_grey.std()) / 255)
            self._chromas.append(float(to_oklab(frame.thumbnail).chroma.mean()))
        self._frames += 1

    def hear(self, samples: Samples) -> None:
        """The mood of the sound is not judged."""

    def score(self) -> Score:
        if not self._moods:
            return Score(NAME, None, "no mood was asked for")
        luma, contrast, chroma = fmean(self._lumas), fmean(self._contrasts), fmean(self._chromas)
        details: dict[str, Detail] = {
            "mean_luma": round(luma, 4),
            "contrast": round(contrast, 4),
            "mean_chroma": round(chroma, 4),
        }
        parts = [part for part in (self._light(luma), self._colour(chroma)) if part]
        if not parts:
            named = ", ".join(mood.name for mood in self._moods)
            return Score(NAME, None, f"{named} asks for no certain light or colour", details)
        return unite(NAME, [Part(None, details), *parts])

    def _light(self, luma: float) -> Part | None:
        limit, brightness = self._config, [mood.brightness for mood in self._moods]
        dark, bright = min(brightness) <= _DARK, max(brightness) >= _BRIGHT
        if dark and not bright:
            value = ramp(luma, limit.dark_luma + limit.luma_slack, limit.dark_luma)
            return self._part(value, "mood.too_bright", f"mean luma {luma:.2f}", _DARKER)
        if bright and not dark:
            value = ramp(luma, limit.bright_luma - limit.luma_slack, limit.bright_luma)
            return self._part(value, "mood.too_dark", f"mean luma {luma:.2f}", _BRIGHTER)
        return None

    def _colour(self, chroma: float) -> Part | None:
        limit, saturation = self._config, [mood.saturation for mood in self._moods]
        pale, colourful = min(saturation) <= _PALE, max(saturation) >= _COLOURFUL
        if pale and not colourful:
            value = ramp(chroma, limit.pale_chroma + limit.chroma_slack, limit.pale_chroma)
            return self._part(value, "mood.too_colourful", f"mean chroma {chroma:.2f}", _PALER)
        if colourful and not pale:
            low = limit.colourful_chroma - limit.chroma_slack
            value = ramp(chroma, low, limit.colourful_chroma)
            return self._part(value, "mood.too_pale", f"mean chroma {chroma:.2f}", _RICHER)
        return None

    def _part(self, value: float, kind: str, measured: str, advice: str) -> Part:
        complaint = Complaint(value)
        if value < 0.7:
            wanted = ", ".join(mood.name for mood in self._moods)
            complaint.add(kind, wanted=wanted, measured=measured, advice=advice)
        return Part(value, {}, tuple(complaint.findings))


_DARKER = "let the scene lie in deep shadow with little light"
_BRIGHTER = "flood the scene with bright, open light"
_PALER = "ask for muted, desaturated colours"
_RICHER = "ask for rich, vivid, saturated colours"


class MoodJudge:
    """Judges mood."""

    name = NAME
    needs = Needs()

    def __init__(self, config: MoodConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip."""
        return MoodWatch(self._config, asked_moods(wanted))


def open_mood(config: MoodConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return MoodJudge(config)
