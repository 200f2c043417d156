"""What people ride, sail and fly."""
# The points of one shape read as one line.
# fmt: off

import math

from mas.render.animatic.pen import Pen

__all__ = ["aeroplane", "balloon", "bicycle", "car", "rocket", "sailboat", "satellite", "ship", "spaceship", "submarine", "train"]


def _wheel(pen: Pen, x: float, y: float, radius: float, phase: float) -> None:
    pen.oval((x, y), (radius, radius))
    pen.oval((x, y), (radius * 0.6, radius * 0.6), tone=0.35)
    for k in range(3):
        angle = math.pi * (k / 3) - math.tau * phase
        dx, dy = radius * 0.58 * math.cos(angle), radius * 0.58 * math.sin(angle)
        pen.line([(x - dx, y - dy), (x + dx, y + dy)], radius * 0.14)


def car(pen: Pen, phase: float) -> None:
    """A low car with lit lamps and windows."""
    bob = 0.006 * math.sin(math.tau * phase * 2)
    pen.blob(
        [
            (-1.18, 0.24 + bob),
            (-1.2, 0.5 + bob),
            (-0.95, 0.6 + bob),
            (-0.62, 0.66 + bob),
            (-0.3, 0.95 + bob),
            (0.25, 0.97 + bob),
            (0.58, 0.66 + bob),
            (1.05, 0.56 + bob),
            (1.2, 0.4 + bob),
            (1.18, 0.22 + bob),
            (0.0, 0.16 + bob),
        ],
        0.14,
    )
    pen.poly([(-0.48, 0.66 + bob), (-0.24, 0.88 + bob), (-0.02, 0.89 + bob), (-0.02, 0.66 + bob)], 0.6)
    pen.poly([(0.04, 0.66 + bob), (0.04, 0.89 + bob), (0.22, 0.88 + bob), (0.44, 0.66 + bob)], 0.6)
    pen.limb([(-1.15, 0.5 + bob), (0.0, 0.54 + bob), (1.1, 0.48 + bob)], 0.015, 0.015, 0.5)
    for x in (-0.72, 0.72):
        pen.oval((x, 0.22), (0.26, 0.25))
        _wheel(pen, x, 0.19, 0.19, phase)
    pen.lamp((1.12, 0.44 + bob), 0.06)
    pen.shine([(-1.2, 0.5 + bob), (-1.12, 0.51 + bob), (-1.12, 0.43 + bob), (-1.2, 0.42 + bob)], 0.7)


def train(pen: Pen, phase: float) -> None:
    """A steam engine with two lit coaches and a plume of smoke."""
    with pen.placed(0.0, size=0.88):
        _smoke(pen, phase)
        _engine(pen, phase)


def _smoke(pen: Pen, phase: float) -> None:
    for k in range(9):
        drift = (k + phase) / 9
        pen.oval((1.25 - 2.4 * drift, 0.82 + 0.12 * math.sin(k * 1.7) * drift + 0.1 * drift), (0.05 + 0.13 * drift, 0.04 + 0.09 * drift), tone=0.75 - 0.2 * drift)


def _engine(pen: Pen, phase: float) -> None:
    for left in (-2.4, -1.1):
        pen.poly([(left, 0.14), (left + 1.2, 0.14), (left + 1.2, 0.58), (left + 1.12, 0.64), (left + 0.08, 0.64), (left, 0.58)], 0.12)
        for j in range(6):
            x = left + 0.12 + 0.175 * j
            pen.shine([(x, 0.36), (x + 0.11, 0.36), (x + 0.11, 0.52), (x, 0.52)], 0.85)
        for x in (left + 0.22, left + 0.95):
            _wheel(pen, x, 0.09, 0.09, phase)
    pen.box(0.15, 0.16, 1.6, 0.22)
    pen.poly([(0.18, 0.2), (0.62, 0.2), (0.62, 0.7), (0.7, 0.72), (0.7, 0.76), (0.1, 0.76), (0.1, 0.72), (0.18, 0.7)], 0.12)
    pen.shine([(0.28, 0.48), (0.5, 0.48), (0.5, 0.63), (0.28, 0.63)], 0.9)
    pen.poly([(0.6, 0.24), (1.5, 0.24), (1.53, 0.38), (1.5, 0.55), (0.6, 0.55)], 0.22)
    pen.poly([(1.18, 0.54), (1.34, 0.54), (1.38, 0.8), (1.14, 0.8)])
    pen.oval((0.86, 0.58), (0.1, 0.09), tone=0.15)
    pen.poly([(1.5, 0.05), (1.74, 0.05), (1.56, 0.24), (1.5, 0.24)])
    pen.lamp((1.52, 0.46), 0.045)
    for x, size in ((0.42, 0.17), (0.84, 0.17), (1.26, 0.12)):
        _wheel(pen, x, size, size, phase)
    angle = -math.tau * phase
    pen.line([(0.42 + 0.08 * math.cos(angle), 0.17 + 0.08 * math.sin(angle)), (0.84 + 0.08 * math.cos(angle), 0.17 + 0.08 * math.sin(angle))], 0.025, 0.5)


