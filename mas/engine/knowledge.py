"""Gather what a role may know, and change it in memory without touching the store."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from mas.engine.crew import Crew
from mas.nouns import BlockVersion, Edit, Knowledge, Operation, PassageFilter, Plan, Recalled, Shot

RECALLED = 4  # passages of each kind told to a role; more only repeat each other

_CORE = {field.name for field in fields(Knowledge)} - {"plugin_blocks", "successes", "failures"}


async def read_blocks(crew: Crew, user: str) -> Knowledge:
    """Read all blocks of a user, without passages."""
    return from_blocks(await crew.blocks.read_all(user))


def from_blocks(blocks: Mapping[str, BlockVersion]) -> Knowledge:
    """Make knowledge of block values."""
    core: dict[str, Any] = {name: blocks[name].value for name in _CORE if name in blocks}
    plugins = {label: found.value for label, found in blocks.items() if label not in _CORE}
    return Knowledge(**core, plugin_blocks=plugins)


async def search(
    crew: Crew, user: str, shot: Shot, plan: Plan, *, before: datetime | None
) -> tuple[tuple[Recalled, ...], tuple[Recalled, ...]]:
    """Find the successes and failures that resemble a shot; `before` hides what came later."""
    query = " ".join(part for part in (shot.concept, shot.style, plan.style) if part)
    successes, failures = [
        await crew.archive.search(
            query, PassageFilter(user=user, kinds=(kind,), before=before), limit=RECALLED
        )
        for kind in ("success", "failure")
    ]
    return successes, failures


def with_edits(knowledge: Knowledge, edits: Sequence[Edit]) -> Knowledge:
    """Apply edits in memory, as the store would."""
    for edit in edits:
        if edit.label in _CORE:
            block = getattr(knowledge, edit.label)
            knowledge = replace(knowledge, **{edit.label: _edited(block, edit.operations)})
        elif edit.label in knowledge.plugin_blocks:
            block = _edited(knowledge.plugin_blocks[edit.label], edit.operations)
            blocks = {**knowledge.plugin_blocks, edit.label: block}
            knowledge = replace(knowledge, plugin_blocks=blocks)
    return knowledge


def _edited(block: Any, operations: Sequence[Operation]) -> Any:
    for operation in operations:
        held = getattr(block, operation.field)
        block = replace(block, **{operation.field: _operated(held, operation)})
    return block


def _operated(held: Any, operation: Operation) -> Any:
    value = operation.value
    if operation.op == "set":
        return value
    if operation.op == "increment":
        return held + value
    items = value if isinstance(value, tuple) else (value,)
    if operation.op == "add":
        return held + tuple(item for item in items if item not in held)
    return tuple(item for item in held if item not in items)
