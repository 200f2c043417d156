"""Mistakes in defaults lists and in files of one's own: told with their place, never a traceback."""

from pathlib import Path

import pytest

from mas.cli.main import main

RECIPE = "recipes/mine.yaml"


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAS_HOME", raising=False)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    code = main(argv)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert len(err.splitlines()) <= 15
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("defaults: series\n", ["line 1: defaults: series", "is a list"], id="no list"),
        pytest.param("defaults:\n", ["line 1: defaults:", "is a list"], id="nothing"),
        pytest.param("defaults: {}\n", ["line 1: defaults: {}"], id="keys"),
        pytest.param("defaults:\n  - series\n  - 3\n", ["line 3: - 3"], id="a number"),
        pytest.param("defaults:\n  - [a]\n", ["line 2: - [a]"], id="a list in the list"),
        pytest.param("defaults:\n  - mine\n  - _self_\n", ["circle", "line 2: mine"], id="itself"),
        pytest.param("defaults:\n  - serie\n", ["line 2: serie", "mean 'series'"], id="no such recipe"),
        pytest.param("defaults:\n  - render: animatic\n", ["written `/render`", "line 2"], id="no slash"),
        pytest.param(
            "defaults:\n  - override render: animatic\n", ["written `override /render`", "line 2"], id="override without slash"
        ),
        pytest.param(
            "defaults:\n  - /render: animatic\n  - _self_\n", ["twice", "`override /render: OPTION`", "line 2"], id="twice"
        ),
        pytest.param("defaults:\n  - /rendr: animatic\n", ["'rendr'; did you mean 'render'", "line 2"], id="no such group"),
        pytest.param("defaults:\n  - override /rendr: x\n", ["'rendr'; did you mean 'render'", "line 2"], id="override of no group"),
        pytest.param("defaults:\n  - override /recipe: series\n", ["recipe is not part", "line 2"], id="override of nothing"),
        pytest.param("defaults:\n  - override /render: animatic\n  - series\n", ["this order", RECIPE], id="order"),
        pytest.param("recipe: series\n", ["line 1: recipe: series", "+recipe=NAME"], id="recipe as a key"),
        pytest.param("x: &a {b: *a}\n", ["line 1, column 4", "alias"], id="alias in itself"),
        pytest.param("seed: !!int x\n", [RECIPE, "'x'"], id="a tag that does not fit"),
        pytest.param("seed: 'x\n", ["line 1, column 7", "seed: 'x"], id="open quote"),
        pytest.param("\ufeffseed: hot\n", ["line 1: seed: hot"], id="byte order mark"),
        pytest.param("render: []\n", [RECIPE, "section"], id="a list for a section"),
        pytest.param("render: ${llm}\n", ["line 1: render: ${llm}"], id="the section of another"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_recipe_names_its_place(
    text: str, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write(RECIPE, text)

    message = refused(["+recipe=mine", "brief=x"], capsys)

    assert [part for part in said if part not in message] == []


def test_recipes_that_build_on_each_other_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    write("recipes/one.yaml", "defaults:\n  - two\n")
    write("recipes/two.yaml", "defaults:\n  - one\n")

    message = refused(["+recipe=one", "brief=x"], capsys)

    assert "circle" in message
    assert "recipes/one.yaml, line 2: two" in message


def test_an_option_without_a_kind_names_the_argument_that_chose_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("conf/render/mine.yaml", "width: 640\n")

    assert "command line: render=mine" in refused(["brief=x", "render=mine"], capsys)


def test_a_folder_named_as_a_recipe_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    Path("recipes/mine.yaml").mkdir(parents=True)

    assert "mine," not in refused(["+recipe=mine"], capsys)


def test_a_value_from_the_environment_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAS_TEST_WIDTH", "big")
    write(RECIPE, "render:\n  width: ${oc.env:MAS_TEST_WIDTH}\n")

    assert 'MAS_TEST_WIDTH is "big"' in refused(["+recipe=mine", "brief=x"], capsys)


def test_a_secret_from_the_environment_is_not_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAS_TEST_API_KEY", "hush")
    write(RECIPE, "render:\n  width: ${oc.env:MAS_TEST_API_KEY}\n")

    assert "hush" not in refused(["+recipe=mine", "brief=x"], capsys)
