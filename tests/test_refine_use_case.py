"""The refine use case: repaired until good enough, or developed over rounds."""

from dataclasses import replace

import pytest

import mas_refine
from mas.errors import RequestError
from mas.language import read
from mas.nouns import Brief, Finding, Knowledge, Plan, SessionState, Take, Wish
from mas.testing import (
    HostBuilder,
    UseCaseContract,
    failed_take,
    sample_outcome,
    sample_result,
    sample_take,
)
from mas_refine.development import LONGEST_PROMPT, THEMES, develop
from mas_refine.repairs import repair
from mas_refine.settings import RefineConfig
from mas_refine.use_case import Refine

AUTO = RefineConfig(policy="auto", max_retries=None, remember="all", rounds=3, repairs=2)
TEXT = "A lighthouse stands on a cliff in a storm. The camera pans to the left."


class TestRefineLoop(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Refine:
        return Refine(AUTO)


class TestRefineRounds(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Refine:
        return Refine(replace(AUTO, policy="rounds"))


def test_the_plugin_adds_the_refine_use_case(mas_host: HostBuilder) -> None:
    added = mas_host(mas_refine).components()

    assert [(one.slot, one.kind) for one in added] == [("use_case", "refine")]


async def plan(
    text: str,
    concept: str = "a lighthouse in a storm",
    *,
    count: int | None = None,
    config: RefineConfig = AUTO,
    knowledge: Knowledge | None = None,
) -> Plan:
    wish = Wish("refine", text, concept=concept, count=count)
    return await Refine(config).plan(wish, Brief(text), knowledge or Knowledge())


def finding(kind: str, wanted: str = "", severity: float = 0.5) -> Finding:
    return Finding(kind, wanted, "nothing", "change it", severity)


# --- planning ---------------------------------------------------------------


async def test_without_rounds_a_shot_is_repaired_until_it_is_accepted() -> None:
    made = await plan("Refine a lighthouse in a storm until it is good")

    policy = made.refinement
    assert (policy.name, policy.reviser, policy.remember) == ("loop", "writer", "all")
    assert policy.stop_when_accepted
    assert policy.max_retries is None
    assert [shot.concept for shot in made.shots] == ["a lighthouse in a storm"]


async def test_rounds_go_on_from_the_best_whatever_the_grade() -> None:
    made = await plan("Polish a lighthouse in a storm over 4 rounds", count=4)

    policy = made.refinement
    assert (policy.name, policy.reviser, policy.max_retries) == ("rounds", "use_case", 3)
    assert not policy.stop_when_accepted


async def test_rounds_without_a_number_take_the_configured_one() -> None:
    assert (await plan("multi-round refinement of a lamp")).refinement.max_retries == 2


async def test_what_the_rounds_are_on_is_the_concept() -> None:
    made = await plan("Three rounds of refinement on a robot", "on a robot", count=3)

    assert made.shots[0].concept == "a robot"


@pytest.mark.parametrize(("policy", "name"), [("loop", "loop"), ("rounds", "rounds")])
async def test_the_config_can_fix_the_policy(policy: str, name: str) -> None:
    text = "Refine a lamp" if policy == "rounds" else "Refine a lamp over 3 rounds"

    made = await plan(text, config=replace(AUTO, policy=policy))

    assert made.refinement.name == name


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Refine a lamp until it is at least an A-", "A-"),
        ("Refine a lamp until it reaches B+", "B+"),
        ("Improve a lamp to grade A", "A"),
        ("Refine a lamp until it is a good one", None),
        ("Refine A Lamp In The Dark", None),
    ],
)
async def test_a_grade_in_the_brief_is_the_standard(text: str, grade: str | None) -> None:
    assert (await plan(text, "a lamp")).shots[0].min_grade == grade


@pytest.mark.parametrize(
    ("text", "retries"),
    [
        ("Refine a lamp, at most five retries", 5),
        ("Refine a lamp with up to 4 attempts", 3),
        ("Refine a lamp", None),
    ],
)
async def test_retries_in_the_brief_are_the_limit(text: str, retries: int | None) -> None:
    assert (await plan(text, "a lamp")).refinement.max_retries == retries


async def test_words_of_the_request_are_no_part_of_the_concept() -> None:
    made = await plan("x", "Refine a lamp in the rain until it is at least an A")

    assert made.shots[0].concept == "a lamp in the rain"


async def test_it_means_the_project_in_hand() -> None:
    knowledge = Knowledge(session_state=SessionState(in_progress_project="Mythical Guardians"))

    assert (await plan("Refine it", "it", knowledge=knowledge)).title == "Mythical Guardians"


async def test_it_means_nothing_to_a_newcomer() -> None:
    with pytest.raises(RequestError, match=r"does not say what to refine; .* brief="):
        await plan("Refine it", "it")


async def test_too_many_rounds_are_refused() -> None:
    with pytest.raises(RequestError, match="40 rounds were asked for; 1 to 12"):
        await plan("Refine a lamp over 40 rounds", "a lamp", count=40)


# --- revising ---------------------------------------------------------------


async def revised(*takes: Take) -> str:
    made = await plan("Polish a lighthouse over 5 rounds", count=5)
    prompt = await Refine(AUTO).revise(made.shots[0], takes, made, Knowledge())
    return prompt.text


