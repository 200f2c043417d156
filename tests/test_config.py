"""Composing and checking: what becomes of a config that is right."""

from pathlib import Path

import pytest
from hydra.core.config_store import ConfigStore
from omegaconf import OmegaConf

from mas.config.loading import load_settings
from mas.config.opening import opened
from mas.config.settings import from_frozen
from mas.engine.settings import EngineConfig, Slots
from mas.errors import ConfigError
from mas.host import PluginHost, load_host
from mas.paths import shipped

ROLES = ("director", "writer", "cameraman", "verifier", "tuner", "sleeptime")


@pytest.fixture(scope="module")
def host() -> PluginHost:
    return load_host()


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAS_HOME", raising=False)


def test_every_slot_has_a_section(host: PluginHost, tmp_path: Path) -> None:
    found = load_settings(["brief=x"], host, cwd=tmp_path)

    slots = {
        *(f"agent.{role}" for role in ROLES), "llm", "memory.blocks", "memory.archive",
        "memory.buffers", "embedder", "render", "workflow", "scoring", "engine", "user",
    }  # fmt: skip
    assert slots <= set(found.sections)
    assert found.learn == "live"
    assert found.values["task"] == "produce"
    assert found.values["recipe"] == ""


def test_every_shipped_component_can_be_chosen_as_it_ships(
    host: PluginHost, tmp_path: Path
) -> None:
    for component in host.components():
        group = component.slot.replace(".", "/")
        if not list(shipped("conf").glob(f"{group}/{component.kind}.yaml")):
            continue

        found = load_settings(["brief=x", f"{group}={component.kind}"], host, cwd=tmp_path)

        assert isinstance(found.section(component.slot).config, component.config)


def test_a_section_is_the_dataclass_of_its_component(host: PluginHost, tmp_path: Path) -> None:
    found = load_settings(
        ["brief=x", "engine.slots.render=3", "engine.poll_s=2"], host, cwd=tmp_path
    )

    section = found.section("engine")

    assert (section.slot, section.kind) == ("engine", "local")
    assert section.config == EngineConfig(slots=Slots(write=4, render=3, grade=1), poll_s=2.0)


def test_a_missing_section_is_told(host: PluginHost, tmp_path: Path) -> None:
    found = load_settings(["brief=x", "~workflow"], host, cwd=tmp_path)

    with pytest.raises(ConfigError, match="no section workflow"):
        found.section("workflow")


