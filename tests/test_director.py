from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mas.agents.director import open_director
from mas.agents.settings import DirectorConfig
from mas.nouns import Brief, CurrentSeries, Knowledge, Offer, Routing, SessionState, UserStyle, Wish
from mas.protocols import Opening

SERIES = Offer(
    "series", "Makes a series", ("Create a 3-part Mythical Guardians series",), ("series",)
)
BATCH = Offer("batch", "Makes videos", ("Create 10 videos of mythical creatures",), ("videos",))
STYLE = Offer("style", "Learns a taste", ("I prefer dark tones",), ("i prefer",), makes_shots=False)
REFINE = Offer("refine", "Refines a video", ("Keep refining a dragon video",), ("refine",))
CONTINUITY = Offer("continuity", "Goes on", ("What are we working on?",), (), makes_shots=False)
HAIKU = Offer("haiku", "Films a haiku", ("Film a haiku about rain",), ("haiku", "short poem"))
OFFERS = (SERIES, BATCH, STYLE, REFINE, CONTINUITY, HAIKU)
DIRECTOR = open_director(DirectorConfig(max_count=500), Opening(Path()))


async def route(
    text: str,
    *,
    offers: Sequence[Offer] = OFFERS,
    knowledge: Knowledge | None = None,
    **brief: str,
) -> Routing:
    asked = replace(Brief(text), **brief)  # type: ignore[arg-type]  # route and rows are texts
    return await DIRECTOR.route(asked, offers, knowledge or Knowledge())


def told(wish: Wish) -> tuple[object, ...]:
    """A wish as (use case, concept, count, title, style), without what is empty at the end."""
    values: list[object] = [wish.use_case, wish.concept, wish.count, wish.title, wish.style]
    while values[-1] in {"", None}:
        values.pop()
    return tuple(values)


