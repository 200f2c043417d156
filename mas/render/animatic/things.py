"""Trees, plants and small things of weight."""
# The points of one shape read as one line.
# fmt: off

import math

from mas.render.animatic.pen import Pen

__all__ = [
    "book",
    "campfire",
    "candle",
    "chalice",
    "clock",
    "crystal",
    "dead_tree",
    "flower",
    "heart",
    "key",
    "lantern",
    "mask",
    "mushroom",
    "orb",
    "palm",
    "pine",
    "sword",
    "tree",
]


def _branch(pen: Pen, x: float, y: float, *, angle: float, length: float, depth: int, turn: float) -> None:
    x2, y2 = x + math.cos(angle) * length, y + math.sin(angle) * length
    width = 0.017 * 1.45**depth
    pen.limb([(x, y), (x2, y2)], width, width * 0.7)
    if depth == 0:
        return
    for k, spread in enumerate((-0.52, 0.08, 0.5)):
        if depth < 3 and k == 1:
            continue
        bend = spread + 0.22 * math.sin(depth * 7.1 + k * 3.3 + x * 11) + turn * (5 - depth) * 0.2
        shrink = 0.68 + 0.12 * math.sin(k * 5.7 + y * 9)
        _branch(pen, x2, y2, angle=angle + bend, length=length * shrink, depth=depth - 1, turn=turn)


def dead_tree(pen: Pen, phase: float) -> None:
    """A bare, twisted tree."""
    pen.poly([(-0.11, -0.02), (-0.04, 0.1), (0.04, 0.1), (0.1, -0.02)])
    _branch(pen, 0.0, 0.0, angle=math.pi / 2 + 0.06, length=0.27, depth=5, turn=0.02 * math.sin(math.tau * phase))


def tree(pen: Pen, phase: float) -> None:
    """A broad old tree, its crown moving in the wind."""
    pen.poly([(-0.12, -0.02), (-0.045, 0.1), (-0.035, 0.4), (0.035, 0.4), (0.05, 0.1), (0.13, -0.02)])
    for tip in ((-0.22, 0.62), (0.2, 0.64), (0.02, 0.7)):
        pen.limb([(0.0, 0.3), (tip[0] * 0.5, 0.46), tip], 0.06, 0.02)
    for k in range(34):
        turn, reach = k * 2.399963, math.sqrt((k + 0.5) / 34)
        sway = 0.008 * math.sin(math.tau * phase + k * 0.7)
        x, y = 0.36 * reach * math.cos(turn) + sway, 0.68 + 0.23 * reach * math.sin(turn)
        light = 0.15 + 0.55 * max(0.0, (y - 0.5) / 0.45) * (0.6 + 0.4 * math.sin(k * 1.9))
        size = 0.085 + 0.03 * math.sin(k * 3.1)
        pen.oval((x, y), (size, size * 0.8), tone=light)


def pine(pen: Pen, phase: float) -> None:
    """A tall conifer."""
    pen.box(-0.018, 0.0, 0.018, 0.2)
    for k in range(9):
        y, half = 0.08 + 0.098 * k, 0.235 * (1 - k / 9.6)
        sway = 0.004 * k * math.sin(math.tau * phase)
        pen.poly(
            [
                (-half + sway, y),
                (-half * 0.5, y + 0.035),
                (0, y + 0.02),
                (half * 0.5, y + 0.035),
                (half + sway, y),
                (half * 0.22 + sway, y + 0.155),
                (sway, y + 0.17),
                (-half * 0.22 + sway, y + 0.155),
            ],
            0.06 + 0.03 * (k % 3),
        )


def palm(pen: Pen, phase: float) -> None:
    """A palm."""
    sway = 0.02 * math.sin(math.tau * phase)
    pen.limb([(-0.1, 0.0), (-0.02, 0.35), (0.05 + sway, 0.72)], 0.05, 0.03)
    for k in range(9):
        angle = math.pi * (k / 8) * 1.25 - 0.4
        tip = (0.05 + sway + 0.34 * math.cos(angle), 0.7 + 0.26 * math.sin(angle) - 0.1)
        mid = (0.05 + sway + 0.2 * math.cos(angle), 0.75 + 0.22 * math.sin(angle))
        pen.blob([(0.05 + sway, 0.72), mid, tip, (mid[0] * 0.96, mid[1] - 0.06)], 0.15 * (k % 3))


