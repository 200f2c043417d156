"""The judges of camera work and pacing, on a textured picture that a virtual camera crosses."""

from collections.abc import Callable, Iterator

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from mas.language import opposite_move
from mas.nouns import Score, Wanted

Picture = npt.NDArray[np.uint8]
Show = Callable[..., Score]

SIZE = (384, 256)
# frame widths or heights, or growth, per frame of 24 a second
MOVES = {
    "static": {}, "pan_right": {"right": 0.004}, "pan_left": {"right": -0.004},
    "tilt_up": {"up": 0.004}, "tilt_down": {"up": -0.004},
    "zoom_in": {"zoom": 0.003}, "zoom_out": {"zoom": -0.003},
}  # fmt: skip
PHRASES = {
    "static": "Static camera.", "pan_right": "Pan right.", "pan_left": "Pan left.",
    "tilt_up": "Tilt up.", "tilt_down": "Tilt down.", "zoom_in": "Zoom in.",
    "zoom_out": "Zoom out.", "dolly_in": "Push in.", "dolly_out": "Pull back.",
    "orbit": "The camera orbits the tower.", "handheld": "Handheld camera.",
}  # fmt: skip


def world(seed: int) -> Picture:
    """A large picture with edges at every scale."""
    rng = np.random.default_rng(seed)
    picture = np.zeros((1024, 1536), np.float32)
    for scale in (8, 24, 80):
        noise = rng.random((1024 // scale + 1, 1536 // scale + 1), np.float32)
        picture += cv2.resize(noise, (1536, 1024), interpolation=cv2.INTER_NEAREST)
    grey = cv2.normalize(picture, None, 20, 230, cv2.NORM_MINMAX).astype(np.uint8)
    return cv2.applyColorMap(cv2.GaussianBlur(grey, (0, 0), 1.2), cv2.COLORMAP_BONE)


def shoot(
    seed: int = 1,
    frames: int = 33,
    *,
    right: float = 0.0,
    up: float = 0.0,
    zoom: float = 0.0,
    shake: float = 0.0,
) -> Iterator[Picture]:
    """Frames of a camera over the world; `shake` in pixels."""
    width, height = SIZE
    picture, rng = world(seed), np.random.default_rng(9)
    for index in range(frames):
        grown = (1 + zoom) ** (index - frames // 2)
        x = 768 + (index - frames // 2) * right * width + shake * rng.normal()
        y = 512 - (index - frames // 2) * up * height + shake * rng.normal()
        matrix = np.array([[grown, 0, width / 2 - grown * x], [0, grown, height / 2 - grown * y]])
        yield cv2.warpAffine(picture, matrix, SIZE, flags=cv2.INTER_LINEAR)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("move", MOVES)
def test_the_asked_move_is_seen(show: Show, move: str, seed: int) -> None:
    score = show("camera", shoot(seed, **MOVES[move]), Wanted(PHRASES[move]))

    assert score.details["measured_move"] == move
    assert score.value > 0.9
    assert score.findings == ()


@pytest.mark.parametrize("move", [move for move in MOVES if move != "static"])
def test_the_opposite_move_is_wrong(show: Show, move: str) -> None:
    other = opposite_move(move)

    score = show("camera", shoot(**MOVES[other]), Wanted(PHRASES[move]))

    assert score.value < 0.1
    assert [(f.kind, f.wanted, f.measured) for f in score.findings] == [
        ("camera.wrong", move, other)
    ]


@pytest.mark.parametrize(
    "move", ["pan_left", "tilt_up", "zoom_in", "dolly_out", "orbit", "handheld"]
)
def test_a_camera_that_stays_put_misses_the_move(show: Show, move: str) -> None:
    score = show("camera", shoot(), Wanted(PHRASES[move]))

    assert score.value < 0.3
    assert [(f.kind, f.wanted, f.measured) for f in score.findings] == [
        ("camera.missing", move, "static")
    ]


def test_a_dolly_counts_as_a_zoom(show: Show) -> None:
    assert show("camera", shoot(zoom=0.003), Wanted(PHRASES["dolly_in"])).value > 0.9
    assert show("camera", shoot(zoom=-0.003), Wanted(PHRASES["dolly_in"])).value < 0.1


def test_shake_is_handheld_and_spoils_a_static_shot(show: Show) -> None:
    frames = list(shoot(shake=2.0))

    assert show("camera", frames, Wanted(PHRASES["handheld"])).value > 0.9
    static = show("camera", frames, Wanted(PHRASES["static"]))
    assert [(f.kind, f.measured) for f in static.findings] == [("camera.wrong", "handheld")]


def test_a_sideways_drift_passes_for_an_orbit_at_less_than_full_marks(show: Show) -> None:
    score = show("camera", shoot(right=0.004), Wanted(PHRASES["orbit"]))

    assert 0.7 < score.value < 0.9
    assert score.findings == ()


def test_near_and_far_that_cross_each_other_are_an_orbit(show: Show) -> None:
    far, near = shoot(seed=1, right=-0.001), shoot(seed=2, right=0.001)
    frames = [np.vstack([a[:128], b[128:]]) for a, b in zip(far, near, strict=True)]

    assert show("camera", frames, Wanted(PHRASES["orbit"])).value == 1.0
    panned = show("camera", frames, Wanted(PHRASES["pan_left"]))
    assert [(f.kind, f.measured) for f in panned.findings] == [("camera.wrong", "orbit")]


def test_the_wish_counts_before_the_prompt(show: Show) -> None:
    wanted = Wanted("A tower. Pan right.", concept="a tower, tilt up")

    score = show("camera", shoot(**MOVES["pan_right"]), wanted)

    assert [finding.wanted for finding in score.findings] == ["tilt_up"]


def test_falling_specks_do_not_pass_for_a_move(show: Show) -> None:
    rng = np.random.default_rng(4)
    specks = rng.random((150, 2)) * SIZE
    frames = []
    for index, frame in enumerate(shoot()):
        for x, y in (specks + np.array([2, 5]) * index) % SIZE:
            cv2.circle(frame, (int(x), int(y)), 1, (255, 255, 255), -1)
        frames.append(frame)

    assert show("camera", frames, Wanted(PHRASES["static"])).value > 0.9


def test_a_flat_picture_gives_no_verdict(show: Show) -> None:
    frames = [np.full((256, 384, 3), 80, np.uint8)] * 24

    score = show("camera", frames, Wanted(PHRASES["pan_left"]))

    assert score.value is None
    assert score.reason


@pytest.mark.parametrize(
    ("asked", "speed", "kind"),
    [
        pytest.param("Slow.", 0.012, "motion.too_fast", id="fast when slow was asked"),
        pytest.param("Fast.", 0.0005, "motion.too_slow", id="slow when fast was asked"),
        pytest.param("Steady pace.", 0.02, "motion.too_fast", id="fast when steady was asked"),
        pytest.param("Steady pace.", 0.0002, "motion.too_slow", id="slow when steady was asked"),
    ],
)
def test_the_wrong_pace_is_found(show: Show, asked: str, speed: float, kind: str) -> None:
    score = show("motion", shoot(right=speed), Wanted(asked))

    assert [finding.kind for finding in score.findings] == [kind]
    assert score.details["flow_per_s"] == pytest.approx(speed * 24, rel=0.05)


@pytest.mark.parametrize(
    ("asked", "speed"), [("Slow.", 0.0008), ("Fast.", 0.012), ("Steady pace.", 0.0035)]
)
def test_the_asked_pace_is_good(show: Show, asked: str, speed: float) -> None:
    assert show("motion", shoot(right=speed), Wanted(asked)).value > 0.95


@pytest.mark.parametrize("fps", [12.0, 24.0, 60.0])
def test_the_frame_rate_does_not_change_the_measured_speed(show: Show, fps: float) -> None:
    frames = list(shoot(right=0.1 / fps, frames=round(1.5 * fps)))

    score = show("motion", frames, Wanted("Slow."), fps=fps)

    assert score.details["flow_per_s"] == pytest.approx(0.1, rel=0.05)
