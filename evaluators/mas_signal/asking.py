"""What a take was asked for, in the film language."""

from mas.language import MOODS, read
from mas.language.mood import Mood
from mas.nouns import Wanted


def asked_colours(wanted: Wanted) -> tuple[str, ...]:
    """Return the asked colours, without those the text or the negative prompt rules out."""
    reading = read(wanted.text)
    ruled_out = {*reading.not_colours, *read(wanted.negative).colours}
    return tuple(name for name in reading.colours if name not in ruled_out)


def asked_moods(wanted: Wanted) -> tuple[Mood, ...]:
    """Return the asked moods, without those the text or the negative prompt rules out."""
    reading = read(wanted.text)
    ruled_out = {*reading.not_moods, *read(wanted.negative).moods}
    return tuple(MOODS[name] for name in reading.moods if name not in ruled_out)


def asked_moves(wanted: Wanted) -> tuple[str, ...]:
    """Return the camera moves of the wish; only where it names none, those of the prompt."""
    return read(_wish(wanted)).camera or read(wanted.prompt).camera


def asked_pacing(wanted: Wanted) -> str | None:
    """Return "slow", "steady" or "fast", the wish before the prompt, or None."""
    pacing = read(_wish(wanted)).pacing or read(wanted.prompt).pacing
    return pacing[0] if pacing else None


def _wish(wanted: Wanted) -> str:
    return ". ".join((wanted.concept, wanted.style, *wanted.rules))
