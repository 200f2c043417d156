"""What is known of a running production, shot by shot, and how long it may still take."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from mas.nouns import Assessment, Grade, Phase, Progress, Take


@dataclass(frozen=True, slots=True)
class Row:
    """One shot as it stands.

    Attributes:
        since: clock at which the phase began.
        status: how the shot ended, "" before.
        takes: graded or failed so far.
        best: assessment of the best take so far; while working, of the last one.
    """

    number: int
    title: str
    since: float
    phase: Phase = Phase.PLANNED
    attempt: int = 0
    share: float | None = None
    status: str = ""
    takes: int = 0
    best: Assessment | None = None

    @property
    def score(self) -> float:
        """Of the best take; -1 when there is none."""
        return self.best.score if self.best and self.best.score is not None else -1.0

    @property
    def grade(self) -> Grade | None:
        """Of the best take."""
        return self.best.grade if self.best else None


class Board:
    """Takes in progress, event by event. Its rows are values: a copy of them never changes."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.title = ""
        self.stage = ""
        self.rows: dict[tuple[str, str], Row] = {}
        self._take_s: list[float] = []
        self._lanes = 1

    def note(self, event: Progress) -> Row | None:
        """Take in one event; return the row that it changed."""
        if not event.shot_id:
            self._note_production(event)
            return None
        key = (event.production_id, event.shot_id)
        row = self.rows.get(key) or Row(len(self.rows) + 1, event.shot_id, self.clock())
        self.rows[key] = row = self._moved(row, event)
        rendering = sum(other.phase is Phase.RENDERING for other in self.rows.values())
        self._lanes = max(self._lanes, rendering)
        return row

    @property
    def done(self) -> int:
        """How many shots have ended."""
        return sum(bool(row.status) for row in tuple(self.rows.values()))

    def seconds_left(self) -> float | None:
        """Estimate from the seconds that takes took; None before the first, and at the end.

        A shot not begun is expected to need as many takes as those that ended did on average, a
        take under way what is left of an average one; the sum is shared by as many renderings as
        were seen at once.
        """
        rows = tuple(self.rows.values())
        if not self._take_s or all(row.status for row in rows):
            return None
        ended = [row.takes for row in rows if row.status]
        takes_each = max(1.0, sum(ended) / len(ended)) if ended else 1.0
        take_s = sum(self._take_s) / len(self._take_s)
        left = sum(self._left(row, take_s, takes_each) for row in rows if not row.status)
        return left / self._lanes

    def _left(self, row: Row, take_s: float, takes_each: float) -> float:
        if row.phase in (Phase.RENDERING, Phase.GRADING):
            return max(take_s - (self.clock() - row.since), 0.0)
        return take_s * max(takes_each - row.takes, 1.0)

    def _note_production(self, event: Progress) -> None:
        if event.phase is Phase.PLANNED:
            self.title = event.text
        elif event.phase is Phase.WRITING:
            self.stage = event.text
        elif event.phase is Phase.ASSEMBLING:
            self.stage = "joining the film"
        elif event.phase is Phase.LEARNING:
            self.stage = "learning from it"
        elif event.phase is Phase.DONE:
            self.stage = event.text

    def _moved(self, row: Row, event: Progress) -> Row:
        if event.phase is Phase.PLANNED:
            return replace(row, title=event.text or row.title)
        self.stage = ""
        began = event.phase is not row.phase and event.phase is not Phase.GRADING
        row = replace(
            row,
            phase=event.phase,
            attempt=event.attempt or row.attempt,
            share=event.share,
            since=self.clock() if began else row.since,
        )
        if event.phase is Phase.DONE:
            return replace(row, status=event.text or "done")
        return self._graded(row, event.take) if event.phase is Phase.GRADED and event.take else row

    def _graded(self, row: Row, take: Take) -> Row:
        if take.error is None:
            self._take_s.append(take.write_s + take.render_s + take.grade_s)
        verdict = take.assessment
        better = verdict is not None and (verdict.score or 0.0) > row.score
        return replace(row, takes=row.takes + 1, best=verdict if better else row.best)
