"""The plain top-level keys: those that every job has, and those that tasks read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from mas.config.declared import FREE_TEXT
from mas.config.fields import MisfitError, convert, hints_of
from mas.nouns import Task

LEARN = ("live", "after", "off")


@dataclass(frozen=True, slots=True)
class CommonValues:
    """Keys that every job has."""

    task: str = field(metadata={"help": "what to run; recipes set it"})
    brief: str = field(metadata={"help": "what to make, in your own words", "free_text": True})
    seed: int | None = field(
        metadata={"help": "fixes what is random; null = free", "ge": 0, "le": 2**63 - 1}
    )
    resume: str = field(
        metadata={"help": "an unfinished production", "choices": ("ask", "auto", "never")}
    )
    output: str = field(metadata={"help": "the answer on stdout", "choices": ("text", "json")})
    state_dir: str | None = field(metadata={"help": "state folder; null = MAS_HOME, else ./.mas"})
    strict_plugins: bool = field(metadata={"help": "a broken plugin or recipe is fatal"})
    trusted_packages: tuple[str, ...] = field(
        metadata={"help": "packages whose code may be named with kind: python"}
    )


def read_values(
    given: Mapping[str, Any], tasks: Sequence[Task], *, sections: Sequence[str]
) -> dict[str, Any]:
    """Check the plain keys; those that a task knows and nobody set are None.

    Raises:
        MisfitError: a key is unknown, or a value has the wrong type.
    """
    extra = [key for task in tasks for key, _ in task.keys]
    common = {one.name: one for one in fields(CommonValues)}
    known = [*common, *FREE_TEXT, *extra]
    for key in given:
        if key not in known:
            reason = "is no key or section of mas"
            raise MisfitError(key, reason, near=key, known=sorted({*known, *sections}))
    hints = hints_of(CommonValues)
    values = {key: _text(key, value) for key, value in given.items()}
    for key, rule in common.items():
        if key in FREE_TEXT and isinstance(values.get(key), str):
            continue  # even "???" is a text when a person typed it
        values[key] = convert(hints[key], values.get(key), key, rule)
    names = [task.name for task in tasks]
    if values["task"] not in names:
        raise MisfitError(
            "task",
            "is {value}, which no installed plugin provides",
            near=values["task"],
            known=names,
        )
    return dict.fromkeys(extra) | values


def _text(key: str, value: Any) -> Any:
    """Return free text as text: an empty brief is "", other texts may be absent."""
    if key not in FREE_TEXT:
        return value
    if value is None:
        return "" if key == "brief" else None
    if isinstance(value, dict | list):
        raise MisfitError(key, "is {value}; expected a text")
    return str(value)
