"""What a new user types, through the real command line, renderer and judges, at a small size."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import jsonschema
import pytest

from mas.report.manifest import load_schema

SMALL = (
    "render.width=192",
    "render.height=128",
    "render.frames=17",
    "scoring.max_retries=1",
)


Mas = Callable[..., "subprocess.CompletedProcess[str]"]


def typed(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mas", *arguments],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def _environment(folder: Path) -> dict[str, str]:
    """Without MAS_HOME, and importing the mas under test from any folder."""
    return {name: value for name, value in os.environ.items() if name != "MAS_HOME"}


def answer(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode in (0, 1), done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_a_series_is_one_film_with_a_report(tmp_path: Path) -> None:
    done = typed(tmp_path, "+recipe=series", "seed=1", "output=json", *SMALL)

    manifest = answer(done)
    folder = Path(manifest["folder"])
    jsonschema.Draft202012Validator(load_schema()).validate(
        json.loads((folder / "manifest.json").read_text())
    )
    assert manifest["use_case"] == "series"
    assert [shot["episode"] for shot in manifest["shots"]] == [1, 2, 3]
    prompts = [shot["takes"][0]["prompt"] for shot in manifest["shots"]]
    assert len(set(prompts)) == 3
    for rule in manifest["plan"]["rules"]:
        assert all(rule.rstrip(".").lower() in prompt.lower() for prompt in prompts), rule
    with av.open(str(folder / manifest["film"])) as film:
        assert {stream.type for stream in film.streams} == {"video", "audio"}
    assert "Mythical Guardians" in (folder / "report.html").read_text()
    scores = manifest["shots"][0]["takes"][0]["scores"]
    measured = {name for score in scores.values() for name in score["details"]}
    assert "temporal_flickering" in measured
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mas"]


def test_the_same_seed_gives_the_same_prompts_and_grades(tmp_path: Path, mas: Mas) -> None:
    runs = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        manifest = answer(
            mas(tmp_path / name, "brief=a fox in the snow", "seed=5", "output=json", *SMALL)
        )
        takes = [take for shot in manifest["shots"] for take in shot["takes"]]
        runs.append([(take["prompt"], take["seed"], take["grade"]) for take in takes])

    assert runs[0] == runs[1]


def test_a_taste_reaches_every_later_prompt_until_it_is_undone(tmp_path: Path, mas: Mas) -> None:
    learned = mas(
        tmp_path, "brief=I prefer dark moody aesthetics with purple and blue tones", "output=json"
    )
    assert answer(learned)["shots"] == []
    assert "purple" in learned.stdout

    manifest = answer(mas(tmp_path, "brief=a lighthouse", "seed=1", "output=json", *SMALL))
    prompt = manifest["shots"][0]["takes"][0]["prompt"]
    assert "purple" in prompt
    assert "blue" in prompt

    answer(mas(tmp_path, "brief=forget that I like purple", "output=json"))
    manifest = answer(mas(tmp_path, "brief=a windmill", "seed=1", "output=json", *SMALL))
    assert "purple" not in manifest["shots"][0]["takes"][0]["prompt"]


def test_users_do_not_share_tastes(tmp_path: Path, mas: Mas) -> None:
    mas(tmp_path, "user=ana", "brief=I prefer purple tones")

    manifest = answer(
        mas(tmp_path, "user=ben", "brief=a lighthouse", "seed=1", "output=json", *SMALL)
    )

    assert "purple" not in manifest["shots"][0]["takes"][0]["prompt"]


def test_ctrl_c_says_how_to_go_on_and_the_same_command_continues(tmp_path: Path, mas: Mas) -> None:
    brief = "brief=Create 3 videos of mythical creatures"
    command = [sys.executable, "-m", "mas", brief, "seed=3", "engine.slots.render=1", *SMALL]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=_environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    assert process.stderr is not None
    assert any("graded" in line for line in process.stderr)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130, errors
    assert "+recipe=resume" in errors
    assert "Traceback" not in errors
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.glob(".mas/productions/*/takes/*")}

    manifest = answer(mas(tmp_path, *command[3:], "output=json"))

    assert len(list(tmp_path.glob(".mas/productions/*"))) == 1
    assert manifest["status"] == "complete"
    assert len(manifest["shots"]) == 3
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


def test_grading_a_clip_that_exists(tmp_path: Path, mas: Mas) -> None:
    manifest = answer(mas(tmp_path, "brief=a red barn", "seed=1", "output=json", *SMALL))
    clip = Path(manifest["folder"]) / manifest["shots"][0]["takes"][0]["video"]

    graded = answer(
        mas(tmp_path, "+recipe=grade", f"videos=[{clip}]", "prompt=a red barn", "output=json")
    )

    (video,) = graded["videos"]
    assert video["grade"]
    assert "temporal_flickering" in json.dumps(video["scores"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["brief=book me a flight to Rome"], "cannot", id="not a film"),
        pytest.param(["+recipe=resume"], "nothing is unfinished", id="nothing to resume"),
        pytest.param(["+recipe=grade"], "videos is empty", id="no videos"),
        pytest.param(["+recipe=grade", "videos=[no.mp4]"], "no such video: no.mp4", id="missing"),
    ],
)
def test_a_request_that_cannot_be_done_is_one_sentence(
    tmp_path: Path, mas: Mas, arguments: list[str], said: str
) -> None:
    done = mas(tmp_path, *arguments)

    assert done.returncode == 2
    assert said in done.stderr.replace("can't", "cannot")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 15
