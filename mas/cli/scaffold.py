"""The task `plugin_new`: write a whole plugin distribution whose tests pass at once."""

import keyword
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from string import Template

from mas import __version__
from mas.errors import RequestError
from mas.host import PluginHost
from mas.protocols import TaskContext

SHAPES = ("use_case", "evaluator")
_FILES = Path(__file__).parent / "scaffold_files"
_NAME = re.compile(r"mas_(?P<kind>[a-z][a-z0-9]*(?:_[a-z0-9]+)*)")


def run(context: TaskContext) -> int:
    """Write ./NAME and say what to do with it."""
    name = str(context.values.get("name") or "")
    shape = str(context.values.get("shape") or SHAPES[0])
    if shape not in SHAPES:
        raise RequestError(f"shape is {shape!r}; choose {' or '.join(SHAPES)}")
    kind = _kind(name)
    _refuse_taken(context.host, name, shape=shape, kind=kind)
    files = render(name, shape)
    folder = Path.cwd() / name
    _write(folder, files)
    steps = (f"pytest {name}", f"pip install -e ./{name}", f"mas +recipe={kind}")
    context.answer(
        "\n".join(
            [
                f"wrote ./{name}:",
                *(f"  {path}" for path in files),
                "next:",
                *map("  {}".format, steps),
            ]
        ),
        {"folder": str(folder), "files": list(files), "next": list(steps)},
    )
    return 0


def render(name: str, shape: str) -> dict[str, str]:
    """Return the files of a new plugin by path, sorted.

    Raises:
        RequestError: the name cannot be that of a plugin package.
    """
    kind = _kind(name)
    words = {
        "package": name,
        "kind": kind,
        "title": kind.replace("_", " "),
        "type": "".join(word.capitalize() for word in kind.split("_")),
        "distribution": name.replace("_", "-"),
        "mas_version": __version__,
    }
    return dict(sorted({**_rendered("common", words), **_rendered(shape, words)}.items()))


def _rendered(shape: str, words: Mapping[str, str]) -> dict[str, str]:
    """Fill in the templates of one folder; `__kind__` in a path stands for the kind."""
    files = {}
    for template in (_FILES / shape).rglob("*.tmpl"):
        path = template.relative_to(_FILES / shape).with_suffix("").as_posix()
        path = path.replace("__package__", words["package"]).replace("__kind__", words["kind"])
        files[path] = Template(template.read_text(encoding="utf-8")).substitute(words)
    return files


def _kind(name: str) -> str:
    """Return the kind that a package name stands for ("mas_limerick": "limerick")."""
    if not name:
        raise RequestError("a plugin needs a name; write name=mas_limerick")
    hit = _NAME.fullmatch(name)
    if hit is None or keyword.iskeyword(hit["kind"]):
        raise RequestError(
            f"name is {name!r}; write mas_ and lower-case words joined by _, such as mas_limerick"
        )
    return hit["kind"]


def _refuse_taken(host: PluginHost, name: str, *, shape: str, kind: str) -> None:
    if (Path.cwd() / name).exists():
        raise RequestError(f"./{name} is here already; choose another name, or remove it")
    if find_spec(name) is not None:
        raise RequestError(f"a package named {name!r} is installed already; choose another name")
    if any((one.slot, one.kind) == (shape, kind) for one in host.components()):
        raise RequestError(f"{shape} kind {kind!r} exists already; choose another name")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    try:
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RequestError(f"cannot write {folder}: {error.strerror or error}") from error
