import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from mas.nouns import (
    Assembly,
    Assessment,
    Brief,
    Finding,
    Grade,
    Plan,
    Prompt,
    Score,
    Shot,
    ShotResult,
    ShotStatus,
    Take,
)
from mas.report.manifest import build_manifest, load_schema, write_manifest
from mas.report.reference import manifest_reference

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
DULL = Finding("palette.missing", "purple", "0.2 % of the picture", "fill the sky with purple", 0.6)
SHOT = Shot("episode-1", "The Griffin", "a griffin over misty mountains", episode=1)
SCORES = (
    Score(
        "technical", 0.9, details={"temporal_flickering": 0.987, "black_frames": 0, "silent": False}
    ),
    Score("motion", None, reason="the prompt asks for no pacing"),
)
TAKE = Take(
    take_id="p1.episode-1.1",
    shot_id="episode-1",
    attempt=1,
    prompt=Prompt("A griffin glides.", "text"),
    seed=7,
    video="takes/episode-1-1.mp4",
    sha256="ab" * 32,
    renderer={"kind": "comfyui", "server": "127.0.0.1:8188", "prompt_id": "x"},
    scores=SCORES,
    assessment=Assessment(0.9, Grade.A, partial=True, reasons=("no pacing",), findings=(DULL,)),
    write_s=0.1,
    render_s=2.0,
    grade_s=0.3,
)
FAILED = replace(
    TAKE, video=None, sha256=None, scores=(), assessment=None, error="the server went away"
)


def manifest_of(*results: ShotResult, plan: Plan | None = None, **facts: Any) -> dict[str, Any]:
    plan = plan or Plan("series", "Guardians", tuple(result.shot for result in results))
    usual: dict[str, Any] = {
        "production_id": "p1",
        "recipe": "series",
        "plan": plan,
        "brief": Brief("Create a series", user="ada", seed=42),
        "results": results,
        "weights": {"technical": 0.85, "motion": 0.15},
        "status": "complete",
        "started_at": NOON,
        "finished_at": NOON,
        "config_sha256": "cd" * 32,
        "usage": {"takes": len(results)},
        "fallbacks": (),
        "learned": (),
        "film": None,
    }
    return build_manifest(**usual | facts)


ACCEPTED = ShotResult(SHOT, ShotStatus.ACCEPTED, (TAKE,), TAKE.take_id)
LOST = ShotResult(SHOT, ShotStatus.FAILED, (FAILED,), None, reason="no take could be rendered")


@pytest.mark.parametrize(
    "manifest",
    [
        pytest.param(manifest_of(ACCEPTED, film="film.mp4"), id="accepted"),
        pytest.param(manifest_of(LOST, status="failed"), id="failed take"),
        pytest.param(manifest_of(recipe=None), id="style learning, without shots"),
        pytest.param(
            manifest_of(plan=Plan("series", "", (SHOT,)), status="paused", finished_at=None),
            id="paused before the first shot",
        ),
        pytest.param(
            manifest_of(
                ACCEPTED,
                plan=Plan("series", "", (SHOT,), rules=("a bell",), assembly=Assembly("Guardians")),
                fallbacks=("the film was not joined", {"what": "llm", "used": "ollama"}),
                learned=("purple skies work",),
            ),
            id="everything told",
        ),
    ],
)
def test_a_manifest_is_valid_by_the_schema_that_ships(manifest: dict[str, Any]) -> None:
    Draft202012Validator(load_schema()).validate(json.loads(json.dumps(manifest)))


def test_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(load_schema())


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda m: m.pop("brief"), id="no brief"),
        pytest.param(lambda m: m.update(status="finished"), id="unknown status"),
        pytest.param(lambda m: m["shots"][0].update(status="good"), id="unknown shot status"),
        pytest.param(lambda m: m["shots"][0]["takes"][0].update(score=1.2), id="score over one"),
        pytest.param(lambda m: m["shots"][0]["takes"][0].update(grade="E"), id="no such grade"),
        pytest.param(
            lambda m: m["shots"][0]["takes"][0]["scores"]["motion"].pop("reason"),
            id="no score, no reason",
        ),
        pytest.param(
            lambda m: m["shots"][0]["takes"][0]["renderer"].pop("kind"), id="renderer without kind"
        ),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(spoil: Any) -> None:
    manifest = manifest_of(ACCEPTED)

    spoil(manifest)

    with pytest.raises(ValidationError):
        Draft202012Validator(load_schema()).validate(manifest)


