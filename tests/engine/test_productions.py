"""What a production leaves behind, whatever happens to its shots."""

import json
from pathlib import Path

import pytest

from mas.errors import RequestError
from mas.nouns import PassageFilter, Phase
from mas.testing.crews import RULES, Watched, open_crew, open_working_engine, order
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier, started


async def test_every_shot_is_rendered_once_and_the_manifest_tells(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts")
    watched = Watched()
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier(), watched=watched) as crew:
        async with open_working_engine(crew) as engine:
            ending = await engine.start(order("three shots of foxes"))
        series = (await crew.blocks.read("ana", "current_series")).value
        queue = (await crew.blocks.read("ana", "production_queue")).value
        successes = await crew.archive.count(PassageFilter("ana", kinds=("success",)))

    assert ending.status == "complete"
    assert len(started(renderer.log)) == len(set(started(renderer.log))) == 3
    assert [shot["status"] for shot in ending.manifest["shots"]] == ["accepted"] * 3
    for shot in ending.manifest["shots"]:
        assert (ending.folder / shot["takes"][0]["video"]).is_file()
    assert json.loads((ending.folder / "manifest.json").read_text()) == ending.manifest
    assert (ending.folder / "report.html").is_file()
    assert series.episodes_completed == 3
    assert (queue.batch_complete, queue.batch_total, queue.queue_status) == (3, 3, "complete")
    assert len(queue.completed_today) == 3
    assert successes == 3
    assert sorted(watched.graded) == ["s01-1", "s02-1", "s03-1"]
    assert [outcome.status for outcome in watched.finished] == ["complete"]
    assert Phase.DONE in {progress.phase for progress in watched.progress}


async def test_a_failed_take_is_retried_with_the_reasons(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts")
    verifier = ScriptedVerifier({("s01", 1): 0.4, ("s01", 2): 0.9})
    async with (
        open_crew(tmp_path / "state", renderer, verifier) as crew,
        open_working_engine(crew) as engine,
    ):
        ending = await engine.start(order("one shot"))

    (shot,) = ending.manifest["shots"]
    assert [take["grade"] for take in shot["takes"]] == ["D", "A"]
    assert shot["best_take"] == "s01-2"
    assert shot["takes"][1]["prompt"].endswith("attempt 2")


async def test_the_best_take_is_kept_not_the_last(tmp_path: Path) -> None:
    verifier = ScriptedVerifier({("s01", 1): 0.3, ("s01", 2): 0.6, ("s01", 3): 0.2})
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with (
        open_crew(tmp_path / "state", renderer, verifier) as crew,
        open_working_engine(crew) as engine,
    ):
        ending = await engine.start(order("one shot"))

    (shot,) = ending.manifest["shots"]
    assert shot["best_take"] == "s01-2"
    assert shot["status"] == "below_standard"
    assert len(shot["takes"]) == 3


async def test_one_failing_shot_never_stops_the_rest(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts", failures={"s02": 9})
    async with (
        open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew,
        open_working_engine(crew) as engine,
    ):
        ending = await engine.start(order("three shots"))

    assert ending.status == "partial"
    statuses = [shot["status"] for shot in ending.manifest["shots"]]
    assert statuses == ["accepted", "failed", "accepted"]
    errors = [take["error"] for take in ending.manifest["shots"][1]["takes"]]
    assert errors == ["the script says that s02 fails 9 times"] * 3


async def test_a_take_no_judge_could_grade_is_below_standard(tmp_path: Path) -> None:
    verifier = ScriptedVerifier({("s01", attempt): None for attempt in (1, 2, 3)})
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with (
        open_crew(tmp_path / "state", renderer, verifier) as crew,
        open_working_engine(crew) as engine,
    ):
        ending = await engine.start(order("one shot"))

    (shot,) = ending.manifest["shots"]
    assert shot["status"] == "below_standard"
    assert shot["takes"][0]["grade"] is None
    assert shot["takes"][0]["grade_partial"] is True


async def test_a_brief_that_is_not_understood_leaves_nothing(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with (
        open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew,
        open_working_engine(crew) as engine,
    ):
        with pytest.raises(RequestError, match="did not understand"):
            await engine.start(order("nothing"))
        assert await engine.ledger.unfinished() == ()
    assert list((tmp_path / "state" / "productions").iterdir()) == []


async def test_learning_off_writes_nothing(tmp_path: Path) -> None:
    from dataclasses import replace

    renderer = ScriptedRenderer(tmp_path / "starts")
    rules = replace(RULES, learn="off")
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier(), rules=rules) as crew:
        async with open_working_engine(crew) as engine:
            await engine.start(order("two shots"))
        blocks = await crew.blocks.read_all("ana")
        assert {found.version for found in blocks.values()} == {0}
        assert await crew.archive.count(PassageFilter("ana")) == 0


async def test_two_productions_share_one_studio(tmp_path: Path) -> None:
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with (
        open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew,
        open_working_engine(crew) as engine,
    ):
        first = await engine.start(order("one shot"))
        second = await engine.start(order("two shots"))

    assert first.production_id != second.production_id
    assert len(second.manifest["shots"]) == 2


async def test_the_same_seed_gives_the_same_take_seeds(tmp_path: Path) -> None:
    seeds = []
    for name in ("one", "two"):
        renderer = ScriptedRenderer(tmp_path / name)
        async with (
            open_crew(tmp_path / f"state-{name}", renderer, ScriptedVerifier()) as crew,
            open_working_engine(crew) as engine,
        ):
            ending = await engine.start(order("two shots", seed=11))
        seeds.append([shot["takes"][0]["seed"] for shot in ending.manifest["shots"]])

    assert seeds[0] == seeds[1]
    assert len(set(seeds[0])) == 2
