"""What flies: birds, dragons, butterflies."""
# The points of one shape read as one line.
# fmt: off

import math
from itertools import pairwise

from mas.render.animatic.pen import Pen, Point, smooth

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


def _web(pen: Pen, root: Point, *, span: Point, lift: float, tone: float) -> None:
    """Draw a webbed wing: an arm, four ribs from its wrist, scalloped skin between them.

    `span` is where the wing's tip stands from its root; `lift` moves the tip up and the ribs with it.
    """
    wide, high = span
    wrist = (root[0] + wide * 0.38, root[1] + high * 0.66 + lift * 0.5)
    tips = [
        (root[0] + wide * (1.0 - 0.235 * k), root[1] + high * (0.92 - 0.33 * k) + lift * (1.0 - 0.26 * k))
        for k in range(4)
    ]
    heel = (root[0] + wide * 0.02, root[1] - 0.05)
    skin: list[Point] = [root, wrist, tips[0]]
    for a, b in pairwise([*tips, heel]):
        inward = ((a[0] + b[0]) / 2 * 0.84 + wrist[0] * 0.16, (a[1] + b[1]) / 2 * 0.8 + wrist[1] * 0.2)
        skin += smooth([a, inward, b], steps=5)[1:]
    pen.poly(skin, tone)
    for tip in tips:  # each rib has a lit edge, so that the skin reads as folds
        bend = ((wrist[0] + tip[0]) / 2 + wide * 0.03, (wrist[1] + tip[1]) / 2 + abs(high) * 0.05)
        pen.limb([wrist, bend, tip], 0.021, 0.006, 0.02)
        pen.limb([(wrist[0], wrist[1] + 0.008), (bend[0], bend[1] + 0.008)], 0.008, 0.005, tone + 0.35)
    elbow = (root[0] + wide * 0.12, root[1] + (wrist[1] - root[1]) * 0.62)
    pen.limb([root, elbow, wrist], 0.06, 0.03, 0.05)
    pen.poly([(wrist[0] - 0.012, wrist[1]), (wrist[0] + wide * 0.02, wrist[1] + 0.075), (wrist[0] + 0.014, wrist[1])], 0.1)


def dragon(pen: Pen, phase: float) -> None:
    """A dragon in flight: two ribbed wings, a body that winds from horned head to barbed tail."""
    with pen.placed(0.02, 0.1, size=0.86):
        _dragon(pen, phase)


def _dragon(pen: Pen, phase: float) -> None:
    lift = _flap(phase, 0.16)
    sway = 0.025 * math.sin(math.tau * phase + 1)
    _web(pen, (0.14, 0.46), span=(0.56, 0.46), lift=lift * 0.8, tone=0.34)
    tail = [(-0.16, 0.36), (-0.36, 0.25 - sway), (-0.56, 0.25 + sway), (-0.7, 0.37 + sway), (-0.84, 0.38 - sway), (-0.95, 0.27 - sway)]
    pen.limb(tail, 0.125, 0.014, 0.06)
    pen.poly([(-0.93, 0.29 - sway), (-1.0, 0.31 - sway), (-1.015, 0.16 - sway), (-0.9, 0.22 - sway)], 0.1)
    pen.limb([(-0.1, 0.34), (-0.2, 0.2), (-0.3, 0.15)], 0.085, 0.032, 0.12)
    pen.limb([(0.16, 0.34), (0.16, 0.2), (0.25, 0.13)], 0.07, 0.026, 0.12)
    for x, y in ((-0.3, 0.15), (0.25, 0.13)):
        for k in range(3):
            pen.limb([(x, y), (x - 0.02 + 0.028 * k, y - 0.055)], 0.016, 0.005, 0.1)
    spine = [(-0.2, 0.36), (-0.02, 0.41), (0.16, 0.43), (0.32, 0.4)]
    pen.limb(spine, 0.15, 0.2, 0.0)
    neck = [(0.28, 0.4), (0.44, 0.44), (0.48, 0.57 + sway), (0.56, 0.68 + sway), (0.68, 0.7 + sway)]
    pen.limb(neck, 0.19, 0.075, 0.0)
    pen.limb([(0.3, 0.35), (0.46, 0.41), (0.52, 0.55 + sway), (0.6, 0.65 + sway)], 0.05, 0.03, 0.45)
    pen.limb([(-0.18, 0.305), (0.02, 0.335), (0.24, 0.325)], 0.025, 0.05, 0.4)
    for line, size in ((smooth(tail, steps=3), 0.034), (smooth([*spine[:-1], *neck[1:]], steps=3), 0.052)):
        for (x, y), (x2, y2) in pairwise(line):
            dx, dy = x2 - x, y2 - y
            reach = math.hypot(dx, dy) or 1.0
            out = 0.045 if size < 0.04 else 0.075
            foot = (x - dy / reach * out * 0.6, y + dx / reach * out * 0.6)
            pen.poly([foot, (foot[0] - dy / reach * size - dx * 0.4, foot[1] + dx / reach * size - dy * 0.4), (foot[0] + dx, foot[1] + dy)], 0.05)
    head = (0.68, 0.7 + sway)
    x, y = head
    pen.blob([(x - 0.06, y + 0.05), (x + 0.03, y + 0.075), (x + 0.13, y + 0.045), (x + 0.25, y + 0.012), (x + 0.255, y - 0.025), (x + 0.1, y - 0.03), (x - 0.05, y - 0.04)], 0.06)
    pen.poly([(x + 0.02, y - 0.03), (x + 0.21, y - 0.075), (x + 0.19, y - 0.095), (x - 0.02, y - 0.065)], 0.02)
    for dy, tone in ((0.0, 0.25), (-0.02, 0.0)):
        pen.limb([(x - 0.02, y + 0.055 + dy), (x - 0.12, y + 0.11 + dy), (x - 0.2, y + 0.12 + dy)], 0.034, 0.006, tone)
    pen.lamp((x + 0.06, y + 0.03), 0.016)
    _web(pen, (0.02, 0.45), span=(-0.72, 0.62), lift=lift, tone=0.16)


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
