"""Single buildings and monuments."""
# The points of one shape read as one line.
# fmt: off

import math

from mas.render.animatic.pen import Pen, Point

__all__ = ["bridge", "castle", "clock_tower", "footbridge", "fountain", "house", "lighthouse", "pagoda", "portal", "ruin", "tent", "tower", "windmill"]


def _window(pen: Pen, where: Point, size: Point, strength: float = 1.0) -> None:
    (x, y), (width, height) = where, size
    pen.shine([(x - width / 2, y), (x + width / 2, y), (x + width / 2, y + height * 0.7), (x, y + height), (x - width / 2, y + height * 0.7)], strength)


def _battlement(pen: Pen, left: float, right: float, y: float, *, size: float, tone: float) -> None:
    count = max(2, round((right - left) / size / 2))
    step = (right - left) / (2 * count - 1)
    for k in range(count):
        pen.box(left + 2 * k * step, y, left + (2 * k + 1) * step, y + size * 1.1, tone)


def _turret(pen: Pen, x: float, *, base: float, top: float, width: float, roof: float, tone: float) -> None:
    half = width / 2
    pen.box(x - half, base, x + half, top, tone)
    pen.poly([(x - half * 1.3, top - width * 0.12), (x + half * 1.3, top - width * 0.12), (x + half * 1.3, top + width * 0.18), (x - half * 1.3, top + width * 0.18)], tone)
    pen.poly(
        [(x - half * 1.42, top + width * 0.15), (x + half * 1.42, top + width * 0.15), (x + half * 0.14, top + roof), (x, top + roof + 0.02), (x - half * 0.14, top + roof)],
        tone * 0.4,
    )


def castle(pen: Pen, phase: float) -> None:
    """A castle on a crag, windows lit."""
    pen.blob([(-0.52, -0.05), (-0.44, 0.12), (-0.38, 0.2), (-0.24, 0.27), (0.0, 0.3), (0.26, 0.26), (0.38, 0.2), (0.5, 0.06), (0.54, -0.05)], 0.06)
    for x, base, top, width, roof, tone in (
        (-0.1, 0.3, 0.66, 0.09, 0.16, 0.25),
        (0.16, 0.3, 0.6, 0.08, 0.14, 0.25),
        (0.02, 0.3, 0.78, 0.1, 0.2, 0.1),
        (-0.22, 0.26, 0.52, 0.085, 0.14, 0.1),
        (0.27, 0.24, 0.48, 0.085, 0.13, 0.1),
    ):
        _turret(pen, x, base=base, top=top, width=width, roof=roof, tone=tone)
    pen.box(-0.26, 0.2, 0.3, 0.42, 0.08)
    _battlement(pen, -0.26, 0.3, 0.42, size=0.018, tone=0.08)
    pen.box(-0.14, 0.22, 0.12, 0.5, 0.16)
    _battlement(pen, -0.14, 0.12, 0.5, size=0.016, tone=0.16)
    pen.poly([(-0.05, 0.2), (0.03, 0.2), (0.03, 0.3), (-0.01, 0.335), (-0.05, 0.3)], 0.0)
    for x, y in ((0.02, 0.68), (0.02, 0.58), (-0.1, 0.56), (0.16, 0.52), (-0.22, 0.43), (0.27, 0.4), (-0.09, 0.4), (0.07, 0.4), (-0.19, 0.32), (0.2, 0.31), (0.13, 0.36)):
        _window(pen, (x, y), (0.016, 0.036), 0.7 + 0.3 * math.sin(x * 40))
    flag = 0.012 * math.sin(math.tau * phase)
    pen.line([(0.02, 0.98), (0.02, 1.0)], 0.006)
    pen.poly([(0.02, 1.0), (0.08, 0.99 + flag), (0.02, 0.975)], 0.5)


def tower(pen: Pen, phase: float) -> None:
    """A lonely tower with one lit window at the top."""
    pen.blob([(-0.3, -0.02), (-0.2, 0.08), (0.0, 0.1), (0.2, 0.07), (0.32, -0.02)])
    pen.poly([(-0.1, 0.05), (0.1, 0.05), (0.075, 0.7), (-0.075, 0.7)], 0.14)
    pen.poly([(-0.075, 0.66), (-0.11, 0.72), (-0.11, 0.8), (0.11, 0.8), (0.11, 0.72), (0.075, 0.66)], 0.2)
    pen.poly([(-0.13, 0.8), (0.13, 0.8), (0.01, 1.0), (-0.01, 1.0)], 0.05)
    _window(pen, (0.0, 0.725), (0.035, 0.06))
    for x, y in ((-0.02, 0.54), (0.03, 0.4), (-0.03, 0.26)):
        _window(pen, (x, y), (0.02, 0.04), 0.7)
    pen.poly([(-0.03, 0.06), (0.03, 0.06), (0.03, 0.14), (0.0, 0.17), (-0.03, 0.14)], 0.0)