TABLE: dict[str, list[tuple[object, ...]]] = {
    "Create a 3-part Mythical Guardians series": [("series", "Mythical Guardians", 3, "Mythical Guardians")],
    "Create 10 videos of mythical creatures": [("batch", "mythical creatures", 10)],
    "Generate 5 videos: dark fantasy creatures": [("batch", "dark fantasy creatures", 5)],
    "I prefer dark moody aesthetics with purple and blue tones": [
        ("style", "", None, None, "dark moody aesthetics with purple and blue tones")
    ],
    "make me a dozen clips about lighthouses and a two-episode series called 'Salt'": [
        ("batch", "lighthouses", 12), ("series", "Salt", 2, "Salt"),
    ],
    "I hate neon. Create three videos of foxes": [
        ("style", "", None, None, "no neon"), ("batch", "foxes", 3, None, "no neon"),
    ],
    "a lighthouse in a storm": [("batch", "a lighthouse in a storm", 1)],
    "keep refining a dragon video for 4 rounds": [("refine", "dragon", 4)],
    "what are we working on?": [("continuity",)],
    "Create a series about forest spirits in three parts": [("series", "forest spirits", 3)],
    "make a trilogy about a lighthouse keeper titled The Last Lamp": [
        ("series", "a lighthouse keeper", 3, "The Last Lamp")
    ],
    'Create a five-episode series "Salt and Iron" about deep sea divers': [
        ("series", "deep sea divers", 5, "Salt and Iron")
    ],
    "Produce twenty-one short clips on city life at night": [("batch", "city life at night", 21)],
    "Can you please make me a video of a whale swimming under ice?": [
        ("batch", "a whale swimming under ice", 1)
    ],
    "I'd like three videos of owls in a dark moody style": [
        ("batch", "owls", 3, None, "dark moody style")
    ],
    "I want a dark moody video of a fox": [("batch", "a fox", 1, None, "dark moody")],
    "two clips of a cat chasing butterflies and one of a sleeping dog": [
        ("batch", "a cat chasing butterflies", 2), ("batch", "a sleeping dog", 1),
    ],
    'make "Blade of Dawn", a trilogy about a blind swordsman': [
        ("series", "a blind swordsman", 3, "Blade of Dawn")
    ],
    "Create two episodes about Vikings and then a batch of four videos of storms": [
        ("series", "Vikings", 2), ("batch", "storms", 4),
    ],
    "make 6 videos about robots; also remember that I like teal": [
        ("batch", "robots", 6, None, "teal"), ("style", "", None, None, "teal"),
    ],
    "Actually I prefer green": [("style", "", None, None, "green")],
    "Create ten videos of dogs but make them funny": [("batch", "dogs", 10, None, "funny")],
    "12 product videos for sneakers": [("batch", "sneakers", 12)],
    "Five clips, each about a different planet": [("batch", "planets", 5)],
    "\N{GRINNING FACE} make 2 videos of cats \N{GRINNING FACE}": [("batch", "cats", 2)],
    'Create 3 videos of "The Little Prince"': [("batch", "The Little Prince", 3)],
    "two more episodes please": [("series", "", 2)],
    "show me my style": [("continuity",)],
    "undo": [("style",)],
    "An old silent pond\nA frog jumps into the pond\nSplash! Silence again.": [
        ("batch", "An old silent pond. A frog jumps into the pond. Splash! Silence again", 1)
    ],
    "Make 3 videos:\n- foxes\n- an owl\n- wolves": [("batch", "foxes; an owl; wolves", 3)],
    "5 videos: foxes, owls, wolves": [("batch", "foxes, owls, wolves", 5)],
    "foxes": [("batch", "foxes", 1)],
    "hello": [("continuity",)],
    "where did we leave off?": [("continuity",)],
    "continue my last project": [("continuity",)],
    "show me the queue": [("continuity",)],
    "improve the dragon video": [("refine", "dragon")],
    "Refine a portrait of an old sailor until it is perfect": [("refine", "portrait of an old sailor")],
    "Three rounds of refinement on a dancing robot": [("refine", "dancing robot", 3)],
    "Keep improving a neon alley, at most five attempts": [("refine", "neon alley")],
    "Create 4 videos of foxes, no neon": [("batch", "foxes", 4, None, "no neon")],
    "Create videos about the sea in black and white": [
        ("batch", "the sea", None, None, "black and white")
    ],
    "show me a dragon": [("batch", "a dragon")],
    "animate a paper boat on a stream": [("batch", "a paper boat on a stream")],
    "A lighthouse in a storm. Waves crash. A keeper lights the lamp.": [
        ("batch", "A lighthouse in a storm. Waves crash. A keeper lights the lamp", 1)
    ],
    "dark, moody, purple and blue": [("style", "", None, None, "dark, moody, purple and blue")],
    "Create a 3-part series called Mythical Guardians about stone giants": [
        ("series", "stone giants", 3, "Mythical Guardians")
    ],
    "Make a short film about loneliness with slow pans": [("batch", "loneliness", 1, None, "slow pans")],
    "a fox watching videos on a phone": [("batch", "a fox watching videos on a phone", 1)],
    "a boxer in the last of 12 rounds": [("batch", "a boxer in the last of 12 rounds", 1)],
    "Let's do a mini-series of 4 episodes on bees, slow and dreamy": [
        ("series", "bees", 4, None, "slow and dreamy")
    ],
    "Create a batch of 6 clips of volcanoes in the style of Hokusai": [
        ("batch", "volcanoes", 6, None, "the style of Hokusai")
    ],
    "batch of 5 videos: tea ceremonies": [("batch", "tea ceremonies", 5)],
    "I love foxes but not clowns. Make two videos about them": [
        ("style", "", None, None, "foxes, no clowns"), ("batch", "foxes", 2, None, "foxes, no clowns"),
    ],
    'Make a video called "Night Train" about a train crossing a desert': [
        ("batch", "a train crossing a desert", 1, "Night Train")
    ],
    "a robot named Rolf learning to dance": [("batch", "a robot named Rolf learning to dance", 1)],
    "Create three videos by the sea": [("batch", "the sea", 3)],
    "I prefer warm tones and create 2 videos of bakeries": [
        ("style", "", None, None, "warm tones"), ("batch", "bakeries", 2, None, "warm tones"),
    ],
    "Create 3 videos of owls and I hate pink": [
        ("batch", "owls", 3, None, "no pink"), ("style", "", None, None, "no pink"),
    ],
    "three foxes crossing a frozen lake": [("batch", "three foxes crossing a frozen lake", 1)],
    "make everything slower from now on": [("style", "", None, None, "slower")],
    "a series of unfortunate events": [("series", "unfortunate events")],
    "video of a cat": [("batch", "a cat", 1)],
    "cat video x5": [("batch", "cat", 5)],
    "write a series about love in 4 parts": [("series", "love", 4)],
    'Create 3 videos of a "cursed doll" in an attic': [("batch", 'a "cursed doll" in an attic', 3)],
    "Create 10 videos of owls, then a 3-part series about the moon, and keep refining a castle video "
    "for two rounds": [("batch", "owls", 10), ("series", "the moon", 3), ("refine", "castle", 2)],
    "half a dozen clips of surfers": [("batch", "surfers", 6)],
    "Create a couple of videos about trains": [("batch", "trains", 2)],
    "Create the series 'I hate Mondays' in 2 episodes": [
        ("series", "I hate Mondays", 2, "I hate Mondays")
    ],
    "2 films about bread and one about wine": [("batch", "bread", 2), ("batch", "wine", 1)],
    "Make a 4-part saga about the last whale; keep it dark": [
        ("series", "the last whale", 4, None, "dark")
    ],
    "Please render seven short animations depicting paper cranes with teal and copper tones": [
        ("batch", "paper cranes", 7, None, "teal and copper tones")
    ],
    "Make a horror movie trailer about a haunted doll": [("batch", "a haunted doll", 1, None, "horror")],
    "Create a 3-part Mythical Guardians series with purple and blue tones and slow pacing": [
        ("series", "Mythical Guardians", 3, "Mythical Guardians", "purple and blue tones, slow pacing")
    ],
    "a man who hates neon signs": [("batch", "a man who hates neon signs", 1)],
    "No text, no people: an empty beach at dawn": [
        ("batch", "an empty beach at dawn", 1, None, "no text, no people")
    ],
    "use my style and make 2 videos of bridges": [("batch", "bridges", 2)],
    "Remember that I like teal": [("style", "", None, None, "teal")],
    "a film noir detective in the rain": [("batch", "a film noir detective in the rain", 1)],
    "series about a lighthouse, 4 episodes, dark": [("series", "a lighthouse", 4, None, "dark")],
    "part 2 of Mythical Guardians": [("series", "Mythical Guardians", 1)],
    "Continue the Mythical Guardians series": [("series", "Mythical Guardians")],
    "10 x dragons": [("batch", "dragons", 10)],
    "Two more episodes": [("series", "", 2)],
    "Make the next episode of Mythical Guardians": [("series", "Mythical Guardians", 1)],
    "Forget that I like purple": [("style",)],
    "Film a haiku about rain": [("haiku", "rain")],
    "Create 3 haiku videos about autumn": [("haiku", "autumn", 3)],
    "Лиса в снегу": [("batch", "Лиса в снегу", 1)],
}  # fmt: skip


