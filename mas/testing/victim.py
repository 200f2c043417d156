"""A process to kill: runs one scripted production, or continues it when it was left unfinished.

`python -m mas.testing.victim '{"state": ..., "log": ..., "brief": ..., "seconds": 0.2}'`; the last line
of stdout is the ending as JSON. `Victim` starts the same from a server that has imported everything.
"""

import asyncio
import itertools
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from loguru import logger

from mas.engine.orders import Ending
from mas.testing.crews import RULES, PlainWriter, open_crew, open_working_engine, order
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier, started


async def produce(wanted: Mapping[str, Any]) -> Ending:
    """Run or continue the production that `wanted` describes."""
    renderer = ScriptedRenderer(
        Path(wanted["log"]),
        seconds=wanted.get("seconds", 0.0),
        until=Path(wanted["until"]) if "until" in wanted else None,
        failures=wanted.get("failures", {}),
    )
    renderer.kind = wanted.get("renderer", "scripted")
    verifier = ScriptedVerifier(
        {(shot, int(attempt)): value for shot, attempt, value in wanted.get("scores", [])},
        seconds=wanted.get("grade_seconds", 0.0),
    )
    rules = replace(RULES, max_retries=wanted.get("retries", RULES.max_retries))
    writer = PlainWriter(wanted.get("write_seconds", 0.0))
    async with (
        open_crew(Path(wanted["state"]), renderer, verifier, rules=rules, writer=writer) as crew,
        open_working_engine(crew, render=wanted.get("slots", 2)) as engine,
    ):
        wish = order(wanted["brief"], key=wanted.get("key", ""))
        left = [row for row in await engine.ledger.unfinished() if row.key == wish.key]
        return await (engine.resume(left[0]) if left else engine.start(wish, seen=()))


class Victim:
    """A production in a process of its own, forked off a server: it starts at once.

    Args:
        folder: for its state folder, its log of starts, and what it prints.
        wanted: what `produce` shall do, over four shots that take 0.2 s each.
    """

    _number = itertools.count()

    def __init__(self, folder: Path, **wanted: Any) -> None:
        name = f"victim-{next(self._number)}"
        self._said, self._ended = folder / f"{name}.err", folder / f"{name}.json"
        self.wanted = {
            "state": str(folder / "state"),
            "log": str(folder / "starts"),
            "brief": "four shots",
            "seconds": 0.2,
            **wanted,
        }
        server = multiprocessing.get_context("forkserver")
        server.set_forkserver_preload(["mas.testing.victim", "mas.engine.flow", "mas.report.page"])
        self.process = server.Process(
            target=_live, args=(self.wanted, self._said, self._ended), name=name
        )
        self.process.start()

    def kill_after(
        self, starts: int, how: signal.Signals = signal.SIGKILL, *, later_s: float = 0.0
    ) -> int | None:
        """Let it live until `starts` takes have been started, and a while; return its exit code."""
        self.await_starts(starts)
        self.process.join(later_s)
        assert self.process.pid is not None
        os.kill(self.process.pid, how)
        self.process.join()
        return self.process.exitcode

    def await_starts(self, starts: int) -> None:
        """Wait until `starts` takes have been started, by anybody."""
        log = Path(self.wanted["log"])
        while self.process.is_alive() and len(started(log)) < starts:
            self.process.join(0.01)

    def await_line(self, text: str) -> None:
        """Wait until it has logged a line with `text`."""
        while text not in self.said:
            assert self.process.is_alive(), self.said
            self.process.join(0.01)

    @property
    def said(self) -> str:
        """What it has logged."""
        return self._said.read_text(encoding="utf-8") if self._said.is_file() else ""

    def end(self) -> dict[str, Any]:
        """Wait for it and return its manifest."""
        self.process.join()
        assert self.process.exitcode == 0, self.said
        ending = json.loads(self._ended.read_text(encoding="utf-8"))
        text = (Path(ending["folder"]) / "manifest.json").read_text(encoding="utf-8")
        manifest: dict[str, Any] = json.loads(text)
        return manifest


def _live(wanted: Mapping[str, Any], said: Path, ended: Path) -> None:
    with said.open("w") as file:
        os.dup2(file.fileno(), sys.stderr.fileno())
    ended.write_text(_ending(wanted), encoding="utf-8")


def _ending(wanted: Mapping[str, Any]) -> str:
    ending = asyncio.run(produce(wanted))
    return json.dumps(
        {"status": ending.status, "id": ending.production_id, "folder": str(ending.folder)}
    )


def main() -> None:
    """Run the production named by the first argument."""
    logger.remove()
    sys.stdout.write(_ending(json.loads(sys.argv[1])) + "\n")


if __name__ == "__main__":
    main()
