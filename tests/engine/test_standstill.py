"""A machine that fails pauses a production; nothing of the failure is journaled."""

import errno
import json
import shutil
import signal
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mas.engine.ledger import Ledger
from mas.engine.runtime import Engine
from mas.errors import EngineError, PausedError, StateError
from mas.nouns import Assignment, Knowledge, Plan, Prompt, Rendered, Shot
from mas.testing.crews import PlainWriter, open_crew, open_working_engine, order
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier, started
from mas.testing.victim import Victim


@dataclass(slots=True)
class FullDisk(ScriptedRenderer):
    """The disk is full while the second shot is collected."""

    async def collect(self, assignment: Assignment, destination: Path) -> Rendered:
        if ".s02." in assignment.order.take_id:
            raise OSError(errno.ENOSPC, "No space left on device")
        return await ScriptedRenderer.collect(self, assignment, destination)


@asynccontextmanager
async def _engine(
    folder: Path, renderer: ScriptedRenderer, writer: PlainWriter | None = None
) -> AsyncIterator[Engine]:
    async with (
        open_crew(folder / "state", renderer, ScriptedVerifier(), writer=writer) as crew,
        open_working_engine(crew, render=1) as engine,
    ):
        yield engine


async def test_a_full_disk_pauses_and_the_same_continues_later(tmp_path: Path) -> None:
    log = tmp_path / "starts"
    async with _engine(tmp_path, FullDisk(log)) as engine:
        with pytest.raises(
            PausedError, match=r"No space left.*\+recipe=resume production="
        ) as told:
            await engine.start(order("three shots"))
        (row,) = await engine.ledger.unfinished()
        paused = _manifest(engine.state_dir / "productions" / row.id)

    async with _engine(tmp_path, ScriptedRenderer(log)) as engine:
        ending = await engine.resume(row)

    assert told.value.exit_code == 3
    assert (row.status, paused["status"]) == ("paused", "paused")
    assert {shot["status"] for shot in paused["shots"]} <= {"accepted", "skipped"}
    assert "No space left" in paused["fallbacks"][0]
    assert ending.status == "complete"
    assert set(Counter(started(log)).values()) == {1}


async def test_a_folder_that_takes_no_manifest_pauses_at_the_end(tmp_path: Path) -> None:
    log = tmp_path / "starts"

    class Spoiler(PlainWriter):
        async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
            (folder,) = (tmp_path / "state" / "productions").iterdir()
            (folder / "manifest.json").mkdir(exist_ok=True)
            return await PlainWriter.write(self, shot, plan, knowledge)

    async with _engine(tmp_path, ScriptedRenderer(log), Spoiler()) as engine:
        with pytest.raises(PausedError, match="Is a directory"):
            await engine.start(order("one shot"))
        (row,) = await engine.ledger.unfinished()
        (engine.state_dir / "productions" / row.id / "manifest.json").rmdir()
        ending = await engine.resume(row)

    assert ending.manifest["status"] == "complete"
    assert len(started(log)) == 1


async def test_resuming_what_ended_meanwhile_gives_its_ending(tmp_path: Path) -> None:
    async with _engine(tmp_path, FullDisk(tmp_path / "starts")) as engine:
        with pytest.raises(PausedError):
            await engine.start(order("three shots"))
        (row,) = await engine.ledger.unfinished()
    async with _engine(tmp_path, ScriptedRenderer(tmp_path / "starts")) as engine:
        first = await engine.resume(row)
        second = await engine.resume(row)
        left = await engine.ledger.unfinished()

    assert second.manifest == first.manifest
    assert left == ()


async def test_a_broken_state_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mas.sqlite"
    path.write_bytes(b"this is no database, although it is long enough to be one" * 50)

    with pytest.raises(StateError, match="cannot be opened: file is not a database"):
        Ledger(path)


async def test_a_production_of_another_flow_says_why_it_cannot_go_on(tmp_path: Path) -> None:
    log = tmp_path / "starts"
    async with _engine(tmp_path, FullDisk(log)) as engine:
        with pytest.raises(PausedError):
            await engine.start(order("three shots"))
        database = sqlite3.connect(engine.state_dir / "mas.sqlite")
        with database:
            database.execute("update mas_production set flow = 0, mas_version = '0.0.1'")
        database.close()
        (row,) = await engine.ledger.unfinished()
        with pytest.raises(EngineError, match=r"by mas 0\.0\.1 with flow 0.*resume=never"):
            await engine.resume(row)


def test_a_state_folder_that_was_moved_or_copied_goes_on(tmp_path: Path) -> None:
    assert Victim(tmp_path).kill_after(3) == -signal.SIGKILL
    begun = set(started(tmp_path / "starts"))
    moved, copied = tmp_path / "moved", tmp_path / "copied"
    (tmp_path / "state").rename(moved)
    shutil.copytree(moved, copied)

    victims = [
        Victim(tmp_path, state=str(state), log=str(tmp_path / f"{state.name}-starts"))
        for state in (moved, copied)
    ]
    manifests = [victim.end() for victim in victims]

    assert not (tmp_path / "state").exists()
    assert manifests[0]["production_id"] == manifests[1]["production_id"]
    for victim, manifest in zip(victims, manifests, strict=True):
        again = Counter(started(Path(victim.wanted["log"])))
        assert manifest["status"] == "complete"
        assert set(again.values()) == {1}
        assert len(begun | set(again)) == 4


def test_three_processes_on_an_empty_state_folder_all_end(tmp_path: Path) -> None:
    victims = [
        Victim(tmp_path, brief=f"one shot of {name}", log=str(tmp_path / name), seconds=0.0)
        for name in ("foxes", "owls", "bees")
    ]

    manifests = [victim.end() for victim in victims]

    assert {manifest["status"] for manifest in manifests} == {"complete"}
    assert len({manifest["production_id"] for manifest in manifests}) == 3


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return manifest
