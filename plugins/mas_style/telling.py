"""What the user is told after a statement of taste: what was learned, and how to undo it."""

import re
import shlex
from collections.abc import Iterable

from mas.language import MOODS, opposite_mood
from mas.nouns import UserStyle
from mas_style.tastes import LEARNED

_WORDS = {
    "color_preferences": "colours",
    "mood_preferences": "moods",
    "theme_preferences": "themes",
    "pacing_preferences": "pacing",
    "disliked_elements": "avoids",
}


def tell(before: UserStyle, after: UserStyle, *, user: str) -> tuple[str, ...]:
    """Say what changed and how to take it back."""
    gained = {field: _gained(before, after, field) for field in LEARNED}
    lost = {field: _gained(after, before, field) for field in LEARNED}
    freed = lost.pop("disliked_elements")
    changes = (
        f"learned: {_listing(gained)}; every later prompt follows it"
        if any(gained.values())
        else "",
        f"forgotten: {_listing(lost)}" if any(lost.values()) else "",
        f"no longer avoided: {in_words(freed)}" if freed else "",
    )
    said = tuple(filter(None, changes)) or (f"nothing new: {summary(after)}",)
    return (*said, *_undoing(gained, user))


def _undoing(gained: dict[str, tuple[str, ...]], user: str) -> tuple[str, ...]:
    """Inverses of liked moods need no command of their own: they go when the mood goes."""
    implied = {opposite_mood(mood) for mood in gained["mood_preferences"] if mood in MOODS}
    liked = [word for field in LEARNED[:-1] for word in gained[field]]
    disliked = [word for word in gained["disliked_elements"] if word not in implied]
    briefs = (
        f"forget that I like {in_words(liked)}" if liked else "",
        f"forget that I hate {in_words(disliked)}" if disliked else "",
    )
    return tuple(f"to undo it: {command(brief, user)}" for brief in briefs if brief)


def summary(style: UserStyle) -> str:
    """Say all that is known of a taste, in one line."""
    return _listing({field: getattr(style, field) for field in LEARNED}) or "no taste is known yet"


def in_words(items: Iterable[str]) -> str:
    """Join for running text: "a", "a and b", "a, b and c"."""
    words = tuple(items)
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def command(brief: str, user: str) -> str:
    """Return a command line that a shell passes on unchanged."""
    plain = re.fullmatch(r"[\w ,.'-]*", brief) is not None
    argument = f'brief="{brief}"' if plain else shlex.quote(f"brief={brief}")
    whose = "" if user == "default" else f" {shlex.quote(f'user={user}')}"
    return f"python -m mas +recipe=style {argument}{whose}"


def _gained(before: UserStyle, after: UserStyle, field: str) -> tuple[str, ...]:
    held = getattr(before, field)
    return tuple(item for item in getattr(after, field) if item not in held)


def _listing(items: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{_WORDS[f]} {in_words(words)}" for f, words in items.items() if words)
