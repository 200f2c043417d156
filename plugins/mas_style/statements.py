"""Statements of taste in a text: likes, dislikes, and what shall be forgotten."""

import re
from dataclasses import dataclass
from enum import StrEnum

from mas.language.taste import find_claims, tidy

_VERB = r"(?:like|liked|love|loved|prefer|preferred|enjoy|enjoyed|want|wanted|hate|hated|dislike|disliked)"
_I = rf"(?:i|we)\s+(?:really\s+)?(?:(?:do\s+not|don['\u2019]?t)\s+)?{_VERB}\s+"
_UNTIL = r"(?P<{name}>.*?)(?=\s*(?:,|\band|\bbut)\s+(?:i|we|instead)\b|[.;!?\n]|$)"
_FORGET = re.compile(
    r"\b(?:please\s+)?(?:forget|undo|unlearn|take\s+back|remove|delete|never\s*mind)\b"
    rf"(?:\s+(?:about|that|the\s+fact\s+that|what\s+i\s+said\s+about|saying))*\s*(?:{_I})?"
    + _UNTIL.format(name="told")
    + r"|\b(?:i|we)\s+(?:no\s+longer|don['\u2019]?t|do\s+not)\s+(?:mind|hate|dislike)\s+"
    + _UNTIL.format(name="minded")
    + rf"|\b(?:i|we)\s+no\s+longer\s+(?:{_VERB}|care\s+(?:for|about))\s+"
    + _UNTIL.format(name="left"),
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:forget|undo|unlearn|take\s+back|remove|never\s*mind)\b[\w\s]*$", re.IGNORECASE
)
_FROM_MEMORY = re.compile(
    r"\s*\b(?:any\s*more|from\s+(?:my|the)\s+(?:\w+\s+)?(?:preferences|style|taste|dislikes|list))\b.*$",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    r"(?:everything|it\s+all|all(?:\s+of\s+it)?|(?:all\s+(?:of\s+)?)?my\s+(?:\w+\s+)?"
    r"(?:preferences|tastes?|styles?|likes|dislikes)(?:\s+and\s+dislikes)?)(?:\s+about\s+me)?",
    re.IGNORECASE,
)


_FILM_NOIR = re.compile(r"\bfilm[\s-]noir\b", re.IGNORECASE)
_NOWADAYS = re.compile(
    r"\s*\b(?:now|nowadays|these\s+days|lately|again|instead|from\s+now\s+on)\b\s*", re.IGNORECASE
)


_NOTHING = {"everything", "anything", "all", "all of it", "nothing", "things", "stuff", "something"}


class Attitude(StrEnum):
    """What a statement does to what is known."""

    LIKE = "like"
    DISLIKE = "dislike"
    FORGET = "forget"
    FORGET_ALL = "forget_all"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said about taste; `phrase` is in the user's words, "" for FORGET_ALL."""

    attitude: Attitude
    phrase: str = ""


def find_statements(text: str) -> tuple[Statement, ...]:
    """Find all statements in a text, in order; a bare list of words is a list of likes."""
    text = _FILM_NOIR.sub("noir", text)  # else "film" reads as the next request
    found = [(hit.start(), _forgetting(hit)) for hit in _FORGET.finditer(text)]
    rest = _FORGET.sub(lambda hit: " " * len(hit.group()), text)
    for claim in find_claims(rest):
        attitude = Attitude.LIKE if claim.liked else Attitude.DISLIKE
        found.append((claim.start, Statement(attitude, _plain(claim.phrase))))
    if not found:
        found.append((0, Statement(Attitude.LIKE, _plain(text))))
    ordered = sorted(found, key=lambda pair: pair[0])
    named = [pair for pair in ordered if pair[1].phrase.lower() not in _NOTHING]
    return tuple(s for _, s in named if s.phrase or s.attitude is Attitude.FORGET_ALL)


def with_lead(part: str, whole: str) -> str:
    """Give a part of a brief back its "forget that", when the part was cut after it."""
    before = whole[: max(0, whole.find(part))]
    lead = _LEAD.search(re.split(r"[.;!?\n]", before)[-1])
    return f"{lead.group()}{part}" if lead else part


def _plain(phrase: str) -> str:
    return tidy(" ".join(_NOWADAYS.sub(" ", phrase).split()))


def _forgetting(hit: re.Match[str]) -> Statement:
    phrase = _FROM_MEMORY.sub("", next(group for group in hit.groups() if group is not None))
    if _EVERYTHING.fullmatch(phrase.strip()):
        return Statement(Attitude.FORGET_ALL)
    phrase = _plain(phrase)
    return Statement(Attitude.FORGET, "" if phrase in {"that", "it", "this"} else phrase)
