"""The places: each a composition of sky, land and what frames it, back to front."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mas.render.animatic import buildings, things
from mas.render.animatic.colour import Lch
from mas.render.animatic.pen import Pen
from mas.render.animatic.skies import add_clouds, add_sky, add_space, beams
from mas.render.animatic.stage import Stage
from mas.render.animatic.structures import (
    add_arches,
    add_cave,
    add_roofs,
    add_shelves,
    add_skyline,
    add_wall,
)
from mas.render.animatic.terrain import add_mist, add_plane, add_ridge, add_row, add_water

__all__ = ["SCENES", "Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A kind of place.

    Attributes:
        behind: puts what stands behind the subject.
        front: puts what stands before it.
        ground: where the subject stands, share of the height.
        earth: natural colour of its ground (lightness is the hour's).
        medium: where a subject can be: "land", "water", "deep", "space" or "room".
        subjects: what is there when the prompt names nothing, by weight of order.
        sounds: heard when the prompt names no sound.
        hour: time of day when the prompt names none and leaves no other hint.
    """

    behind: Callable[[Stage], None]
    front: Callable[[Stage], None]
    ground: float
    earth: Lch
    medium: str
    subjects: tuple[str, ...]
    sounds: tuple[str, ...]
    hour: str = ""


def _land(
    stage: Stage,
    kind: str,
    near: str = "hills",
    *,
    snow: bool = False,
    haze: float = 0.7,
    high: float = 0.30,
) -> None:
    palette = stage.palette
    add_ridge(
        stage, kind, base=0.66, high=high, depth=0.25, colour=palette.far, hazed=haze, snow=snow
    )
    add_mist(stage, 0.68, thick=0.16, strength=0.3 + 0.3 * stage.haze, depth=0.3)
    add_ridge(
        stage,
        kind,
        base=0.75,
        high=high * 0.72,
        depth=0.42,
        colour=palette.middle,
        hazed=haze * 0.75,
        snow=snow,
        cells=4,
    )
    add_mist(stage, 0.78, thick=0.13, strength=0.2 + 0.3 * stage.haze, depth=0.5)
    add_ridge(
        stage,
        near,
        base=stage.ground + 0.01,
        high=0.045,
        depth=0.75,
        colour=palette.near,
        hazed=0.12,
        cells=4,
    )


def _mountains(stage: Stage) -> None:
    add_sky(stage)
    _land(stage, "mountains", "rocks", snow=stage.hour.sky[3] > 0.6, high=0.34)


def _forest(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.25)
    beams(stage, (stage.light[0], 0.02), spread=0.7, colour=palette.light, strength=0.17, depth=0.3)
    for base, low, size, count, depth, hazed, dark, body in (
        (0.72, 0.30, 0.46, 34, 0.28, 0.62, palette.far * 0.82, palette.far),
        (0.78, 0.42, 0.62, 24, 0.45, 0.34, palette.middle * 0.75, palette.middle),
    ):
        add_row(
            stage,
            things.pine,
            base=base,
            size=(low, size),
            count=count,
            depth=depth,
            dark=dark,
            body=body,
            aspect=0.55,
            hazed=hazed,
        )
        add_mist(
            stage, base - 0.03, thick=0.17, strength=0.42 + 0.25 * stage.haze, depth=depth + 0.05
        )
    add_row(
        stage,
        things.pine,
        base=stage.ground + 0.02,
        size=(0.6, 0.98),
        count=9,
        depth=0.62,
        dark=palette.near * 0.6,
        body=palette.near,
        aspect=0.5,
        hazed=0.08,
        gap=(0.2, 0.8),
    )
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.05,
        depth=0.75,
        colour=palette.leaf * 0.8,
        hazed=0.15,
    )


def _jungle(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.3)
    for base, size, count, depth, hazed, colour in (
        (0.76, (0.4, 0.62), 16, 0.3, 0.55, palette.far),
        (0.82, (0.45, 0.7), 10, 0.5, 0.25, palette.middle),
    ):
        add_row(
            stage,
            things.tree,
            base=base,
            size=size,
            count=count,
            depth=depth,
            dark=colour * 0.7,
            body=colour,
            aspect=0.95,
            hazed=hazed,
        )
        add_row(
            stage,
            things.palm,
            base=base,
            size=size,
            count=count // 2,
            depth=depth + 0.04,
            dark=colour * 0.6,
            body=colour * 0.9,
            aspect=0.85,
            hazed=hazed * 0.8,
        )
        add_mist(stage, base - 0.06, thick=0.2, strength=0.35, depth=depth + 0.06)
    beams(stage, (stage.light[0], 0.0), spread=0.6, colour=palette.light, strength=0.2, depth=0.55)
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.05,
        depth=0.75,
        colour=palette.leaf * 0.7,
        hazed=0.12,
    )


def _desert(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.3)
    add_ridge(stage, "dunes", base=0.70, high=0.10, depth=0.25, colour=palette.far, hazed=0.55)
    add_ridge(
        stage, "dunes", base=0.77, high=0.12, depth=0.45, colour=palette.middle * 1.06, hazed=0.3
    )
    add_ridge(
        stage,
        "dunes",
        base=stage.ground + 0.02,
        high=0.07,
        depth=0.75,
        colour=palette.ground * 1.25,
        hazed=0.05,
    )


