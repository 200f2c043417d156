"""What a production knows, what it leaves behind, and when."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mas.engine.crew import Crew
from mas.engine.orders import Ending
from mas.nouns import Brief, Edit, Knowledge, Operation, Plan, Prompt, Shot, Wish
from mas.testing.crews import (
    RULES,
    CountedUseCase,
    PlainWriter,
    open_crew,
    open_working_engine,
    order,
)
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier


@dataclass(frozen=True, slots=True)
class KnowingWriter(PlainWriter):
    """Notes what it knew of each shot."""

    knew: dict[str, Knowledge] = field(default_factory=dict)

    async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
        self.knew[shot.shot_id] = knowledge
        return await PlainWriter.write(self, shot, plan, knowledge)


async def _make(crew: Crew, text: str, time_zone: str = "UTC") -> Ending:
    wish = order(text)
    async with open_working_engine(crew, render=1) as engine:
        return await engine.start(replace(wish, brief=replace(wish.brief, time_zone=time_zone)))


@pytest.mark.parametrize(("learn", "knows"), [("live", True), ("after", False), ("off", False)])
async def test_live_knowledge_reaches_the_later_shots(
    tmp_path: Path, learn: str, *, knows: bool
) -> None:
    writer = KnowingWriter()
    async with open_crew(
        tmp_path / "state",
        ScriptedRenderer(tmp_path / "starts"),
        ScriptedVerifier(),
        rules=replace(RULES, learn=learn),
        writer=writer,
    ) as crew:
        await _make(crew, "six shots of foxes")

    last = writer.knew["s06"]
    assert bool(last.successes) is knows
    assert bool(last.user_style.favorite_successes) is knows
    assert writer.knew["s01"].successes == ()


class StyledUseCase(CountedUseCase):
    """Its plan teaches a colour."""

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        plan = await CountedUseCase.plan(self, wish, brief, knowledge)
        likes = Operation("add", "color_preferences", "teal")
        return replace(plan, edits=(Edit("user_style", (likes,), "style", "said so"),))


@pytest.mark.parametrize(("learn", "kept"), [("live", True), ("after", True), ("off", False)])
async def test_what_a_plan_teaches_reaches_its_own_shots(
    tmp_path: Path, learn: str, *, kept: bool
) -> None:
    writer = KnowingWriter()
    rules = replace(RULES, learn=learn)
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with open_crew(
        tmp_path / "state", renderer, ScriptedVerifier(), rules=rules, writer=writer
    ) as crew:
        await _make(replace(crew, use_cases={"counted": StyledUseCase()}), "one shot")
        style = (await crew.blocks.read("ana", "user_style")).value

    assert writer.knew["s01"].user_style.color_preferences == ("teal",)
    assert ("teal" in style.color_preferences) is kept


async def test_completed_today_is_the_users_day_and_spans_productions(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts")
    far_east, far_west = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # 25 hours apart
    shown = []
    days = [datetime.now(ZoneInfo(zone)).date() for zone in (far_east, far_west)]
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew:
        for text, zone in (("one shot", far_east), ("two shots", far_east), ("one shot", far_west)):
            await _make(crew, text, zone)
            queue = (await crew.blocks.read("ana", "production_queue")).value
            shown.append(queue.completed_today)

    assert days[0] > days[1]
    assert [len(made) for made in shown] == [1, 2, 1]  # "Shot 1" of today stands once
    assert all(day.startswith(str(days[0])) for day in (*shown[0], *shown[1]))
    assert shown[2] == (f"{days[1]} Shot 1",)


async def test_a_plan_without_shots_hides_no_queue(tmp_path: Path) -> None:
    class Talk(CountedUseCase):
        async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
            return Plan("counted", "Talk", say=("hello",))

    renderer = ScriptedRenderer(tmp_path / "starts")
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew:
        first = await _make(crew, "two shots")
        ending = await _make(replace(crew, use_cases={"counted": Talk()}), "hello")
        queue = (await crew.blocks.read("ana", "production_queue")).value

    assert (ending.status, ending.manifest["shots"]) == ("complete", [])
    assert (queue.batch_id, queue.batch_complete) == (first.production_id, 2)


async def test_two_agents_take_their_turn_after_enough_interactions(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts")
    rules = replace(RULES, sleeptime_every=2)
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier(), rules=rules) as crew:
        await _make(crew, "five shots")
        entries = await crew.blocks.journal("ana", "session_state")
        own = await crew.buffers.read("ana", "sleeptime-writer")

    assert {entry.who for entry in entries} >= {"sleeptime:writer", "sleeptime:cameraman"}
    assert len(own) == 1  # cleared before every run