def clock_tower(pen: Pen, phase: float) -> None:
    """A clock tower whose hands turn."""
    pen.box(-0.11, 0.0, 0.11, 0.7, 0.14)
    pen.box(-0.125, 0.48, 0.125, 0.74, 0.2)
    pen.poly([(-0.14, 0.74), (0.14, 0.74), (0.0, 1.0)], 0.04)
    pen.lamp((0.0, 0.61), 0.085)
    pen.oval((0.0, 0.61), (0.008, 0.008))
    for reach, turn in ((0.075, phase), (0.05, phase / 12 + 0.83)):
        angle = math.pi / 2 - math.tau * turn
        pen.line([(0, 0.61), (reach * math.cos(angle), 0.61 + reach * math.sin(angle))], 0.011)
    for k in range(3):
        _window(pen, (0.0, 0.12 + 0.11 * k), (0.024, 0.05), 0.7)


def lighthouse(pen: Pen, phase: float) -> None:
    """A lighthouse on a rock; its lamp swells and fades."""
    beam = 0.55 + 0.45 * math.sin(math.tau * phase)
    pen.blob([(-0.42, -0.03), (-0.3, 0.08), (-0.12, 0.16), (0.12, 0.16), (0.26, 0.1), (0.42, -0.03)])
    pen.poly([(-0.095, 0.13), (0.095, 0.13), (0.06, 0.76), (-0.06, 0.76)], 0.75)
    for k in range(3):
        a, b = 0.2 + 0.2 * k, 0.29 + 0.2 * k
        wa, wb = 0.095 - 0.035 * (a - 0.13) / 0.63, 0.095 - 0.035 * (b - 0.13) / 0.63
        pen.poly([(-wa, a), (wa, a), (wb, b), (-wb, b)], 0.12)
    pen.box(-0.085, 0.755, 0.085, 0.78, 0.1)
    pen.box(-0.045, 0.78, 0.045, 0.88, 0.0)
    pen.shine([(-0.038, 0.785), (0.038, 0.785), (0.038, 0.875), (-0.038, 0.875)], 0.4 + 0.6 * beam)
    pen.poly([(-0.06, 0.88), (0.06, 0.88), (0.0, 0.97)], 0.1)
    pen.poly([(0.14, 0.12), (0.3, 0.1), (0.3, 0.2), (0.22, 0.27), (0.14, 0.2)], 0.15)
    pen.shine([(0.2, 0.13), (0.24, 0.13), (0.24, 0.18), (0.2, 0.18)], 0.9)


def house(pen: Pen, phase: float) -> None:
    """A cabin with lit windows and a smoking chimney."""
    for k in range(6):
        drift = (k + phase) / 6
        pen.oval((0.24 + 0.16 * drift, 0.82 + 0.2 * drift), (0.025 + 0.05 * drift, 0.02 + 0.035 * drift), tone=0.6 - 0.3 * drift)
    pen.box(0.19, 0.55, 0.28, 0.82, 0.1)
    pen.poly([(-0.42, 0.0), (0.42, 0.0), (0.42, 0.42), (-0.42, 0.42)], 0.16)
    pen.poly([(-0.54, 0.38), (0.54, 0.38), (0.36, 0.72), (-0.36, 0.72)], 0.04)
    pen.poly([(-0.14, 0.36), (-0.14, 0.52), (0.0, 0.7), (0.14, 0.52), (0.14, 0.36)], 0.2)
    _window(pen, (0.0, 0.44), (0.1, 0.12))
    for x in (-0.27, 0.27):
        pen.shine([(x - 0.075, 0.14), (x + 0.075, 0.14), (x + 0.075, 0.29), (x - 0.075, 0.29)], 0.95)
        pen.line([(x, 0.14), (x, 0.29)], 0.012)
        pen.line([(x - 0.075, 0.215), (x + 0.075, 0.215)], 0.012)
    pen.poly([(-0.07, 0.0), (0.07, 0.0), (0.07, 0.26), (-0.07, 0.26)], 0.0)


