"""From a subject and an arc to the shots of a series."""

from collections.abc import Sequence

from mas.nouns import Shot
from mas_series.arcs import Beat, beats_of, pick
from mas_series.subject import Subject

_LONGEST_PLAIN_SUBJECT = 4  # words


def plan_episodes(
    subject: Subject, *, count: int, before: int = 0, chain: bool = False
) -> tuple[Shot, ...]:
    """Plan `count` episodes, numbered after the `before` earlier ones."""
    beats = beats_of(subject, count=count, before=before)
    return tuple(
        Shot(
            shot_id=_shot_id(number),
            title=f"Episode {number} · {_name(beat, subject, number)}",
            concept=f"{subject.phrase}{_joint(subject)}{beat.text}",
            episode=number,
            after=(_shot_id(number - 1),) if chain and number > before + 1 else (),
        )
        for number, beat in enumerate(beats, start=before + 1)
    )


def first_number(shots: Sequence[Shot]) -> int:
    """Return the lowest episode number among shots."""
    return min(shot.episode for shot in shots if shot.episode is not None)


def _shot_id(number: int) -> str:
    return f"e{number:02d}"


def _name(beat: Beat, subject: Subject, number: int) -> str:
    names = [name for name in beat.names if subject.noun or "{}" not in name]
    return pick(names, subject.phrase, number).format(subject.noun)


def _joint(subject: Subject) -> str:
    """A subject with a clause of its own needs a comma before the beat."""
    return ", " if len(subject.phrase.split()) > _LONGEST_PLAIN_SUBJECT else " "
