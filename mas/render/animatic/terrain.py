"""Ground: ridges and hills with aerial perspective, planes, water, rows of trees."""

from collections.abc import Callable

import cv2
import numpy as np

from mas.render.animatic.arrays import Image, Line, Mask
from mas.render.animatic.colour import Bgr
from mas.render.animatic.layers import Layer, cropped, light_layer
from mas.render.animatic.pen import Pen
from mas.render.animatic.stage import Stage, column, noise, ramp, ridge, softened

__all__ = ["add_mist", "add_plane", "add_ridge", "add_row", "add_water", "relief"]


def relief(stage: Stage, kind: str, *, cells: float = 3) -> Line:
    """Return the outline of a kind of land in 0..1, as wide as the stage."""
    width, rng, unit = stage.across, stage.rng, stage.unit
    if kind == "mountains":
        return ridge(rng, width, rough=0.5, cells=cells)
    if kind == "peaks":
        return ridge(rng, width, rough=0.44, cells=cells) ** 1.35
    if kind == "dunes":
        return softened(ridge(rng, width, rough=0.3, cells=max(1, cells - 1)), 9 * unit)
    if kind == "mesas":
        steps = np.floor(ridge(rng, width, rough=0.5, cells=cells, sharp=False) * 4.4) / 4
        return softened(steps.astype(np.float32), 2.5 * unit) * 0.94 + 0.06 * ridge(
            rng, width, cells=20
        )
    if kind == "rocks":
        return ridge(rng, width, rough=0.62, cells=cells)
    return softened(ridge(rng, width, rough=0.42, cells=cells, sharp=False), 7 * unit)


def add_ridge(
    stage: Stage,
    kind: str,
    *,
    base: float,
    high: float,
    depth: float,
    colour: Bgr,
    hazed: float,
    cells: float = 3,
    snow: bool = False,
    line: Line | None = None,
    texture: float = 1.0,
) -> Line:
    """Put a ridge whose foot fades into the haze; return the stage's y of its outline.

    `base` is the lowest line of the outline and `high` the rise from there to the highest, both
    shares of the picture's height; `hazed` says how much haze its foot takes, 0..1.
    """
    line = relief(stage, kind, cells=cells) if line is None else line
    top = (stage.y(base) - line * high * stage.height).astype(np.float32)
    y0 = max(0, int(top.min()) - 3)
    rows = np.arange(y0, stage.down, dtype=np.float32)[:, None]
    under = rows - top[None]
    alpha = np.clip(under + 0.5, 0, 1)
    deep = np.clip(under / (stage.height * 0.27), 0, 1)
    shade = _surface(stage, kind, top, under, texture)
    picture = colour * shade[..., None]
    if snow:
        picture += (stage.palette.cloud * 0.95 - picture) * _snow(stage, line, under, shade)[
            ..., None
        ]
    picture += (stage.palette.haze - picture) * (deep * hazed)[..., None]
    rim = np.exp(-np.clip(under, 0, 99) / (1.9 * stage.unit + 0.4)) * _facing(stage, top)
    picture += stage.palette.rim * (rim * (0.30 if hazed else 0.16))[..., None]
    stage.paint(np.clip(picture, 0, 255), alpha, y0=y0, depth=depth)
    return top


def _surface(stage: Stage, kind: str, top: Line, under: Image, texture: float) -> Image:
    height, width = under.shape
    if kind == "dunes":
        folds = noise(stage.rng, width, height, cells=6, octaves=4, stretch=3.5)
        rows = np.arange(height, dtype=np.float32)[:, None]
        ripples = np.sin((rows * 1.2 / stage.unit + folds * 26) * 0.6) * 0.05
        side = np.clip(
            0.5 - np.gradient(top)[None] * 1.4 * (1 if stage.light[0] > 0.5 else -1), 0, 1
        )
        fall = np.exp(-np.clip(under, 0, None) / (80 * stage.unit))
        return np.asarray(0.80 + 0.34 * side * fall + ripples * (1 - fall) + 0.10 * (folds - 0.5))
    cells = {"mountains": 11, "peaks": 13, "mesas": 9, "rocks": 16}.get(kind, 12)
    stretch = 0.55 if kind == "mesas" else 0.8
    rough = noise(stage.rng, width, height, cells=cells, octaves=5, stretch=stretch)
    if kind == "hills":
        return 0.88 + 0.24 * texture * (rough - 0.5)
    slope = cv2.Sobel(
        cv2.GaussianBlur(rough, (0, 0), 1.3 * stage.unit + 0.3), cv2.CV_32F, 1, 0, ksize=3
    )
    side = -1.0 if stage.light[0] > 0.5 else 1.0
    return np.asarray(
        0.86
        + texture * (0.30 * (rough - 0.5) + np.clip(side * slope * 4.5 * stage.unit, -0.26, 0.36))
    )


def _snow(stage: Stage, line: Line, under: Image, shade: Image) -> Mask:
    reach = (np.clip(line - 0.42, 0, 1) * 0.34 * stage.height)[None]
    cover: Mask = np.clip((reach - under) / (10 * stage.unit) + (shade - 0.86) * 5.5, 0, 1) * (
        reach > 0
    )
    return cover * 0.85


