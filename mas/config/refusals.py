"""What Hydra refuses, told in our words: the argument or the line, and the nearest valid name."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from hydra.errors import MissingConfigException, OverrideParseException

from mas.config.arguments import Argument, unknown_option
from mas.config.folders import PRIMARY, Folder, find, groups
from mas.config.reading import parse
from mas.errors import ConfigError
from mas.paths import shown

_AMBIGUOUS = re.compile(r"Ambiguous value for argument '(?P<text>.*?)'\n", re.DOTALL)
_SWEEP = re.compile(r"Sweep parameters '(?P<text>.*)' requires --multirun", re.DOTALL)
_APPEND = re.compile(r"Could not override '(?P<group>[^']+)'")
_TWICE = re.compile(
    r"Multiple values for (?P<group>\S+?)\.|(?P<again>\S+) appears more than once in the final"
)


def told(error: Exception, arguments: Sequence[Argument], folders: Sequence[Folder]) -> ConfigError:
    """Turn an error of Hydra or OmegaConf into ours."""
    if isinstance(error, OverrideParseException):
        return _grammar(error, arguments)
    if isinstance(error, MissingConfigException):
        return _missing(error, arguments, folders)
    message = str(error).strip() or str(error.__cause__ or "").strip()
    if hit := _AMBIGUOUS.search(message) or _SWEEP.search(message):
        return ConfigError(
            f"{_typed(hit['text'], arguments)!r} has several values; write key=[a,b] for a list, "
            "or add -m to run a job for each"
        )
    if hit := _APPEND.search(message):
        return ConfigError(
            f"{hit['group']} is not part of this recipe, so it cannot be replaced; add it with "
            f"+{hit['group']}=OPTION{_place(_argument(hit['group'], arguments))}"
        )
    if hit := _TWICE.search(message):
        group = hit["group"] or hit["again"]
        return ConfigError(
            f"{group} is chosen twice; on the command line write {group}=OPTION without a plus, "
            f"in a recipe `override /{group}: OPTION`{_place(_argument(group, arguments))}"
        )
    return ConfigError("\n  ".join(line for line in message.splitlines()[:10] if line.strip()))


def _grammar(error: OverrideParseException, arguments: Sequence[Argument]) -> ConfigError:
    """Say which argument cannot be read, and how to quote it."""
    typed = _typed(error.override, arguments)
    reason = error.message.split("\nSee https://")[0].strip().splitlines()
    detail = next((line for line in reason if not line.startswith("Error parsing")), "")
    key = typed.partition("=")[0].lstrip("+~")
    return ConfigError(
        f"{typed!r} cannot be read as key=value\n  {detail.strip()}\n"
        f"  put a text with signs in quotes inside quotes: {key}='\"...\"'"
    )


def _missing(
    error: MissingConfigException, arguments: Sequence[Argument], folders: Sequence[Folder]
) -> ConfigError:
    """Name an option that a recipe or another file asks for and that does not exist."""
    group, _, name = (error.missing_cfg_file or "").rpartition("/")
    options = groups(folders).get(group, {})
    place = next(_mentions(name, group, arguments, folders), "")
    if not group:
        return ConfigError(str(error).splitlines()[0])
    return ConfigError(unknown_option(group, name, options, place).replace("\n  \n", "\n"))


def _mentions(
    name: str, group: str, arguments: Sequence[Argument], folders: Sequence[Folder]
) -> Iterator[str]:
    """Yield the places that choose option `name` of `group`: arguments, then files."""
    for argument in arguments:
        if argument.key == group and name in argument.typed:
            yield f"command line: {argument.typed}"
    seen: set[Path] = set()
    todo = [f"recipe/{a.text.partition('=')[2]}" for a in arguments if a.key == "recipe"]
    todo += [f"{a.key}/{a.text.partition('=')[2]}" for a in arguments if a.key != "recipe"]
    todo.append(PRIMARY)
    while todo:
        option = todo.pop(0)
        folder = find(folders, option)
        if folder is None or folder.file(option) in seen:
            continue
        path = folder.file(option)
        seen.add(path)
        for key, value, line in _defaults(path):
            wanted = key.split(" ")[-1].partition("@")[0]
            parent = option.rpartition("/")[0]
            full = wanted.lstrip("/") if wanted.startswith("/") else f"{parent}/{wanted}".strip("/")
            if value == name and full == group:
                yield f"{shown(path)}, line {line + 1}: {key}: {value}"
            todo.append(f"{full}/{value}" if value else full)


def _defaults(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield group, option and line of the defaults list of a file."""
    root = parse(path)
    for key, value in root.value if root is not None else ():
        if key.value == "defaults" and isinstance(value, yaml.SequenceNode):
            for item in value.value:
                if isinstance(item, yaml.MappingNode):
                    for group, option in item.value:
                        yield str(group.value), str(option.value), group.start_mark.line
                else:
                    group, _, option = str(item.value).rpartition("/")
                    yield group, option, item.start_mark.line


def _typed(text: str, arguments: Sequence[Argument]) -> str:
    return next((argument.typed for argument in arguments if argument.text == text), text)


def _argument(group: str, arguments: Sequence[Argument]) -> Argument | None:
    return next((argument for argument in arguments if argument.key == group), None)


def _place(argument: Argument | None) -> str:
    return f"\n  command line: {argument.typed}" if argument else ""
