"""What the command line shows while a production goes on."""

import os
import re
import signal
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO

import pytest
from rich.console import Console

from mas.cli.live import LiveView
from mas.nouns import Assessment, Grade, Phase, Progress, Prompt, Take


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def take_of(
    shot_id: str,
    attempt: int = 1,
    score: float = 0.9,
    *,
    error: str | None = None,
    took_s: float = 10,
) -> Take:
    grade = Grade.A if score > 0.8 else Grade.D
    reasons = () if score > 0.8 else ("fill the sky with purple",)
    return Take(
        take_id=f"{shot_id}-{attempt}",
        shot_id=shot_id,
        attempt=attempt,
        prompt=Prompt("a griffin"),
        seed=1,
        video=None if error else "takes/x.mp4",
        sha256=None,
        renderer={"kind": "animatic"},
        assessment=None if error else Assessment(score, grade, partial=False, reasons=reasons),
        error=error,
        render_s=took_s,
    )


def on(phase: Phase, shot_id: str = "", attempt: int = 0, **details: object) -> Progress:
    return Progress("p1", phase, shot_id, attempt, **details)  # type: ignore[arg-type]


def planned(*shot_ids: str) -> list[Progress]:
    return [on(Phase.PLANNED, shot_id, text=f"Episode {shot_id}") for shot_id in shot_ids]


def graded(take: Take) -> Progress:
    return on(Phase.GRADED, take.shot_id, take.attempt, take=take)


def plain_lines(events: Sequence[Progress]) -> list[str]:
    console = Console(file=StringIO(), width=60)
    with LiveView(console) as view:
        for event in events:
            view.watch(event)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return]


def terminal(height: int = 30, width: int = 90) -> Console:
    return Console(
        file=StringIO(),
        force_terminal=True,
        width=width,
        height=height,
        color_system=None,
        _environ={},
    )


def screen(
    events: Sequence[Progress], *, height: int = 30, width: int = 90, then_s: float = 0.0
) -> str:
    """Return what stays on a terminal, `then_s` later, when the view is left by Ctrl-C."""
    console, clock = terminal(height, width), Clock()
    with suppress(KeyboardInterrupt), LiveView(console, clock=clock) as view:
        for event in events:
            view.watch(event)
        clock.now = then_s
        raise KeyboardInterrupt
    written: str = console.file.getvalue()  # type: ignore[attr-defined]
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written.rpartition("\x1b[2K")[2])


# --- not a terminal ---------------------------------------------------------


def test_each_verdict_is_one_plain_line() -> None:
    lines = plain_lines(
        [
            on(Phase.WRITING, text="planning"),
            *planned("one", "two"),
            on(Phase.WRITING, "one", 1),
            on(Phase.RENDERING, "one", 1, share=0.5),
            on(Phase.GRADING, "one", 1),
            graded(take_of("one", 1, 0.4)),
            graded(take_of("one", 2)),
            on(Phase.DONE, "one", text="accepted"),
            graded(take_of("two", error="the server went away")),
            on(Phase.DONE, "two", text="failed"),
            on(Phase.ASSEMBLING),
            on(Phase.LEARNING),
            on(Phase.DONE, text="partial"),
        ]
    )

    assert lines == [
        "[1/2] Episode one: take 1 graded D 0.40 (fill the sky with purple)",
        "[1/2] Episode one: take 2 graded A 0.90",
        "[1/2] Episode one: accepted, A 0.90, 2 takes",
        "[2/2] Episode two: take 1 failed: the server went away",
        "[2/2] Episode two: failed, 1 take",
        "joining the film",
        "production partial",
    ]


def test_the_best_take_is_told_at_the_end_not_the_last() -> None:
    lines = plain_lines(
        [
            *planned("one"),
            graded(take_of("one", 1, 0.9)),
            graded(take_of("one", 2, 0.3)),
            on(Phase.DONE, "one", text="accepted"),
        ]
    )

    assert lines[-1] == "[1/1] Episode one: accepted, A 0.90, 2 takes"


def test_sentences_arrive_whole_and_cannot_steer_the_terminal() -> None:
    said = "Say [bold]this[/bold] :smile: \x1b[2J\x07 as it is, " + "on and on " * 20

    lines = plain_lines([on(Phase.SAYING, text=said), *planned("one")])

    assert lines == [
        "Say [bold]this[/bold] :smile: [2J as it is, " + "on and on " * 19 + "on and on"
    ]


def test_what_is_said_without_shots_is_left_to_the_answer() -> None:
    lines = plain_lines(
        [on(Phase.SAYING, text="Nothing is open."), on(Phase.DONE, text="complete")]
    )

    assert lines == []


def test_what_a_task_without_a_production_says_is_told() -> None:
    assert plain_lines([on(Phase.SAYING, text="thinking aloud")]) == ["thinking aloud"]


def test_what_was_said_before_a_failure_is_still_told() -> None:
    console = Console(file=StringIO(), width=60)

    view = LiveView(console).__enter__()
    view.watch(on(Phase.SAYING, text="Two videos."))
    view.__exit__(RuntimeError, RuntimeError("no"), None)

    assert console.file.getvalue() == "Two videos.\n"  # type: ignore[attr-defined]


# --- a terminal -------------------------------------------------------------


def test_a_terminal_shows_where_every_shot_is() -> None:
    shown = screen(
        [
            *planned("one", "two", "three", "four"),
            graded(take_of("one")),
            on(Phase.DONE, "one", text="accepted"),
            on(Phase.WRITING, "two", 1),
            graded(take_of("two", 1, 0.4)),
            on(Phase.RENDERING, "two", 2, share=0.5),
            on(Phase.WRITING, "three", 1),
        ]
    )

    rows = [" ".join(line.split()) for line in shown.splitlines()]
    assert "1 of 4 shots" in rows[0]
    assert rows[1] == "1 Episode one accepted take 1 A 0.90"
    assert re.fullmatch(r"2 Episode two rendering ━+.━+ 0 s take 2 D 0.40", rows[2])
    assert rows[3] == "3 Episode three writing 0 s take 1"
    assert rows[4] == "4 Episode four waiting"


