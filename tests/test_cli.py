"""The command line as people and programs use it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mas.cli.main import main

HEAVY = {"dspy", "dbos", "torch", "qdrant_client", "av", "cv2", "numpy", "sqlalchemy", "aiohttp"}
ECHO = """
from dataclasses import dataclass
from mas import hookimpl
from mas.errors import RequestError
from mas.nouns import Component, Phase, Progress, Task


@dataclass(frozen=True, slots=True)
class GreetingConfig:
    word: str
    times: int


@dataclass(frozen=True, slots=True)
class JudgeConfig:
    limit: float


@hookimpl
def mas_components():
    return [
        Component("greeting", "loud", GreetingConfig, "mas_echo:open_it"),
        Component("evaluator", "echo", JudgeConfig, "mas_echo:open_it"),
        Component("use_case", "echo", EmptyConfig, "mas_echo:open_it"),
    ]


@dataclass(frozen=True, slots=True)
class EmptyConfig:
    pass


@hookimpl
def mas_tasks():
    keys = (("code", "exit code"), ("fail", "how"))
    return [
        Task("echo", "config", "mas_echo:echo", "Echo.", keys),
        Task("echo_later", "config", "mas_echo:echo_later", "Echo, asynchronously.", keys),
        Task("echo_bare", "nothing", "mas_echo:echo", "Echo without config.", keys),
    ]


def open_it(config, opening):
    return config


def echo(context):
    fail = context.values["fail"]
    if fail == "request":
        raise RequestError("this cannot be done")
    if fail == "bug":
        raise KeyError("a bug")
    if fail == "interrupt":
        raise KeyboardInterrupt
    sections = [] if context.config is None else list(context.config.sections)
    greeting = context.config.sections.get("greeting") if context.config else None
    document = {
        "brief": context.values["brief"],
        "seed": context.values["seed"],
        "sections": sections,
        "word": greeting.config.word if greeting else None,
    }
    context.answer(f"echo: {context.values['brief']}", document)
    return context.values["code"] or 0


async def echo_later(context):
    context.progress(Progress("p1", Phase.SAYING, text="thinking aloud"))
    return echo(context)