def windmill(pen: Pen, phase: float) -> None:
    """A windmill with turning sails."""
    pen.poly([(-0.15, 0.0), (0.15, 0.0), (0.085, 0.56), (-0.085, 0.56)], 0.14)
    pen.blob([(-0.1, 0.55), (-0.06, 0.66), (0.06, 0.66), (0.1, 0.55)], 0.05)
    for k in range(4):
        angle = math.tau * (k / 4 + phase / 4)
        cos, sin = math.cos(angle), math.sin(angle)
        tip = (0.4 * cos, 0.58 + 0.4 * sin)
        pen.line([(0.0, 0.58), tip], 0.014)
        across = (-0.07 * sin, 0.07 * cos)
        pen.poly([(0.1 * cos, 0.58 + 0.1 * sin), tip, (tip[0] + across[0], tip[1] + across[1]), (0.1 * cos + across[0], 0.58 + 0.1 * sin + across[1])], 0.5)
    _window(pen, (0.0, 0.3), (0.04, 0.07), 0.8)
    pen.poly([(-0.035, 0.0), (0.035, 0.0), (0.035, 0.13), (-0.035, 0.13)], 0.0)


def pagoda(pen: Pen, phase: float) -> None:
    """A pagoda of four roofs."""
    pen.box(-0.36, 0.0, 0.36, 0.06, 0.2)
    for k in range(4):
        y, half = 0.06 + 0.2 * k, 0.24 - 0.042 * k
        pen.box(-half, y, half, y + 0.15, 0.2)
        for j in range(-1, 2):
            pen.shine([(j * half * 0.6 - 0.02, y + 0.02), (j * half * 0.6 + 0.02, y + 0.02), (j * half * 0.6 + 0.02, y + 0.1), (j * half * 0.6 - 0.02, y + 0.1)], 0.8)
        wide = half + 0.14
        pen.blob(
            [
                (-wide, y + 0.16),
                (-half, y + 0.15),
                (half, y + 0.15),
                (wide, y + 0.16),
                (half * 0.9, y + 0.19),
                (half * 0.6, y + 0.225),
                (-half * 0.6, y + 0.225),
                (-half * 0.9, y + 0.19),
            ],
            0.04,
        )
    pen.limb([(0, 0.86), (0, 1.0)], 0.025, 0.006)


def portal(pen: Pen, phase: float) -> None:
    """A round gate of stone filled with light."""
    pulse = 0.85 + 0.15 * math.sin(math.tau * phase)
    ring = [(0.44 * math.cos(math.tau * k / 40), 0.5 + 0.46 * math.sin(math.tau * k / 40)) for k in range(40)]
    pen.poly(ring, 0.12)
    for k in range(14):
        angle = math.tau * k / 14
        pen.line([(0.35 * math.cos(angle), 0.5 + 0.37 * math.sin(angle)), (0.44 * math.cos(angle), 0.5 + 0.46 * math.sin(angle))], 0.01, 0.4)
    pen.shine([(x * 0.76, 0.5 + (y - 0.5) * 0.76) for x, y in ring], 0.55 * pulse)
    for arm in range(3):
        turn = math.tau * (phase + arm / 3)
        spiral = [(0.033 * k * math.cos(turn + 0.45 * k), 0.5 + 0.035 * k * math.sin(turn + 0.45 * k)) for k in range(1, 10)]
        back = [(x * 0.8, 0.5 + (y - 0.5) * 0.8) for x, y in reversed(spiral)]
        pen.shine(spiral + back, 1.0)
    pen.poly([(-0.5, -0.02), (0.5, -0.02), (0.4, 0.1), (0.2, 0.13), (-0.2, 0.13), (-0.4, 0.1)], 0.08)


def ruin(pen: Pen, phase: float) -> None:
    """Broken columns and an arch."""
    for x, top in ((-0.75, 0.5), (-0.45, 0.86), (-0.1, 0.86), (0.3, 0.66), (0.62, 0.94)):
        pen.box(x - 0.07, 0.0, x + 0.07, 0.05, 0.25)
        pen.poly([(x - 0.05, 0.04), (x + 0.05, 0.04), (x + 0.043, top), (x - 0.01, top - 0.03), (x - 0.043, top + 0.01)], 0.15)
        for k in (-1, 0, 1):
            pen.line([(x + k * 0.025, 0.06), (x + k * 0.022, top - 0.05)], 0.006, 0.4)
    for x in (-0.45, -0.1, 0.62):
        pen.box(x - 0.07, 0.84, x + 0.07, 0.89, 0.3)
    pen.poly([(-0.56, 0.89), (0.0, 0.89), (-0.02, 0.97), (-0.5, 0.98)], 0.2)
    pen.blob([(0.0, -0.02), (0.1, 0.1), (0.22, 0.07), (0.34, 0.0)], 0.1)


