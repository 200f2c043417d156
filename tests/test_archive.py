"""The archive of the state database."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from mas.errors import ArchiveError
from mas.memory.archive import open_archive
from mas.memory.embedding import LexicalEmbedder
from mas.memory.settings import ArchiveConfig
from mas.nouns import Passage, PassageFilter
from mas.protocols import Archive, Opening, Vector
from mas.testing.archive_contract import ArchiveContract

CONFIG = ArchiveConfig(hybrid=True, candidates=50, max_terms=12)
ANN = PassageFilter(user="ann")


def _opening(state_dir: Path) -> Opening:
    return Opening(state_dir, embedder=LexicalEmbedder(384))


class TestSqlArchive(ArchiveContract):
    @pytest.fixture(params=[pytest.param(True, id="hybrid"), pytest.param(False, id="vectors")])
    async def archive(
        self, tmp_path: Path, request: pytest.FixtureRequest
    ) -> AsyncIterator[Archive]:
        config = ArchiveConfig(hybrid=request.param, candidates=50, max_terms=12)
        async with open_archive(config, _opening(tmp_path)) as archive:
            yield archive


def _passage(key: str, text: str, user: str = "ann") -> Passage:
    return Passage(key=key, kind="success", text=text, user=user)


async def test_two_handles_see_what_the_other_stored_replaced_and_forgot(tmp_path: Path) -> None:
    async with (
        open_archive(CONFIG, _opening(tmp_path)) as first,
        open_archive(CONFIG, _opening(tmp_path)) as second,
    ):
        await first.store([_passage("k1", "a fox"), _passage("k2", "a whale")])
        assert await second.count(ANN) == 2

        await second.forget("ann", "k2")
        await second.store([_passage("k1", "a lighthouse"), _passage("k3", "a fox")])

        found = await first.search("a fox", ANN)
        assert [hit.passage.key for hit in found] == ["k3", "k1"]
        assert found[1].passage.text == "a lighthouse"


async def test_passages_stay_findable_after_many_replacements(tmp_path: Path) -> None:
    async with open_archive(CONFIG, _opening(tmp_path)) as archive:
        for turn in range(12):
            await archive.store([_passage(f"k{i}", f"fox {i} turn {turn}") for i in range(500)])
            assert await archive.count(ANN) == 500

        found = await archive.search("fox 123", ANN, limit=1)

    assert found[0].passage.text == "fox 123 turn 11"


class CountingEmbedder:
    """Knows one thing about a text: its length. Counts what it was asked."""

    name = "length"
    dimensions = 4

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vector:
        self.embedded += texts
        return np.array([[len(text), 1, 0, 0] for text in texts], np.float32).reshape(-1, 4)


async def test_another_embedder_embeds_what_is_stored_once_for_all(tmp_path: Path) -> None:
    async with open_archive(CONFIG, _opening(tmp_path)) as lexical:
        await lexical.store([_passage("k1", "a fox"), _passage("k2", "a whale")])

    embedders = [CountingEmbedder(), CountingEmbedder()]
    for embedder in embedders:
        async with open_archive(CONFIG, Opening(tmp_path, embedder=embedder)) as archive:
            assert await archive.count(ANN) == 2

    assert [embedder.embedded for embedder in embedders] == [["a fox", "a whale"], []]


async def test_common_words_do_not_hide_the_rare_one(tmp_path: Path) -> None:
    async with open_archive(CONFIG, _opening(tmp_path)) as archive:
        crowd = [_passage(f"c{i}", f"cinematic slow camera light {i}") for i in range(2500)]
        await archive.store([*crowd, _passage("k", "cinematic axolotl")])

        found = await archive.search("cinematic slow camera light axolotl", ANN, limit=5)

    assert "k" in [hit.passage.key for hit in found]


async def test_an_archive_without_an_embedder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="needs an embedder"):
        async with open_archive(CONFIG, Opening(tmp_path)):
            pass


PROCESS = """
import asyncio, sys
from pathlib import Path
from mas.memory.archive import open_archive
from mas.memory.embedding import LexicalEmbedder
from mas.memory.settings import ArchiveConfig
from mas.nouns import Passage, PassageFilter
from mas.protocols import Opening

folder, name = sys.argv[1:]
ann = PassageFilter(user="ann")

async def write(archive):
    for i in range(40):
        await archive.store([Passage(key=f"{name}{i}", kind="success", text=f"fox {name} {i}", user="ann")])
        await archive.store([Passage(key="shared", kind="success", text=f"{name} {i}", user="ann")])

async def read(archive):
    seen = 0
    while seen < 81:
        count = await archive.count(ann)
        found = await archive.search("fox", ann, limit=200)
        assert len(found) >= count >= seen, (len(found), count, seen)
        seen = count

async def main():
    opening = Opening(Path(folder), embedder=LexicalEmbedder(384))
    config = ArchiveConfig(hybrid=True, candidates=50, max_terms=12)
    async with open_archive(config, opening) as archive, asyncio.timeout(60):
        await (read(archive) if name == "reader" else write(archive))

asyncio.run(main())
"""


async def test_two_writers_and_a_reader_in_processes_of_their_own(tmp_path: Path) -> None:
    processes = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", PROCESS, str(tmp_path), name)
        for name in ("a", "b", "reader")
    ]

    assert [await process.wait() for process in processes] == [0, 0, 0]
    async with open_archive(CONFIG, _opening(tmp_path)) as archive:
        found = await archive.search("fox", ANN, limit=100)
    keys = {f"{name}{i}" for name in "ab" for i in range(40)}
    assert {hit.passage.key for hit in found} == {"shared", *keys}