def flower(pen: Pen, phase: float) -> None:
    """A single opened flower that sways."""
    sway = 0.03 * math.sin(math.tau * phase)
    pen.limb([(0.0, 0.0), (0.04, 0.35), (sway, 0.7)], 0.03, 0.022)
    pen.blob([(0.02, 0.2), (0.16, 0.36), (0.3, 0.4), (0.2, 0.24)], 0.25)
    pen.blob([(0.02, 0.12), (-0.14, 0.26), (-0.26, 0.28), (-0.16, 0.14)], 0.15)
    for ring, size, tone in ((0.17, 0.12, 0.55), (0.1, 0.1, 0.85)):
        for k in range(7):
            angle = math.tau * k / 7 + ring * 9
            pen.oval((sway + ring * math.cos(angle), 0.76 + ring * 0.85 * math.sin(angle)), (size, size * 0.62), math.degrees(angle), tone)
    pen.lamp((sway, 0.76), 0.055, 0.85)


def mushroom(pen: Pen, phase: float) -> None:
    """Three mushrooms, their gills glowing."""
    pulse = 0.75 + 0.25 * math.sin(math.tau * phase)
    for x, high, wide in ((0.3, 0.5, 0.2), (-0.36, 0.62, 0.24), (0.0, 1.0, 0.4)):
        pen.limb([(x - 0.02, 0.0), (x + 0.015, high * 0.4), (x, high * 0.72)], wide * 0.3, wide * 0.2, 0.4)
        pen.blob([(x - wide, high * 0.66), (x - wide * 0.7, high * 0.86), (x, high * 0.985), (x + wide * 0.7, high * 0.86), (x + wide, high * 0.66), (x, high * 0.6)], 0.5)
        pen.shine([(x - wide * 0.86, high * 0.65), (x, high * 0.685), (x + wide * 0.86, high * 0.65), (x, high * 0.6)], pulse)
        for k, (dx, dy) in enumerate(((-0.45, 0.78), (0.05, 0.88), (0.45, 0.76))):
            pen.oval((x + wide * dx, high * dy), (wide * 0.1, wide * 0.075), tone=0.95 - 0.1 * k)


def crystal(pen: Pen, phase: float) -> None:
    """A cluster of glowing crystals."""
    pulse = 0.6 + 0.3 * math.sin(math.tau * phase)
    for x, lean, high, wide in ((-0.24, -0.16, 0.62, 0.085), (0.27, 0.18, 0.56, 0.08), (-0.1, -0.05, 0.84, 0.1), (0.14, 0.06, 0.74, 0.09), (0.02, 0.01, 1.0, 0.11)):
        tip = (x + lean, high)
        left, right = (x - wide + lean * 0.75, high * 0.78), (x + wide + lean * 0.75, high * 0.74)
        pen.poly([(x - wide * 0.8, 0.0), left, tip, right, (x + wide * 0.8, 0.0)], 0.35)
        pen.poly([(x, 0.0), (x + lean * 0.75 + wide * 0.1, high * 0.72), tip, right, (x + wide * 0.8, 0.0)], 0.75)
        pen.shine([(x - wide * 0.3, 0.04), (left[0] + wide * 0.5, left[1]), tip, (x + lean * 0.75, high * 0.7)], pulse * 0.75)
    pen.blob([(-0.45, -0.03), (-0.28, 0.08), (0.0, 0.06), (0.3, 0.08), (0.46, -0.03)])


def lantern(pen: Pen, phase: float) -> None:
    """A hanging lantern that swings."""
    swing = 0.04 * math.sin(math.tau * phase)
    pen.limb([(0.0, 1.02), (swing * 0.6, 0.82)], 0.012, 0.012)
    pen.poly([(swing - 0.08, 0.78), (swing + 0.08, 0.78), (swing + 0.2, 0.66), (swing - 0.2, 0.66)])
    pen.box(swing - 0.17, 0.16, swing + 0.17, 0.66)
    pen.shine([(swing - 0.145, 0.19), (swing + 0.145, 0.19), (swing + 0.145, 0.64), (swing - 0.145, 0.64)], 0.6)
    flick = 0.02 * math.sin(math.tau * phase * 3)
    pen.shine([(swing - 0.05, 0.22), (swing + 0.05, 0.22), (swing + 0.045, 0.36), (swing + flick, 0.52), (swing - 0.045, 0.36)], 1.0)
    for x in (-0.05, 0.05):
        pen.line([(swing + x, 0.17), (swing + x, 0.65)], 0.012)
    pen.poly([(swing - 0.2, 0.16), (swing + 0.2, 0.16), (swing + 0.13, 0.06), (swing - 0.13, 0.06)])


