import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mas.agents.settings import WriterConfig
from mas.agents.writer import open_writer
from mas.language import read
from mas.nouns import Finding, Knowledge, Plan, Prompt, RefinementPolicy, Shot, Take
from mas.protocols import Opening
from mas.testing.outcomes import failed_take, sample_take

WRITER = open_writer(WriterConfig(max_chars=1200, negative="blurry"), Opening(Path()))
SHOT = Shot("shot-1", "The fox", "a fox in the snow", style="purple and blue tones, slow pan left")
PLAN = Plan("batch", "Batch", rules=("the fox wears a brass bell",))
KNOWLEDGE = Knowledge()


def found(kind: str, wanted: str = "", *, advice: str = "do better") -> Finding:
    return Finding(kind, wanted, "something else", advice)


async def revise(takes: Sequence[Take], *, shot: Shot = SHOT, plan: Plan = PLAN) -> Prompt:
    return await WRITER.revise(shot, plan, KNOWLEDGE, takes)


async def history(
    *findings_of_each: tuple[Finding, ...], shot: Shot = SHOT, plan: Plan = PLAN
) -> list[Prompt]:
    """Play a shot: write, then revise by each take's findings; returns all prompts."""
    prompts = [await WRITER.write(shot, plan, KNOWLEDGE)]
    takes: list[Take] = []
    for attempt, findings in enumerate(findings_of_each, start=1):
        take = sample_take(attempt=attempt, score=0.5, findings=findings)
        takes.append(replace(take, prompt=prompts[-1]))
        prompts.append(await revise(takes, shot=shot, plan=plan))
    return prompts


def added(before: Prompt, after: Prompt) -> str:
    old = before.text.split(". ")
    return ". ".join(s for s in after.text.split(". ") if s not in old)


async def test_a_missing_colour_is_named_in_several_places_of_the_picture() -> None:
    first, second = await history((found("palette.missing", "purple"),))

    assert "Purple fills the sky" in added(first, second)
    assert added(first, second).lower().count("purple") >= 3
    assert {"purple", "blue"} <= set(read(second.text).colours)


async def test_several_missing_colours_share_one_sentence() -> None:
    first, second = await history(
        (found("palette.missing", "purple"), found("palette.weak", "blue"))
    )

    assert "Purple and blue fill the sky" in added(first, second)


async def test_a_wrong_move_is_stated_plainly_and_alone() -> None:
    first, second = await history((found("camera.wrong", "pan_left"),))

    assert "The camera pans to the left from the first frame to the last" in added(first, second)
    assert second.text.count("The camera ") == 1


async def test_a_move_that_stays_wrong_comes_first_and_louder() -> None:
    wrong = (found("camera.wrong", "pan_left"),)

    *_, third = await history(wrong, wrong)

    assert third.text.startswith("The camera pans to the left")
    assert "continuous" in third.text.split(". ")[0]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("motion.too_slow", "energetic motion"),
        ("motion.too_fast", "unhurried"),
        ("exposure.dark", "Enough light"),
        ("exposure.bright", "light is held back"),
        ("exposure.clipped", "even range of tones"),
        ("sharpness.soft", "crisp"),
        ("flicker.high", "constant from frame to frame"),
        ("frozen.frames", "moves in every single frame"),
        ("duplicate.frames", "differs from the one before"),
        ("black.frames", "visible from the very first frame"),
        ("audio.missing", "clearly heard"),
        ("audio.silent", "clearly heard"),
        ("audio.clipped", "well below distortion"),
        ("size.wrong", "edge to edge"),
        ("duration.wrong", "full length"),
    ],
)
async def test_each_kind_of_finding_changes_the_prompt_visibly(kind: str, says: str) -> None:
    first, second = await history((found(kind),))

    assert says in added(first, second)


async def test_an_unknown_kind_is_answered_by_its_advice() -> None:
    first, second = await history((found("hat.missing", "a hat", advice="put a hat on the fox"),))

    assert second.text == f"{first.text} Put a hat on the fox."


