"""The film word of a wish: what stands before it, how many, and what it is about."""

import re

from mas.agents import vocabulary as words
from mas.agents.drafts import IGNORE, Draft, Intent
from mas.agents.english import pluralise
from mas.agents.splitting import mask_quotes
from mas.language.numbers import find_count, parse_count
from mas.language.styling import take_styles
from mas.language.taste import tidy

_DURATION = re.compile(
    r"(?:,?\s*\b(?:each\s+)?(?:of\s+)?(?:about\s+)?)?\b\d+(?:\.\d+)?[\s-]*(?:s|secs?|seconds?|min|mins|minutes?|hours?)\b"
    r"(?:[\s-]+(?:long|each))*",
    IGNORE,
)
_CONNECTOR = re.compile(
    r"^[\s,]*(?:(?:that\s+(?:show|shows|tell|tells|depict|depicts|feature|features|follow|follows)|which\s+shows?|where|in\s+which)\s+"
    r"|(?:(?:all\s+)?(?:of|about|on|showing|featuring|depicting|starring|inspired\s+by|based\s+on|around|exploring|following|by|with|for"
    r"|from|in|at)\b\s*:?\s*)|[:\u2013—-]+\s*)",
    IGNORE,
)
_KEPT_CONNECTORS = re.compile(r"^\W*(?:at|from|in|by)\s+(?!(?:a|an|the)\b)", IGNORE)
_EDGES = re.compile(rf"^(?:(?:an?|the|some|my|our|please|{words.TRIFLES}|of)(?:\s+|$))+", IGNORE)
_ANOTHER = re.compile(
    rf"^({words.COUNT}|another(?:\s+one)?)\s+(?:more\s+)?(?:about\s+|of\s+(?=(?:an?\s+)?[a-z]))",
    IGNORE,
)
_UNIT = r"(?:s|secs?|seconds?|min|mins|minutes?|hours?)"
_LENGTH = re.compile(
    rf"\b(\d+(?:\.\d+)?[\s-]*{_UNIT})(?:[\s-]+(?:long|each)\b|[\s-]+(?:\w+\s+){{0,2}}?{words.FILM}\b)"
    rf"|\b(?:each|{words.FILM})\s+(?:of\s+|lasting\s+)?(\d+(?:\.\d+)?[\s-]*{_UNIT})\b",
    IGNORE,
)
_DIFFERENT = re.compile(
    r"^[\s,]*(?:each|every\s+one|all)\s+(?:one\s+)?(?:about|of|on|showing|with|featuring)\s+an?\s+(?:different|new|other)\s+(?P<what>[\w\s-]+)$",
    IGNORE,
)
_A_SIZE = (
    r"(?:\d{1,2}:\d{1,2}(?:\s+(?:vertical|horizontal))?|\d{3,4}\s*[x\u00d7]\s*\d{3,4}|[48]k|(?:720|1080|1440|2160)p|u?hd|full[\s-]hd"
    r"|vertical|horizontal|widescreen)"
)
_SIZE = re.compile(rf"(?<![\w:]){_A_SIZE}(?![\w:])", IGNORE)
_AT_SIZE = re.compile(
    rf"[\s,]*\b(?:in|at)\s+{_A_SIZE}(?:\s+(?:format|resolution|quality))?\W*$", IGNORE
)
_ASKED_SIZE = re.compile(
    rf"(?<![\w:])({_A_SIZE})\s+(?:\w+\s+){{0,2}}?{words.FILM}\b|\b(?:in|at)\s+({_A_SIZE})(?![\w:])",
    IGNORE,
)
_PURPOSE = re.compile(
    r"^(?:product|marketing|brand|corporate|social(?:\s+media)?|tik\s?tok|youtube|instagram|demo|training"
    r"|tutorial|educational|company|business)$",
    IGNORE,
)
_GENRE = re.compile(
    r"^(?:horror|documentary|music|comedy|sci-?fi|science[\s-]fiction|fantasy|action|noir|western|nature|travel|romance|mystery"
    r"|thriller|anime|stop[\s-]motion|promo(?:tional)?|explainer|time-?lapse|slow[\s-]motion|vintage|retro|art|advertising)$",
    IGNORE,
)


def find_length(text: str) -> str:
    """Find a length asked of a film ("a 30-second ad"); "" when there is none."""
    found = _LENGTH.search(mask_quotes(text))
    return next(filter(None, found.groups()), "") if found else ""


def find_size(text: str) -> str:
    """Find a picture size asked of a film ("a 16:9 video", "in 4k"); "" when there is none."""
    found = _ASKED_SIZE.search(mask_quotes(text))
    return next(filter(None, found.groups()), "") if found else ""