@pytest.mark.parametrize("text", TABLE)
async def test_a_brief_is_understood(text: str) -> None:
    routing = await route(text)

    assert [told(wish) for wish in routing.wishes] == TABLE[text]
    assert routing.say == ()


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(TABLE) >= 60


async def test_the_wish_holds_its_part_of_the_brief_unchanged() -> None:
    routing = await route("Create 4 videos of foxes, no neon, and a 2-part series about salt")

    assert [w.text for w in routing.wishes] == [
        "Create 4 videos of foxes, no neon",
        "a 2-part series about salt",
    ]


@pytest.mark.parametrize(
    "text",
    ["asdfgh", "!!!", "12345", "book me a flight", "write me a poem about love", "Tell me a joke",
     "What's the weather in Paris?", "what is a fox?", "thanks", "xzcvb qwrtp", "I like it", "the",
     "how long does a video take?", "can you make music?", "asdkjh qwpoe zxmcn"],
)  # fmt: skip
async def test_what_is_no_wish_for_a_film_is_said_to_be_none(text: str) -> None:
    routing = await route(text)

    assert routing.wishes == ()
    assert routing.say[0] == f'I cannot read "{text}" as a wish for a film.'
    assert routing.say[1].count("\n") == len(OFFERS)


async def test_an_answer_says_in_few_words_what_can_be_done() -> None:
    summary = "Makes a series of episodes that share a look, as one film. Anything more is detail."
    routing = await route("help", offers=(replace(SERIES, summary=summary),))

    first, *lines = routing.say[0].splitlines()
    assert first == "What I can do, each with an example:"
    assert lines == ['  makes a series of episodes: "Create a 3-part Mythical Guardians series"']


