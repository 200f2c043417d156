"""JSON Schemas for editors, generated from the components: `python -m mas.config.schemas`."""

import json
import sys
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from mas.config.declared import FREE_TEXT, MULTI_SLOTS
from mas.config.fields import hints_of
from mas.config.values import LEARN, CommonValues
from mas.nouns import Component, Task
from mas.paths import shipped

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE: Schema = {
    "description": "an interpolation, or ??? for a value that must be given",
    "type": "string",
    "pattern": r"^(\?\?\?|.*\$\{.+\}.*)$",
}
_DEFAULTS: Schema = {
    "description": "options this file is made of: additions, then overrides, then _self_",
    "type": "array",
    "items": {"type": ["string", "object"]},
}
_SCALARS: Mapping[Any, str] = {int: "integer", float: "number", bool: "boolean", str: "string"}
_BOUNDS = {
    "ge": "minimum",
    "le": "maximum",
    "gt": "exclusiveMinimum",
    "lt": "exclusiveMaximum",
    "multiple_of": "multipleOf",
}


def all_schemas(components: Sequence[Component], tasks: Sequence[Task]) -> dict[str, Schema]:
    """Return the schema of every group by file name."""
    by_slot: dict[str, list[Component]] = {}
    for component in components:
        by_slot.setdefault(component.slot, []).append(component)
    made = {slot.replace(".", "-"): _group(slot, parts) for slot, parts in by_slot.items()}
    made["memory"] = _preset("memory", by_slot)
    made["recipe"] = _recipe(by_slot, tasks)
    made["config"] = made["recipe"] | {
        "title": "conf/config.yaml",
        "required": ["defaults", *(field.name for field in fields(CommonValues))],
    }
    return {f"{name}.json": {"$schema": _DRAFT, **made[name]} for name in sorted(made)}