"""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    where = tmp_path / "here"
    where.mkdir()
    monkeypatch.chdir(where)
    monkeypatch.delenv("MAS_HOME", raising=False)
    return where


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Install a distribution with one plugin module, as pip would leave it."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)

    def put(name: str, code: str) -> Path:
        package = f"mas_{name}"
        write(site / package / "__init__.py", code)
        info = site / f"mas_{name}-1.2.dist-info"
        write(info / "METADATA", f"Metadata-Version: 2.1\nName: mas-{name}\nVersion: 1.2\n")
        write(info / "entry_points.txt", f"[mas]\n{name} = {package}\n")
        monkeypatch.delitem(sys.modules, package, raising=False)
        return site / package

    return put


@pytest.fixture
def echo(install: Callable[..., Path]) -> Path:
    """Install the plugin `echo`, and return its package."""
    package = install("echo", ECHO)
    write(package / "conf/greeting/loud.yaml", "# Loud.\nkind: loud\nword: hey\ntimes: 2\n")
    write(package / "conf/evaluator/echo.yaml", "# Echo.\nkind: echo\nlimit: 0.5\n")
    write(
        package / "conf/recipe/echo.yaml",
        "# Say it again. And again.\ndefaults:\n  - /greeting: loud\n  - _self_\n"
        "task: echo\nbrief: again\n",
    )
    return package


def mas(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    out, err = capsys.readouterr()
    return code, out, err


class TestNothingAsked:
    def test_lists_the_recipes_and_where_they_come_from(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "recipes/mine.yaml", "# My own look. Dark.\nbrief: x\n")

        code, out, _ = mas(capsys)

        lines = {line.split()[0]: line.split(maxsplit=2)[1:] for line in out.splitlines() if line}
        assert code == 0
        assert lines["mine"] == ["yours", "My own look."]
        assert lines["echo"] == ["echo", "Say it again."]
        assert lines["series"][0] == "series"
        assert lines["plugins"][0] == "core"

    def test_names_and_skips_a_broken_recipe(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        write(folder / "recipes/broken.yaml", "brief: [\n")

        code, out, err = mas(capsys)

        assert code == 0
        assert "broken" not in out
        assert "recipe broken is skipped: recipes/broken.yaml, line 2" in err

    def test_a_recipe_of_your_own_replaces_one_of_the_same_name(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        write(folder / "recipes/series.yaml", "# My series.\nbrief: x\n")

        _, out, _ = mas(capsys)

        assert [line.split() for line in out.splitlines() if "My series." in line] == [
            ["series", "yours", "My", "series."]
        ]

    def test_the_task_recipes_says_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, listed, _ = mas(capsys)

        code, out, _ = mas(capsys, "+recipe=recipes")

        assert code == 0
        assert out.rstrip("\n") in listed


def test_help_says_what_mas_is_and_lists_recipes_keys_and_groups(
    capsys: pytest.CaptureFixture[str], echo: Path
) -> None:
    code, out, _ = mas(capsys, "--help")

    assert code == 0
    for part in (
        "graded films",
        "Say it again.",
        "brief=",
        "agent/writer",
        "greeting",
        "--multirun",
    ):
        assert part in out


def test_version_is_that_of_mas(capsys: pytest.CaptureFixture[str]) -> None:
    assert mas(capsys, "--version")[1].startswith("mas ")


class TestShowing:
    def test_cfg_job_shows_the_composed_config(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = mas(capsys, "--cfg", "job", "+recipe=quick", "brief=it's a fox")

        assert code == 0
        assert "brief: it's a fox" in out
        assert "  width: 384" in out
        assert "hydra" not in out

    def test_cfg_of_one_section(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = mas(capsys, "--cfg", "job", "-p", "llm")

        assert out == "kind: none\n"

    def test_info_searchpath_names_every_folder(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "recipes/mine.yaml", "brief: x\n")

        code, out, _ = mas(capsys, "--info", "searchpath")

        assert code == 0
        assert f"conf://{echo / 'conf'}" in out
        assert f"recipes://{folder / 'recipes'}" in out

    @pytest.mark.parametrize("what", ["defaults", "defaults-tree", "config", "plugins", "all"])
    def test_other_info(self, capsys: pytest.CaptureFixture[str], what: str) -> None:
        assert mas(capsys, "--info", what)[0] == 0

    def test_completion_knows_recipes_options_and_keys(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, echo: Path
    ) -> None:
        found = {}
        for line in ("mas +recipe=ec", "mas render=", "mas render.wi", "mas memory/arch"):
            monkeypatch.setenv("COMP_LINE", line)
            found[line] = mas(capsys, "-sc", "query=bash")[1].split()

        assert found["mas +recipe=ec"] == ["+recipe=echo"]
        assert "render=animatic" in found["mas render="]
        assert found["mas render.wi"] == ["render.width="]
        assert "memory/archive=" in found["mas memory/arch"]

    def test_completion_installs(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, _ = mas(capsys, "-sc", "install=bash")

        assert code == 0
        assert "complete" in out


class TestRunning:
    def test_a_text_answer_stands_alone_on_stdout(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        assert mas(capsys, "+recipe=echo", "brief=a, b") == (0, "echo: a, b\n", "")

    def test_a_json_answer_is_one_document(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, out, err = mas(capsys, "+recipe=echo", "output=json", "seed=3")

        assert (code, err) == (0, "")
        assert json.loads(out)["seed"] == 3
        assert json.loads(out)["word"] == "hey"

    def test_the_exit_code_is_that_of_the_task(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        assert mas(capsys, "+recipe=echo", "code=3")[0] == 3

    def test_a_coroutine_runs_and_its_progress_goes_to_stderr(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, out, err = mas(capsys, "task=echo_later", "brief=x")

        assert (code, out) == (0, "echo: x\n")
        assert "thinking aloud" in err

    def test_json_shows_no_progress(self, capsys: pytest.CaptureFixture[str], echo: Path) -> None:
        _, out, err = mas(capsys, "task=echo_later", "brief=x", "output=json")

        assert json.loads(out)["brief"] == "x"
        assert err == ""

    def test_a_refusal_is_one_message_with_its_exit_code(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        assert mas(capsys, "+recipe=echo", "fail=request") == (2, "", "mas: this cannot be done\n")

    def test_a_refusal_is_a_document_for_programs(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, out, _ = mas(capsys, "+recipe=echo", "fail=request", "output=json")

        assert json.loads(out) == {"error": "this cannot be done", "exit_code": code}

    def test_ctrl_c_is_130(self, capsys: pytest.CaptureFixture[str], echo: Path) -> None:
        assert mas(capsys, "+recipe=echo", "fail=interrupt")[0] == 130

    def test_a_bug_crashes(self, capsys: pytest.CaptureFixture[str], echo: Path) -> None:
        with pytest.raises(KeyError, match="a bug"):
            main(["+recipe=echo", "fail=bug"])

    def test_a_task_that_opens_nothing_runs_with_a_broken_config(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, out, _ = mas(capsys, "task=echo_bare", "brief=x", "render.width=1")

        assert (code, out) == (0, "echo: x\n")

    @pytest.mark.parametrize(
        "spelling", ["+recipe=echo", "recipe=echo", "++recipe=echo", "recipe=+echo"]
    )
    def test_a_recipe_may_be_spelled(
        self, capsys: pytest.CaptureFixture[str], echo: Path, spelling: str
    ) -> None:
        assert mas(capsys, spelling)[1] == "echo: again\n"

    def test_a_recipe_in_your_conf_folder_needs_no_package(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "conf/recipe/mine.yaml", "task: echo\nbrief: from conf\n")

        assert mas(capsys, "+recipe=mine")[1] == "echo: from conf\n"

    def test_a_recipe_may_build_on_another(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "recipes/mine.yaml", "defaults:\n  - echo\n  - _self_\nbrief: mine\n")

        _, out, _ = mas(capsys, "+recipe=mine", "output=json")

        assert (json.loads(out)["brief"], json.loads(out)["word"]) == ("mine", "hey")

    def test_every_judge_and_use_case_is_composed(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        _, out, _ = mas(capsys, "+recipe=echo", "output=json")

        assert {"evaluator.echo", "evaluator.palette", "use_case.echo", "use_case.series"} <= set(
            json.loads(out)["sections"]
        )

    def test_the_slot_of_a_plugin_can_be_added(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        _, out, _ = mas(capsys, "task=echo", "brief=x", "+greeting=loud", "output=json")

        assert json.loads(out)["word"] == "hey"

    def test_a_folder_may_be_named_on_the_command_line(
        self, capsys: pytest.CaptureFixture[str], echo: Path, tmp_path: Path
    ) -> None:
        write(tmp_path / "more/greeting/soft.yaml", "kind: loud\nword: psst\ntimes: 1\n")

        argv = ["task=echo", "brief=x", "+greeting=soft", "output=json"]
        _, out, _ = mas(capsys, "--config-dir", str(tmp_path / "more"), *argv)

        assert json.loads(out)["word"] == "psst"

    def test_nothing_is_written(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        mas(capsys, "+recipe=echo")
        mas(capsys, "-m", "+recipe=echo", "seed=1,2")

        assert list(folder.iterdir()) == []

    def test_another_projects_conf_folder_does_no_harm(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "conf/config.yaml", "defaults:\n  - model: big\n")
        write(folder / "conf/model/big.yaml", "size: 3\n")

        assert mas(capsys, "+recipe=echo")[0] == 0


class TestSweep:
    def test_runs_a_job_for_each_value(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, out, _ = mas(capsys, "-m", "+recipe=echo", "brief=choice('a, b','c')", "seed=1,2")

        assert code == 0
        assert out.splitlines() == ["echo: a, b"] * 2 + ["echo: c"] * 2

    def test_sweeps_over_recipes(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "recipes/mine.yaml", "task: echo\nbrief: mine\n")

        assert mas(capsys, "-m", "+recipe=echo,mine")[1] == "echo: again\necho: mine\n"

    def test_writes_a_line_of_json_for_each_job(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        _, out, _ = mas(capsys, "-m", "+recipe=echo", "seed=1,2", "output=json")

        jobs = [json.loads(line) for line in out.splitlines()]
        assert [(job["job"], job["seed"], job["exit_code"]) for job in jobs] == [
            (0, 1, 0),
            (1, 2, 0),
        ]
        assert "seed=2" in jobs[1]["overrides"]

    def test_exits_with_the_worst_code(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        assert mas(capsys, "-m", "+recipe=echo", "code=0,3,1")[0] == 3

    def test_goes_on_after_a_job_whose_config_is_wrong(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, out, err = mas(capsys, "-m", "+recipe=echo", "render.width=640,5,320", "output=json")

        jobs = [json.loads(line) for line in out.splitlines()]
        assert code == 2
        assert [job["exit_code"] for job in jobs] == [0, 2, 0]
        assert "render.width is 5" in jobs[1]["error"]
        assert "command line: render.width=5" in err


class TestBrokenPlugin:
    def test_is_named_and_skipped(
        self, capsys: pytest.CaptureFixture[str], echo: Path, install: Callable[..., Path]
    ) -> None:
        install("bad", "import nowhere_to_be_found\n")

        code, out, err = mas(capsys, "+recipe=echo")

        assert (code, out) == (0, "echo: again\n")
        assert "'bad' (mas-bad 1.2)" in err
        assert "Traceback" not in err

    def test_is_fatal_when_strict(
        self, capsys: pytest.CaptureFixture[str], echo: Path, install: Callable[..., Path]
    ) -> None:
        install("bad", "import nowhere_to_be_found\n")

        code, out, err = mas(capsys, "+recipe=echo", "strict_plugins=true")

        assert (code, out) == (2, "")
        assert "nowhere_to_be_found" in err

    def test_a_broken_recipe_is_fatal_when_strict(
        self, capsys: pytest.CaptureFixture[str], echo: Path, folder: Path
    ) -> None:
        write(folder / "recipes/broken.yaml", "brief: [\n")

        lenient, strict = (
            mas(capsys, "+recipe=echo"),
            mas(capsys, "+recipe=echo", "strict_plugins=true"),
        )

        assert lenient == (0, "echo: again\n", "")
        assert strict[0] == 2
        assert "recipe 'broken' is broken: recipes/broken.yaml, line 2" in strict[2]

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            pytest.param("kind: echo\nlimit: [\n", "line 3, column 1", id="no YAML"),
            pytest.param("kind: echo\nlimit: much\n", "evaluator.echo.limit", id="wrong type"),
            pytest.param("kind: echo\n", "lacks the key 'limit'", id="missing key"),
        ],
    )
    def test_a_judge_whose_own_file_is_wrong_is_skipped(
        self, capsys: pytest.CaptureFixture[str], echo: Path, text: str, reason: str
    ) -> None:
        write(echo / "conf/evaluator/echo.yaml", text)

        code, out, err = mas(capsys, "+recipe=echo", "output=json")
        strict = mas(capsys, "+recipe=echo", "strict_plugins=true")

        assert code == 0
        assert "evaluator.echo" not in json.loads(out)["sections"]
        assert "evaluator echo of plugin echo is skipped" in err
        assert reason in err
        assert strict[0] == 2

    def test_what_you_set_yourself_is_not_skipped(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        code, _, err = mas(capsys, "+recipe=echo", "evaluator.echo.limit=much")

        assert code == 2
        assert "command line: evaluator.echo.limit=much" in err


class TestAnotherProcess:
    """What only a fresh interpreter can show."""

    def python(self, *argv: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "COLUMNS": "100"}
        command = [sys.executable, *argv]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=env)

    def test_help_imports_nothing_heavy(self) -> None:
        code = (
            "import sys; from mas.cli.main import main; main(['--help']);"
            f"sys.stderr.write(' '.join(set({sorted(HEAVY)!r}) & set(sys.modules)))"
        )

        result = self.python("-c", code)

        assert (result.returncode, result.stderr) == (0, "")

    def test_a_mistake_exits_with_2_and_no_traceback(self) -> None:
        result = self.python("-m", "mas", "brief=x", "render.widht=3")

        assert result.returncode == 2
        assert result.stdout == ""
        assert result.stderr.startswith("mas: render.widht")
        assert "Traceback" not in result.stderr

    def test_cfg_works_from_anywhere(self) -> None:
        result = self.python("-m", "mas", "--cfg", "job", "brief=x")

        assert result.returncode == 0
        assert "brief: x" in result.stdout


class TestOddSurroundings:
    @pytest.mark.parametrize("argv", [["--help"], ["--info", "searchpath"], ["--cfg", "job"]])
    def test_a_reader_that_goes_away_is_no_error(self, argv: list[str]) -> None:
        read, write_end = os.pipe()
        os.close(read)

        done = subprocess.run(
            [sys.executable, "-m", "mas", *argv],
            stdout=write_end,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

        os.close(write_end)
        assert done.stderr == ""
        assert done.returncode in (0, 141)

    def test_an_argument_that_is_no_text_is_refused(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, _, err = mas(capsys, "brief=caf\udce9")

        assert code == 2
        assert "is no text in UTF-8" in err

    def test_an_argument_in_utf_8_is_read_in_any_locale(
        self, capsys: pytest.CaptureFixture[str], echo: Path
    ) -> None:
        typed = "brief=été".encode().decode("ascii", "surrogateescape")

        assert mas(capsys, "+recipe=echo", typed)[1] == "echo: été\n"

    def test_a_working_folder_that_is_gone_is_told(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        folder.rmdir()

        code, _, err = mas(capsys)

        assert code == 2
        assert "the working folder is gone" in err