def _canyon(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.3)
    add_ridge(stage, "mesas", base=0.70, high=0.30, depth=0.25, colour=palette.far, hazed=0.6)
    add_mist(stage, 0.72, thick=0.12, strength=0.3, depth=0.3)
    add_ridge(
        stage, "mesas", base=0.78, high=0.24, depth=0.45, colour=palette.middle, hazed=0.35, cells=2
    )
    add_ridge(
        stage,
        "rocks",
        base=stage.ground + 0.01,
        high=0.035,
        depth=0.75,
        colour=palette.ground * 1.1,
        hazed=0.1,
    )


def _sea(stage: Stage) -> None:
    add_sky(stage, horizon=0.63, cover=0.5)
    add_ridge(
        stage, "hills", base=0.635, high=0.05, depth=0.15, colour=stage.palette.far, hazed=0.6
    )
    add_water(stage, 0.63, depth=0.45)


def _coast(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=0.62, cover=0.45)
    add_water(stage, 0.62, depth=0.35)
    line = np.clip(np.linspace(1.15, -0.75, stage.across), 0, None).astype(np.float32) ** 0.7
    crags = line * (0.75 + 0.25 * np.sin(np.linspace(0, 40, stage.across))).astype(np.float32)
    add_ridge(
        stage,
        "rocks",
        base=0.72,
        high=0.30,
        depth=0.5,
        colour=palette.middle,
        hazed=0.25,
        line=crags.astype(np.float32),
    )
    add_ridge(
        stage,
        "dunes",
        base=stage.ground + 0.02,
        high=0.05,
        depth=0.75,
        colour=palette.ground * 1.2,
        hazed=0.08,
    )


def _harbour(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=0.62)
    add_ridge(stage, "hills", base=0.63, high=0.16, depth=0.2, colour=palette.far, hazed=0.5)
    add_roofs(
        stage,
        base=0.635,
        count=15,
        size=(0.06, 0.13),
        depth=0.3,
        wall=palette.middle * 1.25,
        roof=palette.middle * 0.7,
        hazed=0.25,
    )
    add_water(stage, 0.635, depth=0.45, calm=0.9)


def _underwater(stage: Stage) -> None:
    palette = stage.palette
    stage.light = (stage.light[0], -0.08)
    add_sky(stage, horizon=1.0, disc=False, cover=0.0)
    upside = stage.layers[-1].poses[0].pixels
    upside[:] = upside[::-1].copy()  # light comes from above: the bright end of the ramp up there
    beams(
        stage,
        (stage.light[0], -0.12),
        spread=0.75,
        colour=palette.light,
        strength=0.4,
        depth=0.2,
        count=11,
    )
    add_ridge(stage, "rocks", base=0.84, high=0.24, depth=0.3, colour=palette.far * 0.8, hazed=0.5)
    add_row(
        stage,
        _kelp,
        base=0.92,
        size=(0.25, 0.5),
        count=18,
        depth=0.45,
        dark=palette.middle * 0.6,
        body=palette.middle,
        aspect=0.4,
        hazed=0.35,
    )
    add_ridge(
        stage, "hills", base=0.92, high=0.07, depth=0.7, colour=palette.near * 1.1, hazed=0.15
    )


def _kelp(pen: Pen, phase: float) -> None:
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


def _city(stage: Stage) -> None:
    palette, lit = stage.palette, 0.3 if stage.hour.lit else 0.1
    add_sky(stage, cover=0.4)
    add_skyline(
        stage,
        base=0.80,
        high=(0.28, 0.52),
        wide=(0.06, 0.13),
        depth=0.25,
        wall=palette.far * 0.9,
        hazed=0.55,
        lit=lit * 0.8,
    )
    add_mist(stage, 0.74, thick=0.18, strength=0.3, depth=0.3)
    add_skyline(
        stage,
        base=0.84,
        high=(0.30, 0.58),
        wide=(0.09, 0.17),
        depth=0.45,
        wall=palette.middle * 0.75,
        hazed=0.3,
        lit=lit,
        signs=0.55 * stage.hour.lit,
    )
    add_skyline(
        stage,
        base=0.88,
        high=(0.42, 0.86),
        wide=(0.14, 0.22),
        depth=0.62,
        wall=palette.near * 0.7,
        hazed=0.1,
        lit=lit * 0.9,
        signs=0.8 * stage.hour.lit,
        gap=(0.24, 0.76),
    )
    add_plane(
        stage,
        stage.ground - 0.02,
        near=palette.ground * 0.6,
        far=palette.middle * 0.8,
        depth=0.78,
        wet=stage.wet or stage.hour.lit,
    )


def _village(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage)
    add_ridge(stage, "mountains", base=0.66, high=0.24, depth=0.2, colour=palette.far, hazed=0.65)
    add_ridge(stage, "hills", base=0.74, high=0.10, depth=0.35, colour=palette.middle, hazed=0.45)
    add_roofs(
        stage,
        base=0.745,
        count=9,
        size=(0.09, 0.15),
        depth=0.45,
        wall=palette.middle * 1.25,
        roof=palette.middle * 0.65,
        hazed=0.3,
    )
    add_mist(stage, 0.76, thick=0.1, strength=0.3, depth=0.5)
    add_ridge(stage, "hills", base=0.80, high=0.05, depth=0.55, colour=palette.near, hazed=0.2)
    add_roofs(
        stage,
        base=0.80,
        count=6,
        size=(0.17, 0.27),
        depth=0.6,
        wall=palette.near * 1.4,
        roof=palette.near * 0.6,
        hazed=0.1,
    )
    add_plane(
        stage, stage.ground - 0.03, near=palette.ground, far=palette.near, depth=0.75, edge=0.03
    )


