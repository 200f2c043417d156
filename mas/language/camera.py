"""Camera moves, and the many ways to ask for them."""

import re

from mas.language.matching import Match, find
from mas.language.negation import is_negated

CAMERA_MOVES: tuple[str, ...] = (
    "static", "pan_left", "pan_right", "tilt_up", "tilt_down", "zoom_in", "zoom_out",
    "dolly_in", "dolly_out", "orbit", "handheld",
)  # fmt: skip

_OPPOSITES = {
    "pan_left": "pan_right", "tilt_up": "tilt_down", "zoom_in": "zoom_out",
    "dolly_in": "dolly_out",
}  # fmt: skip
_OPPOSITES |= {value: key for key, value in _OPPOSITES.items()}

# Fixed phrases; everything with a verb and a direction is found by the patterns below.
VOCABULARY: dict[str, str] = {
    "static camera": "static", "static shot": "static", "static frame": "static",
    "locked off": "static", "locked camera": "static", "locked shot": "static",
    "fixed camera": "static", "fixed shot": "static", "fixed frame": "static",
    "still camera": "static", "stationary camera": "static", "motionless camera": "static",
    "on a tripod": "static", "tripod shot": "static", "tripod": "static",
    "slow pan": "pan_right", "slow pans": "pan_right", "slow zooms": "zoom_in", "camera pans": "pan_right", "camera pan": "pan_right",
    "smooth pan": "pan_right", "gentle pan": "pan_right", "quick pan": "pan_right",
    "fast pan": "pan_right", "whip pan": "pan_right", "panning shot": "pan_right",
    "panning camera": "pan_right", "panorama shot": "pan_right", "panoramic shot": "pan_right",
    "tracking shot": "pan_right", "trucking shot": "pan_right", "pan across": "pan_right",
    "pans across": "pan_right", "panning across": "pan_right", "pan over": "pan_right",
    "pan": "pan_right",
    "crane shot": "tilt_up", "slow zoom": "zoom_in", "crash zoom": "zoom_in",
    "camera zooms": "zoom_in", "dolly shot": "dolly_in", "push in shot": "dolly_in",
    "pull back shot": "dolly_out", "fly through shot": "dolly_in",
    "orbit shot": "orbit", "orbital shot": "orbit", "orbiting shot": "orbit",
    "orbiting camera": "orbit", "orbiting": "orbit", "slow orbit": "orbit", "camera orbit": "orbit",
    "arc shot": "orbit", "arcing shot": "orbit", "circling shot": "orbit", "360 shot": "orbit",
    "handheld": "handheld", "hand held": "handheld", "shaky camera": "handheld",
    "shaky cam": "handheld", "shoulder mounted": "handheld",
}  # fmt: skip

# "a frying pan", "the pan of the scales": kitchenware, not a move.
_KITCHEN = re.compile(
    r"(?:frying|sauce|cooking|baking|iron|copper|hot|peter|the|steel)\s+$|^(?=\s*(?:flute|pizza))"
    r"|^\s*(?:of|full|with)\b",
    re.IGNORECASE,
)

_ADVERB = r"(?:(?:ever\s+so\s+|very\s+)?(?:slow(?:ly)?|gentl[ey]|swift(?:ly)?|quick(?:ly)?|smooth(?:ly)?|steadi?ly?|soft(?:ly)?|fast|rapid(?:ly)?|gradual(?:ly)?|sharp(?:ly)?|careful(?:ly)?|subtl[ey]|quiet(?:ly)?|barely|hard|straight|back|then|all\s+the\s+way|sideways)[\s,-]+){0,4}"
_TO = r"(?:(?:to|toward|towards)\s+the\s+|from\s+the\s+\w+\s+to\s+the\s+|from\s+\w+\s+to\s+|out\s+to\s+the\s+)?"
_ALONG = (
    r"(?:across|over|along)\s+(?:\w+\s+){1,4}?"
    r"(?:to\s+the\s+|from\s+(?:the\s+)?(?:left|right)\s+to\s+(?:the\s+)?)"
)
_GAP = r"[\s-]+"


def _forms(*verbs: str) -> str:
    """All forms of regular verbs: "pan" -> pan, pans, panned, panning."""
    bodies = []
    for verb in verbs:
        stem = verb.removesuffix("e")
        bodies.append(rf"{verb}(?:s|es|ed)?|{stem}{stem[-1]}?(?:ing|ed)")
        if verb.endswith("y"):
            bodies.append(rf"{verb[:-1]}ies")
    return "(?:" + "|".join(bodies) + ")"


_CAMERA = r"(?:camera|shot|lens|frame|view(?:point)?)(?:\s+(?:is|then|now|also|keeps?|starts?|begins?|continues?|to)){0,4}"
_WANDER = _forms("glide", "drift", "move", "slide", "sweep", "truck", "track", "travel", "float")
_UP = r"(?:up(?:wards?)?|skywards?)"
_DOWN = r"(?:down(?:wards?)?)"
_IN = r"(?:in(?:wards?)?\b(?!\s+(?:the\s+(?:dark|air|night|wind|sky|distance|background)))|close(?:r|\s+in)|forwards?|into)"
_TOWARD = r"(?:nearer|through|towards?\b(?!\s+the\s+(?:left|right)))"
_REMAINS = (
    r"(?:(?:holds?|stays?|remains?|stands?|sits?|rests?)\s+)?(?:\w+ly\s+)?"
    r"(?:static|still|fixed|locked|steady|stationary|motionless|unmoving)"
)
_OUT = r"(?:out(?:wards?)?|back(?:wards?)?|away)"


