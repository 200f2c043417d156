"""Does a word stand under a negation? "no red or green, slow pan" rules out red and green only."""

import re

_FILLERS = "any|the|a|an|too|so|much|very|like|have|be|more|of|all|those|these|to see|using|use"
_NEGATORS = (
    r"no|not|without|never|nor|neither|avoid(?:ing|s)?|do(?:es)?n['\u2019]?t(?: really)? (?:like|want|need|use)"
    r"|do(?:es)? not (?:like|want|need|use)|hate|hates|dislike|dislikes|detest|loathe|isn['\u2019]?t|aren['\u2019]?t"
    r"|free of|except(?: for)?|instead of|rather than|anything but|can(?:no|['\u2019])t stand|less|fewer"
    r"|(?:sick|tired) of|skip|leave out|stay away from"
)
_NEGATOR = re.compile(
    rf"\b({_NEGATORS})\b(?!\s+(?:only|just|longer|far))(?:\s+(?:{_FILLERS})\b)*", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[.;:!?\n]|\b(?:but|however|instead(?! of)|only|just)\b", re.IGNORECASE)
# A negation reaches over adjectives ("no bright red"), not over these.
_STOP = re.compile(
    r"\b(?:in|on|under|over|with|at|from|while|as|then|is|are|was|by|through|into|where|who|that"
    r"|love|like|prefer|want|please|make|use|keep|give|create|generate|a|an|the|i|we|it)\b",
    re.IGNORECASE,
)
_REACH = 200  # characters that a negation looks back; keeps long texts fast
_LIST_OF_DISLIKES = re.compile(
    r"hate|dislike|detest|loathe|stand|like|want|avoid|tired|sick", re.IGNORECASE
)
_JOINT = re.compile(r"\s*(,\s*(?:or|and|nor)\b|,|\b(?:or|and|nor)\b|/|&)\s*", re.IGNORECASE)


def is_negated(text: str, start: int) -> bool:
    """Say whether the phrase that begins at `start` is ruled out by the words before it."""
    reach = max(0, start - _REACH)
    clause_start = max((m.end() for m in _CLAUSE_END.finditer(text, reach, start)), default=reach)
    negators = list(_NEGATOR.finditer(text, clause_start, start))
    if not negators:
        return False
    negator = negators[-1]
    between = text[negator.end() : start]
    if _STOP.search(between) or not _items_are_short(between):
        return False
    return _list_reaches(text, negator, start)


def _items_are_short(between: str) -> bool:
    return all(len(item.split()) <= 2 for item in _JOINT.split(between)[::2])


def _list_reaches(text: str, negator: re.Match[str], start: int) -> bool:
    joints = [j.group(1).lower().lstrip(", ") for j in _JOINT.finditer(text, negator.end(), start)]
    if not joints:
        return True
    closers = [i for i, joint in enumerate(joints) if joint]
    if closers:  # after "x or y" a comma begins something new
        return "" not in joints[closers[0] + 1 :]
    return _closes_later(text, negator, start)


def _closes_later(text: str, negator: re.Match[str], start: int) -> bool:
    """A comma goes on with a negated list when that list ends in "or" (after a dislike: "and")."""
    dislikes = _LIST_OF_DISLIKES.search(negator.group(1)) is not None
    end = _CLAUSE_END.search(text, start)
    rest = text[start : end.start() if end else len(text)]
    closer = re.search(
        r"\b(?:or|nor|and)\b" if dislikes else r"\b(?:or|nor)\b", rest, re.IGNORECASE
    )
    listed = rest[: closer.start()] if closer else rest
    if closer is None and not dislikes:
        return False
    return not _STOP.search(listed) and _items_are_short(listed)
