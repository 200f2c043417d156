"""The live view: a table of shots on a terminal, plain lines everywhere else."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from mas.cli.board import Board, Row
from mas.cli.words import STATUS_STYLES, about, clean, graded, plain
from mas.nouns import Phase, Progress

_AROUND = 6  # lines of the screen that are not rows of shots
_REFRESH_HZ = 4
_BAR = 12  # columns
_WIDE = 72  # columns from which bar and seconds leave room for titles
_WIDTHS = (_BAR, 6, 7, 8)  # bar, seconds, take, grade
_NARROW = (7, 8)
_PHASE_STYLES = {
    Phase.WRITING: "cyan",
    Phase.RENDERING: "magenta",
    Phase.GRADING: "blue",
    Phase.GRADED: "blue",
}


class LiveView:
    """Shows a production as it goes on, while it is entered.

    On a terminal the view is drawn in place and goes away at a regular end, so that the summary
    stands in its place; after Ctrl-C or an error it stays, as the last state of things.

    Args:
        console: where to show it; stdout is for the answer, so a console on stderr.
        clock: seconds that only ever rise.
    """

    def __init__(self, console: Console, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._board = Board(clock)
        self._said: list[str] = []
        drawable = console.is_terminal and not console.is_dumb_terminal
        self._live = self._open_live() if drawable else None

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tell()
        if self._live:
            self._live.transient = kind is None
            self._live.stop()

    def watch(self, event: Progress) -> None:
        """Take in one event and show it."""
        row = self._board.note(event)
        if event.phase is Phase.SAYING and not self._board.rows:
            self._said.append(clean(event.text))
            return
        if row is not None:
            self._tell()
        elif event.phase is Phase.DONE and not self._board.rows:
            self._said.clear()  # of a production without shots it is the answer, on stdout
        if event.phase is Phase.SAYING:
            self._print(clean(event.text))
        elif self._live is None:
            for line in self._lines(event, row):
                self._print(line)

    def _tell(self) -> None:
        """Print what was said so far."""
        said, self._said = self._said, []
        for line in said:
            self._print(line)

    def _open_live(self) -> Live:
        return Live(
            console=self._console,
            get_renderable=self._draw,
            refresh_per_second=_REFRESH_HZ,
            redirect_stdout=False,  # the answer must arrive there as it is
        )

    def _print(self, line: str) -> None:
        """Print a line; above a live table rich must know how many lines it takes."""
        whole = self._live is None
        self._console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=whole)

    # --- plain lines ---

    def _lines(self, event: Progress, row: Row | None) -> list[str]:
        if row is not None:
            return self._shot_lines(event, row)
        if event.phase is Phase.ASSEMBLING:
            return [self._board.stage]
        ended = event.phase is Phase.DONE and bool(self._board.rows)
        return [f"production {plain(event.text)}"] if ended else []

    def _shot_lines(self, event: Progress, row: Row) -> list[str]:
        head = f"[{row.number}/{len(self._board.rows)}] {clean(row.title)}: "
        if event.phase is Phase.DONE:
            grade = graded(row.grade, row.score)
            takes = f"{row.takes} take{'' if row.takes == 1 else 's'}" if row.takes else ""
            return [head + ", ".join(part for part in (plain(row.status), grade, takes) if part)]
        if event.phase is not Phase.GRADED or event.take is None:
            return []
        take = event.take
        if take.error is not None:
            return [f"{head}take {take.attempt} failed: {clean(take.error)}"]
        verdict = take.assessment
        grade = graded(verdict.grade, verdict.score) if verdict else ""
        reason = f" ({clean(verdict.reasons[0])})" if verdict and verdict.reasons else ""
        return [f"{head}take {take.attempt} graded {grade or 'without a score'}{reason}"]

    # --- the table on a terminal ---

    def _draw(self) -> RenderableType:
        board, rows = self._board, tuple(self._board.rows.values())
        if not rows:
            return Text(clean(board.stage), style="dim")
        room = max(3, self._console.height - _AROUND)
        shown = _window(rows, room)
        above, below = shown[0].number - 1, len(rows) - shown[-1].number
        wide = self._console.width >= _WIDE
        table = _grid(_WIDTHS if wide else _NARROW)
        for row in shown:
            table.add_row(*self._cells(row, wide=wide))
        parts: list[RenderableType] = [self._head(len(rows))]
        parts += [_more(above, "above")] if above else []
        parts += [table]
        parts += [_more(below, "below")] if below else []
        return Group(*parts)

    def _head(self, total: int) -> RenderableType:
        board = self._board
        left = board.seconds_left()
        words = [f"{board.done} of {total} shots"]
        words += [clean(board.stage)] if board.stage else []
        words += [f"{about(left)} left"] if left is not None else []
        head = Table.grid(expand=True, padding=(0, 2))
        head.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
        head.add_column(justify="right", no_wrap=True)
        bar = ProgressBar(total=total, completed=board.done, complete_style="green")
        head.add_row(
            Text(clean(board.title), style="bold") if board.title else bar, ", ".join(words)
        )
        return head

    def _cells(self, row: Row, *, wide: bool) -> list[RenderableType]:
        progress: list[RenderableType] = [
            _bar(row),
            "" if row.status or row.attempt == 0 else Text(self._elapsed(row), style="dim"),
        ]
        return [
            Text(str(row.number), style="dim"),
            Text(clean(row.title), no_wrap=True, overflow="ellipsis"),
            self._state(row),
            *(progress if wide else ()),
            Text(f"take {row.attempt or row.takes}") if row.attempt or row.takes else "",
            Text(graded(row.grade, row.score), style="bold"),
        ]

    def _state(self, row: Row) -> Text:
        if row.status:
            return Text(plain(row.status), style=STATUS_STYLES.get(row.status, ""))
        name = "waiting" if row.phase is Phase.PLANNED else row.phase.value
        return Text(name, style=_PHASE_STYLES.get(row.phase, "dim"))

    def _elapsed(self, row: Row) -> str:
        return f"{self._board.clock() - row.since:.0f} s"


def _grid(widths: tuple[int, ...]) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=3, justify="right")
    table.add_column(ratio=1)
    table.add_column(width=14)
    for width in widths:
        table.add_column(width=width, justify="left" if width == _BAR else "right")
    return table


def _bar(row: Row) -> RenderableType:
    if row.phase is not Phase.RENDERING or row.share is None:
        return ""
    return ProgressBar(total=1.0, completed=row.share, width=_BAR, complete_style="magenta")


def _more(number: int, where: str) -> Text:
    return Text(f"  ... {number} more {where}", style="dim")


def _window(rows: tuple[Row, ...], room: int) -> tuple[Row, ...]:
    """Return the rows that fit: from just above the first that is not done."""
    first = next((index for index, row in enumerate(rows) if not row.status), len(rows))
    start = max(0, min(first - 2, len(rows) - room))
    return rows[start : start + room]
