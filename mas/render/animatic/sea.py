"""What lives in water, and serpents."""
# The points of one shape read as one line.
# fmt: off

import math

from mas.render.animatic.pen import Pen

__all__ = ["dolphin", "jellyfish", "mermaid", "octopus", "school", "serpent", "shark", "turtle", "whale"]


def _wave(phase: float, size: float, shift: float = 0.0) -> float:
    return size * math.sin(math.tau * (phase + shift))


def whale(pen: Pen, phase: float) -> None:
    """A great whale, belly lighter, flukes moving."""
    tail = _wave(phase, 0.08)
    pen.blob([(-0.72, 0.5 + tail * 0.6), (-0.96, 0.66 + tail), (-1.16, 0.74 + tail * 1.3), (-1.05, 0.58 + tail), (-1.2, 0.5 + tail * 1.2), (-0.96, 0.52 + tail)], 0.1)
    pen.blob(
        [
            (1.0, 0.5),
            (0.92, 0.66),
            (0.6, 0.78),
            (0.1, 0.78),
            (-0.4, 0.66 + tail * 0.2),
            (-0.85, 0.58 + tail * 0.8),
            (-0.85, 0.5 + tail * 0.8),
            (-0.4, 0.42 + tail * 0.2),
            (0.1, 0.27),
            (0.6, 0.26),
            (0.9, 0.36),
        ]
    )
    pen.blob([(0.98, 0.44), (0.6, 0.42), (0.1, 0.4), (-0.3, 0.42), (0.05, 0.3), (0.6, 0.275), (0.88, 0.36)], 0.65)
    for k in range(5):
        pen.limb([(0.94 - 0.03 * k, 0.415 - 0.025 * k), (0.5, 0.385 - 0.022 * k), (0.05, 0.38 - 0.016 * k)], 0.007, 0.004, 0.2)
    pen.limb([(0.36, 0.38), (0.22, 0.2 + tail * 0.4), (0.06, 0.1 + tail)], 0.15, 0.03, 0.12)
    pen.lamp((0.72, 0.5), 0.014, 0.8)
    pen.limb([(-0.24, 0.7), (-0.34, 0.75)], 0.07, 0.02)


def dolphin(pen: Pen, phase: float) -> None:
    """A leaping dolphin."""
    tail = _wave(phase, 0.05)
    pen.limb([(0.55, 0.56), (0.25, 0.74), (-0.1, 0.66), (-0.42, 0.36 + tail)], 0.16, 0.05)
    pen.blob([(0.5, 0.68), (0.28, 0.86), (-0.05, 0.8), (-0.36, 0.46 + tail * 0.6), (-0.28, 0.4), (0.0, 0.56), (0.3, 0.56), (0.5, 0.52)])
    pen.limb([(0.52, 0.58), (0.66, 0.48)], 0.07, 0.03)
    pen.poly([(0.1, 0.83), (-0.08, 1.0), (-0.08, 0.78)])
    pen.poly([(0.25, 0.58), (0.14, 0.4), (0.12, 0.58)])
    pen.blob([(-0.4, 0.38 + tail), (-0.62, 0.36 + tail), (-0.46, 0.28 + tail), (-0.46, 0.12 + tail), (-0.35, 0.3 + tail)])


def shark(pen: Pen, phase: float) -> None:
    """A shark."""
    tail = _wave(phase, 0.05)
    pen.blob([(1.0, 0.52), (0.6, 0.66), (0.1, 0.66), (-0.6, 0.54 + tail * 0.5), (-0.86, 0.53 + tail), (-0.6, 0.46 + tail * 0.5), (0.1, 0.38), (0.7, 0.42)])
    pen.poly([(-0.8, 0.53 + tail), (-1.1, 0.86 + tail), (-0.98, 0.53 + tail), (-1.08, 0.32 + tail)])
    pen.poly([(0.22, 0.64), (-0.02, 0.94), (-0.08, 0.63)])
    pen.poly([(0.36, 0.42), (0.1, 0.14), (0.16, 0.42)], 0.15)
    pen.blob([(0.96, 0.5), (0.5, 0.48), (0.0, 0.46), (0.1, 0.395), (0.7, 0.43)], 0.5)
    for k in range(3):
        pen.line([(0.5 - 0.05 * k, 0.56), (0.48 - 0.05 * k, 0.48)], 0.01, 0.3)


