"""The command line before Hydra sees it: free text quoted, short forms spelled out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from mas.config.declared import NO_HYDRA, NO_TARGET
from mas.config.folders import Folder, groups
from mas.config.text import quote
from mas.errors import ConfigError

_SHAPE = re.compile(r"(?P<prefix>\+\+|\+|~)?(?P<key>[^=]*)(?:=(?P<value>.*))?", re.DOTALL)
_SIMPLE = re.compile(r"[\w./-]+(?:,[\w./-]+)*")
_CHOICE = re.compile(r"choice\(.*\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Argument:
    """One override: as typed, its key, and as Hydra shall read it.

    `is_choice`: it chooses an option of a group, so it sets no key itself.
    """

    typed: str
    key: str
    text: str
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is needed to read a command line."""

    groups: dict[str, dict[str, Folder]]
    free_text: frozenset[str]
    slots: frozenset[str]
    multirun: bool = False


def grammar(
    folders: Sequence[Folder],
    *,
    free_text: frozenset[str],
    slots: Iterable[str],
    multirun: bool = False,
) -> Grammar:
    """Collect what is needed to read a command line."""
    return Grammar(groups(folders), free_text, frozenset(slots), multirun)


def read_arguments(typed: Sequence[str], rules: Grammar) -> tuple[Argument, ...]:
    """Normalise overrides.

    Raises:
        ConfigError: one is no override, chooses an option that does not exist, or is refused.
    """
    return tuple(_read(word, before, rules) for before, word in pairwise(["", *typed]))


def _read(word: str, before: str, rules: Grammar) -> Argument:
    hit = _SHAPE.fullmatch(word)
    assert hit is not None
    prefix, key, value = hit["prefix"] or "", hit["key"].strip(), hit["value"]
    if not key or (value is None and prefix != "~"):
        raise ConfigError(_no_override(word, before, rules))
    if key.startswith(("hydra.", "hydra/")):
        raise ConfigError(f"{NO_HYDRA}\n  command line: {word}")
    if value is None:
        return Argument(word, key, word)
    if key == "recipe":
        value = value.strip().lstrip("+")
        _check_options(key, value, word, rules)
        return Argument(word, key, f"+recipe={value}", is_choice=True)
    if key in rules.free_text:
        return Argument(word, key, f"++{key}={_free(value, rules)}")
    if "_target_" in word:
        raise ConfigError(f"{NO_TARGET}\n  command line: {word}")
    if key == "user":
        return _user(word, value, rules)
    group, at, _ = key.partition("@")
    if at or "/" in group or group in rules.groups:
        _check_options(group, value, word, rules)
        return Argument(word, key, word, is_choice=not value.startswith("{"))
    _refuse_dotted_choice(word, key, value, rules)
    if inside := [name for name in sorted(rules.groups) if name.startswith(f"{key}/")]:
        raise ConfigError(
            f"{key} is chosen part by part; write {inside[0]}=OPTION\n  command line: {word}\n"
            f"  groups: {', '.join(inside)}"
        )
    return Argument(word, key, f"++{key}={value}" if prefix != "~" else word)


def _free(value: str, rules: Grammar) -> str:
    """Quote free text; under -m `choice(...)` is a sweep over texts."""
    return value if rules.multirun and _CHOICE.fullmatch(value) else quote(value)


def _user(word: str, value: str, rules: Grammar) -> Argument:
    """Read `user=NAME`: an option of the group, else the name of a user."""
    options = rules.groups.get("user", {})
    names = value.split(",") if rules.multirun else [value]
    if all(name in options for name in names):
        return Argument(word, "user", f"user={value}", is_choice=True)
    if rules.multirun and len(names) > 1 and not _CHOICE.fullmatch(value):
        value = f"choice({','.join(quote(name) for name in names)})"
    return Argument(word, "user.name", f"++user.name={_free(value, rules)}")


def _check_options(group: str, value: str, word: str, rules: Grammar) -> None:
    """Refuse options that do not exist; Hydra's own functions and lists are left to Hydra."""
    if group not in rules.groups:
        known = sorted({*rules.groups, *(slot.replace(".", "/") for slot in rules.slots)})
        if group in known:
            return
        raise ConfigError(
            f"there is no config group {group!r}{did_you_mean(group, known)}\n"
            f"  command line: {word}\n  groups: {', '.join(known)}"
        )
    names = value.split(",") if _SIMPLE.fullmatch(value) else []
    for name in names:
        if name not in {*rules.groups[group], "python"}:
            place = f"command line: {word}"
            raise ConfigError(unknown_option(group, name, rules.groups[group], place))


def unknown_option(group: str, name: str, options: Iterable[str], place: str) -> str:
    """Say that a group has no such option, which is nearest, and which there are."""
    what = "recipe" if group == "recipe" else f"option of {group}"
    known = sorted(options)
    return (
        f"{name!r} is no {what}{did_you_mean(name, known)}\n  {place}\n"
        f"  {'recipes' if group == 'recipe' else 'options'}: {', '.join(known)}"
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean X?" for the nearest of `known`, or nothing."""
    spelled = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), list(spelled), n=1, cutoff=0.6)
    return f"; did you mean {spelled[near[0]]!r}?" if near else ""


def _refuse_dotted_choice(word: str, key: str, value: str, rules: Grammar) -> None:
    group = key.replace(".", "/")
    if "." in key and group in rules.groups and value in rules.groups[group]:
        raise ConfigError(
            f"{key} is a section; choose its option with {group}={value}\n  command line: {word}"
        )


def _no_override(word: str, before: str, rules: Grammar) -> str:
    message = f"{word!r} is no override; write key=value"
    known = rules.groups.get("recipe", {})
    if " " in word.strip():
        return f'{message}, and what to make as brief="{word}"'
    key, _, value = before.partition("=")
    if key.lstrip("+") in rules.free_text:
        return f'{message}; a text with spaces stands in quotes: {key}="{value} {word} ..."'
    if word in known:
        return f"{message}, or +recipe={word} for the recipe of this name"
    return f"{message}{did_you_mean(word, (f'+recipe={name}' for name in known))}"
