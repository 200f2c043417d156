"""The batch use case: n distinct videos from a sentence."""

import pytest

import mas_batch
from mas.errors import RequestError
from mas.language import read
from mas.nouns import Brief, Knowledge, Plan, Wish
from mas.testing import HostBuilder, UseCaseContract, failed_take, sample_outcome, sample_result
from mas_batch import variation
from mas_batch.catalogue import CATEGORIES
from mas_batch.settings import BatchConfig
from mas_batch.use_case import Batch
from mas_batch.variation import vary

CONFIG = BatchConfig(count=1, max_count=50)


async def plan(
    concept: str,
    count: int | None = None,
    *,
    seed: int | None = None,
    style: str = "",
    title: str | None = None,
) -> Plan:
    wish = Wish("batch", concept, concept=concept, count=count, style=style, title=title)
    return await Batch(CONFIG).plan(wish, Brief(concept, seed=seed), Knowledge())


class TestBatch(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Batch:
        return Batch(CONFIG)


def test_the_plugin_adds_the_batch_use_case(mas_host: HostBuilder) -> None:
    added = mas_host(mas_batch).components()

    assert [(one.slot, one.kind) for one in added] == [("use_case", "batch")]


async def test_a_bare_concept_is_one_video_of_exactly_that() -> None:
    made = await plan("a lighthouse in a storm")

    (shot,) = made.shots
    assert shot.concept == "a lighthouse in a storm"
    assert shot.title == "Lighthouse in a Storm"
    assert made.assembly is None


async def test_mythical_creatures_become_named_creatures() -> None:
    made = await plan("mythical creatures", 10)

    assert [shot.shot_id for shot in made.shots][:3] == ["s01", "s02", "s03"]
    assert len({shot.title for shot in made.shots}) == 10
    assert not any("creature" in shot.concept for shot in made.shots)
    assert "10 videos: " in made.say[0]


@pytest.mark.parametrize(
    "concept",
    [
        "dark fantasy creatures", "cute animals", "futuristic cities", "landscapes", "insects",
        "different foods", "sea creatures", "old vehicles", "strange planets", "flowers", "birds",
        "dinosaurs", "plants", "people", "landmarks", "robots",
    ],
)  # fmt: skip
async def test_categories_become_their_members(concept: str) -> None:
    made = await plan(concept, 8)

    noun = concept.rsplit(maxsplit=1)[-1]
    assert len({shot.title for shot in made.shots}) == 8
    assert not any(f" {noun} " in shot.concept for shot in made.shots)


async def test_adjectives_stay_with_every_member() -> None:
    made = await plan("dark fantasy creatures", 5)

    assert all("dark fantasy " in shot.concept for shot in made.shots)


async def test_what_follows_the_category_is_kept() -> None:
    made = await plan("mythical creatures in purple mist at night", 4)

    assert all("in purple mist at night" in shot.concept for shot in made.shots)
    assert all(read(shot.concept).time_of_day == ("night",) for shot in made.shots)


@pytest.mark.parametrize("concept", ["pasta dishes", "farm animals", "wooden ships", "red cars"])
async def test_unknown_kinds_are_varied_not_replaced(concept: str) -> None:
    made = await plan(concept, 5)

    assert all(shot.concept.startswith(f"{concept} ") for shot in made.shots)


async def test_a_list_is_one_video_each() -> None:
    made = await plan("a fox, a wolf and a bear", 3)

    assert [shot.concept for shot in made.shots] == ["a fox", "a wolf", "a bear"]


async def test_commas_inside_one_concept_make_no_list() -> None:
    made = await plan("a fox, asleep in the snow", 3)

    assert all(shot.concept.startswith("a fox, asleep in the snow, ") for shot in made.shots)


async def test_a_longer_count_goes_round_the_list_again() -> None:
    made = await plan("a fox; a wolf", 5)

    concepts = [shot.concept for shot in made.shots]
    assert concepts[:2] == ["a fox", "a wolf"]
    assert concepts[2].startswith("a fox ")
    assert len(set(concepts)) == 5


@pytest.mark.parametrize(
    "concept",
    ["mythical creatures", "creatures in purple mist at dawn", "seasons", "a lamp at night"],
)
def test_five_hundred_ideas_are_five_hundred_different_ones(concept: str) -> None:
    ideas = vary(concept, 500)

    assert len({idea.concept for idea in ideas}) == 500
    assert len({idea.title for idea in ideas}) == 500


async def test_the_same_request_gives_the_same_batch_and_a_seed_another() -> None:
    first = await plan("birds", 6)

    assert await plan("birds", 6) == first
    assert [s.title for s in (await plan("birds", 6, seed=3)).shots] != [
        s.title for s in first.shots
    ]


async def test_style_words_go_to_every_prompt() -> None:
    assert (await plan("birds", 2, style="dark, purple")).style == "dark, purple"


async def test_too_many_videos_name_the_key() -> None:
    with pytest.raises(RequestError, match=r"10000 videos; use_case\.batch\.max_count"):
        await plan("birds", 10_000)


async def test_a_file_named_in_the_brief_is_asked_for_as_rows() -> None:
    with pytest.raises(RequestError, match=r"name the file: rows=shots\.csv"):
        await plan("every row of shots.csv")


@pytest.mark.parametrize("concept", ["", "  ", "..."])
async def test_no_concept_is_refused_with_an_example(concept: str) -> None:
    with pytest.raises(RequestError, match=r"does not say what .* brief="):
        await plan(concept, 3)


async def test_a_failed_video_is_told_and_the_others_count() -> None:
    made = await plan("birds", 3)
    results = [sample_result(shot) for shot in made.shots[:2]]
    results.append(sample_result(made.shots[2], failed_take(shot_id="s03", error="no slot")))

    lessons = await Batch(CONFIG).learn(sample_outcome(made, results=results), Knowledge())

    assert lessons.say == (
        "Birds: 2 of 3 videos are done",
        f"{made.shots[2].title} failed: no slot",
    )
    assert lessons.passages[0].extra == {"videos_done": 2, "videos_failed": 1}


def test_the_catalogue_asks_for_nothing_that_is_the_users_to_choose() -> None:
    members = [text for c in CATEGORIES for text in (*c.items, *c.actions, *c.settings)]
    axes = (variation._VANTAGES, variation._TIMES, variation._LIGHTS)
    facets = [text for axis in (*axes, variation._MOMENTS, variation._DETAILS) for text in axis]

    for text in (*members, *facets):
        said = read(text)
        assert (said.colours, said.moods, said.camera, said.pacing) == ((), (), (), ()), text


async def test_each_in_a_different_colour_gives_each_video_one() -> None:
    made = await plan("sneakers, each in a different colour", 3)

    assert [shot.title for shot in made.shots] == [
        "Red Sneakers", "Blue Sneakers", "Yellow Sneakers",
    ]  # fmt: skip
    assert all("each" not in shot.concept for shot in made.shots)


async def test_what_a_concept_says_is_done_is_not_said_beside_another_action() -> None:
    made = await plan("robots learning to paint", 3)

    assert [shot.concept.partition(" learning to paint ")[0] for shot in made.shots] == [
        "a gardener robot", "a clockwork knight", "a repair drone",
    ]  # fmt: skip


async def test_a_single_video_has_the_title_that_was_asked_for() -> None:
    made = await plan("a baker who counts to twelve", 1, title="The Baker's Dozen")

    assert [shot.title for shot in made.shots] == ["The Baker's Dozen"]
