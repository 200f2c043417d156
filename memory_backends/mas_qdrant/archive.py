"""Archival memory, kind qdrant: the collection holds the passages whole, and nothing else does.

Search is by the vectors of the configured embedder; with the lexical one, words count. A collection
belongs to one embedder. Back it up with Qdrant's snapshots: the state folder has no copy.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import TypeVar

from qdrant_client import QdrantClient

from mas.errors import ArchiveError
from mas.nouns import Passage, PassageFilter, Recalled
from mas.protocols import Opening
from mas_qdrant.collection import Collection
from mas_qdrant.settings import QdrantConfig

__all__ = ["QdrantArchive", "open_archive"]

T = TypeVar("T")


@asynccontextmanager
async def open_archive(config: QdrantConfig, opening: Opening) -> AsyncIterator["QdrantArchive"]:
    """Open the collection, and make it when it is missing.

    Raises:
        ArchiveError: no server answers, or the collection belongs to another embedder.
    """
    if opening.embedder is None:
        raise ArchiveError("the archive needs an embedder, and none is open; choose `embedder`")
    # One thread: the in-memory mode is not thread-safe, and the client waits for its answers.
    with ThreadPoolExecutor(1, thread_name_prefix="mas-qdrant") as worker:
        run = partial(asyncio.get_running_loop().run_in_executor, worker)
        client = await run(_connect, config)
        try:
            collection = Collection(client, config, opening.embedder)
            await run(collection.prepare)
            yield QdrantArchive(collection, worker)
        finally:
            await run(client.close)


class QdrantArchive:
    """The `Archive` on a Qdrant server, or in memory."""

    def __init__(self, collection: Collection, worker: ThreadPoolExecutor) -> None:
        self._collection = collection
        self._worker = worker

    async def store(self, passages: Sequence[Passage]) -> None:
        await self._run(partial(self._collection.store, passages))

    async def search(
        self, query: str, where: PassageFilter, *, limit: int = 5
    ) -> tuple[Recalled, ...]:
        if limit < 1:
            return ()
        return await self._run(partial(self._collection.search, query, where, limit))

    async def forget(self, user: str, key: str) -> bool:
        return await self._run(partial(self._collection.forget, user, key))

    async def count(self, where: PassageFilter) -> int:
        return await self._run(partial(self._collection.count, where))

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)


def _connect(config: QdrantConfig) -> QdrantClient:
    return QdrantClient(
        location=config.url,
        api_key=config.api_key,
        timeout=config.timeout_s,
        check_compatibility=False,
    )
