"""The tables of the archive, and passages as their rows."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from mas.errors import ArchiveError
from mas.memory.database import Schema
from mas.memory.words import owner_token
from mas.nouns import Grade, Passage

__all__ = ["ARCHIVE_SCHEMA", "grade_rank", "read_passages", "to_microseconds", "write_passage"]

_COLUMNS = "user, owner, key, kind, text, use_case, grade, score, production_id, created_us, extra"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ARCHIVE_SCHEMA = Schema(
    part="archive",
    version=1,
    statements=(
        """CREATE TABLE IF NOT EXISTS mas_passage (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, owner TEXT NOT NULL,
            key TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, use_case TEXT NOT NULL,
            grade TEXT, score REAL, production_id TEXT NOT NULL, created_us INTEGER NOT NULL,
            extra TEXT NOT NULL, UNIQUE (user, key))""",
        # What follows is derived from the rows above.
        """CREATE TABLE IF NOT EXISTS mas_passage_vector (
            seq INTEGER NOT NULL, embedder TEXT NOT NULL, vector BLOB NOT NULL,
            PRIMARY KEY (seq, embedder))""",
        """CREATE TABLE IF NOT EXISTS mas_passage_tombstone (
            id INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL)""",
        """CREATE VIRTUAL TABLE IF NOT EXISTS mas_passage_words USING fts5(
            owner, text, content='mas_passage', content_rowid='seq',
            tokenize='porter unicode61 remove_diacritics 2')""",
        """INSERT INTO mas_passage_words (mas_passage_words, rank)
            VALUES ('rank', 'bm25(0.0, 1.0)')""",
        """CREATE TRIGGER IF NOT EXISTS mas_passage_stored AFTER INSERT ON mas_passage BEGIN
            INSERT INTO mas_passage_words (rowid, owner, text)
                VALUES (new.seq, new.owner, new.text);
            END""",
        """CREATE TRIGGER IF NOT EXISTS mas_passage_forgotten AFTER DELETE ON mas_passage BEGIN
            INSERT INTO mas_passage_words (mas_passage_words, rowid, owner, text)
                VALUES ('delete', old.seq, old.owner, old.text);
            DELETE FROM mas_passage_vector WHERE seq = old.seq;
            INSERT INTO mas_passage_tombstone (seq) VALUES (old.seq);
            END""",
    ),
)


def write_passage(connection: sqlite3.Connection, passage: Passage) -> int | None:
    """Store one passage in place of its key's last; None when it is stored already.

    A passage without a time keeps the one it had, or gets this moment.

    Raises:
        ArchiveError: unknown grade, or a time without a zone.
    """
    found = connection.execute(
        f"SELECT seq, {_COLUMNS} FROM mas_passage WHERE user = ? AND key = ?",
        (passage.user, passage.key),
    ).fetchone()
    created_us = found[10] if found else to_microseconds(datetime.now(UTC))
    row = _to_row(passage, created_us)
    if found:
        if found[1:] == row:
            return None
        connection.execute("DELETE FROM mas_passage WHERE seq = ?", (found[0],))
    places = ", ".join("?" * len(row))
    cursor = connection.execute(f"INSERT INTO mas_passage ({_COLUMNS}) VALUES ({places})", row)
    return cursor.lastrowid


def read_passages(connection: sqlite3.Connection, seqs: Sequence[int]) -> dict[int, Passage]:
    """Return the passages with these sequence numbers."""
    rows = connection.execute(
        f"SELECT seq, {_COLUMNS} FROM mas_passage WHERE seq IN (SELECT value FROM json_each(?))",
        (json.dumps(list(seqs)),),
    )
    return {
        seq: Passage(
            key=key,
            kind=kind,
            text=text,
            user=user,
            use_case=use_case,
            grade=grade,
            score=score,
            production_id=production_id,
            created_at=_EPOCH + timedelta(microseconds=created_us),
            extra=json.loads(extra),
        )
        for (
            seq, user, _, key, kind, text, use_case, grade, score, production_id, created_us, extra
        ) in rows
    }  # fmt: skip


def grade_rank(grade: str) -> int:
    """Return 0 for F, rising to 10 for A+.

    Raises:
        ArchiveError: there is no such grade.
    """
    try:
        return Grade(grade).rank
    except ValueError as error:
        raise ArchiveError(f"grade is {grade!r}; choose one of {', '.join(Grade)}") from error


def to_microseconds(moment: datetime) -> int:
    """Return microseconds since 1970.

    Raises:
        ArchiveError: the time has no zone.
    """
    if moment.tzinfo is None:
        raise ArchiveError(f"the time {moment.isoformat()!r} has no zone; give it in UTC")
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _to_row(passage: Passage, created_us: int) -> tuple[object, ...]:
    if passage.grade is not None:
        grade_rank(passage.grade)
    if passage.created_at is not None:
        created_us = to_microseconds(passage.created_at)
    return (
        passage.user,
        owner_token(passage.user),
        passage.key,
        passage.kind,
        passage.text,
        passage.use_case,
        passage.grade,
        passage.score,
        passage.production_id,
        created_us,
        json.dumps(dict(passage.extra), ensure_ascii=False, sort_keys=True),
    )
