"""From words to what is to be drawn: place, subjects, light, weather, camera, sound."""

import hashlib
import re
from dataclasses import dataclass

import numpy as np

from mas.language import Reading, read
from mas.language.colours import VOCABULARY as COLOUR_WORDS
from mas.language.matching import Match, find, names
from mas.nouns import Prompt
from mas.render.animatic.cast import CAST, SUBJECT_WORDS
from mas.render.animatic.locations import choose, locate
from mas.render.animatic.places import PLACE_WORDS
from mas.render.animatic.scenes import SCENES

__all__ = ["Script", "generator", "interpret"]

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
    "balloon": "balloon_child",
    "balloon_child": "balloon_child",
}
# Sentences about the film, not about what is seen in it.
_ABOUT_FILM = re.compile(
    r"\b(?:camera|soundtrack|we hear|palette|colou?rs|share the picture|throughout)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_STILL = re.compile(
    r"\b(?:stand\w*|wait\w*|sit\w*|rest\w*|sleep\w*|look\w*|gaz\w+|watch\w*|howl\w*|meditat\w+|kneel\w*|lies|graz\w+"
    r"|perch\w*|pos(?:es|ing)|facing|lonely|lone|tend\w*)\b",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"\b(?:run|runs|running|rac(?:es|ing)|gallop\w*|sprint\w*|chas(?:es|ing)|dash\w*|charg(?:es|ing)|flee\w*|leap\w*)\b",
    re.IGNORECASE,
)
_NO_PLACES = {f"{word} space": "" for word in ("empty", "open", "negative", "clear", "free")}
# What does not come into a room, or under water.
_SHELTER = {
    "room": ("rain", "storm", "snow", "wind", "leaves", "clouds", "bubbles"),
    "deep": ("rain", "storm", "snow", "wind", "leaves", "petals", "dust", "embers", "clouds"),
}
_SEASONS = {
    "autumn": re.compile(r"\b(?:autumn\w*|fall foliage|falling leaves|october)\b", re.IGNORECASE),
    "blossom": re.compile(r"\b(?:cherry|blossoms?|sakura|petals|springtime)\b", re.IGNORECASE),
    "snow": re.compile(r"\b(?:snow\w*|winter\w*|blizzard|frozen|icy)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Script:
    """What a clip shows. Names are canonical words of the film language, of SCENES and CAST.

    Attributes:
        many: the first subject was named in the plural.
        timed: the prompt names the time of day, so that it colours the picture.
        season: "snow", "autumn", "blossom" or "": what lies on ground and trees.
        gait: "still", "walk" or "run": what the subjects do.
        tempo: multiplies the speed of camera and action: 0.6 slow, 1 steady, 1.6 fast.
    """

    scene: str
    subjects: tuple[str, ...]
    many: bool
    colours: tuple[str, ...]
    avoided: tuple[str, ...]
    moods: tuple[str, ...]
    camera: tuple[str, ...]
    weather: tuple[str, ...]
    time_of_day: str
    timed: bool
    season: str
    gait: str
    tempo: float
    sounds: tuple[str, ...]
    title: str


def generator(prompt: Prompt, seed: int, *purpose: str) -> np.random.Generator:
    """Return the random numbers of one prompt and seed for one purpose."""
    words = "\x1f".join((prompt.text, prompt.negative, str(seed), *purpose))
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "little"))


def interpret(prompt: Prompt, seed: int) -> Script:
    """Read a prompt; what it leaves open is chosen by its own hash, calm and muted.

    The first sentence that names a subject or a place says what is seen; later ones are asked only
    for a place, when that one names none.
    """
    rng = generator(prompt, seed, "script")
    reading, ruled_out = read(prompt.text), read(prompt.negative)
    focus, others = _sentences(prompt.text)
    # The wind of the soundtrack moves no leaves.
    weather = tuple(
        w for w in read(". ".join((focus, *others))).weather if w not in ruled_out.weather
    )
    found = _named(focus)
    subjects = _joined(tuple(dict.fromkeys(m.name for m in found)))
    places = _places(focus) or next((p for p in map(_places, others) if p), ())
    scene, feature = locate(focus, places, subjects, weather, rng)
    if feature == "footbridge" and {"train", "car"} & set(subjects):
        feature = None  # too small for them
    wanted = _fitting((*subjects, *((feature,) if feature else ())), scene)[:2]
    if not wanted and not (subjects or places):
        wanted = (choose(rng, SCENES[scene].subjects),)
    hour = reading.time_of_day[0] if reading.time_of_day else _hour(scene, reading.moods, rng)
    weather = tuple(w for w in weather if w not in _SHELTER.get(SCENES[scene].medium, ()))
    return Script(
        scene=scene,
        subjects=wanted,
        many=bool(found and wanted and found[0].name == wanted[0] and _plural(focus, found[0])),
        colours=reading.colours,
        avoided=(*reading.not_colours, *ruled_out.colours),
        moods=tuple(m for m in reading.moods if m not in ruled_out.moods),
        camera=reading.camera,
        weather=weather,
        time_of_day=hour,
        timed=bool(reading.time_of_day),
        season=_season(focus, weather),
        gait="run" if _RUN.search(focus) else "still" if _STILL.search(focus) else "walk",
        tempo={"slow": 0.6, "fast": 1.6}.get(reading.pacing[0] if reading.pacing else "", 1.0),
        sounds=_sounds(reading, scene),
        title=prompt.title,
    )