async def test_a_missing_sound_replaces_the_sound_sentence() -> None:
    _, second = await history((found("audio.silent"),))

    assert second.text.count("soundtrack") == 1
    assert set(read(second.text).sounds) >= {"wind"} or "bells" in read(second.text).sounds


async def test_words_that_work_against_a_change_are_exchanged() -> None:
    shot = replace(SHOT, style="purple tones, fast pan left")

    _, second = await history((found("motion.too_fast", "slow"),), shot=shot)

    assert "swiftly" not in second.text


async def test_what_failed_is_named_in_the_negative_prompt() -> None:
    _, second = await history((found("flicker.high"),))

    assert second.negative == "blurry, flicker"


async def test_nothing_asked_for_is_dropped_over_many_revisions() -> None:
    kinds = ("palette.missing", "camera.wrong", "motion.too_slow", "exposure.dark", "audio.silent")
    wanted = {"palette.missing": "purple", "camera.wrong": "pan_left"}
    findings = tuple(found(kind, wanted.get(kind, "")) for kind in kinds)

    for prompt in await history(*[findings] * 6):
        assert PLAN.rules[0] in prompt.text.lower()
        assert "purple and blue tones" in prompt.text
        assert {"purple", "blue"} <= set(read(prompt.text).colours)
        assert "pan_left" in read(prompt.text).camera
        assert re.match(r".*\bfox\b", prompt.text)


@pytest.mark.parametrize(
    "findings",
    [
        pytest.param((), id="none"),
        pytest.param((found("palette.missing", "purple"),), id="palette"),
        pytest.param((found("camera.wrong", "static"),), id="camera"),
        pytest.param((found("exposure.dark"),), id="exposure"),
        pytest.param((found("odd.kind"),), id="unknown"),
    ],
)
async def test_no_prompt_is_tried_twice(findings: tuple[Finding, ...]) -> None:
    prompts = await history(*[findings] * 14)

    assert len({prompt.text for prompt in prompts}) == 15


async def test_stronger_remedies_take_the_place_of_milder_ones() -> None:
    dark = (found("exposure.dark"),)

    *_, third = await history(dark, dark)

    assert "Enough light" not in third.text
    assert "key light" in third.text


async def test_the_last_take_is_repaired() -> None:
    good = sample_take(score=0.9, text="A fox waits.")
    last = sample_take(attempt=2, score=0.2, text="A fox runs.", findings=(found("exposure.dark"),))

    prompt = await revise([good, last])

    assert prompt.text.startswith("A fox runs. Enough light")


async def test_rounds_develop_the_best_take() -> None:
    plan = replace(PLAN, refinement=RefinementPolicy(name="rounds"))
    good = sample_take(score=0.9, text="A fox waits.")
    last = sample_take(attempt=2, score=0.2, text="A fox runs.")

    prompt = await revise([good, last], plan=plan)

    assert prompt.text.startswith("A fox waits. ")
    assert len(prompt.text) > len("A fox waits. ")


async def test_a_prompt_that_was_never_rendered_may_be_tried_again() -> None:
    take = failed_take()

    assert await revise([take]) == take.prompt


async def test_a_prompt_of_anybody_is_repaired_too() -> None:
    bare = replace(
        sample_take(text="A thing.", findings=(found("palette.missing", "teal"),)),
        prompt=Prompt("A thing.", title="T"),
    )

    prompt = await revise([bare], shot=Shot("shot-1", "T", "a thing"), plan=Plan("batch", "B"))

    assert prompt.text == (
        "A thing. Teal fills the sky, teal tints the light, and the ground reflects teal."
    )


async def test_verbatim_shots_are_never_revised() -> None:
    shot = Shot("shot-1", "T", "exactly this", verbatim=True)

    assert (
        await revise([sample_take(findings=(found("exposure.dark"),))], shot=shot)
    ).text == "exactly this"