def _castle(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage)
    add_ridge(stage, "mountains", base=0.68, high=0.30, depth=0.22, colour=palette.far, hazed=0.7)
    add_mist(stage, 0.68, thick=0.14, strength=0.4, depth=0.28)
    side = 0.3 if stage.light[0] > 0.5 else 0.7
    pen = Pen(round(stage.height * 0.56), 1.15)
    buildings.castle(pen, 0.1)
    stage.shape(
        pen,
        (side, 0.80),
        depth=0.42,
        dark=palette.near * 0.75,
        body=palette.middle * 1.1,
        hazed=0.3,
        rim=0.6,
    )
    add_ridge(
        stage, "rocks", base=0.80, high=0.1, depth=0.5, colour=palette.middle * 0.8, hazed=0.45
    )
    add_mist(stage, 0.82, thick=0.12, strength=0.3, depth=0.6)
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.045,
        depth=0.75,
        colour=palette.near,
        hazed=0.1,
    )


def _ruins(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage)
    add_ridge(stage, "mountains", base=0.68, high=0.2, depth=0.22, colour=palette.far, hazed=0.65)
    for x, tall, depth, y, tone in (
        (0.78, 0.34, 0.42, 0.76, palette.middle),
        (0.16, 0.52, 0.6, 0.82, palette.near),
    ):
        pen = Pen(round(stage.height * tall), 1.9)
        buildings.ruin(pen, 0)
        stage.shape(
            pen,
            (x, y),
            depth=depth,
            dark=tone * 0.85,
            body=tone * 1.7,
            hazed=0.5 - depth * 0.5,
            rim=0.7,
        )
        add_mist(stage, y, thick=0.12, strength=0.35, depth=depth + 0.04)
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.05,
        depth=0.75,
        colour=palette.leaf * 0.85,
        hazed=0.12,
    )


def _space(stage: Stage) -> None:
    add_space(stage)
    _planet(stage, (0.74 if stage.light[0] < 0.5 else 0.24, 0.34), 0.25, depth=0.22, ring=True)
    _planet(stage, (0.14 if stage.light[0] < 0.5 else 0.88, 0.72), 0.07, depth=0.3, ring=False)


def _planet(
    stage: Stage, where: tuple[float, float], size: float, *, depth: float, ring: bool
) -> None:
    side = max(8, round(size * 2 * stage.height * (2.2 if ring else 1.1)))
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    radius = size * stage.height
    x, y = (columns - side / 2) / radius, (rows - side / 2) / radius
    reach = np.hypot(x, y)
    face = np.clip((1 - reach) * radius * 0.7 + 0.5, 0, 1)
    tx, ty = stage.toward(where)
    deep = np.sqrt(np.clip(1 - reach**2, 0, 1))
    day = np.clip(x * tx * 0.85 + y * ty * 0.85 + deep * 0.3, 0, 1) ** 0.8
    bands = 0.5 + 0.5 * np.sin(y * 11 + 2.4 * np.sin(y * 5 + 1) + 0.8 * np.sin(x * 3 + y * 7))
    colour = stage.palette.sky[2] + (stage.palette.cloud - stage.palette.sky[2]) * bands[..., None]
    picture = colour * (0.07 + 1.05 * day)[..., None]
    air = np.exp(-(((reach - 1.0) / 0.05) ** 2)) * np.clip(0.3 + x * tx + y * ty, 0, 1)
    picture += stage.palette.haze * (air * 0.8)[..., None]
    alpha = np.clip(face + air * 0.5, 0, 1)
    if ring:
        tilt = np.hypot(x, (y + x * 0.25) * 3.6)
        band = np.clip((0.30 - np.abs(tilt - 1.75)) * radius * 0.2, 0, 1) * (
            0.55 + 0.45 * np.sin(tilt * 34)
        )
        before = np.clip((y + x * 0.25) * radius * 0.5 + 0.5, 0, 1)
        shown = band * np.maximum(before, 1 - face) * 0.75
        picture += (stage.palette.light * 0.85 - picture) * shown[..., None]
        alpha = np.maximum(alpha, shown)
    from mas.render.animatic.layers import Layer, cropped, premultiplied

    pixels = premultiplied(np.clip(picture, 0, 255), alpha.astype(np.float32), stage.grade)
    left, top = round(stage.x(where[0]) - side / 2), round(stage.y(where[1]) - side / 2)
    stage.put(Layer((cropped(pixels, left, top),), depth))


def _moonscape(stage: Stage) -> None:
    palette = stage.palette
    _space(stage)
    add_ridge(
        stage, "rocks", base=0.76, high=0.14, depth=0.4, colour=palette.middle * 1.2, hazed=0.25
    )
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.06,
        depth=0.75,
        colour=palette.ground * 1.3,
        hazed=0.0,
        texture=2.0,
    )


