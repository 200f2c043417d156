"""Four-legged animals: one walking body, and what makes it a deer, a wolf or an elephant."""
# The points of one shape read as one line.
# fmt: off

import math
from dataclasses import dataclass

from mas.render.animatic.pen import Pen, Point

__all__ = ["bear", "camel_rider", "cat", "deer", "dog", "elephant", "fox", "giraffe", "horse", "lion", "rabbit", "rider", "sheep", "unicorn", "wolf"]


@dataclass(frozen=True, slots=True)
class _Body:
    """Proportions in units of the sprite's height: back height, length, depth of the trunk, legs."""

    back: float
    length: float
    depth: float
    leg: float
    stride: float = 0.07
    rump: float = 0.0


def _leg(pen: Pen, hip: Point, phase: float, body: _Body, *, hind: bool, tone: float) -> None:
    swing = math.sin(math.tau * phase) * body.stride
    lift = max(0.0, math.cos(math.tau * phase)) * body.stride * 0.5
    bend = -0.035 if hind else 0.02
    knee = (hip[0] + swing * 0.35 + bend, hip[1] * 0.46 + lift * 0.6)
    ankle = (hip[0] + swing * 0.85 - bend * 0.2, hip[1] * 0.16 + lift)
    foot = (hip[0] + swing, 0.015 + lift)
    pen.limb([hip, knee], body.leg * (2.1 if hind else 1.7), body.leg, tone)
    pen.limb([knee, ankle, foot], body.leg, body.leg * 0.8, tone)
    pen.limb([foot, (foot[0] + body.leg * 0.6, foot[1])], body.leg, body.leg * 0.7, tone)


def _trunk(pen: Pen, phase: float, body: _Body) -> None:
    half, low = body.length / 2, body.back - body.depth
    hips, shoulders = -half * 0.78, half * 0.74
    for shift, x, hind in ((0.5, hips, True), (0.0, shoulders, False)):
        _leg(pen, (x + 0.02, low + body.depth * 0.3), phase + shift + 0.25, body, hind=hind, tone=0.14)
    pen.blob(
        [
            (-half, body.back - body.depth * 0.35 + body.rump),
            (-half * 0.8, body.back + body.rump),
            (-half * 0.2, body.back - 0.02),
            (half * 0.4, body.back),
            (half * 0.85, body.back - body.depth * 0.06),
            (half, body.back - body.depth * 0.5),
            (half * 0.72, low),
            (0.0, low + body.depth * 0.06),
            (-half * 0.55, low + body.depth * 0.16),
            (-half * 0.95, low + body.depth * 0.25),
        ]
    )
    for shift, x, hind in ((0.0, hips, True), (0.5, shoulders, False)):
        _leg(pen, (x, low + body.depth * 0.35), phase + shift, body, hind=hind, tone=0.0)


def _wave(phase: float, size: float) -> float:
    return size * math.sin(math.tau * phase)


def horse(pen: Pen, phase: float) -> None:
    """A walking horse with mane and tail."""
    body = _Body(back=0.66, length=0.66, depth=0.24, leg=0.045, stride=0.1)
    nod = _wave(phase, 0.012)
    pen.limb([(-0.31, 0.62), (-0.41, 0.52), (-0.42 + nod * 2, 0.28)], 0.06, 0.02)
    _trunk(pen, phase, body)
    pen.blob([(0.12, 0.64), (0.27, 0.8), (0.36, 0.93 + nod), (0.43, 0.9 + nod), (0.4, 0.72), (0.34, 0.52)])
    pen.limb([(0.385, 0.905 + nod), (0.46, 0.84 + nod), (0.52, 0.755 + nod)], 0.115, 0.06)
    pen.poly([(0.36, 0.93 + nod), (0.375, 1.0 + nod), (0.405, 0.94 + nod)])
    pen.blob([(0.37, 0.97 + nod), (0.28, 0.86), (0.16, 0.66), (0.22, 0.66), (0.33, 0.8)], 0.22)


def unicorn(pen: Pen, phase: float) -> None:
    """A horse with a lit horn."""
    with pen.placed(0.0, size=0.88):
        horse(pen, phase)
        nod = _wave(phase, 0.012)
        pen.shine([(0.40, 0.945 + nod), (0.435, 0.925 + nod), (0.53, 1.13 + nod)], 0.9)


