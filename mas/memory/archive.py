"""Archival memory, kind sql: rows are the truth, words and vectors are derived from them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial

import numpy as np

from mas.errors import ArchiveError
from mas.memory.database import StateDatabase, open_database
from mas.memory.passage_index import PassageIndex
from mas.memory.passage_rows import ARCHIVE_SCHEMA, read_passages, write_passage
from mas.memory.settings import ArchiveConfig
from mas.memory.words import WordSearch, owner_token
from mas.nouns import Passage, PassageFilter, Recalled
from mas.protocols import Embedder, Opening, Vector

__all__ = ["SqlArchive", "open_archive"]

_RANK_CONSTANT = 60  # Source: Cormack, Clarke, Buettcher 2009, reciprocal rank fusion.


@asynccontextmanager
async def open_archive(config: ArchiveConfig, opening: Opening) -> AsyncIterator["SqlArchive"]:
    """Open the archive in the state database.

    Raises:
        ArchiveError: no embedder is configured.
    """
    if opening.embedder is None:
        raise ArchiveError("the archive needs an embedder, and none is open; choose `embedder`")
    async with open_database(opening.state_dir, ARCHIVE_SCHEMA) as database:
        yield SqlArchive(database, opening.embedder, config)


class SqlArchive:
    """The `Archive` on the state database, for any number of processes."""

    def __init__(self, database: StateDatabase, embedder: Embedder, config: ArchiveConfig) -> None:
        self._database = database
        self._embedder = embedder
        self._config = config
        self._index = PassageIndex(embedder)
        self._words = WordSearch(config.max_terms)

    async def store(self, passages: Sequence[Passage]) -> None:
        await self._database.run(partial(self._store, passages))

    async def search(
        self, query: str, where: PassageFilter, *, limit: int = 5
    ) -> tuple[Recalled, ...]:
        return await self._database.run(partial(self._search, query, where, limit))

    async def forget(self, user: str, key: str) -> bool:
        return await self._database.run(partial(self._forget, user, key))

    async def count(self, where: PassageFilter) -> int:
        return await self._database.run(partial(self._count, where))

    def _store(self, passages: Sequence[Passage]) -> None:
        vectors = self._embedder.embed([passage.text for passage in passages])
        with self._database.transaction(write=True) as connection:
            for passage, vector in zip(passages, vectors, strict=True):
                seq = write_passage(connection, passage)
                if seq is not None:
                    connection.execute(
                        "INSERT INTO mas_passage_vector VALUES (?, ?, ?)",
                        (seq, self._embedder.name, _to_bytes(vector)),
                    )

    def _search(self, query: str, where: PassageFilter, limit: int) -> tuple[Recalled, ...]:
        vector = self._embedder.embed([query])[0]
        with self._database.transaction() as connection:
            computed = self._index.refresh(connection)
            mask = self._index.passing(where)
            pool = max(limit, self._config.candidates)
            if vector.any():
                rankings = [self._index.nearest(vector, mask, pool)]
            else:
                rankings = [self._index.newest(mask, pool)]
            if self._config.hybrid:
                found = self._words.rank(
                    connection,
                    query,
                    owner=owner_token(where.user),
                    keep=partial(self._index.keep, mask=mask),
                    limit=pool,
                )
                rankings.append(found)
            best = _fuse(rankings, limit)
            passages = read_passages(connection, [seq for seq, _ in best])
        self._keep_vectors(computed)
        return tuple(Recalled(passages[seq], score) for seq, score in best)

    def _forget(self, user: str, key: str) -> bool:
        with self._database.transaction(write=True) as connection:
            gone = connection.execute(
                "DELETE FROM mas_passage WHERE user = ? AND key = ?", (user, key)
            )
            return gone.rowcount == 1

    def _count(self, where: PassageFilter) -> int:
        with self._database.transaction() as connection:
            computed = self._index.refresh(connection)
            count = int(np.count_nonzero(self._index.passing(where)))
        self._keep_vectors(computed)
        return count

    def _keep_vectors(self, computed: dict[int, Vector]) -> None:
        """Store vectors of a new embedder, unless the passage has gone since."""
        if not computed:
            return
        name = self._embedder.name
        with self._database.transaction(write=True) as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO mas_passage_vector SELECT seq, ?, ? FROM mas_passage"
                " WHERE seq = ?",
                [(name, _to_bytes(vector), seq) for seq, vector in computed.items()],
            )


def _to_bytes(vector: Vector) -> bytes:
    return np.asarray(vector, np.float32).tobytes()


def _fuse(rankings: Sequence[Sequence[int]], limit: int) -> list[tuple[int, float]]:
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, seq in enumerate(ranking, start=1):
            scores[seq] = scores.get(seq, 0.0) + 1 / (_RANK_CONSTANT + rank)
    return sorted(scores.items(), key=lambda item: -item[1])[: max(limit, 0)]
