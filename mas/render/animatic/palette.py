"""The colours of a picture: asked ones spread over its parts by weight, else muted natural ones."""

from dataclasses import dataclass

from mas.language import COLOURS
from mas.render.animatic.colour import Bgr, Lch, bgr_of, lch_of
from mas.render.animatic.light import Grade, Hour

__all__ = ["Palette", "mix_palette"]

_NEUTRAL = 0.035
_LIGHTER = 0.1
_MUD = 75.0
# Which asked colour a part takes, by the number of chromatic colours asked for: (first, second,
# share of the second). The first colour (the darkest) rules the sky, the last ones the light and the accents.
_PLANS: dict[int, dict[str, tuple[int, int, float]]] = {
    1: {},
    2: {
        "lower": (0, 1, 0.7), "horizon": (1, 1, 0), "haze": (1, 1, 0), "far": (0, 1, 0.15),
        "cloud": (0, 1, 0.8), "light": (1, 1, 0), "rim": (1, 1, 0),
        "ground": (1, 0, 0.2), "water": (0, 1, 0.3), "middle": (0, 1, 0.1),
    },
    3: {
        "lower": (0, 1, 0.85), "horizon": (2, 1, 0.15), "haze": (2, 1, 0.2), "far": (1, 1, 0),
        "middle": (0, 1, 0.2), "cloud": (2, 2, 0), "light": (2, 2, 0),
        "rim": (2, 2, 0), "near": (0, 0, 0), "ground": (1, 0, 0.1), "water": (1, 2, 0.2),
    },
    4: {
        "upper": (0, 1, 0.15), "lower": (1, 1, 0), "horizon": (2, 2, 0), "haze": (2, 1, 0.15),
        "far": (3, 3, 0), "middle": (1, 0, 0.1), "near": (0, 0, 0), "cloud": (2, 2, 0),
        "light": (3, 3, 0), "rim": (3, 3, 0), "ground": (3, 0, 0.1),
        "water": (2, 3, 0.2),
    },
}  # fmt: skip
# One hue alone looks like a filter: it turns a little from part to part, within its name.
_TURNS = {"zenith": -12, "upper": -7, "horizon": 9, "haze": 8, "cloud": 10, "light": 12, "far": -5, "middle": 5, "near": -9, "ground": 11, "water": -9}  # fmt: skip
# How much of its natural colour a part keeps beside the asked one: what is near is made of earth.
_KEPT = {"near": 0.25, "ground": 0.28, "leaf": 0.35, "front": 0.4, "water": 0.12}
_LAMP = Lch(0.84, 0.125, 72)
# Light that stands out in a world of warm colours: eyes, far windows.
_COLD_LAMP = Lch(0.86, 0.10, 200)
# Where the asked greys go: white and silver lie in the light, black and charcoal in the shadow.
_LIGHT_PARTS = {"cloud", "light", "rim", "haze"}
_SEA = Lch(0.4, 0.05, 235)
# Plants by season: how much lighter than the ground, hue and chroma.
_LEAVES = {
    "": Lch(0.08, 0.06, 135),
    "autumn": Lch(0.12, 0.11, 55),
    "blossom": Lch(0.30, 0.08, 355),
    "snow": Lch(0.34, 0.015, 240),
}
_DARK_PARTS = {"front", "near", "ground"}


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour a scene may use, blue first, 0..255, each (3,) float32.

    Attributes:
        sky: from the zenith to the horizon.
        glow: of lamps and fire.
        spark: of eyes and far lights: the opposite of what rules the picture.
        leaf: of plants.
        pale: white or silver was asked for: the light shines wider.
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
    spark: Bgr
    accents: tuple[Bgr, ...]
    rim: Bgr
    leaf: Bgr
    water: Bgr
    asked: bool
    pale: bool