def _cave(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=0.95, disc=False, cover=0.0)
    beams(
        stage, (stage.light[0], -0.05), spread=0.45, colour=palette.light, strength=0.42, depth=0.2
    )
    add_cave(stage, depth=0.3, opening=0.72, colour=palette.far * 0.85, hazed=0.3)
    add_row(
        stage,
        things.crystal,
        base=0.8,
        size=(0.06, 0.16),
        count=9,
        depth=0.4,
        dark=palette.middle,
        body=palette.accents[-1],
        aspect=1.1,
        hazed=0.1,
    )
    add_cave(stage, depth=0.5, opening=0.95, colour=palette.middle * 0.75, hazed=0.1)
    add_ridge(
        stage,
        "rocks",
        base=stage.ground + 0.015,
        high=0.05,
        depth=0.75,
        colour=palette.near * 0.95,
        hazed=0.1,
    )


def _ice(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.35)
    if stage.hour.stars > 0.3:
        _aurora(stage)
    _land(stage, "peaks", "hills", snow=True, high=0.3)
    add_plane(
        stage,
        stage.ground - 0.01,
        near=palette.cloud * 0.82,
        far=palette.haze,
        depth=0.76,
        edge=0.03,
    )


def _aurora(stage: Stage) -> None:
    from mas.render.animatic.layers import Layer, cropped, light_layer
    from mas.render.animatic.stage import noise

    height, width = round(stage.y(0.6)), stage.across
    fold = noise(stage.rng, width, 4, cells=5, octaves=4)[2]
    rays = noise(stage.rng, width, 4, cells=40, octaves=3)[2]
    foot = stage.y(0.22) + (fold - 0.5) * stage.height * 0.42
    rows = np.arange(height, dtype=np.float32)[:, None]
    above = (foot[None] - rows) / (stage.height * 0.3)
    curtain = np.where(above > 0, np.exp(-above * 2.2), np.exp(above * 14)) * (
        0.35 + 0.65 * rays[None]
    )
    low, top = stage.palette.accents[0], stage.palette.accents[-1]
    mixture = np.clip(above, 0, 1)[..., None]
    picture = (low * (1 - mixture) + top * mixture) * (curtain * 0.55)[..., None]
    stage.put(Layer((cropped(light_layer(picture), 0, 0),), 0.14, drift=(5.0 * stage.unit, 0.0)))


def _volcano(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.75)
    across = (
        np.arange(stage.across) - stage.x(0.62 if stage.light[0] > 0.5 else 0.38)
    ) / stage.width
    cone = np.clip(1.05 - np.abs(across) * 2.3, 0, 0.86) ** 1.5
    from mas.render.animatic.stage import ridge

    line = (cone * 0.9 + 0.1 * ridge(stage.rng, stage.across, rough=0.6, cells=8)).astype(
        np.float32
    )
    stage.light = ((0.62 if stage.light[0] > 0.5 else 0.38), 0.26)
    add_ridge(
        stage,
        "mountains",
        base=0.74,
        high=0.52,
        depth=0.3,
        colour=palette.middle * 0.8,
        hazed=0.45,
        line=line,
    )
    beams(stage, (stage.light[0], 0.24), spread=1.2, colour=palette.glow, strength=0.10, depth=0.3)
    add_mist(stage, 0.74, thick=0.16, strength=0.35, depth=0.4)
    add_ridge(stage, "rocks", base=0.80, high=0.1, depth=0.5, colour=palette.near * 1.1, hazed=0.2)
    add_plane(
        stage,
        stage.ground,
        near=palette.ground * 0.5,
        far=palette.glow * 0.55,
        depth=0.75,
        stripes=0.5,
    )
    add_ridge(
        stage,
        "rocks",
        base=stage.ground + 0.02,
        high=0.05,
        depth=0.78,
        colour=palette.front * 1.6,
        hazed=0.0,
    )


def _meadow(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.55)
    add_ridge(stage, "hills", base=0.68, high=0.12, depth=0.22, colour=palette.far, hazed=0.6)
    add_row(
        stage,
        things.tree,
        base=0.70,
        size=(0.06, 0.13),
        count=22,
        depth=0.3,
        dark=palette.middle * 0.8,
        body=palette.middle,
        aspect=0.95,
        hazed=0.4,
    )
    add_ridge(
        stage,
        "hills",
        base=0.75,
        high=0.07,
        depth=0.42,
        colour=palette.middle * 0.6 + palette.leaf * 0.5,
        hazed=0.25,
    )
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.06,
        depth=0.75,
        colour=palette.leaf,
        hazed=0.06,
        texture=1.4,
    )


def _river(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=0.66)
    add_ridge(stage, "mountains", base=0.64, high=0.26, depth=0.2, colour=palette.far, hazed=0.65)
    add_row(
        stage,
        things.pine,
        base=0.675,
        size=(0.1, 0.22),
        count=46,
        depth=0.32,
        dark=palette.middle * 0.7,
        body=palette.middle,
        aspect=0.55,
        hazed=0.35,
    )
    add_water(stage, 0.67, depth=0.42, calm=0.8)
    add_mist(stage, 0.68, thick=0.09, strength=0.4, depth=0.44)
    bank = np.clip(np.abs(np.linspace(-1, 1, stage.across)) * 1.7 - 0.62, 0, 1).astype(np.float32)
    add_ridge(
        stage,
        "hills",
        base=0.93,
        high=0.18,
        depth=0.75,
        colour=palette.leaf * 0.85,
        hazed=0.1,
        line=bank,
    )


