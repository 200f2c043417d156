"""The tasks `plugins` and `plugin_new`."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mas import hookimpl
from mas.cli import plugins, scaffold
from mas.errors import RequestError
from mas.host import PluginFailure, PluginHost, load_host
from mas.nouns import Component
from mas.testing import HostBuilder


@dataclass
class Context:
    """What a task gets, and the answer it gave."""

    host: PluginHost
    values: Mapping[str, Any] = field(default_factory=dict)
    config: Any = None
    studio: Any = None
    text: str = ""
    document: Mapping[str, Any] = field(default_factory=dict)

    def answer(self, text: str, document: Mapping[str, Any]) -> None:
        self.text, self.document = text, document


@dataclass(frozen=True, slots=True)
class NoConfig:
    """No keys."""


def fog() -> ModuleType:
    module = ModuleType("mas_fog")

    @hookimpl
    def mas_components() -> list[Component]:
        return [Component("render", "fog", NoConfig, "mas_fog:open_fog", "Fog.")]

    module.mas_components = mas_components  # type: ignore[attr-defined]
    return module


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# --- plugins ----------------------------------------------------------------


def test_plugins_tells_what_each_brings(mas_host: HostBuilder) -> None:
    context = Context(mas_host(fog()))

    assert plugins.run(context) == 0

    assert context.text.splitlines()[0] == "mas_fog (mas_fog, not installed)"
    assert "components  render=fog" in context.text
    assert "hooks       mas_components" in context.text
    (entry,) = context.document["plugins"]
    assert entry["components"] == [{"slot": "render", "kind": "fog", "summary": "Fog."}]


def test_plugins_tells_the_recipes_of_each() -> None:
    context = Context(load_host())

    plugins.run(context)

    entries = {entry["name"]: entry for entry in context.document["plugins"]}
    assert {"plugins", "plugin_new"} <= set(entries["core"]["recipes"])
    assert entries["series"]["recipes"] == ["series"]
    assert entries["series"]["distribution"] == "mas-video"
    assert entries["series"]["version"]


def test_plugins_tells_the_recipes_of_this_folder(mas_host: HostBuilder) -> None:
    Path("recipes").mkdir()
    Path("recipes", "mine.yaml").write_text("brief: a pond\n", encoding="utf-8")
    context = Context(mas_host(fog()))

    plugins.run(context)

    assert context.document["your_recipes"] == ["mine"]
    assert "yours (this folder)\n  recipes     mine" in context.text


def test_plugins_tells_what_failed_and_why(mas_host: HostBuilder) -> None:
    host = mas_host(fog())
    host.skip(PluginFailure("mist", "mas-mist", "0.3", "ValueError: no"), ValueError("no"))
    context = Context(host)

    assert plugins.run(context) == 0

    assert "skipped\n  mist (mas-mist 0.3): ValueError: no" in context.text
    assert context.document["failures"] == [
        {"name": "mist", "distribution": "mas-mist", "version": "0.3", "reason": "ValueError: no"}
    ]


def test_plugins_gives_the_hint_of_a_bare_checkout(mas_host: HostBuilder) -> None:
    host = mas_host(fog())
    host.hint = "run this"
    context = Context(host)

    plugins.run(context)

    assert context.text.endswith("run this")
    assert context.document["hint"] == "run this"


def test_the_answer_is_json() -> None:
    context = Context(load_host())

    plugins.run(context)

    assert json.loads(json.dumps(context.document)) == context.document


def test_a_broken_recipe_is_listed_as_skipped(tmp_path: Path) -> None:
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "torn.yaml").write_text("brief: [\n")
    (tmp_path / "recipes" / "whole.yaml").write_text("brief: x\n")
    context = Context(load_host(entry_points=False))

    plugins.run(context)

    assert "recipe torn: recipes/torn.yaml, line 2" in context.text
    assert list(context.document["broken_recipes"]) == ["torn"]
    assert context.document["your_recipes"] == ["whole"]


# --- plugin_new -------------------------------------------------------------


@pytest.mark.parametrize("shape", scaffold.SHAPES)
def test_a_new_plugins_tests_pass_at_once(mas_host: HostBuilder, shape: str) -> None:
    context = Context(mas_host(), {"name": "mas_glow_worm", "shape": shape})

    assert scaffold.run(context) == 0
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "mas_glow_worm"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " passed" in ran.stdout


@pytest.mark.parametrize("shape", scaffold.SHAPES)
def test_a_new_plugin_is_accepted_by_the_host(
    mas_host: HostBuilder, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    name = f"mas_fresh_{shape}"
    scaffold.run(Context(mas_host(), {"name": name, "shape": shape}))
    monkeypatch.syspath_prepend(Path.cwd() / name)

    (info,) = mas_host(__import__(name)).plugins

    (component,) = info.components
    assert (component.slot, component.kind) == (shape, f"fresh_{shape}")
    (folder,) = info.config_folders
    values = (folder.path / shape / f"fresh_{shape}.yaml").read_text(encoding="utf-8")
    keys = [line.split(":")[0] for line in values.splitlines() if not line.startswith("#")]
    assert keys == ["kind", *(field.name for field in fields(component.config))]
    assert (folder.path / "recipe" / f"fresh_{shape}.yaml").is_file()


def test_the_answer_says_what_to_do_next(mas_host: HostBuilder) -> None:
    context = Context(mas_host(), {"name": "mas_limerick"})

    scaffold.run(context)

    assert context.document["next"] == [
        "pytest mas_limerick",
        "pip install -e ./mas_limerick",
        "mas +recipe=limerick",
    ]
    assert all(Path("mas_limerick", file).is_file() for file in context.document["files"])


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param({}, "a plugin needs a name; write name=mas_limerick", id="no name"),
        pytest.param({"name": "limerick"}, "name is 'limerick'; write mas_ and", id="no prefix"),
        pytest.param({"name": "mas_Limerick"}, "name is 'mas_Limerick'", id="upper case"),
        pytest.param({"name": "mas_../up"}, "name is 'mas_../up'", id="path"),
        pytest.param({"name": "mas_class"}, "name is 'mas_class'", id="keyword"),
        pytest.param({"name": "mas_series"}, "'mas_series' is installed already", id="installed"),
        pytest.param({"name": "mas_x", "shape": "cube"}, "shape is 'cube'; choose", id="shape"),
    ],
)
def test_what_cannot_be_made_is_refused(
    mas_host: HostBuilder, values: Mapping[str, str], reason: str
) -> None:
    with pytest.raises(RequestError) as refused:
        scaffold.run(Context(mas_host(), values))

    assert reason in str(refused.value)
    assert list(Path.cwd().iterdir()) == []


def test_an_existing_folder_is_left_alone(mas_host: HostBuilder) -> None:
    Path("mas_limerick").mkdir()

    with pytest.raises(RequestError, match=r"\./mas_limerick is here already"):
        scaffold.run(Context(mas_host(), {"name": "mas_limerick"}))

    assert list(Path("mas_limerick").iterdir()) == []


def test_a_kind_that_exists_is_refused(mas_host: HostBuilder) -> None:
    module = ModuleType("mas_owl")

    @hookimpl
    def mas_components() -> list[Component]:
        return [Component("use_case", "limerick", NoConfig, "mas_owl:open_owl")]

    module.mas_components = mas_components  # type: ignore[attr-defined]

    with pytest.raises(RequestError, match="use_case kind 'limerick' exists already"):
        scaffold.run(Context(mas_host(module), {"name": "mas_limerick"}))
