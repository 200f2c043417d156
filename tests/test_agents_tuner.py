from dataclasses import replace
from pathlib import Path

import pytest

from mas.agents.settings import TunerConfig, WriterConfig
from mas.agents.tuner import open_tuner
from mas.agents.writer import open_writer
from mas.language import read
from mas.nouns import (
    Finding,
    Knowledge,
    Lessons,
    Outcome,
    Plan,
    Prompt,
    QualityStandards,
    Recalled,
    Shot,
    Take,
)
from mas.protocols import Opening
from mas.testing.outcomes import DULL, failed_take, sample_outcome, sample_result, sample_take

CONFIG = TunerConfig(success_grade="B", favorite_grade="A", max_patterns=5)
TUNER = open_tuner(CONFIG, Opening(Path()))
SHOT = Shot("shot-1", "The fox", "a fox in the snow")
WRONG = Finding("camera.wrong", "pan_left", "static", "state the pan first", 0.7)
FIRST = "A fox waits. The palette is teal."
CURED = f"{FIRST} The camera pans to the left from the first frame to the last."


def outcome(*takes: Take, shot: Shot = SHOT) -> Outcome:
    return sample_outcome(Plan("batch", "Batch", (shot,)), results=[sample_result(shot, *takes)])


def operations(lessons: Lessons, label: str, field: str) -> list[tuple[str, object]]:
    return [
        (op.op, op.value)
        for edit in lessons.edits
        if edit.label == label
        for op in edit.operations
        if op.field == field
    ]


async def learn(production: Outcome, knowledge: Knowledge | None = None) -> Lessons:
    return await TUNER.learn(production, knowledge or Knowledge())


async def test_findings_become_failure_patterns() -> None:
    lessons = await learn(outcome(sample_take(score=0.3, findings=(DULL,))))

    assert operations(lessons, "quality_standards", "failure_patterns_to_avoid") == [
        (
            "add",
            "palette.missing: purple (seen 0.2 % of the picture) - fill the sky with purple light",
        )
    ]


async def test_a_pattern_takes_the_place_of_its_older_measurement() -> None:
    old = "palette.missing: purple (seen 9 %) - old advice"
    knowledge = Knowledge(quality_standards=QualityStandards(failure_patterns_to_avoid=(old,)))

    lessons = await learn(outcome(sample_take(score=0.3, findings=(DULL,))), knowledge)

    found = operations(lessons, "quality_standards", "failure_patterns_to_avoid")
    assert [op for op, _ in found] == ["remove", "add"]
    assert found[0][1] == old


async def test_what_cured_a_finding_is_a_strategy() -> None:
    takes = (
        sample_take(score=0.4, text=FIRST, findings=(WRONG,)),
        sample_take(attempt=2, score=0.9, text=CURED),
    )

    lessons = await learn(outcome(*takes))

    assert operations(lessons, "quality_standards", "refinement_strategies") == [
        (
            "add",
            (
                'camera.wrong: pan_left cured by "The camera pans to the left from the first frame to '
                'the last."'
            ),
        )
    ]


async def test_a_good_take_is_kept_as_pattern_template_favourite_and_passage() -> None:
    lessons = await learn(outcome(sample_take(score=0.96, text=CURED)))

    assert operations(lessons, "quality_standards", "successful_patterns") == [
        ("add", "pan left; teal named in the palette (A+, 0.96)")
    ]
    assert operations(lessons, "quality_standards", "proven_prompt_templates") == [
        (
            "add",
            (
                "{concept}. The palette is teal. The camera pans to the left from the first frame to "
                "the last."
            ),
        )
    ]
    assert operations(lessons, "user_style", "favorite_successes") == [
        ("add", "The fox: a fox in the snow (A+, 0.96)")
    ]
    (passage,) = lessons.passages
    assert (passage.kind, passage.text, passage.grade) == ("success", CURED, "A+")
    assert passage.key == "p-sample/shot-1-1"


async def test_a_take_that_is_only_good_is_no_favourite() -> None:
    lessons = await learn(outcome(sample_take(score=0.75)))

    assert operations(lessons, "user_style", "favorite_successes") == []
    assert [passage.kind for passage in lessons.passages] == ["success"]


async def test_a_failed_take_leaves_its_root_cause() -> None:
    lessons = await learn(outcome(failed_take(error="server away")))

    (passage,) = lessons.passages
    assert passage.kind == "failure"
    assert passage.text.endswith("Root cause: server away")


async def test_patterns_are_as_many_as_configured() -> None:
    findings = tuple(replace(DULL, kind=f"odd.kind{i}") for i in range(20))

    lessons = await learn(outcome(sample_take(score=0.2, findings=findings)))

    assert len(operations(lessons, "quality_standards", "failure_patterns_to_avoid")) == 5


async def test_learning_twice_gives_the_same_keys() -> None:
    production = outcome(sample_take(score=0.3, findings=(DULL,)), sample_take(attempt=2))

    once, again = await learn(production), await learn(production)

    assert once == again
    assert all(edit.key.startswith("p-sample/tuner/") for edit in once.edits)
    assert len({edit.key for edit in once.edits}) == len(once.edits)


@pytest.mark.parametrize("as_passage", [False, True])
async def test_the_writer_heeds_what_the_tuner_learned(*, as_passage: bool) -> None:
    lessons = await learn(outcome(sample_take(score=0.3, findings=(WRONG,))))
    patterns = operations(lessons, "quality_standards", "failure_patterns_to_avoid")
    standards = QualityStandards(failure_patterns_to_avoid=tuple(str(text) for _, text in patterns))
    failures = tuple(Recalled(passage, 1.0) for passage in lessons.passages)
    knowledge = (
        Knowledge(failures=failures) if as_passage else Knowledge(quality_standards=standards)
    )
    writer = open_writer(WriterConfig(max_chars=1200, negative=""), Opening(Path()))

    prompt: Prompt = await writer.write(
        replace(SHOT, style="slow pan to the left"), Plan("batch", "B"), knowledge
    )

    assert "The camera pans to the left from the first frame to the last" in prompt.text
    assert read(prompt.text).camera == ("pan_left",)
