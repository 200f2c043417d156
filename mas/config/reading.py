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
    if at_root:
        _keep_text(node)
    try:
        made: DictConfig = OmegaConf.create(_construct(node))
    except yaml.YAMLError as error:
        raise BrokenFileError(path, _describe(error, path, path.read_text("utf-8"))) from error
    except (OmegaConfBaseException, TypeError) as error:
        raise BrokenFileError(path, f"{shown(path)}: {_first_line(error)}") from error
    return made


def parse(path: Path) -> yaml.MappingNode | None:
    """Return the root node of a YAML file, None when it is empty.

    Raises:
        BrokenFileError: it is not readable, not YAML, or no mapping.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFileError(path, f"{shown(path)} cannot be read: {error}") from error
    try:
        node = yaml.compose(text, Loader=_loader())
        _refuse_duplicates(node)
    except yaml.YAMLError as error:
        raise BrokenFileError(path, _describe(error, path, text)) from error
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise BrokenFileError(path, f"{shown(path)}, line 1: expected keys and values")
    return node


def header(path: Path) -> list[str]:
    """Return the comment lines at the top of a file, without their marks."""
    lines = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
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
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return (
        f"{shown(path)}, line {mark.line + 1}, column {mark.column + 1}: {problem}\n"
        f"  {line}\n  {' ' * mark.column}^"
    )


def _first_line(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error).strip().split("\n", 1)[0])