def _waterfall(stage: Stage) -> None:
    from mas.render.animatic.stage import noise

    palette = stage.palette
    add_sky(stage, cover=0.3)
    wall = (
        np.clip(np.abs(np.linspace(-1, 1, stage.across)) * 1.5 - 0.12, 0, 1).astype(np.float32)
        ** 0.6
    )
    add_ridge(stage, "mesas", base=0.42, high=0.12, depth=0.3, colour=palette.middle, hazed=0.35)
    x0, x1, y0, y1 = (
        round(stage.x(0.41)),
        round(stage.x(0.59)),
        round(stage.y(0.34)),
        round(stage.y(0.80)),
    )
    for k, speed in enumerate((60.0, 95.0)):
        fall = noise(stage.rng, x1 - x0, y1 - y0 + stage.px(60), cells=10, octaves=4, stretch=0.12)
        across = np.linspace(-1, 1, x1 - x0, dtype=np.float32)[None]
        alpha = (
            np.clip(0.55 + 0.5 * fall, 0, 1)
            * np.clip((1 - np.abs(across)) * 5, 0, 1)
            * (0.9 - 0.45 * k)
        )
        full = np.zeros((alpha.shape[0], stage.across), np.float32)
        full[:, x0:x1] = alpha
        colour = palette.cloud * (0.95 if k else 0.8)
        stage.fade(
            colour,
            full,
            y0=y0 - stage.px(50),
            depth=0.31,
            drift=(0.0, -speed * stage.unit),
            reach=46 * stage.unit,
        )
    add_ridge(
        stage,
        "rocks",
        base=0.74,
        high=0.62,
        depth=0.5,
        colour=palette.near * 1.15,
        hazed=0.25,
        line=wall,
        cells=6,
    )
    add_mist(stage, 0.76, thick=0.22, strength=0.75, depth=0.52)
    add_water(stage, 0.80, depth=0.6)
    add_ridge(
        stage,
        "rocks",
        base=0.95,
        high=0.12,
        depth=0.78,
        colour=palette.near * 0.8,
        hazed=0.05,
        line=np.clip(1 - np.linspace(0, 2.2, stage.across), 0, 1).astype(np.float32),
    )


def _room(stage: Stage) -> None:
    palette = stage.palette
    add_wall(stage, floor=0.76, colour=palette.middle * 1.1)
    add_plane(
        stage, 0.76, near=palette.ground * 0.85, far=palette.middle * 0.9, depth=0.6, stripes=0.12
    )
    beams(
        stage,
        (stage.light[0], 0.12),
        spread=0.9,
        colour=palette.light,
        strength=0.2,
        depth=0.5,
        count=5,
    )


def _library(stage: Stage) -> None:
    palette = stage.palette
    add_wall(stage, floor=0.78, colour=palette.middle)
    add_plane(
        stage, 0.76, near=palette.ground * 0.8, far=palette.middle * 0.9, depth=0.55, stripes=0.1
    )
    beams(
        stage,
        (stage.light[0], 0.1),
        spread=0.8,
        colour=palette.light,
        strength=0.26,
        depth=0.5,
        count=6,
    )
    add_shelves(stage, floor=0.90, depth=0.62)


def _temple(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=0.85, disc=False, cover=0.0)
    add_arches(stage, floor=0.80, depth=0.3, count=5, colour=palette.far * 0.9, hazed=0.45)
    beams(
        stage, (stage.light[0], -0.05), spread=0.75, colour=palette.light, strength=0.4, depth=0.4
    )
    add_arches(
        stage, floor=0.86, depth=0.5, count=3, colour=palette.middle * 0.85, hazed=0.18, thick=0.07
    )
    add_plane(stage, 0.80, near=palette.ground * 0.8, far=palette.haze * 0.8, depth=0.6, edge=0.02)


def _garden(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.4)
    add_row(
        stage,
        things.tree,
        base=0.72,
        size=(0.22, 0.4),
        count=14,
        depth=0.3,
        dark=palette.far * 0.8,
        body=palette.far,
        aspect=0.95,
        hazed=0.45,
    )
    pen = Pen(round(stage.height * 0.3), 1.25)
    buildings.fountain(pen, 0.2)
    stage.shape(
        pen,
        (0.72 if stage.light[0] < 0.5 else 0.28, 0.79),
        depth=0.5,
        dark=palette.middle * 0.8,
        body=palette.cloud * 0.8,
        hazed=0.2,
    )
    add_ridge(stage, "hills", base=0.79, high=0.03, depth=0.55, colour=palette.leaf, hazed=0.15)
    add_row(
        stage,
        things.flower,
        base=0.86,
        size=(0.07, 0.14),
        count=42,
        depth=0.7,
        dark=palette.leaf * 0.5,
        body=palette.accents[0],
        aspect=0.8,
    )
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.03,
        high=0.03,
        depth=0.75,
        colour=palette.leaf * 0.75,
        hazed=0.04,
    )


