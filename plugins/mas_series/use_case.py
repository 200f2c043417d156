"""The series use case: one arc, one look, any number of episodes."""

import re
import shlex

from mas.errors import RequestError
from mas.language import find_count
from mas.nouns import (
    Assembly,
    Brief,
    Edit,
    Knowledge,
    Lessons,
    Offer,
    Operation,
    Outcome,
    Passage,
    Plan,
    Shot,
    ShotResult,
    Wish,
)
from mas.protocols import Opening
from mas_series.bible import Bible, found, opening_edit, reopen
from mas_series.continuation import continues, more_episodes
from mas_series.episodes import first_number, plan_episodes
from mas_series.look import in_words
from mas_series.settings import SeriesConfig
from mas_series.subject import read_subject

NAME = "series"
OFFER = Offer(
    name=NAME,
    summary="Makes a series of episodes that share theme, look and consistency rules, as one film.",
    examples=(
        "Create a 3-part Mythical Guardians series",
        "A series of five episodes about a lighthouse keeper who befriends a whale",
        "Make a four-part mini-series called Tides, about fishing villages",
        "A trilogy about robots who learn to paint",
        "Make the next episode of Mythical Guardians",
        "Two more episodes",
    ),
    cues=(
        "series", "mini-series", "miniseries", "web series", "episode", "episodes", "episodic",
        "next episode", "more episodes", "another episode", "continue the series", "saga",
        "trilogy", "part series", "-part", "parts", "chapter", "chapters", "season", "sequel",
        "story arc", "instalments", "installments",
    ),
)  # fmt: skip


class Series:
    """Plans episodes along an arc; nothing is kept between calls."""

    def __init__(self, config: SeriesConfig) -> None:
        self._config = config

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        known = knowledge.current_series
        old = continues(wish, known)
        count = self._count(wish, continued=old)
        bible = reopen(known) if old else found(wish, knowledge)
        shots = plan_episodes(
            read_subject(bible.theme), count=count, before=bible.before, chain=self._config.chain
        )
        return Plan(
            use_case=NAME,
            title=bible.title,
            shots=shots,
            style=bible.style,
            rules=bible.rules,
            assembly=Assembly(title=bible.title, card_s=self._config.card_s),
            say=_introduce(bible, shots, continued=old),
            edits=(opening_edit(bible, planned=bible.before + count),),
        )

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        if not outcome.results:
            return Lessons()
        title = _title(outcome, knowledge)
        done = sum(result.best_take is not None for result in outcome.results)
        progress = Edit(
            label="current_series",
            operations=(Operation("increment", "episodes_completed", done),),
            who="use_case.series",
            why=f"{done} of {len(outcome.results)} episodes have a take",
            key=f"{outcome.production_id}/series/episodes_completed",
            production_id=outcome.production_id,
            scope=outcome.production_id,
        )
        text = _assess(title, outcome.results, done)
        more = _command(f"the next episode of {title}", outcome.brief.user)
        return Lessons(
            edits=(progress,),
            passages=(_passage(outcome, title, text, done=done),),
            say=(f"{text}; for more: {more}",),
        )

    def _count(self, wish: Wish, *, continued: bool) -> int:
        count = wish.count or self._config.episodes
        if continued:
            count = more_episodes(wish, self._config.episodes)
        elif count == 1 and find_count(wish.text) is None:
            count = self._config.episodes  # nobody said one: a bare concept is counted as one thing
        if not 1 <= count <= self._config.max_episodes:
            raise RequestError(
                f"a series of {count} episodes was asked for; "
                f"use_case.series.max_episodes allows 1 to {self._config.max_episodes} at once"
            )
        return count


def open_use_case(config: SeriesConfig, opening: Opening) -> Series:
    """Build the use case; it needs nothing of its surroundings."""
    return Series(config)


def _introduce(bible: Bible, shots: tuple[Shot, ...], *, continued: bool) -> tuple[str, ...]:
    last = shots[-1].episode
    first = first_number(shots)
    span = f"episode {first}" if first == last else f"episodes {first} to {last}"
    verb = "continues with" if continued else "starts with"
    return (f"{bible.title} {verb} {span}; pinned into each: {'; '.join(bible.rules)}",)


def _title(outcome: Outcome, knowledge: Knowledge) -> str:
    """Return the series' title; a plan joined from several wishes has a title of its own."""
    alone = all(shot.use_case in (None, NAME) for shot in outcome.plan.shots)
    return outcome.plan.title if alone else knowledge.current_series.active_series


def _command(brief: str, user: str) -> str:
    """Return a command line that a shell passes on unchanged."""
    plain = re.fullmatch(r"[\w ,.'-]*", brief) is not None
    argument = f'brief="{brief}"' if plain else shlex.quote(f"brief={brief}")
    whose = "" if user == "default" else f" {shlex.quote(f'user={user}')}"
    return f"python -m mas +recipe=series {argument}{whose}"


def _assess(title: str, results: tuple[ShotResult, ...], done: int) -> str:
    grades = in_words(_grade(result) for result in results)
    noun = "episode is" if len(results) == 1 else "episodes are"
    return f"{title}: {done} of {len(results)} {noun} done ({grades})"


def _grade(result: ShotResult) -> str:
    best = next((take for take in result.takes if take.take_id == result.best_take), None)
    if best is None:
        return "none"
    grade = best.assessment.grade if best.assessment else None
    return grade.value if grade else "ungraded"


def _passage(outcome: Outcome, title: str, text: str, *, done: int) -> Passage:
    rules = "; ".join(outcome.plan.rules or outcome.results[0].shot.rules)
    return Passage(
        key=f"{outcome.production_id}/series/assessment",
        kind="assessment",
        text=f"{text}. Rules: {rules}",
        user=outcome.brief.user,
        use_case=NAME,
        production_id=outcome.production_id,
        created_at=outcome.finished_at,
        extra={"series": title, "episodes_done": done, "episodes_planned": len(outcome.results)},
    )
