"""`+recipe=memory`: what is remembered, set and taken back by its owner."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Mas = Callable[..., "CompletedProcess[str]"]


def block(done: "CompletedProcess[str]", label: str) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)["blocks"][label]
    return found


def test_a_field_is_set_shown_and_taken_back(tmp_path: Path, mas: Mas) -> None:
    ask = ("+recipe=memory", "block=quality_standards", "output=json")

    mas(tmp_path, *ask, "field=MAX_RETRIES", "value=1")
    mas(tmp_path, *ask, "field=min_acceptable_grade", "value=A-")
    mas(tmp_path, *ask, "field=FAILURE_PATTERNS_TO_AVOID", "value=blur, haze")
    held = block(mas(tmp_path, "+recipe=memory", "output=json"), "quality_standards")
    back = block(mas(tmp_path, *ask, "undo=true"), "quality_standards")

    assert (held["MAX_RETRIES"], held["MIN_ACCEPTABLE_GRADE"]) == (1, "A-")
    assert held["FAILURE_PATTERNS_TO_AVOID"] == ["blur", "haze"]
    assert back["FAILURE_PATTERNS_TO_AVOID"] == []
    assert back["MIN_ACCEPTABLE_GRADE"] == "A-"


def test_every_user_sees_their_own(tmp_path: Path, mas: Mas) -> None:
    ask = ("+recipe=memory", "block=quality_standards", "output=json")
    mas(tmp_path, *ask, "user=ana", "field=MAX_RETRIES", "value=0")

    assert block(mas(tmp_path, *ask, "user=ben"), "quality_standards")["MAX_RETRIES"] == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["block=quality_standard"], "quality_standards", id="block"),
        pytest.param(
            ["block=quality_standards", "field=MAX_RETRY", "value=1"], "MAX_RETRIES", id="field"
        ),
        pytest.param(
            ["block=quality_standards", "field=MAX_RETRIES", "value=many"], "number", id="type"
        ),
        pytest.param(
            ["block=quality_standards", "field=MIN_ACCEPTABLE_GRADE", "value=Z"], "'Z'", id="grade"
        ),
        pytest.param(["block=user_style", "undo=true"], "nothing to undo", id="undo"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, mas: Mas, arguments: list[str], said: str) -> None:
    done = mas(tmp_path, "+recipe=memory", *arguments)

    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