def _bridge(stage: Stage) -> None:
    add_sky(stage, horizon=0.66, cover=0.5)
    palette = stage.palette
    add_skyline(
        stage,
        base=0.675,
        high=(0.08, 0.2),
        wide=(0.04, 0.09),
        depth=0.2,
        wall=palette.far,
        hazed=0.5,
        lit=0.25 if stage.hour.lit else 0.05,
    )
    pen = Pen(round(stage.height * 0.46), 5.0)
    buildings.bridge(pen, 0)
    add_water(stage, 0.67, depth=0.4)
    stage.shape(
        pen, (0.42, 0.76), depth=0.5, dark=palette.near * 0.8, body=palette.middle, hazed=0.22
    )
    add_plane(
        stage, stage.ground, near=palette.ground * 0.7, far=palette.near, depth=0.78, edge=0.005
    )


def _road(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.45)
    add_ridge(
        stage,
        "mesas" if stage.rng.random() < 0.4 else "mountains",
        base=0.69,
        high=0.18,
        depth=0.22,
        colour=palette.far,
        hazed=0.6,
    )
    add_ridge(stage, "hills", base=0.735, high=0.05, depth=0.4, colour=palette.middle, hazed=0.35)
    add_plane(stage, 0.72, near=palette.ground, far=palette.middle, depth=0.55, edge=0.01)
    height, width = stage.down - round(stage.y(0.725)), stage.across
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    middle = stage.x(0.56) - rows * stage.width * 0.10
    off = np.abs(np.arange(width, dtype=np.float32)[None] - middle) / (
        stage.width * (0.012 + 0.42 * rows)
    )
    tar = np.clip((1 - off) * 12, 0, 1)
    dash = (np.sin(36 / (rows + 0.13)) > 0.1) * np.clip((0.035 - off) * 90, 0, 1) + np.clip(
        0.04 - np.abs(off - 0.9), 0, 1
    ) * 20
    picture = (
        np.broadcast_to(palette.near * 0.75, (height, width, 3))
        + (palette.cloud * 0.8 - palette.near * 0.75) * (np.clip(dash, 0, 1) * 0.8)[..., None]
    )
    stage.paint(picture, tar.astype(np.float32), y0=stage.down - height, depth=0.6)


def _sky_islands(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=1.0, cover=0.55)
    for x, y, size, depth in ((0.82, 0.44, 0.22, 0.25), (0.14, 0.55, 0.3, 0.35)):
        _island(stage, (x, y), size, depth)
    add_clouds(stage, 0.7, horizon=1.1)
    _island(stage, (0.47, stage.ground + 0.005), 0.62, 0.72)


def _island(stage: Stage, where: tuple[float, float], size: float, depth: float) -> None:
    tall = size * 0.6
    pen = Pen(round(tall * stage.height), 2.6)
    rng = stage.rng
    under = [
        (1.2 - 2.4 * k / 13, 0.78 - (0.72 * (1 - abs(k / 6.5 - 1) ** 1.5)) * rng.uniform(0.7, 1.0))
        for k in range(14)
    ]
    pen.poly([(-1.2, 0.8), (1.2, 0.8), *under], 0.35)
    for k in range(1, 12):
        pen.poly([under[k], under[k + 1], (under[k][0] * 0.8, 0.78)], 0.1 + 0.35 * (k % 3) / 2)
    pen.blob(
        [
            (-1.24, 0.79),
            (-0.8, 0.87),
            (0.0, 0.885),
            (0.8, 0.87),
            (1.24, 0.79),
            (0.7, 0.75),
            (-0.7, 0.76),
        ],
        0.7,
    )
    for _ in range(5):
        x = rng.uniform(-0.9, 0.9)
        if depth < 0.6 or abs(x) > 0.45:
            pen.poly(
                [(x - 0.05, 0.86), (x + 0.05, 0.86), (x, 0.86 + rng.uniform(0.08, 0.16))], 0.25
            )
    palette = stage.palette
    hazed = max(0.0, 0.6 - depth * 0.8)
    stage.shape(
        pen,
        (where[0], where[1] + tall * 0.15),
        depth=depth,
        dark=palette.near * 0.9,
        body=palette.leaf * 1.5,
        hazed=hazed,
        rim=0.7,
    )


def _factory(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.8)
    for base, high, depth, wall, hazed in (
        (0.78, (0.16, 0.3), 0.25, palette.far * 0.9, 0.5),
        (0.84, (0.2, 0.38), 0.5, palette.middle * 0.75, 0.25),
    ):
        for _ in range(5):
            x, tall = stage.rng.uniform(-0.1, 1.1), stage.rng.uniform(0.3, 0.55)
            pen = Pen(round(tall * stage.height), 0.24)
            pen.poly([(-0.05, 0), (0.05, 0), (0.032, 0.97), (-0.032, 0.97)], 0.4)
            pen.box(-0.04, 0.93, 0.04, 0.97, 0.8)
            pen.lamp((0.0, 0.99), 0.012)
            stage.shape(
                pen,
                (float(x), base),
                depth=depth - 0.02,
                dark=wall * 0.8,
                body=wall * 1.3,
                hazed=hazed,
            )
        add_skyline(
            stage,
            base=base,
            high=high,
            wide=(0.12, 0.26),
            depth=depth,
            wall=wall,
            hazed=hazed,
            lit=0.12,
        )
        add_mist(stage, base - 0.2, thick=0.2, strength=0.4, depth=depth + 0.04)
    add_plane(
        stage,
        stage.ground - 0.02,
        near=palette.ground * 0.7,
        far=palette.middle * 0.8,
        depth=0.75,
        wet=stage.wet,
    )


