"""The judge of colour: the asked colours against the frames, in OKLab."""

import math

import numpy as np

from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.asking import asked_colours
from mas_signal.oklab import Floats, Pixels, named_colour, to_oklab
from mas_signal.settings import PaletteConfig
from mas_signal.verdict import Complaint, Detail, ramp

NAME = "palette"
_EVERY = 8  # frames; a palette holds for the whole shot
_GOOD = 0.6  # below it a reason is owed
_HUE_WIDTH = math.radians(22)
_LIGHTNESS_WIDTH = 0.18
_GREY_CHROMA = 0.04  # a named colour below it is told by its lightness


def likeness(pixels: Pixels, name: str) -> Floats:
    """How much each pixel looks like the named colour, 0..1."""
    colour = named_colour(name)
    if colour.chroma[0] < _GREY_CHROMA:
        near = np.exp(-(((pixels.lightness - colour.lightness[0]) / _LIGHTNESS_WIDTH) ** 2))
        return np.where(pixels.chroma < 0.05, near, np.float32(0))
    turn = (pixels.hue - colour.hue[0] + np.pi) % (2 * np.pi) - np.pi
    alike: Floats = np.exp(-((turn / _HUE_WIDTH) ** 2)) * np.clip(pixels.chroma / 0.05, 0, 1)
    return alike


class PaletteWatch:
    """Adds up, over the sampled frames, the share of the asked hues and each one's coverage."""

    def __init__(self, config: PaletteConfig, names: tuple[str, ...]) -> None:
        self._config = config
        self._names = names
        self._shares: list[float] = []
        self._coverages: list[list[float]] = []
        self._frames = 0

    def see(self, frame: Frame) -> None:
        if self._names and self._frames % _EVERY == 0:
            pixels = to_oklab(frame.thumbnail)
            alike = [likeness(pixels, name) for name in self._names]
            # Chroma-weighted: a vivid sky says more about the palette than a grey street.
            weight = 0.02 + pixels.chroma
            self._shares.append(float((np.max(alike, axis=0) * weight).sum() / weight.sum()))
            self._coverages.append([float((share > 0.5).mean()) for share in alike])
        self._frames += 1

    def hear(self, samples: Samples) -> None:
        """Colours make no sound."""

    def score(self) -> Score:
        if not self._names:
            return Score(NAME, None, "no colour was asked for")
        share = sum(self._shares) / len(self._shares)
        means = [sum(column) / len(column) for column in zip(*self._coverages, strict=True)]
        coverages = dict(zip(self._names, means, strict=True))
        covered = math.prod(min(1.0, c / self._config.coverage) for c in means) ** (1 / len(means))
        value = ramp(share, 0.0, self._config.full_share) * (0.35 + 0.65 * covered)
        details: dict[str, Detail] = {"hue_share": round(share, 4)}
        for name, coverage in coverages.items():
            details[f"coverage.{name}"] = round(coverage, 4)
            details[f"margin.{name}"] = round(coverage - self._config.coverage, 4)
        complaint = Complaint(value)
        for name in sorted(coverages, key=lambda name: coverages[name]):
            self._complain(complaint, name, coverages[name])
        if value < _GOOD and not complaint.findings:
            self._complain_of_share(complaint, share)
        return Score(NAME, round(value, 4), None, details, tuple(complaint.findings))

    def _complain(self, complaint: Complaint, name: str, coverage: float) -> None:
        measured = f"{coverage:.1%} of the picture".replace("%", " %")
        if coverage < self._config.missing_coverage:
            complaint.add(
                "palette.missing",
                wanted=name,
                measured=measured,
                advice=f"bathe the scene in {name} light and name {name} surfaces",
            )
        elif coverage < self._config.coverage:
            complaint.add(
                "palette.weak",
                wanted=name,
                measured=measured,
                advice=f"give {name} a larger part of the picture",
            )

    def _complain_of_share(self, complaint: Complaint, share: float) -> None:
        names = " and ".join(self._names)
        complaint.add(
            "palette.weak",
            wanted=self._names[0],
            measured=f"{names} hold {share:.0%} of the colour".replace("%", " %"),
            advice=f"let {names} rule the picture, in the sky, the light and the ground",
        )


class PaletteJudge:
    """Judges colour."""

    name = NAME
    needs = Needs()

    def __init__(self, config: PaletteConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip."""
        return PaletteWatch(self._config, asked_colours(wanted))


def open_palette(config: PaletteConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return PaletteJudge(config)
