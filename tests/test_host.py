"""The plugin host: what it collects, refuses, skips and tells."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest

from mas import hookimpl
from mas.errors import PluginError
from mas.host import CORE, NOT_INSTALLED, PluginHost, load_host
from mas.nouns import BlockSpec, Component, Outcome, Task
from mas.testing import HostBuilder, sample_outcome, sample_take

Install = Callable[..., None]


@dataclass(frozen=True, slots=True)
class NoConfig:
    """No keys."""


@dataclass(frozen=True, slots=True)
class Moods:
    """A block."""

    moods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vague:
    """A key whose type is nowhere."""

    fog: "Nowhere"  # type: ignore[name-defined]  # noqa: F821 - that is the mistake


FOG = Component("render", "fog", NoConfig, "fog:open_fog", "Fog.")
TASK = Task("sweep_up", "nothing", "fog:sweep_up", "Sweeps up.")
BLOCK = BlockSpec("moods", Moods, writers={}, readers={})


def plugin(name: str, **hooks: object) -> ModuleType:
    """Make a plugin module of hook functions; plain values become what a collect hook gives."""
    module = ModuleType(name)
    for hook, given in hooks.items():
        setattr(module, hook, given if callable(given) else _giving(hook, given))
    return module


def _giving(hook: str, given: object) -> object:
    def give() -> object:
        return given

    give.__name__ = hook
    return hookimpl(give)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a distribution with one plugin for the test."""

    def add(name: str, code: str, *, version: str = "0.3", files: Iterable[str] = ()) -> None:
        info = tmp_path / f"{name}-{version}.dist-info"
        info.mkdir()
        title = name.replace("_", "-")
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {title}\nVersion: {version}\n", encoding="utf-8"
        )
        (info / "entry_points.txt").write_text(f"[mas]\n{name} = {name}\n", encoding="utf-8")
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(code, encoding="utf-8")
        for file in files:
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).touch()
        monkeypatch.delitem(sys.modules, name, raising=False)

    monkeypatch.syspath_prepend(tmp_path)
    return add


def installed() -> PluginHost:
    return load_host(core=False)


def reasons(host: PluginHost) -> dict[str, str]:
    return {failure.name: failure.reason for failure in host.failures}


def test_what_a_plugin_declares_is_collected(mas_host: HostBuilder, tmp_path: Path) -> None:
    fog = plugin(
        "mas_fog",
        mas_components=[FOG],
        mas_tasks=[TASK],
        mas_blocks=[BLOCK],
        mas_config_folders=[tmp_path],
    )

    host = mas_host(fog)

    assert (host.components(), host.tasks(), host.blocks()) == ([FOG], [TASK], [BLOCK])
    assert [(one.provider, one.path) for one in host.config_folders()] == [("mas_fog", tmp_path)]
    assert host.plugins[0].hooks == (
        "mas_blocks",
        "mas_components",
        "mas_config_folders",
        "mas_tasks",
    )


def test_a_plugin_without_an_answer_adds_nothing(mas_host: HostBuilder) -> None:
    assert mas_host(plugin("mas_fog", mas_components=None)).components() == []


@pytest.mark.parametrize(
    ("hook", "item", "what"),
    [
        pytest.param("mas_components", FOG, "render kind 'fog'", id="component"),
        pytest.param("mas_tasks", TASK, "task 'sweep_up'", id="task"),
        pytest.param("mas_blocks", BLOCK, "block 'moods'", id="block"),
    ],
)
def test_the_same_thing_twice_names_both_plugins(
    mas_host: HostBuilder, hook: str, item: object, what: str
) -> None:
    with pytest.raises(PluginError, match=f"{what} comes from two plugins: 'mas_one', 'mas_two'"):
        mas_host(plugin("mas_one", **{hook: [item]}), plugin("mas_two", **{hook: [item]}))


def test_the_later_of_two_is_skipped_and_the_earlier_stays() -> None:
    one, two = plugin("mas_one", mas_tasks=[TASK]), plugin("mas_two", mas_tasks=[TASK])

    host = load_host(one, two, entry_points=False, core=False)

    assert [info.name for info in host.plugins] == ["mas_one"]
    assert list(reasons(host)) == ["mas_two"]
    assert host.tasks() == [TASK]


