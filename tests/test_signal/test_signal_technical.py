"""The judge of craft, on drawn frames."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from mas.nouns import Format, Score, Wanted

Show = Callable[..., Score]
Draw = Callable[..., Iterator[npt.NDArray[np.uint8]]]

WANTED = Wanted("A fox crosses a bridge.")


def kinds(score: Score) -> set[str]:
    return {finding.kind for finding in score.findings}


def test_a_sound_clip_scores_high_and_has_nothing_to_mend(show: Show, moving: Draw) -> None:
    wanted = Wanted("A fox crosses a bridge.", format=Format(192, 128, 24, 24))

    score = show("technical", moving(24), wanted)

    assert score.value > 0.9
    assert score.findings == ()


def test_temporal_flickering_is_the_vbench_formula(show: Show) -> None:
    rng = np.random.default_rng(5)
    frames = rng.integers(0, 256, (7, 48, 64, 3), dtype=np.uint8)
    floats = frames.astype(np.float64)
    by_hand = (255 - np.mean([np.abs(a - b).mean() for a, b in pairwise(floats)])) / 255

    score = show("technical", frames, WANTED)

    assert score.details["temporal_flickering"] == pytest.approx(by_hand, abs=1e-12)


def test_two_grey_levels_flicker_by_their_distance(show: Show) -> None:
    frames = [np.full((48, 64, 3), 100 + 51 * (i % 2), np.uint8) for i in range(8)]

    assert show("technical", frames, WANTED).details["temporal_flickering"] == pytest.approx(0.8)


def test_a_pan_lowers_the_vbench_measure_but_is_no_flicker(show: Show, moving: Draw) -> None:
    score = show("technical", moving(24, right=6), WANTED)

    assert score.details["temporal_flickering"] < 0.98
    assert "flicker.high" not in kinds(score)


@pytest.mark.parametrize("period", [2, 3, 5])
def test_pulsing_light_is_flicker(show: Show, moving: Draw, period: int) -> None:
    frames = [
        cv2.convertScaleAbs(frame, alpha=1.0 if i % period else 1.25)
        for i, frame in enumerate(moving(30))
    ]

    score = show("technical", frames, WANTED)

    assert "flicker.high" in kinds(score)


def test_two_flashes_of_lightning_are_no_flicker(show: Show, moving: Draw) -> None:
    frames = [
        cv2.convertScaleAbs(frame, alpha=1.5 if i in (9, 30) else 1.0)
        for i, frame in enumerate(moving(48))
    ]

    assert "flicker.high" not in kinds(show("technical", frames, WANTED))


def test_blur_is_found_at_any_contrast(show: Show, moving: Draw) -> None:
    sharp = list(moving(12))
    pale = [cv2.convertScaleAbs(frame, alpha=0.4, beta=70) for frame in sharp]
    soft = [cv2.GaussianBlur(frame, (0, 0), 6) for frame in sharp]

    values = [show("technical", f, WANTED).details["sharpness"] for f in (sharp, pale, soft)]

    assert values[1] == pytest.approx(values[0], rel=0.1)
    assert values[2] < values[0] / 4
    assert "sharpness.soft" in kinds(show("technical", soft, WANTED))
    assert "sharpness.soft" not in kinds(show("technical", pale, WANTED))


@pytest.mark.parametrize(
    ("alpha", "beta", "kind"),
    [
        pytest.param(0.15, 0, "exposure.dark", id="too dark"),
        pytest.param(0.3, 195, "exposure.bright", id="too bright"),
        pytest.param(4.0, -250, "exposure.clipped", id="blown out"),
    ],
)
def test_bad_exposure_is_found(
    show: Show, moving: Draw, alpha: float, beta: int, kind: str
) -> None:
    frames = [
        np.clip(frame.astype(float) * alpha + beta, 0, 255).astype(np.uint8) for frame in moving(9)
    ]

    assert kind in kinds(show("technical", frames, WANTED))


def test_a_dark_mood_may_be_dark(show: Show, moving: Draw) -> None:
    frames = [cv2.convertScaleAbs(frame, alpha=0.2) for frame in moving(9)]

    plain = show("technical", frames, Wanted("A fox crosses a bridge."))
    moody = show("technical", frames, Wanted("A dark, ominous forest at night."))

    assert "exposure.dark" in kinds(plain)
    assert "exposure.dark" not in kinds(moody)
    assert moody.value > plain.value


def test_black_frames_are_counted(show: Show, moving: Draw) -> None:
    frames = list(moving(20))
    frames[:5] = [np.zeros_like(frames[0])] * 5

    score = show("technical", frames, WANTED)

    assert score.details["black_frames"] == pytest.approx(0.25)
    assert "black.frames" in kinds(score)


def test_a_standstill_is_found_with_its_length(show: Show, moving: Draw) -> None:
    frames = list(moving(36))
    frames[10:29] = [frames[10]] * 19

    score = show("technical", frames, WANTED)

    assert score.details["frozen_s"] == pytest.approx(18 / 24, abs=1e-3)
    assert score.details["duplicate_frames"] == 0
    assert "frozen.frames" in kinds(score)
    assert "duplicate.frames" not in kinds(score)


def test_every_frame_shown_twice_is_found(show: Show, moving: Draw) -> None:
    frames = [frame for frame in moving(12) for _ in range(2)]

    score = show("technical", frames, WANTED)

    assert score.details["duplicate_frames"] == pytest.approx(12 / 23, abs=1e-3)
    assert kinds(score) == {"duplicate.frames"}


def test_size_and_length_are_held_against_the_format(show: Show, moving: Draw) -> None:
    wanted = Wanted("A fox crosses a bridge.", format=Format(768, 512, 48, 24))

    score = show("technical", moving(24), wanted)

    assert {"size.wrong", "duration.wrong"} <= kinds(score)
    measured = {finding.kind: finding.measured for finding in score.findings}
    assert measured["size.wrong"] == "192x128"
    assert measured["duration.wrong"] == "24 frames at 24 fps (1.0 s)"


def test_a_grave_flaw_outweighs_many_virtues(show: Show, moving: Draw) -> None:
    good = show("technical", moving(24), WANTED).value
    still = show("technical", [next(iter(moving(1)))] * 24, WANTED).value

    assert still < good - 0.3


def test_a_calm_scene_is_no_stutter(show: Show, moving: Draw) -> None:
    first = next(iter(moving(1)))
    rng = np.random.default_rng(2)
    frames = [first + (rng.random(first.shape) < 0.008).astype(np.uint8) for _ in range(36)]

    score = show("technical", frames, WANTED)

    assert score.details["temporal_flickering"] > 0.9999
    assert score.details["duplicate_frames"] == 0
    assert score.findings == ()