def bicycle(pen: Pen, phase: float) -> None:
    """A cyclist."""
    for x in (-0.3, 0.3):
        pen.limb([(x + 0.2 * math.cos(math.tau * k / 20), 0.21 + 0.2 * math.sin(math.tau * k / 20)) for k in range(21)], 0.018, 0.018)
        for k in range(3):
            angle = math.pi * k / 3 - math.tau * phase
            pen.line([(x - 0.19 * math.cos(angle), 0.21 - 0.19 * math.sin(angle)), (x + 0.19 * math.cos(angle), 0.21 + 0.19 * math.sin(angle))], 0.005, 0.3)
    pen.line([(-0.3, 0.21), (-0.12, 0.5), (0.22, 0.48), (0.0, 0.2), (-0.3, 0.21)], 0.018, 0.2)
    pen.line([(0.3, 0.21), (0.2, 0.56), (0.26, 0.58)], 0.018, 0.2)
    pen.line([(0.0, 0.2), (-0.13, 0.55)], 0.018, 0.2)
    for shift, tone in ((0.5, 0.2), (0.0, 0.0)):
        angle = -math.tau * (phase + shift)
        pedal = (0.09 * math.cos(angle), 0.2 + 0.09 * math.sin(angle))
        knee = ((pedal[0] - 0.12) / 2 + 0.12, (pedal[1] + 0.56) / 2 + 0.02)
        pen.limb([(-0.13, 0.57), knee, pedal], 0.075, 0.04, tone)
    pen.blob([(-0.18, 0.56), (-0.1, 0.74), (0.02, 0.84), (0.1, 0.8), (0.02, 0.66), (-0.06, 0.54)])
    pen.limb([(0.06, 0.78), (0.14, 0.66), (0.24, 0.6)], 0.05, 0.03)
    pen.oval((0.11, 0.91), (0.06, 0.07))


def _rigging(pen: Pen, x: float, top: float, width: float, belly: float) -> None:
    pen.limb([(x, 0.2), (x, top)], 0.02, 0.012)
    low = 0.3
    for k in range(3):
        a = low + (top - low) * k / 3 + 0.012
        b = low + (top - low) * (k + 1) / 3 - 0.02
        half = width * (1 - 0.22 * k)
        pen.blob([(x - half, a), (x - half * 0.9, b), (x + half * 0.9, b), (x + half + belly, (a + b) / 2), (x + half, a), (x, a + 0.02)], 0.62)


def ship(pen: Pen, phase: float) -> None:
    """A tall ship under sail, its cabin windows lit."""
    belly = 0.03 + 0.012 * math.sin(math.tau * phase)
    for x, top, width in ((-0.34, 0.82, 0.13), (0.02, 0.98, 0.17), (0.36, 0.86, 0.13)):
        _rigging(pen, x, top, width, belly)
    pen.poly([(0.48, 0.28), (0.74, 0.36), (0.4, 0.74)], 0.5)
    pen.limb([(0.5, 0.26), (0.78, 0.37)], 0.02, 0.01)
    pen.blob([(-0.62, 0.36), (-0.6, 0.12), (-0.46, 0.0), (0.36, 0.0), (0.52, 0.12), (0.62, 0.27), (0.3, 0.21), (-0.2, 0.2), (-0.42, 0.24), (-0.46, 0.35)])
    pen.limb([(-0.58, 0.17), (0.0, 0.13), (0.53, 0.18)], 0.014, 0.014, 0.45)
    for x in (-0.57, -0.52):
        pen.shine([(x, 0.24), (x + 0.03, 0.24), (x + 0.03, 0.29), (x, 0.29)], 0.9)
    flag = 0.02 * math.sin(math.tau * phase * 2)
    pen.poly([(0.02, 1.0), (0.14, 0.985 + flag), (0.02, 0.95)], 0.3)


