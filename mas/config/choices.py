"""What the defaults lists choose, and where each choice stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from mas.config.arguments import Argument
from mas.config.folders import PRIMARY, Folder, find
from mas.config.reading import parse
from mas.paths import shown


@dataclass(frozen=True, slots=True)
class Choice:
    """An item of a defaults list: whose it is, which group and option it chooses, where it stands."""

    option: str
    group: str
    target: str
    place: str


def choices(arguments: Sequence[Argument], folders: Sequence[Folder]) -> Iterator[Choice]:
    """Yield every item of every defaults list that is reached, those of arguments first."""
    seen: set[str] = set()
    todo = [f"recipe/{a.text.partition('=')[2]}" for a in arguments if a.key == "recipe"]
    todo += [f"{a.key}/{a.text.partition('=')[2]}" for a in arguments if a.key != "recipe"]
    todo.append(PRIMARY)
    while todo:
        option = todo.pop(0)
        folder = find(folders, option)
        if folder is None or option in seen:
            continue
        seen.add(option)
        for choice in items(folder.file(option), option):
            yield choice
            todo.append(choice.target)


def items(path: Path, option: str) -> Iterator[Choice]:
    """Yield the items of one file's defaults list."""
    root, parent = parse(path), option.rpartition("/")[0]
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for key, value in root.value if root is not None else ():
        if key.value != "defaults" or not isinstance(value, yaml.SequenceNode):
            continue
        for item in value.value:
            pairs = item.value if isinstance(item, yaml.MappingNode) else [(None, item)]
            for group, name in pairs:
                wanted = "" if group is None else str(group.value).split(" ")[-1].partition("@")[0]
                full = wanted[1:] if wanted.startswith("/") else f"{parent}/{wanted}".strip("/")
                line = item.start_mark.line
                place = f"{shown(path)}, line {line + 1}: {lines[line].strip().removeprefix('- ')}"
                yield Choice(option, full, f"{full}/{name.value}".strip("/"), place)
