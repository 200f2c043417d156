"""The refine use case: two refinement policies over the one engine loop."""

from collections.abc import Sequence
from dataclasses import replace

from mas.errors import RequestError
from mas.nouns import (
    Brief,
    Edit,
    Knowledge,
    Lessons,
    Offer,
    Operation,
    Outcome,
    Passage,
    Plan,
    Prompt,
    RefinementPolicy,
    Shot,
    Take,
    Wish,
)
from mas.protocols import Opening
from mas_refine.asking import least_grade, most_retries, wants_rounds, what_to_refine
from mas_refine.development import develop
from mas_refine.lessons import best_of, journey, strategies
from mas_refine.repairs import repair
from mas_refine.settings import RefineConfig

NAME = "refine"
MOST_ROUNDS = 12
OFFER = Offer(
    name=NAME,
    summary=(
        "Makes one shot better: repairs it by its findings until it is good enough, or develops it "
        "over a number of rounds, each from the best take so far."
    ),
    examples=(
        "Refine a lighthouse in a storm until it is at least an A-",
        "Keep improving a neon alley in the rain, at most five attempts",
        "Polish a paper boat on a river over 4 rounds",
        "Three rounds of refinement on a dancing robot",
    ),
    cues=(
        "refine", "refining", "refinement", "improve", "improving", "polish", "polishing",
        "perfect", "iterate", "iterations", "rounds", "rounds of", "multi-round", "quality loop",
        "until it is good", "until it is at least", "at least an a", "at least a b", "keep trying",
        "best possible", "push it further", "develop over",
    ),
)  # fmt: skip


class Refine:
    """Plans one shot with a refinement policy, and revises it round by round."""

    def __init__(self, config: RefineConfig) -> None:
        self._config = config

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        concept = what_to_refine(wish) or knowledge.session_state.in_progress_project
        if not concept:
            raise RequestError(
                f"{wish.text!r} does not say what to refine; "
                'for example: brief="Refine a lighthouse in a storm until it is at least an A-"'
            )
        policy = self._policy(wish)
        title = wish.title or _titled(concept)
        shot = Shot(shot_id="s01", title=title, concept=concept, min_grade=least_grade(wish))
        return Plan(
            use_case=NAME,
            title=title,
            shots=(shot,),
            style=wish.style,
            refinement=policy,
            say=(_promise(policy, shot),),
        )

    async def revise(
        self, shot: Shot, takes: Sequence[Take], plan: Plan, knowledge: Knowledge
    ) -> Prompt:
        """Start from the best take: repair its worst findings, then develop the round's theme."""
        best = best_of(tuple(takes)) or takes[-1]
        found = best.assessment.findings if best.assessment else ()
        text = best.prompt.text
        for finding in sorted(found, key=lambda f: -f.severity)[: self._config.repairs]:
            text = repair(text, finding)
        return replace(best.prompt, text=develop(text, round_number=len(takes) + 1))

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        if not outcome.results:
            return Lessons()
        name = outcome.plan.refinement.name
        learned = tuple(
            dict.fromkeys(step for result in outcome.results for step in strategies(result, name))
        )
        say = tuple(journey(result) for result in outcome.results)
        text = ". ".join((*say, *learned))
        return Lessons(edits=_edits(learned, outcome), passages=(_passage(text, outcome),), say=say)

    def _policy(self, wish: Wish) -> RefinementPolicy:
        by_rounds = wants_rounds(wish) if self._config.policy == "auto" else None
        if by_rounds or self._config.policy == "rounds":
            return self._rounds(wish.count or self._config.rounds)
        asked = most_retries(wish)
        return RefinementPolicy(
            name="loop",
            max_retries=self._config.max_retries if asked is None else asked,
            stop_when_accepted=True,
            remember=self._config.remember,
            reviser="writer",
        )

    def _rounds(self, count: int) -> RefinementPolicy:
        """The reviser sees all takes: it starts from the best, and must know the round it is in."""
        if not 1 <= count <= MOST_ROUNDS:
            raise RequestError(f"{count} rounds were asked for; 1 to {MOST_ROUNDS} can be made")
        return RefinementPolicy(
            name="rounds",
            max_retries=count - 1,
            stop_when_accepted=False,
            remember="all",
            reviser="use_case",
        )


def open_use_case(config: RefineConfig, opening: Opening) -> Refine:
    """Build the use case; it needs nothing of its surroundings."""
    return Refine(config)


def _titled(concept: str) -> str:
    words = concept.split(",", maxsplit=1)[0].split() or concept.split()
    words = words[1:] if words[0].lower() in {"a", "an", "the"} and len(words) > 1 else words
    title = " ".join(words[:6])[:80].rstrip()
    return title[:1].upper() + title[1:]


def _promise(policy: RefinementPolicy, shot: Shot) -> str:
    if policy.name == "rounds":
        return f"{(policy.max_retries or 0) + 1} rounds, each from the best take so far"
    standard = shot.min_grade or "your standard"
    return f"{shot.title} is repaired until it reaches {standard}, or the retries are used up"


def _edits(learned: tuple[str, ...], outcome: Outcome) -> tuple[Edit, ...]:
    if not learned:
        return ()
    edit = Edit(
        label="quality_standards",
        operations=(Operation("add", "refinement_strategies", learned),),
        who="use_case.refine",
        why="these steps raised the score",
        key=f"{outcome.production_id}/refine/strategies",
        production_id=outcome.production_id,
    )
    return (edit,)


def _passage(text: str, outcome: Outcome) -> Passage:
    return Passage(
        key=f"{outcome.production_id}/refine/assessment",
        kind="assessment",
        text=text,
        user=outcome.brief.user,
        use_case=NAME,
        production_id=outcome.production_id,
        created_at=outcome.finished_at,
    )
