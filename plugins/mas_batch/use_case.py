"""The batch use case, and the general one: whatever asks for videos is a batch, of one or more."""

import re
from pathlib import Path

from mas.errors import RequestError
from mas.nouns import Brief, Knowledge, Lessons, Offer, Outcome, Passage, Plan, Shot, Wish
from mas.protocols import Opening
from mas_batch.rows import Row, read_rows
from mas_batch.settings import BatchConfig
from mas_batch.variation import short_title, vary

NAME = "batch"
OFFER = Offer(
    name=NAME,
    summary=(
        "Makes videos of anything: one of a bare concept, many distinct ones of a number and a "
        "theme, or one per row of a CSV or JSONL file. The general choice when no other fits."
    ),
    examples=(
        "A lighthouse in a storm",
        "Create 10 videos of mythical creatures",
        "Generate 5 videos: dark fantasy creatures",
        "Make three clips of a fox, a wolf and a bear",
        "Film a paper boat on a rainy street at night",
        "Render every row of shots.csv",
    ),
    cues=(
        "video", "videos", "clip", "clips", "film", "films", "movie", "movies", "shot", "shots",
        "batch", "a batch of", "videos of", "clips of", "a video of", "different", "various",
        "each", "rows", "csv", "jsonl", "spreadsheet", "generate", "create", "make", "render",
        "produce", "film", "animate",
    ),
)  # fmt: skip
_FILE = re.compile(r"\S+\.(?:csv|tsv|jsonl|ndjson)\b", re.IGNORECASE)


class Batch:
    """Plans independent shots; nothing is kept between calls."""

    def __init__(self, config: BatchConfig) -> None:
        self._config = config

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        if brief.rows:
            shots, say = self._of_rows(brief.rows)
            title = Path(brief.rows).name
        else:
            shots, say = self._of_sentence(wish, brief)
            title = short_title(wish.concept) if wish.concept.strip() else ""
        return Plan(
            use_case=NAME,
            title=wish.title or title or shots[0].title,
            shots=shots,
            style=wish.style,
            say=say,
        )

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        if not outcome.results:
            return Lessons()
        done = [result for result in outcome.results if result.best_take is not None]
        failed = [result for result in outcome.results if result.best_take is None]
        noun = "video is" if len(outcome.results) == 1 else "videos are"
        text = f"{outcome.plan.title}: {len(done)} of {len(outcome.results)} {noun} done"
        reasons = tuple(f"{r.shot.title} failed: {r.reason or 'no take'}" for r in failed)
        passage = Passage(
            key=f"{outcome.production_id}/batch/assessment",
            kind="assessment",
            text=". ".join((text, *reasons)),
            user=outcome.brief.user,
            use_case=NAME,
            production_id=outcome.production_id,
            created_at=outcome.finished_at,
            extra={"videos_done": len(done), "videos_failed": len(failed)},
        )
        return Lessons(passages=(passage,), say=(text, *reasons))

    def _of_sentence(self, wish: Wish, brief: Brief) -> tuple[tuple[Shot, ...], tuple[str, ...]]:
        count = wish.count or self._config.count
        self._check(count, "the brief asks for")
        concept = wish.concept.strip() or wish.title or ""
        if not concept.strip(" .,;:"):
            raise RequestError(
                f"{wish.text!r} does not say what is to be seen; "
                'for example: brief="Create 3 videos of mythical creatures"'
            )
        if file := _FILE.search(concept):
            raise RequestError(f"to make a video of each row, name the file: rows={file.group()}")
        ideas = vary(concept, count, "" if brief.seed is None else str(brief.seed))
        shots = tuple(
            Shot(
                shot_id=_shot_id(number, count),
                title=(wish.title if count == 1 else None) or idea.title,
                concept=idea.concept,
            )
            for number, idea in enumerate(ideas, start=1)
        )
        named = "; ".join(shot.title for shot in shots[:12])
        more = f" and {count - 12} more" if count > 12 else ""
        return shots, (f"{count} videos: {named}{more}",) if count > 1 else ()

    def _of_rows(self, name: str) -> tuple[tuple[Shot, ...], tuple[str, ...]]:
        read = read_rows(name)
        self._check(len(read.rows), f"{name} has rows for")
        last = read.rows[-1].number
        shots = tuple(_shot_of(row, last) for row in read.rows)
        left_out = tuple(f"left out {problem}" for problem in read.problems)
        return shots, (f"{len(shots)} rows of {name} become videos", *left_out)

    def _check(self, count: int, fact: str) -> None:
        if not 1 <= count <= self._config.max_count:
            raise RequestError(
                f"{fact} {count} videos; "
                f"use_case.batch.max_count allows 1 to {self._config.max_count} at once"
            )


def open_use_case(config: BatchConfig, opening: Opening) -> Batch:
    """Build the use case; it needs nothing of its surroundings."""
    return Batch(config)


def _shot_id(number: int, count: int) -> str:
    return f"s{number:0{max(2, len(str(count)))}d}"


def _worded(row: Row) -> str:
    """A prompt is taken word for word; the style of its row, which is judged too, is said after it."""
    if not (row.verbatim and row.style):
        return row.text
    return f"{row.text.rstrip(' .')}. {row.style[:1].upper()}{row.style[1:].rstrip(' .')}."


def _shot_of(row: Row, last: int) -> Shot:
    """The number of the row is in the id, so that a report leads back to the file."""
    return Shot(
        shot_id=_shot_id(row.number, last),
        title=row.title or short_title(row.text),
        concept=_worded(row),
        style=row.style,
        seed=row.seed,
        format=row.format,
        negative=row.negative,
        verbatim=row.verbatim,
        min_grade=row.min_grade,
    )