def _swamp(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, horizon=0.68, cover=0.5)
    for base, size, depth, colour, hazed in (
        (0.69, (0.25, 0.42), 0.28, palette.far, 0.55),
        (0.74, (0.4, 0.62), 0.48, palette.middle, 0.25),
    ):
        add_row(
            stage,
            things.dead_tree,
            base=base,
            size=size,
            count=12,
            depth=depth,
            dark=colour * 0.75,
            body=colour,
            aspect=1.0,
            hazed=hazed,
        )
        add_mist(stage, base, thick=0.14, strength=0.5, depth=depth + 0.05)
    add_water(stage, 0.72, depth=0.55, calm=1.0)
    add_mist(stage, 0.76, thick=0.12, strength=0.45, depth=0.6)
    bank = np.clip(np.abs(np.linspace(-1, 1, stage.across)) * 1.5 - 0.4, 0, 1).astype(np.float32)
    add_ridge(
        stage, "hills", base=0.91, high=0.1, depth=0.75, colour=palette.near, hazed=0.1, line=bank
    )


def _graveyard(stage: Stage) -> None:
    palette = stage.palette
    add_sky(stage, cover=0.6)
    add_row(
        stage,
        things.dead_tree,
        base=0.76,
        size=(0.3, 0.5),
        count=7,
        depth=0.35,
        dark=palette.far * 0.8,
        body=palette.far,
        aspect=1.0,
        hazed=0.4,
    )
    add_mist(stage, 0.76, thick=0.16, strength=0.55, depth=0.4)
    add_ridge(stage, "hills", base=0.80, high=0.06, depth=0.5, colour=palette.middle, hazed=0.3)
    add_row(
        stage,
        _stone,
        base=0.83,
        size=(0.05, 0.12),
        count=22,
        depth=0.6,
        dark=palette.near * 0.8,
        body=palette.middle * 1.2,
        aspect=0.8,
    )
    add_mist(stage, 0.85, thick=0.12, strength=0.4, depth=0.65)
    add_ridge(
        stage,
        "hills",
        base=stage.ground + 0.01,
        high=0.04,
        depth=0.75,
        colour=palette.near,
        hazed=0.06,
    )


def _stone(pen: Pen, phase: float) -> None:
    if phase > 0.5:
        pen.box(-0.06, 0.0, 0.06, 1.0, 0.5)
        pen.box(-0.26, 0.6, 0.26, 0.74, 0.5)
    else:
        pen.blob(
            [(-0.28, 0.0), (-0.28, 0.6), (-0.15, 0.92), (0.15, 0.92), (0.28, 0.6), (0.28, 0.0)], 0.5
        )


# --- what frames the picture -------------------------------------------------


def _bare(stage: Stage) -> None:
    """Leave the front free."""


def _grass(stage: Stage) -> None:
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


def _rocks(stage: Stage) -> None:
    """Put dark rocks along the lower edge."""
    add_ridge(
        stage, "rocks", base=1.03, high=0.09, depth=1.1, colour=stage.palette.front, hazed=0.0
    )


def _branches(stage: Stage) -> None:
    """Put a bare tree at one side and grass below."""
    side = 0.97 if stage.light[0] < 0.55 else 0.03
    pen = Pen(round(stage.height * 0.86), 1.0)
    things.dead_tree(pen, 0.0)
    front = stage.palette.front
    stage.shape(pen, (side, 1.08), depth=1.12, dark=front, body=front * 1.2, rim=0.25)
    _grass(stage)


def _trunks(stage: Stage) -> None:
    """Put two dark trunks at the sides."""
    for x, tilt in ((-0.01, 0.02), (1.0, -0.03)):
        pen = Pen(round(stage.height * 1.5), 0.3)
        pen.limb([(0.0, -0.05), (tilt * 0.5, 0.5), (tilt, 1.05)], 0.1, 0.07)
        pen.limb([(tilt * 0.6, 0.55), (0.09 if x < 0.5 else -0.09, 0.66)], 0.03, 0.01)
        front = stage.palette.front
        stage.shape(pen, (x, 1.25), depth=1.12, dark=front, body=front * 1.25, rim=0.3)
    _grass(stage)


def _wires(stage: Stage) -> None:
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


def _weed(stage: Stage) -> None:
    """Put corals and weed along the lower edge."""
    _front_row(stage, _coral, size=(0.12, 0.26), count=9, aspect=1.0)
    _front_row(stage, _kelp, size=(0.3, 0.62), count=5, aspect=0.4, gap=(0.18, 0.85))


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


