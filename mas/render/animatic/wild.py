"""Wild land: mountains, woods, deserts, ice and fire."""

import numpy as np

from mas.render.animatic import things
from mas.render.animatic.skies import add_sky, beams
from mas.render.animatic.stage import Stage
from mas.render.animatic.terrain import add_mist, add_plane, add_ridge, add_row

__all__ = ["canyon", "desert", "forest", "jungle", "meadow", "mountains", "road"]


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


def mountains(stage: Stage) -> None:
    """Put ridges behind ridges, snow on them by day."""
    add_sky(stage)
    _land(stage, "mountains", "rocks", snow=stage.hour.sky[3] > 0.6, high=0.34)


def forest(stage: Stage) -> None:
    """Put rows of conifers in mist, shafts of light."""
    palette = stage.palette
    add_sky(stage, cover=0.25)
    beams(stage, (stage.light[0], 0.02), spread=0.7, colour=palette.light, strength=0.17, depth=0.3)
    leafy = stage.season in {"autumn", "blossom"}
    draw, wide = (things.tree, 0.95) if leafy else (things.pine, 0.55)
    tint = 0.6 if leafy else 0.0
    for base, low, size, count, depth, hazed, dark, body in (
        (0.72, 0.30, 0.46, 34, 0.28, 0.62, palette.far * 0.82, palette.far),
        (0.78, 0.42, 0.62, 24, 0.45, 0.34, palette.middle * 0.75, palette.middle),
    ):
        add_row(
            stage,
            draw,
            base=base,
            size=(low, size),
            count=round(count * 0.55 / wide),
            depth=depth,
            dark=dark,
            body=body + (palette.leaf * (0.7 + depth) - body) * tint,
            aspect=wide,
            hazed=hazed,
        )
        add_mist(
            stage, base - 0.03, thick=0.17, strength=0.42 + 0.25 * stage.haze, depth=depth + 0.05
        )
    add_row(
        stage,
        draw,
        base=stage.ground + 0.02,
        size=(0.6, 0.98),
        count=9,
        depth=0.62,
        dark=palette.near * 0.6,
        body=palette.near + (palette.leaf * 0.9 - palette.near) * tint,
        aspect=wide,
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


def jungle(stage: Stage) -> None:
    """Put broad trees and palms in mist."""
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


def desert(stage: Stage) -> None:
    """Put three lines of dunes."""
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


def canyon(stage: Stage) -> None:
    """Put mesas behind mesas."""
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


def meadow(stage: Stage) -> None:
    """Put green hills with trees on the horizon."""
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


def road(stage: Stage) -> None:
    """Put a road that leads to far hills."""
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
