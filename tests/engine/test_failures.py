"""A plugin that fails leaves a record; what was made before it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mas.engine.crew import Crew
from mas.engine.orders import Ending
from mas.errors import RequestError
from mas.nouns import (
    Assignment,
    Brief,
    Edit,
    Knowledge,
    Lessons,
    Message,
    Offer,
    Operation,
    Outcome,
    PassageFilter,
    Plan,
    Prompt,
    RefinementPolicy,
    Rendered,
    Score,
    Shot,
    Take,
    Wanted,
    Wish,
)
from mas.testing.crews import PlainWriter, open_crew, open_working_engine, order
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier, started


async def _make(folder: Path, text: str, *, scores: Any = None, **changed: Any) -> Ending:
    """Run a production with some of the crew replaced."""
    renderer = ScriptedRenderer(folder / "starts")
    verifier = ScriptedVerifier(scores or {})
    async with (
        open_crew(folder / "state", renderer, verifier) as crew,
        open_working_engine(replace(crew, **changed)) as engine,
    ):
        return await engine.start(order(text))


class SpentWriter(PlainWriter):
    """Writes once, and cannot revise."""

    async def revise(
        self, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
    ) -> Prompt:
        raise ZeroDivisionError("the quota is spent")


async def test_a_writer_that_fails_leaves_the_takes_made_so_far(tmp_path: Path) -> None:
    ending = await _make(tmp_path, "one shot", scores={("s01", 1): 0.6}, writer=SpentWriter())

    (shot,) = ending.manifest["shots"]
    assert ending.status == "complete"
    assert (shot["status"], shot["best_take"]) == ("below_standard", "s01-1")
    assert "the quota is spent" in shot["reason"]


class TornVerifier:
    """A judge's own mistake, not a clip that cannot be decoded."""

    async def verify(self, video: Path, wanted: Wanted) -> tuple[Score, ...]:
        raise KeyError("palette")


async def test_a_verifier_that_fails_leaves_an_ungraded_take(tmp_path: Path) -> None:
    ending = await _make(tmp_path, "one shot", verifier=TornVerifier())

    (shot,) = ending.manifest["shots"]
    assert shot["status"] == "below_standard"
    assert shot["takes"][0]["error"] == "KeyError: 'palette'"
    assert (ending.folder / shot["takes"][0]["video"]).is_file()


@dataclass(slots=True)
class ClumsyRenderer(ScriptedRenderer):
    """Its first attempts end in a mistake of its own."""

    async def collect(self, assignment: Assignment, destination: Path) -> Rendered:
        if assignment.order.take_id.endswith(".1"):
            raise TypeError("a number was a text")
        return await ScriptedRenderer.collect(self, assignment, destination)


async def test_a_renderer_that_breaks_makes_a_failed_take(tmp_path: Path) -> None:
    ending = await _make(tmp_path, "one shot", renderer=ClumsyRenderer(tmp_path / "starts"))

    (shot,) = ending.manifest["shots"]
    assert shot["takes"][0]["error"] == "TypeError: a number was a text"
    assert (shot["status"], shot["best_take"]) == ("accepted", "s01-2")


class Planner:
    """Plans whatever it is given; `lessons` is what it learns, an exception is raised."""

    def __init__(self, plan: Plan | Exception, lessons: Lessons | Exception | None = None) -> None:
        self._plan, self._lessons = plan, lessons or Lessons()

    def describe(self) -> Offer:
        return Offer("odd", "plans what it is given")

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        if isinstance(self._plan, Exception):
            raise self._plan
        return self._plan

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        if isinstance(self._lessons, Exception):
            raise self._lessons
        return self._lessons


def _shots(*shots: Shot, **more: Any) -> Plan:
    return Plan("odd", "Odd", shots, **more)


WRONG_EDIT = Edit("user_style", (Operation("set", "no_such_field", "x"),), "odd", "a mistake")
FOX, OWL = Shot("fox", "Fox", "a fox"), Shot("owl", "Owl", "an owl")


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        (ZeroDivisionError("oops"), "use case odd failed to plan 'hello': ZeroDivisionError: oops"),
        (_shots(FOX, FOX), "shot 'fox' twice"),
        (_shots(replace(FOX, shot_id="A fox")), "made of a-z"),
        (_shots(replace(FOX, after=("owl",)), OWL), "after 'owl', which is no earlier shot"),
        (_shots(replace(FOX, first_frame_from="fox")), "after 'fox'"),
        (_shots(replace(FOX, min_grade="A++")), r"min_grade 'A\+\+'"),
        (_shots(FOX, edits=(WRONG_EDIT,)), "planned an edit that no block can take"),
        (_shots(FOX, refinement=RefinementPolicy(remember="none")), "remembers 'none'"),
    ],
)
async def test_a_plan_that_cannot_be_carried_out_is_refused(
    tmp_path: Path, plan: Plan | Exception, says: str
) -> None:
    with pytest.raises(RequestError, match=says):
        await _make(tmp_path, "hello", use_cases={"odd": Planner(plan)})

    assert list((tmp_path / "state" / "productions").iterdir()) == []
    assert started(tmp_path / "starts") == []


