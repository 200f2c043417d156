"""Rows of buildings, rooms, caves: what people and water have built."""

import cv2
import numpy as np

from mas.render.animatic.arrays import Image, Mask
from mas.render.animatic.colour import Bgr
from mas.render.animatic.pen import Pen
from mas.render.animatic.stage import Stage, column, noise, ramp

__all__ = ["add_arches", "add_cave", "add_roofs", "add_shelves", "add_skyline", "add_wall"]


def add_skyline(
    stage: Stage,
    *,
    base: float,
    high: tuple[float, float],
    wide: tuple[float, float],
    depth: float,
    wall: Bgr,
    hazed: float,
    lit: float,
    signs: float = 0.0,
    gap: tuple[float, float] | None = None,
) -> None:
    """Put a row of blocks with windows, some lit, and upright signs that glow."""
    height, width = stage.down, stage.across
    picture, mask = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
    glow = np.zeros_like(picture)
    x = -stage.px(20)
    foot = round(stage.y(base))
    while x < width:
        across = round(stage.rng.uniform(*wide) * stage.height)
        middle = (x + across / 2 - stage.margin_x) / stage.width
        if not (gap and gap[0] < middle < gap[1]):
            outward = 0.55 + 0.75 * abs(middle - 0.5)
            top = max(0, round(foot - stage.rng.uniform(*high) * stage.height * outward))
            box = (max(0, x), top, min(width, x + across), foot)
            _block(stage, picture, mask, box, wall=wall, lit=lit, hazed=hazed)
            if stage.rng.random() < signs and box[2] - box[0] > stage.px(34):
                _sign(stage, picture, glow, box)
        x += across + round(stage.rng.uniform(-0.008, 0.02) * stage.height)
    top = max(0, round(foot - 0.22 * stage.height))
    low = picture[top:foot]
    rise = np.linspace(0, hazed * 0.8, foot - top, dtype=np.float32)[:, None, None]
    unlit = low.sum(2, keepdims=True) < 330
    low += (stage.palette.haze - low) * (rise * unlit)
    _put_glowing(stage, picture, mask, glow, depth=depth)


def _block(
    stage: Stage,
    picture: Image,
    mask: Mask,
    box: tuple[int, int, int, int],
    *,
    wall: Bgr,
    lit: float,
    hazed: float,
) -> None:
    x0, y0, x1, y1 = box
    if x1 <= x0 or y1 <= y0:
        return
    tall = y1 - y0
    shade = stage.rng.uniform(0.88, 1.1)
    picture[y0:y1, x0:x1] = column(ramp((wall * 1.12 * shade, wall * 0.82 * shade), tall))
    mask[y0:y1, x0:x1] = 1
    sun = x1 - 1 if stage.light[0] * stage.width + stage.margin_x > (x0 + x1) / 2 else x0
    cv2.line(picture, (x0, y0), (x1 - 1, y0), (stage.palette.rim * 0.55).tolist(), 1)
    cv2.line(picture, (sun, y0), (sun, y1), (stage.palette.rim * 0.35).tolist(), 1)
    if stage.rng.random() < 0.3 and x1 - x0 > max(10, stage.px(24)):
        ax = int(stage.rng.integers(x0 + 4, x1 - 4))
        reach = stage.px(stage.rng.uniform(14, 40))
        cv2.line(picture, (ax, max(0, y0 - reach)), (ax, y0), wall.tolist(), stage.px(1.2))
        cv2.line(mask, (ax, max(0, y0 - reach)), (ax, y0), 1.0, stage.px(1.2))
    _windows(stage, picture, box, lit=lit, hazed=hazed)


def _windows(
    stage: Stage, picture: Image, box: tuple[int, int, int, int], *, lit: float, hazed: float
) -> None:
    x0, y0, x1, y1 = box
    size = stage.px(3 + 2.5 * (1 - hazed))
    step = round(size * 2.3)
    tints = (*stage.palette.accents, stage.palette.glow, stage.palette.glow)
    tint = tints[int(stage.rng.integers(len(tints)))]
    rows, columns = (y1 - size - y0) // step - 1, (x1 - size - 1 - x0 - step // 2) // step + 1
    if rows < 1 or columns < 1:
        return
    chance, power = stage.rng.random((2, rows, columns), dtype=np.float32)
    shine = np.where(chance < lit, 0.35 + 0.65 * power, 0).astype(np.float32)
    pane = np.zeros((step, step), np.float32)
    pane[: size + 1, :size] = 1
    share = np.kron(shine, pane)[..., None]
    left, top = x0 + step // 2, y0 + step
    area = picture[top : min(y1, top + rows * step), left : min(x1, left + columns * step)]
    share = share[: area.shape[0], : area.shape[1]]
    area[:] = np.where(share > 0, tint * share, area)


