"""One sitting: a clip is decoded in a single pass while all judges watch."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from loguru import logger

from mas.errors import EvaluationError
from mas.evaluation.soundness import sound_score
from mas.media.reading import AudioItem, decode, facts
from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Watch


def sit(
    video: Path, wanted: Wanted, judges: Sequence[Evaluator], stop: threading.Event
) -> tuple[Score, ...]:
    """Show `video` to every judge, in one pass; scores come in the order of `judges`.

    A judge that fails gives no score, with the reason; the others go on.

    Raises:
        EvaluationError: the file is no video that can be decoded, or `stop` was set.
    """
    clip = facts(video)
    seats = [_Seat(judge, clip, wanted) for judge in judges]
    frames = 0
    for item in decode(video, sound=any(judge.needs.audio for judge in judges)):
        if stop.is_set():
            raise EvaluationError(f"judging {video.name} was stopped")
        for seat in seats:
            if isinstance(item, AudioItem):
                seat.tell(lambda watch, block=item.samples: watch.hear(block))  # type: ignore[misc]
            else:
                seat.tell(lambda watch, frame=item: watch.see(frame))  # type: ignore[misc]
        frames += not isinstance(item, AudioItem)
    if not frames:
        raise EvaluationError(f"{video} has no frame that can be decoded")
    return tuple(seat.score() for seat in seats)


class _Seat:
    """A judge at work on one clip; remembers its failure instead of passing it on."""

    def __init__(self, judge: Evaluator, clip: ClipFacts, wanted: Wanted) -> None:
        self._judge = judge
        self._watch: Watch | None = None
        self._failure = ""
        try:
            self._watch = judge.watch(clip, wanted)
        except Exception as error:  # noqa: BLE001 - a judge's failure becomes a missing score
            self._fail(error)

    def tell(self, show: Callable[[Watch], None]) -> None:
        if self._watch is None:
            return
        try:
            show(self._watch)
        except Exception as error:  # noqa: BLE001 - a judge's failure becomes a missing score
            self._fail(error)

    def score(self) -> Score:
        if self._watch is not None:
            try:
                return sound_score(self._watch.score(), self._judge.name)
            except Exception as error:  # noqa: BLE001 - a judge's failure becomes a missing score
                self._fail(error)
        return Score(self._judge.name, None, self._failure)

    def _fail(self, error: Exception) -> None:
        logger.opt(exception=error).error("judge {judge} failed", judge=self._judge.name)
        self._watch = None
        self._failure = f"the judge failed: {type(error).__name__}: {error}"