def _facing(stage: Stage, top: Line) -> Image:
    """Return how much each column of an outline looks towards the light, 0.15..1."""
    slope = np.gradient(softened(top, 1.5 * stage.unit + 0.3))
    side = np.sign(stage.x(stage.light[0]) - np.arange(len(top)))
    near = np.exp(-(((np.arange(len(top)) - stage.x(stage.light[0])) / (stage.width * 0.45)) ** 2))
    facing = np.clip(0.35 + 0.6 * near + slope * side * -0.8, 0.15, 1.3)
    return np.asarray(facing[None], np.float32)


def add_mist(stage: Stage, y: float, *, thick: float, strength: float, depth: float) -> None:
    """Put a drifting band of mist around `y` (share of the height)."""
    height = max(8, round(thick * stage.height))
    width = stage.across + stage.px(240)
    wisps = noise(stage.rng, width, height, cells=4, octaves=4, stretch=3.2)
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    alpha = np.clip(0.35 + 0.8 * wisps, 0, 1) * np.exp(-((rows * 1.7) ** 2)) * strength
    alpha *= np.clip(1 - np.abs(rows), 0, 0.25) * 4
    y0 = round(stage.y(y) - height / 2)
    speed = float(stage.rng.choice((-9.0, 8.0))) * stage.wind * stage.unit
    picture = np.broadcast_to(stage.palette.haze, (*alpha.shape, 3))
    before = len(stage.layers)
    stage.paint(
        picture, alpha.astype(np.float32), y0=y0, depth=depth, drift=(speed, 0.0), soft=True
    )
    patch = stage.layers[before].poses[0]
    moved = type(patch)(patch.pixels, patch.x - stage.px(120), patch.y)
    stage.layers[before] = stage.layers[before].moved(poses=(moved,))


def add_plane(
    stage: Stage,
    y: float,
    *,
    near: Bgr,
    far: Bgr,
    depth: float,
    stripes: float = 0.0,
    wet: bool = False,
    edge: float = 0.0,
) -> None:
    """Put level ground from `y` downwards: `far` colour at its edge, `near` in front."""
    y0 = round(stage.y(y))
    height, width = max(4, stage.down - y0), stage.across
    rows = np.linspace(0, 1, height, dtype=np.float32)
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = column(
        ramp((far, near * 0.6 + far * 0.4, near, near * 0.7), height, (0, 0.12, 0.5, 1))
    )
    grain = noise(stage.rng, width, height, cells=10, octaves=5, stretch=4.5)
    picture *= (0.84 + 0.32 * grain)[..., None]
    if stripes:
        waves = np.sin(grain * 9 + rows[:, None] ** 0.5 * 60)
        picture *= (1 + stripes * waves * (1 - rows[:, None]))[..., None]
    spill = np.exp(-(((np.arange(width) - stage.x(stage.light[0])) / (stage.width * 0.3)) ** 2))
    picture += stage.palette.light * (spill[None] * np.exp(-rows * 3.2)[:, None] * 0.16)[..., None]
    if wet:
        picture = _wet(stage, picture, rows)
    alpha = np.ones((height, width), np.float32)
    fringe = max(2, round(edge * stage.height))
    alpha[:fringe] = np.linspace(0, 1, fringe, dtype=np.float32)[:, None]
    stage.paint(np.clip(picture, 0, 255), alpha, y0=y0, depth=depth)


def _wet(stage: Stage, picture: Image, rows: Line) -> Image:
    """Mirror the lights of the place in standing water, broken by ripples."""
    height, width = picture.shape[:2]
    places = np.arange(width, dtype=np.float32)
    lights = np.zeros((width, 3), np.float32)
    for _ in range(24):
        colour = stage.palette.accents[int(stage.rng.integers(len(stage.palette.accents)))]
        x, wide = stage.rng.integers(0, width), stage.rng.uniform(8, 34) * stage.unit
        lights += np.exp(-(((places - x) / wide) ** 2))[:, None] * colour * 0.5
    shine = lights[None] * (0.85 - 0.7 * rows[:, None])[..., None]
    ripples = noise(stage.rng, width, height, cells=22, octaves=4, stretch=9)
    broken = np.clip(ripples * 1.9 - 0.45, 0, 1.2) * (
        0.7 + 0.3 * np.sin(rows[:, None] * 130 + ripples * 12)
    )
    return np.asarray(picture * 0.72 + shine * broken[..., None])


