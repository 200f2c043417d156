"""Kill a batch again and again, and count what was lost: `python benchmarks/chaos.py [--kills 20]`.

A batch of 12 runs in a process of its own, with sleeping renders; the process is SIGKILLed at seeded
random moments (later than its start-up) and started again. Prints a table; exit code 1 if any rule broke.
"""

import argparse
import asyncio
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import jsonschema
from loguru import logger

from mas.nouns import PassageFilter
from mas.report.manifest import load_schema
from mas.testing.crews import open_crew
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier

SHOTS, RETRIED = 12, {"s03": 2, "s06": 3, "s10": 2}


def main() -> int:
    """Run the chaos and judge it."""
    logger.remove()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--render-s", type=float, default=3.0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kills = _torment(Path(folder), wanted.kills, wanted.seed, wanted.render_s)
        rows = asyncio.run(_verdicts(Path(folder), kills))
    for rule, seen, held in rows:
        print(f"{'ok  ' if held else 'FAIL'}  {rule:58}  {seen}")
    return 0 if all(held for _, _, held in rows) else 1


def _command(folder: Path, render_s: float) -> list[str]:
    scores = [
        [shot, attempt, 0.4] for shot, attempts in RETRIED.items() for attempt in range(1, attempts)
    ]
    facts = {
        "state": str(folder / "state"),
        "log": str(folder / "starts"),
        "brief": f"{SHOTS} shots",
        "seconds": render_s,
        "scores": scores,
    }
    return [sys.executable, "-m", "mas.testing.victim", json.dumps(facts)]


def _torment(folder: Path, kills: int, seed: int, render_s: float) -> list[int]:
    """Kill `kills` times, then let it end; returns the pids that were killed."""
    dice = random.Random(seed)
    killed: list[int] = []
    start_up = _start_up(folder)
    while len(killed) < kills:
        process = subprocess.Popen(
            _command(folder, render_s), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(start_up + dice.uniform(0.2, render_s * 1.5))
            print(f"finished after {len(killed)} kills; raise --render-s for more", file=sys.stderr)
            return killed
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed.append(process.pid)
    subprocess.run(_command(folder, render_s), check=True, stdout=subprocess.DEVNULL)
    return killed


def _start_up(folder: Path) -> float:
    """Seconds from the start of a process to its first render."""
    began = time.perf_counter()
    process = subprocess.Popen(_command(folder / "warm", 30.0), stdout=subprocess.DEVNULL)
    (folder / "warm").mkdir()
    while not (folder / "warm" / "starts").is_file() and process.poll() is None:
        time.sleep(0.02)
    process.kill()
    process.wait()
    return time.perf_counter() - began


async def _verdicts(folder: Path, killed: list[int]) -> list[tuple[str, str, bool]]:
    (made,) = (folder / "state" / "productions").iterdir()
    manifest = json.loads((made / "manifest.json").read_text())
    takes = [take for shot in manifest["shots"] for take in shot["takes"]]
    accepted = sum(shot["status"] == "accepted" for shot in manifest["shots"])
    files = sorted(path.name for path in (made / "takes").iterdir())
    starts: dict[str, list[int]] = defaultdict(list)
    for line in (folder / "starts").read_text().splitlines():
        start = json.loads(line)
        starts[start["take"]].append(start["pid"])
    excess = [take for take, pids in starts.items() if not _is_allowed(pids, killed)]
    blocks, texts = await _remembered(folder / "state")
    twice = len(texts) - len(set(texts))
    queue, series = blocks["production_queue"].value, blocks["current_series"].value
    valid = next(jsonschema.Draft202012Validator(load_schema()).iter_errors(manifest), None)
    renders = sum(map(len, starts.values()))
    return [
        ("kills", str(len(killed)), True),
        ("shots finished and accepted", f"{accepted} of {SHOTS}", accepted == SHOTS),
        (
            "one completed file per take",
            f"{len(files)} files, {len(takes)} takes",
            files == sorted(f"{take['take_id']}.mp4" for take in takes),
        ),
        (
            "render starts per take <= 1 + kills during that take",
            f"{renders} starts, {len(starts)} takes",
            not excess,
        ),
        (
            "no archive entry twice",
            f"{len(texts)} passages, {twice} twice",
            bool(texts) and not twice,
        ),
        ("batch_complete exact", str(queue.batch_complete), queue.batch_complete == SHOTS),
        (
            "episodes_completed exact",
            str(series.episodes_completed),
            series.episodes_completed == SHOTS,
        ),
        ("manifest valid", "yes" if valid is None else valid.message, valid is None),
    ]


def _is_allowed(pids: list[int], killed: list[int]) -> bool:
    """Each process started the take at most once, and all but the last of them were killed."""
    return len(pids) == len(set(pids)) and all(pid in killed for pid in pids[:-1])


async def _remembered(state: Path) -> tuple[Any, list[tuple[str, str]]]:
    """The blocks of the batch's user, and (kind, text) of everything in the archive."""
    nobody = ScriptedRenderer(state / "none")
    async with open_crew(state, nobody, ScriptedVerifier()) as crew:
        found = await crew.archive.search("", PassageFilter("ana"), limit=10_000)
        texts = [(recalled.passage.kind, recalled.passage.text) for recalled in found]
        return await crew.blocks.read_all("ana"), texts


if __name__ == "__main__":
    sys.exit(main())
