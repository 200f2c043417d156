"""The behaviour that every evaluator shares. Subclass, supply the fixture, done."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mas.nouns import Format, Score, Wanted
from mas.protocols import Evaluator, Watch
from mas.testing.clips import tiny_clip

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Picture = npt.NDArray[np.uint8]
else:  # numpy waits for the first clip
    Picture = Any

FINDING_KIND = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
WISH = "A purple dragon circles a tower at dusk, thunder rolls, the camera slowly pans left."


class EvaluatorContract:
    """Subclass as `TestX` and define an `evaluator` fixture that returns an opened judge.

    Override the `wanted` fixture if the judge needs to be asked for something special.
    """

    @pytest.fixture
    def wanted(self) -> Wanted:
        """Give the wish that the clips are judged against."""
        return Wanted(WISH, concept="a purple dragon", format=Format(96, 64, 24, 24))

    @pytest.fixture
    def clip(self, tmp_path: Path) -> Path:
        """Give a one-second clip with motion and a tone."""
        return tiny_clip(tmp_path / "moving.mp4")

    def test_it_says_what_it_is(self, evaluator: Evaluator) -> None:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", evaluator.name)
        assert evaluator.needs.vram_gib >= 0
        assert evaluator.needs.per in ("take", "batch")

    def test_a_clip_gets_a_sound_score(
        self, evaluator: Evaluator, wanted: Wanted, clip: Path
    ) -> None:
        check_score(evaluator, judge(evaluator, clip, wanted))

    def test_the_same_clip_gets_the_same_score(
        self, evaluator: Evaluator, wanted: Wanted, clip: Path
    ) -> None:
        assert judge(evaluator, clip, wanted) == judge(evaluator, clip, wanted)

    def test_two_clips_at_once_are_kept_apart(
        self, evaluator: Evaluator, wanted: Wanted, clip: Path, tmp_path: Path
    ) -> None:
        black = _plain_clip(tmp_path / "black.mp4", level=0, frames=24)
        alone = judge(evaluator, clip, wanted), judge(evaluator, black, wanted)

        together = judge_together(evaluator, (clip, black), wanted)

        assert together == alone

    @pytest.mark.parametrize("level", [0, 128, 255])
    def test_a_plain_clip_is_judged_without_error(
        self, evaluator: Evaluator, wanted: Wanted, tmp_path: Path, level: int
    ) -> None:
        clip = _plain_clip(tmp_path / "plain.mp4", level=level, frames=12)

        check_score(evaluator, judge(evaluator, clip, wanted))

    def test_a_clip_of_one_frame_is_judged_without_error(
        self, evaluator: Evaluator, wanted: Wanted, tmp_path: Path
    ) -> None:
        clip = _plain_clip(tmp_path / "one.mp4", level=90, frames=1)

        check_score(evaluator, judge(evaluator, clip, wanted))

    def test_a_silent_clip_and_one_without_sound_are_judged(
        self, evaluator: Evaluator, wanted: Wanted, tmp_path: Path
    ) -> None:
        silent = tiny_clip(tmp_path / "silent.mp4", loudness=0.0)
        mute = tiny_clip(tmp_path / "mute.mp4", tone_hz=None)

        check_score(evaluator, judge(evaluator, silent, wanted))
        check_score(evaluator, judge(evaluator, mute, wanted))

    def test_an_empty_wish_is_judged_without_error(self, evaluator: Evaluator, clip: Path) -> None:
        check_score(evaluator, judge(evaluator, clip, Wanted("")))


def check_score(evaluator: Evaluator, score: Score) -> None:
    """Assert that a score keeps the rules: range or reason, plain details, findings to act on."""
    assert score.evaluator == evaluator.name
    if score.value is None:
        assert score.reason, "no score is None with a reason"
    else:
        assert 0.0 <= score.value <= 1.0
    json.dumps(dict(score.details), allow_nan=False)
    for finding in score.findings:
        assert FINDING_KIND.fullmatch(finding.kind), "kinds are dotted: 'palette.missing'"
        assert finding.wanted
        assert finding.measured
        assert finding.advice
        assert 0.0 <= finding.severity <= 1.0


def judge(evaluator: Evaluator, clip: Path, wanted: Wanted) -> Score:
    """Let a judge watch a whole clip; a judge that writes to a frame fails."""
    return judge_together(evaluator, (clip,), wanted)[0]


def judge_together(
    evaluator: Evaluator, clips: Sequence[Path], wanted: Wanted
) -> tuple[Score, ...]:
    """Open a watch on every clip first, then play them one after another."""
    from mas.media.reading import facts

    watches = [evaluator.watch(facts(clip), wanted) for clip in clips]
    for watch, clip in zip(watches, clips, strict=True):
        _play(watch, clip, hears=evaluator.needs.audio)
    return tuple(watch.score() for watch in watches)


def _play(watch: Watch, clip: Path, *, hears: bool) -> None:
    from mas.media.reading import VideoItem, decode

    for item in decode(clip, sound=hears):
        if isinstance(item, VideoItem):
            item.bgr.setflags(write=False)
            frame: Any = item  # a cached property is as good as the Frame's own
            watch.see(frame)
        else:
            watch.hear(item.samples)


def _plain_clip(path: Path, *, level: int, frames: int) -> Path:
    import numpy as np

    pictures: list[Picture] = [np.full((64, 96, 3), level, np.uint8)] * frames
    return tiny_clip(path, pictures=pictures)
