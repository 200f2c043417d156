"""Every mistake of the bar: exit 2, no traceback, the place, the value, the nearest valid name."""

from pathlib import Path

import pytest

from mas.cli.main import main

RECIPE = "recipes/mine.yaml"

# What is wrong, on the command line, the same in a recipe with the line it stands on, and what
# the message must contain.
MISTAKES = [
    pytest.param(
        ["render.widht=640"],
        "brief: x\nrender:\n  widht: 640\n",
        3,
        ["render.widht", "widht", "640", "did you mean 'width'"],
        id="key typo",
    ),
    pytest.param(
        ["render.width=wide"],
        "brief: x\nrender:\n  width: wide\n",
        3,
        ["render.width", '"wide"', "a whole number from 64 to 4096 (px"],
        id="wrong type",
    ),
    pytest.param(
        ["render.kind=animtic"],
        "brief: x\nrender:\n  kind: animtic\n",
        3,
        ["render.kind", '"animtic"', "did you mean 'animatic'"],
        id="unknown kind",
    ),
    pytest.param(
        ["scoring.weights.palete=1"],
        "brief: x\nscoring:\n  weights:\n    palete: 1\n",
        4,
        ["scoring.weights.palete", "'palete'", "did you mean 'palette'"],
        id="dangling evaluator",
    ),
    pytest.param(
        ["workflow.kind=non"],
        "brief: x\nworkflow:\n  kind: non\n",
        3,
        ["workflow.kind", '"non"', "did you mean 'none'"],
        id="dangling workflow",
    ),
    pytest.param(
        ["wrkflow=none"],
        "brief: x\nwrkflow: none\n",
        2,
        ["wrkflow", "none", "did you mean 'workflow'"],
        id="unknown section",
    ),
    pytest.param(
        ["memory.archve.kind=sql"],
        "brief: x\nmemory:\n  archve:\n    kind: sql\n",
        3,
        ["memory.archve", "did you mean 'archive'"],
        id="unknown section below memory",
    ),
    pytest.param(
        ["render.width=5"],
        "brief: x\nrender:\n  width: 5\n",
        3,
        ["render.width", "is 5", "from 64 to 4096"],
        id="out of range",
    ),
    pytest.param(
        ["render.width=641"],
        "brief: x\nrender:\n  width: 641\n",
        3,
        ["render.width", "is 641", "a multiple of 2"],
        id="no multiple",
    ),
    pytest.param(
        ["engine.slots.render=0"],
        "brief: x\nengine:\n  slots:\n    render: 0\n",
        4,
        ["engine.slots.render", "is 0", "from 1 to 256"],
        id="out of range in a nested section",
    ),
    pytest.param(
        ["scoring.weights.palette=-1"],
        "brief: x\nscoring:\n  weights:\n    palette: -1\n",
        4,
        ["scoring.weights.palette", "is -1"],
        id="negative weight",
    ),
    pytest.param(
        ["embedder.dimensions=${oc.env:MAS_TEST_GONE}"],
        "brief: x\nembedder:\n  dimensions: ${oc.env:MAS_TEST_GONE}\n",
        3,
        ["embedder.dimensions", "environment variable MAS_TEST_GONE", "not set"],
        id="missing environment variable",
    ),
    pytest.param(
        ["render._target_=os.system"],
        "brief: x\nrender:\n  _target_: os.system\n",
        3,
        ["_target_ is refused everywhere"],
        id="target",
    ),
    pytest.param(
        ["videos={a: [{_target_: os.system}]}"],
        "brief: x\nvideos:\n- a:\n  - _target_: os.system\n",
        4,
        ["_target_ is refused everywhere"],
        id="target deep inside",
    ),
    pytest.param(
        ["render=animtic"],
        "defaults:\n- override /render: animtic\n- _self_\nbrief: x\n",
        2,
        ["'animtic' is no option of render", "did you mean 'animatic'"],
        id="unknown option",
    ),
    pytest.param(
        ["scoring=signl"],
        "defaults:\n  - override /scoring: signl\n  - _self_\nbrief: x\n",
        2,
        ["'signl' is no option of scoring", "did you mean 'signal'"],
        id="unknown scoring preset",
    ),
    pytest.param(
        ["resume=perhaps"],
        "brief: x\nresume: perhaps\n",
        2,
        ["resume", '"perhaps"', "ask, auto, never"],
        id="unknown choice",
    ),
    pytest.param(
        ["seed=-1"],
        "brief: x\nseed: -1\n",
        2,
        ["seed", "is -1"],
        id="negative seed",
    ),
    pytest.param(
        ["memory.learn=alive"],
        "brief: x\nmemory:\n  learn: alive\n",
        3,
        ["memory.learn", '"alive"', "did you mean 'live'"],
        id="unknown way to learn",
    ),
    pytest.param(
        ["task=prodce"],
        "brief: x\ntask: prodce\n",
        2,
        ["task", '"prodce"', "did you mean 'produce'"],
        id="unknown task",
    ),
    pytest.param(
        ["user.time_zone=Mars/Base"],
        "brief: x\nuser:\n  time_zone: Mars/Base\n",
        3,
        ["user.time_zone", "Mars/Base"],
        id="rule of a section",
    ),
    pytest.param(
        ["render={width: 3}"],
        "brief: x\nrender: {width: 3}\n",
        2,
        ["render.width", "is 3"],
        id="flow mapping",
    ),
    pytest.param(
        ["use_case.serie.kind=serie"],
        "brief: x\nuse_case:\n  serie:\n    kind: serie\n",
        4,
        ["use_case.serie", "did you mean 'series'"],
        id="unknown use case",
    ),
    pytest.param(
        ["scoring.weights={technical: 0,palette: 0,camera: 0,mood: 0,motion: 0,audio: 0}"],
        "brief: x\nscoring:\n"
        "  weights: {technical: 0, palette: 0, camera: 0, mood: 0, motion: 0, audio: 0}\n",
        3,
        ["scoring.weights", "at least one"],
        id="all weights are 0",
    ),
]


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAS_HOME", raising=False)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command line that must be refused, and return what it said."""
    code = main(argv)
    out, err = capsys.readouterr()
    assert code == 2, err
    assert out == ""
    assert "Traceback" not in err
    assert len(err.splitlines()) <= 15
    assert not Path(".mas").exists()
    return err