SCENES: dict[str, Scene] = {
    "mountains": Scene(_mountains, _rocks, 0.83, Lch(0.4, 0.03, 250), "land", ("traveller", "deer", "bird", "tower"), ("wind",)),
    "forest": Scene(_forest, _trunks, 0.84, Lch(0.4, 0.05, 140), "land", ("deer", "cloaked", "fox", "owl"), ("birds", "wind")),
    "jungle": Scene(_jungle, _weed, 0.85, Lch(0.4, 0.065, 140), "land", ("bird", "ruin", "butterfly"), ("birds", "crickets")),
    "desert": Scene(_desert, _grass, 0.83, Lch(0.5, 0.075, 65), "land", ("camel_rider", "traveller"), ("wind",), "golden_hour"),
    "canyon": Scene(_canyon, _rocks, 0.84, Lch(0.5, 0.08, 45), "land", ("rider", "bird", "traveller"), ("wind",), "golden_hour"),
    "sea": Scene(_sea, _bare, 0.74, Lch(0.4, 0.05, 235), "water", ("ship", "sailboat"), ("waves",)),
    "coast": Scene(_coast, _grass, 0.85, Lch(0.5, 0.045, 85), "land", ("lighthouse", "person", "woman"), ("waves", "wind")),
    "harbour": Scene(_harbour, _rocks, 0.77, Lch(0.4, 0.035, 240), "water", ("sailboat", "ship"), ("waves", "bells")),
    "underwater": Scene(_underwater, _weed, 0.9, Lch(0.4, 0.06, 220), "deep", ("school", "jellyfish", "turtle", "whale"), ("bubbles", "drone"), "day"),
    "city": Scene(_city, _wires, 0.9, Lch(0.35, 0.03, 270), "land", ("person", "umbrella_person", "car"), ("traffic", "hum"), "dusk"),
    "village": Scene(_village, _grass, 0.87, Lch(0.4, 0.04, 90), "land", ("child", "person", "dog"), ("birds", "bells"), "dusk"),
    "castle": Scene(_castle, _branches, 0.85, Lch(0.35, 0.03, 270), "land", ("rider", "knight", "cloaked"), ("wind", "bells"), "dusk"),
    "ruins": Scene(_ruins, _grass, 0.85, Lch(0.4, 0.04, 110), "land", ("cloaked", "traveller", "fox"), ("wind", "drone")),
    "space": Scene(_space, _bare, 0.6, Lch(0.3, 0.04, 280), "space", ("spaceship", "astronaut", "satellite"), ("drone", "hum"), "night"),
    "moonscape": Scene(_moonscape, _rocks, 0.84, Lch(0.4, 0.015, 270), "land", ("astronaut", "rocket"), ("drone",), "night"),
    "cave": Scene(_cave, _rocks, 0.85, Lch(0.3, 0.04, 260), "land", ("lantern_bearer", "crystal", "dragon"), ("water", "drone"), "dusk"),
    "ice": Scene(_ice, _rocks, 0.84, Lch(0.5, 0.03, 230), "land", ("bear", "traveller", "wolf"), ("wind",), "dusk"),
    "volcano": Scene(_volcano, _rocks, 0.86, Lch(0.3, 0.04, 35), "land", ("dragon", "cloaked"), ("fire", "drone"), "dusk"),
    "meadow": Scene(_meadow, _grass, 0.85, Lch(0.45, 0.065, 125), "land", ("horse", "child", "tree", "windmill"), ("birds", "wind")),
    "river": Scene(_river, _grass, 0.80, Lch(0.4, 0.05, 140), "water", ("sailboat", "crane"), ("water", "birds")),
    "waterfall": Scene(_waterfall, _branches, 0.9, Lch(0.4, 0.045, 150), "land", ("traveller", "deer"), ("water", "birds")),
    "room": Scene(_room, _bare, 0.88, Lch(0.45, 0.045, 60), "room", ("cat", "woman", "candle"), ("hum", "piano"), "golden_hour"),
    "library": Scene(_library, _bare, 0.89, Lch(0.4, 0.055, 55), "room", ("book", "monk", "child"), ("piano", "silence"), "golden_hour"),
    "temple": Scene(_temple, _bare, 0.89, Lch(0.45, 0.035, 75), "room", ("monk", "statue", "orb"), ("choir", "bells"), "golden_hour"),
    "garden": Scene(_garden, _grass, 0.88, Lch(0.45, 0.06, 135), "land", ("woman", "butterfly", "statue"), ("birds", "water")),
    "bridge": Scene(_bridge, _wires, 0.92, Lch(0.35, 0.02, 260), "land", ("person", "car", "bicycle"), ("traffic", "water"), "dusk"),
    "road": Scene(_road, _grass, 0.88, Lch(0.45, 0.045, 80), "land", ("car", "traveller", "bicycle"), ("wind", "traffic")),
    "sky": Scene(_sky_islands, _bare, 0.72, Lch(0.45, 0.055, 130), "land", ("tower", "tree", "balloon"), ("wind", "choir")),
    "factory": Scene(_factory, _wires, 0.9, Lch(0.35, 0.025, 60), "land", ("robot", "person", "train"), ("machinery", "hum"), "dusk"),
    "swamp": Scene(_swamp, _branches, 0.82, Lch(0.35, 0.045, 130), "water", ("crane", "lantern_bearer"), ("crickets", "water"), "dusk"),
    "graveyard": Scene(_graveyard, _branches, 0.86, Lch(0.35, 0.025, 170), "land", ("cloaked", "cat", "owl"), ("wind", "bells"), "night"),
}  # fmt: skip
