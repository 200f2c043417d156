"""Everything a text says in the film language."""

from dataclasses import dataclass

from mas.language import camera, colours, mood, scenery, sound
from mas.language.matching import find, names


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
    colour_words = find(text, colours.VOCABULARY)
    mood_words = find(text, mood.VOCABULARY)
    return Reading(
        colours=names(colour_words),
        moods=names(mood_words),
        camera=names(find(text, camera.VOCABULARY)),
        weather=names(find(text, scenery.WEATHER_VOCABULARY)),
        time_of_day=names(find(text, scenery.TIME_VOCABULARY)),
        pacing=names(find(text, scenery.PACING_VOCABULARY)),
        sounds=names(find(text, sound.VOCABULARY)),
        not_colours=names(colour_words, negated=True),
        not_moods=names(mood_words, negated=True),
    )
