"""From a brief to one plan: routing, each wish's plan, and their merger."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loguru import logger

from mas.engine.crew import Crew
from mas.engine.knowledge import with_edits
from mas.engine.machine import is_machines_fault
from mas.engine.plan_rules import check_plan
from mas.errors import MasError, PluginError
from mas.nouns import Brief, Knowledge, Offer, Plan, Routing, Shot, Wish


@dataclass(frozen=True, slots=True)
class Planned:
    """The merged plan, or None with what the Director said when it did not understand."""

    plan: Plan | None
    say: tuple[str, ...]


async def make_plan(crew: Crew, brief: Brief, knowledge: Knowledge) -> Planned:
    """Route the brief and plan every wish; what one wish teaches, the next ones know.

    Raises:
        MasError: a wish cannot be planned, or a plugin failed at it.
    """
    routing = await _route(crew, brief, knowledge)
    wishes = _with_route(routing.wishes, brief)
    if not wishes:
        return Planned(None, routing.say)
    plans: list[Plan] = []
    for wish in wishes:
        plan = await _plan(crew, wish, brief, knowledge)
        check_plan(plan)
        knowledge = _taught(plan, knowledge)
        plans.append(plan)
    return Planned(merge(plans), routing.say)


async def _route(crew: Crew, brief: Brief, knowledge: Knowledge) -> Routing:
    try:
        return await crew.director.route(brief, _offers(crew, brief.route), knowledge)
    except Exception as error:
        raise _told(error, "the Director failed to read the brief") from error


async def _plan(crew: Crew, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
    use_case = crew.use_cases.get(wish.use_case)
    if use_case is None:
        raise PluginError(
            f"the Director chose use case {wish.use_case!r}, which is not there; "
            f"there are {', '.join(crew.use_cases)}"
        )
    try:
        return await use_case.plan(wish, brief, knowledge)
    except Exception as error:
        raise _told(error, f"use case {wish.use_case} failed to plan {wish.text!r}") from error


def _taught(plan: Plan, knowledge: Knowledge) -> Knowledge:
    try:
        return with_edits(knowledge, plan.edits)
    except (AttributeError, TypeError) as error:
        what = f"use case {plan.use_case} planned an edit that no block can take"
        raise PluginError(f"{what}: {error}") from error


def _told(error: Exception, what: str) -> Exception:
    """The error itself when it speaks for itself, else one that names the plugin."""
    if isinstance(error, MasError) or is_machines_fault(error):
        return error
    logger.opt(exception=error).error("{what}", what=what)
    return PluginError(f"{what}: {type(error).__name__}: {error}")


def _offers(crew: Crew, route: str | None) -> tuple[Offer, ...]:
    """All offers; with a route, only the named use case and those that make no shots."""
    offers = tuple(use_case.describe() for use_case in crew.use_cases.values())
    if route is None:
        return offers
    return tuple(o for o in offers if o.name == route or not o.makes_shots)


def _with_route(wishes: Sequence[Wish], brief: Brief) -> tuple[Wish, ...]:
    if brief.route is None or any(wish.use_case == brief.route for wish in wishes):
        return tuple(wishes)
    return (*wishes, Wish(brief.route, brief.text, concept=brief.text))


def merge(plans: Sequence[Plan]) -> Plan:
    """Join plans into one; shots keep their own plan's rules, style and use case."""
    with_shots = [plan for plan in plans if plan.shots]
    lead = with_shots[0] if with_shots else plans[0]
    alone = len(with_shots) <= 1
    shots = lead.shots if alone else _joined_shots(with_shots)
    return replace(
        lead,
        title=lead.title if alone else " + ".join(plan.title for plan in with_shots),
        shots=shots,
        rules=lead.rules if alone else (),
        style=lead.style if alone else "",
        assembly=next((plan.assembly for plan in with_shots if plan.assembly), None),
        say=tuple(line for plan in plans for line in plan.say),
        edits=tuple(edit for plan in plans for edit in plan.edits),
        passages=tuple(passage for plan in plans for passage in plan.passages),
    )


def _joined_shots(plans: Sequence[Plan]) -> tuple[Shot, ...]:
    shots: list[Shot] = []
    for number, plan in enumerate(plans, start=1):
        renamed = {shot.shot_id: f"p{number}-{shot.shot_id}" for shot in plan.shots}
        shots.extend(
            replace(
                shot,
                shot_id=renamed[shot.shot_id],
                after=tuple(renamed[name] for name in shot.after),
                first_frame_from=renamed.get(shot.first_frame_from or ""),
                rules=(*plan.rules, *shot.rules),
                style=", ".join(part for part in (plan.style, shot.style) if part),
                use_case=shot.use_case or plan.use_case,
            )
            for shot in plan.shots
        )
    return tuple(shots)
