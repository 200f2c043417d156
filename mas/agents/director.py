"""The handwritten Director: understands briefs by a grammar of requests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mas.agents.answers import (
    Refusal,
    grading_is_a_recipe,
    is_a_setting,
    no_such_use_case,
    not_english,
    not_understood,
    too_many,
    what_i_can_do,
    what_to_show,
)
from mas.agents.choosing import choose, without_cue
from mas.agents.foreign import language_of
from mas.agents.lines import join_lines
from mas.agents.plausible import is_showable
from mas.agents.products import find_length, find_size
from mas.agents.requests import Request, read_request
from mas.agents.settings import DirectorConfig
from mas.agents.splitting import Part, split_brief, style_of
from mas.language.styling import is_only_style
from mas.language.taste import sort_taste
from mas.nouns import Brief, Knowledge, Offer, Routing, Wish
from mas.protocols import Opening

Answer = Wish | Refusal | None  # None: a statement that only colours the other wishes
_VAGUE = re.compile(
    r"(?:some|any)thing\s+(?!about\b)\w+(?:\s+(?:and\s+)?\w+)?(?:\s+for\s+[\w\s']+)?", re.IGNORECASE
)

_MADE = re.compile(r'"(?P<title>[^"]+)" \(\w+\): \d+ of \d+ ')
_DATED = re.compile(r"^\d{4}-\d\d-\d\d\s+")


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What a part of a brief is understood by; `hand` is what "it" and "them" mean."""

    brief: Brief
    offers: Sequence[Offer]
    taste: str
    hand: str


@dataclass(frozen=True, slots=True)
class HandwrittenDirector:
    """Routes briefs: cuts them into parts, reads each, and finds the offer that answers it."""

    config: DirectorConfig

    async def route(self, brief: Brief, offers: Sequence[Offer], knowledge: Knowledge) -> Routing:
        parts = split_brief(join_lines(brief.text))
        if not parts:
            return _wordless(brief, offers)
        taste = style_of(tuple(claim for part in parts for claim in part.claims))
        wishes: list[Wish] = []
        refusals: list[Refusal] = []
        for part in parts:
            hand = _in_hand(wishes, parts, knowledge)
            answer = self._answer(part, _Occasion(brief, offers, taste, hand))
            if isinstance(answer, Wish):
                wishes.append(answer)
            elif answer is not None:
                refusals.append(answer)
        if not wishes:
            return _refused(refusals or [no_such_use_case("style")], offers)
        say = [*(refusal.sentence for refusal in refusals), *_not_read(brief.text)]
        return Routing(tuple(wishes), tuple(dict.fromkeys(say)))

    def _answer(self, part: Part, occasion: _Occasion) -> Answer:
        if part.about_taste:
            return _taste_wish(part, style_of(part.claims), occasion)
        request = read_request(part.text)
        bare = occasion.brief.route is None and not request.asked and is_only_style(part.text)
        if bare or not part.text:
            return _taste_wish(part, _joined(occasion.taste, part.text), occasion)
        style = _joined(occasion.taste, part.style, request.style)
        return self._wish(part, replace(request, style=style), occasion)

    def _wish(self, part: Part, request: Request, occasion: _Occasion) -> Answer:
        route, offers = occasion.brief.route, occasion.offers
        if refusal := _no_wish(part, request, occasion):
            return refusal
        offer = choose(request, part.text, offers, route=route)
        if offer is None:
            return no_such_use_case(route or request.intent)
        if request.count is not None and not 1 <= request.count <= self.config.max_count:
            return too_many(request.count, self.config.max_count, part.text)
        concept = _concept(part, request, offer, occasion)
        if problem := _unclear(part, concept, offer, occasion, continues=request.continues):
            return problem
        return Wish(
            use_case=offer.name,
            text=part.said,
            concept=concept,
            title=request.title,
            count=request.count,
            style=request.style,
        )


