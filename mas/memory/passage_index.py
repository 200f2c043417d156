"""Vectors and filter columns of all passages in one process's memory, refreshed from the rows.

Exact: no passage is missed, and a filter is a comparison of a column. Up to about 100k passages.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mas.memory.passage_rows import grade_rank, to_microseconds
from mas.nouns import PassageFilter
from mas.protocols import Embedder, Vector

__all__ = ["PassageIndex"]

Mask = npt.NDArray[np.bool_]
_COLUMNS = np.dtype(
    [
        ("seq", "i8"),
        ("user", "i4"),
        ("kind", "i4"),
        ("use_case", "i4"),
        ("production", "i4"),
        ("rank", "i1"),
        ("created_us", "i8"),
        ("alive", "?"),
    ]
)
_BATCH = 4096
_UNGRADED = -1


class PassageIndex:
    """The passages as this process last saw them; belongs to the archive's worker thread."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._codes: defaultdict[str, int] = defaultdict(lambda: len(self._codes))
        self._columns = np.zeros(_BATCH, _COLUMNS)
        self._vectors = np.zeros((_BATCH, embedder.dimensions), np.float32)
        self._size = 0
        self._last_seq = 0
        self._last_tombstone = 0

    def refresh(self, connection: sqlite3.Connection) -> dict[int, Vector]:
        """Take in what was stored and forgotten since, by any process.

        Returns:
            Vectors that had to be computed because no process had stored them yet, by sequence.
        """
        self._drop_dead_rows()
        computed: dict[int, Vector] = {}
        cursor = connection.execute(
            "SELECT p.seq, p.user, p.kind, p.use_case, p.production_id, p.grade, p.created_us,"
            " v.vector, CASE WHEN v.vector IS NULL THEN p.text END FROM mas_passage p"
            " LEFT JOIN mas_passage_vector v ON v.seq = p.seq AND v.embedder = ?"
            " WHERE p.seq > ? ORDER BY p.seq",
            (self._embedder.name, self._last_seq),
        )
        while rows := cursor.fetchmany(_BATCH):
            computed |= self._append(rows)
        self._bury(connection)
        return computed

    def passing(self, where: PassageFilter) -> Mask:
        """Return which passages pass the filter; `after` is inclusive, `before` is not.

        Raises:
            ArchiveError: unknown grade, or a time without a zone.
        """
        columns = self._columns[: self._size]
        mask: Mask = columns["alive"] & (columns["user"] == self._code(where.user))
        if where.kinds is not None:
            mask &= np.isin(columns["kind"], [self._code(kind) for kind in where.kinds])
        if where.use_case is not None:
            mask &= columns["use_case"] == self._code(where.use_case)
        if where.exclude_production is not None:
            mask &= columns["production"] != self._code(where.exclude_production)
        if where.min_grade is not None:
            mask &= columns["rank"] >= grade_rank(where.min_grade)
        if where.max_grade is not None:
            ranks = columns["rank"]
            mask &= (ranks != _UNGRADED) & (ranks <= grade_rank(where.max_grade))
        if where.after is not None:
            mask &= columns["created_us"] >= to_microseconds(where.after)
        if where.before is not None:
            mask &= columns["created_us"] < to_microseconds(where.before)
        return mask

    def nearest(self, vector: Vector, mask: Mask, limit: int) -> list[int]:
        """Return the sequence numbers of the `limit` most alike, best first."""
        places = np.flatnonzero(mask)
        if len(places) < self._size // 4:
            likeness = _dot(self._vectors[places], vector)
        else:
            likeness = _dot(self._vectors[: self._size], vector)[places]
        return self._best(places, likeness, limit)

    def newest(self, mask: Mask, limit: int) -> list[int]:
        """Return the sequence numbers of the `limit` newest, newest first."""
        places = np.flatnonzero(mask)
        return self._best(places, self._columns["created_us"][places], limit)

    def keep(self, seqs: Sequence[int], mask: Mask) -> list[int]:
        """Return those of `seqs` that are in the mask, in their order."""
        wanted = np.asarray(seqs, np.int64)
        places = np.searchsorted(self._columns["seq"][: self._size], wanted)
        return [int(seq) for seq in wanted[mask[places]]]

    def _best(self, places: npt.NDArray[np.intp], values: Any, limit: int) -> list[int]:
        count = min(limit, len(places))
        if not count:
            return []
        top = np.argpartition(-values, count - 1)[:count]
        seqs = self._columns["seq"][places[top]]
        return [int(seq) for seq in seqs[np.lexsort((-seqs, -values[top]))]]

    def _code(self, name: str) -> int:
        return self._codes[name]

    def _append(self, rows: Sequence[tuple[Any, ...]]) -> dict[int, Vector]:
        self._reserve(len(rows))
        new = slice(self._size, self._size + len(rows))
        self._columns[new] = [
            (
                seq,
                self._code(user),
                self._code(kind),
                self._code(use_case),
                self._code(production),
                _UNGRADED if grade is None else grade_rank(grade),
                created_us,
                True,
            )
            for seq, user, kind, use_case, production, grade, created_us, _, _ in rows
        ]
        unknown = [(row[0], place, row[8]) for place, row in enumerate(rows) if row[7] is None]
        fresh = self._embedder.embed([text for _, _, text in unknown])
        vectors = self._vectors[new]
        for place, row in enumerate(rows):
            if row[7] is not None:
                vectors[place] = np.frombuffer(row[7], np.float32)
        for (_, place, _), vector in zip(unknown, fresh, strict=True):
            vectors[place] = vector
        self._size, self._last_seq = new.stop, rows[-1][0]
        return {seq: vector for (seq, _, _), vector in zip(unknown, fresh, strict=True)}

    def _bury(self, connection: sqlite3.Connection) -> None:
        tombstones = connection.execute(
            "SELECT id, seq FROM mas_passage_tombstone WHERE id > ? ORDER BY id",
            (self._last_tombstone,),
        ).fetchall()
        if not tombstones:
            return
        self._last_tombstone = tombstones[-1][0]
        seqs = self._columns["seq"][: self._size]
        dead = np.isin(seqs, [seq for _, seq in tombstones])
        self._columns["alive"][: self._size][dead] = False

    def _reserve(self, more: int) -> None:
        while self._size + more > len(self._columns):
            self._columns = np.concatenate([self._columns, np.zeros_like(self._columns)])
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])

    def _drop_dead_rows(self) -> None:
        alive = self._columns["alive"][: self._size].copy()
        living = int(np.count_nonzero(alive))
        if self._size - living > max(_BATCH, living):
            self._columns[:living] = self._columns[: self._size][alive]
            self._vectors[:living] = self._vectors[: self._size][alive]
            self._size = living


def _dot(rows: Vector, vector: Vector) -> Vector:
    # Not `@`: BLAS wakes its threads for this, and on busy cores waits 8 ms for them to meet.
    product: Vector = np.einsum("ij,j->i", rows, vector)
    return product
