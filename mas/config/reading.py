"""Read one YAML file: free text stays text, `_target_` is refused, mistakes name their line."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from omegaconf import DictConfig, OmegaConf
from omegaconf._utils import get_yaml_loader
from omegaconf.errors import OmegaConfBaseException

from mas.config.declared import NO_HYDRA, NO_TARGET
from mas.config.text import protect
from mas.errors import ConfigError
from mas.paths import shown

_TEXT_KEYS = ("brief", "prompt", "title", "name")
_HYDRA_OPTION = re.compile(r"(override\s+)?/?hydra/")
_STRING = "tag:yaml.org,2002:str"


class BrokenFileError(ConfigError):
    """A YAML file that cannot be used; `path` is the file."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


def load(path: Path, *, at_root: bool) -> DictConfig:
    """Read a YAML file whose root is a mapping (or nothing); `at_root` files hold free text.

    Raises:
        BrokenFileError: it is not readable, not YAML, no mapping, or asks for a `_target_`.
    """
    node = parse(path)
    if node is None:
        return OmegaConf.create({})
    _refuse_hydra(node, path)
    _check_defaults(node, path)
    if at_root:
        _keep_text(node)
    try:
        made = OmegaConf.create(_construct(node))
        assert isinstance(made, DictConfig)
    except yaml.YAMLError as error:
        raise BrokenFileError(path, _describe(error, path, path.read_text("utf-8-sig"))) from error
    except (OmegaConfBaseException, TypeError, ValueError, RecursionError) as error:
        raise BrokenFileError(path, f"{shown(path)}: {_first_line(error)}") from error
    return made


def parse(path: Path) -> yaml.MappingNode | None:
    """Return the root node of a YAML file, None when it is empty.

    Raises:
        BrokenFileError: it is not readable, not YAML, or no mapping.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFileError(path, f"{shown(path)} cannot be read: {error}") from error
    try:
        node = yaml.compose(text, Loader=_loader())
        _refuse_circles(node)
        _refuse_duplicates(node)
    except yaml.YAMLError as error:
        raise BrokenFileError(path, _describe(error, path, text)) from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise BrokenFileError(path, f"{shown(path)}, line 1: expected keys and values")
    return node


def header(path: Path) -> list[str]:
    """Return the comment lines at the top of a file, without their marks."""
    lines = []
    for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("#").strip())
    return lines


@cache
def _loader() -> type:
    """Return a loader in C with the scalars of OmegaConf (1e3 is a number, a date is text)."""
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = get_yaml_loader().yaml_implicit_resolvers
    return type("_Loader", (base,), {"yaml_implicit_resolvers": resolvers})


def _construct(node: yaml.MappingNode) -> Any:
    loader = _loader()("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield every key with its value, at any depth."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, value
            yield from _pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pairs(item)


def _refuse_circles(node: yaml.Node | None, *above: yaml.Node) -> None:
    """Refuse an anchor that holds its own alias."""
    if node is None:
        return
    if any(node is it for it in above):
        raise yaml.MarkedYAMLError(
            problem="an alias stands inside what it repeats", problem_mark=node.start_mark
        )
    if isinstance(node, yaml.MappingNode):
        inside = [item for pair in node.value for item in pair]
    else:
        inside = node.value if isinstance(node, yaml.SequenceNode) else []
    for item in inside:
        _refuse_circles(item, *above, node)


def _refuse_duplicates(node: yaml.Node | None) -> None:
    mappings = [node, *(value for _, value in _pairs(node))]
    for mapping in mappings:
        if isinstance(mapping, yaml.MappingNode):
            seen: set[str] = set()
            for key, _ in mapping.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    raise yaml.MarkedYAMLError(
                        problem=f"the key {key.value!r} stands here twice",
                        problem_mark=key.start_mark,
                    )
                seen.add(str(key.value))


def _keep_text(node: yaml.MappingNode) -> None:
    """Make the free-text keys of the root strings as written: 3, null, ${5} and all."""
    for key, value in node.value:
        if key.value in _TEXT_KEYS and isinstance(value, yaml.ScalarNode):
            empty = not value.style and value.value in ("", "null", "~", "???")
            if not empty:
                value.tag = _STRING
                value.value = protect(value.value, keep_env=True)


def _check_defaults(root: yaml.MappingNode, path: Path) -> None:
    """Refuse a defaults list that is none, or holds what cannot be chosen."""
    for key, value in root.value:
        if key.value != "defaults":
            continue
        items = value.value if isinstance(value, yaml.SequenceNode) else [None]
        for item in items:
            if not _is_default(item):
                at: Any = item or key
                line = at.start_mark.line
                text = path.read_text(encoding="utf-8-sig").splitlines()[line].strip()
                raise BrokenFileError(
                    path,
                    "defaults is a list of options; write each as `- GROUP: OPTION`, a recipe as "
                    f"`- NAME`\n  {shown(path)}, line {line + 1}: {text}",
                )


def _is_default(item: yaml.Node | None) -> bool:
    """Whether an item of a defaults list is a name, or one group with an option."""
    if isinstance(item, yaml.ScalarNode):
        return bool(item.tag == _STRING)
    if not isinstance(item, yaml.MappingNode) or len(item.value) != 1:
        return False
    ((group, option),) = item.value
    options = option.value if isinstance(option, yaml.SequenceNode) else [option]
    return bool(group.tag == _STRING) and all(isinstance(it, yaml.ScalarNode) for it in options)


def _refuse_hydra(node: yaml.MappingNode, path: Path) -> None:
    """Refuse what only Hydra would act on: `_target_` anywhere, and settings of its own."""
    top = [key for key, _ in node.value if key.value == "hydra"]
    for key, _ in _pairs(node):
        reason = NO_TARGET if key.value == "_target_" else ""
        if key in top or _HYDRA_OPTION.match(str(key.value)):
            reason = NO_HYDRA
        if reason:
            line = key.start_mark.line + 1
            raise BrokenFileError(path, f"{reason}\n  {shown(path)}, line {line}: {key.value}")


def _describe(error: yaml.YAMLError, path: Path, text: str) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or _first_line(error)
    if mark is None:
        return f"{shown(path)} is no valid YAML: {problem}"
    opened = getattr(error, "context_mark", None)
    lines = text.splitlines()
    if opened is not None and opened.line != mark.line:
        problem += f" ({getattr(error, 'context', None) or 'inside'}, from line {opened.line + 1})"
        mark = opened if mark.line >= len(lines) else mark  # the end of a file shows nothing
    line = lines[mark.line] if mark.line < len(lines) else ""
    return (
        f"{shown(path)}, line {mark.line + 1}, column {mark.column + 1}: {problem}\n"
        f"  {line}\n  {' ' * mark.column}^"
    )


def _first_line(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error).strip().split("\n", 1)[0])