def test_a_misspelt_hook_is_an_error_with_the_nearest_name(mas_host: HostBuilder) -> None:
    with pytest.raises(
        PluginError, match="mas_componets is no hook of mas; did you mean mas_components"
    ):
        mas_host(plugin("mas_fog", mas_componets=[FOG]))


def test_a_forgotten_marker_is_an_error(mas_host: HostBuilder) -> None:
    with pytest.raises(PluginError, match="mas_components is not marked with @hookimpl"):
        mas_host(plugin("mas_fog", mas_components=lambda: [FOG]))


def test_an_argument_that_no_hook_has_is_an_error(mas_host: HostBuilder) -> None:
    @hookimpl
    def mas_take_graded(mark: str) -> None: ...

    with pytest.raises(PluginError, match="mark"):
        mas_host(plugin("mas_fog", mas_take_graded=mas_take_graded))


def test_an_async_hook_is_an_error(mas_host: HostBuilder) -> None:
    @hookimpl
    async def mas_production_finished(outcome: Outcome) -> None: ...

    with pytest.raises(PluginError, match="mas_production_finished must be a plain function"):
        mas_host(plugin("mas_fog", mas_production_finished=mas_production_finished))


def test_a_wrong_answer_is_an_error(mas_host: HostBuilder) -> None:
    with pytest.raises(PluginError, match="mas_components gave 'fog', which is no Component"):
        mas_host(plugin("mas_fog", mas_components=["fog"]))


@pytest.mark.parametrize(
    ("component", "reason"),
    [
        pytest.param(replace(FOG, config=dict), "which is no dataclass", id="config"),
        pytest.param(replace(FOG, config=Vague), "name 'Nowhere' is not defined", id="types"),
        pytest.param(replace(FOG, build="fog.open"), "write package.module:callable", id="build"),
    ],
)
def test_a_component_that_could_never_open_is_an_error(
    mas_host: HostBuilder, component: Component, reason: str
) -> None:
    with pytest.raises(PluginError, match=f"render kind 'fog' has .*{reason}"):
        mas_host(plugin("mas_fog", mas_components=[component]))


def test_a_plugin_that_was_refused_leaves_nothing_behind() -> None:
    host = load_host(
        plugin("mas_fog", mas_components=[FOG], mas_taks=[TASK]),
        plugin("mas_mist", mas_components=[FOG]),
        entry_points=False,
        core=False,
    )

    assert [info.name for info in host.plugins] == ["mas_mist"]
    assert list(reasons(host)) == ["mas_fog"]


def test_the_same_plugin_twice_is_refused(mas_host: HostBuilder) -> None:
    fog = plugin("mas_fog")

    with pytest.raises(PluginError, match=r"a plugin named 'mas_fog' .* is here already"):
        mas_host(fog, fog)


def test_an_installed_plugin_is_found_with_its_config(install: Install) -> None:
    install("mas_t_found", "", files=["conf/recipe/found.yaml"])

    (info,) = [info for info in installed().plugins if info.name == "mas_t_found"]

    assert (info.distribution, info.version, info.module) == ("mas-t-found", "0.3", "mas_t_found")
    assert [folder.path.name for folder in info.config_folders] == ["conf"]


def test_a_plugin_that_cannot_be_imported_is_named_and_skipped(install: Install) -> None:
    install("mas_t_broken", "import no_such_thing")
    install("mas_t_fine", "")

    host = installed()

    failures = {failure.name: failure for failure in host.failures}
    assert str(failures["mas_t_broken"]) == (
        "plugin 'mas_t_broken' (mas-t-broken 0.3) cannot be used: "
        "ModuleNotFoundError: No module named 'no_such_thing'"
    )
    assert "mas_t_fine" in {info.name for info in host.plugins}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        pytest.param("raise SystemExit(3)", "SystemExit: 3", id="exits"),
        pytest.param(
            "import mas\n@mas.hookimpl\ndef mas_tasks():\n    yield 1 / 0",
            "mas_tasks raised ZeroDivisionError: division by zero",
            id="collect hook raises",
        ),
        pytest.param(
            "import mas\n@mas.hookimpl\ndef mas_task():\n    return []",
            "mas_task is no hook of mas; did you mean mas_tasks?",
            id="misspelt hook",
        ),
    ],
)
def test_a_broken_plugin_breaks_no_other(install: Install, code: str, reason: str) -> None:
    install("mas_t_bad", code)
    install("mas_t_fine", "")

    host = installed()

    assert reasons(host)["mas_t_bad"] == reason
    assert "mas_t_fine" in {info.name for info in host.plugins}


