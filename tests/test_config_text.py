"""Any text that a person types, or writes in YAML, arrives unchanged."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hydra.core.override_parser.overrides_parser import OverridesParser
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from omegaconf import OmegaConf

from mas.config.composing import Composer
from mas.config.loading import load_settings
from mas.config.opening import opened
from mas.config.settings import check, from_frozen
from mas.config.text import frozen_text, quote, thawed_text
from mas.errors import ConfigError
from mas.host import PluginHost, load_host

# A command line and YAML can hold neither NUL nor lone surrogates.
TYPED = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
NASTY = st.lists(
    st.sampled_from(
        [*"'\"\\,[]{}()#=:;$ \t\n", "${", "}", "oc.env:HOME", "null", "3", "é", "🦊", "a"]
    ),
    max_size=12,
).map("".join)
PATIENT = settings(  # each example composes a whole config
    deadline=None,
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def host() -> PluginHost:
    return load_host()


@pytest.fixture(scope="module")
def composer(host: PluginHost, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Composer]:
    with opened(host, tmp_path_factory.mktemp("empty")) as found:
        yield found


def arrives(composer: Composer, host: PluginHost, text: str, *, key: str, multirun: bool) -> str:
    arguments = composer.read(
        [f"{key}={text}", "brief=x"][: 1 if key == "brief" else 2], multirun=multirun
    )
    (job,) = composer.jobs(arguments)
    return str(check(composer.compose(job), host).values[key])


@settings(deadline=None, max_examples=100)
@given(text=TYPED | NASTY)
def test_a_quoted_text_passes_hydra_and_omegaconf(text: str) -> None:
    override = OverridesParser.create().parse_override(f"++key={quote(text)}")

    config = OmegaConf.create({"key": override.value()})

    frozen = frozen_text(config.key if text != "???" else override.value())
    assert thawed_text(frozen, {}) == text


@PATIENT
@given(text=TYPED | NASTY, multirun=st.booleans())
@example(text="it's a fox, a cat", multirun=True)
@example(text="[1, 2]", multirun=False)
@example(text="# no comment", multirun=False)
@example(text="a=b", multirun=False)
@example(text="costs ${5} or ${oc.env:HOME} or \\${x}", multirun=True)
@example(text="3", multirun=False)
@example(text="null", multirun=False)
@example(text="trailing \\", multirun=True)
@example(text="${a}\\", multirun=False)
@example(text="two\nlines\r\n", multirun=True)
@example(text="  spaces around  ", multirun=True)
@example(text="'quoted'", multirun=True)
@example(text='"quoted"', multirun=True)
@example(text="range(1,5)", multirun=True)
@example(text="???", multirun=False)
def test_a_typed_prompt_arrives_unchanged(
    composer: Composer, host: PluginHost, *, text: str, multirun: bool
) -> None:
    assert arrives(composer, host, text, key="prompt", multirun=multirun) == text


@PATIENT
@given(text=(TYPED | NASTY).filter(str.strip))
def test_a_typed_brief_arrives_unchanged(composer: Composer, host: PluginHost, text: str) -> None:
    assert arrives(composer, host, text, key="brief", multirun=False) == text


@PATIENT
@given(text=(TYPED | NASTY).filter(lambda text: text.strip() and text != "???"))
def test_a_user_may_have_any_name(composer: Composer, host: PluginHost, text: str) -> None:
    arguments = composer.read([f"user={text}", "brief=x"])

    found = check(composer.compose(arguments), host)

    expected = "default" if text == "local" else text
    assert found.section("user").config.name == expected


@PATIENT
@given(text=(TYPED | NASTY).filter(str.strip))
def test_a_text_survives_freezing(composer: Composer, host: PluginHost, text: str) -> None:
    settings = check(composer.compose(composer.read([f"brief={text}"])), host)

    again = from_frozen(settings.frozen, host)

    assert again.values["brief"] == text
    assert again.sha256 == settings.sha256


@given(text=TYPED | NASTY)
def test_frozen_text_thaws_to_itself(text: str) -> None:
    assert thawed_text(frozen_text(text), {}) == text


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("it's a fox, [b] = {c}", id="plain"),
        pytest.param("3", id="number"),
        pytest.param("1_000", id="number with underscores"),
        pytest.param("yes", id="yes"),
        pytest.param("2024-01-01", id="date"),
        pytest.param("costs ${5} and ${foo.bar}", id="dollars"),
        pytest.param("a ${b", id="open brace"),
        pytest.param("ends in a backslash \\", id="backslash"),
    ],
)
def test_a_brief_in_a_recipe_arrives_unchanged(
    host: PluginHost, tmp_path: Path, written: str
) -> None:
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "mine.yaml").write_text(f"# Mine.\nbrief: {written}\n")

    found = load_settings(["+recipe=mine"], host, cwd=tmp_path)

    assert found.values["brief"] == written


def test_a_recipe_may_read_the_environment_into_its_brief(
    host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAS_TEST_ANIMAL", "fox")
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "mine.yaml").write_text('brief: "a ${oc.env:MAS_TEST_ANIMAL}, ${5}"\n')

    found = load_settings(["+recipe=mine"], host, cwd=tmp_path)

    assert found.values["brief"] == "a fox, ${5}"
    assert found.frozen["brief"] == "a ${oc.env:MAS_TEST_ANIMAL}, ${5}"


def test_choice_sweeps_over_briefs_only_in_a_sweep(composer: Composer) -> None:
    typed = ["brief=choice('a, b','c')"]

    sweep = composer.jobs(composer.read(typed, multirun=True))
    single = composer.jobs(composer.read(typed))

    assert len(sweep) == 2
    assert len(single) == 1


def test_the_briefs_of_a_sweep_arrive_unchanged(composer: Composer, host: PluginHost) -> None:
    jobs = composer.jobs(composer.read(["brief=choice('a, b','it\\'s c')"], multirun=True))

    briefs = [check(composer.compose(job), host).values["brief"] for job in jobs]

    assert briefs == ["a, b", "it's c"]


def test_a_sweep_over_users_names_each(composer: Composer, host: PluginHost) -> None:
    jobs = composer.jobs(composer.read(["user=anna,bob", "brief=x"], multirun=True))

    names = [check(composer.compose(job), host).section("user").config.name for job in jobs]

    assert names == ["anna", "bob"]


def test_a_user_with_an_option_of_their_own_is_chosen(host: PluginHost, tmp_path: Path) -> None:
    folder = tmp_path / "conf" / "user"
    folder.mkdir(parents=True)
    (folder / "anna.yaml").write_text("kind: local\nname: Anna B.\ntime_zone: Europe/Berlin\n")

    found = load_settings(["user=anna", "brief=x"], host, cwd=tmp_path)

    assert found.section("user").config.time_zone == "Europe/Berlin"


class TestSecrets:
    def test_stay_references_in_the_frozen_config(
        self, host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MAS_TEST_NAME", "sesame")
        found = load_settings(["brief=x", "render.title=true"], host, cwd=tmp_path)
        frozen = {
            **found.frozen,
            "user": {**found.frozen["user"], "name": "${oc.env:MAS_TEST_NAME}"},
        }

        thawed = from_frozen(frozen, host)

        assert thawed.section("user").config.name == "sesame"
        assert "sesame" not in str(thawed.frozen)

    def test_are_not_resolved_by_what_points_to_them(
        self, host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MAS_TEST_NAME", "sesame")
        (tmp_path / "recipes").mkdir()
        (tmp_path / "recipes" / "mine.yaml").write_text(
            "brief: x\nuser:\n  name: ${oc.env:MAS_TEST_NAME}\nvideos: ['${user.name}']\n"
        )

        found = load_settings(["+recipe=mine"], host, cwd=tmp_path)

        assert found.values["videos"] == ["sesame"]
        assert "sesame" not in str(found.frozen)

    def test_have_a_default_when_one_is_written(
        self, host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("MAS_TEST_NAME", raising=False)
        (tmp_path / "recipes").mkdir()
        (tmp_path / "recipes" / "mine.yaml").write_text(
            "brief: x\nuser:\n  name: ${oc.env:MAS_TEST_NAME,no body}\nvideos: ${oc.env:MAS_TEST_NAME,null}\n"
        )

        found = load_settings(["+recipe=mine"], host, cwd=tmp_path)

        assert found.section("user").config.name == "no body"
        assert found.values["videos"] is None

    def test_are_missed_in_one_sentence(self, host: PluginHost, tmp_path: Path) -> None:
        assert "MAS_TEST_GONE" not in os.environ

        with pytest.raises(ConfigError, match="MAS_TEST_GONE, which is not set"):
            load_settings(["brief=x", "user.time_zone=${oc.env:MAS_TEST_GONE}"], host, cwd=tmp_path)


def test_nothing_is_written(
    host: PluginHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    load_settings(["brief=x"], host)

    assert list(tmp_path.iterdir()) == []
