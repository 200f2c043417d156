"""Productions journaled by earlier code still go on: see "Changing what is journaled", CONTRIBUTING."""

import zipfile
from pathlib import Path

import pytest

from mas.engine.journal import FLOW
from mas.nouns import PassageFilter
from mas.testing.crews import open_crew, open_working_engine
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier, started

FIXTURES = Path(__file__).parent / "fixtures"


def test_there_is_a_fixture_of_todays_flow() -> None:
    assert (FIXTURES / f"flow-{FLOW}.zip").is_file(), "run tests/engine/make_fixture.py"


async def test_a_production_killed_under_this_flow_goes_on(tmp_path: Path) -> None:
    with zipfile.ZipFile(FIXTURES / f"flow-{FLOW}.zip") as archive:
        archive.extractall(tmp_path / "state")
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew:
        async with open_working_engine(crew) as engine:
            (row,) = await engine.ledger.unfinished()
            ending = await engine.resume(row)
        queue = (await crew.blocks.read("ana", "production_queue")).value
        successes = await crew.archive.count(PassageFilter("ana", kinds=("success",)))

    first, *others = ending.manifest["shots"]
    assert (ending.status, len(others)) == ("complete", 3)
    assert [take["grade"] for take in first["takes"]] == ["D", "A"]  # the D stands in the journal
    again = {take.removeprefix(f"{row.id}.") for take in started(renderer.log)}
    assert again <= {"s01.2", "s03.1", "s04.1"}
    assert (queue.batch_complete, queue.batch_total, successes) == (4, 4, 4)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("flow-*.zip")), ids=lambda path: path.stem)
async def test_every_older_production_is_at_least_readable(tmp_path: Path, path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "state")
    renderer = ScriptedRenderer(tmp_path / "starts")
    async with (
        open_crew(tmp_path / "state", renderer, ScriptedVerifier()) as crew,
        open_working_engine(crew) as engine,
    ):
        (row,) = await engine.ledger.unfinished()

    assert f"flow-{row.flow}" == path.stem
    assert row.brief["data"]["text"] == "four shots"
