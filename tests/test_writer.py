import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mas.agents import actions, places, remedies
from mas.agents.english import article
from mas.agents.scene import find_place
from mas.agents.settings import WriterConfig
from mas.agents.writer import open_writer
from mas.language import Reading, read
from mas.nouns import (
    Assembly,
    Finding,
    Knowledge,
    Passage,
    Plan,
    Prompt,
    QualityStandards,
    Recalled,
    Shot,
    UserStyle,
)
from mas.protocols import Opening

CONFIG = WriterConfig(max_chars=1200, negative="worst quality, blurry")
WRITER = open_writer(CONFIG, Opening(Path()))
PLAN = Plan("batch", "Batch")
CONCEPTS = Path(__file__).with_name("writer_concepts.txt").read_text("utf-8").splitlines()


def a_shot(concept: str = "a fox in the snow", **facts: object) -> Shot:
    return replace(Shot("s01", "The fox", concept), **facts)  # type: ignore[arg-type]


async def write(
    shot: Shot | None = None, plan: Plan = PLAN, knowledge: Knowledge | None = None
) -> Prompt:
    return await WRITER.write(shot or a_shot(), plan, knowledge or Knowledge())


async def test_a_hundred_concepts_give_a_hundred_prompts() -> None:
    prompts = [await write(Shot(f"s{i}", "x", concept)) for i, concept in enumerate(CONCEPTS)]

    texts = {prompt.text for prompt in prompts}
    assert len(CONCEPTS) >= 100
    assert len(texts) == len(CONCEPTS)
    assert len({text.split(". ", 1)[1] for text in texts}) == len(CONCEPTS)


@pytest.mark.parametrize("concept", CONCEPTS)
async def test_a_prompt_is_one_grammatical_paragraph(concept: str) -> None:
    text = (await write(a_shot(concept))).text

    assert "\n" not in text
    assert "  " not in text
    assert text.endswith(".")
    assert text[0].isupper()
    assert len(text) <= 1200
    assert not re.search(r"[{}\[\]<>]|\bNone\b|\.\.|,,| [,.;]", text)
    assert not re.search(r"\b(\w+) \1\b", text, re.IGNORECASE)
    assert all(sentence[0].isupper() for sentence in re.split(r"(?<=\.) ", text))
    assert 4 <= text.count(". ") + 1 <= 12
    for said, word in re.findall(r"\b([Aa]n?) ([\w-]+)", text):
        assert said.lower() == article(word), f"{said} {word}"


@pytest.mark.parametrize("concept", CONCEPTS)
async def test_a_prompt_names_palette_light_camera_and_sound(concept: str) -> None:
    text = (await write(a_shot(concept))).text

    reading = read(text)
    assert reading.colours
    assert len(reading.camera) == 1
    assert reading.sounds


@pytest.mark.parametrize(
    ("concept", "opening"),
    [
        ("a fox running through snow", "A fox is running through snow."),
        ("foxes run through tall grass", "Foxes run through tall grass."),
        ("a lion sleeps under a tree", "A lion sleeps under a tree."),
        ("a castle hidden in fog", "A castle is hidden in fog."),
        ("a herd of elephants crossing a riverbed", "A herd of elephants is crossing a riverbed."),
        ("running through a forest", "A lone figure is running through a forest."),
        ("a spaceship landing on a moon", "A spaceship is landing on a moon."),
        ("a knight and a dragon share a campfire", "A knight and a dragon share a campfire."),
        ("kids flying kites on a beach", "Kids are flying kites on a beach."),
        ("Mythical Guardians: a stone giant wakes in the forest", "A stone giant wakes in the forest."),
        ("coffee being poured into a cup", "Coffee is being poured into a cup."),
    ],
)  # fmt: skip
async def test_a_concept_becomes_a_sentence_without_losing_a_word(
    concept: str, opening: str
) -> None:
    assert (await write(a_shot(concept))).text.startswith(opening)


@pytest.mark.parametrize(
    "concept",
    [
        "a clockmaker who repairs time",
        "Лиса в снегу",
        "salt, iron, dusk",
        "the year 2049",
        "Venice at dawn",
    ],
)
async def test_a_concept_that_is_not_understood_keeps_its_words(concept: str) -> None:
    assert concept in (await write(a_shot(concept))).text


async def test_a_prompt_written_by_the_user_is_kept_and_completed() -> None:
    own = "A red kite hangs over a bay. A child runs below it."

    text = (await write(a_shot(own))).text

    assert text.startswith(own)
    assert read(text).camera


async def test_verbatim_shots_pass_through() -> None:
    prompt = await write(a_shot("word for word, {really}", verbatim=True))

    assert (prompt.text, prompt.title) == ("word for word, {really}", "The fox")


async def test_the_same_shot_gets_the_same_prompt() -> None:
    assert await write() == await write()


async def test_episodes_differ_while_rules_stay() -> None:
    rules = ("the keeper wears a brass bell", "The palette stays teal.")
    plan = Plan("series", "Salt", rules=rules, assembly=Assembly())
    shots = [Shot(f"e{i}", f"Part {i}", "the keeper of the tower") for i in (1, 2, 3)]

    texts = [(await write(shot, plan)).text for shot in shots]

    assert len(set(texts)) == 3
    assert all(rule.lower() in text.lower() for rule in rules for text in texts)


