"""What is asked of one shot, gathered from its concept, styles, rules and what is known of the user.

The nearest voice wins: the shot, then the plan, then the user's taste. Only what none of them
settles is free for the Writer to choose.
"""

import re
from dataclasses import dataclass

from mas.language import MOODS, Reading, read
from mas.language.taste import Taste, find_claims, sort_taste, split_items, tidy
from mas.nouns import Knowledge, Plan, Shot


@dataclass(frozen=True, slots=True)
class Asks:
    """What is asked, by dimension (canonical names); an empty one is free.

    Attributes:
        concept_moods: moods that the concept's own words carry.
        style: the style in the user's words, for a sentence of its own.
        themes: what the user likes to see in general.
        rules: pinned rules, word for word.
        avoid: what must not be asked for, in words.
    """

    colours: tuple[str, ...]
    moods: tuple[str, ...]
    concept_moods: tuple[str, ...]
    camera: str | None
    weather: tuple[str, ...]
    time_of_day: str | None
    pacing: str | None
    sounds: tuple[str, ...]
    style: str
    themes: tuple[str, ...]
    rules: tuple[str, ...]
    avoid: tuple[str, ...]

    def refuses(self, text: str) -> bool:
        """Say whether a sentence of the Writer's own would name something to avoid."""
        return any(_names(text, thing) for thing in self.avoid)


def gather(shot: Shot, plan: Plan, knowledge: Knowledge) -> Asks:
    """Gather what is asked of a shot."""
    style, excluded = _split_style(
        ", ".join(dict.fromkeys(s for s in (shot.style, plan.style) if s))
    )
    rules = tuple(dict.fromkeys((*plan.rules, *shot.rules)))
    voices = tuple(read(text) for text in (shot.style, *shot.rules, *plan.rules, plan.style))
    concept = read(shot.concept)
    user = knowledge.user_style
    wanted = " ".join((shot.concept, style, *rules))
    avoid = _avoided(
        (*excluded, *_negated((concept, *(read(rule) for rule in rules))), *user.disliked_elements),
        wanted,
        style,
    )
    taste = _user_taste(knowledge, avoid)
    moods = _agreeing(_union(voices, "moods"), ()) or _agreeing(taste.moods, concept.moods)
    return Asks(
        colours=_union(voices, "colours") or taste.colours,
        moods=moods,
        concept_moods=_agreeing(concept.moods, moods),
        camera=_first((*voices, concept), "camera"),
        weather=_union((*voices, concept), "weather"),
        time_of_day=_first((*voices, concept), "time_of_day"),
        pacing=_first((*voices, concept), "pacing") or (taste.pacing[0] if taste.pacing else None),
        sounds=_union((*voices, concept), "sounds"),
        style=style,
        themes=tuple(t for t in taste.themes if not _names(shot.concept, t)),
        rules=rules,
        avoid=avoid,
    )


def _union(voices: tuple[Reading, ...], dimension: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for voice in voices for name in getattr(voice, dimension)))


def _first(voices: tuple[Reading, ...], dimension: str) -> str | None:
    return next((getattr(v, dimension)[0] for v in voices if getattr(v, dimension)), None)


def _agreeing(moods: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Drop moods that are the inverse of one before them."""
    kept: list[str] = []
    for mood in moods:
        rivals = (*kept, *others)
        against = any(MOODS[mood].opposite == r or MOODS[r].opposite == mood for r in rivals)
        if not against and mood not in kept:
            kept.append(mood)
    return tuple(kept)


def _split_style(style: str) -> tuple[str, tuple[str, ...]]:
    """Part what a style asks for from what it rules out ("dark tones, no neon")."""
    excluded: list[str] = []
    for claim in reversed(find_claims(style)):
        if not claim.liked:
            excluded += split_items(claim.phrase)
            style = style[: claim.start] + style[claim.end :]
    items = [item for raw in style.split(",") if (item := re.sub(r"\s+", " ", raw).strip(" ,;."))]
    return ", ".join(dict.fromkeys(items)), tuple(excluded)


def _negated(voices: tuple[Reading, ...]) -> tuple[str, ...]:
    return (*_union(voices, "not_colours"), *_union(voices, "not_moods"))


def _avoided(things: tuple[str, ...], wanted: str, style: str) -> tuple[str, ...]:
    """What to avoid, unless this very shot asks for it."""
    asked = read(wanted)
    names = {*asked.colours, *asked.moods, *read(style).moods}
    bare = [re.sub(r"^(?:no|not|avoid|without)\s+", "", t, flags=re.IGNORECASE) for t in things]
    items = dict.fromkeys(item for thing in bare for item in split_items(thing))
    return tuple(i for i in items if i.lower() not in names and not _names(wanted, i))


def _user_taste(knowledge: Knowledge, avoid: tuple[str, ...]) -> Taste:
    user = knowledge.user_style
    sorted_words = [
        sort_taste(word)
        for word in (*user.color_preferences, *user.mood_preferences, *user.pacing_preferences)
    ]

    def welcome(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            n for n in dict.fromkeys(names) if not any(_names(n, thing) for thing in avoid)
        )

    return Taste(
        colours=welcome(tuple(c for t in sorted_words for c in t.colours)),
        moods=welcome(tuple(m for t in sorted_words for m in t.moods)),
        pacing=welcome(tuple(p for t in sorted_words for p in t.pacing)),
        themes=welcome(
            (
                *(tidy(t) for t in user.theme_preferences if t.strip()),
                *(x for t in sorted_words for x in t.themes),
            )
        ),
    )


def _names(text: str, thing: str) -> bool:
    """Say whether `text` names `thing`, in singular or plural, or by a colour or mood of that name."""
    words = re.escape(thing.lower().strip()).replace(r"\ ", r"[\s-]+")
    if not words:
        return False
    stem = words.removesuffix("s")
    if re.search(rf"(?<!\w){stem}(?:s|es)?(?!\w)", text.lower()):
        return True
    here, there = read(text), read(thing)
    return bool(set(here.colours) & set(there.colours) or set(here.moods) & set(there.moods))
