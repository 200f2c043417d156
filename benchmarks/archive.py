"""Print how long the archive of the state database takes to find and store passages.

`python benchmarks/archive.py [PASSAGES ...]` (10000 and 100000 unless told).
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

from mas.memory.archive import SqlArchive, open_archive
from mas.memory.embedding import LexicalEmbedder
from mas.memory.settings import ArchiveConfig
from mas.nouns import Passage, PassageFilter
from mas.protocols import Opening

HYBRID = ArchiveConfig(hybrid=True, candidates=50, max_terms=12)
PLAIN = replace(HYBRID, hybrid=False)
USER = PassageFilter(user="ann")
FILTERED = PassageFilter(user="ann", kinds=("success",), min_grade="B")
ROUNDS = 41


def passages(count: int, rng: random.Random) -> list[Passage]:
    """Make prompt-like texts: a few very common words, a long tail of rare ones."""
    words = [
        f"{a}{b}{c}" for a in "bdfglmprst" for b in ("ala", "oro", "ini", "emu") for c in CODAS
    ]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    return [
        Passage(
            key=f"p{number}",
            kind=rng.choice(("success", "failure", "preference")),
            text=" ".join(rng.choices(words, weights, k=25)),
            user="ann",
            use_case="batch",
            grade=rng.choice(("A", "B", "C", "F")),
        )
        for number in range(count)
    ]


CODAS = tuple(f"{a}{b}" for a in "kntvz" for b in ("ar", "el", "ix", "om", "un"))


async def p50_ms(act: Callable[[int], Awaitable[object]]) -> float:
    """Return the median time of one call, in milliseconds."""
    times = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        await act(number)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


async def fill(archive: SqlArchive, stored: Sequence[Passage]) -> float:
    """Store everything; return passages per second."""
    start = time.perf_counter()
    for place in range(0, len(stored), 2000):
        await archive.store(stored[place : place + 2000])
    return len(stored) / (time.perf_counter() - start)


async def measure(count: int, state_dir: Path) -> None:
    """Print one row of the table."""
    stored = passages(count, random.Random(7))
    opening = Opening(state_dir, embedder=LexicalEmbedder(384))
    queries = [" ".join(passage.text.split()[:6]) for passage in stored[:ROUNDS]]
    async with open_archive(HYBRID, opening) as hybrid, open_archive(PLAIN, opening) as plain:
        rate = await fill(hybrid, stored)
        start = time.perf_counter()
        await plain.search("load", USER)
        load_ms = (time.perf_counter() - start) * 1e3
        await hybrid.search("load", USER)
        cells = [
            await p50_ms(lambda i: plain.search(queries[i], USER)),
            await p50_ms(lambda i: plain.search(queries[i], FILTERED)),
            await p50_ms(lambda i: hybrid.search(queries[i], USER)),
            await p50_ms(lambda i: hybrid.search(queries[i], FILTERED)),
            await p50_ms(lambda i: hybrid.search("", USER)),
            await p50_ms(lambda i: hybrid.store([replace(stored[i], text=f"new {i}")])),
        ]
    print(
        f"{count:>8}" + "".join(f"{cell:>10.2f}" for cell in (*cells, load_ms)) + f"{rate:>10.0f}"
    )


async def main(counts: Sequence[int]) -> None:
    """Print the table."""
    print("p50 in ms; load = first search of a process; store in passages per second")
    heads = ("plain", "filtered", "hybrid", "h. filt.", "newest", "replace", "load", "store/s")
    print("passages" + "".join(f"{head:>10}" for head in heads))
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            await measure(count, Path(folder))


if __name__ == "__main__":
    asyncio.run(main([int(word) for word in sys.argv[1:]] or [10_000, 100_000]))
