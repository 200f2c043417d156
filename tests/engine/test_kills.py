"""Productions survive a kill, an interrupt and each other."""

import json
import random
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema

from mas.engine.learning import PRIMARY_AGENTS
from mas.nouns import PassageFilter
from mas.report.manifest import load_schema
from mas.testing.crews import open_crew
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier, started
from mas.testing.victim import Victim


async def test_a_small_chaos_loses_and_repeats_nothing(tmp_path: Path) -> None:
    """Like benchmarks/chaos.py: killed at seeded moments, in whatever step that is."""
    moments = random.Random(4)
    kills = [
        Victim(tmp_path, scores=[["s02", 1, 0.4]]).kill_after(number, later_s=moments.random() / 2)
        for number in (1, 2, 4)
    ]

    manifest = Victim(tmp_path, scores=[["s02", 1, 0.4]]).end()

    assert kills == [-signal.SIGKILL] * 3
    assert manifest["status"] == "complete"
    jsonschema.validate(manifest, load_schema())
    takes = [take["take_id"] for shot in manifest["shots"] for take in shot["takes"]]
    assert sorted(takes) == ["s01-1", "s02-1", "s02-2", "s03-1", "s04-1"]
    counts = Counter(started(tmp_path / "starts"))
    assert max(counts.values()) <= 1 + len(kills)
    assert sum(counts.values()) <= len(takes) + 2 * len(kills)  # two slots: two takes per kill
    (made,) = (tmp_path / "state" / "productions").iterdir()
    assert sorted(path.stem for path in (made / "takes").iterdir()) == sorted(takes)
    await _remembered_exactly(tmp_path / "state", takes=5, shots=4)


async def _remembered_exactly(state: Path, *, takes: int, shots: int) -> None:
    async with open_crew(state, ScriptedRenderer(state / "none"), ScriptedVerifier()) as crew:
        found = await crew.archive.search("", PassageFilter("ana"), limit=100)
        blocks = await crew.blocks.read_all("ana")
        said = {agent: await crew.buffers.read("ana", agent) for agent in PRIMARY_AGENTS}
    queue: Any = blocks["production_queue"].value
    series: Any = blocks["current_series"].value
    assert len(found) == len({recalled.passage.key for recalled in found}) == takes
    assert (queue.batch_complete, queue.queue_status) == (shots, "complete")
    assert series.episodes_completed == shots
    lines = {agent: len(messages) for agent, messages in said.items()}
    assert lines == {"director": 2, "writer": 2 * takes, "cameraman": 2 * takes}


def test_an_interrupt_leaves_a_paused_manifest_and_the_same_command_continues(
    tmp_path: Path,
) -> None:
    assert Victim(tmp_path).kill_after(3, signal.SIGINT) != 0
    (folder,) = (tmp_path / "state" / "productions").iterdir()
    assert json.loads((folder / "manifest.json").read_text())["status"] == "paused"
    before = len(started(tmp_path / "starts"))

    manifest = Victim(tmp_path).end()

    assert manifest["status"] == "complete"
    assert len(started(tmp_path / "starts")) <= before + 4


def test_two_processes_with_different_productions_never_run_each_others_shots(
    tmp_path: Path,
) -> None:
    state = str(tmp_path / "state")
    first = Victim(tmp_path, state=state, log=str(tmp_path / "a"), brief="six shots of a")
    second = Victim(
        tmp_path, state=state, log=str(tmp_path / "b"), brief="six shots of b", renderer="other"
    )
    manifests = first.end(), second.end()

    for manifest, kind, log in zip(manifests, ("scripted", "other"), "ab", strict=True):
        own = manifest["production_id"]
        takes = [take for shot in manifest["shots"] for take in shot["takes"]]
        assert {take["renderer"]["kind"] for take in takes} == {kind}
        assert Counter(started(tmp_path / log)) == {
            f"{own}.s{number:02d}.1": 1 for number in range(1, 7)
        }


def test_the_same_command_twice_at_once_is_one_production(tmp_path: Path) -> None:
    go = tmp_path / "go"
    first = Victim(tmp_path, until=str(go))
    first.await_starts(1)
    second = Victim(tmp_path, until=str(go))
    second.await_line("watching it")
    go.touch()

    assert first.end()["production_id"] == second.end()["production_id"]
    assert len(started(tmp_path / "starts")) == 4


def test_the_same_command_at_the_very_same_moment_is_one_production(tmp_path: Path) -> None:
    victims = [Victim(tmp_path) for _ in range(3)]

    assert len({victim.end()["production_id"] for victim in victims}) == 1
    assert len(started(tmp_path / "starts")) == 4
    assert len(list((tmp_path / "state" / "productions").iterdir())) == 1


def test_a_watcher_takes_over_when_the_runner_dies(tmp_path: Path) -> None:
    go = tmp_path / "go"
    first = Victim(tmp_path, until=str(go))
    first.await_starts(2)
    second = Victim(tmp_path, until=str(go))
    second.await_line("watching it")
    first.kill_after(2)
    go.touch()

    manifest = second.end()

    assert manifest["status"] == "complete"
    assert len(manifest["shots"]) == 4
    assert len(started(tmp_path / "starts")) == 6