def school(pen: Pen, phase: float) -> None:
    """A school of fish, each on its own beat."""
    for k in range(26):
        turn = k * 2.399963
        reach = math.sqrt((k + 0.5) / 26)
        x, y = 0.92 * reach * math.cos(turn), 0.5 + 0.38 * reach * math.sin(turn)
        size = 0.058 + 0.022 * (k % 3)
        wag = _wave(phase, size * 0.3, k * 0.13)
        y += _wave(phase, 0.012, k * 0.07)
        tone = 0.15 + 0.35 * (k % 4) / 3
        pen.blob([(x + size * 1.2, y), (x, y + size * 0.5), (x - size, y + wag * 0.2), (x, y - size * 0.5)], tone)
        pen.poly([(x - size * 0.85, y), (x - size * 1.6, y + size * 0.5 + wag), (x - size * 1.4, y + wag), (x - size * 1.6, y - size * 0.5 + wag)], tone)


def jellyfish(pen: Pen, phase: float) -> None:
    """A glowing jellyfish with trailing arms."""
    pulse = 0.5 + 0.5 * math.sin(math.tau * phase)
    wide, low = 0.27 + 0.045 * pulse, 0.66 - 0.02 * pulse
    for k in range(9):
        x = (k - 4) * 0.055
        bend = 0.045 * math.sin(math.tau * phase + k * 0.9)
        length = 0.02 + 0.05 * (k * 5 % 4)
        pen.limb([(x, low), (x * 1.15 + bend, 0.45), (x * 0.9 - bend, 0.26), (x * 1.3 + bend, length)], 0.018, 0.006, 0.6)
    for k in range(3):
        x = (k - 1) * 0.08
        bend = 0.03 * math.sin(math.tau * phase + k * 2)
        pen.limb([(x, low), (x + bend, 0.5), (x - bend, 0.34), (x * 1.4 + bend, 0.2)], 0.075, 0.02, 0.85)
    dome = [(wide * math.cos(math.pi * k / 18), low + 0.3 * math.sin(math.pi * k / 18)) for k in range(19)]
    skirt = [(-wide + 2 * wide * k / 12, low - 0.03 * abs(math.sin(math.pi * k / 3))) for k in range(13)]
    pen.poly(dome + skirt, 0.7)
    inner = [(x * 0.72, low + 0.02 + (y - low) * 0.72) for x, y in dome]
    pen.shine(inner, 0.5)
    pen.shine([(x * 0.5, low + 0.05 + (y - low) * 0.5) for x, y in dome], 0.95)


