"""The fields of a block: what type and range each takes, and their JSON form."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

from mas.errors import BlockError
from mas.nouns import Block, BlockSpec, Grade

__all__ = ["FieldValue", "Fields", "TypedBlock"]

FieldValue = str | int | float | tuple[str, ...]
Fields = dict[str, FieldValue]
Rules = Mapping[str, Any]

_TYPE_NAMES = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    tuple[str, ...]: "a list of texts",
}
# The core blocks are plain nouns; a plugin writes the same rules as `field(metadata=...)`.
_CORE_RULES: Mapping[tuple[str, str], Rules] = {
    ("quality_standards", "min_acceptable_grade"): {"choices": tuple(map(str, Grade))},
    ("quality_standards", "max_retries"): {"ge": 0},
    ("production_queue", "queue_status"): {"choices": ("active", "paused", "complete")},
    ("production_queue", "batch_total"): {"ge": 0},
    ("production_queue", "batch_complete"): {"ge": 0},
    ("current_series", "episodes_completed"): {"ge": 0},
    ("current_series", "episodes_planned"): {"ge": 0},
}


class TypedBlock:
    """Checks the values of one block; `choices`, `ge` and `le` of a field's metadata hold too."""

    def __init__(self, spec: BlockSpec) -> None:
        self.spec = spec
        self._types = _field_types(spec)
        self._rules: dict[str, Rules] = {
            item.name: {**_CORE_RULES.get((spec.label, item.name), {}), **item.metadata}
            for item in fields(spec.type)
        }

    def defaults(self) -> Fields:
        """Return the fields of a block that was never written."""
        value = self.spec.type()
        return {name: getattr(value, name) for name in self._types}

    def build(self, values: Fields) -> Block:
        """Return the block as an instance of its type."""
        return self.spec.type(**values)

    def type_of(self, name: str) -> object:
        """Return str, int, float or tuple[str, ...].

        Raises:
            BlockError: the block has no such field.
        """
        if name not in self._types:
            raise BlockError(
                f"block {self.spec.label} has no field {name!r}; it has {', '.join(self._types)}"
            )
        return self._types[name]

    def check(self, name: str, value: object) -> FieldValue:
        """Return `value` as the field's type.

        Raises:
            BlockError: wrong type, not among the choices, out of range, or too long.
        """
        checked = _coerce(value, self.type_of(name))
        if checked is None:
            wanted = _TYPE_NAMES[self._types[name]]
            raise BlockError(f"{self.spec.label}.{name} takes {wanted}, not {value!r}")
        self._check_rules(name, checked)
        for text in checked if isinstance(checked, tuple) else (checked,):
            if isinstance(text, str) and len(text) > self.spec.max_chars:
                raise BlockError(
                    f"{self.spec.label}.{name} takes at most {self.spec.max_chars} characters, "
                    f"and {text[:60] + '...'!r} has {len(text)}; shorten it"
                )
        return checked

    def check_whole(self, name: str, value: object) -> FieldValue:
        """Return `value` as all that the field shall hold; a list may not be over its limit."""
        checked = self.check(name, value)
        if isinstance(checked, tuple) and len(checked) > self.spec.max_items:
            raise BlockError(
                f"{self.spec.label}.{name} takes at most {self.spec.max_items} items, "
                f"not {len(checked)}; leave some out"
            )
        return checked

    def check_number(self, name: str, value: object) -> int | float:
        """Return `value` as a step of a number field; steps may leave the field's range."""
        step = _coerce(value, self.type_of(name))
        if not isinstance(step, int | float):
            raise BlockError(f"{self.spec.label}.{name} cannot be incremented by {value!r}")
        return step

    def dump(self, values: Fields) -> str:
        """Return the fields as JSON."""
        return json.dumps(values, ensure_ascii=False)

    def load(self, text: str) -> Fields:
        """Read `dump` again; fields that the type no longer has are left out."""
        stored = json.loads(text)
        values = {n: _coerce(stored[n], hint) for n, hint in self._types.items() if n in stored}
        for name, value in values.items():
            if value is None:
                raise BlockError(
                    f"{self.spec.label}.{name} holds {stored[name]!r} in the state database, and "
                    f"takes {_TYPE_NAMES[self._types[name]]}; was its type changed?"
                )
        return {name: value for name, value in values.items() if value is not None}

    def _check_rules(self, name: str, value: FieldValue) -> None:
        rules = self._rules[name]
        choices = rules.get("choices")
        if choices and value not in choices:
            raise BlockError(
                f"{self.spec.label}.{name} is {value!r}; choose one of {', '.join(choices)}"
            )
        if not isinstance(value, int | float):
            return
        low, high = rules.get("ge"), rules.get("le")
        if (low is not None and value < low) or (high is not None and value > high):
            limits = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (
                high is not None
            )
            raise BlockError(f"{self.spec.label}.{name} is {value!r}; it is {' and '.join(limits)}")


def _field_types(spec: BlockSpec) -> dict[str, Any]:
    if not is_dataclass(spec.type):
        raise BlockError(f"block {spec.label} has the type {spec.type!r}, which is no dataclass")
    hints = get_type_hints(spec.type)
    types = {item.name: hints[item.name] for item in fields(spec.type)}
    for name, hint in types.items():
        if hint not in _TYPE_NAMES:
            raise BlockError(
                f"{spec.label}.{name} has the type {hint!r}; "
                "a block's field is a str, int, float or tuple[str, ...]"
            )
    return types


def _coerce(value: object, wanted: object) -> FieldValue | None:
    if isinstance(value, bool):
        return None
    if wanted is str:
        return value if isinstance(value, str) else None
    if wanted is int:
        return value if isinstance(value, int) else None
    if wanted is float:
        return float(value) if isinstance(value, int | float) else None
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(dict.fromkeys(value))
    return None
