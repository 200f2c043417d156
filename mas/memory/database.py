"""One connection to the state database, owned by one worker thread.

Several processes write the same file; each write is one short `BEGIN IMMEDIATE` transaction.
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from mas.errors import StateError

__all__ = ["DATABASE_NAME", "Schema", "StateDatabase", "open_database"]

DATABASE_NAME = "mas.sqlite"
BUSY_TIMEOUT_S = 30.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of one store; every statement may run again on what it made before."""

    part: str
    version: int
    statements: tuple[str, ...]


class StateDatabase:
    """Runs work on the connection, one piece after the other, off the event loop."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, worker: ThreadPoolExecutor
    ) -> None:
        self._path = path
        self._connection = connection
        self._worker = worker

    async def run(self, work: Callable[[], T]) -> T:
        """Run `work` in the thread that owns the connection."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    @contextmanager
    def transaction(self, *, write: bool = False) -> Iterator[sqlite3.Connection]:
        """Open a transaction; use it inside `run` only.

        Raises:
            StateError: the file stayed locked, is full, or cannot be read.
        """
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
            try:
                yield connection
            except BaseException:
                # A full disk rolls back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise StateError(f"the state database {str(self._path)!r} failed: {error}") from error


@asynccontextmanager
async def open_database(state_dir: Path, schema: Schema) -> AsyncIterator[StateDatabase]:
    """Open the state database of `state_dir` with the tables of `schema`.

    Raises:
        StateError: it is no database, or a newer mas has changed its tables.
    """
    path = state_dir / DATABASE_NAME
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, thread_name_prefix=f"mas-{schema.part}") as worker:
        connection = await loop.run_in_executor(worker, partial(_connect, path, schema))
        try:
            yield StateDatabase(path, connection, worker)
        finally:
            await loop.run_in_executor(worker, connection.close)


def _connect(path: Path, schema: Schema) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        try:
            _enter_wal(connection)
            connection.execute("PRAGMA synchronous=NORMAL")
            _prepare(connection, schema, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise StateError(
            f"the state database {str(path)!r} cannot be opened: {error}; "
            "name another state_dir, or move the file away"
        ) from error
    return connection


def _enter_wal(connection: sqlite3.Connection) -> None:
    # SQLite does not wait for this lock by itself when two processes make the file together.
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _prepare(connection: sqlite3.Connection, schema: Schema, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS mas_memory_schema"
        " (part TEXT PRIMARY KEY, version INTEGER NOT NULL)"
    )
    found = connection.execute(
        "SELECT version FROM mas_memory_schema WHERE part = ?", (schema.part,)
    ).fetchone()
    if found and found[0] > schema.version:
        raise StateError(
            f"the {schema.part} in {str(path)!r} have version {found[0]}, and this mas knows "
            f"{schema.version}; update mas, or name another state_dir"
        )
    for statement in schema.statements:
        connection.execute(statement)
    connection.execute(
        "INSERT OR REPLACE INTO mas_memory_schema VALUES (?, ?)", (schema.part, schema.version)
    )
    connection.execute("COMMIT")
