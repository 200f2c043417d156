from pathlib import Path

import mas_haiku
import numpy as np
import pytest
from mas_haiku.settings import HaikuConfig, StillnessConfig
from mas_haiku.stillness import Stillness
from mas_haiku.use_case import EXAMPLE, Haiku, poem

from mas.errors import ConfigError, RequestError
from mas.nouns import Brief, Knowledge, Plan, Shot, Wanted, Wish
from mas.testing import (
    EvaluatorContract,
    HostBuilder,
    StudioForTests,
    UseCaseContract,
    sample_outcome,
    tiny_clip,
)
from mas.testing.evaluator_contract import judge


class TestHaiku(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Haiku:
        return Haiku(HaikuConfig(season="autumn", title_cards=True))

    @pytest.fixture
    def wish(self) -> Wish:
        return Wish("haiku", EXAMPLE)


class TestStillness(EvaluatorContract):
    @pytest.fixture
    def evaluator(self) -> Stillness:
        return Stillness(StillnessConfig(calm=1.0, restless=12.0))


def test_the_plugin_adds_a_use_case_and_a_judge(mas_host: HostBuilder) -> None:
    added = mas_host(mas_haiku).components()

    assert [(one.slot, one.kind) for one in added] == [
        ("use_case", "haiku"),
        ("evaluator", "haiku_stillness"),
    ]


async def test_each_line_becomes_a_shot_in_the_season() -> None:
    haiku = Haiku(HaikuConfig(season="winter", title_cards=False))

    plan = await haiku.plan(Wish("haiku", EXAMPLE), Brief(EXAMPLE), Knowledge())

    assert [shot.concept for shot in plan.shots] == [
        "old pond, in winter",
        "a frog leaps in, in winter",
        "the sound of water, in winter",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(EXAMPLE, id="slashes"),
        pytest.param(EXAMPLE.replace(" / ", "\n"), id="lines"),
        pytest.param(f"Film this haiku: {EXAMPLE}", id="a request before it"),
    ],
)
def test_a_poem_is_found_in_the_brief(text: str) -> None:
    assert poem(text) == ("old pond", "a frog leaps in", "the sound of water")


def test_two_lines_are_refused_with_an_example() -> None:
    with pytest.raises(RequestError, match=r"has 2; write for example"):
        poem("old pond / a frog leaps in")


def test_calm_above_restless_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"calm is 12\.0, not below restless"):
        StillnessConfig(calm=12.0, restless=1.0)


def test_a_standing_clip_is_calmer_than_a_flashing_one(tmp_path: Path) -> None:
    evaluator = Stillness(StillnessConfig(calm=1.0, restless=12.0))
    black, white = np.zeros((64, 96, 3), np.uint8), np.full((64, 96, 3), 255, np.uint8)
    still = tiny_clip(tmp_path / "still.mp4", pictures=[black] * 8)
    flashing = tiny_clip(tmp_path / "flashing.mp4", pictures=[black, white] * 4)

    assert judge(evaluator, still, Wanted("a pond")).value == 1.0
    assert judge(evaluator, flashing, Wanted("a pond")).value == 0.0


def test_the_end_is_told_in_three_lines(mas_host: HostBuilder, mas_log: list[str]) -> None:
    shot = Shot("line-1", "old pond", "old pond, in autumn")
    outcome = sample_outcome(Plan("haiku", "old pond", (shot,)))

    mas_host(mas_haiku).production_finished(outcome=outcome)

    assert mas_log == ["INFO three lines were spoken / 1 of them became light / the screen is dark"]


def test_the_end_of_another_use_case_is_not_told(mas_host: HostBuilder, mas_log: list[str]) -> None:
    mas_host(mas_haiku).production_finished(outcome=sample_outcome())

    assert mas_log == []


async def test_a_poem_is_filmed_line_by_line(mas_studio: StudioForTests) -> None:
    manifest = await mas_studio.produce(EXAMPLE, route="haiku")

    assert manifest["status"] == "complete"
    assert [shot["title"] for shot in manifest["shots"]] == [
        "old pond",
        "a frog leaps in",
        "the sound of water",
    ]
    assert (mas_studio.folder(manifest) / manifest["film"]).is_file()
