"""Join clips into a film: cards between them, sound kept in step, constant memory."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from mas.errors import EvaluationError
from mas.media.cards import Card, card_frames
from mas.media.reading import AudioItem, VideoItem, decode, facts, grab
from mas.media.writing import SAMPLE_RATE, ClipWriter
from mas.protocols import ClipFacts, Picture, Samples

__all__ = ["FilmPart", "file_sha256", "join"]

_FADE_S = 0.08


@dataclass(frozen=True, slots=True)
class FilmPart:
    """A clip of the film and its name, e.g. "The Gate"; `label` is "Episode 1" or empty."""

    path: str | Path
    title: str
    label: str = ""


def join(
    parts: Sequence[FilmPart],
    destination: str | Path,
    *,
    cards: bool,
    card_s: float,
    title: str,
) -> str:
    """Write the film and return its sha256; whole or not at all.

    Parts of another size or frame rate are fitted (with bars) and resampled to the first's.

    Args:
        parts: in order.
        destination: the film, .mp4.
        cards: a title card before each part.
        card_s: seconds of each card.
        title: of the film, on every card.

    Raises:
        EvaluationError: there are no parts, or one cannot be decoded.
    """
    if not parts:
        raise EvaluationError(f"{destination} has no parts to join")
    first = facts(parts[0].path)
    size = (first.width // 2 * 2, first.height // 2 * 2)
    with ClipWriter(destination, width=size[0], height=size[1], fps=first.fps) as film:
        for part in parts:
            if cards and card_s > 0:
                _write_card(film, part, title, size=size, fps=first.fps, card_s=card_s)
            _write_part(film, part, size, first.fps)
    return file_sha256(destination)


def file_sha256(path: str | Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_card(
    film: ClipWriter,
    part: FilmPart,
    title: str,
    *,
    size: tuple[int, int],
    fps: float,
    card_s: float,
) -> None:
    colours = np.asarray(cv2.resize(grab(part.path, 1)[0], size), np.uint8)
    label, _, name = part.title.rpartition(" · ")
    card = Card(above=title if title != part.title else "", name=name, below=part.label or label)
    sound = _Meter(fps)
    for picture in card_frames(card, colours, fps=fps, seconds=card_s):
        film.frame(picture)
        film.audio(np.zeros((2, sound.due()), np.float32))


def _write_part(film: ClipWriter, part: FilmPart, size: tuple[int, int], fps: float) -> None:
    about = facts(part.path)
    count = max(1, round(about.duration_s * fps))
    track = _Track(round(count / fps * SAMPLE_RATE))
    pending: Picture | None = None
    written = 0
    for item in decode(part.path, sample_rate=SAMPLE_RATE):
        if isinstance(item, AudioItem):
            film.audio(track.next(item.samples))
            continue
        if pending is not None:
            written = _repeat(film, pending, written, _frames_before(item, about, fps, count))
        pending = _fitted(item.bgr, size)
    if pending is None:
        raise EvaluationError(f"{part.path} has no frame that can be decoded")
    _repeat(film, pending, written, count)
    film.audio(track.rest())


def _repeat(film: ClipWriter, picture: Picture, written: int, until: int) -> int:
    for _ in range(written, until):
        film.frame(picture)
    return max(written, until)


def _frames_before(item: VideoItem, about: ClipFacts, fps: float, count: int) -> int:
    """Count the film's frames that stand before this frame of the part."""
    time_s = item.index / about.fps if about.fps else item.time_s
    return min(count, round(time_s * fps))


class _Meter:
    """Says how many samples belong to each next frame, without drift."""

    def __init__(self, fps: float) -> None:
        self._per_frame = SAMPLE_RATE / fps
        self._frames = 0

    def due(self) -> int:
        self._frames += 1
        return round(self._frames * self._per_frame) - round((self._frames - 1) * self._per_frame)


class _Track:
    """The sound of one part: cut or filled to its exact length, with short fades at both ends."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._position = 0

    def next(self, samples: Samples) -> Samples:
        block = samples[:, : self._length - self._position]
        at = self._position + np.arange(block.shape[1], dtype=np.float32)
        ramp = _FADE_S * SAMPLE_RATE
        gain = np.clip(np.minimum(at, self._length - at) / ramp, 0, 1).astype(np.float32)
        self._position += block.shape[1]
        return block * gain

    def rest(self) -> Samples:
        missing = self._length - self._position
        self._position = self._length
        return np.zeros((2, missing), np.float32)


def _fitted(picture: Picture, size: tuple[int, int]) -> Picture:
    height, width = picture.shape[:2]
    if (width, height) == size:
        return picture
    scale = min(size[0] / width, size[1] / height)
    inner = (min(size[0], round(width * scale)), min(size[1], round(height * scale)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    fitted = np.zeros((size[1], size[0], 3), np.uint8)
    x, y = (size[0] - inner[0]) // 2, (size[1] - inner[1]) // 2
    fitted[y : y + inner[1], x : x + inner[0]] = cv2.resize(picture, inner, interpolation=method)
    return fitted
