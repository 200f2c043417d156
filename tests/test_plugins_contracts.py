"""The shipped contracts accept a component that keeps the rules and catch one that breaks them."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from mas.nouns import (
    Assignment,
    Brief,
    Edit,
    Finding,
    Format,
    Knowledge,
    Lessons,
    Offer,
    Operation,
    Outcome,
    Passage,
    Plan,
    Rendered,
    RenderOrder,
    Score,
    Shot,
    Wanted,
    Wish,
)
from mas.protocols import ClipFacts, Frame, Needs, Samples, Watch
from mas.testing import EvaluatorContract, RendererContract, UseCaseContract, tiny_clip
from mas.testing.evaluator_contract import check_score
from mas.testing.use_case_contract import check_edits, check_json, check_passages, check_shots

# --- a renderer -------------------------------------------------------------


class SquareRenderer:
    """Renders a moving square at once; the faults are what the contract must catch."""

    kind = "square"
    format = Format(128, 96, 9, 8)

    def __init__(self, *, starts_again: bool = False, leaves_rubbish: bool = False) -> None:
        self.servers: Mapping[str, int] = {"local": 1}
        self._started: set[str] = set()
        self._starts_again = starts_again
        self._leaves_rubbish = leaves_rubbish

    async def assign(self, order: RenderOrder, server: str, staging: Path) -> Assignment:
        return Assignment(order, self.kind, server, f"square-{order.take_id}", str(staging))

    async def submit_or_find(self, assignment: Assignment) -> bool:
        new = self._starts_again or assignment.prompt_id not in self._started
        self._started.add(assignment.prompt_id)
        return new

    async def wait(self, assignment: Assignment, progress: Callable[[float], None]) -> None:
        progress(1.0)

    async def collect(self, assignment: Assignment, destination: Path) -> Rendered:
        order = assignment.order
        tiny_clip(
            destination,
            frames=order.format.frames,
            fps=order.format.fps,
            width=order.format.width,
            height=order.format.height,
        )
        if self._leaves_rubbish:
            destination.with_suffix(".part").touch()
        sha256 = hashlib.sha256(destination.read_bytes()).hexdigest()
        return Rendered(str(destination), sha256)

    async def cancel(self, assignment: Assignment) -> None:
        self._started.discard(assignment.prompt_id)


class TestSquareRenderer(RendererContract):
    @pytest.fixture
    def renderer(self) -> SquareRenderer:
        return SquareRenderer()


@pytest.fixture
def order() -> RenderOrder:
    return RendererContract.order.__wrapped__(RendererContract())  # type: ignore[attr-defined, no-any-return]


async def test_a_renderer_that_starts_twice_is_caught(order: RenderOrder, tmp_path: Path) -> None:
    renderer = SquareRenderer(starts_again=True)

    with pytest.raises(AssertionError, match="running or done already"):
        await RendererContract().test_a_take_is_started_once(renderer, order, tmp_path)


async def test_a_renderer_that_leaves_rubbish_is_caught(order: RenderOrder, tmp_path: Path) -> None:
    renderer = SquareRenderer(leaves_rubbish=True)
    contract = RendererContract()

    with pytest.raises(AssertionError, match="nothing unfinished stays"):
        await contract.test_the_whole_clip_lies_where_it_was_asked_for(renderer, order, tmp_path)


# --- an evaluator -----------------------------------------------------------


class Brightness:
    """Scores the mean luma; `shared` keeps one watch for all clips, which is a mistake."""

    name = "brightness"
    needs = Needs(audio=True)

    def __init__(self, *, shared: bool = False) -> None:
        self._watch = BrightnessWatch() if shared else None

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        return self._watch or BrightnessWatch()


class BrightnessWatch:
    def __init__(self) -> None:
        self._lumas: list[float] = []

    def see(self, frame: Frame) -> None:
        self._lumas.append(float(frame.grey.mean()))

    def hear(self, samples: Samples) -> None:
        assert samples.ndim == 2

    def score(self) -> Score:
        return Score("brightness", sum(self._lumas) / len(self._lumas) / 255)


class TestBrightness(EvaluatorContract):
    @pytest.fixture
    def evaluator(self) -> Brightness:
        return Brightness()


def test_a_judge_that_mixes_clips_is_caught(tmp_path: Path) -> None:
    clip = tiny_clip(tmp_path / "moving.mp4")

    with pytest.raises(AssertionError):
        EvaluatorContract().test_two_clips_at_once_are_kept_apart(
            Brightness(shared=True), Wanted(""), clip, tmp_path
        )


GOOD_FINDING = Finding("palette.missing", "purple", "0 %", "add purple")


@pytest.mark.parametrize(
    "score",
    [
        pytest.param(Score("other", 0.5), id="another name"),
        pytest.param(Score("brightness", 1.2), id="over the range"),
        pytest.param(Score("brightness", float("nan")), id="not a number"),
        pytest.param(Score("brightness", None), id="no reason"),
        pytest.param(
            Score("brightness", 0.5, findings=(replace(GOOD_FINDING, kind="Palette"),)), id="kind"
        ),
        pytest.param(
            Score("brightness", 0.5, findings=(replace(GOOD_FINDING, advice=""),)), id="advice"
        ),
        pytest.param(
            Score("brightness", 0.5, findings=(replace(GOOD_FINDING, severity=2),)), id="severity"
        ),
    ],
)
def test_a_score_that_breaks_the_rules_is_caught(score: Score) -> None:
    with pytest.raises(AssertionError):
        check_score(Brightness(), score)


def test_details_that_are_no_json_are_caught() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        check_score(Brightness(), Score("brightness", 0.5, details={"sharpness": float("inf")}))


def test_a_score_that_keeps_the_rules_passes() -> None:
    check_score(Brightness(), Score("brightness", 0.5, findings=(GOOD_FINDING,)))


# --- a use case -------------------------------------------------------------

OFFER = Offer("pair", "Films a thing twice.", examples=("Make a pair of owls",), cues=("pair of",))


class Pair:
    """Two shots of one thing; the second waits for the first."""

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        first = Shot("first", wish.concept, wish.concept)
        return Plan(
            "pair",
            wish.concept,
            (first, replace(first, shot_id="second", after=("first",))),
            edits=(edit("current_series", "set", "series_theme", wish.concept),),
        )

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        kept = tuple(r.shot.title for r in outcome.results if r.best_take)
        text = ", ".join(kept) or "nothing"
        passage = Passage(f"pair/{outcome.production_id}", "pair", text, outcome.brief.user)
        return Lessons((edit("user_style", "add", "favorite_successes", kept),), (passage,))


def edit(label: str, op: str, field: str, value: str | int | tuple[str, ...]) -> Edit:
    operation = Operation(op, field, value)  # type: ignore[arg-type]
    return Edit(label, (operation,), who="pair", why="a pair was made")


class TestPair(UseCaseContract):
    @pytest.fixture
    def use_case(self) -> Pair:
        return Pair()


OWL = Shot("owl", "Owl", "an owl")


@pytest.mark.parametrize(
    "shots",
    [
        pytest.param((OWL, OWL), id="the same id twice"),
        pytest.param((replace(OWL, shot_id="Owl 1"),), id="odd id"),
        pytest.param((replace(OWL, title=" "),), id="no title"),
        pytest.param((replace(OWL, after=("elk",)),), id="after nobody"),
        pytest.param((replace(OWL, first_frame_from="owl"),), id="its own first frame"),
        pytest.param((replace(OWL, min_grade="Z"),), id="no grade"),
    ],
)
def test_a_plan_that_breaks_the_rules_is_caught(shots: tuple[Shot, ...]) -> None:
    with pytest.raises(AssertionError):
        check_shots(Plan("pair", "Owls", shots))


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(edit("user_styles", "set", "mood", "dark"), id="block"),
        pytest.param(edit("user_style", "set", "moods", "dark"), id="field"),
        pytest.param(edit("user_style", "increment", "mood_preferences", 1), id="no number"),
        pytest.param(edit("session_state", "add", "last_activity", "now"), id="no list"),
        pytest.param(edit("session_state", "set", "last_activity", 3), id="type"),
    ],
)
def test_an_edit_that_no_store_takes_is_caught(wrong: Edit) -> None:
    with pytest.raises(AssertionError):
        check_edits([wrong])


def test_passages_of_another_user_or_with_one_key_are_caught() -> None:
    mine = Passage("owl", "pair", "an owl", "ada")

    with pytest.raises(AssertionError):
        check_passages([mine, replace(mine, user="bob")], "ada")
    with pytest.raises(AssertionError, match="one of two would be lost"):
        check_passages([mine, replace(mine, text="an elk")], "ada")


def test_a_plan_that_cannot_be_journaled_is_caught() -> None:
    with pytest.raises(AssertionError, match="cannot be journaled"):
        check_json(Plan("pair", Path("owl")))  # type: ignore[arg-type]