async def test_rules_are_woven_in_and_each_is_said_once() -> None:
    rules = (
        "the palette stays azure and ivory", "the mood stays mysterious",
        "the guardians keep the same markings", "a compass can be seen somewhere in the frame",
    )  # fmt: skip
    plan = Plan("series", "Guardians", rules=rules, assembly=Assembly())

    text = (await write(a_shot("stone guardians crossing a ford"), plan)).text

    said = [line for line in text.split(". ") if any(rule in line.lower() for rule in rules)]
    assert [text.lower().count(rule) for rule in rules] == [1, 1, 1, 1]
    assert len(said) == 3
    assert "throughout" not in text.lower()
    assert "The guardians keep the same markings, and a compass can be seen" in text


async def test_a_style_that_the_rules_say_already_is_not_said_again() -> None:
    rules = ("the pacing stays slow", "the light stays warm")
    plan = Plan("series", "Kitchen", style="warm light, slow pacing", rules=rules)

    text = (await write(a_shot("a kitchen"), plan)).text

    assert "picture has" not in text
    assert text.lower().count("pacing") == 1


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("dark, moody", "The look is dark and moody."),
        ("dark moody style", "The picture has a dark moody style."),
        ("warm light and deep shadows", "The picture has warm light and deep shadows."),
        ("film noir", "The look is film noir."),
        ("stop motion", "The look follows stop motion."),
    ],
)
async def test_a_style_is_said_in_a_sentence(style: str, said: str) -> None:
    text = (await write(a_shot(style=style))).text

    assert said in text


@pytest.mark.parametrize(
    ("concept", "times"),
    [
        ("a cat beside a window full of sunlight", {"dawn", "day", "golden_hour"}),
        ("a chapel lit only by candles", {"dusk", "night"}),
    ],
)
async def test_the_time_of_day_suits_the_lights_that_are_named(
    concept: str, times: set[str]
) -> None:
    for number in range(12):
        text = (await write(a_shot(concept, shot_id=f"s{number}"))).text

        assert set(read(text).time_of_day) <= times, text


async def test_a_desert_at_night_has_no_hard_sunlight() -> None:
    for number in range(12):
        shot = a_shot("camels crossing the desert at night", shot_id=f"s{number}")

        assert "sunlight" not in (await write(shot)).text


@pytest.mark.parametrize(
    ("concept", "place"),
    [
        ("a lighthouse keeper searching the corridors of a ruined temple", "ruins"),
        ("mythical guardians stepping out of a cave into the morning sun", "cave"),
        ("camels crossing the desert at night, as an eclipse passes over", "desert"),
    ],
)
def test_the_place_is_where_it_happens(concept: str, place: str) -> None:
    found = find_place(concept)

    assert found is not None
    assert found.name == place


async def test_what_the_user_likes_to_see_stands_in_the_background() -> None:
    taste = UserStyle(theme_preferences=("dogs", "steampunk"))

    text = (await write(a_shot("a castle"), knowledge=Knowledge(user_style=taste))).text

    assert "In the background there are dogs." in text
    assert "Touches of steampunk run through the picture." in text


async def test_films_of_a_series_share_their_palette() -> None:
    plan = Plan("series", "Salt", assembly=Assembly())
    texts = [(await write(Shot(f"e{i}", "x", "a fox"), plan)).text for i in range(4)]

    assert len({frozenset(read(text).colours) for text in texts}) == 1


async def test_the_taste_of_the_user_is_in_the_prompt() -> None:
    taste = UserStyle(
        color_preferences=("purple", "blue"), mood_preferences=("dark",),
        theme_preferences=("old legends",), pacing_preferences=("slow",),
        disliked_elements=("orange", "crowds"),
    )  # fmt: skip

    prompt = await write(a_shot("a castle"), knowledge=Knowledge(user_style=taste))

    reading = read(prompt.text)
    assert {"purple", "blue"} <= set(reading.colours)
    assert "dark" in reading.moods
    assert "slow" in reading.pacing
    assert "old legends" in prompt.text
    assert prompt.negative == "worst quality, blurry, orange, crowds"


async def test_the_style_of_the_shot_wins_over_the_taste_of_the_user() -> None:
    taste = UserStyle(color_preferences=("purple",), mood_preferences=("dark",))
    shot = a_shot(style="bright gold and teal tones")

    reading = read((await write(shot, knowledge=Knowledge(user_style=taste))).text)

    assert set(reading.colours) == {"gold", "teal"}
    assert reading.moods == ("bright",)


async def test_what_was_asked_for_is_never_put_among_the_dislikes() -> None:
    taste = UserStyle(disliked_elements=("neon",))

    prompt = await write(a_shot("a neon sign"), knowledge=Knowledge(user_style=taste))

    assert "neon" not in prompt.negative


