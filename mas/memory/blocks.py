"""Core-memory blocks, kind sql: typed, journaled, merged in one transaction each."""

import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial

from mas.errors import BlockError
from mas.memory.block_fields import TypedBlock
from mas.memory.block_rows import BLOCK_SCHEMA, BlockRow, BlockRows
from mas.memory.database import StateDatabase, open_database
from mas.memory.merging import merge
from mas.memory.settings import BlocksConfig
from mas.nouns import BlockSpec, BlockVersion, Edit, JournalEntry, Operation
from mas.protocols import Opening

__all__ = ["SqlBlocks", "open_blocks"]


@asynccontextmanager
async def open_blocks(config: BlocksConfig, opening: Opening) -> AsyncIterator["SqlBlocks"]:
    """Open the block store of the state database, for the blocks of `opening.block_specs`."""
    blocks = _by_label(opening.block_specs)
    async with open_database(opening.state_dir, BLOCK_SCHEMA) as database:
        yield SqlBlocks(database, blocks)


class SqlBlocks:
    """The `BlockStore` on the state database.

    A label's versions are counted over all its scopes. An edit without a scope changes the scope
    that is shown; an edit of an ended scope does not begin it again; an edit that changes nothing
    makes no version.
    """

    def __init__(self, database: StateDatabase, blocks: Mapping[str, TypedBlock]) -> None:
        self._database = database
        self._blocks = blocks

    async def read(self, user: str, label: str) -> BlockVersion:
        return (await self._read(user, (self._block(label),)))[0]

    async def read_all(self, user: str) -> Mapping[str, BlockVersion]:
        found = await self._read(user, tuple(self._blocks.values()))
        return {version.label: version for version in found}

    async def apply(self, user: str, edits: Sequence[Edit]) -> tuple[BlockVersion, ...]:
        return await self._database.run(partial(self._apply, user, edits))

    async def close_scope(self, user: str, label: str, scope: str) -> None:
        block = self._block(label)
        _check_scope(block.spec, scope)
        await self._database.run(partial(self._close_scope, user, block, scope))

    async def journal(self, user: str, label: str, *, limit: int = 100) -> tuple[JournalEntry, ...]:
        return await self._database.run(partial(self._journal, user, self._block(label), limit))

    async def roll_back(self, user: str, label: str, version: int, *, who: str) -> BlockVersion:
        work = partial(self._roll_back, user, self._block(label), version=version, who=who)
        return await self._database.run(work)

    async def users(self) -> tuple[str, ...]:
        return await self._database.run(self._users)

    def _block(self, label: str) -> TypedBlock:
        if label not in self._blocks:
            raise BlockError(f"there is no block {label!r}; there are {', '.join(self._blocks)}")
        return self._blocks[label]

    async def _read(self, user: str, blocks: tuple[TypedBlock, ...]) -> tuple[BlockVersion, ...]:
        def work() -> tuple[BlockVersion, ...]:
            with self._database.transaction() as connection:
                tables = [BlockRows(connection, user, block) for block in blocks]
                return tuple(rows.to_version(rows.shown()) for rows in tables)

        return await self._database.run(work)

    def _apply(self, user: str, edits: Sequence[Edit]) -> tuple[BlockVersion, ...]:
        with self._database.transaction(write=True) as connection:
            return tuple(self._apply_one(connection, user, edit) for edit in edits)

    def _apply_one(self, connection: sqlite3.Connection, user: str, edit: Edit) -> BlockVersion:
        block = self._block(edit.label)
        rows = BlockRows(connection, user, block)
        if edit.scope:
            _check_scope(block.spec, edit.scope)
        row = rows.of_scope(edit.scope) if edit.scope else rows.shown()
        if _claim(connection, user, edit.key):
            row = _merge_edit(rows, row, block, edit)
        return rows.to_version(row)

    def _close_scope(self, user: str, block: TypedBlock, scope: str) -> None:
        with self._database.transaction(write=True) as connection:
            BlockRows(connection, user, block).close_scope(scope)

    def _journal(self, user: str, block: TypedBlock, limit: int) -> tuple[JournalEntry, ...]:
        with self._database.transaction() as connection:
            return BlockRows(connection, user, block).entries(limit)

    def _roll_back(self, user: str, block: TypedBlock, *, version: int, who: str) -> BlockVersion:
        with self._database.transaction(write=True) as connection:
            rows = BlockRows(connection, user, block)
            # Version 0 is the block before its first edit.
            scope = rows.scope_of_version(version) if version else rows.shown().scope
            if scope is None:
                raise BlockError(
                    f"{block.spec.label} of user {user!r} has no version {version!r}; "
                    f"its last is {rows.last_version()}"
                )
            row = rows.of_scope(scope)
            values = rows.values_at(row, version)
            edit = Edit(
                label=block.spec.label,
                operations=tuple(
                    Operation("set", name, value)
                    for name, value in values.items()
                    if value != row.values[name]
                ),
                who=who,
                why=f"rolled back to version {version}",
            )
            return rows.to_version(rows.write(row, values, edit))

    def _users(self) -> tuple[str, ...]:
        with self._database.transaction() as connection:
            rows = connection.execute("SELECT DISTINCT user FROM mas_block ORDER BY user")
            return tuple(user for (user,) in rows)


def _by_label(specs: Sequence[BlockSpec]) -> dict[str, TypedBlock]:
    blocks: dict[str, TypedBlock] = {}
    for spec in specs:
        if spec.label in blocks:
            raise BlockError(f"two plugins declare a block {spec.label!r}; rename one of them")
        blocks[spec.label] = TypedBlock(spec)
    return blocks


def _check_scope(spec: BlockSpec, scope: str) -> None:
    if not spec.scoped:
        raise BlockError(
            f"block {spec.label} is not kept per production; leave out scope {scope!r}"
        )


def _claim(connection: sqlite3.Connection, user: str, key: str) -> bool:
    if not key:
        return True
    claimed = connection.execute(
        "INSERT OR IGNORE INTO mas_block_edit_key VALUES (?, ?)", (user, key)
    )
    return claimed.rowcount == 1


def _merge_edit(rows: BlockRows, row: BlockRow, block: TypedBlock, edit: Edit) -> BlockRow:
    is_stale = edit.base_version is not None and edit.base_version < row.version
    base = rows.values_at(row, edit.base_version or 0) if is_stale else None
    values = merge(block, row.values, edit.operations, base=base)
    return rows.write(row, values, edit) if values != row.values else row
