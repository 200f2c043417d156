"""The config of a job as plain JSON values, secrets left as `${oc.env:NAME}`, and back."""

import hashlib
import json
import math
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from omegaconf import DictConfig, OmegaConf
from omegaconf.errors import OmegaConfBaseException
from omegaconf.resolvers import oc

from mas.config.declared import FREE_TEXT
from mas.config.fields import MisfitError
from mas.config.text import MISSING, MissingVariableError, frozen_text, reference, thawed_text


def freeze(config: DictConfig) -> dict[str, Any]:
    """Resolve everything but the environment.

    Raises:
        MisfitError: an interpolation leads nowhere, or a value is not JSON.
    """
    with _environment_as_text():
        try:
            plain = OmegaConf.to_container(config, resolve=True, throw_on_missing=False)
        except OmegaConfBaseException as error:
            key = str(error.full_key or "the config")
            reason = str(error).strip().split("\n")[0]
            raise MisfitError(key, f"cannot be resolved: {reason}") from error
    assert isinstance(plain, dict)
    for key in FREE_TEXT:  # a text that nobody gave is absent; "???" that somebody typed is a text
        if plain.get(key) == MISSING:
            plain[key] = None
    frozen = _map(plain, frozen_text)
    _refuse_odd(frozen, "")
    assert isinstance(frozen, dict)
    return frozen


def thaw(frozen: Mapping[str, Any]) -> dict[str, Any]:
    """Put the environment's values in.

    Raises:
        MisfitError: a variable is not set.
    """
    return {key: _thaw(value, key) for key, value in frozen.items()}


def digest(frozen: Mapping[str, Any]) -> str:
    """Return the sha256 of the canonical JSON of a frozen config."""
    text = json.dumps(frozen, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _thaw(value: Any, key: str) -> Any:
    if isinstance(value, Mapping):
        return {name: _thaw(item, f"{key}.{name}") for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_thaw(item, f"{key}[{index}]") for index, item in enumerate(value)]
    if not isinstance(value, str):
        return value
    try:
        return thawed_text(value, os.environ)
    except MissingVariableError as error:
        raise MisfitError(
            key, f"reads the environment variable {error}, which is not set; export {error}=..."
        ) from error


def _map(value: Any, change: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _map(item, change) for name, item in value.items()}
    if isinstance(value, list):
        return [_map(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def _refuse_odd(value: Any, key: str) -> None:
    """Refuse what JSON cannot hold: infinity, bytes, paths."""
    if isinstance(value, dict):
        for name, item in value.items():
            _refuse_odd(item, f"{key}.{name}".lstrip("."))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _refuse_odd(item, f"{key}[{index}]")
    elif not isinstance(value, str | int | float | bool | None) or (
        isinstance(value, float) and not math.isfinite(value)
    ):
        raise MisfitError(
            key, f"is {value!r}; expected a text, a finite number, true, false or null"
        )


@contextmanager
def _environment_as_text() -> Iterator[None]:
    """Let `oc.env` name the variable instead of reading it."""
    OmegaConf.register_new_resolver("oc.env", reference, replace=True)
    try:
        yield
    finally:
        OmegaConf.register_new_resolver("oc.env", oc.env, replace=True)
