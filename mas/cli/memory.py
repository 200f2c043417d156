"""The task that shows a user's blocks, sets a field of one, or takes its last change back."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import Any

from mas.config.arguments import did_you_mean
from mas.config.settings import Settings
from mas.errors import RequestError
from mas.memory.external import to_external
from mas.nouns import BlockSpec, BlockVersion, Edit, Operation
from mas.protocols import BlockStore, Opening, TaskContext
from mas.studio.opening import make_folder, open_section


async def memory(context: TaskContext) -> int:
    """Show all blocks; with `block`, `field` and `value` set one field, with `undo=true` go back."""
    settings: Settings = context.config
    specs = {spec.label: spec for spec in context.host.blocks()}
    person: Any = settings.section("user").config
    async with AsyncExitStack() as stack:
        make_folder(settings.state_dir)
        opening = Opening(settings.state_dir, block_specs=tuple(specs.values()))
        blocks: BlockStore = await open_section(stack, settings.section("memory.blocks"), opening)
        if context.values.get("block"):
            spec = _chosen(str(context.values["block"]), specs, "block")
            await _change(blocks, person.name, spec, context.values)
            specs = {spec.label: spec}
        found = {label: await blocks.read(person.name, label) for label in specs}
    document = {"user": person.name, "blocks": _document(found, specs)}
    context.answer(_text(document["blocks"]), document)
    return 0


async def _change(
    blocks: BlockStore, user: str, spec: BlockSpec, values: Mapping[str, Any]
) -> None:
    if values.get("undo"):
        await _undo(blocks, user, spec.label)
    elif values.get("field"):
        fields = {name.upper(): name for name in spec.writers}
        field = _chosen(str(values["field"]).upper(), fields, "field")
        held = getattr((await blocks.read(user, spec.label)).value, field)
        operation = Operation("set", field, _typed(values.get("value"), held, field))
        edit = Edit(spec.label, (operation,), who="user", why="set by +recipe=memory")
        await blocks.apply(user, [edit])


async def _undo(blocks: BlockStore, user: str, label: str) -> None:
    version = (await blocks.read(user, label)).version
    if version == 0:
        raise RequestError(f"block {label} of {user} was never changed; there is nothing to undo")
    await blocks.roll_back(user, label, version - 1, who="user")


def _typed(value: Any, held: Any, field: str) -> str | int | float | tuple[str, ...]:
    """Read a value as the field's type; lists are separated by commas."""
    text = "" if value is None else str(value)
    if isinstance(held, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if isinstance(held, int):
        if not text.lstrip("-").isdigit():
            raise RequestError(f"value is {text!r}; {field.upper()} is a whole number")
        return int(text)
    return text


def _chosen(name: str, known: Mapping[str, Any], what: str) -> Any:
    if name in known:
        return known[name]
    hint = did_you_mean(name, list(known))
    raise RequestError(f"{what} is {name!r}{hint}\n  there are: {', '.join(known)}")


def _document(
    found: Mapping[str, BlockVersion], specs: Mapping[str, BlockSpec]
) -> dict[str, dict[str, Any]]:
    return {
        label: {
            "version": block.version,
            "updated_at": block.updated_at.isoformat() if block.updated_at else None,
            **to_external(specs[label], block.value),
        }
        for label, block in found.items()
    }


def _text(blocks: Mapping[str, Mapping[str, Any]]) -> str:
    lines = []
    for label, values in blocks.items():
        lines.append(f"{label} (version {values['version']})")
        for name, value in values.items():
            if name.isupper():
                shown = "; ".join(value) if isinstance(value, list) else value
                lines.append(f"  {name}: {shown if shown != '' else '-'}")
    return "\n".join(lines)