def take_product(draft: Draft) -> None:
    """Split at the film word: what stands before it, and what follows "of", "about", ":" ..."""
    masked = mask_quotes(draft.text)
    kinds = rf"(?:{words.FILM}\s+)?{words.SERIES}|{words.VARIANT}|{words.FILM}(?:\s+(?:about|of)\s+(?={words.COUNT}\s+{words.PART}))?"
    product = re.search(rf"\b(?P<product>{kinds}|story|show)\b", masked, IGNORE)
    if product is None or not _is_head(draft, masked[: product.start()], product["product"]):
        _take_another(draft)
        return
    draft.intent = _intent_of(product["product"], draft)
    draft.asked = True
    before = _DURATION.sub(" ", draft.text[: product.start()])
    after = _DURATION.sub(" ", draft.text[product.end() :], count=1)
    before = _take_count(draft, before, product["product"])
    after, styles = take_styles(_take_times(draft, after))
    draft.styles += styles
    after = _DIFFERENT.sub(lambda hit: pluralise(hit["what"]), after)
    before, after = _SIZE.sub(" ", before), _AT_SIZE.sub("", after)
    _join(draft, tidy(_EDGES.sub("", before.strip())), _after_connector(after, draft))


def _take_another(draft: Draft) -> None:
    """Read "... and one about wine": the film word was said before."""
    if another := _ANOTHER.match(draft.text):
        said = another.group(1)
        draft.count = 1 if said.lower().startswith("another") else parse_count(said)
        draft.text, draft.asked, draft.intent = draft.text[another.end() :], True, "batch"


_SCENES = {"scenes", "shots", "shorts", "pieces", "sequences", "sequence"}  # ordinary words too


def _is_head(draft: Draft, before: str, product: str) -> bool:
    """Say whether the film word is what is asked for, not part of what is to be seen."""
    counted = find_count(before) is not None
    before = re.sub(rf"\b{words.COUNT}\b", "", before, flags=IGNORE)
    if re.search(r"\b(?:of|about|featuring|showing|where|who|that|which)\b", before, IGNORE):
        return False
    if product.lower() in {"story", "show"}:
        return draft.intent == "series"
    if draft.asked:
        return True
    shown = re.search(r"\w{2}ing\b|\b(?:in|on|at|with|watch\w*)\b", before, IGNORE)
    return len(before.split()) <= 5 and not shown and (counted or product.lower() not in _SCENES)


def _intent_of(product: str, draft: Draft) -> Intent:
    if draft.intent in {"series", "refine"}:
        return draft.intent
    if re.search(words.VARIANT, product, IGNORE):
        return "variations"
    if re.search(words.SERIES, product, IGNORE):
        if draft.count is None and (
            told := {"trilogy": 3, "duology": 2, "tetralogy": 4}.get(product.lower())
        ):
            draft.count = told
        return "series"
    return "batch"


def _take_count(draft: Draft, before: str, product: str) -> str:
    plural = product.lower().endswith("s") or draft.intent in {"variations", "series"}
    count = re.search(
        rf"(?<![\w.-])({words.COUNT})(?:\s*[x\u00d7]|\s+of\s+(?:the|these|those))?(?![\w-])",
        before,
        IGNORE,
    )
    if draft.count is None and count and (plural or parse_count(count.group(1)) == 1):
        draft.count = parse_count(count.group(1))
        return before[: count.start()] + " " + before[count.end() :]
    times = re.search(r"(?<!\w)(?:(\d{1,9})[x\u00d7]|[x\u00d7](\d{1,9}))(?!\w)", before)
    if draft.count is None and times:
        draft.count = int(times.group(1) or times.group(2))
        return before[: times.start()] + " " + before[times.end() :]
    if draft.count is None and draft.intent == "batch" and not plural:
        draft.count = 1
    return before


def _take_times(draft: Draft, after: str) -> str:
    times = re.search(r"\s*\(?(?<!\w)[x\u00d7]\s?(\d{1,9})\)?\s*$", after)
    if times and draft.intent == "batch":
        draft.count = int(times.group(1))
        return after[: times.start()]
    return after


def _after_connector(after: str, draft: Draft) -> str:
    before = None
    while before != after:
        before = after
        if _KEPT_CONNECTORS.match(after):
            return after.strip(" ,")
        after = _CONNECTOR.sub("", after, count=1)
        again = re.match(
            rf"\s*(?:the\s+)?({words.COUNT})\s+(?:{words.TRIFLES}\s+)*(?:{words.FILM}|{words.PART})\b",
            after,
            IGNORE,
        )
        if again:
            draft.count = parse_count(again.group(1)) if draft.count in {None, 1} else draft.count
            after = after[again.end() :]
        after = re.sub(
            rf"^\s*(?:{words.FILM}|{words.SERIES})\s+(?=(?:of|about|on)\b|:)",
            "",
            after,
            flags=IGNORE,
        )
    return after.strip(" ,")


def _join(draft: Draft, before: str, after: str) -> None:
    """Put what stood before and after the film word together: title, style or concept."""
    after, styles = take_styles(after)
    rest, own = take_styles(before, adjectives=bool(after))
    if after and _PURPOSE.match(rest):
        rest = ""
    if after and _GENRE.match(rest):
        rest, own = "", [*own, rest]
    draft.styles += [*own, *styles]
    is_name = bool(rest) and all(
        w[:1].isupper() or w.lower() in {"of", "the", "and", "in"} for w in rest.split()
    )
    if is_name and draft.title is None and draft.intent == "series":
        draft.title = rest
    if rest and after and not (is_name and draft.title == rest):
        draft.text = after if rest.lower() in after.lower() else f"{rest}, {after}"
    else:
        draft.text = after or rest
