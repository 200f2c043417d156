"""Merge operations into a block that others may have changed since their author read it."""

from collections.abc import Iterable

from mas.errors import BlockError
from mas.memory.block_fields import Fields, FieldValue, TypedBlock
from mas.nouns import Operation

__all__ = ["merge"]


def merge(
    block: TypedBlock, current: Fields, operations: Iterable[Operation], *, base: Fields | None
) -> Fields:
    """Return the fields after `operations`.

    Args:
        block: knows the types and limits of the fields.
        current: the fields as they stand.
        operations: applied in order.
        base: the fields that the author had read, None when nobody changed them since. A list
            that is set from an old base keeps what others added, and stays without what they
            removed.

    Raises:
        BlockError: unknown field, wrong type, or over a limit.
    """
    merged = dict(current)
    for operation in operations:
        merged[operation.field] = _merge_one(block, merged, operation, base)
    return merged


def _merge_one(
    block: TypedBlock, merged: Fields, operation: Operation, base: Fields | None
) -> FieldValue:
    name = operation.field
    is_list = block.type_of(name) == tuple[str, ...]
    now = merged.get(name)
    if operation.op == "set":
        return _set(block, name, operation.value, now=now, base=base)
    if operation.op == "increment" and not is_list:
        return _increment(block, name, operation.value, now=now)
    if operation.op in {"add", "remove"} and isinstance(now, tuple):
        items = _items(block, name, operation.value)
        if operation.op == "remove":
            return tuple(item for item in now if item not in items)
        return _newest(block, (*now, *(item for item in items if item not in now)))
    raise BlockError(
        f"{block.spec.label}.{name} cannot {operation.op} {operation.value!r}: it is "
        f"{'a list; use set, add or remove' if is_list else 'no list; use set or increment'}"
    )


def _set(
    block: TypedBlock, name: str, value: object, *, now: object, base: Fields | None
) -> FieldValue:
    wanted = block.check_whole(name, value)
    if not isinstance(wanted, tuple):
        return wanted
    read = base.get(name) if base else None
    if not isinstance(read, tuple) or not isinstance(now, tuple):
        return wanted
    dropped = set(read) - set(wanted)
    kept = tuple(item for item in now if item not in dropped)
    fresh = tuple(item for item in wanted if item not in read and item not in kept)
    return _newest(block, (*kept, *fresh))


def _increment(block: TypedBlock, name: str, value: object, *, now: object) -> FieldValue:
    step = block.check_number(name, value)
    if not isinstance(now, int | float):
        raise BlockError(f"{block.spec.label}.{name} is a text and cannot be incremented")
    return block.check(name, now + step)


def _items(block: TypedBlock, name: str, value: object) -> tuple[str, ...]:
    items = block.check(name, (value,) if isinstance(value, str) else value)
    assert isinstance(items, tuple)
    return items


def _newest(block: TypedBlock, items: tuple[str, ...]) -> tuple[str, ...]:
    return items[-block.spec.max_items :]
