"""Message buffers, kind sql: one per user and agent, kept short, with a durable counter.

A long history makes an agent imitate itself instead of following its instructions.
"""

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from loguru import logger

from mas.memory.database import Schema, StateDatabase, open_database
from mas.memory.settings import BuffersConfig
from mas.nouns import Message
from mas.protocols import Opening

__all__ = ["SqlBuffers", "Summarise", "open_buffers", "summarise"]

Summarise = Callable[[Sequence[Message]], str]
_MOST_FAILURES = 2
_QUOTED = 3  # last lines that a summary quotes
_QUOTED_CHARS = 160
_SCHEMA = Schema(
    part="buffers",
    version=1,
    statements=(
        """CREATE TABLE IF NOT EXISTS mas_message (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, agent TEXT NOT NULL,
            role TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL)""",
        "CREATE INDEX IF NOT EXISTS mas_message_of ON mas_message (user, agent)",
        """CREATE TABLE IF NOT EXISTS mas_message_buffer (
            user TEXT NOT NULL, agent TEXT NOT NULL, interactions INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (user, agent)) WITHOUT ROWID""",
        # What was done under a key, so that a replayed step does it once.
        """CREATE TABLE IF NOT EXISTS mas_message_key (
            user TEXT NOT NULL, agent TEXT NOT NULL, key TEXT NOT NULL,
            PRIMARY KEY (user, agent, key)) WITHOUT ROWID""",
    ),
)


def summarise(messages: Sequence[Message]) -> str:
    """Say in one line how many messages there were, of whom, and how they ended."""
    roles = [message.role for message in messages]
    counts = ", ".join(f"{roles.count(role)} {role}" for role in dict.fromkeys(roles))
    last = "; ".join(
        f"{message.role}: {' '.join(message.text.split())[:_QUOTED_CHARS]}"
        for message in messages[-_QUOTED:]
    )
    return f"summary of {len(messages)} earlier messages ({counts}); the last said {last}"


@asynccontextmanager
async def open_buffers(
    config: BuffersConfig, opening: Opening, *, summarise: Summarise = summarise
) -> AsyncIterator["SqlBuffers"]:
    """Open the message buffers in the state database."""
    async with open_database(opening.state_dir, _SCHEMA) as database:
        yield SqlBuffers(database, config, summarise)


