"""People: one walking figure, and what it wears and carries."""
# The points of one shape read as one line.
# fmt: off

import math

from mas.render.animatic.pen import Pen, Point

__all__ = [
    "angel",
    "archer",
    "astronaut",
    "child",
    "cloaked",
    "couple",
    "crowd",
    "dancer",
    "knight",
    "lantern_bearer",
    "monk",
    "person",
    "robot",
    "royal",
    "statue",
    "traveller",
    "umbrella_person",
    "warrior",
    "witch",
    "woman",
]


def _swing(phase: float, shift: float = 0.0) -> float:
    return math.sin(math.tau * (phase + shift))


def _legs(pen: Pen, phase: float, x: float, *, stride: float = 0.1, width: float = 0.06) -> None:
    for side, shift in ((1.0, 0.5), (-1.0, 0.0)):
        swing = _swing(phase, shift)
        lift = max(0.0, math.cos(math.tau * (phase + shift))) * stride * 0.35
        foot = (x + swing * stride + side * 0.012, 0.02 + lift)
        knee = (x + swing * stride * 0.55 + 0.02, 0.25 + lift * 0.4)
        pen.limb([(x + side * 0.02, 0.5), knee, foot], width * 1.35, width * 0.8)
        pen.limb([foot, (foot[0] + 0.05, foot[1] - 0.005)], width * 0.7, width * 0.45)


def _head(pen: Pen, x: float, *, y: float = 0.915, size: float = 0.058) -> None:
    pen.limb([(x - 0.004, 0.8), (x, y)], 0.055, 0.05)
    pen.oval((x, y), (size * 0.86, size))


def _torso(pen: Pen, x: float, *, shoulder: float = 0.095, hem: float = 0.42) -> None:
    pen.blob(
        [
            (x - 0.03, 0.85),
            (x + 0.03, 0.85),
            (x + shoulder, 0.80),
            (x + shoulder * 0.92, 0.62),
            (x + 0.075, hem),
            (x - 0.075, hem),
            (x - shoulder * 0.92, 0.62),
            (x - shoulder, 0.80),
        ]
    )


def _arm(pen: Pen, x: float, hand: Point, *, side: float = 1.0) -> None:
    shoulder = (x + side * 0.085, 0.79)
    elbow = ((shoulder[0] + hand[0]) / 2 + side * 0.03, (shoulder[1] + hand[1]) / 2 - 0.03)
    pen.limb([shoulder, elbow, hand], 0.05, 0.032)


def _cloak(pen: Pen, phase: float, x: float, *, hem: float = 0.03, width: float = 0.17) -> None:
    sway = 0.025 * _swing(phase)
    pen.blob(
        [
            (x - 0.02, 0.88),
            (x + 0.05, 0.86),
            (x + 0.10, 0.78),
            (x + 0.12, 0.5),
            (x + width * 0.85, hem + 0.1),
            (x + width * 0.75 + sway * 0.4, hem),
            (x, hem - 0.01),
            (x - width + sway, hem),
            (x - width * 0.95 + sway, hem + 0.14),
            (x - 0.13, 0.5),
            (x - 0.11, 0.78),
        ]
    )


def person(pen: Pen, phase: float) -> None:
    """A walker in a coat, seen from the side."""
    _arm(pen, 0.0, (-0.03 - 0.07 * _swing(phase), 0.47), side=-0.5)
    _legs(pen, phase, 0.0)
    _torso(pen, 0.0, hem=0.36)
    _head(pen, 0.012)
    _arm(pen, 0.0, (0.03 + 0.07 * _swing(phase), 0.47), side=0.5)


def woman(pen: Pen, phase: float) -> None:
    """A walker with long hair and a long dress."""
    sway = 0.02 * _swing(phase)
    pen.blob([(-0.045, 0.96), (0.02, 0.98), (0.04, 0.9), (0.0, 0.8), (-0.07, 0.68 + sway), (-0.11, 0.66), (-0.075, 0.82)])
    _head(pen, 0.008)
    pen.blob(
        [(-0.03, 0.84), (0.035, 0.84), (0.075, 0.79), (0.055, 0.6), (0.12, 0.3), (0.17 + sway, 0.02), (0.0, 0.0), (-0.2 + sway, 0.02), (-0.13, 0.3), (-0.055, 0.6), (-0.075, 0.79)]
    )
    _arm(pen, 0.0, (0.10, 0.5), side=0.7)


