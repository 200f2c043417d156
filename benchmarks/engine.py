"""How close the engine comes to the bound: `python benchmarks/engine.py [--render-s 3]`.

12 shots on 3 slots, some retried (16 renders), renders and judges that sleep. Measured from the first
dispatch to the last grade. Beside it the prototype's way: one loop, one server, polling every 5 s for
90 s renders (scaled alike).
"""

import argparse
import asyncio
import math
import tempfile
import time
from pathlib import Path

from loguru import logger

from mas.nouns import Phase, Progress
from mas.testing.crews import PlainWriter, open_crew, open_working_engine, order
from mas.testing.scripted import ScriptedRenderer, ScriptedVerifier

SHOTS, SLOTS, RETRIED = 12, 3, {"s03": 2, "s06": 3, "s10": 2}


async def _engine(folder: Path, render_s: float, grade_s: float, write_s: float) -> float:
    moments: list[float] = []

    def watch(progress: Progress) -> None:
        if progress.phase in (Phase.RENDERING, Phase.GRADED):
            moments.append(time.perf_counter())

    scores = {
        (shot, attempt): 0.4 for shot, attempts in RETRIED.items() for attempt in range(1, attempts)
    }
    renderer = ScriptedRenderer(folder / "starts", seconds=render_s, servers={"local": SLOTS})
    verifier = ScriptedVerifier(scores, seconds=grade_s)
    async with (
        open_crew(
            folder, renderer, verifier, writer=PlainWriter(write_s), on_progress=watch
        ) as crew,
        open_working_engine(crew, render=SLOTS) as engine,
    ):
        await engine.start(order(f"{SHOTS} shots"))
    return moments[-1] - moments[0]


def _prototype(renders: int, render_s: float, grade_s: float, write_s: float) -> float:
    """One loop, one server: each render is noticed at the next poll."""
    poll_s = render_s * 5 / 90
    began = time.perf_counter()
    for _ in range(renders):
        time.sleep(write_s)
        ready = time.perf_counter() + render_s
        while time.perf_counter() < ready:
            time.sleep(poll_s)
        time.sleep(grade_s)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    logger.remove()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--render-s", type=float, default=3.0)
    render_s = parser.parse_args().render_s
    grade_s, write_s = render_s / 12, render_s / 30
    renders = SHOTS - len(RETRIED) + sum(RETRIED.values())
    rounds = math.ceil(renders / SLOTS)
    chain = max(RETRIED.values())
    bound = max(rounds * render_s, chain * render_s + (chain - 1) * (grade_s + write_s)) + grade_s
    with tempfile.TemporaryDirectory() as folder:
        measured = asyncio.run(_engine(Path(folder), render_s, grade_s, write_s))
    one_loop = _prototype(renders, render_s, grade_s, write_s)
    print(f"{SHOTS} shots, {renders} renders of {render_s} s, {SLOTS} slots")
    print("bound = max(ceil(renders / slots) x render, longest chain of retries) + last grade")
    print(f"{'way':34}{'seconds':>9}{'of the bound':>14}")
    print(f"{'bound':34}{bound:9.2f}{'100 %':>14}")
    print(f"{'mas engine':34}{measured:9.2f}{bound / measured:14.1%}")
    print(f"{'one loop, one server, polling':34}{one_loop:9.2f}{bound / one_loop:14.1%}")


if __name__ == "__main__":
    main()
