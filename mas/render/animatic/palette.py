"""The colours of a picture: asked ones spread over its parts by weight, else muted natural ones."""

from dataclasses import dataclass

from mas.language import COLOURS
from mas.render.animatic.colour import Bgr, Lch, bgr_of, lch_of
from mas.render.animatic.light import Grade, Hour

__all__ = ["Palette", "mix_palette"]

_NEUTRAL = 0.035
_MUD = 75.0
# Which asked colour a part takes, by the number of chromatic colours asked for: (first, second,
# share of the second). The first colour rules the sky, the last ones the light and the accents.
_PLANS: dict[int, dict[str, tuple[int, int, float]]] = {
    1: {},
    2: {
        "lower": (0, 1, 0.55), "horizon": (1, 1, 0), "haze": (1, 1, 0), "far": (0, 1, 0.6),
        "cloud": (0, 1, 0.6), "light": (1, 1, 0), "glow": (1, 1, 0), "rim": (1, 1, 0),
        "ground": (0, 1, 0.5), "water": (0, 1, 0.5),
    },
    3: {
        "lower": (0, 1, 0.8), "horizon": (2, 1, 0.3), "haze": (1, 2, 0.4), "far": (1, 1, 0),
        "middle": (0, 1, 0.4), "cloud": (2, 2, 0), "light": (2, 2, 0), "glow": (2, 2, 0),
        "rim": (2, 2, 0), "near": (0, 0, 0), "ground": (2, 0, 0.15), "water": (1, 2, 0.4),
    },
    4: {
        "upper": (0, 1, 0.4), "lower": (1, 1, 0), "horizon": (2, 2, 0), "haze": (2, 1, 0.3),
        "far": (1, 1, 0), "middle": (1, 0, 0.4), "near": (0, 0, 0), "cloud": (2, 2, 0),
        "light": (3, 3, 0), "glow": (3, 3, 0), "rim": (3, 3, 0), "ground": (3, 0, 0.2),
        "water": (2, 3, 0.5),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour a scene may use, blue first, 0..255, each (3,) float32.

    `sky` runs from the zenith to the horizon; `glow` is the colour of lamps; `leaf` of plants.
    """

    sky: tuple[Bgr, Bgr, Bgr, Bgr]
    haze: Bgr
    far: Bgr
    middle: Bgr
    near: Bgr
    ground: Bgr
    front: Bgr
    cloud: Bgr
    light: Bgr
    glow: Bgr
    accents: tuple[Bgr, ...]
    rim: Bgr
    leaf: Bgr
    water: Bgr
    asked: bool


def mix_palette(
    colours: tuple[str, ...], avoided: tuple[str, ...], *, hour: Hour, grade: Grade, earth: Lch
) -> Palette:
    """Mix the palette.

    Args:
        colours: canonical colour names asked for, most important first.
        avoided: canonical colour names ruled out.
        hour: the values of the time of day.
        grade: of the mood.
        earth: natural hue and chroma of the scene's ground.
    """
    asked = [lch_of(COLOURS[name].rgb) for name in colours if name not in avoided]
    hues = [colour for colour in asked if colour.chroma > _NEUTRAL][:4]
    greys = [colour for colour in asked if colour.chroma <= _NEUTRAL]
    mixer = _Mixer(hues, greys, avoided, hour=hour, grade=grade, earth=earth)
    return mixer.palette()


class _Mixer:
    def __init__(
        self,
        hues: list[Lch],
        greys: list[Lch],
        avoided: tuple[str, ...],
        *,
        hour: Hour,
        grade: Grade,
        earth: Lch,
    ) -> None:
        self._hues, self._greys, self._hour, self._grade = hues, greys, hour, grade
        self._earth = earth
        self._avoided = [
            lch_of(COLOURS[n].rgb).hue for n in avoided if lch_of(COLOURS[n].rgb).chroma > _NEUTRAL
        ]
        self._plan = _PLANS.get(len(hues), {})
        lightness = [colour.lightness for colour in hues + greys]
        # Dark colour words (navy, black) lower the key, light ones (cream, white) raise it.
        mean = sum(lightness) / len(lightness) if lightness else 0.58
        self._key = max(-0.1, min(0.1, (mean - 0.58) * 0.32))

    def palette(self) -> Palette:
        hour = self._hour
        sky = tuple(
            self._paint(part, value, natural=self._air(k / 3))
            for k, (part, value) in enumerate(
                zip(("zenith", "upper", "lower", "horizon"), hour.sky, strict=True)
            )
        )
        lamp = Lch(0.82, 0.12, 70)
        glow_value = 0.80 if self._hues else 0.84
        return Palette(
            sky=sky,  # type: ignore[arg-type]  # four parts, four colours
            haze=self._paint("haze", hour.haze, natural=self._air(0.8), chroma=0.85),
            far=self._paint(
                "far", hour.far, natural=self._air(0.55).mixed(self._earth, 0.3), chroma=0.9
            ),
            middle=self._paint(
                "middle", hour.middle, natural=self._earth.mixed(self._air(0.4), 0.3), chroma=0.9
            ),
            near=self._paint("near", hour.near, natural=self._earth, chroma=0.85),
            ground=self._paint("ground", hour.ground, natural=self._earth, chroma=0.9),
            front=self._paint("front", hour.front, natural=self._earth, chroma=0.6),
            cloud=self._paint("cloud", hour.cloud, natural=self._air(0.75), chroma=0.75),
            light=self._paint("light", hour.light, natural=Lch(0.9, 0.05, 75), chroma=0.55),
            glow=self._paint("glow", glow_value, natural=lamp, fixed=True),
            accents=self._accents(),
            rim=self._paint(
                "rim", min(0.93, hour.light), natural=self._air(1.0), chroma=0.75, fixed=True
            ),
            leaf=self._paint("ground", hour.ground + 0.08, natural=Lch(0.4, 0.055, 135)),
            water=self._paint(
                "water", (hour.sky[2] + hour.ground) / 2, natural=Lch(0.4, 0.045, 235)
            ),
            asked=bool(self._hues or self._greys),
        )

    def _accents(self) -> tuple[Bgr, ...]:
        if self._hues:
            return tuple(
                bgr_of(Lch(max(0.62, min(0.82, c.lightness + 0.15)), max(0.12, c.chroma), c.hue))
                for c in self._hues
            )
        tints = (Lch(0.82, 0.1, 72), Lch(0.8, 0.06, 225), Lch(0.74, 0.09, 25))
        return tuple(bgr_of(self._kept_away(t)) for t in tints)

    def _air(self, share: float) -> Lch:
        """Return the natural colour of the air, 0 at the zenith, 1 at the horizon."""
        top, top_chroma, low, low_chroma = self._hour.hues
        return Lch(0.5, top_chroma, top).mixed(Lch(0.5, low_chroma, low), share)

    def _paint(
        self, part: str, value: float, *, natural: Lch, chroma: float = 1.0, fixed: bool = False
    ) -> Bgr:
        grade = self._grade
        if self._hues:
            first, second, share = self._plan.get(part, (0, 0, 0.0))
            colour = _joined(
                self._strong(self._hues[first]), self._strong(self._hues[second]), share
            )
            if len(self._hues) == 1 and part in {"horizon", "haze", "cloud", "light"}:
                colour = colour.turned(8)  # one hue alone looks flat
            dimmed = self._neutral_share(part)
            colour = colour.at(value, chroma * (0.55 + 0.45 * grade.saturation) * dimmed)
        elif self._greys:
            colour = Lch(value, 0.004, natural.hue)
        else:
            muted = 0.82 * grade.saturation * chroma
            colour = self._kept_away(
                natural.mixed(
                    Lch(0.5, 0.05, 70 if grade.warmth > 0 else 250), abs(grade.warmth) * 0.55
                )
            )
            colour = colour.at(value, muted)
        bright = 1.0 if fixed else grade.brightness ** (0.75 if value > 0.3 else 0.45)
        key = 0.0 if fixed else self._key * (0.4 + value)
        return bgr_of(Lch(min(0.985, (colour.lightness + key) * bright), colour.chroma, colour.hue))

    def _neutral_share(self, part: str) -> float:
        """White and silver among the asked colours bleach the light, black the shadows."""
        if any(g.lightness > 0.7 for g in self._greys) and part in {
            "cloud",
            "light",
            "glow",
            "rim",
        }:
            return 0.25
        if any(g.lightness < 0.35 for g in self._greys) and part in {"front", "near"}:
            return 0.4
        return 1.0

    @staticmethod
    def _strong(colour: Lch) -> Lch:
        """Give soft tones (cream, lavender) enough chroma to be seen as that colour in shadow."""
        return Lch(colour.lightness, max(0.10, min(0.19, colour.chroma * 0.95)), colour.hue)

    def _kept_away(self, colour: Lch) -> Lch:
        """Turn a natural colour grey when its hue is one that was ruled out."""
        for hue in self._avoided:
            if abs((colour.hue - hue + 180) % 360 - 180) < 50:
                return Lch(colour.lightness, min(colour.chroma, 0.008), colour.hue)
        return colour


def _joined(first: Lch, second: Lch, share: float) -> Lch:
    """Mix neighbouring hues; of opposite ones, whose mixture is mud, take the nearer."""
    if abs((first.hue - second.hue + 180) % 360 - 180) > _MUD:
        return second if share >= 0.5 else first
    return first.mixed(second, share)