def candle(pen: Pen, phase: float) -> None:
    """Three burning candles."""
    for k, (x, high) in enumerate(((-0.28, 0.46), (0.27, 0.36), (0.0, 0.7))):
        lean = 0.02 * math.sin(math.tau * (phase * 2 + k * 0.4))
        pen.box(x - 0.1, 0.0, x + 0.1, high, 0.6)
        pen.shine([(x - 0.1, high * 0.75), (x + 0.1, high * 0.75), (x + 0.1, high), (x - 0.1, high)], 0.3)
        pen.line([(x, high), (x, high + 0.03)], 0.012)
        pen.shine([(x - 0.04, high + 0.07), (x, high + 0.02), (x + 0.04, high + 0.07), (x + lean, high + 0.21)], 1.0)


def campfire(pen: Pen, phase: float) -> None:
    """A fire of logs."""
    for k in range(5):
        lean = 0.06 * math.sin(math.tau * (phase * 2 + k * 0.23))
        x, high = ((k - 2) * 0.11, 0.86 - 0.17 * abs(k - 2) + 0.06 * math.sin(math.tau * (phase + k * 0.4)))
        pen.shine([(x - 0.12, 0.1), (x - 0.09, high * 0.5), (x + lean, high), (x + 0.09, high * 0.45), (x + 0.12, 0.1)], 0.6 if k % 2 else 0.8)
    pen.shine([(-0.14, 0.1), (-0.08, 0.34), (0.0, 0.56), (0.08, 0.34), (0.14, 0.1)], 1.0)
    for a, b in (((-0.42, 0.03), (0.36, 0.16)), ((0.42, 0.03), (-0.36, 0.16)), ((-0.3, 0.02), (0.3, 0.02))):
        pen.limb([a, b], 0.09, 0.075)


def sword(pen: Pen, phase: float) -> None:
    """A sword in a stone, its blade lit."""
    pulse = 0.3 + 0.25 * math.sin(math.tau * phase)
    pen.poly([(-0.036, 0.2), (0.036, 0.2), (0.032, 0.72), (-0.032, 0.72)], 0.9)
    pen.shine([(-0.01, 0.2), (0.03, 0.2), (0.028, 0.72), (-0.008, 0.72)], pulse)
    pen.limb([(-0.17, 0.735), (0.17, 0.735)], 0.045, 0.045, 0.4)
    pen.limb([(0.0, 0.75), (0.0, 0.93)], 0.04, 0.034, 0.15)
    pen.oval((0.0, 0.95), (0.04, 0.04), tone=0.6)
    pen.blob([(-0.48, -0.03), (-0.4, 0.16), (-0.18, 0.29), (0.1, 0.3), (0.34, 0.2), (0.48, -0.03)], 0.1)
    pen.poly([(-0.2, 0.28), (0.0, 0.1), (0.12, 0.29)], 0.25)


def book(pen: Pen, phase: float) -> None:
    """An open book, light rising from its pages."""
    pen.poly([(-0.66, 0.12), (0.0, 0.02), (0.66, 0.12), (0.66, 0.2), (0.0, 0.1), (-0.66, 0.2)], 0.1)
    for side in (-1.0, 1.0):
        pen.blob([(0.0, 0.1), (side * 0.3, 0.22), (side * 0.62, 0.2), (side * 0.66, 0.4), (side * 0.34, 0.44), (0.0, 0.34)], 0.85)
        for k in range(4):
            pen.line([(side * 0.1, 0.3 - 0.045 * k + 0.02), (side * 0.54, 0.36 - 0.04 * k)], 0.008, 0.3)
    for k in range(9):
        rise = (k * 0.37 + phase) % 1
        pen.lamp((0.34 * math.sin(k * 2.3) * (0.4 + 0.6 * rise), 0.4 + 0.55 * rise), 0.02 * (1.2 - rise), 1 - rise)


def orb(pen: Pen, phase: float) -> None:
    """A glowing sphere on a stand."""
    pulse = 0.7 + 0.3 * math.sin(math.tau * phase)
    pen.poly([(-0.3, 0.0), (0.3, 0.0), (0.2, 0.09), (0.15, 0.22), (-0.15, 0.22), (-0.2, 0.09)], 0.2)
    pen.oval((0.0, 0.57), (0.4, 0.4), tone=0.4)
    for k, radius in enumerate((0.37, 0.29, 0.19)):
        pen.lamp((0.03 * math.sin(math.tau * phase + k), 0.57 + 0.02 * k), radius, (0.3, 0.55, 0.95)[k] * pulse)


