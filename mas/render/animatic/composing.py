"""From a script to layers: the scene is built, and its subjects are placed and lit."""

import numpy as np

from mas.render.animatic.light import grade_of, hour_of
from mas.render.animatic.palette import mix_palette
from mas.render.animatic.placing import place_subjects
from mas.render.animatic.scenes import SCENES
from mas.render.animatic.script import Script
from mas.render.animatic.stage import Stage
from mas.render.animatic.terrain import add_mist

__all__ = ["compose"]


def compose(
    script: Script, *, width: int, height: int, seconds: float, rng: np.random.Generator
) -> Stage:
    """Build the stage of a script: all layers, back to front, for a clip of so many seconds."""
    scene, hour, grade = SCENES[script.scene], hour_of(script.time_of_day), grade_of(script.moods)
    palette = mix_palette(
        script.colours,
        script.avoided,
        hour=hour,
        grade=grade,
        earth=scene.earth,
        timed=script.timed,
        season=script.season,
    )
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
        season=script.season,
    )
    scene.behind(stage)
    place_subjects(stage, script, side=side, seconds=seconds)
    if foggy:
        _fog(stage)
    scene.front(stage)
    return stage


def _fog(stage: Stage) -> None:
    for y, thick, strength, depth in ((0.62, 0.5, 0.55, 0.6), (0.84, 0.34, 0.6, 0.95)):
        add_mist(stage, y, thick=thick, strength=strength, depth=depth)
