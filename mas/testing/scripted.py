"""Doubles at the boundary: a renderer that only pretends to take long, a verifier with set scores."""

import asyncio
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mas.errors import RenderError
from mas.nouns import Assignment, Finding, Format, Rendered, RenderOrder, Score, Wanted
from mas.testing.clips import tiny_clip


@dataclass(slots=True)
class ScriptedRenderer:
    """Renders tiny clips, logs every start, fails as told.

    Every start appends one JSON line (`take`, `pid`) to `log`, so that tests count renders over
    processes and kills. `failures`: shot id -> how many of its first attempts fail. `until`: renders
    wait for this file to exist.
    """

    log: Path
    seconds: float = 0.0
    until: Path | None = None
    failures: Mapping[str, int] = field(default_factory=dict)
    servers: Mapping[str, int] = field(default_factory=lambda: {"local": 2})
    kind: str = "scripted"
    format: Format = field(default_factory=lambda: Format(64, 48, 4, 8))

    async def assign(self, order: RenderOrder, server: str, staging: Path) -> Assignment:
        return Assignment(order, self.kind, server, f"id-{order.take_id}", str(staging))

    async def submit_or_find(self, assignment: Assignment) -> bool:
        if self._staged(assignment).is_file():
            return False
        line = json.dumps({"take": assignment.order.take_id, "pid": os.getpid()})
        await asyncio.to_thread(_append, self.log, line)
        return True

    async def wait(self, assignment: Assignment, progress: Callable[[float], None]) -> None:
        _, shot, attempt = assignment.order.take_id.rsplit(".", 2)
        await asyncio.sleep(self.seconds)
        while self.until is not None and not self.until.exists():  # noqa: ASYNC110
            await asyncio.sleep(0.02)  # another process creates the file; there is no event
        if int(attempt) <= self.failures.get(shot, 0):
            raise RenderError(f"the script says that {shot} fails {self.failures[shot]} times")
        staged = self._staged(assignment)
        if not staged.is_file():
            await asyncio.to_thread(_write_clip, staged, assignment.order.format)
        progress(1.0)

    async def collect(self, assignment: Assignment, destination: Path) -> Rendered:
        data = await asyncio.to_thread(self._staged(assignment).read_bytes)
        part = destination.with_suffix(".part")
        part.write_bytes(data)
        part.replace(destination)
        return Rendered(str(destination), hashlib.sha256(data).hexdigest())

    async def cancel(self, assignment: Assignment) -> None:
        return

    @staticmethod
    def _staged(assignment: Assignment) -> Path:
        return Path(assignment.staging) / f"{assignment.order.take_id}.mp4"


@dataclass(slots=True)
class ScriptedVerifier:
    """Scores by (shot id, attempt), read from the clip's file name; 0.9 when the script is silent."""

    scores: Mapping[tuple[str, int], float | None] = field(default_factory=dict)
    seconds: float = 0.0

    async def verify(self, video: Path, wanted: Wanted) -> tuple[Score, ...]:
        shot, _, attempt = video.stem.rpartition("-")
        await asyncio.sleep(self.seconds)
        value = self.scores.get((shot, int(attempt)), 0.9)
        if value is None:
            return (Score("scripted", None, reason="the script says so"),)
        missing = Finding("palette.missing", "purple", "0 % of the picture", "name purple", 0.5)
        return (Score("scripted", value, findings=(missing,) if value < 0.8 else ()),)


def started(log: Path) -> list[str]:
    """The takes that were started, in order, as `PRODUCTION.SHOT.ATTEMPT`."""
    if not log.is_file():
        return []
    return [json.loads(line)["take"] for line in log.read_text(encoding="utf-8").splitlines()]


def _append(log: Path, line: str) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def _write_clip(path: Path, format_: Format) -> None:
    part = path.with_suffix(".part.mp4")
    tiny_clip(part, width=format_.width, height=format_.height, frames=format_.frames)
    part.replace(path)
