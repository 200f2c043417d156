"""How statements change what is known of a user's taste. Pure: a style in, a style out."""

from collections.abc import Iterable
from dataclasses import replace

from mas.language import MOODS, opposite_mood, read
from mas.language.taste import split_items
from mas.nouns import UserStyle
from mas_style.genres import sort_words
from mas_style.statements import Attitude, Statement

LEARNED = (
    "color_preferences", "mood_preferences", "theme_preferences", "pacing_preferences",
    "disliked_elements",
)  # fmt: skip


_LONGEST = 200  # characters; a longer "preference" is a text about something else


def apply_statements(
    style: UserStyle, statements: Iterable[Statement], *, avoid_inverse: bool
) -> UserStyle:
    """Apply statements in order; a later one overrules what contradicts it."""
    for statement in statements:
        match statement.attitude:
            case Attitude.LIKE:
                style = _like(style, statement.phrase, avoid_inverse=avoid_inverse)
            case Attitude.DISLIKE:
                style = _dislike(style, statement.phrase)
            case Attitude.FORGET:
                for item in split_items(statement.phrase):
                    style = _forget(style, meaning(item))
            case Attitude.FORGET_ALL:
                style = replace(style, **dict.fromkeys(LEARNED, ()))
    return style


def meaning(text: str) -> frozenset[str]:
    """Return what a preference means, for comparison: "shadowy" means "dark", so does "dark"."""
    said = sort_words(text)
    kinds = {"colour": said.colours, "mood": said.moods, "pacing": said.pacing}
    if said.themes:
        return frozenset({f"theme {text.lower()}"})
    found = frozenset(f"{kind} {name}" for kind, names in kinds.items() for name in names)
    return found or frozenset({f"theme {text.lower()}"})


def _like(style: UserStyle, phrase: str, *, avoid_inverse: bool) -> UserStyle:
    liked, said = sort_words(phrase), read(phrase)
    for mood in liked.moods:
        style = _drop_contrary(style, mood, liked.moods)
    for pace in liked.pacing:
        others = (known for known in style.pacing_preferences if known != pace)
        style = _without(style, "pacing_preferences", others)
    names = (*liked.colours, *liked.moods, *liked.pacing, *liked.themes)
    style = _without(style, "disliked_elements", _same(style.disliked_elements, names))
    style = _with(style, "color_preferences", liked.colours)
    style = _with(style, "mood_preferences", liked.moods)
    style = _with(style, "pacing_preferences", liked.pacing)
    style = _with(style, "theme_preferences", liked.themes)
    inverses = [opposite_mood(mood) for mood in liked.moods] if avoid_inverse else []
    unliked = [mood for mood in inverses if mood not in style.mood_preferences]
    return _with(style, "disliked_elements", (*unliked, *said.not_colours, *said.not_moods))


def _dislike(style: UserStyle, phrase: str) -> UserStyle:
    for item in split_items(phrase):
        means = meaning(item)
        style = _forget(style, means, keep_dislikes=True)
        known = any(means & meaning(entry) for entry in style.disliked_elements)
        if not known:
            style = _with(style, "disliked_elements", _worded(item, means))
    return style


def _worded(item: str, means: frozenset[str]) -> tuple[str, ...]:
    """Dislikes keep the user's words; several colours or moods in one item stand apart."""
    if len(means) > 1:
        return tuple(name.partition(" ")[2] for name in sorted(means))
    kind, _, name = next(iter(means)).partition(" ")
    if kind == "pacing":
        return (f"{name} pacing",)
    return (name,) if kind != "theme" and name in item.lower() else (item.lower(),)


def _forget(style: UserStyle, means: frozenset[str], *, keep_dislikes: bool = False) -> UserStyle:
    for field in LEARNED:
        if field == "disliked_elements" and keep_dislikes:
            continue
        held = [entry for entry in getattr(style, field) if means & meaning(entry)]
        style = _without(style, field, held)
        if field == "mood_preferences":
            style = _release(style, held)
    return style


def _drop_contrary(style: UserStyle, mood: str, liked: tuple[str, ...]) -> UserStyle:
    """Forget moods that contradict a newly liked one, unless both were liked in one breath."""
    held = [
        known
        for known in style.mood_preferences
        if known in MOODS
        and known not in liked
        and (opposite_mood(known) == mood or opposite_mood(mood) == known)
    ]
    return _release(_without(style, "mood_preferences", held), held)


def _release(style: UserStyle, dropped: Iterable[str]) -> UserStyle:
    """Stop avoiding the inverse of dropped moods, unless another liked mood avoids it too."""
    still = {opposite_mood(mood) for mood in style.mood_preferences if mood in MOODS}
    freed = {opposite_mood(mood) for mood in dropped if mood in MOODS} - still
    return _without(style, "disliked_elements", freed)


def _same(entries: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset[str]().union(*(meaning(name) for name in names))
    return tuple(entry for entry in entries if wanted & meaning(entry))


def _with(style: UserStyle, field: str, items: Iterable[str]) -> UserStyle:
    held: tuple[str, ...] = getattr(style, field)
    kept = (item for item in items if len(item) <= _LONGEST)
    return replace(style, **{field: tuple(dict.fromkeys((*held, *kept)))})


def _without(style: UserStyle, field: str, items: Iterable[str]) -> UserStyle:
    gone = set(items)
    held: tuple[str, ...] = getattr(style, field)
    return replace(style, **{field: tuple(entry for entry in held if entry not in gone)})
