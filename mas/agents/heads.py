"""The head of a wish: politeness, verb, rounds, parts and title are taken out of the text."""

import re

from mas.agents import vocabulary as words
from mas.agents.drafts import IGNORE, Draft
from mas.agents.splitting import find_quoted, mask_quotes
from mas.language.numbers import parse_count
from mas.language.taste import tidy

_REFINE = re.compile(rf"^{words.REFINE}\b", IGNORE)
_BETTER = re.compile(r"^(?:make|get)\s+(?:it|this|that|them)\s+(?:look\s+)?(?P<how>.+)$", IGNORE)
_ROUNDS = re.compile(
    rf",?\s*\b(?:(?:for|in|over|with|through|using|across|and\s+do|at\s+most|up\s+to)\s+)*({words.COUNT})[\s-]+"
    rf"(?:more\s+|times?\s+)?(?:\w+\s+)?{words.ROUND}\b(?:\s+(?:of\s+)?(?:refinement|revision|feedback|improvement|polishing|polish)s?)?",
    IGNORE,
)
_TIMES = re.compile(
    rf",?\s*\b({words.COUNT}|twice|thrice)\s*(?:times\b|(?<=twice)|(?<=thrice))", IGNORE
)
_ATTEMPTS = re.compile(
    rf",?\s*(?:\b(?:with|in|within|using)\s+)?(?:\b(?:at\s+most|up\s+to|no\s+more\s+than|max(?:imum)?(?:\s+of)?)\s+)?"
    rf"\b{words.COUNT}\s+(?:attempts?|tries|retries)\b",
    IGNORE,
)
_UNTIL = re.compile(r",?\s*\buntil\s+(?:it|they|we|i|the)\b.*$", IGNORE)
_PARTS = re.compile(
    rf"(?:,?\s*\b(?:in|with|over|across|of|into|split\s+into|told\s+in)\s+)?\b({words.COUNT})[\s-]+(?:\w+\s+)?{words.PART}\b",
    IGNORE,
)
_TITLED = re.compile(
    r",?\s*\b(?P<cue>called|titled|entitled|named|with\s+the\s+(?:title|name)|under\s+the\s+title|title:)\s+",
    IGNORE,
)
_TITLE_END = re.compile(
    r"\s*(?:,|[.;:!?]|\s[-\u2013—]\s|\b(?:about|featuring|with|where|that|which|in\s+which|set\s+in|starring|on|for|in\s+(?:a|the)|showing)\b)",
    IGNORE,
)
_GROUP = re.compile(
    r"^(?:an?\s+|the\s+|another\s+)?(?:\w+\s+)?(?:batch|set|bunch|collection|group|pack|playlist|lot|run)\s+(?:of|with)\s+",
    IGNORE,
)
_COUNTED_GROUP = re.compile(
    rf"{_GROUP.pattern}{words.COUNT}\s+(?:\w+\s+){{0,3}}?{words.FILM}\b", IGNORE
)
_MORE = re.compile(
    rf"^({words.COUNT})\s+(?:more|others?|of\s+(?:them|those|these|it|the\s+same))(?:\s+of\s+\w+)?[.!]*$",
    IGNORE,
)


def take_head(draft: Draft) -> None:
    """Take politeness, refinement, verb, group and parts out of the front of a wish."""
    draft.text = re.sub(rf"^{words.POLITE}{{1,6}}", "", draft.text, flags=IGNORE).strip(" ,")
    better = _BETTER.match(draft.text)
    if better:
        draft.intent, draft.asked = "refine", True
        draft.styles.append(
            tidy(re.sub(r"^(?:even|much|more)\s+", "", better["how"], flags=IGNORE))
        )
        draft.text = ""
    if times := re.match(r"^([0-9]{1,9})\s*[x\u00d7]\s+", draft.text, IGNORE):
        draft.count, draft.intent, draft.asked = int(times.group(1)), "batch", True
        draft.text = draft.text[times.end() :]
    _take_refinement(draft)
    draft.text = _GROUP.sub("", draft.text) if _COUNTED_GROUP.match(draft.text) else draft.text
    verb = re.match(rf"^{words.VERB}\b(?:\s+(?:me|us)\b)?[\s:]*(?:please\s+)?", draft.text, IGNORE)
    if verb and not re.match(
        r"^(?:film|design|plan|shoot|start|animate)\s+(?:noir|of)\b", draft.text, IGNORE
    ):
        draft.text, draft.asked = draft.text[verb.end() :], True
        draft.text = _GROUP.sub("", draft.text)
        if more := _MORE.match(draft.text):
            draft.count, draft.text, draft.intent = parse_count(more.group(1)), "", "batch"
    _take_parts(draft)


