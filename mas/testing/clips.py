"""Small real clips for tests: H.264 with AAC in an mp4, from frames you give or a moving square."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import av
    import numpy as np
    import numpy.typing as npt

    Picture = npt.NDArray[np.uint8]
else:  # pytest loads this package before any test; av and numpy wait for the first clip
    Picture = Any

SAMPLE_RATE = 48_000


def tiny_clip(
    path: Path,
    *,
    frames: int = 24,
    fps: int = 24,
    width: int = 96,
    height: int = 64,
    pictures: Iterable[Picture] | None = None,
    tone_hz: float | None = 440.0,
    loudness: float = 0.2,
) -> Path:
    """Write a clip and return its path.

    Args:
        path: where to write it; the folder is made.
        frames: length, when `pictures` is not given.
        fps: frames per second.
        width: px, even, when `pictures` is not given.
        height: px, even, when `pictures` is not given.
        pictures: (height, width, 3) uint8 frames, blue first, all of one size; else a bright
            square moves from left to right over a dark gradient.
        tone_hz: pitch of the sound; None writes no audio stream.
        loudness: amplitude of the sound, 0 (silence) to 1.
    """
    import av

    drawn = list(
        moving_square(frames, width=width, height=height) if pictures is None else pictures
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=fps, options={"crf": "12", "threads": "1"})
        video.height, video.width = drawn[0].shape[:2]
        video.pix_fmt = "yuv420p"
        audio = (
            None
            if tone_hz is None
            else container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        )
        for picture in drawn:
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="bgr24")))
        container.mux(video.encode())
        if audio is not None and tone_hz is not None:
            sound = _tone(tone_hz, seconds=len(drawn) / fps, loudness=loudness)
            container.mux(audio.encode(sound))
            container.mux(audio.encode())
    return path


def moving_square(frames: int, *, width: int, height: int) -> Iterator[Picture]:
    """Draw a bright square that crosses a dark blue gradient once, left to right."""
    import numpy as np

    side = height // 4
    for index in range(frames):
        picture = np.zeros((height, width, 3), np.uint8)
        picture[..., 0] = np.linspace(20, 120, height, dtype=np.uint8)[:, None]
        left = round((width - side) * index / max(frames - 1, 1))
        picture[height // 2 - side // 2 :][:side, left : left + side] = (80, 200, 240)
        yield picture


def _tone(pitch_hz: float, *, seconds: float, loudness: float) -> "av.AudioFrame":
    """Make one mono frame with a sine."""
    import av
    import numpy as np

    times = np.arange(round(seconds * SAMPLE_RATE), dtype=np.float32) / SAMPLE_RATE
    samples = (loudness * np.sin(2 * np.pi * pitch_hz * times)).astype(np.float32)[None]
    frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
    frame.sample_rate = SAMPLE_RATE
    frame.time_base = Fraction(1, SAMPLE_RATE)
    frame.pts = 0
    return frame