@pytest.mark.parametrize(("argv", "recipe", "line", "said"), MISTAKES)
class TestMistake:
    def test_on_the_command_line(
        self,
        argv: list[str],
        recipe: str,
        line: int,
        said: list[str],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        message = refused(["brief=x", *argv], capsys)

        assert f"command line: {argv[0]}" in message
        assert [part for part in said if part not in message] == []

    def test_in_a_recipe(
        self,
        argv: list[str],
        recipe: str,
        line: int,
        said: list[str],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        write(RECIPE, recipe)

        message = refused(["+recipe=mine"], capsys)

        assert f"{RECIPE}, line {line}" in message
        assert [part for part in said if part not in message] == []


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        pytest.param(["+recipe=serie"], ["'serie' is no recipe", "did you mean 'series'"], id="recipe"),
        pytest.param(["brief="], ["brief is empty"], id="empty brief"),
        pytest.param(["brief=  "], ["brief is empty"], id="blank brief"),
        pytest.param(["seed=1"], ["brief is empty"], id="no brief"),
        pytest.param(["+recipe=produce"], ["brief is empty"], id="no brief in a recipe"),
        pytest.param(["series"], ["'series' is no override", "+recipe=series"], id="a bare recipe"),
        pytest.param(["brief=x", "fox"], ["'fox' is no override", "key=value"], id="a bare word"),
        pytest.param(["brief=x", "render.width=[1"], ["'render.width=[1'", "cannot be read"], id="grammar"),
        pytest.param(["brief=x", "=3"], ["'=3' is no override"], id="no key"),
        pytest.param(["brief=x", "seed=1,2"], ["'seed=1,2'", "add -m"], id="sweep without m"),
        pytest.param(["brief=x", "seed=range(1,3)"], ["seed=range(1,3)", "add -m"], id="range without m"),
        pytest.param(["-m", "brief=x", "seed=interval(1,3)"], ["no steps"], id="interval"),
        pytest.param(["brief=a", "fox"], ['brief="a fox ..."'], id="a brief without quotes"),
        pytest.param(["a fox"], ['brief="a fox"'], id="a brief without its key"),
        pytest.param(["--recipe", "series"], ["write +recipe="], id="recipe as a flag"),
        pytest.param(["--brief=x"], ["write brief="], id="brief as a flag"),
        pytest.param(["brief=x", "render=null"], ["'null' is no option of render"], id="no renderer"),
        pytest.param(["+recipe=null"], ["'null' is no recipe"], id="null for a recipe"),
        pytest.param(["brief=x", "agent=handwritten"], ["agent/writer", "part by part"], id="a group of groups"),
        pytest.param(["brief=x", "scoring.weights=[1]"], ["'scoring.weights=[1]' does not fit"], id="list for keys"),
        pytest.param(["brief=x", "~recipe"], ["not there to be taken away"], id="nothing to delete"),
        pytest.param(["brief=x", "output=JSON"], ["output", "did you mean 'json'"], id="upper case"),
        pytest.param(["brief=x", "render..width=3"], ["'render..width' is no key"], id="two dots"),
        pytest.param(["brief=x", "+recipe=series", "recipe=batch"], ["can be one recipe"], id="two recipes"),
        pytest.param(["brief=x", "scoring.thresholds.B=0.99"], ["command line: scoring.thresholds.B=0.99"], id="order of grades"),
        pytest.param(["brief=x", "route=serie"], ["route", "did you mean 'series'", "command line: route=serie"], id="route"),
        pytest.param(["--frobnicate"], ["--frobnicate", "--help"], id="unknown flag"),
        pytest.param(["--cfg", "jobs"], ["'jobs'"], id="wrong value of a flag"),
        pytest.param(["brief=x", "+render=animatic"], ["render is chosen twice", "without a plus"], id="plus"),
        pytest.param(["brief=x", "evaluator=palette"], ["+evaluator=OPTION"], id="nothing to replace"),
        pytest.param(["brief=x", "agent/wrter=a"], ["agent/wrter", "did you mean 'agent/writer'"], id="group"),
        pytest.param(["brief=x", "agent.writer=handwritten"], ["agent/writer=handwritten"], id="dot for slash"),
        pytest.param(["brief=x", "render=5"], ["'5' is no option of render"], id="a value for a section"),
        pytest.param(["brief=x", "~render.width"], ["render lacks the key 'width'"], id="deleted key"),
        pytest.param(["brief=x", "render.width=???"], ["render.width is required"], id="required"),
        pytest.param(["brief=x", "render.width=${nope}"], ["render.width", "nope"], id="interpolation"),
        pytest.param(["brief=x", "hydra/launcher=joblib"], ["Hydra's own settings", "-m"], id="launcher"),
        pytest.param(["--config-dir", "nowhere", "brief=x"], ["'nowhere', which is no folder"], id="folder"),
        pytest.param(["--cfg", "job", "-p", "rendr"], ["'rendr'"], id="package"),
        pytest.param(["-sc", "install=tcsh"], ["install=bash"], id="shell"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_refused(
    argv: list[str], said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    message = refused(argv, capsys)

    assert [part for part in said if part not in message] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("brief: [x\nseed: 1\n", ["recipes/mine.yaml, line 2, column 5"], id="open bracket"),
        pytest.param("brief: x\n\tseed: 1\n", ["recipes/mine.yaml, line 2, column 1"], id="tab"),
        pytest.param("seed: 1\nseed: 2\n", ["line 2, column 1", "'seed' stands here twice"], id="twice"),
        pytest.param("- brief\n", ["recipes/mine.yaml, line 1", "keys and values"], id="a list"),
        pytest.param("videos: !!python/object:os.x {}\n", ["recipes/mine.yaml, line 1"], id="a tag"),
        pytest.param("videos: ${broken\n", ["recipes/mine.yaml"], id="an open interpolation"),
    ],
)  # fmt: skip
def test_a_broken_file_names_line_and_column(
    text: str, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write(RECIPE, text)

    message = refused(["+recipe=mine", "brief=x"], capsys)

    assert [part for part in said if part not in message] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("brief: x\nhydra:\n  mode: MULTIRUN\n", 2, id="section"),
        pytest.param(
            "defaults:\n  - override hydra/launcher: joblib\n  - _self_\n", 2, id="option"
        ),
    ],
)
def test_settings_of_hydra_itself_are_refused(
    text: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    write(RECIPE, text)

    message = refused(["+recipe=mine"], capsys)

    assert "Hydra's own settings" in message
    assert f"{RECIPE}, line {line}" in message


def test_a_file_that_is_no_text_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write(RECIPE, "")
    Path(RECIPE).write_bytes(b"brief: \xff\xfe\n")

    assert f"{RECIPE} cannot be read" in refused(["+recipe=mine"], capsys)


def test_a_recipe_that_builds_on_an_unknown_one_names_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(RECIPE, "defaults:\n  - serie\n  - _self_\nbrief: x\n")

    message = refused(["+recipe=mine"], capsys)

    assert "'serie' is no recipe; did you mean 'series'" in message
    assert f"{RECIPE}, line 2" in message


def test_a_mistake_in_an_option_of_your_own_names_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("conf/embedder/mine.yaml", "kind: lexical\ndimensions: 3\n")

    message = refused(["brief=x", "embedder=mine"], capsys)

    assert "conf/embedder/mine.yaml, line 2: dimensions: 3" in message


def test_a_section_that_lacks_a_key_names_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("conf/embedder/mine.yaml", "kind: lexical\n")

    message = refused(["brief=x", "embedder=mine"], capsys)

    assert "embedder lacks the key 'dimensions'" in message
    assert "conf/embedder/mine.yaml, line 1" in message


def test_the_argument_wins_over_the_file_when_both_set_a_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(RECIPE, "brief: x\nseed: 1\n")

    assert "command line: seed=-5" in refused(["+recipe=mine", "seed=-5"], capsys)


def test_a_secret_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    write(RECIPE, "brief: x\nllm:\n  api_key: sk-very-secret\n")

    message = refused(["+recipe=mine"], capsys)

    assert "llm.api_key" in message
    assert "sk-very-secret" not in message


class TestCodeOfYourOwn:
    def test_is_refused_from_a_package_that_is_not_trusted(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        argv = ["brief=x", "embedder=python", "embedder.target=mine.parts:open_it"]

        message = refused(argv, capsys)

        assert "add mine to trusted_packages" in message

    def test_must_name_a_callable(self, capsys: pytest.CaptureFixture[str]) -> None:
        argv = ["brief=x", "embedder=python", "embedder.target=mine", "trusted_packages=[mine]"]

        assert "expected package.module:callable" in refused(argv, capsys)

    def test_trust_does_not_extend_to_longer_names(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        argv = [
            "brief=x",
            "embedder=python",
            "embedder.target=minefield:go",
            "trusted_packages=[mine]",
        ]

        assert "is not trusted" in refused(argv, capsys)
