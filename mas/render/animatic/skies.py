"""Skies: colour ramps, sun and moon, stars, clouds, and the starry space."""

import cv2
import numpy as np

from mas.render.animatic.arrays import Image
from mas.render.animatic.colour import Bgr
from mas.render.animatic.layers import Layer, cropped, light_layer, premultiplied
from mas.render.animatic.stage import Stage, clouds, column, noise, ramp

__all__ = ["add_clouds", "add_sky", "add_space", "beams", "glow"]


def add_sky(stage: Stage, *, horizon: float = 0.72, disc: bool = True, cover: float = 0.45) -> None:
    """Put the sky, the sun or moon in it, and clouds lit by them."""
    # What is smooth is painted at half size: a quarter of the work, and nobody sees it.
    half = (stage.across // 2, stage.down // 2)
    stops = tuple(stage.y(horizon * k) / stage.down for k in (0.0, 0.38, 0.74, 1.0))
    small = np.empty((half[1], half[0], 3), np.float32)
    small[:] = column(ramp(stage.palette.sky, half[1], stops))
    veil = noise(stage.rng, half[0], half[1], cells=4, octaves=4, stretch=1.6)
    small *= (0.93 + 0.14 * veil)[..., None]
    _shine(stage, small)
    sky = np.asarray(cv2.resize(small, (stage.across, stage.down)))
    if stage.hour.stars:
        _stars(stage, sky, stage.hour.stars, below=horizon)
    if disc and stage.hour.disc:
        _disc(stage, sky)
    _put_sky(stage, sky)
    if cover > 0:
        add_clouds(stage, cover, horizon=horizon)


def add_clouds(stage: Stage, cover: float, *, horizon: float = 0.72) -> None:
    """Put a bank of clouds: dark below, lit on the side of the light."""
    height, width = round(stage.y(horizon)), stage.across + stage.px(220)
    density = clouds(stage.rng, width, height, cover)
    relief = cv2.Sobel(
        cv2.GaussianBlur(density, (0, 0), 4 * stage.unit + 0.5), cv2.CV_32F, 0, 1, ksize=5
    )
    lit = np.clip(0.66 + relief * 0.045 / max(0.25, stage.unit), 0.3, 1.12)
    near = np.arange(width, dtype=np.float32) - stage.x(stage.light[0]) - stage.px(60)
    lit = lit * (0.80 + 0.36 * np.exp(-((near / (stage.width * 0.36)) ** 2)))[None]
    palette = stage.palette
    colour = palette.sky[1] * 0.75 + (palette.cloud - palette.sky[1] * 0.75) * lit[..., None]
    edge = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    fade = np.clip(1 - edge**4, 0, 1) * np.clip(edge * 6, 0, 1)
    alpha = density * fade * (0.55 + 0.35 * cover)
    pixels = premultiplied(np.clip(colour, 0, 255), alpha, stage.grade)
    speed = -7.0 * stage.wind * stage.unit
    stage.put(Layer((cropped(pixels, -stage.px(60), 0),), 0.2, drift=(speed, 0.0), flashes=True))


def add_space(stage: Stage) -> None:
    """Put deep space: nebulae of the palette, and stars."""
    height, width = stage.down, stage.across
    palette = stage.palette
    deep, sky = palette.sky[0] * 0.5, np.empty((height, width, 3), np.float32)
    sky[:] = deep
    for colour, cells, strength in (
        (palette.sky[2] * 1.15, 2.5, 1.0),
        (palette.haze * 1.1, 3.5, 1.0),
        (palette.light, 5, 0.34),
    ):
        veil = noise(stage.rng, width, height, cells=cells, octaves=6, gain=0.58)
        fold = noise(stage.rng, width, height, cells=cells * 2, octaves=4)
        dense = np.clip(veil * 1.8 - 0.62, 0, 1) ** 1.6 * (0.45 + 0.55 * fold)
        sky += (colour - deep) * (dense * strength)[..., None]
    glow(
        sky,
        (stage.x(stage.light[0]), stage.y(stage.light[1])),
        stage.width * 0.3,
        palette.haze,
        0.35,
    )
    _stars(stage, sky, 1.6, below=1.4)
    _put_sky(stage, sky)


def glow(
    picture: Image, centre: tuple[float, float], radius: float, colour: Bgr, strength: float
) -> None:
    """Add a round glow to a picture, in place."""
    height, width = picture.shape[:2]
    down = np.exp(-(((np.arange(height, dtype=np.float32) - centre[1]) / radius) ** 2))
    over = np.exp(-(((np.arange(width, dtype=np.float32) - centre[0]) / radius) ** 2))
    picture += (down[:, None] * over[None] * strength)[..., None] * colour


def beams(
    stage: Stage,
    source: tuple[float, float],
    *,
    spread: float,
    colour: Bgr,
    strength: float,
    depth: float,
    count: int = 7,
) -> None:
    """Put shafts of light that fan out downwards from `source` (shares)."""
    height, width = stage.down // 2, stage.across // 2
    cx, cy = stage.x(source[0]) / 2, stage.y(source[1]) / 2
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = np.arctan2(columns - cx, np.maximum(1, rows - cy))
    shafts = np.zeros((height, width), np.float32)
    for _ in range(count):
        middle, wide = stage.rng.uniform(-spread, spread), stage.rng.uniform(0.02, 0.075)
        shafts += stage.rng.uniform(0.4, 1.0) * np.exp(-(((angle - middle) / wide) ** 2))
    away = np.hypot(columns - cx, rows - cy) / (height * 1.1)
    shafts *= np.clip(1.05 - away, 0, 1) * np.clip((rows - cy) / (6 * stage.unit), 0, 1)
    picture = cv2.resize(
        np.clip(shafts, 0, 1.2)[..., None] * colour * strength, (stage.across, stage.down)
    )
    drift = (3.0 * stage.unit, 0.0)
    stage.put(
        Layer(
            (cropped(light_layer(picture), 0, 0),),
            depth,
            drift=drift,
            reach=18 * stage.unit,
            soft=True,
            lights=True,
        )
    )


def _shine(stage: Stage, small: Image) -> None:
    """Tint the half-size sky around the light."""
    centre = (stage.x(stage.light[0]) / 2, stage.y(stage.light[1]) / 2)
    light, haze = stage.palette.light, stage.palette.haze
    glows = [(0.22, haze, 0.42), (0.10, light, 0.34), (0.04, light, 0.50)]
    if stage.palette.pale:
        glows.append((0.15, light, 0.82))
    for radius, colour, share in glows:
        _tint(small, centre, stage.width * radius, colour, share)


def _tint(
    picture: Image, centre: tuple[float, float], radius: float, colour: Bgr, share: float
) -> None:
    """Draw a picture towards a colour around a point; unlike added light it never burns out."""
    height, width = picture.shape[:2]
    down = np.exp(-(((np.arange(height, dtype=np.float32) - centre[1]) / radius) ** 2))
    over = np.exp(-(((np.arange(width, dtype=np.float32) - centre[0]) / radius) ** 2))
    picture += (colour - picture) * (down[:, None] * over[None] * share)[..., None]


def _disc(stage: Stage, sky: Image) -> None:
    """Draw the sun, or the moon with its seas."""
    radius = stage.hour.disc * stage.height
    reach = int(radius) + 3
    cx, cy = stage.x(stage.light[0]), stage.y(stage.light[1])
    left, top = int(cx) - reach, int(cy) - reach
    area = sky[max(0, top) : top + 2 * reach, max(0, left) : left + 2 * reach]
    face = np.zeros(area.shape[:2], np.uint8)
    centre = (round((cx - max(0, left)) * 16), round((cy - max(0, top)) * 16))
    cv2.circle(face, centre, round(radius * 16), 255, -1, cv2.LINE_AA, 4)
    colour = np.broadcast_to(np.minimum(255, stage.palette.light * 1.06), area.shape)
    if stage.hour.stars > 0.5:
        seas = noise(stage.rng, area.shape[1], area.shape[0], cells=3, octaves=3)
        colour = colour * (0.8 + 0.28 * seas)[..., None]
    area += (colour - area) * (face.astype(np.float32) / 255)[..., None]


def _stars(stage: Stage, sky: Image, density: float, *, below: float) -> None:
    height, width = sky.shape[:2]
    lowest = min(height, round(stage.y(below)))
    count = int(420 * density * width * lowest / (1088 * 600))
    rows = (stage.rng.random(count) ** 1.3 * (lowest - 3)).astype(int) + 1
    columns = stage.rng.integers(1, width - 2, count)
    power = stage.rng.random(count).astype(np.float32) ** 3
    tint = stage.palette.light * 0.5 + 127
    sky[rows, columns] += power[:, None] * tint * 0.95 + 14
    bright = power > 0.5
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        sky[rows[bright] + dy, columns[bright] + dx] += power[bright, None] * tint * 0.35


def _put_sky(stage: Stage, sky: Image) -> None:
    grain = stage.rng.normal(0, 1.3, sky.shape[:2]).astype(np.float32)  # hides bands
    pixels = premultiplied(sky + grain[..., None], np.ones(sky.shape[:2], np.float32), stage.grade)
    stage.put(Layer((cropped(pixels, 0, 0),), 0.1, whole=True, flashes=True))
