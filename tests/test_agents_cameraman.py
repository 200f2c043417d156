from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mas.agents.cameraman import open_cameraman
from mas.agents.settings import CameramanConfig
from mas.errors import ConfigError
from mas.nouns import Finding, Grade, Score, ScoringScheme
from mas.protocols import Opening

SCHEME = ScoringScheme(
    weights={"sharpness": 0.5, "palette": 0.25, "camera": 0.25, "unused": 0.0},
    thresholds={"A": 0.8, "B": 0.6, "C": 0.4},
)
CAMERAMAN = open_cameraman(CameramanConfig(max_reasons=3), Opening(Path(), scheme=SCHEME))


def scores(**values: float | None) -> list[Score]:
    return [
        Score(name, value, reason="no audio" if value is None else None)
        for name, value in values.items()
    ]


async def test_the_score_is_the_weighted_mean() -> None:
    assessment = await CAMERAMAN.assess(scores(sharpness=1.0, palette=0.5, camera=0.1))

    assert assessment.score == pytest.approx(0.65)
    assert (assessment.grade, assessment.partial) == (Grade.B, False)


async def test_weights_are_renormalised_over_what_is_present() -> None:
    assessment = await CAMERAMAN.assess(scores(palette=0.9, camera=0.7))

    assert assessment.score == pytest.approx(0.8)
    assert assessment.partial


async def test_a_judge_without_a_value_makes_the_grade_partial_and_says_why() -> None:
    assessment = await CAMERAMAN.assess(scores(sharpness=1.0, palette=None, camera=1.0))

    assert (assessment.score, assessment.partial) == (1.0, True)
    assert assessment.reasons == ("Palette gave no score: no audio.",)


async def test_judges_without_a_weight_count_nothing() -> None:
    given_scores = scores(sharpness=1.0, palette=1.0, camera=1.0, unused=0.0, stranger=0.0)

    assessment = await CAMERAMAN.assess(given_scores)

    assert (assessment.score, assessment.partial) == (1.0, False)


async def test_without_any_value_there_is_no_grade() -> None:
    assessment = await CAMERAMAN.assess([])

    assert (assessment.score, assessment.grade, assessment.partial) == (None, None, True)


@pytest.mark.parametrize(
    ("value", "grade"), [(0.8, "A"), (0.799, "B"), (0.6, "B"), (0.4, "C"), (0.39, "F"), (0.0, "F")]
)
async def test_a_grade_is_the_best_whose_threshold_is_reached(value: float, grade: str) -> None:
    assessment = await CAMERAMAN.assess(scores(sharpness=value, palette=value, camera=value))

    assert assessment.grade == grade


async def test_reasons_begin_with_what_cost_most() -> None:
    purple = Finding("palette.missing", "purple", "0.3 %", "name purple", 0.9)
    still = Finding("camera.wrong", "pan_left", "static", "state the pan", 0.4)
    given_scores = [
        Score("sharpness", 0.95),
        Score("palette", 0.1, findings=(purple,)),
        Score("camera", 0.5, findings=(still,)),
    ]

    assessment = await CAMERAMAN.assess(given_scores)

    assert assessment.reasons == (
        "Palette scored 0.10: wanted purple, saw 0.3 %.",
        "Camera scored 0.50: wanted pan left, saw static.",
        "Sharpness scored 0.95.",
    )
    assert assessment.findings == (purple, still)


async def test_no_scheme_is_refused() -> None:
    with pytest.raises(ConfigError, match="scoring"):
        open_cameraman(CameramanConfig(max_reasons=3), Opening(Path()))


SHARE = st.floats(0, 1)


@given(
    weights=st.lists(st.floats(0.001, 1), min_size=1, max_size=6),
    values=st.lists(SHARE, min_size=6, max_size=6),
    better=SHARE,
)
async def test_the_score_is_bounded_and_monotone_in_each_score(
    weights: list[float], values: list[float], better: float
) -> None:
    names = [f"judge{i}" for i in range(len(weights))]
    scheme = ScoringScheme(dict(zip(names, weights, strict=True)), {"A": 0.8, "B": 0.4})
    cameraman = open_cameraman(CameramanConfig(max_reasons=9), Opening(Path(), scheme=scheme))
    before = await cameraman.assess(scores(**dict(zip(names, values, strict=False))))

    for index, name in enumerate(names):
        raised = dict(zip(names, values, strict=False)) | {name: max(values[index], better)}
        after = await cameraman.assess(scores(**raised))
        assert before.score is not None
        assert after.score is not None
        assert before.grade is not None
        assert after.grade is not None
        assert 0 <= before.score <= after.score <= 1
        assert before.grade.rank <= after.grade.rank
