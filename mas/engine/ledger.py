"""The rows of productions: their frozen config, their plan, their takes, their status."""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from mas.errors import StateError

Result = TypeVar("Result")

_SCHEMA = """
create table if not exists mas_production (
    id text primary key, key text not null, user text not null, recipe text not null,
    brief text not null, config text not null, config_sha256 text not null,
    flow integer not null, mas_version text not null, seed integer not null,
    status text not null, started_at text not null, finished_at text, plan text
);
create index if not exists mas_production_key on mas_production (key, status);
create table if not exists mas_take (
    production_id text not null, take_id text not null, shot_id text not null,
    take text not null, primary key (production_id, take_id)
);
"""
UNFINISHED = ("running", "paused")


@dataclass(frozen=True, slots=True)
class ProductionRow:
    """One production as the state database knows it; times are ISO UTC."""

    id: str
    key: str
    user: str
    recipe: str
    brief: Mapping[str, Any]
    config: Mapping[str, Any]
    config_sha256: str
    flow: int
    mas_version: str
    seed: int
    status: str
    started_at: str
    finished_at: str | None = None
    plan: Mapping[str, Any] | None = None


class Ledger:
    """Rows in `mas.sqlite`; every call runs in a worker thread, every write is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open the rows in `path`.

        Raises:
            StateError: it is no database, or cannot be written.
        """
        self._lock = Lock()
        self._db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        try:
            self._db.execute("pragma journal_mode=wal")
            self._db.execute("pragma synchronous=normal")
            self._db.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise StateError(
                f"the state database {str(path)!r} cannot be opened: {error}; "
                "name another state_dir, or move the file away"
            ) from error

    def close(self) -> None:
        """Close the connection, after the query that may still run."""
        with self._lock:
            self._db.close()

    async def add(self, row: ProductionRow, *, seen: Sequence[str] | None = None) -> str | None:
        """Insert a production, running; None when it was inserted.

        With `seen`, nothing is inserted when another unfinished production has the same key and is
        none of those: the same command was given twice at once. Its id is returned.
        """
        values = (
            row.id, row.key, row.user, row.recipe, json.dumps(row.brief), json.dumps(row.config),
            row.config_sha256, row.flow, row.mas_version, row.seed, row.status, row.started_at,
        )  # fmt: skip
        known = json.dumps([row.id, *(seen or ())])
        marks = ", ".join("?" * len(values))

        def insert(db: sqlite3.Connection) -> str | None:
            db.execute("begin immediate")
            try:
                found = db.execute(
                    "select id from mas_production where key = ? and status in (?, ?)"
                    " and id not in (select value from json_each(?)) limit 1",
                    (row.key, *UNFINISHED, known),
                ).fetchone()
                if seen is None or found is None:
                    db.execute(
                        "insert into mas_production (id, key, user, recipe, brief, config,"
                        " config_sha256, flow, mas_version, seed, status, started_at)"
                        f" values ({marks})",
                        values,
                    )
                    return None
                return str(found["id"])
            finally:
                db.execute("commit")

        return await self._run(insert)

    async def get(self, production_id: str) -> ProductionRow | None:
        """Return a production, or None."""
        rows = await self._rows("id = ?", (production_id,))
        return rows[0] if rows else None

    async def unfinished(self, user: str | None = None) -> tuple[ProductionRow, ...]:
        """Return productions that run or paused, newest first."""
        where, values = "status in (?, ?)", UNFINISHED
        if user is not None:
            return await self._rows(f"{where} and user = ?", (*values, user))
        return await self._rows(where, values)

    async def newest(self) -> ProductionRow | None:
        """Return the production that started last."""
        rows = await self._rows("1 = 1", ())
        return rows[0] if rows else None

    async def set_status(self, production_id: str, status: str) -> None:
        """Set the status; an ended one also gets its end time (once)."""
        ended = None if status in UNFINISHED else datetime.now(UTC).isoformat()
        await self._run(
            lambda db: db.execute(
                "update mas_production set status = ?, finished_at = coalesce(finished_at, ?)"
                " where id = ?",
                (status, ended, production_id),
            )
        )

    async def set_plan(self, production_id: str, plan: Mapping[str, Any]) -> None:
        """Keep the plan beside the production, for those who watch."""
        await self._run(
            lambda db: db.execute(
                "update mas_production set plan = ? where id = ?", (json.dumps(plan), production_id)
            )
        )

    async def remove(self, production_id: str) -> None:
        """Forget a production that never began (a refused brief)."""
        await self._run(
            lambda db: db.execute("delete from mas_production where id = ?", (production_id,))
        )

    async def keep_take(
        self, production_id: str, shot_id: str, take_id: str, take: Mapping[str, Any]
    ) -> None:
        """Insert or replace a take."""
        await self._run(
            lambda db: db.execute(
                "insert into mas_take values (?, ?, ?, ?)"
                " on conflict (production_id, take_id) do update set take = excluded.take",
                (production_id, take_id, shot_id, json.dumps(take)),
            )
        )

    async def takes(self, production_id: str) -> tuple[Mapping[str, Any], ...]:
        """Return the encoded takes of a production, in order of insertion."""
        rows = await self._run(
            lambda db: db.execute(
                "select take from mas_take where production_id = ? order by rowid", (production_id,)
            ).fetchall()
        )
        return tuple(json.loads(row["take"]) for row in rows)

    async def _rows(self, where: str, values: Sequence[str]) -> tuple[ProductionRow, ...]:
        found = await self._run(
            lambda db: db.execute(
                f"select * from mas_production where {where} order by started_at desc, rowid desc",
                tuple(values),
            ).fetchall()
        )
        return tuple(_row(record) for record in found)

    async def _run(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        def locked() -> Result:
            with self._lock:
                return query(self._db)

        return await asyncio.to_thread(locked)


def _row(record: sqlite3.Row) -> ProductionRow:
    values = dict(record)
    for name in ("brief", "config", "plan"):
        values[name] = json.loads(values[name]) if values[name] else None
    return ProductionRow(**values)
