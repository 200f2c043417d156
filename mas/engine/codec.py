"""Nouns to JSON and back, with a version each: what the journal and the rows hold."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cattrs.preconf.json import make_converter

from mas.errors import EngineError
from mas.nouns import BlockSpec, Knowledge, Operation

Noun = TypeVar("Noun")
Json = dict[str, Any]

VERSION = 1
"""Raised when a noun changes shape; `_MIGRATIONS` then says how an older one is read."""

_MIGRATIONS: dict[tuple[str, int], Callable[[Json], Json]] = {}

_converter = make_converter(forbid_extra_keys=False)


def _operation_value(value: Any, _: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_converter.register_structure_hook_func(
    lambda hint: hint == Operation.__annotations__["value"], _operation_value
)
_converter.register_structure_hook_func(lambda hint: hint is object, lambda value, _: value)
_converter.register_structure_hook_func(
    lambda hint: hint in (float | int | str | bool | None, str | int | float | bool | None),
    lambda value, _: value,
)


def encode(noun: Any) -> Json:
    """Turn a noun into `{"noun", "version", "data"}`, all JSON."""
    return {
        "noun": type(noun).__name__,
        "version": VERSION,
        "data": _converter.unstructure(noun),
    }


def decode(type_: type[Noun], document: Mapping[str, Any]) -> Noun:
    """Read what `encode` wrote, of this version or an older one.

    Raises:
        EngineError: another noun, or one written by a newer mas.
    """
    name, version, data = document["noun"], document["version"], document["data"]
    if name != type_.__name__:
        raise EngineError(f"the journal holds a {name} where a {type_.__name__} was expected")
    if version > VERSION:
        raise EngineError(
            f"the journal holds a {name} of version {version}, this mas reads up to {VERSION}; "
            "continue with the mas that wrote it"
        )
    while version < VERSION:
        data = _MIGRATIONS[name, version](data) if (name, version) in _MIGRATIONS else data
        version += 1
    return _converter.structure(data, type_)


def encode_knowledge(knowledge: Knowledge) -> Json:
    """Encode knowledge, plugins' blocks included."""
    document = encode(_without_plugin_blocks(knowledge))
    document["plugin_blocks"] = {
        label: _converter.unstructure(block) for label, block in knowledge.plugin_blocks.items()
    }
    return document


def decode_knowledge(document: Mapping[str, Any], specs: tuple[BlockSpec, ...]) -> Knowledge:
    """Decode knowledge; blocks of plugins that are gone are left out."""
    types = {spec.label: spec.type for spec in specs}
    plugin_blocks: dict[str, object] = {
        label: _converter.structure(data, types[label])
        for label, data in document["plugin_blocks"].items()
        if label in types
    }
    return _replace_plugin_blocks(decode(Knowledge, document), plugin_blocks)


def _without_plugin_blocks(knowledge: Knowledge) -> Knowledge:
    return _replace_plugin_blocks(knowledge, {})


def _replace_plugin_blocks(knowledge: Knowledge, blocks: Mapping[str, Any]) -> Knowledge:
    from dataclasses import replace

    return replace(knowledge, plugin_blocks=blocks)