async def test_a_shot_waits_for_the_one_it_follows_and_goes_on_when_that_failed(
    tmp_path: Path,
) -> None:
    plan = _shots(
        FOX, replace(OWL, after=("fox",)), replace(OWL, shot_id="den", first_frame_from="fox")
    )
    renderer = ScriptedRenderer(tmp_path / "starts", failures={"fox": 9})
    ending = await _make(tmp_path, "hello", use_cases={"odd": Planner(plan)}, renderer=renderer)

    found = {shot["shot_id"]: shot["status"] for shot in ending.manifest["shots"]}
    assert found == {"fox": "failed", "owl": "accepted", "den": "skipped"}
    names = [take.split(".")[1] for take in started(renderer.log)]
    assert names == ["fox", "fox", "fox", "owl"]


@pytest.mark.parametrize("lessons", [ZeroDivisionError("oops"), Lessons((WRONG_EDIT,))])
async def test_a_use_case_that_fails_to_learn_is_told_and_the_film_stands(
    tmp_path: Path, lessons: Lessons | Exception
) -> None:
    ending = await _make(tmp_path, "hello", use_cases={"odd": Planner(_shots(FOX), lessons)})

    assert ending.status == "complete"
    (failure,) = ending.manifest["fallbacks"]
    assert failure.startswith("use case odd failed to learn: ")


async def test_edits_of_a_plan_that_memory_refuses_are_told(tmp_path: Path) -> None:
    long = Edit("user_style", (Operation("add", "theme_preferences", "x" * 9999),), "odd", "")
    plan = _shots(FOX, edits=(long,))
    ending = await _make(tmp_path, "hello", use_cases={"odd": Planner(plan)})

    assert ending.status == "complete"
    assert "takes at most 2000 characters" in ending.manifest["fallbacks"][0]


class TornTuner:
    """Cannot learn."""

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        raise ZeroDivisionError("oops")


async def test_a_tuner_that_fails_costs_no_shot(tmp_path: Path) -> None:
    ending = await _make(tmp_path, "one shot", tuner=TornTuner())

    assert ending.manifest["shots"][0]["status"] == "accepted"
    assert ending.manifest["fallbacks"] == [
        "the Tuner failed to learn from s01: ZeroDivisionError: oops"
    ]


@dataclass(frozen=True, slots=True)
class IdleSleeptime:
    """Leaves its mandatory work undone, or fails at it."""

    error: Exception | None = None

    async def consolidate(
        self,
        agent: str,
        messages: Sequence[Message],
        knowledge: Knowledge,
        outcome: Outcome | None,
        now: datetime,
    ) -> Lessons:
        if self.error is not None:
            raise self.error
        return Lessons()


@pytest.mark.parametrize("error", [None, ZeroDivisionError("oops")])
async def test_the_mandatory_work_of_sleeptime_is_verified_and_done(
    tmp_path: Path, error: Exception | None
) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts", failures={"s02": 9})

    async def make(crew: Crew, text: str) -> Ending:
        async with open_working_engine(crew) as engine:
            return await engine.start(order(text))

    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew:
        first = await make(crew, "one shot")  # what an earlier production left must not count
        ending = await make(replace(crew, sleeptime=IdleSleeptime(error)), "two shots")
        state = (await crew.blocks.read("ana", "session_state")).value

    assert first.manifest["fallbacks"] == []
    assert "left its work undone; mas did it" in " ".join(ending.manifest["fallbacks"])
    assert state.last_session_summary.endswith("is partial: 1 of 2 accepted.")
    assert state.pending_work == (f'{ending.production_id}: "Shot 2" is failed',)


async def test_a_report_that_cannot_be_written_is_told_in_the_manifest(tmp_path: Path) -> None:
    class Spoiler(PlainWriter):
        async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
            (folder,) = (tmp_path / "state" / "productions").iterdir()
            (folder / "report.html").mkdir(exist_ok=True)
            return await PlainWriter.write(self, shot, plan, knowledge)

    ending = await _make(tmp_path, "one shot", writer=Spoiler())

    assert ending.status == "complete"
    assert ending.manifest["fallbacks"][0].startswith("report.html could not be written: ")


async def test_nothing_is_stored_twice_when_everything_fails(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts", failures={"s01": 9, "s02": 9})
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew:
        async with open_working_engine(crew) as engine:
            ending = await engine.start(order("two shots"))
        queue = (await crew.blocks.read("ana", "production_queue")).value
        failures = await crew.archive.count(PassageFilter("ana", kinds=("failure",)))

    assert ending.status == "failed"
    assert sorted(queue.failed_retries) == ["Shot 1", "Shot 2"]
    assert (queue.pending_videos, queue.batch_complete) == ((), 0)
    assert failures == 6