def test_raw_measurements_keep_their_plain_names_and_values() -> None:
    take = manifest_of(ACCEPTED)["shots"][0]["takes"][0]

    assert take["scores"] == {
        "technical": {
            "score": 0.9,
            "weight": 0.85,
            "details": {"temporal_flickering": 0.987, "black_frames": 0, "silent": False},
        },
        "motion": {
            "score": None,
            "weight": 0.15,
            "details": {},
            "reason": "the prompt asks for no pacing",
        },
    }


def test_a_take_tells_prompt_grade_findings_and_times() -> None:
    take = manifest_of(ACCEPTED)["shots"][0]["takes"][0]

    assert (take["prompt"], take["negative_prompt"]) == ("A griffin glides.", "text")
    assert (take["score"], take["grade"], take["grade_partial"]) == (0.9, "A", True)
    assert take["findings"][0]["advice"] == "fill the sky with purple"
    assert (take["write_s"], take["render_s"], take["grade_s"]) == (0.1, 2.0, 0.3)
    assert "error" not in take


def test_a_failed_take_has_an_error_and_neither_video_nor_grade() -> None:
    shot = manifest_of(LOST)["shots"][0]

    assert shot["best_take"] is None
    assert shot["takes"][0]["error"] == "the server went away"
    assert (shot["takes"][0]["video"], shot["takes"][0]["grade"]) == (None, None)


def test_every_planned_shot_appears_once_in_plan_order() -> None:
    later = Shot("episode-2", "The Stag", "a stag")
    plan = Plan("series", "Guardians", (later, SHOT))

    shots = manifest_of(ACCEPTED, plan=plan)["shots"]

    assert [(s["shot_id"], s["status"]) for s in shots] == [
        ("episode-2", "skipped"),
        ("episode-1", "accepted"),
    ]
    assert shots[0]["reason"] == "not reached yet"


def test_a_measurement_that_json_cannot_say_becomes_null(tmp_path: Path) -> None:
    score = Score("technical", 0.5, details={"psnr": float("inf"), "sharpness": 3.5})
    take = replace(TAKE, scores=(score,))
    manifest = manifest_of(ShotResult(SHOT, ShotStatus.ACCEPTED, (take,), take.take_id))

    text = write_manifest(tmp_path, manifest).read_text(encoding="utf-8")

    details = json.loads(text)["shots"][0]["takes"][0]["scores"]["technical"]["details"]
    assert details == {"psnr": None, "sharpness": 3.5}


def test_the_brief_arrives_as_typed(tmp_path: Path) -> None:
    typed = 'naïve "griffins" \\ 龍 🐉\n${x}'

    path = write_manifest(tmp_path, manifest_of(brief=Brief(typed)))

    assert json.loads(path.read_text(encoding="utf-8"))["brief"] == typed


def test_writing_replaces_the_old_manifest_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_manifest(tmp_path, manifest_of(status="paused"))

    write_manifest(tmp_path, manifest_of(ACCEPTED))

    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    assert json.loads((tmp_path / "manifest.json").read_text())["status"] == "complete"


def test_a_manifest_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    write_manifest(tmp_path, manifest_of(ACCEPTED))

    with pytest.raises(ValueError, match="JSON"):
        write_manifest(tmp_path, manifest_of(ACCEPTED, usage={"cost": float("nan")}))

    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    assert json.loads((tmp_path / "manifest.json").read_text())["status"] == "complete"


def test_the_reference_page_is_the_one_the_schema_gives() -> None:
    page = Path(__file__).parents[1] / "docs" / "reference" / "manifest.md"

    assert page.read_text(encoding="utf-8") == manifest_reference(), (
        "run: python -m mas.report.reference > docs/reference/manifest.md"
    )
