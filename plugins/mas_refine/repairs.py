"""From a judge's finding to a sentence of the prompt that answers it."""

import re

from mas.language import read
from mas.language.wording import CAMERA_PLAIN, PACING_CLAUSES, SOUND_PHRASES
from mas.nouns import Finding

_SENTENCES = {
    "sharpness.soft": "Every edge and surface is crisp and in sharp focus",
    "flicker.high": "The light stays constant from the first frame to the last",
    "exposure.clipped": "Even light keeps detail in the shadows and in the highlights",
    "exposure.dark": "A strong light source lifts the subject out of the shadows",
    "exposure.bright": "The light is low and the shadows are deep",
    "mood.too_bright": "Deep shadow covers most of the frame",
    "mood.too_dark": "Open light fills the frame into every corner",
    "mood.too_colourful": "The colours are thin and restrained",
    "mood.too_pale": "The colours are deep and full",
    "black.frames": "The shot begins and ends on the lit scene",
    "frozen.frames": "Something moves in every moment of the shot",
    "duplicate.frames": "The motion is smooth and never stops",
}
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def sentences_of(text: str) -> list[str]:
    """Split a prompt into its sentences, each with its full stop."""
    return [part if part[-1] in ".!?" else f"{part}." for part in _SENTENCE_END.split(text.strip())]


def repair(text: str, finding: Finding) -> str:
    """Change a prompt so that it asks for what a finding missed; unknown findings change nothing."""
    if finding.kind.startswith("camera."):
        return _with_camera(text, finding.wanted)
    sentence = _answer(text, finding)
    return text if not sentence or sentence in text else f"{_closed(text)} {sentence}."


def _with_camera(text: str, move: str) -> str:
    """Name one move, plainly; sentences about the camera go, the first one holds the subject."""
    if move not in CAMERA_PLAIN:
        return text
    plain = CAMERA_PLAIN[move]
    first, *others = sentences_of(text)
    kept = [s for s in others if not ("camera" in s.lower() and read(s).camera)]
    return " ".join([first, *kept, f"{_capitalised(plain)}."])


def _answer(text: str, finding: Finding) -> str:
    if finding.kind.startswith("palette."):
        return _palette(text, finding.wanted)
    if finding.kind.startswith("motion."):
        return _capitalised(PACING_CLAUSES.get(finding.wanted, ""))
    if finding.kind.startswith("audio."):
        return sound_sentence(text)
    return _SENTENCES.get(finding.kind, "")


def _palette(text: str, colour: str) -> str:
    first = f"{colour.capitalize()} light fills the air and {colour} surfaces catch it"
    second = f"The sky, the light and the ground are {colour}"
    return second if first in text else first


def sound_sentence(text: str) -> str:
    """Name the nearest sound of the scene: one it speaks of already, else what its weather makes."""
    heard = read(text)
    weather = {"storm": "thunder", "rain": "rain", "wind": "wind", "snow": "wind", "embers": "fire"}
    from_weather = (weather[name] for name in heard.weather if name in weather)
    sound = next(iter((*heard.sounds, *from_weather, "wind")))
    return f"Close and clear, one hears {SOUND_PHRASES[sound][0]}"


def _closed(text: str) -> str:
    text = text.strip()
    return text if text[-1:] in ".!?" else f"{text}."


def _capitalised(clause: str) -> str:
    return clause[:1].upper() + clause[1:]
