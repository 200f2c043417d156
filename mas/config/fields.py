"""Turn plain values into the frozen dataclass of a section: names, types, ranges, choices."""

import math
import re
import types
from collections.abc import Iterable, Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from mas.config.text import MISSING
from mas.errors import ConfigError

_INTEGER = re.compile(r"[+-]?\d+")


class MisfitError(Exception):
    """A value that cannot be used: its key, what is wrong, and the names that would be right.

    `reason` follows the key in a sentence; `{value}` in it stands for the value as it was given.
    """

    def __init__(
        self,
        key: str,
        reason: str,
        *,
        near: str = "",
        known: Iterable[str] = (),
        whole: bool = False,
    ) -> None:
        super().__init__(f"{key} {reason}")
        self.key = key
        self.reason = reason
        self.near = near
        self.known = tuple(known)
        self.whole = whole


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """Return the resolved annotations of a dataclass."""
    return get_type_hints(kind)


def fill(kind: type, values: Mapping[str, Any], key: str) -> Any:
    """Make a `kind` of `values`; `key` is where they stand.

    Raises:
        MisfitError: a key is unknown or missing, or a value has the wrong type or range.
    """
    known = {field.name: field for field in fields(kind)}
    for name in values:
        if name not in known:
            raise MisfitError(f"{key}.{name}", f"is no key of {key}", near=name, known=known)
    for name in known:
        if name not in values:
            raise MisfitError(key, f"lacks the key {name!r}", known=known)
    hints = hints_of(kind)
    made = {
        name: _value(hints[name], values[name], f"{key}.{name}", field)
        for name, field in known.items()
    }
    try:
        return kind(**made)
    except (ValueError, ConfigError) as error:
        raise MisfitError(_named(str(error), key), str(error), whole=True) from error


def convert(hint: Any, value: Any, key: str, field: Field[Any]) -> Any:
    """Convert one value by its annotation and the metadata of its field.

    Raises:
        MisfitError: it does not fit.
    """
    return _value(hint, value, key, field)


def expected(hint: Any, rules: Mapping[str, Any]) -> str:
    """Say which values fit: "a whole number from 64 to 4096 px"."""
    if choices := rules.get("choices"):
        return f"expected one of {', '.join(map(str, choices))}"
    words = ["expected", _noun(hint)]
    low = rules.get("ge", rules.get("gt"))
    high = rules.get("le", rules.get("lt"))
    above = "above" if "gt" in rules else "from"
    below = "below" if "lt" in rules else "to"
    if low is not None and high is not None:
        words += [above, f"{low}", below, f"{high}"]
    elif low is not None:
        words += [f"of {low} or more" if "ge" in rules else f"above {low}"]
    elif high is not None:
        words += [f"of {high} or less" if "le" in rules else f"below {high}"]
    multiple = rules.get("multiple_of")
    notes = [str(rules.get("unit", "")), f"a multiple of {multiple}" if multiple else ""]
    if note := ", ".join(filter(None, notes)):
        words.append(f"({note})")
    return " ".join(words)


def select(tree: Any, key: str) -> Any:
    """Return the value at a dotted key ("render.width", "videos[0]"), None when there is none."""
    for name in re.findall(r"[^.\[\]]+", key):
        if isinstance(tree, Mapping):
            tree = tree.get(name)
        elif isinstance(tree, list) and name.isdigit() and int(name) < len(tree):
            tree = tree[int(name)]
        else:
            return None
    return tree


def _value(hint: Any, value: Any, key: str, field: Field[Any]) -> Any:
    rules = field.metadata
    origin, args = get_origin(hint), get_args(hint)
    if value == MISSING and isinstance(value, str):
        raise MisfitError(key, f"is required; {expected(hint, rules)}")
    if origin in (Union, types.UnionType):
        return _union(args, value, key, field)
    if isinstance(hint, type) and is_dataclass(hint):
        return fill(hint, _mapping(value, key), key)
    if origin in (tuple, list):
        return _items(args, value, key, field)
    if origin in (dict, Mapping) or getattr(origin, "__name__", "") == "Mapping":
        pairs = _mapping(value, key)
        return {str(k): _value(args[1], v, f"{key}.{k}", field) for k, v in pairs.items()}
    if origin is Literal:
        return _choice(value, args, key)
    return _in_range(_scalar(hint, value, key, rules), key, hint, rules)


def _union(args: tuple[Any, ...], value: Any, key: str, field: Field[Any]) -> Any:
    if value is None and type(None) in args:
        return None
    problems = []
    for option in (arg for arg in args if arg is not type(None)):
        try:
            return _value(option, value, key, field)
        except MisfitError as misfit:
            problems.append(misfit)
    raise problems[0]


def _items(args: tuple[Any, ...], value: Any, key: str, field: Field[Any]) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise MisfitError(key, "is {value}; expected a list, [a, b]")
    if (len(args) == 2 and args[1] is Ellipsis) or len(args) == 1:
        return tuple(_value(args[0], item, f"{key}[{i}]", field) for i, item in enumerate(value))
    if len(args) != len(value):
        raise MisfitError(key, f"is {{value}}; expected a list of {len(args)}")
    pairs = enumerate(zip(args, value, strict=True))
    return tuple(_value(hint, item, f"{key}[{i}]", field) for i, (hint, item) in pairs)


def _mapping(value: Any, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise MisfitError(key, "is {value}; expected keys and values")
    return value


def _choice(value: Any, choices: Iterable[Any], key: str) -> Any:
    if value not in choices:
        reason = "is {value}, which is no choice"
        raise MisfitError(key, reason, near=str(value), known=map(str, choices))
    return value


def _scalar(hint: Any, value: Any, key: str, rules: Mapping[str, Any]) -> Any:
    """Convert to bool, int, float or str; numbers may be written as text (environment)."""
    if hint is object or hint is Any:
        return value
    converted = _CONVERSIONS[hint](value) if hint in _CONVERSIONS else None
    if converted is None:
        raise MisfitError(key, f"is {{value}}; {expected(hint, rules)}")
    return converted


def _bool(value: Any) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.lower())
    return value if isinstance(value, bool) else None


def _int(value: Any) -> int | None:
    if isinstance(value, str):
        return int(value) if _INTEGER.fullmatch(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _float(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        converted = float(value)
    except ValueError:
        return None
    return converted if math.isfinite(converted) else None


def _str(value: Any) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None


_CONVERSIONS: Mapping[Any, Any] = {bool: _bool, int: _int, float: _float, str: _str}


def _in_range(value: Any, key: str, hint: Any, rules: Mapping[str, Any]) -> Any:
    if choices := rules.get("choices"):
        return _choice(value, choices, key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        multiple = rules.get("multiple_of")
        fits = (
            value >= rules.get("ge", -math.inf)
            and value <= rules.get("le", math.inf)
            and value > rules.get("gt", -math.inf)
            and value < rules.get("lt", math.inf)
            and (multiple is None or value % multiple == 0)
        )
        if not fits:
            raise MisfitError(key, f"is {{value}}; {expected(hint, rules)}")
    return value


def _noun(hint: Any) -> str:
    options = [arg for arg in get_args(hint) if arg is not type(None)]
    if options and get_origin(hint) in (Union, types.UnionType):
        null = " or null" if type(None) in get_args(hint) else ""
        return _noun(options[0]) + null
    nouns = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}
    if get_origin(hint) in (tuple, list):
        return "a list"
    return nouns.get(hint, "keys and values")


def _named(message: str, key: str) -> str:
    """Return the key that a message begins with, when it lies inside the section."""
    first = message.split(" ", 1)[0]
    return first if first.startswith(f"{key}.") else key