def child(pen: Pen, phase: float) -> None:
    """A child: a large head, short legs, one arm stretched out."""
    _legs(pen, phase, 0.0, stride=0.09, width=0.085)
    pen.blob([(-0.05, 0.72), (0.05, 0.72), (0.13, 0.62), (0.15, 0.3), (-0.15, 0.3), (-0.13, 0.62)])
    pen.oval((0.0, 0.84), (0.115, 0.125))
    pen.limb([(0.1, 0.64), (0.2, 0.6), (0.27, 0.66 + 0.02 * _swing(phase))], 0.07, 0.05)
    pen.limb([(-0.1, 0.64), (-0.16, 0.5), (-0.15, 0.42)], 0.07, 0.05)


def balloon_child(pen: Pen, phase: float) -> None:
    """A child that holds a balloon on a string."""
    drift = 0.03 * _swing(phase)
    with pen.placed(-0.04, size=0.62):
        child(pen, phase)
    pen.limb([(0.13, 0.42), (0.17, 0.56), (0.2 + drift, 0.69)], 0.007, 0.007, 0.4)
    pen.oval((0.2 + drift, 0.84), (0.115, 0.14), tone=0.95)
    pen.oval((0.16 + drift, 0.89), (0.03, 0.045), 20, tone=1.0)
    pen.poly([(0.18 + drift, 0.68), (0.22 + drift, 0.68), (0.2 + drift, 0.71)], 0.9)


def cloaked(pen: Pen, phase: float) -> None:
    """A hooded figure with a staff whose head glows."""
    _cloak(pen, phase, 0.0)
    pen.blob([(-0.075, 0.83), (-0.07, 0.93), (-0.01, 0.99), (0.06, 0.93), (0.07, 0.83)])
    pen.limb([(0.06, 0.72), (0.14, 0.62), (0.19, 0.60)], 0.06, 0.04)
    pen.limb([(0.19, 0.0), (0.2, 0.88)], 0.018, 0.018)
    pen.lamp((0.2, 0.91), 0.03)


def monk(pen: Pen, phase: float) -> None:
    """A robed figure with folded hands."""
    _cloak(pen, phase, 0.0, width=0.14)
    _head(pen, 0.01)
    pen.blob([(0.04, 0.74), (0.15, 0.66), (0.15, 0.6), (0.03, 0.6)])


def umbrella_person(pen: Pen, phase: float) -> None:
    """A person in a long coat under an umbrella."""
    _legs(pen, phase, 0.0, stride=0.06)
    pen.blob([(-0.04, 0.7), (0.04, 0.7), (0.095, 0.65), (0.12, 0.25), (-0.12, 0.25), (-0.095, 0.65)])
    pen.limb([(0.0, 0.68), (0.003, 0.76)], 0.05, 0.045)
    pen.oval((0.003, 0.775), (0.045, 0.052))
    arc = [(0.29 * math.cos(math.pi * k / 16), 0.80 + 0.19 * math.sin(math.pi * k / 16)) for k in range(17)]
    scallops = [(-0.29 + 0.58 * k / 16, 0.80 + 0.025 * abs(math.sin(math.pi * k / 4))) for k in range(17)]
    pen.limb([(0.07, 0.52), (0.055, 0.99)], 0.014, 0.014)
    pen.poly(arc + scallops, 0.12)
    pen.limb([(0.08, 0.62), (0.13, 0.53), (0.068, 0.56)], 0.055, 0.035)


def knight(pen: Pen, phase: float) -> None:
    """A knight: plate, plume, shield and a raised sword."""
    _legs(pen, phase, 0.0, stride=0.06, width=0.075)
    _torso(pen, 0.0, shoulder=0.12, hem=0.4)
    pen.oval((-0.11, 0.79), (0.05, 0.045), tone=0.25)
    pen.oval((0.11, 0.79), (0.05, 0.045), tone=0.25)
    pen.oval((0.0, 0.9), (0.056, 0.066), tone=0.15)
    pen.box(-0.005, 0.885, 0.06, 0.9, 0.0)
    pen.limb([(0.0, 0.96), (-0.06, 1.0), (-0.13, 0.92 + 0.015 * _swing(phase))], 0.035, 0.012, 0.4)
    pen.limb([(0.12, 0.77), (0.19, 0.66), (0.22, 0.6)], 0.06, 0.045)
    pen.poly([(0.205, 0.6), (0.235, 0.6), (0.265, 0.97), (0.255, 1.0), (0.24, 0.97)], 0.6)
    pen.line([(0.18, 0.612), (0.265, 0.6)], 0.02)
    pen.blob([(-0.2, 0.72), (-0.06, 0.72), (-0.06, 0.52), (-0.13, 0.4), (-0.2, 0.52)], 0.3)


