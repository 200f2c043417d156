"""Where a key was set: the argument, or the line of the file. Asked only when it is wrong."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from mas.config.arguments import Argument
from mas.config.reading import parse
from mas.paths import shown

_SECRET = re.compile(r"(^|[._])(api_?key|key|token|secret|password)$", re.IGNORECASE)
_INTERPOLATION = re.compile(r"^\S*\$\{.*\}\S*$")


def no_files() -> list[tuple[Path, str]]:
    """Return no files: the config did not come from any."""
    return []


@dataclass(frozen=True, slots=True)
class Origins:
    """The arguments and files that made a config.

    Attributes:
        files: path and package of every file in the order of merging; the last one wins.
    """

    arguments: tuple[Argument, ...] = ()
    files: Callable[[], Sequence[tuple[Path, str]]] = no_files

    def place(self, key: str) -> str | None:
        """Return "command line: ..." or "FILE, line N: ..." for the last one that set `key`."""
        if (argument := self._argument(key)) is not None:
            return f"command line: {hidden(key, argument.typed)}"
        if (found := self._line(key)) is None:
            return None
        path, line = found
        text = path.read_text(encoding="utf-8-sig").splitlines()[line].strip()
        return f"{shown(path)}, line {line + 1}: {hidden(key, text)}"

    def place_inside(self, key: str) -> str | None:
        """Return the place of the last argument below a section, of its kind, or of its choice."""
        if place := self.argument_inside(key) or self.place(f"{key}.kind"):
            return place
        group = key.replace(".", "/")
        chosen = (it.typed for it in reversed(self.arguments) if it.is_choice and it.key == group)
        return next((f"command line: {typed}" for typed in chosen), None)

    def argument_inside(self, key: str) -> str | None:
        """Return the last argument below a section."""
        for argument in reversed(self.arguments):
            if argument.key.startswith(f"{key}."):
                return f"command line: {hidden(argument.key, argument.typed)}"
        return None

    def file(self, key: str) -> Path | None:
        """Return the file that set `key`, or its section; None when an argument did."""
        if self._argument(key) is not None:
            return None
        found = self._line(key) or self._line(f"{key}.kind")
        return found[0] if found else None

    def _argument(self, key: str) -> Argument | None:
        for argument in reversed(self.arguments):
            inside = argument.key == key or key.startswith(f"{argument.key}.")
            if inside and not argument.is_choice:
                return argument
        return None

    def _line(self, key: str) -> tuple[Path, int] | None:
        key = re.sub(r"\[\d+\].*", "", key)
        for path, package in reversed(self.files()):
            if (line := line_of(path, package, key)) is not None:
                return path, line
        return None


def line_of(path: Path, package: str, key: str) -> int | None:
    """Return the line (from 0) on which a file of `package` sets `key`, or None."""
    inside = f"{key}." if package == "" else key
    if package and not inside.startswith(f"{package}."):
        return None
    names = (key[len(package) + 1 :] if package else key).split(".")
    node: yaml.Node | None = parse(path)
    line = None
    for name in names:
        if isinstance(node, yaml.ScalarNode) and "${" in node.value:
            return line  # the section is another one's: `render: ${more.render}`
        if not isinstance(node, yaml.MappingNode):
            return None
        pair = next(((k, v) for k, v in node.value if k.value == name), None)
        if pair is None:
            return None
        line, node = pair[0].start_mark.line, pair[1]
    return line


def is_secret(key: str) -> bool:
    """Whether the value of a key with this name is not for the eyes of others."""
    return _SECRET.search(key) is not None


def hidden(key: str, line: str) -> str:
    """Return a line without the value when the key holds a secret."""
    if not is_secret(key):
        return line if len(line) <= 160 else f"{line[:157]}..."
    name, sign, value = (
        re.split(r"([=:])", line, maxsplit=1) if re.search("[=:]", line) else (line, "", "")
    )
    return line if _INTERPOLATION.match(value.strip()) else f"{name}{sign} ***"
