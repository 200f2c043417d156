"""The judge of craft: is the clip sharp, well exposed, steady, moving, and as long as asked."""

from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.continuity import Continuity
from mas_signal.exposure import Exposure
from mas_signal.flicker import Flicker
from mas_signal.length import judge_format
from mas_signal.settings import TechnicalConfig
from mas_signal.sharpness import Sharpness
from mas_signal.verdict import unite

NAME = "technical"
_EVERY = 4  # exposure and sharpness change slowly; every fourth frame tells them


class TechnicalWatch:
    """Shows the frames to each aspect."""

    def __init__(self, config: TechnicalConfig, clip: ClipFacts, wanted: Wanted) -> None:
        self._config, self._clip, self._wanted = config, clip, wanted
        self._sampled = (Sharpness(config), Exposure(config, wanted))
        self._flicker = Flicker(config)
        self._continuity = Continuity(config, clip.fps)
        self._frames = 0

    def see(self, frame: Frame) -> None:
        difference = self._flicker.see(frame)
        self._continuity.see(frame, difference)
        if self._frames % _EVERY == 0:
            for aspect in self._sampled:
                aspect.see(frame)
        self._frames += 1

    def hear(self, samples: Samples) -> None:
        """Sound is the judge `audio`'s."""

    def score(self) -> Score:
        length = judge_format(self._config, self._clip, self._wanted.format, self._frames)
        aspects = (*self._sampled, self._flicker, self._continuity)
        return unite(NAME, [*(aspect.part() for aspect in aspects), length])


class TechnicalJudge:
    """Judges craft."""

    name = NAME
    needs = Needs()

    def __init__(self, config: TechnicalConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip."""
        return TechnicalWatch(self._config, clip, wanted)


def open_technical(config: TechnicalConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return TechnicalJudge(config)
