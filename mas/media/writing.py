"""Write clips: H.264 and AAC in mp4, whole or not at all."""

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from mas.protocols import Picture, Samples

__all__ = ["SAMPLE_RATE", "ClipWriter"]

SAMPLE_RATE = 48_000
_BT709 = 1
_LIMITED_RANGE = 1


class ClipWriter:
    """A context manager that writes a clip beside `path` and renames it when all went well.

    One encoder thread: the same frames give the same bytes in every process of a machine. Memory
    is constant as long as sound is written along with the frames it belongs to.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        width: int,
        height: int,
        fps: float,
        audio: bool = True,
        preset: str = "superfast",
        crf: int = 20,
    ) -> None:
        self._path = Path(path)
        self._unfinished = self._path.with_name(f".{self._path.name}.part")
        self._rate = Fraction(fps).limit_denominator(1001)
        self._size = (width, height)
        self._options = {"preset": preset, "crf": str(crf)}
        self._has_audio = audio
        self._frames = 0
        self._samples = 0
        self._reformatter = VideoReformatter()

    def __enter__(self) -> Self:
        self._container: Any = av.open(
            str(self._unfinished), "w", format="mp4", options={"movflags": "+faststart"}
        )
        self._video = self._open_video()
        self._audio = self._open_audio() if self._has_audio else None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._finish()
            self._container.close()
            if kind is None:
                self._unfinished.replace(self._path)
        finally:
            self._unfinished.unlink(missing_ok=True)

    def frame(self, bgr: Picture) -> None:
        """Add the next frame: (height, width, 3) uint8, blue first."""
        picture = av.VideoFrame.from_ndarray(bgr, format="bgr24")
        picture = self._reformatter.reformat(
            picture,
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        picture.pts = self._frames
        picture.time_base = 1 / self._rate
        self._frames += 1
        self._container.mux(self._video.encode(picture))

    def audio(self, samples: Samples) -> None:
        """Add the next block of stereo sound: (2, n) float32 in -1..1 at `SAMPLE_RATE`."""
        if self._audio is None or samples.shape[1] == 0:
            return
        block = np.ascontiguousarray(samples, dtype=np.float32)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = self._samples
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._samples += samples.shape[1]
        self._container.mux(self._audio.encode(frame))

    def _open_video(self) -> Any:
        stream = self._container.add_stream("libx264", rate=self._rate, options=self._options)
        stream.width, stream.height = self._size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.thread_count = 1
        context.color_range = _LIMITED_RANGE
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        return stream

    def _open_audio(self) -> Any:
        # The fast coder halves the cost of AAC; at this rate nobody hears the difference.
        options = {"aac_coder": "fast"}
        stream = self._container.add_stream(
            "aac", rate=SAMPLE_RATE, layout="stereo", options=options
        )
        stream.bit_rate = 128_000
        return stream

    def _finish(self) -> None:
        missing = int(self._frames / self._rate * SAMPLE_RATE) - self._samples
        if missing > 0:  # players stop a clip where its shorter stream ends
            self.audio(np.zeros((2, missing), np.float32))
        self._container.mux(self._video.encode(None))
        if self._audio is not None:
            self._container.mux(self._audio.encode(None))
