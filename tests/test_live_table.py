"""What the command line says at the end of a production."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mas.cli.table import summary_table
from mas.nouns import (
    Assessment,
    Brief,
    Grade,
    Plan,
    Prompt,
    Score,
    Shot,
    ShotResult,
    ShotStatus,
    Take,
)
from mas.report.manifest import build_manifest

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
TAKE = Take(
    take_id="t1",
    shot_id="one",
    attempt=1,
    prompt=Prompt("a griffin"),
    seed=1,
    video="takes/one-1.mp4",
    sha256=None,
    renderer={"kind": "animatic"},
    assessment=Assessment(0.46, Grade.D, partial=False),
    write_s=0.5,
    render_s=2.0,
    grade_s=0.5,
)
BETTER = replace(TAKE, take_id="t2", attempt=2, assessment=Assessment(0.91, Grade.A, partial=True))
LOST = replace(TAKE, take_id="t3", video=None, assessment=None, error="the server went away")
GRIFFIN = ShotResult(Shot("one", "The Griffin", ""), ShotStatus.ACCEPTED, (TAKE, BETTER), "t2")
STAG = ShotResult(Shot("two", "The Stag", ""), ShotStatus.FAILED, (LOST,), None)


def manifest_of(*results: ShotResult, **facts: Any) -> dict[str, Any]:
    plan = Plan("series", "Guardians", tuple(r.shot for r in results), say=("I like purple.",))
    usual: dict[str, Any] = {
        "production_id": "p1",
        "recipe": "series",
        "plan": plan,
        "brief": Brief("a series"),
        "results": results,
        "weights": {},
        "status": "partial",
        "started_at": NOON,
        "finished_at": NOON,
        "config_sha256": "",
        "usage": {},
        "fallbacks": (),
        "learned": (),
        "film": None,
    }
    return build_manifest(**usual | facts)


def test_a_row_tells_the_best_take_and_the_seconds_of_all() -> None:
    lines = summary_table(manifest_of(GRIFFIN, STAG), Path("p1"), terminal=False).splitlines()

    assert lines[0].split() == ["shot", "takes", "grade", "score", "status", "seconds"]
    assert lines[1].split() == ["The", "Griffin", "2", "A", "partial", "0.91", "accepted", "6.0"]
    assert lines[2].split() == ["The", "Stag", "1", "-", "-", "failed", "3.0"]


def test_the_paths_are_whole_however_narrow_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / ("long-" * 30)

    lines = summary_table(manifest_of(GRIFFIN, film="film.mp4"), folder, width=40).splitlines()

    assert lines[-2] == f"film    {folder / 'film.mp4'}"
    assert lines[-1] == f"report  {folder / 'report.html'}"


def test_without_shots_what_was_said_is_the_answer() -> None:
    manifest = manifest_of(learned=("user_style.COLOR_PREFERENCES: + purple",))

    text = summary_table(manifest, Path("p1"), terminal=False)

    assert text == f"I like purple.\nreport  {Path('p1') / 'report.html'}"


def test_a_long_list_of_lessons_is_left_to_the_report() -> None:
    learned = [f"lesson {number}" for number in range(12)]

    text = summary_table(manifest_of(GRIFFIN, learned=learned), Path("p1"), terminal=False)

    assert "learned: lesson 4\nlearned: 7 more, in the report\n" in text


def test_lessons_are_told_in_words_and_bookkeeping_is_not() -> None:
    learned = (
        "current_series.EPISODES_PLANNED: 0 -> 2",
        "user_style.FAVORITE_SUCCESSES: + The Griffin: a griffin (A, 0.91)",
        "quality_standards.PROVEN_PROMPT_TEMPLATES: + {concept}. "
        + "A long sentence follows. " * 20,
    )

    text = summary_table(manifest_of(GRIFFIN, learned=learned), Path("p1"), terminal=False)

    assert "learned: a favourite: The Griffin: a griffin (A, 0.91)\n" in text
    assert "learned: a proven prompt: {concept}. A long sentence" in text
    assert "EPISODES_PLANNED" not in text
    assert "learned: 1 more, in the report" in text
    assert max(len(line) for line in text.splitlines()) <= 130


def test_a_partial_grade_says_what_was_not_judged() -> None:
    silent = Score("motion", None, reason="no pacing was asked for")
    griffin = replace(GRIFFIN, takes=(TAKE, replace(BETTER, scores=(silent,))))

    text = summary_table(manifest_of(griffin), Path("p1"), terminal=False)

    assert "partial: not judged were motion (no pacing was asked for)" in text


def test_without_a_terminal_there_are_no_control_codes() -> None:
    hostile = replace(GRIFFIN, shot=replace(GRIFFIN.shot, title="a \x1b[31mred\x07 [bold]one"))

    text = summary_table(manifest_of(hostile), Path("p1"), terminal=False)

    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[bold]one" in text


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")

    assert "\x1b[32maccepted" in summary_table(manifest_of(GRIFFIN), Path("p1"), terminal=True)
