"""From a script to layers: the scene is built, and its subjects are placed and lit."""

import numpy as np

from mas.render.animatic.cast import CAST, Subject
from mas.render.animatic.layers import Layer, Shading, cropped, shaded
from mas.render.animatic.light import grade_of, hour_of
from mas.render.animatic.palette import mix_palette
from mas.render.animatic.pen import Pen
from mas.render.animatic.scenes import SCENES
from mas.render.animatic.script import Script
from mas.render.animatic.stage import Stage, noise
from mas.render.animatic.terrain import add_mist

__all__ = ["compose"]

_OUTDOORS = {"land", "water"}


def compose(script: Script, *, width: int, height: int, rng: np.random.Generator) -> Stage:
    """Build the stage of a script: all layers, back to front."""
    scene, hour, grade = SCENES[script.scene], hour_of(script.time_of_day), grade_of(script.moods)
    palette = mix_palette(script.colours, script.avoided, hour=hour, grade=grade, earth=scene.earth)
    foggy = "fog" in script.weather
    wet = bool({"rain", "storm"} & set(script.weather))
    side = float(rng.choice((-1.0, 1.0)))
    light = (0.5 + side * rng.uniform(0.10, 0.22), hour.height + rng.uniform(-0.03, 0.03))
    stage = Stage(
        width=width,
        height=height,
        rng=rng,
        palette=palette,
        grade=grade,
        hour=hour,
        light=light,
        wind=(2.2 if {"wind", "storm"} & set(script.weather) else 1.0) * script.tempo,
        ground=scene.ground,
        haze=1.0 if foggy else 0.0,
        wet=wet,
    )
    scene.behind(stage)
    _place_all(stage, script, side)
    if foggy:
        _fog(stage)
    scene.front(stage)
    return stage


def _place_all(stage: Stage, script: Script, side: float) -> None:
    """Put the first subject off the middle, away from the light; a second one smaller, across."""
    first = CAST[script.subjects[0]]
    places = [0.5 - side * 0.13, 0.5 + side * 0.24]
    if first.aspect * first.size > 0.8:
        places[0] = 0.5 - side * 0.04
    for k in reversed(range(len(script.subjects))):
        name = script.subjects[k]
        _place(
            stage,
            CAST[name],
            places[k],
            share=1.0 if k == 0 else 0.74,
            medium=SCENES[script.scene].medium,
            mirrored=side < 0,
            tempo=script.tempo,
        )


def _place(
    stage: Stage,
    subject: Subject,
    x: float,
    *,
    share: float,
    medium: str,
    mirrored: bool,
    tempo: float,
) -> None:
    size = subject.size * share
    foot, bob = _footing(stage, subject, size, medium)
    tall = max(8, round(size * stage.height))
    palette = stage.palette
    near = palette.front if stage.hour.sky[3] > 0.6 else palette.front * 0.85
    light_side = (stage.light[0] - x) * stage.width
    toward = (float(np.sign(light_side)) * 0.8, -0.6) if abs(light_side) > 1 else (0.0, -1.0)
    hazed = 0.10 + 0.22 * stage.haze
    body = palette.near * 0.55 + palette.middle * 0.75
    shading = Shading(near, body, palette.rim, palette.glow, toward, 0.62, palette.haze, hazed)
    patches = []
    for k in range(subject.poses):
        pen = Pen(tall, subject.aspect * 1.06)
        with pen.placed(0.0, mirrored=mirrored):
            subject.draw(pen, k / subject.poses)
        pixels, room = shaded(pen.sprite(), shading, stage.grade)
        left = round(stage.x(x) - pixels.shape[1] / 2)
        top = round(stage.y(foot)) - tall - room
        patches.append(cropped(pixels, left, top))
    _backlight(stage, (x, foot - size * 0.55), size * max(1.0, subject.aspect))
    _shadow(stage, subject, (x, foot), size, medium)
    drift = (-1.0 if mirrored else 1.0) * subject.walks * stage.width * tempo
    stage.put(
        Layer(
            tuple(patches),
            0.75 if medium != "space" else 0.6,
            rate=subject.pace * tempo,
            drift=(drift, 0.0),
            reach=stage.width * 0.14,
            bob=bob * stage.height,
            bob_rate=0.28 * tempo,
        )
    )


def _footing(stage: Stage, subject: Subject, size: float, medium: str) -> tuple[float, float]:
    """Return where a subject's lower edge stands and how far it floats up and down."""
    if subject.place == "land" and medium in {"land", "room"}:
        return stage.ground, 0.0
    if subject.place == "water" and medium == "water":
        return stage.ground + 0.02, 0.006
    if medium == "deep" or subject.place in {"air", "deep"} or medium == "space":
        middle = 0.42 if subject.place == "air" and medium in _OUTDOORS else 0.5
        if medium == "room":
            middle = 0.48
        return middle + size / 2, 0.014
    if medium == "water":
        return stage.ground + 0.01, 0.004
    return stage.ground, 0.0


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
    if subject.place in {"air", "deep", "space"} or medium in {"deep", "space"}:
        return
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


def _fog(stage: Stage) -> None:
    for y, thick, strength, depth in ((0.62, 0.5, 0.55, 0.6), (0.84, 0.34, 0.6, 0.95)):
        add_mist(stage, y, thick=thick, strength=strength, depth=depth)
