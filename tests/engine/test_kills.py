"""Productions survive a kill, an interrupt and each other."""

import json
import signal
from collections import Counter
from pathlib import Path

from mas.testing.scripted import started
from mas.testing.victim import Victim


def test_a_killed_production_continues_where_it_was(tmp_path: Path) -> None:
    kills = 3
    for number in range(1, kills + 1):
        assert Victim(tmp_path).kill_after(number) == -signal.SIGKILL

    manifest = Victim(tmp_path).end()

    assert manifest["status"] == "complete"
    takes = [take for shot in manifest["shots"] for take in shot["takes"]]
    assert len(takes) == 4
    counts = Counter(started(tmp_path / "starts"))
    assert set(counts.values()) <= set(range(1, kills + 2))
    assert sum(counts.values()) <= 4 + 2 * kills  # two slots: at most two takes lost per kill
    folders = list((tmp_path / "state" / "productions").iterdir())
    assert len(folders) == 1
    assert sorted(p.name for p in (folders[0] / "takes").iterdir()) == [
        f"s{number:02d}-1.mp4" for number in range(1, 5)
    ]


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
