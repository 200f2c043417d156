"""What flies: birds, dragons, butterflies."""
# The points of one shape read as one line.
# fmt: off

import math
from itertools import pairwise

from mas.render.animatic.pen import Pen, Point

__all__ = ["bat", "bird", "butterfly", "crane", "dragon", "flock", "griffin", "owl", "phoenix"]


def _flap(phase: float, size: float = 1.0) -> float:
    """Return the height of a wing tip: a quick stroke down, a slower one up."""
    angle = math.tau * phase
    return size * (math.sin(angle) + 0.25 * math.sin(2 * angle))


def _wing(pen: Pen, root: Point, span: Point, *, chord: float, fingers: int, tone: float) -> None:
    """Draw a feathered wing from `root` towards `root + span`, its feathers trailing behind."""
    tip = (root[0] + span[0], root[1] + span[1])
    wrist = (root[0] + span[0] * 0.45, root[1] + span[1] * 0.45 + abs(span[0]) * 0.12)
    lead = [root, wrist, tip]
    trail = []
    for k in range(fingers + 1):
        share = 1 - k / fingers
        x, y = root[0] + span[0] * share, root[1] + span[1] * share
        depth = chord * (1 - 0.55 * share)
        trail += [(x - chord * 0.25, y - depth * 0.72), (x - chord * 0.12 * share, y - depth * 0.55)]
    pen.poly([*lead, *trail], tone)


def bird(pen: Pen, phase: float) -> None:
    """A large bird in flight, seen from the side."""
    lift = _flap(phase, 0.3)
    _wing(pen, (0.06, 0.52), (-0.12, 0.12 + lift * 1.1), chord=0.26, fingers=5, tone=0.22)
    pen.poly([(-0.3, 0.5), (-0.62, 0.56), (-0.64, 0.47), (-0.6, 0.4), (-0.28, 0.44)])
    pen.blob([(0.44, 0.55), (0.34, 0.6), (0.1, 0.56), (-0.3, 0.5), (-0.28, 0.44), (0.0, 0.4), (0.3, 0.44)])
    pen.oval((0.4, 0.55), (0.085, 0.065), 10)
    pen.poly([(0.46, 0.58), (0.56, 0.53), (0.46, 0.52)], 0.5)
    _wing(pen, (0.14, 0.54), (-0.16, 0.1 + lift * 1.35), chord=0.34, fingers=6, tone=0.0)


def flock(pen: Pen, phase: float) -> None:
    """Small birds in a loose wedge."""
    places = ((0.9, 0.62), (0.62, 0.76), (0.55, 0.5), (0.28, 0.84), (0.2, 0.4), (-0.05, 0.7), (-0.2, 0.3), (-0.36, 0.88), (-0.55, 0.58), (-0.8, 0.38), (-0.95, 0.76))
    for k, (x, y) in enumerate(places):
        size = 0.1 + 0.035 * (k * 7 % 3)
        lift = _flap(phase + k * 0.137) * size * 0.55
        pen.limb([(x - size, y + lift), (x - size * 0.4, y + lift * 0.75 + size * 0.16), (x, y)], 0.01, 0.026)
        pen.limb([(x + size, y + lift), (x + size * 0.4, y + lift * 0.75 + size * 0.16), (x, y)], 0.01, 0.026)


def owl(pen: Pen, phase: float) -> None:
    """An owl on a branch, eyes lit."""
    blink = 0.2 if 0.9 < phase % 1 < 0.97 else 1.0
    pen.limb([(-0.6, 0.1), (-0.1, 0.14), (0.6, 0.22)], 0.07, 0.035)
    pen.poly([(-0.12, 0.2), (0.1, 0.2), (0.06, -0.0), (-0.1, 0.0)])
    pen.blob([(-0.24, 0.86), (-0.28, 0.6), (-0.25, 0.32), (-0.1, 0.15), (0.1, 0.15), (0.25, 0.32), (0.28, 0.6), (0.24, 0.86), (0.0, 0.92)])
    pen.poly([(-0.25, 0.82), (-0.26, 1.0), (-0.1, 0.9)])
    pen.poly([(0.25, 0.82), (0.26, 1.0), (0.1, 0.9)])
    pen.blob([(-0.24, 0.6), (-0.27, 0.42), (-0.16, 0.2), (-0.12, 0.45)], 0.25)
    pen.blob([(0.24, 0.6), (0.27, 0.42), (0.16, 0.2), (0.12, 0.45)], 0.25)
    for x in (-0.115, 0.115):
        pen.oval((x, 0.76), (0.105, 0.105), tone=0.3)
        pen.lamp((x, 0.76), 0.058, blink)
        pen.oval((x, 0.76), (0.026, 0.03))
    pen.poly([(-0.025, 0.71), (0.025, 0.71), (0.0, 0.63)], 0.6)


