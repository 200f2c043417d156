"""One clip from its order: frames and sound, drawn and encoded together in one thread."""

from collections.abc import Callable
from pathlib import Path

import cv2

from mas.errors import MasError, RenderError
from mas.media.writing import ClipWriter
from mas.nouns import RenderOrder
from mas.render.animatic.ambience import Ambience
from mas.render.animatic.film import Film
from mas.render.animatic.light import grade_of
from mas.render.animatic.script import generator, interpret

__all__ = ["Stopped", "draw_clip"]


class Stopped(Exception):  # noqa: N818  # not an error: somebody asked for it
    """The drawing was told to stop."""


def draw_clip(
    order: RenderOrder,
    path: Path,
    *,
    preset: str,
    crf: int,
    title: bool,
    stopped: Callable[[], bool],
    progress: Callable[[float], None],
) -> None:
    """Draw the clip to `path`, whole or not at all.

    The same order gives the same frames: everything is derived from prompt, seed and format, and
    OpenCV and x264 each use one thread.

    Raises:
        RenderError: drawing or encoding failed.
        Stopped: `stopped` said so; nothing is left behind.
    """
    cv2.setNumThreads(1)
    try:
        _draw(order, path, preset=preset, crf=crf, title=title, stopped=stopped, progress=progress)
    except (Stopped, MasError):
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise RenderError(f"take {order.take_id} could not be drawn: {reason}") from error


def _draw(
    order: RenderOrder,
    path: Path,
    *,
    preset: str,
    crf: int,
    title: bool,
    stopped: Callable[[], bool],
    progress: Callable[[float], None],
) -> None:
    size = order.format
    script = interpret(order.prompt, order.seed)
    film = Film(
        script, order.prompt, order.seed, width=size.width, height=size.height, frames=size.frames, fps=size.fps, title=title
    )  # fmt: skip
    grade = grade_of(script.moods)
    sound = Ambience(
        script.sounds,
        mood=grade.warmth + (grade.brightness - 1),
        strikes=film.bolts.strikes if film.bolts else (),
        seconds=size.frames / size.fps,
        rng=generator(order.prompt, order.seed, "sound"),
    )
    with ClipWriter(
        path, width=size.width, height=size.height, fps=size.fps, preset=preset, crf=crf
    ) as clip:
        for index, frame in enumerate(film.frames(), start=1):
            if stopped():
                raise Stopped
            clip.frame(frame)
            clip.audio(sound.block(index / size.fps))
            progress(index / size.frames)
