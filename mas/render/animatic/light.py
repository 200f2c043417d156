"""What the hour and the mood do to a picture: how light each part is, where the light stands."""

from dataclasses import dataclass

from mas.language import MOODS

__all__ = ["Grade", "Hour", "grade_of", "hour_of"]


@dataclass(frozen=True, slots=True)
class Hour:
    """The values of one time of day: lightness (0..1) of each part, and natural hues.

    Attributes:
        sky: from the zenith to the horizon.
        hues: natural hue (degrees) and chroma of the zenith and of the horizon, as a muted picture
            has them.
        air: hue and chroma from the zenith to the horizon, as the hour has them when it is asked.
        disc: size of the sun or moon in shares of the height, 0 for none.
        height: where the light stands, share of the height from the top.
        stars: how many stars show, 0..1.
        lit: lamps and windows are lit.
    """

    sky: tuple[float, float, float, float]
    haze: float
    far: float
    middle: float
    near: float
    ground: float
    front: float
    cloud: float
    light: float
    hues: tuple[float, float, float, float]
    air: tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
    disc: float
    height: float
    stars: float
    lit: bool


_HOURS = {
    "night": Hour(
        sky=(0.14, 0.20, 0.30, 0.43), haze=0.38, far=0.31, middle=0.225, near=0.165, ground=0.15,
        front=0.07, cloud=0.44, light=0.90, hues=(272, 0.07, 262, 0.05),
        air=((275, 0.085), (270, 0.095), (262, 0.095), (250, 0.08)), disc=0.052, height=0.24,
        stars=1.0, lit=True,
    ),
    "dusk": Hour(
        sky=(0.25, 0.37, 0.53, 0.72), haze=0.60, far=0.46, middle=0.33, near=0.225, ground=0.21,
        front=0.09, cloud=0.60, light=0.90, hues=(278, 0.06, 45, 0.07),
        air=((280, 0.10), (305, 0.11), (12, 0.13), (52, 0.14)), disc=0.0, height=0.60,
        stars=0.35, lit=True,
    ),
    "dawn": Hour(
        sky=(0.46, 0.60, 0.75, 0.88), haze=0.80, far=0.65, middle=0.50, near=0.35, ground=0.32,
        front=0.15, cloud=0.85, light=0.96, hues=(255, 0.045, 55, 0.055),
        air=((262, 0.075), (300, 0.07), (15, 0.09), (68, 0.09)), disc=0.062, height=0.50,
        stars=0.0, lit=False,
    ),
    "day": Hour(
        sky=(0.58, 0.69, 0.80, 0.90), haze=0.83, far=0.68, middle=0.54, near=0.41, ground=0.43,
        front=0.17, cloud=0.94, light=0.98, hues=(245, 0.05, 225, 0.025),
        air=((250, 0.115), (243, 0.10), (235, 0.07), (220, 0.035)), disc=0.045, height=0.20,
        stars=0.0, lit=False,
    ),
    "golden_hour": Hour(
        sky=(0.37, 0.53, 0.70, 0.86), haze=0.79, far=0.60, middle=0.43, near=0.28, ground=0.26,
        front=0.11, cloud=0.76, light=0.96, hues=(285, 0.035, 68, 0.075),
        air=((300, 0.075), (5, 0.10), (48, 0.145), (78, 0.145)), disc=0.072, height=0.46,
        stars=0.0, lit=True,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grade:
    """The mood as light: brightness, contrast and saturation multiply, warmth is -1..1."""

    brightness: float = 1.0
    contrast: float = 1.0
    saturation: float = 1.0
    warmth: float = 0.0


def hour_of(time_of_day: str) -> Hour:
    """Return the values of a canonical time of day."""
    return _HOURS[time_of_day]


def grade_of(moods: tuple[str, ...]) -> Grade:
    """Blend the moods: the geometric mean of what they multiply, the mean warmth."""
    asked = [MOODS[name] for name in moods if name in MOODS]
    if not asked:
        return Grade()
    share = 1 / len(asked)
    brightness = contrast = saturation = 1.0
    for mood in asked:
        brightness *= mood.brightness**share
        contrast *= mood.contrast**share
        saturation *= mood.saturation**share
    return Grade(brightness, contrast, saturation, sum(m.warmth for m in asked) * share)
