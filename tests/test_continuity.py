"""The continuity use case: where we are, how to go on, and what is known of the taste."""

import pytest

import mas_continuity
from mas.nouns import (
    AbTesting,
    Brief,
    CurrentSeries,
    Knowledge,
    ProductionQueue,
    SessionState,
    UserStyle,
    Wish,
)
from mas.testing import HostBuilder, UseCaseContract
from mas_continuity.settings import ContinuityConfig
from mas_continuity.use_case import Continuity

RESUME = "to resume what is unfinished: python -m mas +recipe=resume production=latest"


class TestContinuity(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Continuity:
        return Continuity(ContinuityConfig(named=5))

    @pytest.fixture
    def wish(self) -> Wish:
        return Wish("continuity", "What are we working on?")


async def said(
    knowledge: Knowledge,
    text: str = "What are we working on?",
    *,
    user: str = "default",
    named: int = 5,
) -> tuple[str, ...]:
    continuity = Continuity(ContinuityConfig(named=named))
    brief = Brief(text, user=user, time_zone="Europe/Berlin")
    return (await continuity.plan(Wish("continuity", text), brief, knowledge)).say


def test_the_plugin_adds_the_continuity_use_case(mas_host: HostBuilder) -> None:
    added = mas_host(mas_continuity).components()

    assert [(one.slot, one.kind) for one in added] == [("use_case", "continuity")]


async def test_a_newcomer_is_told_how_to_begin() -> None:
    lines = await said(Knowledge())

    assert lines[0] == "nothing has been made yet for this user"
    assert "python -m mas brief=" in lines[1]


async def test_the_last_session_is_told_in_the_users_time_zone() -> None:
    state = SessionState(
        last_activity="2025-06-01T23:30:00+00:00", last_session_summary="three episodes were made"
    )

    lines = await said(Knowledge(session_state=state))

    assert lines == (
        "welcome back; the last activity was on 2025-06-02 at 01:30",
        "last session: three episodes were made",
    )


async def test_pending_work_comes_with_the_command_that_resumes_it() -> None:
    state = SessionState(pending_work=("episode 3 of Tides",), queued_videos=("Fox", "Bear"))

    lines = await said(Knowledge(session_state=state))

    assert lines == ("still open: episode 3 of Tides", "queued: Fox and Bear", RESUME)


async def test_an_active_queue_is_told_and_can_be_resumed() -> None:
    queue = ProductionQueue(
        queue_status="active",
        pending_videos=("Wolf",),
        in_progress="Bear",
        completed_today=("2025-06-01 Fox",),
        failed_retries=("Owl",),
        batch_id="p-7",
        batch_total=4,
        batch_complete=1,
    )

    lines = await said(Knowledge(production_queue=queue))

    assert lines == (
        "production p-7 is active: 1 of 4 done",
        "being made: Bear",
        "next: Wolf",
        "failed: Owl",
        "made: Fox",
        RESUME,
    )


async def test_a_complete_queue_is_not_offered_again() -> None:
    queue = ProductionQueue(batch_id="p-7", batch_total=4, batch_complete=4)

    assert await said(Knowledge(production_queue=queue)) == (
        "production p-7 is complete: 4 of 4 done",
    )


async def test_a_series_can_go_on() -> None:
    series = CurrentSeries(
        active_series="Mythical Guardians", episodes_completed=2, episodes_planned=3
    )

    assert await said(Knowledge(current_series=series)) == (
        "the series Mythical Guardians: 2 of 3 episodes are made",
        'to go on with it: python -m mas +recipe=series brief="the next episode of Mythical Guardians"',
    )


async def test_an_open_comparison_waits_for_its_choice() -> None:
    lines = await said(Knowledge(ab_testing=AbTesting(active_test="two foxes")))

    assert lines == ("a comparison waits for your choice: two foxes",)


async def test_the_taste_is_told_with_the_work() -> None:
    style = UserStyle(
        color_preferences=("purple", "blue"),
        mood_preferences=("dark",),
        disliked_elements=("neon",),
        favorite_successes=("the griffin: a griffin over a lake (A+, 0.98)",),
    )

    assert await said(Knowledge(user_style=style)) == (
        "nothing is open",
        "you like: colours purple and blue; moods dark",
        "you avoid: neon",
        "your favourites: the griffin",
    )


async def test_a_question_about_taste_is_answered_with_taste_alone() -> None:
    knowledge = Knowledge(
        session_state=SessionState(pending_work=("x",)),
        user_style=UserStyle(color_preferences=("purple",)),
    )

    assert await said(knowledge, "What do you know about my taste?") == (
        "you like: colours purple",
    )


async def test_long_lists_are_cut_and_counted() -> None:
    state = SessionState(pending_work=tuple("abcdefg"))

    lines = await said(Knowledge(session_state=state), named=2)

    assert lines[0] == "still open: a, b and 5 more"


async def test_commands_name_the_user() -> None:
    series = CurrentSeries(active_series="Tides & $Co", episodes_planned=1)

    lines = await said(Knowledge(current_series=series), user="ada")

    assert lines[-1].endswith("'brief=the next episode of Tides & $Co' user=ada")


async def test_a_time_that_cannot_be_read_is_told_as_it_stands() -> None:
    lines = await said(Knowledge(session_state=SessionState(last_activity="yesterday")))

    assert lines == ("welcome back; the last activity was on yesterday",)
