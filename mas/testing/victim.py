"""A process to kill: runs one scripted production, or continues it when it was left unfinished.

`python -m mas.testing.victim '{"state": ..., "log": ..., "brief": ..., "seconds": 0.2}'`; the last line
of stdout is the ending as JSON.
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mas.engine.runtime import Ending
from mas.testing.crews import RULES, PlainWriter, open_crew, open_working_engine, order
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier


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
        return await (engine.resume(left[0]) if left else engine.start(wish))


def main() -> None:
    """Run the production named by the first argument."""
    ending = asyncio.run(produce(json.loads(sys.argv[1])))
    document = {"status": ending.status, "id": ending.production_id, "folder": str(ending.folder)}
    sys.stdout.write(json.dumps(document) + "\n")


if __name__ == "__main__":
    main()