def clock(pen: Pen, phase: float) -> None:
    """A round clock."""
    pen.oval((0.0, 0.5), (0.48, 0.48), tone=0.1)
    pen.lamp((0.0, 0.5), 0.41, 0.5)
    pen.oval((0.0, 0.5), (0.39, 0.39), tone=0.85)
    for k in range(12):
        angle = math.tau * k / 12
        pen.line([(0.31 * math.cos(angle), 0.5 + 0.31 * math.sin(angle)), (0.36 * math.cos(angle), 0.5 + 0.36 * math.sin(angle))], 0.02 if k % 3 else 0.034)
    for reach, turn, width in ((0.31, phase, 0.018), (0.2, phase / 12 + 0.14, 0.03)):
        angle = math.pi / 2 - math.tau * turn
        pen.limb([(0, 0.5), (reach * math.cos(angle), 0.5 + reach * math.sin(angle))], width * 1.4, width)
    pen.oval((0, 0.5), (0.03, 0.03))


def heart(pen: Pen, phase: float) -> None:
    """A beating heart of light."""
    beat = 1 + 0.05 * max(0.0, math.sin(math.tau * phase * 2))
    shape = []
    for k in range(40):
        t = math.tau * k / 40
        x = 16 * math.sin(t) ** 3
        y = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        shape.append((x / 36 * beat, 0.52 + y / 36 * beat))
    pen.poly(shape, 0.6)
    pen.shine([(x * 0.85, 0.53 + (y - 0.53) * 0.85) for x, y in shape], 0.5)
    pen.shine([(x * 0.5, 0.57 + (y - 0.53) * 0.5) for x, y in shape], 0.95)


def mask(pen: Pen, phase: float) -> None:
    """A theatre mask with lit eyes."""
    pen.blob([(-0.36, 0.94), (0.0, 0.99), (0.36, 0.94), (0.4, 0.6), (0.26, 0.2), (0.0, 0.03), (-0.26, 0.2), (-0.4, 0.6)], 0.7)
    for side in (-1.0, 1.0):
        pen.shine([(side * 0.06, 0.62), (side * 0.17, 0.69), (side * 0.29, 0.63), (side * 0.17, 0.58)], 0.8 + 0.2 * math.sin(math.tau * phase))
        pen.limb([(side * 0.05, 0.74), (side * 0.17, 0.8), (side * 0.31, 0.74)], 0.03, 0.015, 0.2)
    pen.poly([(-0.03, 0.6), (0.03, 0.6), (0.06, 0.4), (-0.06, 0.4)], 0.5)
    pen.blob([(-0.18, 0.32), (0.0, 0.27), (0.18, 0.32), (0.0, 0.19)], 0.05)


def key(pen: Pen, phase: float) -> None:
    """An ornate key."""
    lift = 0.015 * math.sin(math.tau * phase)
    ring = [(0.17 * math.cos(math.tau * k / 24), 0.8 + lift + 0.17 * math.sin(math.tau * k / 24)) for k in range(25)]
    pen.limb(ring, 0.06, 0.06, 0.7)
    pen.limb([(0, 0.64 + lift), (0, 0.06 + lift)], 0.06, 0.06, 0.6)
    for y, wide in ((0.08, 0.2), (0.18, 0.15)):
        pen.box(0.0, y + lift, wide, y + 0.06 + lift, 0.6)
    pen.oval((0.0, 0.6 + lift), (0.06, 0.03), tone=0.9)
    pen.lamp((0.0, 0.8 + lift), 0.05, 0.7)


def chalice(pen: Pen, phase: float) -> None:
    """A cup whose content shines."""
    pen.poly([(-0.24, 0.0), (0.24, 0.0), (0.1, 0.07), (0.05, 0.14), (0.05, 0.4), (-0.05, 0.4), (-0.05, 0.14), (-0.1, 0.07)], 0.55)
    pen.oval((0.0, 0.27), (0.09, 0.05), tone=0.8)
    pen.blob([(-0.3, 0.8), (-0.29, 0.58), (-0.12, 0.4), (0.12, 0.4), (0.29, 0.58), (0.3, 0.8)], 0.65)
    pen.oval((0.0, 0.8), (0.3, 0.06), tone=0.3)
    pen.shine([(0.26 * math.cos(math.tau * k / 20), 0.8 + 0.045 * math.sin(math.tau * k / 20)) for k in range(20)], 0.9 + 0.1 * math.sin(math.tau * phase))