def tent(pen: Pen, phase: float) -> None:
    """A tent lit from inside, and its fire."""
    flick = 0.03 * math.sin(math.tau * phase * 2)
    pen.poly([(-0.8, 0.0), (-0.2, 0.86), (0.1, 0.82), (0.36, 0.0)], 0.2)
    pen.shine([(-0.52, 0.0), (-0.18, 0.72), (0.1, 0.0)], 0.55)
    pen.shine([(-0.3, 0.0), (-0.18, 0.55), (-0.04, 0.0)], 0.9)
    pen.line([(-0.2, 0.86), (-0.2, 0.96)], 0.015)
    pen.line([(0.1, 0.82), (0.6, 0.0)], 0.006)
    pen.limb([(0.66, 0.02), (0.98, 0.05)], 0.05, 0.05)
    pen.limb([(0.66, 0.06), (0.98, 0.01)], 0.05, 0.05)
    pen.shine([(0.7, 0.05), (0.76, 0.2 + flick), (0.82, 0.36 - flick), (0.88, 0.18 + flick), (0.94, 0.05)], 1.0)


def bridge(pen: Pen, phase: float) -> None:
    """A suspension bridge across the picture."""
    for x in (-1.3, 1.3):
        for dx in (-0.07, 0.07):
            pen.poly([(x + dx - 0.035, -0.05), (x + dx + 0.035, -0.05), (x + dx * 0.7 + 0.025, 1.0), (x + dx * 0.7 - 0.025, 1.0)], 0.1)
        for y in (0.3, 0.56, 0.78, 0.96):
            pen.box(x - 0.09, y, x + 0.09, y + 0.025, 0.1)
        pen.lamp((x, 0.995), 0.014)
    pen.box(-3.4, 0.3, 3.4, 0.345, 0.12)
    for left, right, dip in ((-1.3, 1.3, 0.58), (-3.9, -1.3, 0.58), (1.3, 3.9, 0.58)):
        middle, half = (left + right) / 2, (right - left) / 2
        cable = [(left + (right - left) * k / 30, 0.98 - dip * (1 - ((left + (right - left) * k / 30 - middle) / half) ** 2)) for k in range(31)]
        pen.line(cable, 0.014)
        for x, y in cable[::2]:
            pen.line([(x, 0.33), (x, y)], 0.005)
    for k in range(34):
        pen.lamp((-3.3 + 0.2 * k, 0.365), 0.01, 0.8)


def footbridge(pen: Pen, phase: float) -> None:
    """A small arched bridge of wood with railings."""
    reach = [k / 14 for k in range(-14, 15)]
    deck = [(1.45 * t, 0.16 + 0.42 * (1 - t * t)) for t in reach]
    pen.poly([(1.3 * t, -0.05 + 0.16 * (1 - abs(t)) ** 0.5) for t in reach] + [(1.3, -0.05), (-1.3, -0.05)], 0.85)
    pen.poly(deck + [(x * 0.94, y - 0.13) for x, y in reversed(deck)], 0.12)
    for k, (x, y) in enumerate(deck[1:-1:2]):
        pen.line([(x, y), (x, y + 0.27)], 0.022, 0.1)
        if k % 2 == 0:
            pen.line([(x, y - 0.1), (x * 0.98, y + 0.02)], 0.03, 0.2)
    for lift, wide in ((0.26, 0.032), (0.14, 0.018)):
        pen.limb([(x, y + lift) for x, y in deck], wide, wide, 0.3)
    pen.limb([(x, y) for x, y in deck], 0.045, 0.045, 0.35)
    for side in (-1.0, 1.0):
        pen.blob([(side * 1.15, 0.2), (side * 1.3, 0.26), (side * 1.58, 0.16), (side * 1.62, -0.04), (side * 1.12, -0.04)])
        pen.limb([(side * 1.42, 0.14), (side * 1.42, 0.5)], 0.05, 0.045, 0.15)


def fountain(pen: Pen, phase: float) -> None:
    """A fountain of two basins."""
    for side in (-1.0, 1.0):
        for k in range(3):
            reach = 0.1 + 0.09 * k
            arc = [(side * reach * t, 0.6 + 0.55 * t * (1.2 - k * 0.12) - 0.95 * t * t) for t in (j / 8 for j in range(9))]
            pen.limb(arc, 0.012, 0.02 + 0.004 * math.sin(math.tau * phase + k), 0.95)
    pen.poly([(-0.5, 0.0), (0.5, 0.0), (0.46, 0.15), (0.5, 0.19), (-0.5, 0.19), (-0.46, 0.15)], 0.15)
    pen.poly([(-0.05, 0.15), (0.05, 0.15), (0.035, 0.46), (-0.035, 0.46)], 0.2)
    pen.blob([(-0.26, 0.5), (-0.16, 0.43), (0.16, 0.43), (0.26, 0.5)], 0.3)
    pen.limb([(0.0, 0.48), (0.0, 0.64)], 0.04, 0.02, 0.3)