def as_json(schema: Schema) -> str:
    """Write a schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _group(slot: str, components: Sequence[Component]) -> Schema:
    """Describe an option file: one whole kind, or another option with changes."""
    inherits = {**_partial(components), "title": "another option, changed"}
    inherits["properties"] = {"defaults": _DEFAULTS, **inherits["properties"]}
    return {
        "title": slot,
        "oneOf": [*map(_kind, components), _python(), {**inherits, "required": ["defaults"]}],
    }


def _kind(component: Component) -> Schema:
    whole = _object(component.config, required=True)
    properties = {"kind": {"const": component.kind}, **whole["properties"]}
    return {
        "title": f"{component.slot} {component.kind}",
        "description": component.summary,
        **whole,
        "properties": properties,
        "required": list(properties),
    }


def _python() -> Schema:
    return {
        "title": "code of your own",
        "type": "object",
        "properties": {
            "kind": {"const": "python"},
            "target": {"type": "string", "description": "package.module:callable"},
            "options": {"type": "object", "description": "handed to the callable"},
        },
        "required": ["kind", "target"],
        "additionalProperties": False,
    }


def _partial(components: Sequence[Component]) -> Schema:
    """Describe changes to a section of any kind."""
    kinds = [*(component.kind for component in components), "python"]
    keys: dict[str, list[Schema]] = {
        "target": [{"type": "string", "description": "kind python: package.module:callable"}],
        "options": [{"type": "object", "description": "kind python: handed to the callable"}],
    }
    for component in components:
        for name, schema in _object(component.config, required=False)["properties"].items():
            if schema not in keys.setdefault(name, []):
                keys[name].append(schema)
    properties = {
        name: found[0] if len(found) == 1 else {"anyOf": found} for name, found in keys.items()
    }
    return {
        "type": "object",
        "properties": {"kind": {"enum": kinds}, **properties},
        "additionalProperties": False,
    }


def _preset(root: str, by_slot: Mapping[str, Sequence[Component]]) -> Schema:
    """Describe a preset that composes the slots below `root`, such as conf/memory/local.yaml."""
    return {
        "title": root,
        "type": "object",
        "properties": {"defaults": _DEFAULTS, **_below(root, by_slot)},
        "additionalProperties": False,
    }


def _below(root: str, by_slot: Mapping[str, Sequence[Component]]) -> dict[str, Schema]:
    learn: Schema = {"enum": list(LEARN), "description": "whether it learns, and when"}
    inside = {
        slot.removeprefix(f"{root}."): _partial(parts)
        for slot, parts in by_slot.items()
        if slot.startswith(f"{root}.")
    }
    return inside | ({"learn": learn} if root == "memory" else {})


def _recipe(by_slot: Mapping[str, Sequence[Component]], tasks: Sequence[Task]) -> Schema:
    """Describe a recipe: any part of a whole config."""
    properties: dict[str, Schema] = {"defaults": _DEFAULTS, **_values(tasks)}
    for slot, parts in by_slot.items():
        root = slot.split(".")[0]
        if slot in MULTI_SLOTS:
            named = {part.kind: _partial([part]) for part in parts}
            properties[slot] = {"type": "object", "properties": named}
        elif root == slot:
            properties[slot] = _partial(parts)
        else:
            below = {"type": "object", "properties": _below(root, by_slot)}
            properties[root] = below | {"additionalProperties": False}
    return {
        "title": "recipe",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _values(tasks: Sequence[Task]) -> dict[str, Schema]:
    values: dict[str, Schema] = _object(CommonValues, required=False)["properties"]
    values["task"] = {**values["task"], "enum": [task.name for task in tasks]}
    for name in FREE_TEXT:
        values.setdefault(name, {"type": ["string", "number", "null"]})
    for name, text in (key for task in tasks for key in task.keys):
        values[name] = {"description": text, **values.get(name, {})}
    return values


def _object(kind: type, *, required: bool) -> Schema:
    hints = hints_of(kind)
    properties = {
        field.name: _field(hints[field.name], field.metadata, required=required)
        for field in fields(kind)
    }
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return schema | ({"required": list(properties)} if required else {})


def _field(hint: Any, rules: Mapping[str, Any], *, required: bool) -> Schema:
    schema = _typed(hint, rules, required=required)
    text = rules.get("help", "")
    if unit := rules.get("unit"):
        text = f"{text} ({unit})"
    return {"description": text, **schema} if text else schema


def _typed(hint: Any, rules: Mapping[str, Any], *, required: bool) -> Schema:
    origin, args = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _object(hint, required=required)
    if origin in (tuple, list):
        return _or_reference({"type": "array", "items": _typed(args[0], rules, required=required)})
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        values = _typed(args[1], rules, required=required)
        return {"type": "object", "additionalProperties": values}
    if origin in (Union, types.UnionType):
        return _either(args, rules, required=required)
    return {"enum": list(args)} if origin is Literal else _scalar(hint, rules)


def _scalar(hint: Any, rules: Mapping[str, Any]) -> Schema:
    if hint not in _SCALARS:
        return {}
    if choices := rules.get("choices"):
        return _or_reference({"enum": list(choices)})
    bounds = {_BOUNDS[rule]: rules[rule] for rule in _BOUNDS if rule in rules and hint is not str}
    schema = {"type": _SCALARS[hint], **bounds}
    return schema if hint is str else _or_reference(schema)


def _either(args: Iterable[Any], rules: Mapping[str, Any], *, required: bool) -> Schema:
    options: list[Schema] = []
    for arg in args:
        null = arg is type(None)
        schema: Schema = {"type": "null"} if null else _typed(arg, rules, required=required)
        options += schema.get("anyOf", [schema])
    unique = [option for index, option in enumerate(options) if option not in options[:index]]
    return {"anyOf": unique}


def _or_reference(schema: Schema) -> Schema:
    return {"anyOf": [schema, _REFERENCE]}


def shelf_schemas() -> dict[str, Schema]:
    """Return the schemas of what this distribution ships; strangers' plugins are left out."""
    # Only the program looks up a floor, to the host; as a module this one is handed components.
    host: Any = import_module("mas.host").load_host()
    ours = [plugin for plugin in host.plugins if plugin.distribution == "mas-video"]
    components = [component for plugin in ours for component in plugin.components]
    return all_schemas(components, [task for plugin in ours for task in plugin.tasks])


def main() -> int:
    """Write docs/reference/schemas of this checkout anew."""
    folder = shipped("conf").parent / "docs" / "reference" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = shelf_schemas()
    for path in set(folder.glob("*.json")) - {folder / name for name in wanted}:
        path.unlink()
    for name, schema in wanted.items():
        Path(folder / name).write_text(as_json(schema), encoding="utf-8")
    sys.stdout.write(f"wrote {len(wanted)} schemas to {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
