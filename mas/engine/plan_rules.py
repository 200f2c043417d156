"""What every plan keeps, whoever made it: so that no shot waits for what never comes."""

import re

from mas.errors import PluginError
from mas.nouns import Grade, Plan, Shot

_SHOT_ID = re.compile(r"[a-z0-9-]+")
_REMEMBERED = ("last", "best", "all")
_REVISERS = ("writer", "use_case")


def check_plan(plan: Plan) -> None:
    """Refuse a plan that could not be carried out.

    Raises:
        PluginError: names the use case, the shot and the rule.
    """
    policy = plan.refinement
    if policy.remember not in _REMEMBERED or policy.reviser not in _REVISERS:
        raise PluginError(
            f"use case {plan.use_case} planned a refinement that remembers {policy.remember!r} and "
            f"is revised by {policy.reviser!r}; choose of {', '.join(_REMEMBERED)} and of "
            f"{', '.join(_REVISERS)}"
        )
    earlier: set[str] = set()
    for shot in plan.shots:
        if trouble := _trouble(shot, earlier):
            raise PluginError(f"use case {plan.use_case} planned shot {shot.shot_id!r} {trouble}")
        earlier.add(shot.shot_id)


def waits_for(shot: Shot) -> tuple[str, ...]:
    """The shots that must have ended before this one is recalled and written."""
    first = (shot.first_frame_from,) if shot.first_frame_from else ()
    return tuple(dict.fromkeys((*shot.after, *first)))


def _trouble(shot: Shot, earlier: set[str]) -> str:
    if not _SHOT_ID.fullmatch(shot.shot_id):
        return "; a shot's id is made of a-z, 0-9 and -"
    if shot.shot_id in earlier:
        return "twice; each shot has an id of its own"
    missing = [name for name in waits_for(shot) if name not in earlier]
    if missing:
        return f"after {missing[0]!r}, which is no earlier shot of the plan"
    if shot.min_grade is not None and shot.min_grade not in {grade.value for grade in Grade}:
        return f"with min_grade {shot.min_grade!r}; it is one of {', '.join(map(str, Grade))}"
    return ""