def rider(pen: Pen, phase: float) -> None:
    """A cloaked rider on a horse."""
    bob = _wave(phase, 0.012)
    with pen.placed(0.0, size=0.76):
        horse(pen, phase)
    pen.limb([(0.02, 0.52), (0.08, 0.42), (0.05, 0.28)], 0.06, 0.04)
    pen.blob([(-0.02, 0.83 + bob), (0.05, 0.82 + bob), (0.09, 0.7), (0.07, 0.5), (-0.06, 0.48), (-0.2, 0.42 - bob), (-0.13, 0.62), (-0.08, 0.76 + bob)])
    pen.oval((0.03, 0.88 + bob), (0.046, 0.054))
    pen.limb([(0.06, 0.75 + bob), (0.14, 0.64), (0.2, 0.64)], 0.045, 0.03)


def deer(pen: Pen, phase: float) -> None:
    """A stag with antlers."""
    body = _Body(back=0.52, length=0.5, depth=0.17, leg=0.027, stride=0.07)
    _trunk(pen, phase, body)
    pen.limb([(-0.24, 0.5), (-0.285, 0.5)], 0.045, 0.02, 0.4)
    pen.blob([(0.12, 0.51), (0.21, 0.62), (0.235, 0.7), (0.29, 0.69), (0.29, 0.54), (0.25, 0.4)])
    pen.limb([(0.25, 0.695), (0.33, 0.665), (0.375, 0.645)], 0.085, 0.04)
    pen.poly([(0.22, 0.71), (0.15, 0.75), (0.235, 0.74)])
    for side, tone in ((1.0, 0.16), (0.72, 0.0)):
        base = (0.25, 0.73)
        tip = (base[0] - 0.02 + 0.1 * side, 0.98)
        bend = (base[0] - 0.09 * side, 0.86)
        pen.limb([base, bend, (bend[0] + 0.02, 0.94), tip], 0.02, 0.01, tone)
        for share, length in ((0.3, 0.09), (0.55, 0.08), (0.8, 0.055)):
            x = base[0] + (bend[0] - base[0]) * share * 1.1
            y = base[1] + 0.22 * share
            pen.limb([(x, y), (x + length * side, y + 0.045)], 0.014, 0.006, tone)


def wolf(pen: Pen, phase: float) -> None:
    """A wolf with raised head."""
    body = _Body(back=0.66, length=0.78, depth=0.25, leg=0.052, stride=0.1)
    pen.limb([(-0.36, 0.6), (-0.5, 0.5), (-0.58, 0.34 + _wave(phase, 0.02))], 0.085, 0.04)
    _trunk(pen, phase, body)
    pen.blob([(0.14, 0.66), (0.3, 0.8), (0.42, 0.84), (0.46, 0.74), (0.42, 0.58), (0.34, 0.42)])
    pen.blob([(0.34, 0.84), (0.44, 0.9), (0.52, 0.82), (0.62, 0.77), (0.62, 0.735), (0.5, 0.7), (0.4, 0.72)])
    pen.poly([(0.37, 0.86), (0.375, 1.0), (0.44, 0.89)])
    pen.poly([(0.42, 0.88), (0.46, 0.98), (0.475, 0.87)], 0.14)
    pen.lamp((0.505, 0.81), 0.012)


def fox(pen: Pen, phase: float) -> None:
    """A fox with a full tail."""
    body = _Body(back=0.58, length=0.72, depth=0.2, leg=0.042, stride=0.09)
    wag = _wave(phase, 0.03)
    pen.blob([(-0.32, 0.55), (-0.46, 0.62 + wag), (-0.66, 0.58 + wag), (-0.84, 0.44 + wag), (-0.7, 0.4 + wag), (-0.5, 0.44 + wag), (-0.36, 0.47)], 0.12)
    pen.blob([(-0.73, 0.545 + wag), (-0.87, 0.425 + wag), (-0.74, 0.41 + wag)], 0.8)
    _trunk(pen, phase, body)
    pen.blob([(0.16, 0.58), (0.3, 0.7), (0.4, 0.7), (0.42, 0.56), (0.34, 0.42)])
    pen.blob([(0.3, 0.7), (0.34, 0.8), (0.45, 0.8), (0.52, 0.7), (0.63, 0.62), (0.5, 0.58), (0.38, 0.6)])
    pen.poly([(0.31, 0.76), (0.29, 0.95), (0.39, 0.81)])
    pen.poly([(0.4, 0.8), (0.42, 0.94), (0.47, 0.78)], 0.14)