def octopus(pen: Pen, phase: float) -> None:
    """An octopus with eight curling arms."""
    for k in range(8):
        side = -1.0 if k % 2 else 1.0
        reach = 0.2 + 0.13 * (k // 2)
        curl = _wave(phase, 0.05, k * 0.12)
        tip = (side * (reach + 0.28), 0.1 + 0.09 * (k // 2) + curl)
        pen.limb([(side * 0.08, 0.5), (side * reach, 0.22 + curl), (side * (reach + 0.18), 0.05 + 0.05 * (k // 2)), tip], 0.1, 0.018, 0.12 * (k // 2))
    pen.blob([(-0.17, 0.5), (-0.27, 0.76), (-0.15, 0.97), (0.12, 0.98), (0.26, 0.78), (0.17, 0.5), (0.0, 0.42)])
    for x in (-0.1, 0.1):
        pen.oval((x, 0.56), (0.05, 0.045), tone=0.4)
        pen.lamp((x, 0.56), 0.022)


def turtle(pen: Pen, phase: float) -> None:
    """A swimming turtle."""
    lift = _wave(phase, 0.18)
    pen.limb([(0.25, 0.48), (0.1, 0.3 + lift), (-0.12, 0.16 + lift * 1.4)], 0.14, 0.03, 0.25)
    pen.limb([(-0.38, 0.46), (-0.6, 0.4 - lift * 0.4)], 0.12, 0.03, 0.1)
    pen.limb([(0.4, 0.5), (0.6, 0.56)], 0.12, 0.11, 0.15)
    pen.oval((0.66, 0.58), (0.1, 0.08), 15, 0.15)
    pen.blob([(0.46, 0.5), (0.3, 0.7), (0.0, 0.78), (-0.32, 0.68), (-0.52, 0.48), (-0.2, 0.4), (0.2, 0.4)])
    for x, y in ((-0.24, 0.58), (-0.02, 0.63), (0.2, 0.58)):
        pen.oval((x, y), (0.09, 0.07), tone=0.35)
    pen.limb([(0.3, 0.5), (0.3, 0.72 + lift * 0.5), (0.12, 0.92 + lift)], 0.15, 0.03, 0.12)


def mermaid(pen: Pen, phase: float) -> None:
    """A mermaid on a rock."""
    sway = _wave(phase, 0.02)
    pen.blob([(-0.5, 0.0), (-0.42, 0.16), (-0.16, 0.25), (0.14, 0.22), (0.36, 0.1), (0.44, 0.0)])
    pen.limb([(-0.02, 0.33), (0.2, 0.3), (0.36, 0.2), (0.5, 0.3 + sway)], 0.17, 0.05, 0.3)
    pen.blob([(0.47, 0.28 + sway), (0.6, 0.44 + sway), (0.54, 0.3 + sway), (0.7, 0.3 + sway), (0.52, 0.25 + sway)], 0.4)
    pen.blob([(-0.1, 0.32), (-0.1, 0.6), (-0.02, 0.72), (0.07, 0.68), (0.07, 0.5), (0.1, 0.32)])
    pen.blob([(0.04, 0.92), (-0.05, 0.96), (-0.13, 0.86), (-0.17, 0.6), (-0.2 + sway, 0.4), (-0.09, 0.5), (-0.03, 0.72)], 0.2)
    pen.oval((0.01, 0.84), (0.07, 0.085))
    pen.limb([(0.05, 0.65), (0.18, 0.52), (0.1, 0.37)], 0.055, 0.035)


def serpent(pen: Pen, phase: float) -> None:
    """A sea serpent whose coils rise from the water."""
    for k in range(3):
        x = -0.75 + 0.42 * k
        high = 0.26 + 0.06 * k + _wave(phase, 0.025, k * 0.25)
        arc = [(x - 0.17 * math.cos(math.pi * j / 8), high * math.sin(math.pi * j / 8)) for j in range(9)]
        pen.limb(arc, 0.1 + 0.02 * k, 0.11 + 0.02 * k)
        for j in (3, 4, 5):
            px, py = arc[j]
            pen.poly([(px - 0.03, py + 0.04), (px - 0.01, py + 0.12), (px + 0.03, py + 0.04)], 0.15)
    sway = _wave(phase, 0.03)
    pen.limb([(0.4, -0.02), (0.36, 0.3), (0.44 + sway, 0.6), (0.56 + sway, 0.8)], 0.19, 0.11)
    pen.blob([(0.48 + sway, 0.84), (0.58 + sway, 0.92), (0.74 + sway, 0.86), (0.92 + sway, 0.8), (0.9 + sway, 0.74), (0.7 + sway, 0.72), (0.54 + sway, 0.74)])
    pen.limb([(0.54 + sway, 0.88), (0.46 + sway, 0.97), (0.38 + sway, 0.99)], 0.04, 0.01)
    for k in range(4):
        pen.poly([(0.3 + 0.035 * k, 0.36 + 0.12 * k), (0.2 + 0.045 * k, 0.46 + 0.12 * k), (0.34 + 0.03 * k, 0.44 + 0.12 * k)], 0.15)
    pen.lamp((0.66 + sway, 0.845), 0.016)
