from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from mas.agents.settings import SleeptimeConfig
from mas.agents.sleeptime import open_sleeptime
from mas.nouns import (
    Knowledge,
    Lessons,
    Message,
    Outcome,
    Plan,
    SessionState,
    Shot,
    UserStyle,
)
from mas.protocols import Opening
from mas.testing.outcomes import failed_take, sample_outcome, sample_result, sample_take

NOW = datetime(2025, 6, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
CONFIG = SleeptimeConfig(every=5, message_buffer_autoclear=True, repeated=2)
SLEEPTIME = open_sleeptime(CONFIG, Opening(Path()))
FOX, OWL = Shot("s1", "The fox", "a fox"), Shot("s2", "The owl", "an owl")
PLAN = Plan("batch", "Night animals", (FOX, OWL))


async def consolidate(
    outcome: Outcome | None = None,
    *,
    messages: Sequence[Message] = (),
    knowledge: Knowledge | None = None,
) -> Lessons:
    return await SLEEPTIME.consolidate("director", messages, knowledge or Knowledge(), outcome, NOW)


def said(*texts: str) -> list[Message]:
    return [Message("user", text, NOW) for text in texts]


def operations(lessons: Lessons, field: str) -> list[tuple[str, object]]:
    return [(op.op, op.value) for e in lessons.edits for op in e.operations if op.field == field]


def mixed(status: str = "partial") -> Outcome:
    good = sample_result(FOX, sample_take(shot_id="s1", score=0.9))
    bad = sample_result(OWL, failed_take(shot_id="s2", error="no slot"))
    return replace(sample_outcome(PLAN, results=[good, bad]), status=status)


async def test_the_last_activity_is_the_time_in_utc() -> None:
    lessons = await consolidate()

    assert operations(lessons, "last_activity") == [("set", "2025-06-01T12:30:00+00:00")]


async def test_the_summary_says_what_was_made_its_grades_and_what_is_left() -> None:
    lessons = await consolidate(mixed())

    assert operations(lessons, "last_session_summary") == [
        ("set", '"Night animals" (batch): 1 of 2 accepted (A). Left: The owl failed (no slot).')
    ]


async def test_failed_shots_become_pending_work() -> None:
    lessons = await consolidate(mixed())

    assert operations(lessons, "pending_work") == [("add", 'p-sample: "The owl" failed (no slot)')]
    assert operations(lessons, "in_progress_project") == [("set", "Night animals")]


async def test_shots_below_standard_are_pending_with_their_grade() -> None:
    poor = sample_result(FOX, sample_take(shot_id="s1", score=0.5))

    lessons = await consolidate(sample_outcome(Plan("batch", "B", (FOX,)), results=[poor]))

    assert operations(lessons, "pending_work") == [
        ("add", 'p-sample: "The fox" stayed below standard (C)')
    ]


async def test_a_paused_production_says_how_to_go_on_and_what_is_queued() -> None:
    paused = replace(sample_outcome(PLAN, results=[]), status="paused")

    lessons = await consolidate(paused)

    ((_, entry),) = operations(lessons, "pending_work")
    assert "+recipe=resume production=p-sample" in str(entry)
    assert operations(lessons, "queued_videos") == [("add", "The fox"), ("add", "The owl")]


async def test_pending_work_is_removed_when_it_is_done() -> None:
    pending = ('p-sample: "The owl" failed (no slot)', 'p-other: "The wolf" failed', "call Ada")
    state = SessionState(pending_work=pending, queued_videos=("The fox", "The wolf"))

    lessons = await consolidate(sample_outcome(PLAN), knowledge=Knowledge(session_state=state))

    assert operations(lessons, "pending_work") == [("remove", pending[0])]
    assert operations(lessons, "queued_videos") == [("remove", "The fox")]
    assert operations(lessons, "in_progress_project") == [("set", "")]


async def test_another_production_settles_what_it_makes_after_all() -> None:
    entry = 'p-old: "The fox" stayed below standard (C)'
    knowledge = Knowledge(session_state=SessionState(pending_work=(entry,)))

    lessons = await consolidate(sample_outcome(PLAN), knowledge=knowledge)

    assert operations(lessons, "pending_work") == [("remove", entry)]


async def test_work_in_hand_stays_while_something_else_is_finished() -> None:
    knowledge = Knowledge(session_state=SessionState(in_progress_project="Salt"))

    lessons = await consolidate(sample_outcome(PLAN), knowledge=knowledge)

    assert operations(lessons, "in_progress_project") == []


async def test_between_productions_the_summary_tells_the_last_wish() -> None:
    lessons = await consolidate(messages=said("three foxes", "make them darker"))

    assert operations(lessons, "last_session_summary") == [
        ("set", 'The user last asked: "make them darker".')
    ]


@pytest.mark.parametrize("order", ["forget that I like purple", "Forget everything about my style"])
async def test_a_taste_that_was_taken_back_does_not_return_by_itself(order: str) -> None:
    messages = said("I like purple tones", "a castle in purple tones", order, "a red barn")

    assert operations(await consolidate(messages=messages), "color_preferences") == []


async def test_a_taste_taken_back_can_be_repeated_anew() -> None:
    messages = said("I like teal", "forget that I like teal", "I like teal", "I love teal")

    lessons = await consolidate(messages=messages)

    assert operations(lessons, "color_preferences") == [("add", "teal")]


async def test_repeated_style_words_become_a_taste() -> None:
    messages = said(
        "Create 3 videos of foxes in a dark style with purple tones", "I hate neon",
        "A lighthouse, dark", "Make owls with purple tones", "no neon please", "teal once",
    )  # fmt: skip

    lessons = await consolidate(messages=messages)

    assert operations(lessons, "color_preferences") == [("add", "purple")]
    assert operations(lessons, "mood_preferences") == [("add", "dark")]
    assert operations(lessons, "disliked_elements") == [("add", "neon")]


async def test_the_words_of_a_concept_are_no_taste() -> None:
    lessons = await consolidate(messages=said("a red fox", "a red panda", "a red kite"))

    assert operations(lessons, "color_preferences") == []


async def test_known_and_disliked_words_are_not_learned_again() -> None:
    style = UserStyle(color_preferences=("purple",), disliked_elements=("teal",))
    messages = said("I like purple and teal", "I love purple and teal")

    lessons = await consolidate(messages=messages, knowledge=Knowledge(user_style=style))

    assert operations(lessons, "color_preferences") == []


async def test_the_crews_own_words_are_no_taste() -> None:
    messages = [Message("assistant", "I prefer purple", NOW)] * 3

    assert operations(await consolidate(messages=messages), "color_preferences") == []


async def test_the_same_end_of_a_production_is_worked_on_once() -> None:
    once, again = await consolidate(mixed()), await consolidate(mixed())
    later = await consolidate(mixed(status="complete"))

    assert once == again
    assert {e.key for e in once.edits}.isdisjoint(e.key for e in later.edits)


async def test_a_learning_without_films_is_summed_up_too() -> None:
    learned = replace(sample_outcome(Plan("style", "Taste"), results=[]), status="complete")

    lessons = await consolidate(learned)

    assert operations(lessons, "last_session_summary") == [
        ("set", '"Taste" (style): something was learned, nothing was filmed.')
    ]
    assert NOW.astimezone(UTC).isoformat(timespec="seconds") in str(lessons.edits)
