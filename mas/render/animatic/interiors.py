"""Rooms: light that falls in through windows and arches."""

from mas.render.animatic.skies import add_sky, beams
from mas.render.animatic.stage import Stage
from mas.render.animatic.structures import add_arches, add_shelves, add_wall
from mas.render.animatic.terrain import add_plane

__all__ = ["library", "room", "temple"]


def room(stage: Stage) -> None:
    """Put a room with a tall window."""
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


def library(stage: Stage) -> None:
    """Put an aisle between shelves, a window at its end."""
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


def temple(stage: Stage) -> None:
    """Put two colonnades and light between them."""
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