def _sentences(text: str) -> tuple[str, list[str]]:
    """Return the sentence that says what is seen, and the others that are not about the film."""
    seen = [s for s in _SENTENCE.findall(text) if s.strip() and not _ABOUT_FILM.search(s)]
    if not seen:
        return text, []
    telling = next((s for s in seen if _named(s) or _places(s)), seen[0])
    return telling, [s for s in seen if s is not telling]


def _named(sentence: str) -> tuple[Match, ...]:
    """Find the subjects; "phoenix guardian" is a phoenix, "dragon fire" a dragon."""
    found = [m for m in find(sentence, SUBJECT_WORDS) if m.name in CAST and not m.negated]
    kinds = {m.name for m in found}
    kept = []
    for k, match in enumerate(found):
        before = found[k - 1] if k else None
        beside = before is not None and not sentence[before.end : match.start].strip()
        if beside and match.name == "cloaked" and before and before.name != "lighthouse":
            continue
        if len(kinds) > 1 and _describes(sentence, match):
            continue
        if match.name == "campfire" and kinds & {"dragon", "phoenix"}:
            continue
        if match.name == "mask" and kinds & _PEOPLE:
            continue
        kept.append(match)
    return tuple(kept)


def _describes(sentence: str, match: Match) -> bool:
    """Say whether a subject's word only describes a place: "a crystal cave"."""
    return any(
        m.start > match.start and not sentence[match.end : m.start].strip()
        for m in find(sentence, PLACE_WORDS)
    )


def _places(sentence: str) -> tuple[str, ...]:
    """Find the places; "ice blue" and "coral light" are none."""
    tints = find(sentence, COLOUR_WORDS)
    found = tuple(m for m in find(sentence, PLACE_WORDS | _NO_PLACES) if m.name)
    return names(
        tuple(m for m in found if not any(c.start <= m.start and m.end <= c.end for c in tints))
    )


def _plural(sentence: str, match: Match) -> bool:
    word = sentence[match.start : match.end].lower()
    single = word.endswith(("ss", "us", "is")) or word in {"colossus", "narwhals tusk"}
    return word.endswith("s") and not single


def _joined(subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Make one subject of a person and what the person holds or rides."""
    for person in _PEOPLE & set(subjects):
        for thing, whole in _TOGETHER.items():
            if thing in subjects:
                kept = (n for n in subjects if n != person)
                return _joined(tuple(dict.fromkeys(whole if n == thing else n for n in kept)))
    if "camel_rider" in subjects:
        return tuple(n for n in subjects if n not in {"rider", "horse"})
    return subjects


def _fitting(subjects: tuple[str, ...], scene: str) -> tuple[str, ...]:
    """Drop a subject that the place itself already shows."""
    shown = {"ruins": "ruin", "castle": "castle", "village": "house"}.get(scene)
    return tuple(n for n in dict.fromkeys(subjects) if n not in {scene, shown})


def _season(sentence: str, weather: tuple[str, ...]) -> str:
    if "snow" in weather:
        return "snow"
    return next((name for name, words in _SEASONS.items() if words.search(sentence)), "")


def _hour(scene: str, moods: tuple[str, ...], rng: np.random.Generator) -> str:
    dark = {"dark", "ominous", "eerie", "mysterious", "gloomy", "moody", "tense"} & set(moods)
    light = {"bright", "cheerful", "joyful", "plain", "whimsical", "lush", "minimalist"} & set(
        moods
    )
    if dark and not light:
        return choose(rng, ("night", "dusk"))
    if light and not dark:
        return choose(rng, ("day", "dawn"))
    return SCENES[scene].hour or choose(rng, ("day", "dawn", "golden_hour", "dusk"))


def _sounds(reading: Reading, scene: str) -> tuple[str, ...]:
    heard = list(reading.sounds)
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
        if name in reading.weather:
            heard.append(sound)
    return tuple(dict.fromkeys(heard or SCENES[scene].sounds))[:5]