def _take_refinement(draft: Draft) -> None:
    verb = _REFINE.match(draft.text)
    if verb:
        draft.intent, draft.asked = "refine", True
        draft.text = draft.text[verb.end() :].strip()
        draft.text = _ATTEMPTS.sub("", _UNTIL.sub("", draft.text))
    rounds = _ROUNDS.search(draft.text) or (_TIMES.search(draft.text) if verb else None)
    asks = re.match(rf"{words.VERB}\b|{words.COUNT}\s+{words.ROUND}", draft.text, IGNORE)
    if rounds and (
        verb or asks or re.search(r"refin|revis|iterat|improve|polish", rounds.group(), IGNORE)
    ):
        said = rounds.group(1).lower()
        draft.count = {"twice": 2, "thrice": 3}.get(said) or parse_count(said)
        draft.intent, draft.asked = "refine", True
        draft.text = (draft.text[: rounds.start()] + draft.text[rounds.end() :]).strip(" ,")


def take_title(draft: Draft) -> None:
    """Take a title out: said to be one, or quoted beside a film word."""
    for cue in _TITLED.finditer(mask_quotes(draft.text)):
        before = draft.text[: cue.start()]
        beside = re.search(
            rf"(?:{words.FILM}|{words.SERIES}|{words.PART}|{words.VARIANT}|show)\s*$",
            before,
            IGNORE,
        )
        quoted = [q for q in find_quoted(draft.text) if q.start() == cue.end()]
        if not (beside or quoted or cue["cue"].lower() not in {"called", "named"}):
            continue
        stop = quoted[0].end() if quoted else _title_end(draft.text, cue.end())
        draft.title = draft.text[cue.end() : stop].strip(" \"'“”\u2018\u2019«»") or None
        draft.text = before + " " + draft.text[stop:]
        return
    for name in find_quoted(draft.text):
        before, after = draft.text[: name.start()], draft.text[name.end() :]
        names_film = re.search(
            rf"(?:\b(?:{words.FILM}|{words.SERIES}|the)[\s,:-]*|\b{words.VERB}\s+)$", before, IGNORE
        )
        if names_film or re.match(
            rf"[\s,:-]+(?:an?\s+)?[\w\s-]{{0,20}}(?:{words.SERIES}|{words.FILM})\b", after, IGNORE
        ):
            draft.title = name.group().strip(" \"'“”\u2018\u2019«»") or None
            draft.text = before.rstrip(" ,:-") + " " + after.lstrip(" ,:-")
            return


def _title_end(text: str, start: int) -> int:
    end = _TITLE_END.search(text, start)
    return end.start() if end else len(text)


def _take_parts(draft: Draft) -> None:
    head = re.search(rf"\b(?:{words.SERIES}|{words.FILM}|story|show)\b", draft.text, IGNORE)
    parts = _PARTS.search(draft.text)
    if parts and (head or draft.asked or parts.start() <= 2):
        draft.count, draft.intent, draft.asked = parse_count(parts.group(1)), "series", True
        tail = draft.text[parts.end() :]
        marker = (
            ""
            if re.search(rf"\b(?:{words.SERIES}|{words.FILM}|show|story)\b", tail, IGNORE)
            else " series "
        )
        draft.text = draft.text[: parts.start()] + (marker if not head else " ") + tail
