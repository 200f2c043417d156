"""Subjects on the stage: where each stands, how large, how it moves and how it is lit."""

from dataclasses import dataclass, replace

import numpy as np

from mas.render.animatic.cast import CAST, Subject
from mas.render.animatic.layers import Layer, Patch, Shading, cropped, shaded
from mas.render.animatic.pen import Pen
from mas.render.animatic.scenes import SCENES
from mas.render.animatic.script import Script
from mas.render.animatic.stage import Stage, noise
from mas.render.animatic.terrain import add_ridge

__all__ = ["place_subjects"]

_THIRD = 1 / 6  # how far a third of the picture lies from its middle
_FARTHEST = 0.24  # share of the width that a walk may cross in one clip
_BURNING = {"phoenix", "campfire", "candle", "lantern", "lantern_bearer", "chalice", "balloon", "portal"}  # fmt: skip
_LIVING = {"cat", "owl", "rabbit", "dragon", "bat", "serpent", "robot", "griffin", "whale"}
# Herds: shares of the first one's size, and where they stand beside it (shares of its width, down).
_HERD = ((0.74, -0.78, -0.022), (0.60, 0.66, -0.036))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a subject is put: its middle, its foot, its height (shares), how far it floats."""

    x: float
    foot: float
    size: float
    bob: float = 0.0
    sunk: float = 0.0


def place_subjects(stage: Stage, script: Script, *, side: float, seconds: float) -> None:
    """Put the first subject on the third away from the light; a second one smaller, across.

    Args:
        stage: gets the layers.
        script: says who, and whether they stand, walk or run.
        side: +1 when the light stands right of the middle, -1 when left.
        seconds: length of the clip; a walk is centred on its place.
    """
    scene = SCENES[script.scene]
    spots = []
    for k, name in enumerate(script.subjects):
        subject = CAST[name]
        share = 1.0 if k == 0 else 0.74
        wide = subject.aspect * subject.size * share * stage.height / stage.width
        off = (_THIRD if wide < 0.45 else 0.09) * (-side if k == 0 else side * 1.25)
        if script.scene == "sky" and subject.place == "land":
            off *= 0.35  # its ground is an island in the middle
        spots.append((name, _spot(stage, subject, 0.5 + off, subject.size * share, scene.medium)))
    spots.sort(key=lambda item: CAST[item[0]].place == "land")  # what flies is farther
    if scene.medium == "water" and any(CAST[name].place == "land" for name, _ in spots):
        _shore(stage, [spot.x for name, spot in spots if CAST[name].place == "land"])
    for name, spot in reversed(spots):
        herd = script.many and name == script.subjects[0] and _moves(CAST[name])
        for fellow in (*(_beside(spot, CAST[name], stage, k) for k in (1, 0) if herd), spot):
            _put(stage, name, fellow, script, mirrored=side < 0, seconds=seconds)


def _moves(subject: Subject) -> bool:
    """Say whether several of it make a herd or a fleet; books and towers stand one by one."""
    return bool(subject.strides) or subject.place != "land"


def _beside(spot: _Spot, subject: Subject, stage: Stage, k: int) -> _Spot:
    share, aside, down = _HERD[k]
    wide = subject.aspect * spot.size * stage.height / stage.width
    apart = np.sign(aside) * min(abs(aside) * wide, 0.32)
    rise = down if subject.place in {"land", "water"} else (-0.16 if k else 0.14)
    return replace(spot, x=spot.x + float(apart), foot=spot.foot + rise, size=spot.size * share)


def _spot(stage: Stage, subject: Subject, x: float, size: float, medium: str) -> _Spot:
    """Find where a subject's lower edge stands; nothing that walks stands on water."""
    if subject.place == "land" and medium not in {"deep", "space"}:
        return _Spot(x, stage.ground + 0.012, size)
    if medium == "deep" or subject.place == "air" or medium == "space":
        middle = 0.40 if subject.place == "air" and medium != "room" else 0.48
        still = subject.place == "land" and medium == "deep"
        if still:  # a ruin, a chest: what sank lies on the ground
            return _Spot(x, stage.ground, size)
        return _Spot(x, middle + size / 2, size, 0.014)
    if medium == "water":
        sunk = 0.36 if subject.place == "deep" else 0.0
        return _Spot(x, stage.ground + 0.02 + sunk * size, size, 0.006, sunk)
    if subject.place == "deep":
        return _Spot(x, 0.45 + size / 2, size, 0.014)
    return _Spot(x, stage.ground + 0.01, size)


def _shore(stage: Stage, places: list[float]) -> None:
    """Put a bank of earth into the water below those who stand."""
    across = (np.arange(stage.across) - stage.margin_x) / stage.width
    bank = np.zeros(stage.across, np.float32)
    for x in places:
        outer = 1.0 if x > 0.5 else -1.0  # it reaches to the nearer side of the picture
        edge = np.clip((across - x) * outer / 0.28 + 1.15, 0, 1)
        bank = np.maximum(bank, edge * edge * (3 - 2 * edge))
    bank = (bank * (0.97 + 0.03 * noise(stage.rng, stage.across, 4, cells=22)[2])).astype(
        np.float32
    )
    colour = stage.palette.near
    add_ridge(
        stage, "hills", base=stage.ground + 0.32, high=0.31, depth=0.75, colour=colour, hazed=0.05, line=bank
    )  # fmt: skip