def sailboat(pen: Pen, phase: float) -> None:
    """A small sailing boat."""
    lean = 0.02 * math.sin(math.tau * phase)
    pen.limb([(0.0, 0.16), (lean, 1.0)], 0.016, 0.01)
    pen.blob([(-0.03 + lean * 0.2, 0.2), (-0.02 + lean, 0.97), (-0.26 + lean * 0.5, 0.52), (-0.38, 0.22)], 0.7)
    pen.blob([(0.04, 0.2), (0.02 + lean, 0.9), (0.2, 0.5), (0.34, 0.21)], 0.5)
    pen.blob([(-0.44, 0.17), (-0.36, 0.03), (0.0, -0.01), (0.32, 0.02), (0.48, 0.18), (0.0, 0.14)])


def submarine(pen: Pen, phase: float) -> None:
    """A submarine with lit portholes."""
    pen.blob([(1.0, 0.4), (0.8, 0.6), (0.2, 0.66), (-0.5, 0.62), (-0.95, 0.45), (-0.95, 0.36), (-0.5, 0.18), (0.2, 0.14), (0.8, 0.2)], 0.15)
    pen.poly([(-0.12, 0.62), (0.3, 0.62), (0.22, 0.86), (-0.06, 0.86)], 0.1)
    pen.limb([(0.1, 0.86), (0.1, 1.0), (0.2, 1.0)], 0.03, 0.03)
    turn = 0.16 * abs(math.cos(math.tau * phase))
    pen.oval((-1.02, 0.4), (0.025, 0.06 + turn))
    pen.poly([(-0.8, 0.5), (-0.98, 0.7), (-0.94, 0.42)])
    for k in range(4):
        pen.oval((-0.4 + 0.3 * k, 0.42), (0.085, 0.085))
        pen.lamp((-0.4 + 0.3 * k, 0.42), 0.06)
    pen.lamp((0.93, 0.38), 0.045)


def balloon(pen: Pen, phase: float) -> None:
    """A hot-air balloon, striped, its burner lit."""
    flicker = 0.7 + 0.3 * math.sin(math.tau * phase * 3)
    outline = [(0.36 * math.sin(math.pi * t) ** 0.8 * (1.0 if t < 0.55 else 1 - 0.25 * (t - 0.55)), 1.0 - 0.7 * t) for t in (k / 22 for k in range(23))]
    pen.poly(outline + [(-x, y) for x, y in reversed(outline)], 0.35)
    for k in range(-2, 3):
        inner, outer = (k - 0.25) / 2.6, (k + 0.25) / 2.6
        pen.poly([(x * inner, y) for x, y in outline] + [(x * outer, y) for x, y in reversed(outline)], 0.85)
    pen.poly([(0.32, 0.68), (-0.32, 0.68), (-0.3, 0.62), (0.3, 0.62)], 0.1)
    for x in (-0.09, 0.09):
        pen.line([(x * 0.95, 0.31), (x * 0.7, 0.12)], 0.007)
    pen.poly([(-0.085, 0.12), (0.085, 0.12), (0.07, 0.0), (-0.07, 0.0)])
    pen.shine([(-0.025, 0.19), (0.025, 0.19), (0.0, 0.19 + 0.1 * flicker)], 1.0)


def aeroplane(pen: Pen, phase: float) -> None:
    """A propeller plane."""
    bob = 0.02 * math.sin(math.tau * phase)
    pen.blob([(0.95, 0.46 + bob), (0.7, 0.62 + bob), (0.1, 0.62 + bob), (-0.7, 0.52 + bob), (-0.98, 0.48 + bob), (-0.6, 0.38 + bob), (0.2, 0.3 + bob), (0.8, 0.34 + bob)], 0.25)
    pen.poly([(-0.72, 0.5 + bob), (-1.0, 0.86 + bob), (-0.84, 0.86 + bob), (-0.5, 0.54 + bob)])
    pen.poly([(0.36, 0.42 + bob), (-0.22, 0.14 + bob), (-0.4, 0.14 + bob), (0.0, 0.44 + bob)], 0.05)
    pen.poly([(-0.7, 0.46 + bob), (-0.98, 0.36 + bob), (-0.84, 0.48 + bob)], 0.1)
    pen.blob([(0.42, 0.6 + bob), (0.34, 0.72 + bob), (0.12, 0.72 + bob), (0.02, 0.6 + bob)], 0.8)
    turn = 0.2 * math.cos(math.tau * phase * 4)
    pen.oval((0.98, 0.46 + bob), (0.016, 0.1 + abs(turn)), tone=0.4)