def warrior(pen: Pen, phase: float) -> None:
    """A fighter in a wide stance, a blade at the side, a cape in the wind."""
    sway = 0.04 * _swing(phase)
    pen.blob([(0.0, 0.84), (-0.1, 0.8), (-0.25 + sway, 0.5), (-0.36 + sway, 0.2), (-0.2 + sway, 0.24), (-0.05, 0.4)], 0.2)
    pen.limb([(-0.03, 0.5), (-0.11, 0.27), (-0.16, 0.02)], 0.085, 0.055)
    pen.limb([(0.03, 0.5), (0.11, 0.28), (0.13, 0.02)], 0.085, 0.055)
    _torso(pen, 0.0, shoulder=0.115, hem=0.44)
    _head(pen, 0.005)
    pen.limb([(0.0, 0.97), (-0.05, 0.99), (-0.1, 0.93)], 0.04, 0.015)
    pen.limb([(0.11, 0.78), (0.19, 0.64), (0.2, 0.52)], 0.055, 0.04)
    pen.poly([(0.19, 0.54), (0.215, 0.53), (0.42, 0.16), (0.4, 0.17)], 0.6)
    _arm(pen, 0.0, (-0.13, 0.52), side=-1.0)


def archer(pen: Pen, phase: float) -> None:
    """An archer with a drawn bow."""
    _legs(pen, 0.2, 0.0, stride=0.09)
    _torso(pen, 0.0)
    _head(pen, 0.01)
    pen.limb([(0.08, 0.78), (0.18, 0.77), (0.28, 0.77)], 0.05, 0.035)
    pen.limb([(-0.06, 0.79), (-0.13, 0.74), (0.02, 0.775)], 0.05, 0.035)
    pen.limb([(0.2, 1.0), (0.29, 0.88), (0.3, 0.77), (0.29, 0.66), (0.2, 0.54)], 0.014, 0.014, 0.3)
    pen.line([(0.2, 1.0), (0.02, 0.775), (0.2, 0.54)], 0.005, 0.3)
    pen.line([(0.02, 0.775), (0.38, 0.775)], 0.007, 0.3)


def traveller(pen: Pen, phase: float) -> None:
    """A wanderer with hat, pack and stick."""
    _legs(pen, phase, 0.0)
    pen.blob([(-0.07, 0.82), (-0.2, 0.8), (-0.22, 0.55), (-0.07, 0.5)], 0.12)
    _torso(pen, 0.0, hem=0.4)
    _head(pen, 0.012, y=0.9)
    pen.oval((0.012, 0.94), (0.115, 0.02))
    pen.blob([(-0.045, 0.94), (-0.035, 0.99), (0.06, 0.99), (0.07, 0.94)])
    tip = 0.16 + 0.05 * _swing(phase)
    pen.limb([(0.07, 0.78), (0.14, 0.66), (0.17, 0.62)], 0.05, 0.035)
    pen.limb([(0.17, 0.74), (tip, 0.01)], 0.016, 0.014)


def lantern_bearer(pen: Pen, phase: float) -> None:
    """A hooded figure that holds up a lantern."""
    sway = 0.012 * _swing(phase)
    _cloak(pen, phase, -0.04)
    pen.blob([(-0.11, 0.83), (-0.10, 0.93), (-0.04, 0.98), (0.025, 0.93), (0.03, 0.83)])
    pen.limb([(0.03, 0.76), (0.12, 0.76), (0.19, 0.8)], 0.055, 0.035)
    pen.line([(0.19, 0.8), (0.19 + sway, 0.71)], 0.008)
    pen.poly([(0.155 + sway, 0.7), (0.225 + sway, 0.7), (0.235 + sway, 0.58), (0.145 + sway, 0.58)])
    pen.shine([(0.165 + sway, 0.69), (0.215 + sway, 0.69), (0.22 + sway, 0.595), (0.16 + sway, 0.595)])


