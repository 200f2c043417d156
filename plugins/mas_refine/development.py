"""What each round develops: light, composition, detail, sound, motion, and round again.

The sentences ask for no colour, mood, pacing or camera move of their own, except the one camera
move that a prompt without any is given: the rest is the user's to choose.
"""

from dataclasses import dataclass

from mas.language import read
from mas.language.wording import CAMERA_PLAIN
from mas_refine.repairs import sentences_of, sound_sentence

LONGEST_PROMPT = 190  # words; LTX-2 follows about 200


@dataclass(frozen=True, slots=True)
class Theme:
    """What a round develops, and a sentence for each time its turn comes."""

    name: str
    sentences: tuple[str, ...]


THEMES = (
    Theme(
        "the light",
        (
            "A rim of light separates the subject from the background, and the shadows have shape",
            "Light falls from one side and models every surface",
            "Shafts of light cross the air and touch the ground",
        ),
    ),
    Theme(
        "the composition",
        (
            "Something close in the foreground frames the view, and the subject stands off centre",
            "Foreground, middle and distance are three separate layers",
            "The lines of the scene lead the eye to the subject",
        ),
    ),
    Theme(
        "the detail",
        (
            "Fine texture shows on every surface: grain, scratches, moss and wear",
            "Small things around the subject tell what happened here before",
            "The material of each thing can be felt: wood, stone, cloth and skin",
        ),
    ),
    Theme(
        "the sound",
        (
            "The sounds of the place are near and separate from each other",
            "Behind the nearest sound the whole place can be heard",
            "The sound follows every movement in the picture",
        ),
    ),
    Theme(
        "the motion",
        (
            "Small movements go on all over the frame: cloth, hair and grass",
            "The subject begins a movement, carries it through and completes it",
            "Near things pass in front of far things",
        ),
    ),
)
_OWN = tuple(f"{sentence}." for theme in THEMES for sentence in theme.sentences)
_DEFAULT_MOVE = "dolly_in"


def theme_of(round_number: int) -> Theme:
    """Return what a round develops; round 1 is the first take, so development begins with 2."""
    return THEMES[(round_number - 2) % len(THEMES)]


def develop(text: str, round_number: int) -> str:
    """Push a prompt further in the theme of the round, within the length a model follows."""
    theme = theme_of(round_number)
    turn = (round_number - 2) // len(THEMES)
    added = f"{theme.sentences[turn % len(theme.sentences)]}."
    if theme.name == "the composition" and not turn and not read(text).camera:
        plain = CAMERA_PLAIN[_DEFAULT_MOVE]
        added = f"{added} {plain[0].upper()}{plain[1:]}."
    if theme.name == "the sound" and not turn and (sound := f"{sound_sentence(text)}.") not in text:
        added = f"{sound} {added}"
    return _shortened([*(s for s in sentences_of(text) if s not in added), added])


def _shortened(sentences: list[str]) -> str:
    """Drop what earlier rounds added, oldest first, while the prompt is too long."""
    while len(" ".join(sentences).split()) > LONGEST_PROMPT:
        old = next((sentence for sentence in sentences[:-1] if sentence in _OWN), None)
        if old is None:
            break
        sentences.remove(old)
    return " ".join(sentences)
