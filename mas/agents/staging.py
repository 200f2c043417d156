"""The first sentences of a prompt: the subject, what it does, and where."""

import re

from mas.agents import actions, verbs
from mas.agents.choice import pick
from mas.agents.daylight import suits
from mas.agents.english import article, conjugate
from mas.agents.places import NEUTRAL_DETAILS
from mas.agents.scene import Scene, say
from mas.agents.subjects import is_known

_VIEW = re.compile(
    r"(?:(?:drone|aerial|wide|macro|tracking|establishing|cinematic|slow[\s-]motion|extreme|bird's[\s-]eye)\s+)*"
    r"(?:shot|view|close-?up|portrait|time-?lapse|montage|picture|image)\s+of\b"
)


def opening(scene: Scene) -> str:
    """Say the concept as a sentence; a subject without a verb is given one."""
    concept = scene.concept
    match concept.kind:
        case "prose":
            return concept.text
        case "gerund":
            return f"A lone figure is {concept.text[0].lower()}{concept.text[1:]}"
        case "clause":
            return f"{concept.subject} {concept.rest}"
        case "doing" | "state":
            return f"{concept.subject} {conjugate('be', plural=concept.plural)} {concept.rest}"
        case "phrase":
            return _phrase(scene)
    return _shown(scene)


def action(scene: Scene) -> str:
    """Say what the subject does next, or show how it does what the concept says."""
    concept = scene.concept
    if concept.kind == "plain" or concept.subject_class == "thing" or concept.kind == "prose":
        table, kind = (actions.DETAILS if concept.acts else actions.ACTIONS), "thing"
    elif concept.acts or concept.kind == "state":
        table, kind = actions.DETAILS, concept.subject_class
    else:
        table, kind = actions.ACTIONS, concept.subject_class
    return say(scene.choose(table.get(kind, table["thing"]), "action"), concept)


def setting(scene: Scene) -> str:
    """Describe what surrounds the subject."""
    place = scene.setting
    details = place.details if place else NEUTRAL_DETAILS
    seen = tuple(detail for detail in details if suits(detail, scene.asks.time_of_day))
    return scene.choose(seen or details, "setting")


def _phrase(scene: Scene) -> str:
    concept = scene.concept
    if concept.subject_class in actions.STANDING:
        return _placed(scene)
    if concept.subject_class == "abstract" and not concept.rest:
        verb = conjugate("take", plural=concept.plural)
        return f"{concept.subject} {verb} the shape of {scene.choose(actions.EMBODIMENTS, 'shape')}"
    return _shown(scene)


def _shown(scene: Scene) -> str:
    """A frame that any noun phrase fits into."""
    text = _inside(scene.concept.text)
    if _VIEW.match(text):
        text = f"{article(text)} {text}"
    return scene.choose(actions.OPENINGS, "opening").format(concept=text)


def _placed(scene: Scene) -> str:
    concept, kind = scene.concept, scene.concept.subject_class
    first = concept.rest.split()[0].lower() if concept.rest else ""
    if first in verbs.PATHS - {"over", "around"} and kind in actions.MOVING:
        verb = pick(actions.MOVING[kind], scene.salt, "verb")
    elif first in {"over", "above"} and kind in actions.ABOVE:
        verb = actions.ABOVE[kind]
    else:
        verb = pick(actions.STANDING[kind], scene.salt, "verb")
    head, _, tail = verb.replace("{their}", concept.their).partition(" ")
    said = f"{conjugate(head, plural=concept.plural)} {tail}".strip()
    return f"{concept.subject} {said} {concept.rest or _where(scene)}"


def _where(scene: Scene) -> str:
    place = scene.setting if scene.concept.subject_class != "landscape" else None
    return scene.choose(place.where, "where") if place else "before the lens"


def _inside(text: str) -> str:
    """Lower the first letter of a text that goes on inside a sentence, unless it is a name."""
    first = text.partition(" ")[0].lower()
    common = first in verbs.DETERMINERS | verbs.PLACES | verbs.ADJECTIVES or is_known(first)
    is_title = text.istitle() and " " in text
    return text[0].lower() + text[1:] if common and not is_title else text