def witch(pen: Pen, phase: float) -> None:
    """A robed figure with a pointed hat."""
    _cloak(pen, phase, 0.0, width=0.19)
    pen.oval((0.01, 0.79), (0.045, 0.05))
    pen.oval((0.0, 0.83), (0.15, 0.022), -6)
    pen.blob([(-0.07, 0.83), (-0.03, 0.93), (-0.1, 1.0), (0.03, 0.96), (0.075, 0.83)])
    pen.limb([(0.06, 0.7), (0.15, 0.63), (0.22, 0.66)], 0.055, 0.035)
    pen.lamp((0.245, 0.7 + 0.02 * _swing(phase)), 0.026)


def royal(pen: Pen, phase: float) -> None:
    """A crowned figure in a wide robe."""
    _cloak(pen, phase, 0.0, width=0.24)
    _head(pen, 0.0, y=0.885)
    pen.poly([(-0.05, 0.925), (-0.06, 1.0), (-0.028, 0.965), (0, 1.0), (0.028, 0.965), (0.06, 1.0), (0.05, 0.925)], 0.9)
    pen.limb([(0.17, 0.0), (0.18, 0.7)], 0.016, 0.016, 0.4)
    pen.lamp((0.18, 0.72), 0.02, 0.7)
    pen.limb([(0.08, 0.74), (0.14, 0.62), (0.175, 0.58)], 0.055, 0.035)


def dancer(pen: Pen, phase: float) -> None:
    """A dancer on one leg, skirt and arms wide."""
    sway = 0.03 * _swing(phase)
    pen.limb([(0.0, 0.5), (0.01, 0.25), (0.0, 0.01)], 0.065, 0.025)
    pen.limb([(0.0, 0.5), (-0.15, 0.4), (-0.3, 0.46 + sway)], 0.065, 0.02)
    pen.blob([(-0.05, 0.58), (0.05, 0.58), (0.26, 0.44 + sway), (0.12, 0.4), (0.0, 0.385), (-0.12, 0.4), (-0.26, 0.45 - sway)], 0.2)
    pen.blob([(-0.02, 0.84), (0.02, 0.84), (0.065, 0.79), (0.04, 0.55), (-0.04, 0.55), (-0.065, 0.79)])
    _head(pen, 0.0)
    pen.oval((-0.02, 0.975), (0.025, 0.022))
    pen.limb([(0.06, 0.79), (0.17, 0.84 + sway), (0.25, 0.96 + sway)], 0.04, 0.016)
    pen.limb([(-0.06, 0.79), (-0.18, 0.78 - sway), (-0.3, 0.84 - sway)], 0.04, 0.016)


def angel(pen: Pen, phase: float) -> None:
    """A robed figure with large wings and a halo."""
    lift = 0.04 * _swing(phase)
    for side in (-1.0, 1.0):
        pen.blob(
            [(side * 0.03, 0.72), (side * 0.2, 0.95 + lift), (side * 0.42, 0.93 + lift), (side * 0.5, 0.72 + lift), (side * 0.44, 0.5), (side * 0.3, 0.36), (side * 0.12, 0.44)],
            0.5,
        )
        for k in range(4):
            x = side * (0.2 + 0.075 * k)
            pen.limb([(side * 0.14, 0.68), (x, 0.42 + 0.05 * k)], 0.008, 0.004, 0.15)
    woman(pen, phase)
    pen.limb([(-0.07, 1.0 - 0.01), (0.0, 0.975), (0.07, 0.99)], 0.012, 0.012, 1.0)
    pen.shine([(-0.07, 0.995), (0.0, 0.985), (0.07, 0.995), (0.0, 0.972)])


def astronaut(pen: Pen, phase: float) -> None:
    """An astronaut with pack and lit visor."""
    pen.blob([(-0.24, 0.8), (-0.06, 0.82), (-0.06, 0.42), (-0.22, 0.44)], 0.25)
    for side, shift in ((-1.0, 0.0), (1.0, 0.5)):
        lift = 0.03 * max(0.0, _swing(phase, shift))
        pen.limb([(side * 0.06, 0.5), (side * 0.09, 0.28 + lift), (side * 0.1, 0.05 + lift)], 0.14, 0.11, 0.3)
        pen.limb([(side * 0.1, 0.03 + lift), (side * 0.1 + 0.06, 0.03 + lift)], 0.07, 0.06, 0.1)
    pen.blob([(-0.12, 0.76), (0.12, 0.76), (0.15, 0.6), (0.12, 0.42), (-0.12, 0.42), (-0.15, 0.6)], 0.4)
    pen.limb([(0.12, 0.7), (0.2, 0.56), (0.19, 0.44)], 0.1, 0.075, 0.35)
    pen.limb([(-0.12, 0.7), (-0.2, 0.56), (-0.19, 0.44)], 0.1, 0.075, 0.3)
    pen.oval((0.0, 0.87), (0.125, 0.125), tone=0.45)
    pen.oval((0.035, 0.87), (0.08, 0.075), tone=0.0)
    pen.shine([(0.0, 0.9), (0.06, 0.92), (0.09, 0.89), (0.03, 0.88)], 0.6)