@pytest.mark.parametrize(
    "disliked", ["people", "birds", "leaves", "indigo", "fog", "moonlight", "wind"]
)
async def test_disliked_things_are_never_asked_for(disliked: str) -> None:
    knowledge = Knowledge(user_style=UserStyle(disliked_elements=(disliked,)))

    for number in range(40):
        shot = Shot(f"s{number}", "x", "a fox")
        prompt = await write(shot, knowledge=knowledge)
        assert not re.search(rf"\b{disliked}\b", prompt.text)
        assert disliked in prompt.negative


async def test_what_a_style_rules_out_goes_to_the_negative_prompt() -> None:
    prompt = await write(a_shot(style="purple tones, no neon and text"))

    assert {"neon", "text"} <= set(prompt.negative.split(", "))
    assert "no neon" not in prompt.text


async def test_a_colour_that_failed_before_is_asked_for_in_several_places() -> None:
    standards = QualityStandards(
        failure_patterns_to_avoid=("palette.missing: purple (seen 0.3 %)",)
    )
    shot = a_shot(style="purple and blue tones")

    learned = await write(shot, knowledge=Knowledge(quality_standards=standards))

    assert "fills the sky" in learned.text
    assert "fills the sky" not in (await write(shot)).text


async def test_a_recalled_failure_counts_like_a_pattern() -> None:
    failure = Passage(
        "k", "failure", "A fox.\nRoot cause: camera.wrong: pan_left (seen static)", "ada"
    )
    knowledge = Knowledge(failures=(Recalled(failure, 1.0),))

    text = (await write(a_shot(style="slow pan to the left"), knowledge=knowledge)).text

    assert "The camera pans to the left from the first frame to the last" in text


async def test_a_free_camera_move_avoids_what_failed() -> None:
    moves = ("pan_left", "pan_right", "dolly_in", "dolly_out", "tilt_up", "zoom_in", "zoom_out")
    patterns = tuple(f"camera.wrong: {move}" for move in moves)
    knowledge = Knowledge(quality_standards=QualityStandards(failure_patterns_to_avoid=patterns))

    for number in range(10):
        text = (await write(Shot(f"s{number}", "x", "a fox"), knowledge=knowledge)).text
        assert read(text).camera == ("tilt_down",)


async def test_successes_make_their_choices_more_likely() -> None:
    successes = tuple(
        Recalled(Passage(f"k{i}", "success", "The camera tilts up at dawn.", "ada"), 1.0)
        for i in range(60)
    )
    shots = [Shot(f"s{i}", "x", "a fox") for i in range(20)]

    moves = [
        read((await write(s, knowledge=Knowledge(successes=successes))).text).camera for s in shots
    ]

    assert moves.count(("tilt_up",)) > 10


async def test_long_prompts_lose_only_what_nobody_asked_for() -> None:
    writer = open_writer(replace(CONFIG, max_chars=400), Opening(Path()))
    rule = "the fox carries a lantern of green glass"
    shot = a_shot(style="purple tones", rules=(rule,))

    text = (await writer.write(shot, PLAN, Knowledge())).text

    assert rule in text.lower()
    assert {"purple", "green"} <= set(read(text).colours)
    assert len(text) < len((await write(shot)).text)


def stock() -> Iterator[str]:
    """Every sentence that the Writer adds of its own."""
    for place in places.PLACES:
        yield from (*place.where, *place.details)
    yield from (*places.NEUTRAL_DETAILS, *actions.EMBODIMENTS, *actions.OPENINGS)
    for table in (actions.ACTIONS, actions.DETAILS, actions.STANDING, actions.MOVING):
        yield from (sentence for sentences in table.values() for sentence in sentences)


@pytest.mark.parametrize("sentence", sorted(set(stock())))
def test_sentences_of_our_own_ask_for_no_colour_mood_pace_or_move(sentence: str) -> None:
    reading = read(re.sub(r"[\[\]<>{}]", "", sentence))

    assert reading == replace(Reading(), sounds=reading.sounds)


@pytest.mark.parametrize(
    "kind", ["exposure.dark", "exposure.bright", "exposure.clipped", "sharpness.soft", "flicker.high",
             "frozen.frames", "duplicate.frames", "black.frames", "audio.clipped", "size.wrong"],
)  # fmt: skip
def test_remedies_ask_for_no_colour_mood_or_move_either(kind: str) -> None:
    for level in range(4):
        change = remedies.remedy((Finding(kind, "x", "y", "z"),), level, ())
        reading = read(change.sentence)
        assert (*reading.colours, *reading.moods, *reading.camera, *reading.pacing) == ()


@settings(max_examples=60, deadline=None)
@given(
    concept=st.text(max_size=120),
    style=st.text(max_size=40),
    rule=st.from_regex(r"[A-Za-z][a-z]([a-z]| [a-z]){3,30}", fullmatch=True),
)
async def test_any_concept_style_and_rule_can_be_written(
    concept: str, style: str, rule: str
) -> None:
    prompt = await write(a_shot(concept, style=style, rules=(rule,)))

    assert prompt.text
    assert rule in prompt.text
    assert "\n" not in prompt.text
