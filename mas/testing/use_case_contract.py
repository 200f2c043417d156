"""The behaviour that every use case shares. Subclass, supply the fixture, done."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime

import pytest

from mas.nouns import (
    BlockSpec,
    Brief,
    Edit,
    Grade,
    Knowledge,
    Lessons,
    Operation,
    Outcome,
    Passage,
    Plan,
    Wish,
)
from mas.protocols import UseCase
from mas.testing.outcomes import failed_take, sample_outcome, sample_result, sample_take

USER = "ada"


class UseCaseContract:
    """Subclass as `TestX` and define a `use_case` fixture.

    Override `wish` or `brief` if the use case answers only special ones, and `block_specs` if it
    edits blocks of its own plugin.
    """

    @pytest.fixture
    def wish(self, use_case: UseCase) -> Wish:
        """Give the wish that is planned."""
        text = "Create 3 videos of mythical creatures in purple mist"
        name = use_case.describe().name
        return Wish(name, text, concept="mythical creatures in purple mist", count=3)

    @pytest.fixture
    def brief(self, wish: Wish) -> Brief:
        """Give the brief that the wish came from."""
        return Brief(wish.text, user=USER, seed=7)

    @pytest.fixture
    def block_specs(self) -> tuple[BlockSpec, ...]:
        """Give the blocks that the use case's own plugin adds."""
        return ()

    def test_it_describes_itself_to_the_director(self, use_case: UseCase) -> None:
        offer = use_case.describe()

        assert re.fullmatch(r"[a-z][a-z0-9_]*", offer.name)
        assert offer.summary
        assert offer.examples, "an example is what people and models learn from"
        assert offer.cues
        assert all(cue == cue.lower() for cue in offer.cues), "cues are lower case"

    async def test_a_plan_is_sound(self, use_case: UseCase, wish: Wish, brief: Brief) -> None:
        offer = use_case.describe()

        plan = await use_case.plan(wish, brief, Knowledge())

        assert plan.use_case == offer.name
        assert plan.title
        assert bool(plan.shots) == offer.makes_shots
        check_shots(plan)
        check_json(plan)

    async def test_a_plan_is_the_same_every_time(
        self, use_case: UseCase, wish: Wish, brief: Brief
    ) -> None:
        first = await use_case.plan(wish, brief, Knowledge())

        assert await use_case.plan(wish, brief, Knowledge()) == first

    async def test_what_a_plan_learns_is_valid(
        self, use_case: UseCase, wish: Wish, brief: Brief, block_specs: tuple[BlockSpec, ...]
    ) -> None:
        plan = await use_case.plan(wish, brief, Knowledge())

        check_edits(plan.edits, block_specs)
        check_passages(plan.passages, brief.user)

    async def test_an_ended_production_teaches_valid_lessons(
        self, use_case: UseCase, wish: Wish, brief: Brief, block_specs: tuple[BlockSpec, ...]
    ) -> None:
        plan = await use_case.plan(wish, brief, Knowledge())

        for outcome in (_whole(plan, brief), _broken(plan, brief), _empty(plan, brief)):
            lessons = await use_case.learn(outcome, Knowledge())
            check_lessons(lessons, brief.user, block_specs)
            assert await use_case.learn(outcome, Knowledge()) == lessons

    async def test_a_revision_is_a_prompt(
        self, use_case: UseCase, wish: Wish, brief: Brief
    ) -> None:
        plan = await use_case.plan(wish, brief, Knowledge())
        revise = getattr(use_case, "revise", None)
        if plan.refinement.reviser != "use_case" and revise is None:
            return

        assert revise, "the plan names the use case as the reviser, so it needs `revise`"
        for shot in plan.shots:
            takes = (sample_take(shot_id=shot.shot_id, score=0.4, text=shot.concept),)
            prompt = await revise(shot, takes, plan, Knowledge())
            assert prompt.text.strip()


def check_shots(plan: Plan) -> None:
    """Assert that shots are named, told apart, and wait only for shots before them."""
    seen: set[str] = set()
    for shot in plan.shots:
        assert re.fullmatch(r"[a-z0-9-]+", shot.shot_id)
        assert shot.shot_id not in seen, "shot ids are unique"
        assert shot.title.strip()
        assert shot.concept.strip()
        waits_for = {*shot.after, *([shot.first_frame_from] if shot.first_frame_from else [])}
        assert waits_for <= seen, "a shot waits only for shots that stand before it"
        assert shot.min_grade is None or shot.min_grade in tuple(Grade)
        seen.add(shot.shot_id)


def check_lessons(lessons: Lessons, user: str, specs: Iterable[BlockSpec] = ()) -> None:
    """Assert that lessons can be stored: known blocks and fields, one user, unique keys."""
    check_edits(lessons.edits, specs)
    check_passages(lessons.passages, user)
    assert all(sentence.strip() for sentence in lessons.say)
    check_json(lessons)


def check_edits(edits: Iterable[Edit], specs: Iterable[BlockSpec] = ()) -> None:
    """Assert that edits name known blocks and fields with values of the right type."""
    core = [(f.name, getattr(Knowledge(), f.name)) for f in fields(Knowledge)]
    blocks = {label: block for label, block in core if is_dataclass(block)}
    blocks |= {spec.label: spec.type() for spec in specs}
    for edit in edits:
        assert edit.label in blocks, f"no block is called {edit.label!r}"
        assert edit.who
        assert edit.why
        for operation in edit.operations:
            _check_operation(operation, blocks[edit.label])


def check_passages(passages: Iterable[Passage], user: str) -> None:
    """Assert that passages belong to the user and have keys of their own."""
    passages = list(passages)
    assert all(passage.user == user for passage in passages)
    assert all(passage.key and passage.kind and passage.text for passage in passages)
    keys = [passage.key for passage in passages]
    assert len(set(keys)) == len(keys), "the same key replaces, so one of two would be lost"


def check_json(value: Plan | Lessons) -> None:
    """Assert that the journal can hold a value: nothing in it but JSON and times."""
    json.dumps(asdict(value), default=_time, allow_nan=False)


def _time(value: object) -> str:
    assert isinstance(value, datetime), f"{value!r} cannot be journaled"
    assert value.tzinfo, "times are aware"
    return value.isoformat()


def _check_operation(operation: Operation, block: object) -> None:
    default = getattr(block, operation.field, None)
    where = f"{type(block).__name__}.{operation.field}"
    assert default is not None, f"there is no {where}"
    if operation.op in ("add", "remove"):
        assert isinstance(default, tuple), f"{where} is no list"
        items = operation.value if isinstance(operation.value, tuple) else (operation.value,)
        assert all(isinstance(item, str) and item for item in items)
    elif operation.op == "increment":
        assert isinstance(default, int | float), f"{where} is no number"
        assert isinstance(operation.value, int | float)
    else:
        assert isinstance(operation.value, type(default)), f"{where} is a {type(default).__name__}"


def _whole(plan: Plan, brief: Brief) -> Outcome:
    return sample_outcome(plan, brief=brief.text, user=brief.user)


def _broken(plan: Plan, brief: Brief) -> Outcome:
    results = [sample_result(shot, failed_take(shot_id=shot.shot_id)) for shot in plan.shots]
    return sample_outcome(plan, brief=brief.text, user=brief.user, results=results)


def _empty(plan: Plan, brief: Brief) -> Outcome:
    return sample_outcome(plan, brief=brief.text, user=brief.user, results=())
