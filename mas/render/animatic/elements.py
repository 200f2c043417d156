"""Places of one element: ice, fire, mire, rock, air and the void."""

import numpy as np

from mas.render.animatic import things
from mas.render.animatic.layers import Layer, cropped, light_layer, premultiplied
from mas.render.animatic.pen import Pen
from mas.render.animatic.skies import add_clouds, add_sky, add_space, beams
from mas.render.animatic.stage import Stage, noise, ridge
from mas.render.animatic.structures import add_cave
from mas.render.animatic.terrain import add_mist, add_plane, add_ridge, add_row, add_water
from mas.render.animatic.wild import _land

__all__ = ["cave", "ice", "moonscape", "sky_islands", "space", "swamp", "volcano"]


def ice(stage: Stage) -> None:
    """Put white peaks and a frozen plain, an aurora in the dark."""
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
    stage.put(
        Layer(
            (cropped(light_layer(picture), 0, 0),),
            0.14,
            drift=(5.0 * stage.unit, 0.0),
            soft=True,
            lights=True,
        )
    )


def volcano(stage: Stage) -> None:
    """Put a cone with fire in it, and lava before it."""
    palette = stage.palette
    add_sky(stage, cover=0.75)
    across = (
        np.arange(stage.across) - stage.x(0.62 if stage.light[0] > 0.5 else 0.38)
    ) / stage.width
    cone = np.clip(1.05 - np.abs(across) * 2.3, 0, 0.86) ** 1.5
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


def swamp(stage: Stage) -> None:
    """Put bare trees in mist above still water."""
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


def cave(stage: Stage) -> None:
    """Put two rings of rock, light from above, crystals."""
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


def sky_islands(stage: Stage) -> None:
    """Put islands that float above the clouds."""
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


def space(stage: Stage) -> None:
    """Put nebulae and two planets."""
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
    pixels = premultiplied(np.clip(picture, 0, 255), alpha.astype(np.float32), stage.grade)
    left, top = round(stage.x(where[0]) - side / 2), round(stage.y(where[1]) - side / 2)
    stage.put(Layer((cropped(pixels, left, top),), depth))


def moonscape(stage: Stage) -> None:
    """Put bare ground below the planets."""
    palette = stage.palette
    space(stage)
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