def rocket(pen: Pen, phase: float) -> None:
    """A rising rocket with its flame."""
    flicker = 0.05 * math.sin(math.tau * phase * 3)
    pen.shine([(-0.07, 0.26), (0.07, 0.26), (0.045, 0.12), (0.0, 0.0 - flicker * 0.2), (-0.045, 0.12)], 1.0)
    pen.blob([(0.0, 1.0), (0.09, 0.84), (0.115, 0.6), (0.09, 0.3), (0.0, 0.27), (-0.09, 0.3), (-0.115, 0.6), (-0.09, 0.84)], 0.55)
    pen.blob([(0.0, 1.0), (0.06, 0.9), (0.0, 0.86), (-0.06, 0.9)], 0.1)
    for side in (-1.0, 1.0):
        pen.poly([(side * 0.09, 0.46), (side * 0.22, 0.26), (side * 0.2, 0.18), (side * 0.08, 0.3)], 0.1)
    pen.oval((0.0, 0.7), (0.05, 0.05))
    pen.lamp((0.0, 0.7), 0.034)


def spaceship(pen: Pen, phase: float) -> None:
    """A long starship with lit decks and engines."""
    pulse = 0.75 + 0.25 * math.sin(math.tau * phase * 2)
    pen.poly([(1.3, 0.47), (0.7, 0.6), (-0.2, 0.66), (-1.0, 0.68), (-1.08, 0.5), (-1.0, 0.34), (-0.2, 0.34), (0.7, 0.4)], 0.25)
    pen.poly([(0.2, 0.62), (-0.1, 0.8), (-0.7, 0.84), (-0.86, 0.66)], 0.4)
    pen.poly([(-0.1, 0.38), (-0.5, 0.16), (-1.1, 0.12), (-0.86, 0.38)], 0.05)
    pen.poly([(-0.6, 0.82), (-0.5, 1.0), (-0.46, 0.82)], 0.2)
    pen.poly([(1.25, 0.475), (0.6, 0.49), (-1.0, 0.5), (-1.0, 0.46), (0.6, 0.455)], 0.05)
    for k in range(14):
        x = 0.72 - 0.12 * k
        pen.shine([(x, 0.545), (x + 0.05, 0.545), (x + 0.05, 0.565), (x, 0.565)], 0.9 if k * 5 % 7 else 0.4)
    for y in (0.6, 0.5, 0.41):
        pen.shine([(-1.06, y + 0.04), (-1.02, y + 0.04), (-1.02, y - 0.04), (-1.06, y - 0.04)], 1.0)
        pen.shine([(-1.05, y + 0.03), (-1.05, y - 0.03), (-1.28 * pulse, y)], 0.55 * pulse)


def satellite(pen: Pen, phase: float) -> None:
    """A station with wide solar panels."""
    for side in (-1.0, 1.0):
        pen.line([(0, 0.5), (side * 0.9, 0.5)], 0.03)
        pen.box(side * 0.55 - 0.32, 0.2, side * 0.55 + 0.32, 0.8, 0.45)
        for k in range(1, 4):
            x = side * 0.55 - 0.32 + 0.16 * k
            pen.line([(x, 0.2), (x, 0.8)], 0.012, 0.05)
        pen.line([(side * 0.55 - 0.32, 0.5), (side * 0.55 + 0.32, 0.5)], 0.012, 0.05)
    pen.box(-0.14, 0.28, 0.14, 0.72, 0.6)
    pen.blob([(-0.16, 0.72), (0.16, 0.72), (0.1, 0.86), (-0.1, 0.86)], 0.3)
    pen.limb([(0.0, 0.86), (0.0, 1.0)], 0.02, 0.01)
    pen.lamp((0.0, 0.98), 0.02, 0.5 + 0.5 * math.sin(math.tau * phase))
    for k in range(3):
        pen.shine([(-0.09, 0.4 + 0.1 * k), (0.09, 0.4 + 0.1 * k), (0.09, 0.44 + 0.1 * k), (-0.09, 0.44 + 0.1 * k)], 0.7)