def add_water(stage: Stage, y: float, *, depth: float, calm: float = 0.5) -> None:
    """Put water from `y` downwards: sky mirrored in it, the light's path, moving glints."""
    y0 = round(stage.y(y))
    height, width = max(6, stage.down - y0), stage.across
    palette = stage.palette
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    mirror = column(
        ramp(
            (
                palette.sky[3] * 0.82,
                palette.sky[2] * 0.7,
                palette.water * 0.75,
                palette.sky[0] * 0.5,
            ),
            height,
            (0, 0.15, 0.45, 1),
        )
    )
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = mirror
    far = noise(stage.rng, width, height, cells=26, octaves=4, stretch=11)
    swell = noise(stage.rng, width, height, cells=7, octaves=3, stretch=9)
    waves = far * (1 - rows) + swell * rows
    picture *= (0.80 + 0.38 * waves)[..., None]
    path = np.exp(
        -(
            ((np.arange(width) - stage.x(stage.light[0])) / (stage.width * (0.045 + 0.09 * rows)))
            ** 2
        )
    )
    picture += (
        palette.light * (path * np.clip(waves * 2.2 - 0.75, 0, 1) * (0.75 - 0.45 * rows))[..., None]
    )
    stage.paint(np.clip(picture, 0, 255), np.ones((height, width), np.float32), y0=y0, depth=depth)
    _glints(stage, y0, depth, path, calm)


def _glints(stage: Stage, y0: int, depth: float, path: Image, calm: float) -> None:
    height, width = path.shape
    for direction, tint in ((1.0, stage.palette.light), (-1.0, stage.palette.sky[3])):
        specks = noise(stage.rng, width, height, cells=30, octaves=3, stretch=8)
        shine = np.clip(specks * 3.4 - 2.3, 0, 1) * (0.12 + 0.6 * path)
        pixels = light_layer(tint * shine[..., None] * 0.8)
        speed = direction * (14 - 6 * calm) * stage.unit
        stage.put(
            Layer(
                (cropped(pixels, 0, y0),),
                depth,
                drift=(speed, 0.0),
                reach=60 * stage.unit,
                lights=True,
            )
        )


def add_row(
    stage: Stage,
    draw: Callable[[Pen, float], None],
    *,
    base: float | Line,
    size: tuple[float, float],
    count: int,
    depth: float,
    dark: Bgr,
    body: Bgr,
    aspect: float,
    hazed: float = 0.0,
    gap: tuple[float, float] | None = None,
    rim: float = 0.4,
) -> None:
    """Put a row of the same shape at many sizes, such as a tree line, as one layer.

    `base` is a share of the height or an outline (stage px); `gap` leaves a range of x free.
    """
    tall = round(size[1] * stage.height)
    kinds = []
    for k in range(3):
        pen = Pen(tall, aspect)
        draw(pen, k / 3)
        sprite = pen.sprite()
        kinds.append((sprite.mask, sprite.tone))
    mask = np.zeros((stage.down, stage.across), np.float32)
    tone = np.zeros_like(mask)
    for x in np.sort(stage.rng.uniform(-0.18, 1.18, count)):
        if gap and gap[0] < x < gap[1]:
            continue
        share = stage.rng.uniform(size[0], size[1]) / size[1]
        foot = (
            base * stage.height + stage.margin_y
            if isinstance(base, float)
            else float(base[int(np.clip(stage.x(x), 0, stage.across - 1))])
        )
        _stamp(
            mask,
            tone,
            kinds[int(stage.rng.integers(3))],
            (stage.x(x), foot + 2),
            share,
            flip=bool(stage.rng.random() < 0.5),
        )
    rows = np.nonzero(mask.any(1))[0]
    if len(rows) == 0:
        return
    y0 = int(rows[0])
    mask, tone = mask[y0 : int(rows[-1]) + 1], tone[y0 : int(rows[-1]) + 1]
    picture = dark + (body - dark) * (tone * 0.9)[..., None]
    down = np.linspace(0, 1, len(mask), dtype=np.float32)[:, None]
    if hazed:
        picture += (stage.palette.haze - picture) * (hazed * (0.35 + 0.65 * down))[..., None]
    if rim:
        soft = cv2.GaussianBlur(mask * (0.75 + 0.25 * tone), (0, 0), 0.9)
        across = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3) * (-1 if stage.light[0] > 0.5 else 1)
        picture += stage.palette.rim * (np.clip(-across * -1, 0, 1) * rim * 0.35)[..., None]
    stage.paint(np.clip(picture, 0, 255), mask, y0=y0, depth=depth)


def _stamp(
    mask: Mask,
    tone: Mask,
    shape: tuple[Mask, Mask],
    foot: tuple[float, float],
    share: float,
    *,
    flip: bool,
) -> None:
    size = (max(2, round(shape[0].shape[1] * share)), max(2, round(shape[0].shape[0] * share)))
    cover, shade = (
        cv2.resize(p[:, ::-1] if flip else p, size, interpolation=cv2.INTER_AREA) for p in shape
    )
    left, top = round(foot[0] - size[0] / 2), round(foot[1] - size[1])
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(mask.shape[1], left + size[0]), min(mask.shape[0], top + size[1])
    if x0 >= x1 or y0 >= y1:
        return
    cover = cover[y0 - top : y1 - top, x0 - left : x1 - left]
    shade = shade[y0 - top : y1 - top, x0 - left : x1 - left]
    area = (slice(y0, y1), slice(x0, x1))
    tone[area] += (shade - tone[area]) * cover
    mask[area] = np.maximum(mask[area], cover)