def _put(
    stage: Stage, name: str, spot: _Spot, script: Script, *, mirrored: bool, seconds: float
) -> None:
    subject, medium, tempo = CAST[name], SCENES[script.scene].medium, script.tempo
    poses = _poses(stage, name, spot, script, mirrored=mirrored)
    lies = subject.place not in {"air", "deep", "space"} and medium not in {"deep", "space"}
    _backlight(stage, (spot.x, spot.foot - spot.size * 0.55), spot.size * max(1.0, subject.aspect))
    if lies or spot.sunk:
        foot = spot.foot - spot.sunk * spot.size
        _shadow(stage, subject, (spot.x, foot), spot.size, medium)
    speed, pace = _gait(stage, subject, spot, script)
    travel = min(_FARTHEST * stage.width, speed * seconds)
    way = -1.0 if mirrored else 1.0
    start = -round(way * travel / 2)
    stage.put(
        Layer(
            tuple(Patch(p.pixels, p.x + start, p.y) for p in poses),
            0.75 if medium != "space" else 0.6,
            rate=pace * tempo,
            drift=(way * travel / max(seconds, 1e-6), 0.0),
            reach=stage.width * 2.0,
            bob=spot.bob * stage.height,
            bob_rate=0.28 * tempo,
        )
    )


def _gait(stage: Stage, subject: Subject, spot: _Spot, script: Script) -> tuple[float, float]:
    """Return px per second and cycles per second."""
    if not subject.strides:
        return subject.walks * stage.width * script.tempo, subject.pace
    if script.gait == "still":
        return 0.0, 0.0
    pace = subject.pace * (1.7 if script.gait == "run" else 1.0)
    return subject.strides * pace * spot.size * stage.height * script.tempo, pace


def _poses(stage: Stage, name: str, spot: _Spot, script: Script, *, mirrored: bool) -> list[Patch]:
    subject, palette = CAST[name], stage.palette
    tall = max(8, round(spot.size * stage.height))
    near = palette.front if stage.hour.sky[3] > 0.6 else palette.front * 0.85
    light_side = (stage.light[0] - spot.x) * stage.width
    toward = (float(np.sign(light_side)) * 0.8, -0.6) if abs(light_side) > 1 else (0.0, -1.0)
    body = palette.near * 0.55 + palette.middle * 0.75
    glow = palette.spark if name in _LIVING else palette.glow
    shading = Shading(
        near, body, palette.rim, glow, toward, 0.62, palette.haze, 0.10 + 0.22 * stage.haze
    )
    standing = bool(subject.strides) and script.gait == "still"
    count = 1 if standing else subject.poses
    patches = []
    for k in range(count):
        pen = Pen(tall, subject.aspect * 1.06)
        with pen.placed(0.0, mirrored=mirrored):
            subject.draw(pen, 0.25 if standing else k / count)
            if spot.sunk:
                half = subject.aspect
                pen.cut([(-half, -0.1), (half, -0.1), (half, spot.sunk), (-half, spot.sunk)])
        pixels, room = shaded(pen.sprite(), shading, stage.grade)
        left = round(stage.x(spot.x) - pixels.shape[1] / 2)
        patches.append(cropped(pixels, left, round(stage.y(spot.foot)) - tall - room))
    return patches


def _backlight(stage: Stage, where: tuple[float, float], size: float) -> None:
    """Put lit air behind a subject, so that its outline reads against dark ground."""
    radius = max(6, round(min(0.9, size) * 0.62 * stage.height))
    line = np.linspace(-1, 1, radius * 2, dtype=np.float32)
    alpha = np.clip(1 - np.hypot(line[:, None], line[None]), 0, 1) ** 1.5
    strength = 0.46 - 0.3 * stage.hour.sky[3]
    full = np.zeros((radius * 2, stage.across), np.float32)
    left = round(stage.x(where[0])) - radius
    x0, x1 = max(0, left), min(stage.across, left + radius * 2)
    if x1 > x0:
        full[:, x0:x1] = alpha[:, x0 - left : x1 - left] * strength
        colour = np.minimum(255, stage.palette.haze * 1.12)
        y0 = round(stage.y(where[1])) - radius
        stage.fade(colour, full, y0=y0, depth=0.7)


def _shadow(
    stage: Stage, subject: Subject, where: tuple[float, float], size: float, medium: str
) -> None:
    """Put a soft shadow under what stands on the ground, a broken reflection on water."""
    wide = max(4, round(subject.aspect * size * stage.height * 0.62))
    tall = max(3, round(wide * (0.10 if medium != "water" else 0.16)))
    rows = np.linspace(-1, 1, tall * 2, dtype=np.float32)[:, None]
    columns = np.linspace(-1, 1, wide * 2, dtype=np.float32)[None]
    alpha = np.clip(1 - np.hypot(rows, columns), 0, 1) ** 0.8 * 0.6
    if medium == "water":
        alpha *= 0.5 + 0.5 * noise(stage.rng, wide * 2, tall * 2, cells=3, octaves=3, stretch=6)
    full = np.zeros((tall * 2, stage.across), np.float32)
    left = round(stage.x(where[0])) - wide
    x0, x1 = max(0, left), min(stage.across, left + wide * 2)
    if x1 > x0:
        full[:, x0:x1] = alpha[:, x0 - left : x1 - left]
        stage.fade(stage.palette.front * 0.8, full, y0=round(stage.y(where[1])) - tall, depth=0.75)