def crane(pen: Pen, phase: float) -> None:
    """A wading crane."""
    nod = 0.02 * math.sin(math.tau * phase)
    pen.line([(0.0, 0.5), (0.03, 0.26), (0.0, 0.0)], 0.014)
    pen.line([(-0.04, 0.5), (-0.06, 0.3), (0.02, 0.2)], 0.014, 0.2)
    pen.blob([(0.14, 0.6), (0.02, 0.66), (-0.2, 0.56), (-0.34, 0.42), (-0.16, 0.46), (0.04, 0.47)])
    pen.blob([(-0.16, 0.56), (-0.38, 0.4), (-0.32, 0.34), (-0.1, 0.46)], 0.25)
    pen.limb([(0.1, 0.58), (0.2, 0.68), (0.1, 0.8), (0.14 + nod, 0.92)], 0.055, 0.032)
    pen.oval((0.16 + nod, 0.945), (0.045, 0.032))
    pen.poly([(0.19 + nod, 0.965), (0.38 + nod, 0.92), (0.19 + nod, 0.935)], 0.5)


def bat(pen: Pen, phase: float) -> None:
    """A bat, wings spread."""
    lift = _flap(phase, 0.22)
    for side in (-1.0, 1.0):
        pen.poly(
            [
                (0, 0.6),
                (side * 0.22, 0.72 + lift * 0.6),
                (side * 0.5, 0.7 + lift),
                (side * 0.66, 0.48 + lift * 0.7),
                (side * 0.46, 0.48 + lift * 0.4),
                (side * 0.4, 0.36 + lift * 0.3),
                (side * 0.24, 0.43),
                (side * 0.14, 0.32),
                (0, 0.4),
            ]
        )
        pen.poly([(side * 0.01, 0.66), (side * 0.06, 0.8), (side * 0.09, 0.62)])
    pen.oval((0.0, 0.52), (0.075, 0.15))
    pen.lamp((-0.03, 0.64), 0.013)
    pen.lamp((0.03, 0.64), 0.013)


def butterfly(pen: Pen, phase: float) -> None:
    """A butterfly whose wings open and close."""
    open_ = 0.35 + 0.65 * abs(math.cos(math.pi * phase))
    for side in (-1.0, 1.0):
        w = side * open_
        pen.blob([(0, 0.54), (w * 0.16, 0.84), (w * 0.5, 0.96), (w * 0.58, 0.76), (w * 0.4, 0.54), (w * 0.08, 0.47)], 0.75)
        pen.blob([(0, 0.48), (w * 0.36, 0.46), (w * 0.44, 0.24), (w * 0.24, 0.08), (w * 0.06, 0.3)], 0.6)
        pen.oval((w * 0.4, 0.78), (0.07 * open_, 0.07), tone=0.1)
        pen.oval((w * 0.4, 0.78), (0.035 * open_, 0.035), tone=1.0)
        pen.oval((w * 0.27, 0.29), (0.05 * open_, 0.05), tone=0.15)
        pen.limb([(0.0, 0.66), (side * 0.05, 0.82), (side * 0.12, 0.9)], 0.012, 0.008)
    pen.limb([(0, 0.68), (0, 0.48), (0, 0.22)], 0.05, 0.02)


def _web(pen: Pen, root: Point, lift: float, *, reach: float, tone: float) -> None:
    """Draw a webbed wing: an arm, four fingers, scalloped skin between them."""
    wrist = (root[0] - 0.02 * reach, root[1] + (0.2 + lift * 0.55) * reach)
    tips = [(wrist[0] + (0.1 - 0.2 * k) * reach, wrist[1] + (0.3 - 0.17 * k + lift * (0.75 - 0.14 * k)) * reach) for k in range(5)]
    skin: list[Point] = [root, wrist, tips[0]]
    for a, b in pairwise(tips):
        middle = ((a[0] + b[0]) / 2 + 0.045 * reach, (a[1] + b[1]) / 2 - 0.02 * reach)
        skin += [middle, b]
    skin += [(root[0] - 0.3 * reach, root[1] - 0.02)]
    pen.poly(skin, tone)
    pen.limb([root, wrist], 0.045 * reach, 0.03 * reach, tone * 0.4)
    for tip in tips:
        pen.limb([wrist, tip], 0.02 * reach, 0.006 * reach, tone * 0.4)


def dragon(pen: Pen, phase: float) -> None:
    """A dragon in flight: webbed wings, long neck and tail, lit eye."""
    with pen.placed(0.0, size=0.67):
        _dragon(pen, phase)