def dog(pen: Pen, phase: float) -> None:
    """A dog with hanging ears and a raised tail."""
    body = _Body(back=0.64, length=0.68, depth=0.22, leg=0.05, stride=0.09)
    pen.limb([(-0.32, 0.62), (-0.44, 0.74), (-0.43 + _wave(phase * 2, 0.05), 0.9)], 0.06, 0.025)
    _trunk(pen, phase, body)
    pen.blob([(0.14, 0.64), (0.28, 0.82), (0.4, 0.86), (0.42, 0.66), (0.34, 0.46)])
    pen.blob([(0.28, 0.88), (0.36, 0.97), (0.46, 0.93), (0.58, 0.84), (0.58, 0.77), (0.44, 0.75), (0.32, 0.78)])
    pen.blob([(0.3, 0.92), (0.24, 0.82), (0.27, 0.68), (0.34, 0.74), (0.37, 0.9)], 0.2)


def cat(pen: Pen, phase: float) -> None:
    """A sitting cat whose tail moves."""
    wag = _wave(phase, 0.07)
    pen.limb([(-0.16, 0.07), (-0.4, 0.05), (-0.52, 0.2 + wag), (-0.46 + wag, 0.42)], 0.075, 0.05)
    pen.blob([(-0.24, 0.0), (-0.27, 0.22), (-0.17, 0.48), (-0.03, 0.66), (0.12, 0.68), (0.2, 0.5), (0.19, 0.2), (0.22, 0.0)])
    pen.limb([(0.15, 0.4), (0.16, 0.2), (0.18, 0.03)], 0.09, 0.07)
    pen.oval((0.08, 0.76), (0.16, 0.14))
    pen.poly([(-0.07, 0.79), (-0.07, 1.0), (0.06, 0.88)])
    pen.poly([(0.1, 0.88), (0.21, 1.0), (0.235, 0.79)])
    pen.lamp((0.05, 0.77), 0.018)
    pen.lamp((0.15, 0.77), 0.018)


def lion(pen: Pen, phase: float) -> None:
    """A lion with a full mane."""
    body = _Body(back=0.68, length=0.82, depth=0.25, leg=0.068, stride=0.09)
    pen.limb([(-0.39, 0.62), (-0.53, 0.5), (-0.55, 0.3), (-0.62, 0.22 + _wave(phase, 0.03))], 0.045, 0.03)
    pen.oval((-0.63, 0.22 + _wave(phase, 0.03)), (0.05, 0.035), 30)
    _trunk(pen, phase, body)
    pen.blob([(0.12, 0.7), (0.24, 0.92), (0.42, 0.99), (0.53, 0.88), (0.53, 0.66), (0.44, 0.48), (0.3, 0.42), (0.17, 0.52)], 0.2)
    pen.blob([(0.38, 0.86), (0.46, 0.88), (0.54, 0.8), (0.62, 0.75), (0.615, 0.66), (0.5, 0.62), (0.4, 0.68)])


def bear(pen: Pen, phase: float) -> None:
    """A heavy bear."""
    body = _Body(back=0.8, length=1.0, depth=0.42, leg=0.105, stride=0.08, rump=-0.04)
    _trunk(pen, phase, body)
    pen.blob([(0.2, 0.78), (0.38, 0.92), (0.52, 0.84), (0.54, 0.62), (0.42, 0.42)])
    pen.blob([(0.38, 0.84), (0.48, 0.94), (0.6, 0.86), (0.74, 0.74), (0.73, 0.64), (0.58, 0.6), (0.44, 0.66)])
    pen.oval((0.44, 0.92), (0.05, 0.055))
    pen.oval((0.52, 0.93), (0.04, 0.045), tone=0.15)


def elephant(pen: Pen, phase: float) -> None:
    """An elephant with tusk and swinging trunk."""
    swing = _wave(phase, 0.04)
    body = _Body(back=0.9, length=0.92, depth=0.45, leg=0.135, stride=0.06)
    pen.limb([(-0.45, 0.74), (-0.5, 0.5), (-0.49 + swing * 0.5, 0.38)], 0.03, 0.015)
    _trunk(pen, phase, body)
    pen.blob([(0.3, 0.86), (0.42, 0.99), (0.56, 0.95), (0.62, 0.78), (0.56, 0.6), (0.42, 0.56), (0.32, 0.66)])
    pen.limb([(0.58, 0.76), (0.67, 0.54), (0.66 + swing, 0.3), (0.74 + swing * 1.6, 0.17)], 0.14, 0.045)
    pen.limb([(0.55, 0.62), (0.66, 0.52), (0.77, 0.53)], 0.035, 0.01, 0.9)
    pen.blob([(0.42, 0.93), (0.3, 0.92), (0.2, 0.76), (0.27, 0.55), (0.38, 0.5), (0.45, 0.68)], 0.2)
    pen.lamp((0.53, 0.79), 0.011, 0.6)


