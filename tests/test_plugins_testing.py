"""What `mas.testing` gives: clips, sample values, fixtures that cost nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

import mas.testing
from mas.media.reading import audio, facts, frames
from mas.nouns import Grade, Knowledge, ShotStatus
from mas.testing import (
    failed_take,
    moving_square,
    sample_outcome,
    sample_result,
    sample_take,
    tiny_clip,
)


def test_a_tiny_clip_is_a_real_clip(tmp_path: Path) -> None:
    clip = tiny_clip(tmp_path / "a" / "clip.mp4", frames=12, fps=6, width=128, height=96)

    about = facts(clip)
    assert (about.width, about.height, about.fps) == (128, 96, 6.0)
    assert about.duration_s == pytest.approx(2.0)
    assert len(list(frames(clip))) == 12
    assert max(float(abs(block).max()) for block in audio(clip)) == pytest.approx(0.2, abs=0.05)


def test_a_tiny_clip_can_be_mute(tmp_path: Path) -> None:
    assert not facts(tiny_clip(tmp_path / "mute.mp4", tone_hz=None)).has_audio


def test_a_tiny_clip_shows_the_given_pictures(tmp_path: Path) -> None:
    drawn = list(moving_square(6, width=96, height=64))

    shown = list(frames(tiny_clip(tmp_path / "clip.mp4", pictures=drawn)))

    for given, seen in zip(drawn, shown, strict=True):
        assert abs(given.astype(int) - seen.astype(int)).mean() < 4


def test_the_square_moves_from_left_to_right() -> None:
    columns = [int(p[32].sum(axis=1).argmax()) for p in moving_square(5, width=96, height=64)]

    assert columns == sorted(set(columns))


def test_a_sample_take_is_graded_by_its_score() -> None:
    good, bad = sample_take(score=0.96), sample_take(score=0.1)

    assert good.assessment
    assert bad.assessment
    assert (good.assessment.grade, bad.assessment.grade) == (Grade.A_PLUS, Grade.F)


def test_a_sample_result_keeps_the_best_take_not_the_last() -> None:
    shot = sample_outcome().plan.shots[0]

    result = sample_result(shot, sample_take(score=0.8), sample_take(attempt=2, score=0.5))

    assert (result.status, result.best_take) == (ShotStatus.ACCEPTED, "shot-1-1")


def test_a_shot_of_failed_takes_failed() -> None:
    shot = sample_outcome().plan.shots[0]

    result = sample_result(shot, failed_take(error="the disk is full"))

    assert (result.status, result.best_take) == (ShotStatus.FAILED, None)
    assert result.reason == "the disk is full"
    assert sample_outcome(results=[result]).status == "partial"


def test_knowledge_is_at_its_defaults(mas_knowledge: Knowledge) -> None:
    assert mas_knowledge == Knowledge()


@pytest.mark.parametrize("name", mas.testing.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(mas.testing, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'rendererContract'"):
        mas.testing.rendererContract  # noqa: B018


def test_the_pytest_plugin_imports_nothing_heavy() -> None:
    code = (
        "import sys, mas.testing.pytest_plugin\n"
        "heavy = {'numpy', 'av', 'cv2', 'dbos', 'sqlalchemy', 'hydra', 'omegaconf', 'loguru'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
