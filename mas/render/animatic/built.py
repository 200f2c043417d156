"""Places that people have built, under the sky."""

from mas.render.animatic import buildings, things
from mas.render.animatic.pen import Pen
from mas.render.animatic.skies import add_sky
from mas.render.animatic.stage import Stage
from mas.render.animatic.structures import add_roofs, add_skyline
from mas.render.animatic.terrain import add_mist, add_plane, add_ridge, add_row, add_water

__all__ = ["bridge", "castle", "city", "factory", "garden", "graveyard", "ruins", "village"]


def city(stage: Stage) -> None:
    """Put three rows of blocks along a street."""
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


def village(stage: Stage) -> None:
    """Put houses on hills."""
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


def castle(stage: Stage) -> None:
    """Put a castle on a crag across the valley."""
    palette = stage.palette
    add_sky(stage)
    add_ridge(stage, "mountains", base=0.68, high=0.30, depth=0.22, colour=palette.far, hazed=0.7)
    add_mist(stage, 0.68, thick=0.14, strength=0.4, depth=0.28)
    side = 0.7 if stage.light[0] > 0.5 else 0.3
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


def ruins(stage: Stage) -> None:
    """Put columns in mist."""
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


def garden(stage: Stage) -> None:
    """Put trees, a fountain, a bed of flowers."""
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


def bridge(stage: Stage) -> None:
    """Put a suspension bridge over water, a bank before it."""
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


def factory(stage: Stage) -> None:
    """Put halls and chimneys with smoke."""
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


def graveyard(stage: Stage) -> None:
    """Put stones and bare trees in mist."""
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
