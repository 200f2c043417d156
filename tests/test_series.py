"""The series use case: one look for all episodes, an arc, and more of it later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mas_series
from mas.errors import RequestError
from mas.language import read
from mas.nouns import (
    Brief,
    CurrentSeries,
    Edit,
    Knowledge,
    Operation,
    Plan,
    UserStyle,
    Wish,
)
from mas.testing import HostBuilder, UseCaseContract, failed_take, sample_outcome, sample_result
from mas_series.arcs import JOURNEY, PASSAGE_INDOORS, PASSAGE_OF_LIGHT, acts_of, beats_of
from mas_series.settings import SeriesConfig
from mas_series.subject import read_subject, tidy
from mas_series.use_case import Series

CONFIG = SeriesConfig(episodes=3, max_episodes=24, chain=False, card_s=1.5)
SENTENCE = "Create a 3-part Mythical Guardians series"
GUARDIANS = Wish("series", SENTENCE, concept="Mythical Guardians", count=3)
KNOWN = CurrentSeries(
    active_series="Mythical Guardians",
    series_theme="Mythical Guardians",
    series_style="gold palette, epic light",
    episodes_completed=3,
    episodes_planned=3,
    consistency_rules=("the palette stays gold", "the light stays epic"),
)


async def plan(
    wish: Wish = GUARDIANS, knowledge: Knowledge | None = None, config: SeriesConfig = CONFIG
) -> Plan:
    return await Series(config).plan(wish, Brief(wish.text), knowledge or Knowledge())


def values(edit: Edit) -> dict[str, object]:
    return {operation.field: operation.value for operation in edit.operations}


class TestSeries(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Series:
        return Series(CONFIG)


def test_the_plugin_adds_the_series_use_case(mas_host: HostBuilder) -> None:
    added = mas_host(mas_series).components()

    assert [(one.slot, one.kind) for one in added] == [("use_case", "series")]


async def test_three_parts_are_three_named_episodes_with_one_title() -> None:
    made = await plan()

    assert made.title == "Mythical Guardians"
    assert [shot.shot_id for shot in made.shots] == ["e01", "e02", "e03"]
    assert [shot.episode for shot in made.shots] == [1, 2, 3]
    assert all(shot.title.startswith(f"Episode {shot.episode} · ") for shot in made.shots)
    assert all(shot.concept.startswith("mythical guardians ") for shot in made.shots)
    assert len({shot.concept for shot in made.shots}) == 3


async def test_the_film_is_the_episodes_with_title_cards() -> None:
    made = await plan()

    assert made.assembly is not None
    assert made.assembly.title == "Mythical Guardians"
    assert made.assembly.title_cards
    assert made.assembly.card_s == 1.5


async def test_without_a_number_the_config_decides() -> None:
    made = await plan(Wish("series", "A series about robots", concept="robots"))

    assert len(made.shots) == 3


@pytest.mark.parametrize(("text", "episodes"), [("Deep sea explorers", 3), ("One episode", 1)])
async def test_one_episode_is_made_only_when_somebody_says_one(text: str, episodes: int) -> None:
    made = await plan(Wish("series", text, concept="deep sea explorers", count=1))

    assert len(made.shots) == episodes


async def test_the_title_that_the_user_gave_is_kept() -> None:
    wish = Wish("series", "x", concept="fishing villages", title="Tides", count=4)

    assert (await plan(wish)).title == "Tides"


async def test_the_words_of_the_brief_are_pinned_into_the_rules() -> None:
    wish = Wish("series", "x", concept="robots", count=2, style="dark, purple and blue, slow")

    made = await plan(wish)

    said = read(". ".join(made.rules))
    assert said.colours == ("purple", "blue")
    assert "dark" in said.moods
    assert said.pacing == ("slow",)
    assert made.style == wish.style


async def test_the_users_taste_fills_what_the_brief_leaves_open() -> None:
    taste = UserStyle(color_preferences=("emerald",), mood_preferences=("eerie",))

    made = await plan(knowledge=Knowledge(user_style=taste))

    assert "the palette stays emerald" in made.rules
    assert made.rules[1].startswith("the mood stays eerie")


async def test_the_brief_overrules_the_users_taste() -> None:
    taste = UserStyle(color_preferences=("emerald",), mood_preferences=("dark",))
    wish = Wish("series", "x", concept="robots", count=2, style="bright yellow")

    made = await plan(wish, Knowledge(user_style=taste))

    assert made.rules[:2] == ("the palette stays yellow", "the light stays bright")


@pytest.mark.parametrize("theme", ["robots", "ancient cities", "a dog", "the sea", "two thieves"])
async def test_a_disliked_colour_is_never_chosen(theme: str) -> None:
    disliked = ("gold", "teal", "crimson", "azure", "violet", "amber", "rose", "copper", "cobalt")
    taste = UserStyle(disliked_elements=disliked)

    made = await plan(Wish("series", theme, concept=theme), Knowledge(user_style=taste))

    assert read(made.rules[0]).colours
    assert not set(read(made.rules[0]).colours) & set(disliked)


async def test_another_theme_gets_another_look() -> None:
    themes = ["robots", "ancient cities", "a dog", "lighthouses", "dragons", "the sea"]

    looks = {(await plan(Wish("series", t, concept=t))).rules[:2] for t in themes}

    assert len(looks) >= 4


async def test_the_rules_are_kept_for_later_in_the_block() -> None:
    made = await plan()

    (edit,) = made.edits
    assert edit.label == "current_series"
    assert values(edit)["active_series"] == "Mythical Guardians"
    assert values(edit)["consistency_rules"] == made.rules
    assert values(edit)["episodes_planned"] == 3
    assert values(edit)["episodes_completed"] == 0
    assert values(edit)["series_elements"]


async def test_episodes_wait_for_each_other_only_when_chained() -> None:
    chained = SeriesConfig(episodes=3, max_episodes=24, chain=True, card_s=1.5)

    assert [shot.after for shot in (await plan()).shots] == [(), (), ()]
    assert [s.after for s in (await plan(config=chained)).shots] == [(), ("e01",), ("e02",)]


@pytest.mark.parametrize(
    ("text", "count", "episodes"),
    [
        pytest.param("Make the next episode of Mythical Guardians", None, [4], id="next"),
        pytest.param("Two more episodes", 2, [4, 5], id="two more"),
        pytest.param("Continue the series", None, [4, 5, 6], id="continue"),
    ],
)
async def test_a_series_goes_on_with_its_own_rules(
    text: str, count: int | None, episodes: list[int]
) -> None:
    wish = Wish("series", text, concept="", count=count)

    made = await plan(wish, Knowledge(current_series=KNOWN))

    assert made.title == "Mythical Guardians"
    assert [shot.episode for shot in made.shots] == episodes
    assert made.rules == KNOWN.consistency_rules
    assert made.style == KNOWN.series_style
    assert values(made.edits[0])["episodes_planned"] == episodes[-1]
    assert values(made.edits[0])["episodes_completed"] == 3


async def test_new_episodes_do_not_repeat_the_old_ones() -> None:
    first = await plan()
    wish = Wish("series", "Three more episodes", count=3)

    later = await plan(wish, Knowledge(current_series=KNOWN))

    assert not {s.concept for s in first.shots} & {s.concept for s in later.shots}


async def test_going_on_without_a_series_says_how_to_start_one() -> None:
    with pytest.raises(RequestError, match=r"memory holds none .* \+recipe=series"):
        await plan(Wish("series", "Make the next episode", count=1))


async def test_going_on_with_an_unknown_series_names_the_known_one() -> None:
    wish = Wish("series", "the next episode of Deep Sea Diaries", title="Deep Sea Diaries")

    with pytest.raises(RequestError, match="the newest one is 'Mythical Guardians'"):
        await plan(wish, Knowledge(current_series=KNOWN))


async def test_a_series_about_nothing_is_refused_with_an_example() -> None:
    with pytest.raises(RequestError, match=r"does not say what .* brief="):
        await plan(Wish("series", "Create a series"))


async def test_too_many_episodes_name_the_key() -> None:
    wish = Wish("series", "Create 99 episodes of robots", concept="robots", count=99)

    with pytest.raises(RequestError, match=r"99 episodes .* use_case\.series\.max_episodes"):
        await plan(wish)


async def test_only_episodes_with_a_take_count_as_completed() -> None:
    made = await plan()
    results = [sample_result(shot) for shot in made.shots[:2]]
    results.append(sample_result(made.shots[2], failed_take(shot_id="e03")))

    lessons = await Series(CONFIG).learn(sample_outcome(made, results=results), Knowledge())

    (edit,) = lessons.edits
    assert edit.operations == (Operation("increment", "episodes_completed", 2),)
    assert "2 of 3 episodes are done (A, A and none)" in lessons.say[0]
    assert lessons.say[0].endswith(
        '; for more: python -m mas +recipe=series brief="the next episode of Mythical Guardians" '
        "user=ada"
    )
    assert lessons.passages[0].kind == "assessment"
    assert lessons.passages[0].extra["episodes_done"] == 2


# --- subjects and arcs ------------------------------------------------------


@pytest.mark.parametrize(
    ("concept", "phrase", "title", "acts"),
    [
        ("Mythical Guardians", "mythical guardians", "Mythical Guardians", True),
        ("lighthouse keeper", "a lighthouse keeper", "Lighthouse Keeper", True),
        ("The Last Robot", "the last robot", "The Last Robot", True),
        ("robots who learn to paint", "robots who learn to paint", "Robots Who Learn to Paint", True),
        ("Sherlock Holmes in Paris", "Sherlock Holmes in Paris", "Sherlock Holmes in Paris", True),
        ("ancient city", "an ancient city", "Ancient City", False),
        ("fishing villages", "fishing villages", "Fishing Villages", False),
        ("wildlife", "wildlife", "Wildlife", False),
        ("a series about old harbours", "old harbours", "Old Harbours", False),
        ("deserted train station", "a deserted train station", "Deserted Train Station", False),
    ],
)  # fmt: skip
def test_a_subject_is_read_as_a_noun_phrase(
    concept: str, phrase: str, title: str, *, acts: bool
) -> None:
    subject = read_subject(concept)

    assert (subject.phrase, subject.title, subject.acts) == (phrase, title, acts)


@given(st.text(min_size=1).filter(tidy))
def test_any_text_can_be_a_subject(concept: str) -> None:
    subject = read_subject(concept)

    assert subject.phrase.strip()
    assert subject.title.strip()


def test_an_arc_opens_and_resolves() -> None:
    for count in range(2, 25):
        acts = acts_of(count)
        assert len(acts) == count
        assert (acts[0], acts[-1]) == ("opening", "resolution")


@pytest.mark.parametrize(
    "concept",
    ["dragons", "a lighthouse keeper", "old harbours", "harbours at night", "my grandmother's kitchen"],
)  # fmt: skip
def test_no_beat_comes_twice_in_a_series(concept: str) -> None:
    for count in range(1, 25):
        beats = beats_of(read_subject(concept), count=count)

        assert len({beat.text for beat in beats}) == count


def test_a_subject_that_says_the_time_of_day_gets_beats_that_do_not() -> None:
    beats = beats_of(read_subject("camel caravans crossing the desert at night"), count=4)

    assert [read(beat.text).time_of_day for beat in beats] == [(), (), (), ()]


def test_a_room_gets_beats_of_a_room() -> None:
    beats = beats_of(read_subject("my grandmother's kitchen"), count=5)

    indoors = {beat for act in PASSAGE_INDOORS.values() for beat in act}
    assert set(beats) <= indoors


def test_beats_ask_for_nothing_that_is_the_users_to_choose() -> None:
    tables = (JOURNEY, PASSAGE_OF_LIGHT, PASSAGE_INDOORS)
    beats = [b for table in tables for act in table.values() for b in act]

    for text in [part for beat in beats for part in (beat.text, *beat.names)]:
        said = read(text)
        assert (said.colours, said.moods, said.camera, said.pacing) == ((), (), (), ()), text