def test_numbers_may_come_from_the_environment(
    host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAS_TEST_WIDTH", "640")

    found = load_settings(["brief=x", "render.width=${oc.env:MAS_TEST_WIDTH}"], host, cwd=tmp_path)

    assert found.section("render").config.width == 640
    assert found.frozen["render"]["width"] == "${oc.env:MAS_TEST_WIDTH}"


class TestStateFolder:
    def test_is_below_the_working_folder(
        self, host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)

        assert load_settings(["brief=x"], host).state_dir == tmp_path / ".mas"

    def test_comes_from_the_environment(
        self, host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MAS_HOME", str(tmp_path / "home"))

        assert load_settings(["brief=x"], host, cwd=tmp_path).state_dir == tmp_path / "home"

    def test_on_the_command_line_wins(
        self, host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MAS_HOME", str(tmp_path / "home"))

        found = load_settings(["brief=x", f"state_dir={tmp_path}/my, folder"], host, cwd=tmp_path)

        assert found.state_dir == tmp_path / "my, folder"


class TestFrozen:
    def test_gives_the_same_settings_again(self, host: PluginHost, tmp_path: Path) -> None:
        found = load_settings(["+recipe=quick", "brief=a fox", "user=anna"], host, cwd=tmp_path)

        again = from_frozen(found.frozen, host)

        assert again.values == found.values
        assert again.sections == found.sections
        assert (again.sha256, again.learn) == (found.sha256, found.learn)
        assert again.values["recipe"] == "quick"

    def test_changes_its_digest_with_any_value(self, host: PluginHost, tmp_path: Path) -> None:
        digests = {
            load_settings(argv, host, cwd=tmp_path).sha256
            for argv in (["brief=a"], ["brief=b"], ["brief=a", "render.width=640"])
        }

        assert len(digests) == 3

    def test_is_refused_when_a_component_is_gone(self, host: PluginHost, tmp_path: Path) -> None:
        found = load_settings(["brief=x"], host, cwd=tmp_path)
        frozen = {**found.frozen, "render": {**found.frozen["render"], "kind": "gone"}}

        with pytest.raises(ConfigError, match=r'render.kind is "gone"'):
            from_frozen(frozen, host)


class TestFoldersOfYourOwn:
    def test_an_option_of_yours_wins_over_the_shipped_one(
        self, host: PluginHost, tmp_path: Path
    ) -> None:
        (tmp_path / "conf/user").mkdir(parents=True)
        text = "kind: local\nname: Me\ntime_zone: UTC\n"
        (tmp_path / "conf/user/local.yaml").write_text(text)

        found = load_settings(["brief=x"], host, cwd=tmp_path)

        assert found.section("user").config.name == "Me"

    def test_a_preset_of_yours_composes_the_others(self, host: PluginHost, tmp_path: Path) -> None:
        (tmp_path / "conf/memory").mkdir(parents=True)
        text = "defaults:\n  - local\n  - _self_\nlearn: after\n"
        (tmp_path / "conf/memory/mine.yaml").write_text(text)

        found = load_settings(["brief=x", "memory=mine"], host, cwd=tmp_path)

        assert found.learn == "after"
        assert found.section("memory.blocks").kind == "sql"

    @pytest.mark.parametrize("word", ["off", '"off"', "false"])
    def test_off_is_off_however_yaml_reads_it(
        self, host: PluginHost, tmp_path: Path, word: str
    ) -> None:
        (tmp_path / "recipes").mkdir()
        (tmp_path / "recipes/mine.yaml").write_text(f"brief: x\nmemory:\n  learn: {word}\n")

        assert load_settings(["+recipe=mine"], host, cwd=tmp_path).learn == "off"

    def test_a_recipe_overrides_options_and_the_command_line_overrides_the_recipe(
        self, host: PluginHost, tmp_path: Path
    ) -> None:
        (tmp_path / "conf/embedder").mkdir(parents=True)
        (tmp_path / "conf/embedder/small.yaml").write_text("kind: lexical\ndimensions: 64\n")
        (tmp_path / "recipes").mkdir()
        (tmp_path / "recipes/mine.yaml").write_text(
            "defaults:\n  - override /embedder: small\n  - _self_\nbrief: x\nseed: 1\n"
        )

        found = load_settings(["+recipe=mine", "seed=2"], host, cwd=tmp_path)

        assert found.section("embedder").config.dimensions == 64
        assert found.values["seed"] == 2

    def test_an_embedder_can_be_chosen_although_the_preset_brings_it(
        self, host: PluginHost, tmp_path: Path
    ) -> None:
        (tmp_path / "conf/embedder").mkdir(parents=True)
        (tmp_path / "conf/embedder/small.yaml").write_text("kind: lexical\ndimensions: 64\n")

        found = load_settings(["embedder=small", "brief=x"], host, cwd=tmp_path)

        assert found.section("embedder").config.dimensions == 64


def test_code_of_your_own_may_fill_a_slot_when_it_is_trusted(
    host: PluginHost, tmp_path: Path
) -> None:
    argv = [
        "brief=x", "embedder=python", "embedder.target=mine.parts:open_it",
        "embedder.options={size: 3}", "trusted_packages=[mine]",
    ]  # fmt: skip

    section = load_settings(argv, host, cwd=tmp_path).section("embedder")

    assert (section.kind, section.component.build) == ("python", "mine.parts:open_it")
    assert section.config.options == {"size": 3}


@pytest.mark.parametrize("argv", [["brief=x"], ["+recipe=series", "seed=3", "memory/archive=sql"]])
def test_hydra_composes_the_same_without_sharing_its_store(
    host: PluginHost, tmp_path: Path, argv: list[str]
) -> None:
    with opened(host, tmp_path) as composer:
        shared = composer.compose(composer.read(argv)).config
        del ConfigStore.__deepcopy__  # opened() shares the store by this method
        try:
            copied = composer.compose(composer.read(argv)).config
        finally:
            ConfigStore.__deepcopy__ = lambda self, memo: self

    assert OmegaConf.to_yaml(shared) == OmegaConf.to_yaml(copied)
    assert list(shared) == list(copied)


def test_hydra_is_left_as_it_was(host: PluginHost, tmp_path: Path) -> None:
    before = sorted(ConfigStore.instance().repo)

    with opened(host, tmp_path):
        pass

    assert sorted(ConfigStore.instance().repo) == before
    assert "__deepcopy__" not in ConfigStore.__dict__
