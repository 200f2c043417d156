"""Everything a text says in the film language."""

from dataclasses import dataclass

from mas.language import colours, mood, scenery, sound
from mas.language.camera import find_moves
from mas.language.matching import Match, find, names


@dataclass(frozen=True, slots=True)
class Reading:
    """Canonical names in order of appearance; `not_*` are the ones the text rules out."""

    colours: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    camera: tuple[str, ...] = ()
    weather: tuple[str, ...] = ()
    time_of_day: tuple[str, ...] = ()
    pacing: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    not_colours: tuple[str, ...] = ()
    not_moods: tuple[str, ...] = ()


def read(text: str) -> Reading:
    """Read the film language in `text`; case, hyphens and line breaks don't matter."""
    times = find(text, scenery.TIME_VOCABULARY)
    colour_words = _outside(find(text, colours.VOCABULARY), times)  # "golden hour" is no gold
    mood_words = find(text, mood.VOCABULARY)
    return Reading(
        colours=names(colour_words),
        moods=names(mood_words),
        camera=names(find_moves(text)),
        weather=names(find(text, scenery.WEATHER_VOCABULARY)),
        time_of_day=names(times),
        pacing=names(find(text, scenery.PACING_VOCABULARY)),
        sounds=names(find(text, sound.VOCABULARY)),
        not_colours=names(colour_words, negated=True),
        not_moods=names(mood_words, negated=True),
    )


def _outside(matches: tuple[Match, ...], others: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(
        m for m in matches if not any(o.start <= m.start and m.end <= o.end for o in others)
    )
