"""Read one wish: what is asked for, how many, under which title, in which style, what is seen."""

import re
from dataclasses import dataclass

from mas.agents import vocabulary as words
from mas.agents.drafts import IGNORE, Draft, Intent
from mas.agents.heads import take_head, take_title
from mas.agents.plausible import is_errand, is_question
from mas.agents.products import take_product
from mas.language.numbers import parse_count
from mas.language.styling import take_styles

_CONTINUITY = re.compile(
    r"^(?:what(?:['\u2019]s|\s+(?:are|were|is|was|did|have|do|should))\s+(?:we|i|you|next|pending|left|in\s+(?:the|my|our)\s+queue|going\s+on"
    r"|the\s+(?:status|state|plan|progress)|our|my|still)\b(?!.*\b(?:can|could)\s+you\b)"
    r"|where\s+(?:did|were|are|was)\s+(?:we|i)\b"
    r"|(?:continue|resume|carry\s+on|go\s+on|pick\s+(?:it\s+|this\s+)?up)\b(?:\s*$|.*\b(?:where|we|i|left|last|my|our|it|this|that"
    r"|project|production|work|session|working)\b)"
    r"|(?:status|progress|catch\s+me\s+up|recap|any\s+news|what\s+now|what\s+next|what['\u2019]s\s+next)\b"
    r"|(?:show|tell|list|give)\s+(?:me\s+)?(?:my|the|our)\s+(?:\w+\s+)?(?:queue|status|progress|pending|projects?|history|open\s+work)"
    r"|(?:show|tell|list|give)\s+(?:me\s+)?(?:about\s+)?my\s+(?:\w+\s+)?(?:styles?|tastes?|preferences|favou?rites|likes|dislikes|memory)\W*$"
    r"|(?:do|did|can|could)\s+you\s+remember\b|remind\s+me\s+(?:what|where)\b"
    r"|how\s+(?:is|are|far|was)\s+(?:the|my|our|we)\b"
    r"|(?:is|are)\s+there\s+(?:any|some)(?:thing)?\s*(?:pending|open|unfinished|left)"
    r"|(?:pending|unfinished|open)\s+(?:work|shots|videos|projects?)\s*\??$"
    r"|(?:hi|hello|hey|good\s+(?:morning|afternoon|evening)|i['\u2019]?m\s+back|welcome\s+back)\b[\s,!.]*(?:again|there|mas|crew|team)?[\s!.,]*$)",
    IGNORE,
)
_MORE_EPISODES = re.compile(
    rf"^{words.POLITE}{{0,6}}(?:{words.VERB}\s+(?:me\s+|us\s+)?)?(?:the\s+|an?\s+)?(?:(?P<count>{words.COUNT})\s+(?:more|new|further)"
    r"|(?P<one>next|another|final|last)|more|further)\s+(?:\w+\s+)?(?:episode|part|chapter)s?\b\s*(?:of|for|in|to|about)?(?P<of>.*)$",
    IGNORE | re.DOTALL,
)
_CONTINUED_SERIES = re.compile(
    r"^(?:please\s+)?(?:continue|extend|carry\s+on\s+with|go\s+on\s+with)\s+(?:the\s+|my\s+|our\s+)?(?:last\s+)?"
    r"(?P<of>.*?)\s*\b(?:series|saga)[.!]*$",
    IGNORE,
)
_NTH_EPISODE = re.compile(
    rf"^{words.POLITE}{{0,6}}(?:{words.VERB}\s+(?:me\s+|us\s+)?)?(?:the\s+)?(?:episode|part|chapter)\s+(?:number\s+)?[0-9]+\s+"
    r"(?:of|for)\s+(?P<of>.+)$",
    IGNORE,
)
_HELP = re.compile(
    r"^(?:what\s+can\s+(?:you|i)|how\s+do(?:es)?\s+(?:i|this|it)|help|who\s+are\s+you)", IGNORE
)
_GRADING = re.compile(
    r"^(?:grade|score|rate|judge|evaluate|review)\s+(?:(?:my|the|these|this|all|our)\b|\S+\.(?:mp4|mov|mkv|webm)\b)",
    IGNORE,
)
_MORE_LIKE = re.compile(
    rf"^(?:{words.VERB}\s+(?:me\s+|us\s+)?)?(?:more|another(?:\s+one)?|some(?:thing)?|one(?:\s+more)?)\s+like\s+"
    r"(?:the\s+last|the\s+previous|this|that|it|those|these)(?:\s+(?:one|video|clip|film|time))?\W*$",
    IGNORE,
)
_ABOUT_HOW = re.compile(
    r"^(?:how|why|when|who|which|whose|where|what)\b.*\?\s*$", IGNORE | re.DOTALL
)
_LIKES_IT = re.compile(
    r"^(?:i|we)\s+(?:really\s+|just\s+)?(?:like|love|hate|dislike|don['\u2019]?t\s+like)\s+(?:it|this|that|them|these|those)\b\W*$",
    IGNORE,
)