async def test_what_can_be_done_is_a_short_list_however_many_plugins_there_are() -> None:
    offers = [replace(HAIKU, name=f"haiku{number}") for number in range(40)]

    routing = await route("asdfgh", offers=offers)

    assert len("\n".join(routing.say).splitlines()) <= 15
    assert "31 more" in routing.say[-1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Erstelle drei Videos von F\u00fcchsen im Schnee", "German"),
        ("Mach eine Serie \u00fcber mythische W\u00e4chter in drei Teilen", "German"),
        ("Crea tres videos de dragones", "Spanish"),
        ("Quiero una serie de cinco episodios sobre el mar", "Spanish"),
        ("Fais trois vid\u00e9os de renards dans la neige", "French"),
        ("Crea tre video di volpi nella neve", "Italian"),
    ],
)
async def test_a_brief_in_another_language_is_said_not_to_be_read(text: str, language: str) -> None:
    routing = await route(text)

    assert routing.wishes == ()
    assert routing.say[0] == f'"{text}" looks like {language}; I read English only.'


@pytest.mark.parametrize(
    "text",
    ["El Dorado at night", "La Boca in the rain", "a film about La Dolce Vita", "the die is cast",
     "a van in a red desert", "Il Duomo"],
)  # fmt: skip
async def test_borrowed_words_do_not_make_a_brief_foreign(text: str) -> None:
    routing = await route(text)

    assert [wish.use_case for wish in routing.wishes] == ["batch"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Create 10 10-second videos of frogs", 'the length "10-second"'),
        ("Make me a 30 second ad for a coffee brand", 'the length "30 second"'),
        ("make a video of a fox in 4k", 'the size "4k"'),
        ("a 16:9 video of a waterfall", 'the size "16:9"'),
    ],
)
async def test_what_the_brief_cannot_set_is_said_and_left_out(text: str, said: str) -> None:
    routing = await route(text)

    assert said in routing.say[0]
    assert routing.wishes[0].concept in {"frogs", "a coffee brand", "a fox", "a waterfall"}


async def test_grading_is_done_by_its_recipe() -> None:
    routing = await route("grade my videos")

    assert routing.wishes == ()
    assert "+recipe=grade" in routing.say[0]


async def test_more_like_the_last_one_means_the_work_in_hand() -> None:
    knowledge = Knowledge(session_state=SessionState(in_progress_project="a glass city"))

    routing = await route("more like the last one", knowledge=knowledge)

    assert told(routing.wishes[0])[:2] == ("batch", "a glass city")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Generate 3 variations of a fox", "No installed use case does variations to choose between."),
        ("Create an A/B test of a city at night", "No installed use case does variations to choose between."),
    ],
)  # fmt: skip
async def test_a_use_case_that_is_not_installed_is_said_to_be_missing(text: str, said: str) -> None:
    routing = await route(text)

    assert routing.wishes == ()
    assert routing.say[0].startswith(said)


