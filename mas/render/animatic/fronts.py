"""What frames a picture: dark shapes near the camera, out of the light."""

from collections.abc import Callable

import numpy as np

from mas.render.animatic import things
from mas.render.animatic.pen import Pen
from mas.render.animatic.stage import Stage
from mas.render.animatic.terrain import add_ridge, add_row

__all__ = ["bare", "branches", "grass", "kelp", "rocks", "trunks", "weed", "wires"]


def bare(stage: Stage) -> None:
    """Leave the front free."""


def grass(stage: Stage) -> None:
    """Put blades of grass along the lower edge, out of focus."""
    _front_row(stage, _blades, size=(0.08, 0.17), count=34, aspect=1.1)


def _blades(pen: Pen, phase: float) -> None:
    for k in range(9):
        x = (k - 4) * 0.1
        lean = 0.22 * np.sin(k * 2.1 + phase * 6)
        pen.limb(
            [(x, 0), (x + lean * 0.3, 0.45), (x + lean, 0.6 + 0.38 * abs(np.sin(k * 1.3 + phase)))],
            0.05,
            0.008,
        )


def rocks(stage: Stage) -> None:
    """Put dark rocks along the lower edge."""
    add_ridge(
        stage, "rocks", base=1.03, high=0.09, depth=1.1, colour=stage.palette.front, hazed=0.0
    )


def branches(stage: Stage) -> None:
    """Put a bare tree at one side and grass below."""
    side = 0.97 if stage.light[0] < 0.55 else 0.03
    pen = Pen(round(stage.height * 0.86), 1.0)
    things.dead_tree(pen, 0.0)
    front = stage.palette.front
    stage.shape(pen, (side, 1.08), depth=1.12, dark=front, body=front * 1.2, rim=0.25)
    grass(stage)


def trunks(stage: Stage) -> None:
    """Put two leaning trunks with boughs at the sides, and grass."""
    front = stage.palette.front
    for x, turn in ((0.015, 1.0), (0.985, -1.0)):
        pen = Pen(round(stage.height * 1.45), 0.5)
        lean = float(stage.rng.uniform(-0.05, 0.02)) * turn
        pen.limb([(0.0, -0.02), (lean * 0.3, 0.3), (lean * 0.4, 0.62), (lean, 1.05)], 0.085, 0.045)
        pen.poly([(-0.09, -0.02), (-0.035, 0.14), (0.035, 0.14), (0.1, -0.02)])
        for y, reach in ((0.52, 0.14), (0.66, 0.2), (0.78, 0.16)):
            tip = (lean * 0.5 + turn * reach, y + 0.1 + float(stage.rng.uniform(-0.03, 0.03)))
            pen.limb(
                [(lean * 0.4, y), (lean * 0.4 + turn * reach * 0.5, y + 0.03), tip], 0.024, 0.006
            )
            pen.limb([(tip[0] * 0.6, y + 0.045), (tip[0] * 0.8, y - 0.03)], 0.012, 0.004)
        stage.shape(pen, (x, 1.2), depth=1.12, dark=front, body=front * 1.25, rim=0.3)
    grass(stage)


def wires(stage: Stage) -> None:
    """Put a lamp post and wires."""
    side = 0.94 if stage.light[0] < 0.6 else 0.06
    pen = Pen(round(stage.height * 1.15), 0.9)
    pen.box(-0.012, -0.1, 0.012, 0.86)
    turn = -1 if side > 0.5 else 1
    pen.limb([(0.0, 0.84), (turn * 0.05, 0.9), (turn * 0.13, 0.895)], 0.014, 0.012)
    pen.shine(
        [(turn * 0.09, 0.885), (turn * 0.15, 0.885), (turn * 0.14, 0.875), (turn * 0.1, 0.875)],
        0.9 if stage.hour.lit else 0.0,
    )
    front = stage.palette.front
    stage.shape(pen, (side, 1.14), depth=1.1, dark=front, body=front * 1.3, rim=0.3)


def weed(stage: Stage) -> None:
    """Put corals and weed along the lower edge."""
    _front_row(stage, _coral, size=(0.12, 0.26), count=9, aspect=1.0)
    _front_row(stage, kelp, size=(0.3, 0.62), count=5, aspect=0.4, gap=(0.18, 0.85))


def _front_row(
    stage: Stage,
    draw: Callable[[Pen, float], None],
    *,
    size: tuple[float, float],
    count: int,
    aspect: float,
    gap: tuple[float, float] | None = None,
) -> None:
    front = stage.palette.front
    add_row(
        stage,
        draw,
        base=1.06,
        size=size,
        count=count,
        depth=1.12,
        dark=front,
        body=front * 1.4,
        aspect=aspect,
        gap=gap,
        rim=0.15,
    )


def kelp(pen: Pen, phase: float) -> None:
    """Draw three strands of kelp."""
    for k in range(3):
        x, high = (k - 1) * 0.1, 0.95 - 0.18 * k
        pen.limb(
            [
                (x, 0),
                (x + 0.06, high * 0.35),
                (x - 0.05, high * 0.7),
                (x + 0.05 + phase * 0.05, high),
            ],
            0.03,
            0.012,
            0.3,
        )
        for j in range(1, 7):
            y, side = high * j / 7, 1 if j % 2 else -1
            pen.blob(
                [
                    (x, y),
                    (x + side * 0.06, y + 0.05),
                    (x + side * 0.13, y + 0.04),
                    (x + side * 0.06, y + 0.005),
                ],
                0.5,
            )


def _coral(pen: Pen, phase: float) -> None:
    for k in range(7):
        lean = (k - 3) * 0.09
        pen.limb(
            [(lean * 0.3, 0.0), (lean, 0.4), (lean * 1.6 + 0.02, 0.75 + 0.1 * (k % 3))],
            0.075,
            0.03,
            0.2 + 0.1 * (k % 3),
        )