def _sign(stage: Stage, picture: Image, glow: Image, box: tuple[int, int, int, int]) -> None:
    x0, y0, x1, y1 = box
    colour = stage.palette.accents[int(stage.rng.integers(len(stage.palette.accents)))]
    wide, tall = stage.px(stage.rng.uniform(9, 15)), stage.px(stage.rng.uniform(44, 96))
    room_x, room_y = x1 - x0 - wide - 8, y1 - y0 - tall - stage.px(44)
    if room_x < 1 or room_y < 1:
        return
    x = x0 + 4 + int(stage.rng.integers(room_x))
    y = y0 + stage.px(14) + int(stage.rng.integers(room_y))
    cv2.rectangle(picture, (x, y), (x + wide, y + tall), colour.tolist(), stage.px(1.6))
    cv2.rectangle(glow, (x, y), (x + wide, y + tall), colour.tolist(), -1)
    bright = np.minimum(255, colour * 1.15 + 50).tolist()
    for k in range(y + stage.px(6), y + tall - stage.px(7), stage.px(12)):
        cv2.rectangle(
            picture, (x + stage.px(3), k), (x + wide - stage.px(3), k + stage.px(6)), bright, -1
        )


def _put_glowing(stage: Stage, picture: Image, mask: Mask, glow: Image, *, depth: float) -> None:
    before = len(stage.layers)
    rows = np.nonzero(mask.any(1))[0]
    y0, y1 = int(rows[0]), int(rows[-1]) + 1
    if glow.any():
        quarter = (stage.across // 4, stage.down // 4)
        small = cv2.GaussianBlur(
            cv2.resize(glow, quarter, interpolation=cv2.INTER_AREA), (0, 0), 7 * stage.unit
        )
        wide = cv2.resize(small, (stage.across, stage.down)) * 1.5
        picture = picture + wide * 0.6
        stage.paint(np.clip(picture[y0:y1], 0, 255), mask[y0:y1], y0=y0, depth=depth)
        # Light that leaves the wall: it colours the air beside it and covers nothing.
        halo = np.clip(wide * 0.5 * (1 - mask[..., None]), 0, 255)
        patch = stage.layers[before].poses[0]
        height, width = patch.pixels.shape[:2]
        area = halo[patch.y : patch.y + height, patch.x : patch.x + width].astype(np.uint8)
        np.maximum(patch.pixels[..., :3], area, out=patch.pixels[..., :3])
    else:
        stage.paint(np.clip(picture[y0:y1], 0, 255), mask[y0:y1], y0=y0, depth=depth)


def add_roofs(
    stage: Stage,
    *,
    base: float,
    count: int,
    size: tuple[float, float],
    depth: float,
    wall: Bgr,
    roof: Bgr,
    hazed: float,
) -> None:
    """Put a village: gabled houses with lit windows, a few of them with chimneys."""
    for x in np.sort(stage.rng.uniform(-0.15, 1.15, count)):
        tall = stage.rng.uniform(*size)
        pen = Pen(round(tall * stage.height), 1.5)
        high, half = stage.rng.uniform(0.4, 0.6), stage.rng.uniform(0.34, 0.6)
        pen.poly([(-half, -0.05), (half, -0.05), (half, high), (-half, high)], 0.5)
        pen.poly(
            [
                (-half - 0.07, high - 0.03),
                (half + 0.07, high - 0.03),
                (half * 0.25, 0.94),
                (-half * 0.25, 0.94),
            ],
            0.1,
        )
        if stage.rng.random() < 0.5:
            pen.box(half * 0.4, 0.7, half * 0.4 + 0.12, 1.0, 0.2)
        for k in np.linspace(-half + 0.16, half - 0.16, 2 if half < 0.45 else 3):
            if stage.rng.random() < (0.75 if stage.hour.lit else 0.15):
                pen.shine(
                    [(k - 0.06, 0.14), (k + 0.06, 0.14), (k + 0.06, 0.3), (k - 0.06, 0.3)], 0.95
                )
            else:
                pen.box(k - 0.06, 0.14, k + 0.06, 0.3, 0.05)
        stage.shape(
            pen, (float(x), base + 0.012), depth=depth, dark=roof, body=wall, hazed=hazed, rim=0.45
        )


def add_wall(stage: Stage, *, floor: float, colour: Bgr, window: bool = True) -> None:
    """Put the wall of a room, a tall window in it, and the light it throws."""
    height, width = stage.down, stage.across
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = column(ramp((colour * 0.45, colour * 0.9, colour * 0.75), height))
    plaster = noise(stage.rng, width, height, cells=7, octaves=5)
    picture *= (0.90 + 0.2 * plaster)[..., None]
    panel = stage.px(62)
    for x in range(panel // 2, width, panel):
        cv2.line(picture, (x, 0), (x, height), (colour * 0.6).tolist(), stage.px(1))
    rail = round(stage.y(floor - 0.2))
    picture[rail:] *= 0.78
    cv2.line(picture, (0, rail), (width, rail), (colour * 1.15).tolist(), stage.px(3))
    if window:
        _window(stage, picture)
    pixels = np.clip(picture, 0, 255)
    stage.paint(pixels, np.ones((height, width), np.float32), depth=0.3, whole=True)


def _window(stage: Stage, picture: Image) -> None:
    cx, half, top, low = stage.light[0], 0.1, 0.14, 0.52
    x0, x1 = round(stage.x(cx - half)), round(stage.x(cx + half))
    y0, y1 = round(stage.y(top)), round(stage.y(low))
    pane = column(ramp((stage.palette.sky[2], stage.palette.sky[3], stage.palette.light), y1 - y0))
    from mas.render.animatic.skies import glow

    glow(picture, ((x0 + x1) / 2, (y0 + y1) / 2), stage.width * 0.3, stage.palette.light, 0.28)
    picture[y0:y1, x0:x1] = pane
    frame = (stage.palette.front * 0.9).tolist()
    for k in range(4):
        x = x0 + (x1 - x0) * k // 3
        cv2.line(picture, (x, y0), (x, y1), frame, stage.px(3))
    for k in range(5):
        y = y0 + (y1 - y0) * k // 4
        cv2.line(picture, (x0, y), (x1, y), frame, stage.px(3))
    cv2.rectangle(
        picture,
        (x0 - stage.px(5), y0 - stage.px(5)),
        (x1 + stage.px(5), y1 + stage.px(5)),
        frame,
        stage.px(5),
    )


def add_shelves(stage: Stage, *, floor: float, depth: float) -> None:
    """Put tall shelves of books left and right of an aisle."""
    height, width = round(stage.y(floor)), stage.across
    picture, mask = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
    wood = stage.palette.near
    books = [
        stage.palette.far,
        stage.palette.middle,
        stage.palette.cloud * 0.6,
        *(a * 0.62 for a in stage.palette.accents),
    ]
    for left, right in ((-0.3, 0.27), (0.73, 1.3)):
        x0, x1 = max(0, round(stage.x(left))), min(width, round(stage.x(right)))
        picture[:, x0:x1], mask[:, x0:x1] = wood * 0.55, 1
        step = stage.px(58)
        for y in range(-step // 2, height, step):
            x = x0 + stage.px(5)
            while x < x1 - stage.px(12):
                wide, tall = stage.px(stage.rng.uniform(5, 12)), stage.px(stage.rng.uniform(34, 50))
                colour = books[int(stage.rng.integers(len(books)))] * stage.rng.uniform(0.55, 1.0)
                cv2.rectangle(
                    picture, (x, y + step - tall), (x + wide - 1, y + step - 2), colour.tolist(), -1
                )
                cv2.line(
                    picture, (x, y + step - tall), (x, y + step - 2), (colour * 1.25).tolist(), 1
                )
                x += wide + (stage.px(7) if stage.rng.random() < 0.06 else 0)
            cv2.rectangle(
                picture, (x0, y + step), (x1, y + step + stage.px(5)), (wood * 1.1).tolist(), -1
            )
    reach = np.abs(np.arange(width) - stage.x(0.5)) / stage.width
    picture *= (1.12 - 0.75 * np.clip(reach - 0.12, 0, 1))[None, :, None]
    stage.paint(np.clip(picture, 0, 255), mask, depth=depth)


def add_arches(
    stage: Stage,
    *,
    floor: float,
    depth: float,
    count: int,
    colour: Bgr,
    hazed: float,
    thick: float = 0.045,
) -> None:
    """Put a colonnade: columns with pointed arches between them."""
    height, width = round(stage.y(floor)), stage.across
    mask = np.zeros((height * 2, width * 2), np.uint8)
    step = 1.3 / count
    mask[:] = 255
    top = stage.y(0.02)
    for k in range(-2, count + 3):
        x0, x1 = stage.x(-0.15 + k * step + thick), stage.x(-0.15 + (k + 1) * step)
        middle, spring = (x0 + x1) / 2, stage.y(0.26)
        curve = [(x0, height + 9), (x0, spring)]
        curve += [
            (x0 + (middle - x0) * t, spring - (spring - top) * np.sin(t * np.pi / 2) ** 0.8)
            for t in np.linspace(0, 1, 12)
        ]
        curve += [
            (x1 - (x1 - middle) * t, spring - (spring - top) * np.sin(t * np.pi / 2) ** 0.8)
            for t in np.linspace(1, 0, 12)
        ]
        curve += [(x1, spring), (x1, height + 9)]
        cv2.fillPoly(mask, [(np.array(curve) * 2).astype(np.int32)], 0, cv2.LINE_AA)
    alpha = cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    stone = noise(stage.rng, width, height, cells=16, octaves=4)
    picture = colour * (0.82 + 0.34 * stone)[..., None]
    soft = cv2.GaussianBlur(alpha, (0, 0), 1.6 * stage.unit + 0.4)
    side = -1 if stage.light[0] > 0.5 else 1
    edge = np.clip(side * cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3), 0, 1)
    picture += stage.palette.rim * (edge * 0.4)[..., None]
    rows = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    picture += (stage.palette.haze - picture) * (hazed * (0.35 + 0.65 * rows))[..., None]
    stage.paint(np.clip(picture, 0, 255), alpha, depth=depth)


def add_cave(stage: Stage, *, depth: float, opening: float, colour: Bgr, hazed: float) -> None:
    """Put a ring of rock around an opening, with stalactites."""
    height, width = stage.down, stage.across
    cx, cy = stage.x(0.5), stage.y(0.52)
    angles = np.linspace(0, 2 * np.pi, 220, endpoint=False)
    rough = noise(stage.rng, 220, 8, cells=14, octaves=5)[4]
    rough = rough * 0.5 + np.roll(rough[::-1], 9) * 0.5
    reach = opening * (0.80 + 0.42 * rough)
    points = np.stack(
        [
            cx + np.cos(angles) * reach * stage.width * 0.62,
            cy + np.sin(angles) * reach * stage.height * 0.62,
        ],
        1,
    )
    mask = np.full((height * 2, width * 2), 255, np.uint8)
    cv2.fillPoly(mask, [(points * 2).astype(np.int32)], 0, cv2.LINE_AA)
    for _ in range(16):
        x = stage.rng.uniform(cx - opening * stage.width * 0.5, cx + opening * stage.width * 0.5)
        ceiling = cy - opening * stage.height * 0.62 * np.sqrt(
            max(0.05, 1 - ((x - cx) / (opening * stage.width * 0.62)) ** 2)
        )
        half, tall = stage.rng.uniform(5, 15) * stage.unit, stage.rng.uniform(25, 105) * stage.unit
        spike = [
            (x - half, ceiling - 40 * stage.unit),
            (x + half, ceiling - 40 * stage.unit),
            (x + half * 0.3, ceiling + tall * 0.5),
            (x, ceiling + tall),
        ]
        cv2.fillPoly(mask, [(np.array(spike) * 2).astype(np.int32)], 255, cv2.LINE_AA)
    alpha = cv2.resize(mask, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    stone = noise(stage.rng, width, height, cells=13, octaves=6)
    slope = cv2.Sobel(
        cv2.GaussianBlur(stone, (0, 0), 1.5 * stage.unit + 0.3), cv2.CV_32F, 0, 1, ksize=3
    )
    picture = colour * (0.72 + 0.4 * stone + np.clip(slope * 4 * stage.unit, -0.25, 0.4))[..., None]
    inner = cv2.GaussianBlur(1 - alpha, (0, 0), 22 * stage.unit)
    picture += (stage.palette.haze - picture) * np.clip(inner * (0.35 + hazed), 0, 0.8)[..., None]
    stage.paint(np.clip(picture, 0, 255), alpha, depth=depth)
