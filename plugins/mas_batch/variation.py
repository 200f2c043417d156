"""From one concept to n distinct ones: named members of a category, or systematic variation."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from math import prod

from mas.language import read
from mas_batch.asking import Asked, understand
from mas_batch.catalogue import Category

_VANTAGES = (
    "in a wide view", "in close-up", "seen from below", "seen from high above", "seen from behind",
    "in profile", "seen through a doorway",
)  # fmt: skip
_TIMES = (
    "at dawn", "in the morning sun", "at noon", "at sunset", "at dusk", "at night",
)  # fmt: skip
_LIGHTS = (
    "lit from one side", "lit from behind", "lit through leaves", "under an open sky",
    "lit from low down",
)  # fmt: skip
_MOMENTS = (
    "just before it begins", "as it begins", "at its height", "as it turns", "as it ends",
    "just after it is over", "while nobody watches", "while somebody watches from afar",
    "for the first time", "for the last time", "after a long absence",
)  # fmt: skip
_DETAILS = (
    "with a bird crossing the frame", "with a reflection in a puddle", "with grass in front",
    "with a lamp in the distance", "with a fence in the foreground", "with leaves on the ground",
    "with a path leading in", "with smoke far away", "with stones in the foreground",
    "with a kite in the sky", "with an empty bench nearby", "with ropes overhead",
    "with a window frame around it",
)  # fmt: skip
_COLOURS = (
    "red", "blue", "yellow", "green", "orange", "purple", "white", "black", "pink", "turquoise", "brown",
    "silver", "gold",
)  # fmt: skip
_SEASONS = ("in spring", "in summer", "in autumn", "in winter")
_EACH = re.compile(
    r",?\s*\b(?:each|every\s+one|all)(?:\s+one)?\s+(?:of\s+them\s+)?(?:in|with|at|from|on)\s+(?:an?\s+|its\s+own\s+)?"
    r"(?:different|new|other|unique|distinct|own)?\s*(?P<what>\w+)$",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:\w+ing|who|that|which)\b", re.IGNORECASE)
_PLAIN = 8  # words after which a concept wants a comma
_LONGEST_TITLE = 80  # characters


@dataclass(frozen=True, slots=True)
class Idea:
    """One video of a batch: what is to be seen, and a title that no other one has."""

    concept: str
    title: str


def vary(concept: str, count: int, salt: str = "") -> tuple[Idea, ...]:
    """Make `count` distinct ideas of a concept; one idea is the concept as it was typed.

    `salt` chooses another selection; the same arguments give the same ideas.
    """
    asked = understand(concept, count)
    if asked.listed:
        ideas = [_listed(asked.listed, index, salt) for index in range(count)]
    elif count == 1:
        ideas = [Idea(asked.text, short_title(asked.text))]
    elif asked.category:
        ideas = [_member(asked, asked.category, index, salt) for index in range(count)]
    else:
        ideas = [_varied(asked.text, index, salt) for index in range(count)]
    return _told_apart(ideas)


def short_title(concept: str) -> str:
    """Make a short title of a concept: its first clause, at most six words."""
    clause = re.split(r"[,.;:!?\n]", concept.strip(), maxsplit=1)[0] or concept
    words = re.sub(r"^(?:an?|the)\s+", "", clause, flags=re.IGNORECASE).split()[:6]
    small = {"a", "an", "the", "of", "in", "on", "at", "and", "to", "for", "with", "by", "from"}
    while len(words) > 1 and words[-1].lower() in small:
        words.pop()
    title = " ".join(
        word if index and word.lower() in small else word[:1].upper() + word[1:]
        for index, word in enumerate(words)
    )
    return title[:_LONGEST_TITLE].rstrip()


def _listed(listed: tuple[str, ...], index: int, salt: str) -> Idea:
    """A list longer than the count is cut; a shorter one goes round again, varied."""
    text = listed[index % len(listed)]
    lap = index // len(listed)
    return _varied(text, lap - 1, salt) if lap else Idea(text, short_title(text))


def _member(asked: Asked, category: Category, index: int, salt: str) -> Idea:
    """Member `index` of a category; each lap pairs the members with other actions and settings."""
    items, actions = category.items, category.actions
    if asked.tail and _DOING.match(asked.tail):
        actions, settings = (asked.tail,), category.settings  # the concept says what they do
    else:
        settings = (asked.tail,) if asked.tail else category.settings
    lap, start = index // len(items), _spread(asked.text, salt)
    number = start + index % len(items)
    turn, rest = lap % len(actions), lap // len(actions)
    item = items[number % len(items)]
    setting = settings[(number + turn + rest) % len(settings)]
    action = actions[(number + turn) % len(actions)]
    parts = (setting, action) if action.startswith("as ") else (action, setting)
    phrase = " ".join((*asked.modifiers, item))
    text = " ".join((_article(phrase), phrase, *parts))
    time = "" if read(f"{asked.text} {text}").time_of_day else f" {_TIMES[number % len(_TIMES)]}"
    extras = _extras(rest // len(settings))
    return Idea(", ".join((text + time, *extras)), short_title(item))


def _varied(text: str, index: int, salt: str) -> Idea:
    """Add facets that the concept leaves open; the axes' lengths share no factor, so none repeats.

    "Each in a different colour" is an axis of its own: a single video cannot show it.
    """
    asked = _EACH.search(text)
    text = text[: asked.start()] if asked else text
    return _with_facets(_each(text, asked["what"].lower(), index) if asked else text, index, salt)


def _each(text: str, what: str, index: int) -> str:
    if re.fullmatch(r"colou?rs?", what):
        colour = _COLOURS[index % len(_COLOURS)]
        return re.sub(r"^((?:an?|the|my|our)\s+)?", rf"\g<1>{colour} ", text, count=1)
    return f"{text} {_SEASONS[index % len(_SEASONS)]}" if what == "season" else text


def _with_facets(text: str, index: int, salt: str) -> Idea:
    axes = [_VANTAGES, _LIGHTS] if read(text).time_of_day else [_VANTAGES, _TIMES, _LIGHTS]
    start = _spread(text, salt)
    facets = [axis[(start + index) % len(axis)] for axis in axes]
    extras = _extras(index // prod(len(axis) for axis in axes))
    joint = " " if "," not in text and len(text.split()) <= _PLAIN else ", "
    here = joint.join((text, " ".join(facets[:-1])))
    return Idea(", ".join((here, facets[-1], *extras)), short_title(text))


def _extras(lap: int) -> tuple[str, ...]:
    """Tell laps apart once all pairings are used up; the first needs nothing."""
    if not lap:
        return ()
    moment = _MOMENTS[(lap - 1) % len(_MOMENTS)]
    round_ = (lap - 1) // len(_MOMENTS)
    return (moment, _DETAILS[(round_ - 1) % len(_DETAILS)]) if round_ else (moment,)


def _told_apart(ideas: list[Idea]) -> tuple[Idea, ...]:
    """Number the titles that occur more than once."""
    total, seen = Counter(idea.title for idea in ideas), Counter[str]()
    apart = []
    for idea in ideas:
        seen[idea.title] += 1
        number = f" {seen[idea.title]}" if total[idea.title] > 1 else ""
        apart.append(Idea(idea.concept, idea.title + number))
    return tuple(apart)


def _article(phrase: str) -> str:
    return "an" if phrase[:1].lower() in "aeiou" and not phrase.startswith("uni") else "a"


def _spread(*keys: str) -> int:
    digest = hashlib.sha256("\x1f".join(keys).encode()).digest()
    return int.from_bytes(digest[:4], "big")
