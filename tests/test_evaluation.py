"""Weights and thresholds, and the Verifier that runs the judges."""

import asyncio
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from mas.errors import ConfigError, EvaluationError
from mas.evaluation.scheme import open_scheme
from mas.evaluation.settings import ScoringConfig
from mas.evaluation.verifier import open_verifier
from mas.nouns import Grade, Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas.testing.clips import tiny_clip

THRESHOLDS = {
    "A+": 0.95, "A": 0.9, "A-": 0.85, "B+": 0.8, "B": 0.75, "B-": 0.7,
    "C+": 0.65, "C": 0.6, "C-": 0.55, "D": 0.5,
}  # fmt: skip
WANTED = Wanted("A fox crosses a bridge.")


@dataclass
class Workers:
    workers: int = 2


@dataclass
class Notebook:
    """A judge that writes down what it was shown; `breaks` names the call that raises."""

    name: str = "notebook"
    breaks: str = ""
    needs: Needs = field(default_factory=lambda: Needs(audio=True))
    frames: list[Frame] = field(default_factory=list)
    samples: int = 0
    on_frame: threading.Event = field(default_factory=threading.Event)
    patience: threading.Event | None = None
    verdict: Any = None

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        self._break("watch")
        return self

    def see(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.on_frame.set()
        if self.patience:
            self.patience.wait()
        self._break("see")

    def hear(self, samples: Samples) -> None:
        self.samples += samples.shape[-1]
        self._break("hear")

    def score(self) -> Score:
        self._break("score")
        return Score(self.name, 0.5) if self.verdict is None else self.verdict

    def _break(self, call: str) -> None:
        if self.breaks == call:
            raise ValueError("the lens {is} scratched")


def opened(tmp_path: Path, *judges: Evaluator, workers: int = 2):  # noqa: ANN201
    by_name = {judge.name: judge for judge in judges}
    return open_verifier(Workers(workers), Opening(tmp_path, judges=by_name))


def config(**changes: object) -> ScoringConfig:
    values: dict[str, object] = {
        "weights": {"palette": 1.0}, "thresholds": THRESHOLDS, "min_grade": None, "max_retries": None,
    }  # fmt: skip
    return ScoringConfig(**(values | changes))  # type: ignore[arg-type]


def test_the_scheme_lists_the_best_grade_first(tmp_path: Path) -> None:
    shuffled = dict(sorted(THRESHOLDS.items()))

    scheme = open_scheme(config(thresholds=shuffled), Opening(tmp_path))

    assert list(scheme.thresholds.items()) == list(THRESHOLDS.items())
    assert scheme.weights == {"palette": 1.0}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"weights": {"palette": -0.2}}, "scoring.weights.palette is -0.2", id="minus"),
        pytest.param({"weights": {"palette": float("nan")}}, "scoring.weights.palette", id="nan"),
        pytest.param({"weights": {"palette": 0.0}}, "no evaluator a weight", id="all zero"),
        pytest.param({"weights": {}}, "no evaluator a weight", id="none"),
        pytest.param({"thresholds": THRESHOLDS | {"A": 1.9}}, "scoring.thresholds.A", id="above 1"),
        pytest.param({"thresholds": THRESHOLDS | {"B": 0.8}}, "not above B", id="not falling"),
        pytest.param({"thresholds": {"A+": 0.9}}, "lacks", id="missing"),
        pytest.param({"thresholds": THRESHOLDS | {"E": 0.1}}, "'E'", id="unknown"),
    ],
)
def test_a_scheme_that_cannot_grade_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        config(**changes)


def test_the_shipped_scheme_is_sound_and_weighs_shipped_judges() -> None:
    import mas_signal

    values = yaml.safe_load((Path(__file__).parents[1] / "conf/scoring/signal.yaml").read_text())
    assert values.pop("kind") == "weighted"

    scheme = open_scheme(ScoringConfig(**values), Opening(Path()))

    assert sum(scheme.weights.values()) == pytest.approx(1.0)
    assert set(scheme.weights) == {c.kind for c in mas_signal.mas_components()}
    assert list(scheme.thresholds) == [grade.value for grade in Grade][:-1]


