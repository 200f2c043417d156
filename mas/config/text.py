"""Carry any text through Hydra's grammar and OmegaConf's interpolation, and secrets past both."""

import re
from collections.abc import Mapping
from typing import Any

MISSING = "???"
_MARK = "\x00"  # neither YAML nor a command line can hold it
_OPENING = re.compile(r"(\\*)\$\{")
_NOT_ENV = re.compile(r"(\\*)\$\{(?!oc\.env:)")


def protect(text: str, *, keep_env: bool = False) -> str:
    """Escape `${` so that OmegaConf reads it as text; `keep_env` spares `${oc.env:NAME}`."""
    if text == MISSING:
        return f"{MISSING}{_MARK}"
    if "${" not in text:
        return text
    pattern = _NOT_ENV if keep_env else _OPENING
    return pattern.sub(lambda hit: f"{hit[1] * 2}\\${{", text)


def quote(text: str) -> str:
    """Write `text` as a value on Hydra's command line that arrives unchanged."""
    doubled = re.sub(r"(\\+)(?='|\Z)", lambda hit: hit[1] * 2, protect(text))
    return "'" + doubled.replace("'", "\\'") + "'"


# --- environment variables in a frozen config ---------------------------------

_REFERENCE = re.compile(
    r"(\\*)\$\{oc\.env:([^,}\s]+)(?:,(?:(null)|'((?:[^'\\]|\\.)*)'))?\}", re.DOTALL
)


class MissingVariableError(LookupError):
    """A variable of the environment that is needed and not set; the argument is its name."""


def reference(name: str, *default: Any) -> str:
    """Stand for `${oc.env:NAME}` while a config is resolved (a resolver)."""
    if not default:
        return f"{_MARK}{name}{_MARK}"
    text = "null" if default[0] is None else _quoted(str(default[0]))
    return f"{_MARK}{name},{text}{_MARK}"


def frozen_text(text: str) -> str:
    """Turn a resolved text into its frozen form: references as `${oc.env:NAME}`, no secrets."""
    if text == f"{MISSING}{_MARK}":
        return MISSING
    parts = text.split(_MARK)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = f"${{oc.env:{part}}}"
        else:
            before = bool(index + 1 < len(parts))
            parts[index] = _escape_literal(part, before_reference=before)
    return "".join(parts)


def thawed_text(text: str, environment: Mapping[str, str]) -> str | None:
    """Turn a frozen text into the value that is used; None when a lone default is null.

    Raises:
        MissingVariableError: a variable without a default is not set.
    """
    whole = _REFERENCE.fullmatch(text)
    if whole and not whole[1]:
        return _look_up(whole, environment)

    def put(hit: re.Match[str]) -> str:
        slashes = len(hit[1])
        if slashes % 2:
            return "\\" * (slashes // 2) + hit[0][slashes:]
        return "\\" * (slashes // 2) + (_look_up(hit, environment) or "")

    return _REFERENCE.sub(put, text)


def _look_up(hit: re.Match[str], environment: Mapping[str, str]) -> str | None:
    name, null, default = hit[2], hit[3], hit[4]
    if name in environment:
        return environment[name]
    if null:
        return None
    if default is not None:
        return re.sub(r"\\(.)", r"\1", default, flags=re.DOTALL)
    raise MissingVariableError(name)


def _escape_literal(text: str, *, before_reference: bool) -> str:
    """Escape what looks like a reference in a text that a person typed."""
    text = _REFERENCE.sub(lambda hit: f"{hit[1] * 2}\\{hit[0][len(hit[1]) :]}", text)
    if before_reference:  # backslashes before a real reference would read as its escape
        text = re.sub(r"\\+\Z", lambda hit: hit[0] * 2, text)
    return text


def _quoted(text: str) -> str:
    return "'" + re.sub(r"(['\\])", r"\\\1", text) + "'"