class SqlBuffers:
    """The `MessageBuffers` on the state database."""

    def __init__(
        self, database: StateDatabase, config: BuffersConfig, summarise: Summarise
    ) -> None:
        self._database = database
        self._config = config
        self._summarise = summarise

    async def append(
        self, user: str, agent: str, messages: Sequence[Message], *, key: str = ""
    ) -> int:
        return await self._database.run(partial(self._append, user, agent, messages, key))

    async def read(self, user: str, agent: str) -> tuple[Message, ...]:
        return await self._database.run(partial(self._read, user, agent))

    async def clear(self, user: str, agent: str) -> None:
        await self._database.run(partial(self._clear, user, agent))

    async def take_turn(self, user: str, agent: str, *, every: int, key: str = "") -> bool:
        return await self._database.run(partial(self._take_turn, user, agent, every, key))

    def _append(self, user: str, agent: str, messages: Sequence[Message], key: str) -> int:
        with self._database.transaction(write=True) as connection:
            buffer = _Buffer(connection, user, agent)
            if key and not buffer.claim(f"append/{key}"):
                return buffer.interactions()
            buffer.add(messages)
            self._shorten(buffer, messages)
            return buffer.count_interaction()

    def _read(self, user: str, agent: str) -> tuple[Message, ...]:
        with self._database.transaction() as connection:
            return _Buffer(connection, user, agent).messages()

    def _clear(self, user: str, agent: str) -> None:
        with self._database.transaction(write=True) as connection:
            _Buffer(connection, user, agent).replace(())

    def _take_turn(self, user: str, agent: str, every: int, key: str) -> bool:
        with self._database.transaction(write=True) as connection:
            buffer = _Buffer(connection, user, agent)
            if key and buffer.is_claimed(f"turn/{key}"):
                return True
            taken = connection.execute(
                "UPDATE mas_message_buffer SET interactions = 0"
                " WHERE user = ? AND agent = ? AND interactions >= ?",
                (user, agent, every),
            )
            if key and taken.rowcount == 1:
                buffer.claim(f"turn/{key}")
            return taken.rowcount == 1

    def _shorten(self, buffer: "_Buffer", newest: Sequence[Message]) -> None:
        """Summarise, reset or empty a buffer that has grown too long."""
        size = buffer.size()
        if size < self._config.summarise_at:
            return
        if size >= self._config.emergency_at:
            logger.warning("a message buffer of {agent} was emptied", agent=buffer.agent, size=size)
            buffer.replace(())
        elif size >= self._config.reset_at or not self._fold(buffer):
            logger.warning("a message buffer of {agent} was reset", agent=buffer.agent, size=size)
            buffer.replace(newest[-self._config.summarise_at // 2 :])

    def _fold(self, buffer: "_Buffer") -> bool:
        """Put one line in place of the oldest half; False after too many failures."""
        messages = buffer.messages()
        half = len(messages) // 2
        try:
            text = self._summarise(messages[:half])
        except Exception as error:  # noqa: BLE001 - a summary that fails is counted, not fatal
            logger.opt(exception=error).warning("a summary failed", agent=buffer.agent)
            return buffer.count_failure() < _MOST_FAILURES
        line = Message(role="system", text=text, at=messages[half - 1].at)
        buffer.replace((line, *messages[half:]))
        return True


class _Buffer:
    """The rows of one buffer, inside one transaction."""

    def __init__(self, connection: sqlite3.Connection, user: str, agent: str) -> None:
        self.agent = agent
        self._connection = connection
        self._whose = (user, agent)

    def add(self, messages: Sequence[Message]) -> None:
        self._connection.executemany(
            "INSERT INTO mas_message (user, agent, role, text, at) VALUES (?, ?, ?, ?, ?)",
            [(*self._whose, line.role, line.text, line.at.isoformat()) for line in messages],
        )

    def messages(self) -> tuple[Message, ...]:
        rows = self._connection.execute(
            "SELECT role, text, at FROM mas_message WHERE user = ? AND agent = ? ORDER BY seq",
            self._whose,
        )
        return tuple(Message(role, text, datetime.fromisoformat(at)) for role, text, at in rows)

    def size(self) -> int:
        return self._number("SELECT count(*) FROM mas_message WHERE user = ? AND agent = ?")

    def replace(self, messages: Sequence[Message]) -> None:
        """Put `messages` in place of all; a shorter buffer has no failed summaries."""
        self._connection.execute(
            "DELETE FROM mas_message WHERE user = ? AND agent = ?", self._whose
        )
        self._connection.execute(
            "UPDATE mas_message_buffer SET failures = 0 WHERE user = ? AND agent = ?", self._whose
        )
        self.add(messages)

    def claim(self, key: str) -> bool:
        """Note that something was done; False when it was done before."""
        noted = self._connection.execute(
            "INSERT OR IGNORE INTO mas_message_key VALUES (?, ?, ?)", (*self._whose, key)
        )
        return noted.rowcount == 1

    def is_claimed(self, key: str) -> bool:
        return bool(
            self._connection.execute(
                "SELECT 1 FROM mas_message_key WHERE user = ? AND agent = ? AND key = ?",
                (*self._whose, key),
            ).fetchall()
        )

    def interactions(self) -> int:
        return self._number(
            "SELECT coalesce(sum(interactions), 0) FROM mas_message_buffer"
            " WHERE user = ? AND agent = ?"
        )

    def count_interaction(self) -> int:
        return self._count("interactions")

    def count_failure(self) -> int:
        return self._count("failures")

    def _count(self, what: str) -> int:
        return self._number(
            f"INSERT INTO mas_message_buffer (user, agent, {what}) VALUES (?, ?, 1)"
            f" ON CONFLICT (user, agent) DO UPDATE SET {what} = {what} + 1 RETURNING {what}"
        )

    def _number(self, statement: str) -> int:
        # The statement must end before the transaction does.
        ((number,),) = self._connection.execute(statement, self._whose).fetchall()
        return int(number)