def _no_wish(part: Part, request: Request, occasion: _Occasion) -> Refusal | None:
    """Refuse what no use case could answer; a recipe that names one is taken at its word."""
    if language := language_of(part.text):
        return not_english(part.text, language)
    if occasion.brief.route is not None:
        return None
    match request.intent:
        case "help":
            return Refusal(what_i_can_do(occasion.offers))
        case "grading":
            return grading_is_a_recipe(part.text)
        case "errand" | "question":
            return not_understood(part.text)
    return None


def _not_read(text: str) -> list[str]:
    """Say what of a brief is a setting, which no wish can change."""
    length, size = find_length(text), find_size(text)
    return [
        *([is_a_setting("length", length, "render.frames (24 are a second)")] if length else []),
        *([is_a_setting("size", size, "render.width and render.height")] if size else []),
    ]


def open_director(config: DirectorConfig, opening: Opening) -> HandwrittenDirector:
    """Build the handwritten Director."""
    return HandwrittenDirector(config)


def _wordless(brief: Brief, offers: Sequence[Offer]) -> Routing:
    """A brief without words still says something when it names a use case or a file of rows."""
    if brief.route or brief.rows:
        offer = choose(Request("batch"), "", offers, route=brief.route)
        if offer is None:
            return _refused([no_such_use_case(brief.route or "batch")], offers)
        return Routing((Wish(use_case=offer.name, text=brief.text),))
    return _refused([not_understood(brief.text)], offers)


def _refused(refusals: Sequence[Refusal], offers: Sequence[Offer]) -> Routing:
    """Say why nothing is made; what can be asked for is told once, to those who seem lost."""
    say = list(dict.fromkeys(refusal.sentence for refusal in refusals))
    if any(refusal.lost for refusal in refusals):
        say.append(what_i_can_do(offers))
    return Routing((), tuple(say))


def _taste_wish(part: Part, style: str, occasion: _Occasion) -> Answer:
    """A lasting taste goes to style learning; without that, it only colours the other wishes."""
    offer = choose(Request("style", asked=True), part.text, occasion.offers)
    if offer is None or not part.text:
        return None
    return Wish(use_case=offer.name, text=part.said, style=style)


def _concept(part: Part, request: Request, offer: Offer, occasion: _Occasion) -> str:
    concept = without_cue(request.concept, offer)
    if not offer.makes_shots:
        return concept
    if not concept and request.asked:
        return occasion.hand
    return concept or (part.text if occasion.brief.route else "")


def _unclear(
    part: Part, concept: str, offer: Offer, occasion: _Occasion, *, continues: bool
) -> Refusal | None:
    """Say what is missing, unless a recipe, a file of rows or a known series makes up for it."""
    if not offer.makes_shots or occasion.brief.route or occasion.brief.rows or continues:
        return None
    if not concept or _VAGUE.fullmatch(concept):
        return what_to_show(part.text, offer)
    return None if is_showable(concept) else not_understood(part.text)


def _joined(*styles: str) -> str:
    return ", ".join(dict.fromkeys(style for style in styles if style))


def _in_hand(wishes: Sequence[Wish], parts: Sequence[Part], knowledge: Knowledge) -> str:
    """What "it", "them" and "this concept" mean: something named in the brief, or work in hand."""
    for wish in reversed(wishes):
        if wish.concept:
            return wish.concept
    liked = [c.phrase for part in parts for c in part.claims if c.liked]
    if themes := [theme for phrase in liked for theme in sort_taste(phrase).themes]:
        return themes[-1]
    state = knowledge.session_state
    queued = state.queued_videos[0] if state.queued_videos else ""
    series = knowledge.current_series.active_series
    return state.in_progress_project or _last_made(knowledge) or series or queued


def _last_made(knowledge: Knowledge) -> str:
    """The concept of the newest production, as far as memory tells: a favourite tells it whole."""
    summary = knowledge.session_state.last_session_summary
    told = _MADE.match(summary)
    today = knowledge.production_queue.completed_today
    title = told["title"] if told else _DATED.sub("", today[-1]) if today else ""
    for favourite in knowledge.user_style.favorite_successes if title else ():
        name, _, concept = favourite.partition(": ")
        if name == title and concept:
            return re.sub(r"\s*\([^()]*\)$", "", concept)
    return title