def test_strict_makes_a_broken_plugin_fatal(install: Install) -> None:
    install("mas_t_bad", "raise ValueError('no')")

    with pytest.raises(
        PluginError, match=r"'mas_t_bad' \(mas-t-bad 0.3\) cannot be used: ValueError"
    ):
        load_host(core=False, strict=True)
    with pytest.raises(PluginError, match="mas_t_bad"):
        installed().require_all()


def test_a_host_without_failures_is_complete(mas_host: HostBuilder) -> None:
    mas_host(plugin("mas_fog")).require_all()


def test_a_strangers_duplicate_of_a_shelf_plugin_loses(install: Install) -> None:
    install("a_t_series", "")
    stranger = Path(sys.path[0]) / "a_t_series-0.3.dist-info" / "entry_points.txt"
    stranger.write_text("[mas]\nseries = a_t_series\n", encoding="utf-8")

    host = installed()

    assert "a plugin named 'series' (a_t_series) is here already" in reasons(host)["series"]


def test_a_bare_checkout_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])

    assert installed().hint == NOT_INSTALLED


def test_an_installed_mas_needs_no_hint() -> None:
    assert installed().hint == ""


def test_one_failing_notice_does_not_stop_the_others(
    mas_host: HostBuilder, mas_log: list[str]
) -> None:
    told: list[str] = []

    @hookimpl
    def fails(outcome: Outcome) -> None:
        raise ValueError(f"no {{braces}} about {outcome.production_id}")

    @hookimpl
    def listens(outcome: Outcome) -> None:
        told.append(outcome.production_id)

    host = mas_host(
        plugin("mas_one", mas_production_finished=fails),
        plugin("mas_two", mas_production_finished=listens),
    )
    host.production_finished(outcome=sample_outcome(production_id="p-1"))

    assert told == ["p-1"]
    assert any(
        line.startswith("WARNING plugin mas_one failed in mas_production_finished")
        for line in mas_log
    )


def test_a_notice_passes_only_the_arguments_that_are_named(mas_host: HostBuilder) -> None:
    told: list[object] = []

    @hookimpl
    def first(take: object) -> None:
        told.append(take)

    @hookimpl
    def second(assessment: object, take: object) -> None:
        told.append(assessment)

    take = sample_take()
    assert take.assessment
    host = mas_host(
        plugin("mas_one", mas_take_graded=first), plugin("mas_two", mas_take_graded=second)
    )
    host.take_graded(take=take, assessment=take.assessment)

    assert told == [take, take.assessment]


def test_a_plugin_registered_late_still_meets_the_studio(mas_host: HostBuilder) -> None:
    met: list[tuple[str, object]] = []

    def greeter(name: str) -> ModuleType:
        @hookimpl
        def mas_studio_opened(studio: object) -> None:
            met.append((name, studio))

        return plugin(name, mas_studio_opened=mas_studio_opened)

    host = mas_host(greeter("mas_early"))
    host.studio_opened("studio")
    host.register(greeter("mas_late"))

    assert met == [("mas_early", "studio"), ("mas_late", "studio")]


def test_tryfirst_comes_first(mas_host: HostBuilder) -> None:
    told: list[str] = []

    def listener(name: str, *, tryfirst: bool) -> ModuleType:
        @hookimpl(tryfirst=tryfirst)
        def mas_production_finished(outcome: Outcome) -> None:
            told.append(name)

        return plugin(name, mas_production_finished=mas_production_finished)

    host = mas_host(listener("mas_calm", tryfirst=False), listener("mas_keen", tryfirst=True))
    host.production_finished(outcome=sample_outcome())

    assert told == ["mas_keen", "mas_calm"]


def test_loading_every_plugin_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from mas.host import load_host\n"
        "assert len(load_host(strict=True).plugins) > 1\n"
        "heavy = {'aiohttp', 'av', 'cv2', 'dbos', 'dspy', 'hydra', 'jinja2', 'numpy', 'omegaconf',\n"
        "         'qdrant_client', 'sqlalchemy', 'torch'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_the_core_comes_first() -> None:
    first = load_host().plugins[0]

    assert (first.name, first.module, first.distribution) == (CORE, "mas.builtins", "mas-video")