@dataclass(frozen=True, slots=True)
class Request:
    """A wish as understood.

    Attributes:
        continues: True for more of a series that exists ("the next episode").
        asked: True when a film word or a request verb stood there, not only a description.
        concept: "" when nothing was said to be seen, or only "this", "it", "more".
    """

    intent: Intent
    concept: str = ""
    title: str | None = None
    count: int | None = None
    style: str = ""
    asked: bool = False
    continues: bool = False


def read_request(text: str) -> Request:
    """Read one wish; never raises, whatever the text."""
    if more := _read_more(text.strip()):
        return more
    draft = Draft(text=_bare(re.sub(r"\s+", " ", text).strip()))
    if told := _read_whole(draft.text):
        return told
    take_title(draft)
    take_head(draft)
    take_product(draft)
    if draft.intent == "concept" and is_question(draft.text):
        return Request("question")
    return _finish(draft)


def _read_whole(text: str) -> Request | None:
    """Read what is no order for a new film: questions, errands, earlier work."""
    bare = re.sub(rf"^{words.POLITE}{{1,6}}", "", text, flags=IGNORE).strip(" ,") or text
    if _CONTINUITY.match(text) or _CONTINUITY.match(bare):
        return Request("continuity", asked=True)
    if _MORE_LIKE.match(bare):
        return Request("batch", asked=True)
    kinds: tuple[tuple[Intent, bool], ...] = (
        ("help", bool(_HELP.match(text))),
        ("errand", is_errand(bare) or bool(_LIKES_IT.match(bare))),
        ("question", bool(_ABOUT_HOW.match(bare))),
        ("grading", bool(_GRADING.match(bare))),
    )
    return next((Request(kind) for kind, fits in kinds if fits), None)


def _bare(text: str) -> str:
    """Take ornaments off a request: emoji before "make", a hash, stars."""
    rest = re.sub(r"^[^\w\s\"'\u2018\u201c(\[]+\s*", "", text)
    if rest != text and re.match(
        rf"{words.POLITE}{{0,6}}(?:{words.VERB}\b|{words.COUNT}\s)", rest, IGNORE
    ):
        return re.sub(r"\s*[^\w\s.,;:!?\"')\]\u2019\u201d]+$", "", rest)
    return text


def _read_more(text: str) -> Request | None:
    """Read a wish for more of a series that exists; its name may be left out."""
    if more := _MORE_EPISODES.match(text):
        said = more["count"]
        count = parse_count(said) if said else 1 if more["one"] else None
    elif more := _CONTINUED_SERIES.match(text) or _NTH_EPISODE.match(text):
        count = 1 if more.re is _NTH_EPISODE else None
    else:
        return None
    about = re.sub(r"\s*\b(?:please|thanks|thank\s+you|now)\W*$", "", more["of"], flags=IGNORE)
    return Request("series", about.strip(" .!?,"), count=count, asked=True, continues=True)


def _finish(draft: Draft) -> Request:
    concept, styles = take_styles(draft.text)
    concept = re.sub(r"\s+", " ", concept).strip(" ,;:\u2013—-.!?")
    concept = re.sub(r"^(?:of|about|on)\s+", "", concept, flags=IGNORE)
    if re.fullmatch(rf"(?:(?:of|about|from|for|on)\s+)?{words.EMPTY_CONCEPT}", concept, IGNORE):
        concept = ""
    concept = re.sub(r"^[\"\u201c\u00ab]([^\"\u201c\u201d]+)[\"\u201d\u00bb]$", r"\1", concept)
    if draft.intent == "refine":
        concept = re.sub(
            rf"^(?:an?|the|my|our)\s+(?=.*)|\s+(?:{words.FILM}|shot|scene|take)$",
            "",
            concept,
            flags=IGNORE,
        )
    if draft.intent == "concept" and draft.asked:
        draft.intent = "batch"
    count = draft.count
    if count is None and draft.intent in {"concept"} | ({"batch"} if not draft.asked else set()):
        count = 1
    styles = [*draft.styles, *styles]
    return Request(
        intent=draft.intent,
        concept=concept or (draft.title or ""),
        title=draft.title,
        count=count,
        style=", ".join(dict.fromkeys(s for s in styles if s)),
        asked=draft.asked,
    )
