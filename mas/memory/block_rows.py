"""The tables of the blocks, and the rows in them. A version counts the edits of one label."""

import json
import sqlite3
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from mas.memory.block_fields import Fields, TypedBlock
from mas.memory.database import Schema
from mas.nouns import BlockVersion, Edit, JournalEntry, Operation

__all__ = ["BLOCK_SCHEMA", "BlockRow", "BlockRows"]

BLOCK_SCHEMA = Schema(
    part="blocks",
    version=1,
    statements=(
        # `id` is the order in which scopes were begun.
        """CREATE TABLE IF NOT EXISTS mas_block (
            id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, label TEXT NOT NULL,
            scope TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL,
            active INTEGER NOT NULL DEFAULT 1, updated_at TEXT NOT NULL,
            UNIQUE (user, label, scope))""",
        """CREATE TABLE IF NOT EXISTS mas_block_journal (
            user TEXT NOT NULL, label TEXT NOT NULL, version INTEGER NOT NULL,
            scope TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
            production_id TEXT NOT NULL, at TEXT NOT NULL, before TEXT NOT NULL,
            after TEXT NOT NULL, operations TEXT NOT NULL,
            PRIMARY KEY (user, label, version)) WITHOUT ROWID""",
        """CREATE TABLE IF NOT EXISTS mas_block_edit_key (
            user TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (user, key)) WITHOUT ROWID""",
    ),
)


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One block of one user and scope, as stored."""

    scope: str
    version: int
    values: Fields
    updated_at: datetime | None


class BlockRows:
    """The rows of one block of one user, inside one transaction."""

    def __init__(self, connection: sqlite3.Connection, user: str, block: TypedBlock) -> None:
        self._connection = connection
        self._block = block
        self._who = (user, block.spec.label)

    def shown(self) -> BlockRow:
        """Return the newest active scope, else the newest, else the defaults."""
        return self._row("ORDER BY active DESC, id DESC LIMIT 1") or self._never_written("")

    def of_scope(self, scope: str) -> BlockRow:
        """Return one scope, or the defaults."""
        return self._row("AND scope = ?", scope) or self._never_written(scope)

    def values_at(self, row: BlockRow, version: int) -> Fields:
        """Return what `row` held at `version`, by undoing what came later."""
        values = dict(row.values)
        for (before,) in self._connection.execute(
            "SELECT before FROM mas_block_journal WHERE user = ? AND label = ? AND scope = ?"
            " AND version > ? ORDER BY version DESC",
            (*self._who, row.scope, version),
        ):
            values |= self._block.load(before)
        return values

    def scope_of_version(self, version: int) -> str | None:
        """Return the scope that `version` changed, None when there is no such version."""
        found = self._connection.execute(
            "SELECT scope FROM mas_block_journal WHERE user = ? AND label = ? AND version = ?",
            (*self._who, version),
        ).fetchone()
        return found[0] if found else None

    def last_version(self) -> int:
        """Return the newest version of the label in any scope, 0 when it was never written."""
        found = self._connection.execute(
            "SELECT max(version) FROM mas_block WHERE user = ? AND label = ?", self._who
        ).fetchone()
        return found[0] or 0

    def write(self, row: BlockRow, values: Fields, edit: Edit) -> BlockRow:
        """Store `values` as the next version, and journal what changed."""
        version, now = self.last_version() + 1, datetime.now(UTC)
        self._connection.execute(
            "INSERT INTO mas_block (user, label, scope, version, value, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (user, label, scope) DO UPDATE SET"
            " version = excluded.version, value = excluded.value, updated_at = excluded.updated_at",
            (*self._who, row.scope, version, self._block.dump(values), now.isoformat()),
        )
        changed = [name for name in values if values[name] != row.values.get(name)]
        self._connection.execute(
            "INSERT INTO mas_block_journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *self._who,
                version,
                row.scope,
                edit.who,
                edit.why,
                edit.production_id,
                now.isoformat(),
                self._block.dump({name: row.values[name] for name in changed}),
                self._block.dump({name: values[name] for name in changed}),
                json.dumps([asdict(operation) for operation in edit.operations]),
            ),
        )
        return BlockRow(row.scope, version, values, now)

    def close_scope(self, scope: str) -> None:
        """Let a scope be shown only while no other is active."""
        self._connection.execute(
            "UPDATE mas_block SET active = 0 WHERE user = ? AND label = ? AND scope = ?",
            (*self._who, scope),
        )

    def entries(self, limit: int) -> tuple[JournalEntry, ...]:
        """Return the newest entries of the journal first."""
        rows = self._connection.execute(
            "SELECT version, who, why, production_id, at, before, after, operations"
            " FROM mas_block_journal WHERE user = ? AND label = ? ORDER BY version DESC LIMIT ?",
            (*self._who, limit),
        )
        return tuple(
            JournalEntry(
                label=self._block.spec.label,
                version=version,
                who=who,
                why=why,
                production_id=production_id,
                at=datetime.fromisoformat(at),
                before=json.loads(before),
                after=json.loads(after),
                operations=_load_operations(operations),
            )
            for version, who, why, production_id, at, before, after, operations in rows
        )

    def to_version(self, row: BlockRow) -> BlockVersion:
        """Return the row as the value that leaves the store."""
        value = self._block.build(row.values)
        return BlockVersion(self._block.spec.label, row.version, value, row.updated_at)

    def _row(self, condition: str, *values: str) -> BlockRow | None:
        found = self._connection.execute(
            "SELECT scope, version, value, updated_at FROM mas_block"
            f" WHERE user = ? AND label = ? {condition}",
            (*self._who, *values),
        ).fetchone()
        if not found:
            return None
        scope, version, text, updated_at = found
        values_now = self._block.defaults() | self._block.load(text)
        return BlockRow(scope, version, values_now, datetime.fromisoformat(updated_at))

    def _never_written(self, scope: str) -> BlockRow:
        return BlockRow(scope, 0, self._block.defaults(), None)


def _load_operations(text: str) -> tuple[Operation, ...]:
    return tuple(
        Operation(
            op=item["op"],
            field=item["field"],
            value=tuple(item["value"]) if isinstance(item["value"], list) else item["value"],
        )
        for item in json.loads(text)
    )