async def test_variations_go_to_a_plugin_that_offers_them() -> None:
    ab = Offer("ab_testing", "Makes variations", (), ("variations",))

    routing = await route("Generate 3 variations of a fox", offers=(*OFFERS, ab))

    assert [told(wish) for wish in routing.wishes] == [("ab_testing", "a fox", 3)]


@pytest.mark.parametrize("count", ["501", "1,000", "a thousand", "9" * 5000, "0"])
async def test_a_count_that_cannot_be_made_is_refused(count: str) -> None:
    routing = await route(f"Create {count} videos of cats")

    assert routing.wishes == ()
    assert len(routing.say) == 1


async def test_five_hundred_are_still_made() -> None:
    routing = await route("Create 500 videos of cats")

    assert routing.wishes[0].count == 500


@pytest.mark.parametrize(
    "text",
    ["Create 5 videos", "Create a series", "make it darker", "make 3 more",
     "I'd like something scary for Halloween"],
)  # fmt: skip
async def test_a_request_without_a_concept_is_asked_back(text: str) -> None:
    routing = await route(text)

    assert routing.wishes == ()
    assert "doesn't say what is to be seen" in routing.say[0]


async def test_this_concept_means_the_work_in_hand() -> None:
    knowledge = Knowledge(session_state=SessionState(in_progress_project="a glass city"))

    routing = await route("make 3 more", knowledge=knowledge)

    assert told(routing.wishes[0]) == ("batch", "a glass city", 3)


@pytest.mark.parametrize(
    ("favourites", "concept"),
    [((), "Lighthouse"), (("Lighthouse: a lighthouse in a storm (A+, 0.97)",), "a lighthouse in a storm")],
)  # fmt: skip
async def test_it_means_what_was_made_last(favourites: tuple[str, ...], concept: str) -> None:
    knowledge = Knowledge(
        session_state=SessionState(last_session_summary='"Lighthouse" (batch): 1 of 1 accepted.'),
        user_style=UserStyle(favorite_successes=favourites),
    )

    routing = await route("make it darker", knowledge=knowledge)

    assert told(routing.wishes[0])[:2] == ("refine", concept)


async def test_it_means_the_active_series_when_nothing_is_in_progress() -> None:
    knowledge = Knowledge(current_series=CurrentSeries(active_series="Salt"))

    routing = await route("make it darker", knowledge=knowledge)

    assert told(routing.wishes[0]) == ("refine", "Salt", None, None, "darker")


async def test_a_recipe_that_names_the_use_case_is_taken_at_its_word() -> None:
    routing = await route("the keeper of the tower", route="series")

    assert told(routing.wishes[0])[:2] == ("series", "the keeper of the tower")


async def test_a_file_of_rows_needs_no_words() -> None:
    routing = await route("", rows="shots.csv")

    assert [w.use_case for w in routing.wishes] == ["batch"]


async def test_a_single_offer_gets_every_concept() -> None:
    routing = await route("old pond", offers=(HAIKU,))

    assert told(routing.wishes[0]) == ("haiku", "old pond", 1)


async def test_taste_colours_a_wish_even_without_style_learning() -> None:
    routing = await route("I hate neon. Create 2 videos of foxes", offers=(BATCH,))

    assert [told(w) for w in routing.wishes] == [("batch", "foxes", 2, None, "no neon")]


async def test_one_wish_refused_leaves_the_others() -> None:
    routing = await route("Create 900 videos of cats, and a 2-part series about salt")

    assert [w.use_case for w in routing.wishes] == ["series"]
    assert "500 is the most" in routing.say[0]


WORDS = [
    "create", "3", "videos", "of", "about", "series", "no", "neon", "I", "hate", "prefer", "'", '"',
    "called", ",", ".", "and", "a", "two", "rounds", "refine", "make", "it", "purple", "5-part",
    "x5", "?", "episodes", ":", "in", "style", "with", "the", "²", "more", "forget", "that",
]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
async def test_any_text_is_answered(text: str) -> None:
    routing = await route(text)

    assert routing.wishes or routing.say
    assert all(wish.use_case in {offer.name for offer in OFFERS} for wish in routing.wishes)