async def test_every_judge_sees_every_frame_of_one_decoding(tmp_path: Path) -> None:
    first, second = Notebook("first"), Notebook("second")
    clip = tiny_clip(tmp_path / "clip.mp4", frames=12)

    scores = await opened(tmp_path, first, second).verify(clip, WANTED)

    assert [score.evaluator for score in scores] == ["first", "second"]
    assert [frame.index for frame in first.frames] == list(range(12))
    assert all(a is b for a, b in zip(first.frames, second.frames, strict=True))
    assert first.samples == second.samples >= 24_000


async def test_each_view_of_a_frame_is_computed_once(tmp_path: Path) -> None:
    judge = Notebook()
    await opened(tmp_path, judge).verify(tiny_clip(tmp_path / "clip.mp4", frames=2), WANTED)

    frame = judge.frames[0]

    assert frame.bgr is frame.bgr
    assert frame.thumbnail is frame.thumbnail
    assert frame.bgr.shape == (64, 96, 3)
    assert frame.grey.shape == (64, 96)
    assert frame.half_grey.shape == (32, 48)
    assert frame.thumbnail.shape == (64, 96, 3)
    assert frame.grey.dtype == frame.half_grey.dtype == np.uint8


@pytest.mark.parametrize("call", ["watch", "see", "hear", "score"])
async def test_a_broken_judge_gives_no_score_and_the_others_go_on(
    tmp_path: Path, mas_log: list[str], call: str
) -> None:
    broken, sound = Notebook("broken", breaks=call), Notebook("sound")
    clip = tiny_clip(tmp_path / "clip.mp4", frames=6)

    scores = await opened(tmp_path, broken, sound).verify(clip, WANTED)

    assert scores[0].value is None
    assert scores[0].reason == "the judge failed: ValueError: the lens {is} scratched"
    assert scores[1] == Score("sound", 0.5)
    assert len(sound.frames) == 6
    assert sum("judge broken failed" in line for line in mas_log) == 1


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        (Score("odd", 7.0), "it gave 7.0, which is no score in 0..1"),
        (Score("odd", float("nan")), "it gave nan, which is no score in 0..1"),
        ("excellent", "it gave 'excellent' instead of a Score"),
    ],
)
async def test_a_verdict_that_is_no_score_is_a_missing_one(
    tmp_path: Path, mas_log: list[str], verdict: object, says: str
) -> None:
    clip = tiny_clip(tmp_path / "clip.mp4", frames=2)

    (score,) = await opened(tmp_path, Notebook("odd", verdict=verdict)).verify(clip, WANTED)

    assert (score.value, score.evaluator) == (None, "odd")
    assert says in (score.reason or "")


async def test_numbers_of_numpy_become_plain_ones_under_the_judges_name(tmp_path: Path) -> None:
    verdict = Score(
        "other", np.float32(0.25), details={"sharpness": np.float32(2), "n": np.int64(3)}
    )  # type: ignore[arg-type, dict-item]
    clip = tiny_clip(tmp_path / "clip.mp4", frames=2)

    (score,) = await opened(tmp_path, Notebook("odd", verdict=verdict)).verify(clip, WANTED)

    assert score == Score("odd", 0.25, details={"sharpness": 2.0, "n": 3})
    assert [type(value) for value in (score.value, *score.details.values())] == [float, float, int]


@pytest.mark.parametrize("content", [None, b"", b"not a video at all" * 100])
async def test_a_file_that_is_no_video_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    video = tmp_path / "broken.mp4"
    if content is not None:
        video.write_bytes(content)

    with pytest.raises(EvaluationError, match=r"broken\.mp4"):
        await opened(tmp_path, Notebook()).verify(video, WANTED)


async def test_a_clip_whose_end_is_missing_is_an_error(tmp_path: Path) -> None:
    video = tiny_clip(tmp_path / "clip.mp4", frames=24)
    video.write_bytes(video.read_bytes()[:-2000])

    with pytest.raises(EvaluationError):
        await opened(tmp_path, Notebook()).verify(video, WANTED)


async def test_a_cancelled_verification_stops_decoding(tmp_path: Path) -> None:
    judge = Notebook(patience=threading.Event())
    verifier = opened(tmp_path, judge)
    clip = tiny_clip(tmp_path / "clip.mp4", frames=24)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(verifier.verify(clip, WANTED))
        await asyncio.to_thread(judge.on_frame.wait)
        task.cancel()

    assert task.cancelled()
    assert judge.patience
    judge.patience.set()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert len(judge.frames) == 1


def test_a_verifier_without_judges_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"scoring\.weights"):
        open_verifier(Workers(), Opening(tmp_path, judges={}))
