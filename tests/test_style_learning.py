"""The style use case: what a user says about taste is kept, overruled, forgotten."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mas_style
from mas.nouns import Brief, Edit, Knowledge, Plan, UserStyle, Wish
from mas.testing import HostBuilder, UseCaseContract
from mas_style.settings import StyleConfig
from mas_style.use_case import Style

CONFIG = StyleConfig(avoid_inverse=True)
STATEMENT = "I prefer dark moody aesthetics with purple and blue tones"
DARK = UserStyle(
    color_preferences=("purple", "blue"),
    mood_preferences=("dark", "moody"),
    disliked_elements=("bright", "cheerful"),
)


class TestStyle(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Style:
        return Style(CONFIG)

    @pytest.fixture
    def wish(self) -> Wish:
        return Wish("style", STATEMENT)


async def plan(text: str, style: UserStyle | None = None, *, user: str = "default") -> Plan:
    knowledge = Knowledge(user_style=style or UserStyle())
    return await Style(CONFIG).plan(Wish("style", text), Brief(text, user=user), knowledge)


async def after(text: str, style: UserStyle | None = None) -> UserStyle:
    """Say something, and return the style as the block store would keep it."""
    style = style or UserStyle()
    for edit in (await plan(text, style)).edits:
        style = applied(style, edit)
    return style


def applied(style: UserStyle, edit: Edit) -> UserStyle:
    assert edit.label == "user_style"
    for operation in edit.operations:
        held = getattr(style, operation.field)
        items = operation.value
        assert isinstance(items, tuple)
        if operation.op == "add":
            held = (*held, *(item for item in items if item not in held))
        else:
            assert operation.op == "remove"
            held = tuple(item for item in held if item not in items)
        style = replace(style, **{operation.field: held})
    return style


def test_the_plugin_adds_the_style_use_case(mas_host: HostBuilder) -> None:
    added = mas_host(mas_style).components()

    assert [(one.slot, one.kind) for one in added] == [("use_case", "style")]


async def test_a_statement_fills_every_kind_of_preference() -> None:
    assert await after(STATEMENT) == DARK


async def test_nothing_is_rendered() -> None:
    assert (await plan(STATEMENT)).shots == ()


@pytest.mark.parametrize(
    ("text", "field", "items"),
    [
        ("I love slow pacing", "pacing_preferences", ("slow",)),
        ("I like old trains and foxes", "theme_preferences", ("old trains", "foxes")),
        ("I prefer fantasy and film noir", "theme_preferences", ("fantasy", "noir")),
        ("I'm into golden hour light", "theme_preferences", ("golden hour",)),
        ("I hate lens flares", "disliked_elements", ("lens flares",)),
        ("No more neon, please", "disliked_elements", ("neon",)),
        ("I don't like bright colours", "disliked_elements", ("bright",)),
        ("I dislike fast pacing", "disliked_elements", ("fast pacing",)),
        ("warm and teal", "color_preferences", ("teal",)),
    ],
)
async def test_statements_are_filed_by_kind(text: str, field: str, items: tuple[str, ...]) -> None:
    assert getattr(await after(text), field) == items


async def test_a_genre_is_a_theme_and_no_mood() -> None:
    assert (await after("I prefer fantasy and film noir")).mood_preferences == ()


async def test_likes_and_dislikes_in_one_sentence_stay_apart() -> None:
    style = await after("I love warm light, but I hate neon and lens flares")

    assert style.mood_preferences == ("warm",)
    assert style.disliked_elements == ("cold", "neon", "lens flares")


async def test_the_inverse_is_not_avoided_when_the_config_says_so() -> None:
    wish = Wish("style", STATEMENT)
    style = Style(StyleConfig(avoid_inverse=False))

    made = await style.plan(wish, Brief(STATEMENT), Knowledge())

    assert applied(UserStyle(), made.edits[0]).disliked_elements == ()


async def test_two_moods_liked_in_one_breath_may_contradict() -> None:
    style = await after("I like dark scenes with bright accents")

    assert {"dark", "bright"} <= set(style.mood_preferences)
    assert style.disliked_elements == ()


async def test_a_contrary_statement_overrules_the_old_one() -> None:
    style = await after("I prefer bright videos now", DARK)

    assert style.mood_preferences == ("moody", "bright")
    assert style.disliked_elements == ("cheerful", "dark")


async def test_hating_what_was_liked_moves_it() -> None:
    style = await after("I hate purple", DARK)

    assert style.color_preferences == ("blue",)
    assert style.disliked_elements == ("bright", "cheerful", "purple")


async def test_a_dislike_in_other_words_is_known_already() -> None:
    assert await after("I hate luminous scenes", DARK) == DARK


@pytest.mark.parametrize(
    "text",
    [
        "Forget that I like purple",
        "forget about purple",
        "I no longer like purple",
        "Undo purple",
        "Please remove purple from my preferences",
    ],
)
async def test_a_like_can_be_forgotten(text: str) -> None:
    style = await after(text, DARK)

    assert style == replace(DARK, color_preferences=("blue",))


async def test_forgetting_a_mood_frees_its_inverse() -> None:
    style = await after("forget that I like dark", DARK)

    assert style.mood_preferences == ("moody",)
    assert style.disliked_elements == ("cheerful",)


@pytest.mark.parametrize("text", ["forget that I hate neon", "I don't mind neon"])
async def test_a_dislike_can_be_forgotten(text: str) -> None:
    known = UserStyle(disliked_elements=("neon", "text"))

    assert (await after(text, known)).disliked_elements == ("text",)


async def test_everything_can_be_forgotten_except_what_was_made() -> None:
    known = replace(DARK, favorite_successes=("the griffin",))

    style = await after("forget everything about me", known)

    assert style == UserStyle(favorite_successes=("the griffin",))


async def test_forgetting_is_seen_even_when_the_director_cut_it_off() -> None:
    brief = Brief("Forget that I like purple")
    wish = Wish("style", "I like purple")

    made = await Style(CONFIG).plan(wish, brief, Knowledge(user_style=DARK))

    assert applied(DARK, made.edits[0]).color_preferences == ("blue",)


async def test_the_user_is_told_what_was_learned() -> None:
    said = (await plan(STATEMENT)).say

    assert said[0].startswith("learned: colours purple and blue; moods dark and moody; avoids")
    assert said[1] == (
        'to undo it: python -m mas +recipe=style brief="forget that I like purple, blue, dark and moody"'
    )


@pytest.mark.parametrize(
    "text",
    [
        STATEMENT,
        "I love warm light, but I hate neon and lens flares",
        "I prefer fast-paced action and old trains",
        "I hate text on screen",
    ],
)
async def test_the_commands_that_are_told_undo_the_statement(text: str) -> None:
    style = await after(text)

    for sentence in (await plan(text)).say:
        if sentence.startswith("to undo it: "):
            style = await after(sentence.partition('brief="')[2].rstrip('"'), style)

    assert style == UserStyle()


async def test_the_command_names_the_user_and_survives_the_shell() -> None:
    said = (await plan("I like 'old' trains & $HOME", user="ada")).say

    assert said[-1].endswith(" user=ada")
    assert "'brief=" in said[-1]


async def test_what_is_known_already_is_said_and_not_written_again() -> None:
    made = await plan(STATEMENT, DARK)

    assert made.edits == ()
    assert made.say[0].startswith("nothing new: colours purple and blue; ")


@pytest.mark.parametrize("text", ["undo", "forget it"])
async def test_undoing_nothing_says_what_can_be_undone(text: str) -> None:
    made = await plan(text, DARK)

    assert made.edits == ()
    assert 'python -m mas +recipe=style brief="forget that I like moody"' in made.say[0]


async def test_the_statement_is_kept_as_a_passage_once() -> None:
    first, again = await plan(STATEMENT), await plan(STATEMENT, DARK)

    (passage,) = first.passages
    assert (passage.kind, passage.text) == ("preference", STATEMENT)
    assert again.passages[0].key == passage.key


@given(st.text(max_size=80))
async def test_no_statement_breaks_the_learner(text: str) -> None:
    made = await plan(text, DARK)

    assert made.say
    for edit in made.edits:
        assert all(operation.value for operation in edit.operations)