def mix_palette(
    colours: tuple[str, ...],
    avoided: tuple[str, ...],
    *,
    hour: Hour,
    grade: Grade,
    earth: Lch,
    timed: bool = False,
    season: str = "",
) -> Palette:
    """Mix the palette.

    Args:
        colours: canonical colour names asked for, most important first.
        avoided: canonical colour names ruled out.
        hour: the values of the time of day.
        grade: of the mood.
        earth: natural hue and chroma of the scene's ground.
        timed: the hour was asked for, so that it colours what no colour was asked for.
        season: "snow", "autumn", "blossom" or "", the colour of plants.
    """
    asked = [lch_of(COLOURS[name].rgb) for name in colours if name not in avoided]
    hues = [colour for colour in asked if colour.chroma > _NEUTRAL][:4]
    if hues and max(c.lightness for c in hues) - hues[-1].lightness > _LIGHTER:
        hues.sort(key=lambda colour: colour.lightness)  # light comes from the horizon
    greys = [colour for colour in asked if colour.chroma <= _NEUTRAL]
    mixer = _Mixer(hues, greys, avoided, hour=hour, grade=grade, earth=earth, timed=timed)
    return mixer.palette(_LEAVES[season])


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
        timed: bool,
    ) -> None:
        self._hues, self._hour, self._grade = hues, hour, grade
        self._pale = max((g.lightness for g in greys if g.lightness > 0.6), default=None)
        self._dark = min((g.lightness for g in greys if g.lightness <= 0.6), default=None)
        self._asked = bool(hues or greys)
        self._earth, self._timed = earth, timed
        self._avoided = [
            lch_of(COLOURS[n].rgb).hue for n in avoided if lch_of(COLOURS[n].rgb).chroma > _NEUTRAL
        ]
        self._plan = _PLANS.get(len(hues), {})
        lightness = [colour.lightness for colour in hues + greys]
        # Dark colour words (navy, black) lower the key, light ones (cream, white) raise it.
        mean = sum(lightness) / len(lightness) if lightness else 0.58
        self._key = max(-0.1, min(0.1, (mean - 0.58) * 0.32))

    def palette(self, leaf: Lch) -> Palette:
        hour, earth, air = self._hour, self._earth, self._air
        parts = zip(("zenith", "upper", "lower", "horizon"), hour.sky, strict=True)
        sky = tuple(
            self._paint(part, value, natural=air(k / 3)) for k, (part, value) in enumerate(parts)
        )
        lamp, spark = self._lamps()
        return Palette(
            sky=sky,  # type: ignore[arg-type]  # four parts, four colours
            haze=self._paint("haze", hour.haze, natural=air(0.85), chroma=0.9),
            far=self._paint("far", hour.far, natural=air(0.55).mixed(earth, 0.3), chroma=0.9),
            middle=self._paint(
                "middle", hour.middle, natural=earth.mixed(air(0.4), 0.3), chroma=0.9
            ),
            near=self._paint("near", hour.near, natural=earth.mixed(air(0.3), 0.2), chroma=0.85),
            ground=self._paint(
                "ground", hour.ground, natural=earth.mixed(air(0.9), 0.2), chroma=0.9
            ),
            front=self._paint("front", hour.front, natural=earth, chroma=0.6),
            cloud=self._paint("cloud", hour.cloud, natural=air(0.8), chroma=0.75),
            light=self._paint("light", hour.light, natural=Lch(0.9, 0.07, 80), chroma=0.55),
            glow=bgr_of(lamp),
            spark=bgr_of(spark),
            accents=self._accents(),
            rim=self._paint("rim", min(0.93, hour.light), natural=air(1.0), chroma=0.75),
            leaf=self._paint("leaf", hour.ground + leaf.lightness, natural=leaf),
            water=self._paint(
                "water", (hour.sky[2] + hour.ground) / 2, natural=air(0.5).mixed(_SEA, 0.5)
            ),
            asked=self._asked,
            pale=self._pale is not None,
        )

    def _lamps(self) -> tuple[Lch, Lch]:
        """Return the light of lamps and its opposite, both away from what was ruled out."""
        warm = bool(self._hues) and all(_apart(c.hue, _LAMP.hue) < 65 for c in self._hues[:2])
        spark = _COLD_LAMP if warm else _LAMP
        return self._kept_away(_LAMP), self._kept_away(spark)

    def _accents(self) -> tuple[Bgr, ...]:
        pale = () if self._pale is None else (bgr_of(Lch(self._pale, 0.012, 80)),)
        if self._hues:
            return pale + tuple(
                bgr_of(Lch(max(0.62, min(0.82, c.lightness + 0.15)), max(0.12, c.chroma), c.hue))
                for c in self._hues
            )
        tints = (Lch(0.82, 0.1, 72), Lch(0.8, 0.06, 225), Lch(0.74, 0.09, 25))
        return tuple(bgr_of(self._kept_away(t)) for t in tints)

    def _air(self, share: float) -> Lch:
        """Return the natural colour of the air, 0 at the zenith, 1 at the horizon."""
        if self._timed:
            air, at = self._hour.air, min(2.999, share * 3)
            low, high = air[int(at)], air[int(at) + 1]
            return Lch(0.5, low[1], low[0]).mixed(Lch(0.5, high[1], high[0]), at - int(at))
        top, top_chroma, low_hue, low_chroma = self._hour.hues
        return Lch(0.5, top_chroma, top).mixed(Lch(0.5, low_chroma, low_hue), share)

    def _paint(self, part: str, value: float, *, natural: Lch, chroma: float = 1.0) -> Bgr:
        grade = self._grade
        fixed = part == "rim"
        if self._hues:
            colour = self._asked_for(part, natural)
            colour = colour.at(value, chroma * (0.55 + 0.45 * grade.saturation))
        elif self._asked:
            colour = Lch(value, 0.012, natural.hue)
        else:
            mood = Lch(0.5, 0.05, 70 if grade.warmth > 0 else 250)
            colour = self._kept_away(natural.mixed(mood, abs(grade.warmth) * 0.55))
            colour = colour.at(value, (1.2 if self._timed else 0.82) * grade.saturation * chroma)
        bright = 1.0 if fixed else grade.brightness ** (0.75 if value > 0.3 else 0.45)
        key = 0.0 if fixed else self._key * (0.4 + value)
        lightness = min(0.985, (colour.lightness + key) * bright)
        if self._hues:
            # Nearly white, no hue can be told; what was asked for stays to be seen.
            lightness = min(lightness, 0.94 if part in {"light", "rim"} else 0.89)
        return bgr_of(self._neutral(part, Lch(lightness, colour.chroma, colour.hue)))

    def _asked_for(self, part: str, natural: Lch) -> Lch:
        first, second, share = self._plan.get(part, (0, 0, 0.0))
        colour = _joined(_strong(self._hues[first]), _strong(self._hues[second]), share)
        if len(self._hues) == 1:
            colour = colour.turned(_TURNS.get(part, 0))
        kept = _KEPT.get(part, 0.0)
        if kept and _apart(colour.hue, natural.hue) > _MUD:
            return colour.at(colour.lightness, 1 - kept)  # opposite hues mix to mud
        return colour.mixed(self._kept_away(natural), kept)

    def _neutral(self, part: str, colour: Lch) -> Lch:
        """Give the asked greys their parts: white bleaches the light, black the shadows."""
        if self._pale is not None and part in _LIGHT_PARTS:
            least = self._pale - (0.06 if part != "haze" else 0.17)
            return Lch(max(colour.lightness, least), min(colour.chroma, 0.016), colour.hue)
        if self._dark is not None and part in _DARK_PARTS:
            lightness = max(self._dark - 0.09, min(self._dark + 0.06, colour.lightness))
            return Lch(lightness, min(colour.chroma, 0.012), colour.hue)
        return colour

    def _kept_away(self, colour: Lch) -> Lch:
        """Turn a natural colour grey when its hue is one that was ruled out."""
        for hue in self._avoided:
            if _apart(colour.hue, hue) < 50:
                return Lch(colour.lightness, min(colour.chroma, 0.008), colour.hue)
        return colour


def _strong(colour: Lch) -> Lch:
    """Give soft tones (cream, lavender) enough chroma to be seen as that colour in shadow."""
    return Lch(colour.lightness, max(0.10, min(0.19, colour.chroma * 0.95)), colour.hue)


def _apart(one: float, other: float) -> float:
    """Return the degrees between two hues."""
    return abs((one - other + 180) % 360 - 180)


def _joined(first: Lch, second: Lch, share: float) -> Lch:
    """Mix neighbouring hues; of opposite ones, whose mixture is mud, take the nearer."""
    if _apart(first.hue, second.hue) > _MUD:
        return second if share >= 0.5 else first
    return first.mixed(second, share)