def giraffe(pen: Pen, phase: float) -> None:
    """A giraffe."""
    body = _Body(back=0.5, length=0.34, depth=0.15, leg=0.028, stride=0.05, rump=-0.05)
    _trunk(pen, phase, body)
    pen.limb([(0.12, 0.45), (0.2, 0.68), (0.25, 0.91)], 0.11, 0.045)
    pen.limb([(0.245, 0.925), (0.35, 0.875)], 0.06, 0.035)
    pen.line([(0.25, 0.94), (0.245, 0.99)], 0.012)
    pen.limb([(-0.16, 0.44), (-0.2, 0.3)], 0.014, 0.01)
    for x, y in ((-0.1, 0.42), (0.0, 0.44), (0.08, 0.4), (0.15, 0.55), (0.19, 0.66), (0.22, 0.77)):
        pen.oval((x, y), (0.016, 0.02), tone=0.35)


def sheep(pen: Pen, phase: float) -> None:
    """A woolly sheep."""
    body = _Body(back=0.72, length=0.72, depth=0.3, leg=0.055, stride=0.06)
    _trunk(pen, phase, body)
    for x, y in ((-0.3, 0.66), (-0.16, 0.76), (0.02, 0.78), (0.2, 0.75), (0.33, 0.64), (0.24, 0.5), (0.02, 0.47), (-0.2, 0.5)):
        pen.oval((x, y), (0.16, 0.14), tone=0.75)
    pen.limb([(0.38, 0.74), (0.5, 0.64)], 0.15, 0.1)
    pen.oval((0.34, 0.76), (0.07, 0.03), -30)


def rabbit(pen: Pen, phase: float) -> None:
    """A sitting rabbit with long ears."""
    twitch = _wave(phase, 0.02)
    pen.oval((-0.3, 0.16), (0.07, 0.07), tone=0.7)
    pen.blob([(-0.3, 0.0), (-0.3, 0.26), (-0.12, 0.44), (0.1, 0.44), (0.24, 0.24), (0.26, 0.0)])
    pen.oval((0.2, 0.5), (0.15, 0.125), 12)
    pen.limb([(0.13, 0.58), (0.06, 0.78), (0.07 + twitch, 0.97)], 0.075, 0.03)
    pen.limb([(0.19, 0.6), (0.17, 0.8), (0.2 + twitch, 0.96)], 0.075, 0.03, 0.18)
    pen.limb([(0.18, 0.2), (0.24, 0.02)], 0.08, 0.06)


def camel_rider(pen: Pen, phase: float) -> None:
    """Two camels in a row, a rider on each."""
    for x, shift in ((-0.62, 0.0), (0.62, 0.37)):
        with pen.placed(x):
            _camel(pen, phase + shift)


def _camel(pen: Pen, phase: float) -> None:
    bob = _wave(phase, 0.01)
    body = _Body(back=0.56, length=0.62, depth=0.2, leg=0.036, stride=0.1)
    pen.limb([(-0.3, 0.52), (-0.34, 0.36)], 0.022, 0.014)
    _trunk(pen, phase, body)
    pen.blob([(-0.2, 0.54), (-0.1, 0.67 + bob), (0.02, 0.69 + bob), (0.14, 0.55)])
    pen.limb([(0.26, 0.5), (0.37, 0.46), (0.42, 0.6), (0.42, 0.74 + bob)], 0.1, 0.05)
    pen.limb([(0.41, 0.755 + bob), (0.47, 0.755 + bob), (0.53, 0.725 + bob)], 0.065, 0.04)
    pen.blob([(-0.1, 0.62), (-0.12, 0.74), (-0.05, 0.87 + bob), (0.03, 0.86 + bob), (0.09, 0.72), (0.1, 0.6), (0.05, 0.5), (-0.08, 0.5)], 0.12)
    pen.oval((-0.005, 0.925 + bob), (0.05, 0.058), tone=0.2)
    pen.blob([(-0.04, 0.95 + bob), (-0.075, 0.85 + bob), (-0.12, 0.8 + bob), (-0.03, 0.84 + bob)], 0.2)
