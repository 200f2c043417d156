"""Read clips: what the container says, frames, sound, or both in one sequential pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from mas.errors import EvaluationError
from mas.protocols import ClipFacts, Picture, Samples

__all__ = ["AudioItem", "VideoItem", "audio", "decode", "facts", "frames", "grab"]

_THUMBNAIL = (96, 64)
# Luma is stored in 16..235; the table stretches it to 0..255.
_FULL_RANGE = np.clip((np.arange(256) - 16) * (255 / 219) + 0.5, 0, 255).astype(np.uint8)


class VideoItem:
    """One decoded frame; satisfies `protocols.Frame`. Each view is computed at most once."""

    def __init__(self, frame: av.VideoFrame, index: int) -> None:
        self._frame = frame
        self.index = index
        self.time_s = float(frame.time or 0.0)

    @cached_property
    def bgr(self) -> Picture:
        """(height, width, 3) uint8, blue first."""
        return self._frame.to_ndarray(format="bgr24")  # type: ignore[return-value]

    @cached_property
    def grey(self) -> Picture:
        """(height, width) uint8 luma."""
        if self._frame.format.name != "yuv420p" or self._frame.height % 2 or self._frame.width % 2:
            return cv2.cvtColor(self.bgr, cv2.COLOR_BGR2GRAY)  # type: ignore[return-value]
        return cv2.LUT(self._frame.to_ndarray()[: self._frame.height], _FULL_RANGE)  # type: ignore[return-value]

    @cached_property
    def half_grey(self) -> Picture:
        """(height // 2, width // 2) uint8 luma, area-averaged."""
        height, width = self.grey.shape
        size = (max(1, width // 2), max(1, height // 2))
        return cv2.resize(self.grey, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]

    @cached_property
    def thumbnail(self) -> Picture:
        """(64, 96, 3) uint8, blue first, area-averaged."""
        return cv2.resize(self.bgr, _THUMBNAIL, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class AudioItem:
    """One decoded block: (channels, n) float32 in -1..1."""

    samples: Samples


def facts(path: str | Path) -> ClipFacts:
    """Say what the container says.

    Raises:
        EvaluationError: the file is missing or holds no video.
    """
    with _opened(path) as container:
        stream = container.streams.video[0]
        sound = container.streams.audio[0] if container.streams.audio else None
        return ClipFacts(
            width=stream.codec_context.width,
            height=stream.codec_context.height,
            fps=float(stream.average_rate or stream.guessed_rate or 0),
            duration_s=_duration_s(container, stream),
            has_audio=sound is not None,
            sample_rate=sound.codec_context.sample_rate if sound else 0,
        )


def decode(
    path: str | Path, *, sound: bool = True, sample_rate: int | None = None
) -> Iterator[VideoItem | AudioItem]:
    """Decode a clip once, in one sequential pass, yielding frames and sound as they are stored.

    Args:
        path: the clip.
        sound: False skips the audio stream.
        sample_rate: converts the sound to stereo at this rate; None keeps rate and channels.

    Raises:
        EvaluationError: no video, or it breaks off; raised when iteration gets there.
    """
    with _opened(path) as container:
        wanted = [container.streams.video[0], *(container.streams.audio[:1] if sound else ())]
        layout = "stereo" if sample_rate else None
        resampler = av.AudioResampler(format="fltp", layout=layout, rate=sample_rate)
        index = 0
        for packet in container.demux(wanted):
            for frame in packet.decode():
                if isinstance(frame, av.VideoFrame):
                    yield VideoItem(frame, index)
                    index += 1
                else:
                    yield from _blocks(resampler.resample(frame))
        yield from _blocks(resampler.resample(None))


def frames(path: str | Path) -> Iterator[Picture]:
    """Yield every frame, blue first, in order."""
    for item in decode(path, sound=False):
        assert isinstance(item, VideoItem)
        yield item.bgr


def audio(path: str | Path) -> Iterator[Samples]:
    """Yield the sound as (channels, n) float32 blocks; nothing when the clip is mute."""
    for item in decode(path):
        if isinstance(item, AudioItem):
            yield item.samples


def grab(path: str | Path, count: int) -> list[Picture]:
    """Return `count` evenly spaced frames from one sequential pass (the last one may repeat).

    Raises:
        EvaluationError: the clip has no frame.
    """
    about = facts(path)
    total = max(1, round(about.duration_s * about.fps))
    wanted = [int((k + 0.5) * total / count) for k in range(count)]
    taken: list[Picture] = []
    last: VideoItem | None = None
    for item in decode(path, sound=False):
        assert isinstance(item, VideoItem)
        last = item
        while len(taken) < count and item.index >= wanted[len(taken)]:
            taken.append(item.bgr)
        if len(taken) == count:
            return taken
    if last is None:
        raise EvaluationError(f"{path} has no frame that can be decoded")
    return taken + [last.bgr] * (count - len(taken))


@contextmanager
def _opened(path: str | Path) -> Iterator[Any]:
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                raise EvaluationError(f"{path} has no video stream")
            yield container
    except (av.FFmpegError, OSError) as error:
        raise EvaluationError(
            f"{path} cannot be read as video: {error.strerror or error}"
        ) from error


def _duration_s(container: Any, stream: Any) -> float:
    if stream.duration:
        return float(stream.duration * stream.time_base)
    if container.duration:
        return float(container.duration / av.time_base)
    return 0.0


def _blocks(resampled: list[av.AudioFrame]) -> Iterator[AudioItem]:
    for frame in resampled:
        yield AudioItem(frame.to_ndarray().astype(np.float32, copy=False))
