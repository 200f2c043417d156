"""The external form of blocks: upper-case field names, as in exports, reports and HTTP."""

from collections.abc import Mapping

from mas.errors import BlockError
from mas.memory.block_fields import TypedBlock
from mas.nouns import Block, BlockSpec
from mas.nouns.blocks import JsonValue

__all__ = ["from_external", "to_external"]


def to_external(spec: BlockSpec, value: Block) -> dict[str, JsonValue]:
    """Return a block as `{"COLOR_PREFERENCES": [...], ...}`."""
    return {
        name.upper(): list(item) if isinstance(item, tuple) else item
        for name in TypedBlock(spec).defaults()
        for item in (getattr(value, name),)
    }


def from_external(spec: BlockSpec, document: Mapping[str, object]) -> Block:
    """Read the external form; fields that are missing get their defaults.

    Raises:
        BlockError: unknown field, wrong type, or over a limit.
    """
    block = TypedBlock(spec)
    values = block.defaults()
    for external, value in document.items():
        if external != external.upper():
            raise BlockError(
                f"{spec.label} has the field {external!r} in a document; "
                f"external names are upper case, {external.upper()!r}"
            )
        name = external.lower()
        values[name] = block.check_whole(name, value)
    return block.build(values)