def robot(pen: Pen, phase: float) -> None:
    """A robot with lit eyes and a lamp in its chest."""
    bob = 0.012 * _swing(phase)
    for side, shift in ((-1.0, 0.0), (1.0, 0.5)):
        lift = 0.04 * max(0.0, _swing(phase, shift))
        pen.box(side * 0.1 - 0.045, 0.06 + lift, side * 0.1 + 0.045, 0.4, 0.12)
        pen.poly([(side * 0.1 - 0.08, lift), (side * 0.1 + 0.09, lift), (side * 0.1 + 0.06, 0.075 + lift), (side * 0.1 - 0.06, 0.075 + lift)], 0.25)
        pen.limb([(side * 0.22, 0.68 + bob), (side * 0.29, 0.54), (side * 0.27, 0.38 + lift)], 0.085, 0.06, 0.15)
        pen.oval((side * 0.2, 0.69 + bob), (0.065, 0.065), tone=0.35)
    pen.blob([(-0.19, 0.76 + bob), (0.19, 0.76 + bob), (0.2, 0.6), (0.14, 0.37), (-0.14, 0.37), (-0.2, 0.6)], 0.2)
    pen.lamp((0.0, 0.6 + bob), 0.035)
    pen.box(-0.04, 0.74 + bob, 0.04, 0.82 + bob, 0.0)
    pen.blob([(-0.14, 0.82 + bob), (0.14, 0.82 + bob), (0.15, 0.95 + bob), (0.0, 0.985 + bob), (-0.15, 0.95 + bob)], 0.3)
    pen.lamp((-0.055, 0.89 + bob), 0.027)
    pen.lamp((0.065, 0.89 + bob), 0.027)


def statue(pen: Pen, phase: float) -> None:
    """A draped figure on a plinth, one arm raised."""
    pen.poly([(-0.2, 0), (0.2, 0), (0.18, 0.05), (0.15, 0.06), (0.15, 0.22), (0.18, 0.25), (-0.18, 0.25), (-0.15, 0.22), (-0.15, 0.06), (-0.18, 0.05)], 0.2)
    pen.blob([(-0.03, 0.76), (0.04, 0.76), (0.08, 0.7), (0.07, 0.5), (0.12, 0.24), (-0.12, 0.24), (-0.07, 0.5), (-0.08, 0.7)], 0.3)
    pen.oval((0.005, 0.82), (0.04, 0.05), tone=0.3)
    pen.limb([(0.07, 0.71), (0.14, 0.82), (0.13, 0.97)], 0.045, 0.03, 0.35)
    pen.limb([(-0.07, 0.71), (-0.13, 0.58), (-0.1, 0.5)], 0.045, 0.035, 0.15)
    pen.limb([(0.05, 0.7), (-0.02, 0.5), (-0.05, 0.27)], 0.02, 0.03, 0.1)


def couple(pen: Pen, phase: float) -> None:
    """Two people hand in hand."""
    with pen.placed(-0.17):
        person(pen, phase)
    with pen.placed(0.17, size=0.94):
        woman(pen, phase)
    pen.limb([(-0.09, 0.5), (0.0, 0.44), (0.1, 0.48)], 0.034, 0.034)


def crowd(pen: Pen, phase: float) -> None:
    """Seven people at different distances."""
    people = ((-0.95, 0.8, 0), (-0.62, 0.95, 1), (-0.3, 0.86, 0), (0.02, 1.0, 2), (0.34, 0.84, 1), (0.66, 0.93, 0), (0.97, 0.82, 2))
    for k, (x, size, kind) in enumerate(people):
        draw = (person, woman, traveller)[kind]
        with pen.placed(x, size=size):
            draw(pen, phase + k * 0.19)
