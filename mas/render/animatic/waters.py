"""Water: sea, coast, harbour, rivers, and beneath the surface."""

import numpy as np

from mas.render.animatic import things
from mas.render.animatic.fronts import kelp
from mas.render.animatic.layers import Layer, cropped, premultiplied
from mas.render.animatic.skies import add_sky, beams
from mas.render.animatic.stage import Stage, noise
from mas.render.animatic.structures import add_roofs
from mas.render.animatic.terrain import add_mist, add_ridge, add_row, add_water

_FALL_POSES = 24

__all__ = ["coast", "harbour", "river", "sea", "underwater", "waterfall"]


def sea(stage: Stage) -> None:
    """Put open water up to the horizon."""
    add_sky(stage, horizon=0.63, cover=0.5)
    add_ridge(
        stage, "hills", base=0.635, high=0.05, depth=0.15, colour=stage.palette.far, hazed=0.6
    )
    add_water(stage, 0.63, depth=0.45)


def coast(stage: Stage) -> None:
    """Put water, a headland, sand."""
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


def harbour(stage: Stage) -> None:
    """Put a town behind calm water."""
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


def underwater(stage: Stage) -> None:
    """Put the sea from below: light from above, weed and rocks."""
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
        kelp,
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


def river(stage: Stage) -> None:
    """Put a river between wooded banks."""
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


def waterfall(stage: Stage) -> None:
    """Put water that falls between two walls of rock."""
    palette = stage.palette
    add_sky(stage, cover=0.3)
    wall = (
        np.clip(np.abs(np.linspace(-1, 1, stage.across)) * 1.5 - 0.12, 0, 1).astype(np.float32)
        ** 0.6
    )
    lip = np.full(stage.across, 0.5, np.float32) + 0.5 * noise(stage.rng, stage.across, 4)[2]
    add_ridge(
        stage, "mesas", base=0.40, high=0.10, depth=0.3, colour=palette.middle, hazed=0.35, line=lip
    )
    _falling(stage, (0.40, 0.60), (0.34, 0.82))
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


def _falling(stage: Stage, across: tuple[float, float], down: tuple[float, float]) -> None:
    """Put the falling water: poses of one endless strip, wider at its foot than at its lip."""
    x0, x1 = round(stage.x(across[0])), round(stage.x(across[1]))
    y0, y1 = round(stage.y(down[0])), round(stage.y(down[1]))
    width, height = x1 - x0, y1 - y0
    half = noise(stage.rng, width, height // 2 + 1, cells=12, octaves=4, stretch=0.1)
    strip = np.vstack([half, half[::-1]])[:height]  # mirrored, so that it has no seam
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    aside = np.abs(np.linspace(-1, 1, width, dtype=np.float32)[None]) / (0.62 + 0.38 * rows**0.7)
    cover = np.clip((1 - aside) * 6, 0, 1) * np.clip(rows * 14, 0, 1) ** 0.5
    poses = []
    for k in range(_FALL_POSES):
        flow = np.roll(strip, round(k * height / _FALL_POSES), axis=0)
        light = (0.72 + 0.45 * flow)[..., None]
        pixels = premultiplied(
            np.clip(stage.palette.cloud * light, 0, 255), cover * (0.62 + 0.38 * flow), stage.grade
        )
        poses.append(cropped(pixels, x0, y0))
    stage.put(Layer(tuple(poses), 0.31, rate=0.75))