def _dragon(pen: Pen, phase: float) -> None:
    lift = _flap(phase, 0.34)
    sway = 0.04 * math.sin(math.tau * phase + 1)
    _web(pen, (0.12, 0.5), lift * 0.9 + 0.05, reach=0.92, tone=0.3)
    pen.limb([(-0.2, 0.42), (-0.5, 0.36 - sway), (-0.75, 0.44 + sway), (-0.98, 0.36 - sway)], 0.12, 0.015)
    pen.poly([(-0.95, 0.37 - sway), (-1.08, 0.43 - sway), (-1.04, 0.34 - sway), (-1.07, 0.27 - sway)])
    pen.blob([(0.3, 0.55), (0.1, 0.58), (-0.2, 0.48), (-0.24, 0.38), (0.0, 0.34), (0.24, 0.4)])
    pen.limb([(0.2, 0.48), (0.42, 0.5), (0.5, 0.64 + sway), (0.64, 0.73 + sway)], 0.17, 0.075)
    pen.blob([(0.56, 0.76 + sway), (0.66, 0.82 + sway), (0.78, 0.77 + sway), (0.92, 0.72 + sway), (0.9, 0.67 + sway), (0.76, 0.665 + sway), (0.6, 0.67 + sway)])
    pen.limb([(0.64, 0.8 + sway), (0.56, 0.88 + sway), (0.5, 0.91 + sway)], 0.035, 0.008)
    pen.limb([(0.68, 0.8 + sway), (0.62, 0.89 + sway), (0.57, 0.94 + sway)], 0.03, 0.008, 0.2)
    for k in range(6):
        x = 0.34 - 0.1 * k
        pen.poly([(x, 0.545 - 0.012 * k), (x - 0.05, 0.62 - 0.016 * k), (x - 0.06, 0.54 - 0.014 * k)])
    pen.limb([(0.16, 0.42), (0.22, 0.3), (0.16, 0.23)], 0.06, 0.025, 0.1)
    pen.limb([(-0.12, 0.4), (-0.16, 0.28), (-0.25, 0.24)], 0.085, 0.03, 0.1)
    _web(pen, (0.08, 0.52), lift, reach=1.12, tone=0.12)
    pen.lamp((0.715, 0.76 + sway), 0.016)


def griffin(pen: Pen, phase: float) -> None:
    """A lion's body with an eagle's head and wings."""
    from mas.render.animatic.beasts import lion

    with pen.placed(-0.06, size=0.78):
        lion(pen, phase)
    _wing(pen, (0.04, 0.5), (-0.36, 0.4 + _flap(phase, 0.05)), chord=0.34, fingers=7, tone=0.3)
    pen.blob([(0.2, 0.7), (0.3, 0.84), (0.42, 0.8), (0.42, 0.66), (0.28, 0.6)], 0.35)
    pen.poly([(0.4, 0.78), (0.53, 0.7), (0.5, 0.64), (0.41, 0.7)], 0.7)
    pen.lamp((0.385, 0.755), 0.013)


def phoenix(pen: Pen, phase: float) -> None:
    """A burning bird with spread wings and long tail feathers, made of light."""
    lift = _flap(phase, 0.13)
    for side in (-1.0, 1.0):
        for k in range(8):
            reach, drop = 0.66 - 0.05 * k, 0.1 * k
            tip = (side * reach, 0.94 + lift * (1 - k * 0.08) - drop * 1.05)
            pen.limb([(side * 0.05, 0.62), (side * reach * 0.55, 0.8 + lift * 0.6 - drop * 0.75), tip], 0.075, 0.016, 0.9)
            pen.shine([(side * 0.05, 0.63), (side * reach * 0.6, 0.8 + lift * 0.6 - drop * 0.8), tip, (side * reach * 0.55, 0.77 + lift * 0.6 - drop * 0.8)], 0.75)
    for k in range(5):
        x = 0.09 * (k - 2)
        wave = 0.03 * math.sin(math.tau * phase + k)
        pen.limb([(0.0, 0.5), (x * 0.8 + wave, 0.28), (x * 1.8 - wave, 0.02)], 0.05, 0.012, 0.9)
        pen.shine([(x * 0.4 - 0.012, 0.4), (x * 0.4 + 0.012, 0.4), (x * 1.8 - wave, 0.03)], 0.7)
    pen.blob([(-0.09, 0.5), (-0.1, 0.66), (0.0, 0.76), (0.1, 0.66), (0.09, 0.5), (0.0, 0.4)], 1.0)
    pen.shine([(-0.06, 0.52), (-0.07, 0.66), (0.0, 0.74), (0.07, 0.66), (0.06, 0.52), (0.0, 0.44)], 0.9)
    pen.oval((0.0, 0.8), (0.055, 0.07), tone=1.0)
    pen.poly([(0.03, 0.84), (0.12, 0.8), (0.04, 0.78)], 0.5)
    pen.limb([(0.0, 0.86), (-0.03, 0.94), (-0.07, 0.98)], 0.02, 0.008, 1.0)
