"""The judges of colour and mood, on drawn frames."""

import itertools
from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from mas.language import COLOURS
from mas.nouns import Score, Wanted

Show = Callable[..., Score]

PALETTES = {
    "emerald": ("green", "teal"), "crimson": ("crimson", "orange"), "ice": ("cyan", "white"),
    "ocean": ("blue", "teal"), "rose": ("pink", "purple"), "sepia": ("brown", "gold"),
    "toxic": ("green", "yellow"), "royal": ("violet", "gold"),
}  # fmt: skip


def landscape(first: str, second: str) -> npt.NDArray[np.uint8]:
    """A sky of one colour over ground of another, both shaded from dark to light."""
    height, width = 96, 144
    picture = np.empty((height, width, 3), np.float32)
    shade = np.linspace(0.35, 1.1, width, dtype=np.float32)[None, :, None]
    picture[: height // 2] = shade * COLOURS[first].rgb[::-1]
    picture[height // 2 :] = shade * COLOURS[second].rgb[::-1]
    noise = np.random.default_rng(3).normal(0, 4, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def wish(colours: tuple[str, ...]) -> Wanted:
    return Wanted(f"A harbour in {' and '.join(colours)}.")


@pytest.mark.parametrize("name", PALETTES)
def test_the_own_palette_fits_best(show: Show, name: str) -> None:
    frames = [landscape(*PALETTES[name])]

    values = {other: show("palette", frames, wish(PALETTES[other])).value for other in PALETTES}

    assert max(values, key=values.__getitem__) == name
    assert values[name] > 0.85


def test_a_missing_colour_is_named_with_its_share(show: Show) -> None:
    score = show("palette", [landscape("blue", "teal")], wish(("blue", "gold")))

    missing = [finding for finding in score.findings if finding.kind == "palette.missing"]
    assert [finding.wanted for finding in missing] == ["gold"]
    assert missing[0].measured.endswith(" % of the picture")
    assert "gold" in missing[0].advice
    assert score.details["coverage.blue"] > 0.3
    assert score.details["margin.gold"] < 0


def test_a_small_accent_is_weak_not_missing(show: Show) -> None:
    picture = landscape("blue", "blue")
    cv2.rectangle(picture, (20, 20), (31, 31), COLOURS["gold"].rgb[::-1], -1)

    score = show("palette", [picture], wish(("blue", "gold")))

    assert [(f.kind, f.wanted) for f in score.findings] == [("palette.weak", "gold")]


def test_a_colour_lost_among_others_is_weak(show: Show) -> None:
    picture = np.concatenate([landscape("green", "orange"), landscape("red", "yellow")])
    picture[:12, :] = COLOURS["purple"].rgb[::-1]

    score = show("palette", [picture], wish(("purple",)))

    assert score.value < 0.6
    assert [(f.kind, f.wanted) for f in score.findings] == [("palette.weak", "purple")]


def test_more_of_an_asked_colour_never_scores_less(show: Show) -> None:
    values = []
    for share in (0, 4, 12, 30, 60, 96):
        picture = landscape("green", "green")
        picture[:share] = COLOURS["purple"].rgb[::-1]
        values.append(show("palette", [picture], wish(("purple",))).value)

    assert all(a <= b for a, b in itertools.pairwise(values))
    assert values[-1] - values[0] > 0.9


def test_ruled_out_colours_are_not_wanted(show: Show) -> None:
    frames = [landscape("blue", "blue")]

    ruled_out = Wanted("A harbour in blue, no gold.", negative="red, neon", concept="red boats")
    score = show("palette", frames, ruled_out)

    assert "coverage.blue" in score.details
    assert "coverage.gold" not in score.details
    assert "coverage.red" not in score.details


@pytest.mark.parametrize(
    ("mood", "alpha", "kind"),
    [
        pytest.param("dark", 1.6, "mood.too_bright", id="dark"),
        pytest.param("bright", 0.4, "mood.too_dark", id="bright"),
    ],
)
def test_light_is_held_against_the_mood(show: Show, mood: str, alpha: float, kind: str) -> None:
    wrong = [cv2.convertScaleAbs(landscape("azure", "mint"), alpha=alpha)]
    right = [cv2.convertScaleAbs(landscape("azure", "mint"), alpha=2.0 - alpha)]
    wanted = Wanted(f"A {mood} harbour.")

    assert kind in {finding.kind for finding in show("mood", wrong, wanted).findings}
    assert show("mood", right, wanted).value > show("mood", wrong, wanted).value + 0.2


@pytest.mark.parametrize(
    ("mood", "colour", "kind"),
    [
        pytest.param("muted", "magenta", "mood.too_colourful", id="muted"),
        pytest.param("vibrant", "grey", "mood.too_pale", id="vibrant"),
    ],
)
def test_saturation_is_held_against_the_mood(show: Show, mood: str, colour: str, kind: str) -> None:
    score = show("mood", [landscape(colour, colour)], Wanted(f"A {mood} harbour."))

    assert kind in {finding.kind for finding in score.findings}


def test_a_mood_without_a_certain_light_gives_no_score(show: Show) -> None:
    score = show("mood", [landscape("azure", "mint")], Wanted("A calm harbour."))

    assert score.value is None
    assert "calm" in score.reason


def test_moods_that_pull_both_ways_leave_the_light_open(show: Show) -> None:
    score = show("mood", [landscape("azure", "mint")], Wanted("A dark but bright harbour."))

    assert score.value is None


def test_a_pale_mood_does_not_forbid_the_colours_that_were_asked_for(show: Show) -> None:
    frames = [landscape("rust", "brown")]

    melancholic = show("mood", frames, Wanted("A melancholic harbour."))
    in_colour = show("mood", frames, Wanted("A melancholic harbour in rust and brown."))

    assert "mood.too_colourful" in {finding.kind for finding in melancholic.findings}
    assert "mood.too_colourful" not in {finding.kind for finding in in_colour.findings}
