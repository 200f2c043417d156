"""The archive in a Qdrant collection."""

import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from omegaconf import OmegaConf
from qdrant_client import QdrantClient

from mas.errors import ArchiveError
from mas.memory.embedding import LexicalEmbedder
from mas.nouns import Passage, PassageFilter
from mas.protocols import Archive, Opening
from mas.testing.archive_contract import ArchiveContract
from mas_qdrant import QdrantConfig, mas_components
from mas_qdrant.archive import open_archive

SERVER = os.environ.get("MAS_QDRANT_URL", "")
needs_server = pytest.mark.skipif(not SERVER, reason="MAS_QDRANT_URL names no Qdrant server")
MEMORY = QdrantConfig(url=":memory:", collection="mas_test", api_key=None, timeout_s=10)


def _server(collection: str) -> QdrantConfig:
    api_key = os.environ.get("QDRANT_API_KEY")
    return QdrantConfig(url=SERVER, collection=collection, api_key=api_key, timeout_s=10)


class TestQdrantInMemory(ArchiveContract):
    @pytest.fixture
    async def archive(self, tmp_path: Path) -> AsyncIterator[Archive]:
        opening = Opening(tmp_path, embedder=LexicalEmbedder(384))
        async with open_archive(MEMORY, opening) as archive:
            yield archive


@pytest.fixture
def collection() -> Iterator[str]:
    name = f"mas_test_{uuid.uuid4().hex}"
    yield name
    client = QdrantClient(SERVER, api_key=os.environ.get("QDRANT_API_KEY"))
    client.delete_collection(name)
    client.close()


@pytest.mark.live
@needs_server
class TestQdrantServer(ArchiveContract):
    @pytest.fixture
    async def archive(self, tmp_path: Path, collection: str) -> AsyncIterator[Archive]:
        opening = Opening(tmp_path, embedder=LexicalEmbedder(384))
        async with open_archive(_server(collection), opening) as archive:
            yield archive


@pytest.mark.live
@needs_server
async def test_a_collection_belongs_to_one_embedder(tmp_path: Path, collection: str) -> None:
    passage = Passage(key="k", kind="success", text="a fox", user="ann")
    async with open_archive(
        _server(collection), Opening(tmp_path, embedder=LexicalEmbedder(384))
    ) as archive:
        await archive.store([passage])

    with pytest.raises(ArchiveError, match="was filled with the embedder 'lexical"):
        async with open_archive(
            _server(collection), Opening(tmp_path, embedder=LexicalEmbedder(128))
        ):
            pass


async def test_a_server_that_is_away_is_told_with_its_address(tmp_path: Path) -> None:
    config = QdrantConfig(
        url="http://127.0.0.1:9", collection="mas_test", api_key=None, timeout_s=2
    )
    opening = Opening(tmp_path, embedder=LexicalEmbedder(384))

    with pytest.raises(ArchiveError, match=r"Qdrant server at 'http://127\.0\.0\.1:9' failed"):
        async with open_archive(config, opening):
            pass


async def test_an_archive_without_an_embedder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="needs an embedder"):
        async with open_archive(MEMORY, Opening(tmp_path)):
            pass


async def test_passages_by_the_thousand_go_in_batches(tmp_path: Path) -> None:
    opening = Opening(tmp_path, embedder=LexicalEmbedder(64))
    async with open_archive(MEMORY, opening) as archive:
        await archive.store(
            [Passage(key=f"k{i}", kind="success", text=f"fox {i}", user="ann") for i in range(600)]
        )

        assert await archive.count(PassageFilter(user="ann")) == 600


def test_the_component_and_its_settings_fit() -> None:
    (component,) = mas_components()
    shelf = Path(__file__).parents[1] / "memory_backends" / "mas_qdrant"
    values = dict(OmegaConf.load(shelf / "conf" / "memory" / "archive" / "qdrant.yaml"))

    assert (component.slot, component.kind) == ("memory.archive", values.pop("kind"))
    assert component.config(**values).url == "http://127.0.0.1:6333"
