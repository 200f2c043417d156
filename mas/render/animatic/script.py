"""From words to what is to be drawn: place, subjects, light, weather, camera, sound."""

import hashlib
from dataclasses import dataclass

import numpy as np

from mas.language import read
from mas.language.matching import find, names
from mas.nouns import Prompt
from mas.render.animatic.cast import CAST, SUBJECT_WORDS
from mas.render.animatic.places import PLACE_WORDS
from mas.render.animatic.scenes import SCENES

__all__ = ["Script", "generator", "interpret"]

_WILD = (
    "mountains",
    "forest",
    "meadow",
    "coast",
    "desert",
    "river",
    "ruins",
    "canyon",
    "sky",
    "ice",
    "garden",
    "village",
)
_PEOPLE = {"person", "woman", "child", "traveller", "cloaked", "monk"}
_TOGETHER = {
    "umbrella_person": "umbrella_person",
    "bicycle": "bicycle",
    "horse": "rider",
    "rider": "rider",
    "lantern": "lantern_bearer",
    "lantern_bearer": "lantern_bearer",
    "camel_rider": "camel_rider",
    "dancer": "dancer",
}
_HINTS = {"snow": "ice", "bubbles": "underwater", "petals": "garden", "embers": "volcano"}


@dataclass(frozen=True, slots=True)
class Script:
    """What a clip shows. Names are canonical words of the film language, of SCENES and CAST.

    `tempo` multiplies the speed of camera and action: 0.6 slow, 1 steady, 1.6 fast.
    """

    scene: str
    subjects: tuple[str, ...]
    colours: tuple[str, ...]
    avoided: tuple[str, ...]
    moods: tuple[str, ...]
    camera: tuple[str, ...]
    weather: tuple[str, ...]
    time_of_day: str
    tempo: float
    sounds: tuple[str, ...]
    title: str


def generator(prompt: Prompt, seed: int, *purpose: str) -> np.random.Generator:
    """Return the random numbers of one prompt and seed for one purpose."""
    words = "\x1f".join((prompt.text, prompt.negative, str(seed), *purpose))
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "little"))


def interpret(prompt: Prompt, seed: int) -> Script:
    """Read a prompt; what it leaves open is chosen by its own hash, calm and muted."""
    rng = generator(prompt, seed, "script")
    reading, ruled_out = read(prompt.text), read(prompt.negative)
    subjects = tuple(n for n in names(find(prompt.text, SUBJECT_WORDS)) if n in CAST)
    scene = _scene(prompt.text, subjects, reading.weather, rng)
    subjects = _fitting(_joined(subjects), scene)[:2] or (_choose(rng, SCENES[scene].subjects),)
    time_of_day = (
        reading.time_of_day[0] if reading.time_of_day else _hour(scene, reading.moods, rng)
    )
    return Script(
        scene=scene,
        subjects=subjects,
        colours=reading.colours,
        avoided=(*reading.not_colours, *ruled_out.colours),
        moods=tuple(m for m in reading.moods if m not in ruled_out.moods),
        camera=reading.camera,
        weather=tuple(w for w in reading.weather if w not in ruled_out.weather),
        time_of_day=time_of_day,
        tempo={"slow": 0.6, "fast": 1.6}.get(reading.pacing[0] if reading.pacing else "", 1.0),
        sounds=_sounds(reading.sounds, reading.weather, scene),
        title=prompt.title,
    )


def _scene(
    text: str, subjects: tuple[str, ...], weather: tuple[str, ...], rng: np.random.Generator
) -> str:
    asked = names(find(text, PLACE_WORDS))
    if asked:
        return asked[0]
    for name in subjects:
        return _choose(rng, CAST[name].homes)
    for name in weather:
        if name in _HINTS:
            return _HINTS[name]
    return _choose(rng, _WILD)


def _joined(subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Make one subject of a person and what the person holds or rides."""
    for person in _PEOPLE & set(subjects):
        for thing, whole in _TOGETHER.items():
            if thing in subjects:
                kept = (n for n in subjects if n != person)
                return _joined(tuple(dict.fromkeys(whole if n == thing else n for n in kept)))
    return subjects


def _fitting(subjects: tuple[str, ...], scene: str) -> tuple[str, ...]:
    """Drop a subject that the place itself already shows."""
    return tuple(n for n in subjects if n != scene and not (n == "ruin" and scene == "ruins"))


def _hour(scene: str, moods: tuple[str, ...], rng: np.random.Generator) -> str:
    dark = {"dark", "ominous", "eerie", "mysterious", "gloomy", "moody", "tense"} & set(moods)
    light = {"bright", "cheerful", "joyful", "plain", "whimsical", "lush", "minimalist"} & set(
        moods
    )
    if dark and not light:
        return _choose(rng, ("night", "dusk"))
    if light and not dark:
        return _choose(rng, ("day", "dawn"))
    return SCENES[scene].hour or _choose(rng, ("day", "dawn", "golden_hour", "dusk"))


def _sounds(asked: tuple[str, ...], weather: tuple[str, ...], scene: str) -> tuple[str, ...]:
    heard = list(asked)
    for name, sound in (
        ("storm", "thunder"),
        ("storm", "rain"),
        ("rain", "rain"),
        ("wind", "wind"),
        ("snow", "wind"),
        ("dust", "wind"),
        ("embers", "fire"),
        ("fireflies", "crickets"),
        ("bubbles", "bubbles"),
    ):
        if name in weather:
            heard.append(sound)
    return tuple(dict.fromkeys(heard or SCENES[scene].sounds))[:5]


def _choose(rng: np.random.Generator, options: tuple[str, ...]) -> str:
    return options[int(rng.integers(len(options)))]
