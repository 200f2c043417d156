"""Where a clip plays: one scene out of all the places, subjects and weather that a text names."""

import re

import numpy as np

from mas.render.animatic.cast import CAST

__all__ = ["choose", "locate"]

_WILD = (
    "mountains", "forest", "meadow", "coast", "desert", "river", "ruins", "canyon", "sky", "ice",
    "garden", "village",
)  # fmt: skip
_HINTS = {"snow": "ice", "bubbles": "underwater", "petals": "garden", "embers": "volcano"}
_WATERS = {"sea", "coast", "harbour", "river", "swamp"}
_SURFACE = re.compile(
    r"\b(?:surface|surfac(?:es|ing)|breach\w*|leap\w*|jump\w*|above|horizon|waves?|ships?|boats?|sail\w*|shore\w*"
    r"|beach|coast|sky|sunset|sunrise|spout\w*|dock|pier)\b",
    re.IGNORECASE,
)
_DEEP = re.compile(
    r"\b(?:deep (?:blue )?(?:ocean|sea|water)|depths?|underwater|beneath|bubbles|diver|diving|abyss\w*)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:beneath|below|under)\s+(?:the\s+)?(?:surface|waves?|sea|ocean|water|ice)\b",
    re.IGNORECASE,
)
_SMALL_BRIDGE = re.compile(
    r"\b(?:wood\w*|stone|rope|foot|old|ancient|arched|covered|small|little|mossy|moon)[\s-]bridges?\b",
    re.IGNORECASE,
)
# What a place becomes when it stands in another one.
_FEATURES = {"castle": "castle", "temple": "pagoda", "ruins": "ruin", "village": "house"}
_PAIRS: dict[frozenset[str], tuple[str, str | None]] = {
    frozenset(pair): (scene, feature)
    for pair, scene, feature in (
        (("castle", "ruins"), "castle", None),
        (("castle", "mountains"), "castle", None),
        (("castle", "forest"), "castle", None),
        (("castle", "meadow"), "castle", None),
        (("village", "mountains"), "village", None),
        (("village", "forest"), "village", None),
        (("village", "meadow"), "village", None),
        (("village", "coast"), "harbour", None),
        (("village", "sea"), "harbour", None),
        (("temple", "garden"), "garden", "pagoda"),
        (("temple", "ruins"), "ruins", None),
        (("temple", "desert"), "desert", "ruin"),
        (("temple", "canyon"), "canyon", "ruin"),
        (("temple", "jungle"), "jungle", "ruin"),
        (("temple", "underwater"), "underwater", "ruin"),
        (("city", "underwater"), "underwater", "ruin"),
        (("city", "ruins"), "ruins", None),
        (("city", "bridge"), "bridge", None),
        (("sea", "bridge"), "bridge", None),
        (("coast", "bridge"), "bridge", None),
        (("harbour", "bridge"), "bridge", None),
        (("sea", "coast"), "coast", None),
        (("road", "desert"), "road", None),
        (("road", "mountains"), "road", None),
        (("city", "sky"), "city", None),
    )
}
# Of several backdrops these say more than the others.
_SPECIFIC = ("underwater", "waterfall", "moonscape", "graveyard", "volcano", "cave", "harbour", "river", "ice")  # fmt: skip


def locate(
    text: str,
    places: tuple[str, ...],
    subjects: tuple[str, ...],
    weather: tuple[str, ...],
    rng: np.random.Generator,
) -> tuple[str, str | None]:
    """Return the scene, and the subject that a second place becomes in it, if any.

    Args:
        text: the sentence that says what is seen.
        places: the scenes its words name, in order.
        subjects: who and what it names.
        weather: what is in the air.
        rng: chooses where the words leave it open.
    """
    scene, feature = _named(text, places) if places else (_home(subjects, weather, rng), None)
    if not places and scene == "underwater" and _above(text, subjects):
        return "sea", None
    if scene in _WATERS | {"ice"} and _below(text, scene, subjects, weather):
        return "underwater", feature
    if scene in {"coast", "mountains"} and subjects and CAST[subjects[0]].place == "water":
        return "sea", feature
    return scene, feature


def choose(rng: np.random.Generator, options: tuple[str, ...]) -> str:
    """Choose one, every one as likely."""
    return options[int(rng.integers(len(options)))]


def _named(text: str, places: tuple[str, ...]) -> tuple[str, str | None]:
    if len(places) == 1:
        small = places[0] == "bridge" and _SMALL_BRIDGE.search(text)
        return ("river", "footbridge") if small else (places[0], None)
    for k, one in enumerate(places):
        for other in places[k + 1 :]:
            if frozenset((one, other)) in _PAIRS:
                return _PAIRS[frozenset((one, other))]
    backdrops = [p for p in places if p not in _FEATURES and p != "bridge"]
    if not backdrops:
        return places[0], "footbridge" if "bridge" in places[1:] else None
    scene = next((p for p in _SPECIFIC if p in backdrops), backdrops[0])
    if "bridge" in places:
        return scene, "footbridge"
    return scene, next((_FEATURES[p] for p in places if p in _FEATURES), None)


def _home(subjects: tuple[str, ...], weather: tuple[str, ...], rng: np.random.Generator) -> str:
    for name in subjects:
        return choose(rng, CAST[name].homes)
    for name in weather:
        if name in _HINTS:
            return _HINTS[name]
    return choose(rng, _WILD)


def _below(text: str, scene: str, subjects: tuple[str, ...], weather: tuple[str, ...]) -> bool:
    """Say whether it plays below the surface: what swims there does, unless a word says else."""
    swims = any(CAST[name].place == "deep" for name in subjects)
    deep = _DEEP.search(text) is not None or "bubbles" in weather
    if scene == "ice":
        return swims and deep
    return (swims or deep) and not _above(text, subjects)


def _above(text: str, subjects: tuple[str, ...]) -> bool:
    """Say whether a word or a boat puts the picture above the surface."""
    if _UNDER.search(text):
        return False
    return _SURFACE.search(text) is not None or any(CAST[n].place == "water" for n in subjects)