def test_a_resumed_shot_is_shown_as_done() -> None:
    shown = screen([*planned("one"), on(Phase.DONE, "one", text="accepted")])

    assert "1 of 1 shots" in shown
    assert "accepted" in shown


def test_sentences_stand_above_the_table() -> None:
    console = terminal()

    with LiveView(console, clock=Clock()) as view:
        for event in [*planned("one"), on(Phase.SAYING, text="Welcome back.")]:
            view.watch(event)

    assert "Welcome back.\n" in console.file.getvalue()  # type: ignore[attr-defined]


def test_a_long_sentence_above_the_table_is_broken_between_words() -> None:
    console, said = terminal(), "a sentence that goes on " * 8

    with LiveView(console, clock=Clock()) as view:
        for event in [*planned("one"), on(Phase.SAYING, text=said)]:
            view.watch(event)

    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert sum(line.rstrip().endswith(("sentence", "that", "goes", "on")) for line in lines) == 3


def test_a_narrow_terminal_keeps_the_titles() -> None:
    shown = screen([*planned("one"), on(Phase.RENDERING, "one", 1, share=0.5)], width=56)

    assert "Episode one" in shown
    assert "rendering" in shown
    assert "take 1" in shown


def test_the_view_goes_away_at_a_regular_end() -> None:
    console = terminal()

    with LiveView(console, clock=Clock()) as view:
        view.watch(planned("one")[0])

    written = console.file.getvalue()  # type: ignore[attr-defined]
    assert written.endswith("\x1b[2K")  # the last thing done is to wipe a line
    assert "\x1b[?25h" in written  # and the cursor is back


def test_a_long_batch_shows_the_shots_at_work() -> None:
    names = [f"s{number}" for number in range(1, 41)]
    done = [on(Phase.DONE, name, text="accepted") for name in names[:20]]

    shown = screen([*planned(*names), *done, on(Phase.WRITING, "s21", 1)], height=16)

    assert "... 18 more above" in shown
    assert "Episode s21" in shown
    assert "... 12 more below" in shown
    assert len(shown.splitlines()) <= 16


# --- time left --------------------------------------------------------------


def left(shown: str) -> str:
    found = re.search(r"shots(.*)", shown)
    assert found
    return found.group(1).strip(", ")


def test_no_time_is_promised_before_a_take_was_measured() -> None:
    assert left(screen([*planned("one"), on(Phase.RENDERING, "one", 1)])) == ""


def test_time_left_is_what_the_takes_took_for_what_is_to_do() -> None:
    shown = screen(
        [
            *planned("one", "two", "three", "four"),
            graded(take_of("one", took_s=90)),
            on(Phase.DONE, "one", text="accepted"),
        ]
    )

    assert left(shown) == "about 4 min left"  # 3 shots of 90 s, one after another


def test_time_left_counts_on_the_retries_seen_so_far() -> None:
    shown = screen(
        [
            *planned("one", "two"),
            graded(take_of("one", 1, 0.4, took_s=20)),
            graded(take_of("one", 2, took_s=20)),
            on(Phase.DONE, "one", text="accepted"),
        ]
    )

    assert left(shown) == "about 40 s left"


def test_time_left_is_shared_by_renderings_at_once() -> None:
    names = ["one", "two", "three", "four"]
    shown = screen(
        [
            *planned(*names),
            on(Phase.RENDERING, "one", 1),
            on(Phase.RENDERING, "two", 1),
            *(graded(take_of(name, took_s=40)) for name in names[:2]),
            *(on(Phase.DONE, name, text="accepted") for name in names[:2]),
        ]
    )

    assert left(shown) == "about 40 s left"  # two shots of 40 s, side by side


def test_time_left_falls_while_a_take_is_rendered() -> None:
    shown = screen(
        [
            *planned("one", "two"),
            graded(take_of("one", took_s=50)),
            on(Phase.DONE, "one", text="accepted"),
            on(Phase.RENDERING, "two", 1),
        ],
        then_s=30,
    )

    assert left(shown) == "about 20 s left"
    assert "30 s" in shown.splitlines()[2]


# --- Ctrl-C -----------------------------------------------------------------

_PROGRAM = """
import signal, sys
from rich.console import Console
from mas.cli.live import LiveView
from mas.nouns import Phase, Progress

console = Console(stderr=True)
try:
    with LiveView(console) as view:
        view.watch(Progress("p1", Phase.PLANNED, "one", text="Griffin"))
        print("ready", flush=True)
        while True:
            signal.pause()
except KeyboardInterrupt:
    print("interrupted", file=sys.stderr)
    sys.exit(130)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_ctrl_c_leaves_the_terminal_clean() -> None:
    controller, terminal = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_PROGRAM)],
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "90", "LINES": "20"},
    ) as child:
        os.close(terminal)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(signal.SIGINT)
        written = read_all(controller)
    os.close(controller)

    assert child.returncode == 130
    assert written.rfind(b"\x1b[?25h") > written.rfind(b"\x1b[?25l") > -1
    assert written.rstrip().endswith(b"interrupted")
    assert b"Griffin" in written


def read_all(controller: int) -> bytes:
    """Read a terminal until its other side is closed (which Linux tells as an error)."""
    written = b""
    try:
        while part := os.read(controller, 4096):
            written += part
    except OSError:
        return written
    return written