def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    lens, cart = _forms("zoom"), _forms("dolly")
    near = rf"(?:{_WANDER}|{_forms('creep', 'fly', 'push', 'come', 'go')}|flies)"
    far = rf"(?:{_WANDER}|{_forms('fly', 'pull', 'back', 'retreat')}|flies)"
    camera = rf"{_CAMERA}{_GAP}{_ADVERB}"
    written = [
        (rf"{_forms('pan')}{_GAP}{_ADVERB}{_TO}left(?:wards?)?", "pan_left"),
        (rf"{_forms('pan')}{_GAP}{_ADVERB}{_TO}right(?:wards?)?", "pan_right"),
        (rf"{_forms('pan')}{_GAP}{_ADVERB}{_ALONG}left(?:wards?)?", "pan_left"),
        (rf"{_forms('pan')}{_GAP}{_ADVERB}{_ALONG}right(?:wards?)?", "pan_right"),
        (rf"left(?:ward)?{_GAP}pan", "pan_left"),
        (rf"right(?:ward)?{_GAP}pan", "pan_right"),
        (rf"{camera}{_WANDER}{_GAP}{_ADVERB}{_TO}left(?:wards?)?", "pan_left"),
        (rf"{camera}{_WANDER}{_GAP}{_ADVERB}{_TO}right(?:wards?)?", "pan_right"),
        (rf"{_forms('truck', 'track')}{_GAP}{_ADVERB}{_TO}left(?:wards?)?", "pan_left"),
        (rf"{_forms('truck', 'track')}{_GAP}{_ADVERB}{_TO}right(?:wards?)?", "pan_right"),
        (rf"{_forms('tilt', 'crane')}{_GAP}{_ADVERB}{_UP}", "tilt_up"),
        (rf"{_forms('tilt', 'crane')}{_GAP}{_ADVERB}{_DOWN}", "tilt_down"),
        (rf"{_UP}{_GAP}tilt", "tilt_up"),
        (rf"{_DOWN}{_GAP}tilt", "tilt_down"),
        (
            rf"{camera}(?:rises?|rising|ascends?|ascending|climbs?|climbing|lifts?|looks?\s+up)",
            "tilt_up",
        ),
        (
            rf"{camera}(?:descends?|descending|sinks?|sinking|lowers?|drops?|looks?\s+down)",
            "tilt_down",
        ),
        (rf"{lens}{_GAP}{_ADVERB}{_IN}", "zoom_in"),
        (rf"{lens}{_GAP}{_ADVERB}{_OUT}", "zoom_out"),
        (rf"{cart}{_GAP}{_ADVERB}{_IN}", "dolly_in"),
        (rf"{cart}{_GAP}{_ADVERB}{_OUT}", "dolly_out"),
        (rf"{_forms('push')}{_GAP}{_ADVERB}(?:in\b(?!\s+the)|closer|forwards?)", "dolly_in"),
        (rf"{_forms('pull')}{_GAP}{_ADVERB}(?:back|out|away)\b", "dolly_out"),
        (rf"{camera}{near}{_GAP}{_ADVERB}(?:{_IN}|{_TOWARD})", "dolly_in"),
        (rf"{camera}{far}{_GAP}{_ADVERB}{_OUT}", "dolly_out"),
        (rf"{camera}retreats?", "dolly_out"),
        (rf"{camera}(?:{_forms('orbit', 'circle', 'arc', 'revolve', 'spin', 'rotate')})", "orbit"),
        (rf"(?:orbits?|circles|arcs|revolves){_GAP}{_ADVERB}a?round", "orbit"),
        (rf"{_CAMERA}{_GAP}{_REMAINS}", "static"),
        (r"(?:no|without(?:\s+any)?)\s+camera\s+(?:movements?|motion|moves?)", "static"),
        (rf"{camera}(?:shakes?|trembles?|wobbles?|is\s+hand-?held)", "handheld"),
    ]
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE), move) for body, move in written
    )


_PATTERNS = _patterns()


def find_moves(text: str) -> tuple[Match, ...]:
    """Find every camera move in `text`, in text order.

    Where two overlap the one with a direction wins ("slow pan left"), then the longer.
    """
    directed = [
        Match(move, hit.start(), hit.end(), is_negated(text, hit.start()))
        for pattern, move in _PATTERNS
        for hit in pattern.finditer(text)
    ]
    fixed = [match for match in find(text, VOCABULARY) if not _is_kitchenware(text, match)]
    chosen: list[Match] = []
    for match in sorted(directed, key=_longest_first) + sorted(fixed, key=_longest_first):
        if all(match.end <= other.start or match.start >= other.end for other in chosen):
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda m: m.start))


def _longest_first(match: Match) -> tuple[int, int]:
    return match.start - match.end, match.start


def _is_kitchenware(text: str, match: Match) -> bool:
    if text[match.start : match.end].lower() != "pan":
        return False
    before, after = text[: match.start], text[match.end :]
    return bool(_KITCHEN.search(before) or _KITCHEN.match(after))


def opposite_move(move: str) -> str:
    """Return the move in the other direction; moves without one return "static"."""
    return _OPPOSITES.get(move, "static")
