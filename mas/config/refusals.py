"""What Hydra refuses, told in our words: the argument or the line, and the nearest valid name."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from hydra.errors import MissingConfigException, OverrideParseException

from mas.config.arguments import Argument, did_you_mean, unknown_option
from mas.config.choices import choices, items
from mas.config.folders import Folder, find, groups
from mas.errors import ConfigError
from mas.paths import shown

_KEY = re.compile(r"[+~]*[\w$-]+(?:[./@:][\w$-]+)*")
_NOISE = ("Error parsing", "LexerNoViableAlt", "Sweep parameters")


def told(error: Exception, arguments: Sequence[Argument], folders: Sequence[Folder]) -> ConfigError:
    """Turn an error of Hydra or OmegaConf into ours."""
    if isinstance(error, OverrideParseException):
        return _grammar(error, arguments)
    if isinstance(error, MissingConfigException):
        return _missing(error, arguments, folders)
    if isinstance(error, RecursionError):
        return ConfigError(_circle(arguments, folders))
    message = str(error).strip() or str(error.__cause__ or "").strip()
    for pattern, say in _SAYINGS.items():
        if hit := pattern.search(message):
            return ConfigError(say(hit[hit.lastgroup or 0], arguments, folders))
    return ConfigError("\n  ".join(line for line in message.splitlines()[:10] if line.strip()))


def _several(text: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    return (
        f"{_typed(text, arguments)!r} has several values; write key=[a,b] for a list, "
        "or add -m to run a job for each"
    )


def _not_deleted(key: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    place = _place(_argument(key.partition("@")[0], arguments))
    return f"{key!r} is not there to be taken away{place}"


def _not_merged(text: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    return f"{_typed(text, arguments)!r} does not fit what is there"


def _not_composed(option: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    where = _named(option, folders)
    return f"{where}: a section must stay one; keys and values are expected where it has a list"


def _out_of_order(option: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    where = _named(option, folders)
    return f"a defaults list has this order: additions, every `override`, `_self_`\n  {where}"


def _not_there(group: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    """Say why an option cannot be replaced: it was never chosen, or it is no group at all."""
    known = groups(folders)
    if group != "recipe" and (argument := _argument(group, arguments)):
        return (
            f"{group} is not part of this recipe, so it cannot be replaced; add it with "
            f"+{group}=OPTION{_place(argument)}"
        )
    group = group.partition("@")[0]
    short = group.rpartition("recipe/")[2]
    place = next(_choosing(group, arguments, folders), "")
    if group not in known and short in known:
        return f"from a recipe, {short} is written `override /{short}`\n  {place}"
    if group not in known:
        return f"there is no config group {group!r}{did_you_mean(group, known)}\n  {place}"
    return (
        f"{group} is not part of this recipe, so it cannot be replaced; write `/{group}` without "
        f"override\n  {place}"
    )


def _twice(group: str, arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    if (argument := _argument(group, arguments)) and argument.key != "recipe":
        return f"{group} is chosen twice; write {group}=OPTION without a plus{_place(argument)}"
    if argument:
        return (
            f"there can be one recipe; a recipe builds on another by its defaults{_place(argument)}"
        )
    place = next(_choosing(group, arguments, folders), "")
    return f"{group} is chosen twice; write `override /{group}: OPTION`\n  {place}".rstrip()


def _circle(arguments: Sequence[Argument], folders: Sequence[Folder]) -> str:
    """Name the file whose defaults lead back to itself."""
    for choice in choices(arguments, folders):
        below = [choice.target]
        seen: set[str] = set()
        while below:
            option = below.pop()
            if option == choice.option:
                return f"the defaults lead round in a circle\n  {choice.place}"
            if option not in seen and (folder := find(folders, option)) is not None:
                seen.add(option)
                below += [it.target for it in items(folder.file(option), option)]
    return "the config is nested too deeply"


def _grammar(error: OverrideParseException, arguments: Sequence[Argument]) -> ConfigError:
    """Say which argument cannot be read, and how to quote it."""
    typed = _typed(error.override, arguments)
    name, _, _ = typed.partition("=")
    key = name.lstrip("+~")
    if not _KEY.fullmatch(key):
        return ConfigError(f"{typed!r} is no override: {name!r} is no key; write key=value")
    reason = error.message.split("\nSee https://")[0].strip().splitlines()
    detail = next((line for line in reason if not line.startswith(_NOISE)), "")
    lines = [f"{typed!r} cannot be read as key=value"]
    lines += [f"  {detail.strip()}"] if detail.strip() else []
    lines.append(f"  put a text with signs in quotes inside quotes: {key}='\"...\"'")
    return ConfigError("\n".join(lines))


def _missing(
    error: MissingConfigException, arguments: Sequence[Argument], folders: Sequence[Folder]
) -> ConfigError:
    """Name an option that a recipe or another file asks for and that does not exist."""
    group, _, name = (error.missing_cfg_file or "").rpartition("/")
    if not group:
        return ConfigError(str(error).splitlines()[0])
    known = groups(folders)
    wanted = [it for it in choices(arguments, folders) if it.target == f"{group}/{name}"]
    typed = [it.typed for it in arguments if it.key == group and name in it.typed]
    places = [f"command line: {it}" for it in typed]
    place = next(iter([*places, *(choice.place for choice in wanted)]), "")
    if group in known:
        return ConfigError(unknown_option(group, name, known[group], place).replace("\n  \n", "\n"))
    short = group.rpartition("recipe/")[2]
    if short in known:
        return ConfigError(f"from a recipe, {short} is written `/{short}`\n  {place}".rstrip())
    return ConfigError(
        f"there is no config group {group!r}{did_you_mean(group, known)}\n  {place}".rstrip()
    )


def _choosing(
    group: str, arguments: Sequence[Argument], folders: Sequence[Folder]
) -> Iterator[str]:
    """Yield the places in files that choose an option of `group`, the recipe's first."""
    return (it.place for it in choices(arguments, folders) if it.group == group)


def _named(option: str, folders: Sequence[Folder]) -> str:
    folder = find(folders, option)
    return shown(folder.file(option)) if folder else option


def _typed(text: str, arguments: Sequence[Argument]) -> str:
    return next((argument.typed for argument in arguments if argument.text == text), text)


def _argument(group: str, arguments: Sequence[Argument]) -> Argument | None:
    return next((argument for argument in arguments if argument.key == group), None)


def _place(argument: Argument | None) -> str:
    return f"\n  command line: {argument.typed}" if argument else ""


_SAYINGS: Mapping[re.Pattern[str], Callable[..., str]] = {
    re.compile(r"Ambiguous value for argument '(?P<text>.*?)'\n", re.DOTALL): _several,
    re.compile(r"Sweep parameters '(?P<text>.*)' requires --multirun", re.DOTALL): _several,
    re.compile(r"Could not override '(?P<group>[^']+)'"): _not_there,
    re.compile(r"Multiple values for (?P<group>\S+?)\."): _twice,
    re.compile(r"(?P<group>\S+) appears more than once in the final"): _twice,
    re.compile(r"Could not delete '(?P<key>[^']+)'"): _not_deleted,
    re.compile(r"Error merging override (?P<text>.*)", re.DOTALL): _not_merged,
    re.compile(r"In '(?P<option>[^']+)': ConfigTypeError raised while comp"): _not_composed,
    re.compile(r"In (?P<option>[^:\s]+): Override .* is defined before"): _out_of_order,
}
