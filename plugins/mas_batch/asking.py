"""What a batch's concept asks for: a list, a category of things, or one thing to be varied."""

import re
from dataclasses import dataclass

from mas.language import read
from mas_batch.catalogue import CATEGORIES, Category

_REQUEST = re.compile(
    r"^(?:videos?|clips?|films?|shots?|movies?)\s+(?:of|about|showing|with|featuring)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s(?:in|on|at|with|under|over|inside|during|from|near|by|among|between|across|who|that|which"
    r"|as|while|\w+ing)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_IGNORED = frozenset({
    "different", "various", "random", "unique", "distinct", "assorted", "several", "some", "new",
    "all", "kinds", "sorts", "types", "of", "the", "many", "more", "other", "interesting", "and",
})  # fmt: skip
# Adjectives that fit every member of a category. "farm animals" or "pasta dishes" name another
# category, which we do not know: such a phrase is varied as it stands.
_MODIFIERS = frozenset({
    "fantasy", "cute", "giant", "tiny", "huge", "small", "big", "ancient", "futuristic", "old",
    "cyberpunk", "steampunk", "strange", "weird", "beautiful", "famous", "magical", "mythical",
    "mechanical", "glowing", "ghostly", "young", "wild", "imaginary", "abandoned", "ruined",
    "origami", "crystal", "paper", "miniature", "wooden", "stone", "clay", "cartoon", "scary",
    "dangerous", "friendly", "funny", "baby", "colossal", "translucent", "armoured", "armored",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A concept taken apart.

    Attributes:
        text: the whole concept, tidied.
        listed: the items of a list, else empty.
        category: the category that its head noun names, else None.
        modifiers: adjectives to keep with each member ("dark", "fantasy").
        tail: what follows the head ("in purple mist").
    """

    text: str
    listed: tuple[str, ...] = ()
    category: Category | None = None
    modifiers: tuple[str, ...] = ()
    tail: str = ""


def understand(concept: str, count: int) -> Asked:
    """Take a concept apart."""
    text = " ".join(_REQUEST.sub("", line.strip()) for line in concept.splitlines())
    text = " ".join(text.split()).strip(" .,;:")
    if listed := _list_of(concept, count):
        return Asked(text, listed=listed)
    tail = _TAIL.search(text)
    head = text[: tail.start()] if tail else text
    for noun, category in _NOUNS:
        if head.lower() == noun or head.lower().endswith(f" {noun}"):
            rest = head[: len(head) - len(noun)].replace(",", " ").split()
            words = [word for word in rest if word.lower() not in _IGNORED | category.implied]
            if all(_fits_all(word) for word in words):
                ending = tail.group().strip() if tail else ""
                return Asked(text, category=category, modifiers=tuple(words), tail=ending)
    return Asked(text)


_NOUNS = sorted(
    ((noun, category) for category in CATEGORIES for noun in category.nouns),
    key=lambda pair: -len(pair[0]),
)


def _fits_all(word: str) -> bool:
    reading = read(word)
    return word.lower() in _MODIFIERS or bool(reading.colours or reading.moods)


def _list_of(concept: str, count: int) -> tuple[str, ...]:
    """A list is told by semicolons or lines; commas make one only when their number fits."""
    strong = _items(re.split(r"[;\n]", concept))
    if len(strong) > 1:
        return strong
    weak = _items(re.split(r",\s*(?:and\s+|or\s+)?|\s+and\s+", concept))
    return weak if len(weak) == count > 1 else ()


def _items(parts: list[str]) -> tuple[str, ...]:
    tidy = (re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", part).strip(" .,;:") for part in parts)
    return tuple(item for item in tidy if item)