async def test_a_round_starts_from_the_best_take() -> None:
    first = sample_take(text="A red lighthouse.", score=0.7)
    worse = sample_take(text="A green lighthouse.", score=0.4, attempt=1)

    assert (await revised(first, worse)).startswith("A red lighthouse.")


async def test_a_round_repairs_the_worst_findings_first() -> None:
    found = (
        finding("palette.missing", "green", 0.1),
        finding("camera.wrong", "orbit", 0.9),
        finding("palette.missing", "purple", 0.8),
    )

    text = await revised(sample_take(text=TEXT, findings=found))

    said = read(text)
    assert said.camera == ("orbit",)
    assert said.colours == ("purple",)


async def test_each_round_develops_another_theme() -> None:
    scores = (0.9, 0.2, 0.2, 0.2, 0.2)
    takes = [sample_take(text=TEXT, score=score, attempt=n) for n, score in enumerate(scores)]

    texts = {await revised(*takes[:number]) for number in range(1, 6)}

    assert len(texts) == 5, "a theme that did not help is not tried again"


async def test_failed_takes_are_no_starting_point() -> None:
    good = sample_take(text="A red lighthouse.")

    assert (await revised(good, failed_take(attempt=1))).startswith("A red lighthouse.")


def test_twenty_rounds_stay_within_what_a_model_follows() -> None:
    text = TEXT
    for number in range(2, 22):
        text = develop(text, number)

    assert text.startswith("A lighthouse stands on a cliff in a storm.")
    assert len(text.split()) <= LONGEST_PROMPT


def test_developing_keeps_the_users_choices() -> None:
    text = TEXT
    for number in range(2, 12):
        text = develop(text, number)

    before, after = read(TEXT), read(text)
    assert (after.colours, after.moods, after.camera, after.pacing) == (
        before.colours,
        before.moods,
        before.camera,
        before.pacing,
    )


def test_a_prompt_without_a_camera_move_is_given_one() -> None:
    assert read(develop("A lamp burns.", 3)).camera == ("dolly_in",)


@pytest.mark.parametrize(
    ("kind", "wanted", "sign"),
    [
        ("palette.weak", "purple", "Purple light"),
        ("sharpness.soft", "", "sharp focus"),
        ("flicker.high", "", "stays constant"),
        ("exposure.dark", "", "light source"),
        ("mood.too_bright", "dark", "Deep shadow"),
        ("frozen.frames", "", "Something moves"),
    ],
)
def test_a_finding_becomes_a_sentence(kind: str, wanted: str, sign: str) -> None:
    assert sign in repair(TEXT, finding(kind, wanted))


def test_camera_pace_and_sound_are_asked_for_in_words_that_judges_read() -> None:
    assert read(repair(TEXT, finding("camera.missing", "tilt_up"))).camera == ("tilt_up",)
    assert read(repair(TEXT, finding("motion.too_slow", "fast"))).pacing == ("fast",)
    assert read(repair("A lamp burns.", finding("audio.silent"))).sounds == ("wind",)


def test_a_repair_that_did_not_help_is_put_in_stronger_words() -> None:
    missing = finding("palette.missing", "purple")

    once = repair(TEXT, missing)
    twice = repair(once, missing)

    assert TEXT in once
    assert once in twice
    assert once != twice


@pytest.mark.parametrize(
    "found",
    [finding("duration.wrong"), finding("camera.wrong", "sideways"), finding("motion.too_slow")],
)
def test_what_a_prompt_cannot_change_is_left_alone(found: Finding) -> None:
    assert repair(TEXT, found) == TEXT


# --- learning ---------------------------------------------------------------


async def test_themes_that_raised_the_score_become_strategies() -> None:
    made = await plan("Polish a lighthouse over 3 rounds", count=3)
    takes = [sample_take(score=score, attempt=n) for n, score in enumerate((0.5, 0.4, 0.7))]
    outcome = sample_outcome(made, results=[sample_result(made.shots[0], *takes)])

    lessons = await Refine(AUTO).learn(outcome, Knowledge())

    (edit,) = lessons.edits
    assert edit.operations[0].field == "refinement_strategies"
    assert edit.operations[0].value == (f"developing {THEMES[1].name} raised the score",)
    assert lessons.say == ("Lighthouse in a storm: C (0.50) became B (0.70) at take 3 of 3",)


async def test_repairs_that_raised_the_score_become_strategies() -> None:
    made = await plan("Refine a lighthouse")
    first = sample_take(score=0.5, findings=(finding("palette.missing"), finding("flicker.high")))
    second = sample_take(score=0.8, attempt=1, findings=(finding("flicker.high"),))
    outcome = sample_outcome(made, results=[sample_result(made.shots[0], first, second)])

    lessons = await Refine(AUTO).learn(outcome, Knowledge())

    assert lessons.edits[0].operations[0].value == ("repairing palette.missing raised the score",)


async def test_a_first_take_that_stayed_the_best_teaches_no_strategy() -> None:
    made = await plan("Refine a lighthouse")
    takes = [sample_take(score=0.8), sample_take(score=0.5, attempt=1)]
    outcome = sample_outcome(made, results=[sample_result(made.shots[0], *takes)])

    lessons = await Refine(AUTO).learn(outcome, Knowledge())

    assert lessons.edits == ()
    assert lessons.say == ("Lighthouse in a storm: B (0.80), take 1 of 2 stayed the best",)
