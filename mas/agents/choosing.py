"""Find the offer that answers a request: by what is asked for, then by cues and examples."""

import re
from collections.abc import Sequence

from mas.agents.lexicon import words
from mas.agents.requests import Request
from mas.nouns import Offer

FAMILIES: dict[str, frozenset[str]] = {
    "series": frozenset({"series"}),
    "batch": frozenset({"batch"}),
    "concept": frozenset({"batch"}),
    "style": frozenset({"style"}),
    "refine": frozenset({"refine", "refinement"}),
    "continuity": frozenset({"continuity", "memory"}),
    "variations": frozenset({"variations", "ab", "ab_test", "ab_testing", "compare"}),
}
_KNOWN = frozenset().union(*FAMILIES.values())
_GENERIC = words(
    """
    video videos clip clips film films movie movies shot shots create make generate produce
    render a an the of about me i my it new
    """
)
_SURE = 4.0
_LIKELY = 2.0
_WEAK = 1.0


def choose(
    request: Request, text: str, offers: Sequence[Offer], *, route: str | None = None
) -> Offer | None:
    """Return the offer that answers, or None when no installed use case does.

    `route` is the use case that the recipe names; it is taken at its word.
    """
    if route is not None:
        return next((offer for offer in offers if offer.name == route), None)
    makers = [offer for offer in offers if offer.makes_shots]
    if request.intent in {"batch", "concept"} and len(makers) == 1:
        return makers[0]
    scored = [(_fit(request, text, offer), -index) for index, offer in enumerate(offers)]
    best = max(scored, default=(0.0, 0))
    return offers[-best[1]] if best[0] >= _WEAK else None


def without_cue(concept: str, offer: Offer) -> str:
    """Take a plugin's own form word off a concept: "a haiku about rain" is about rain."""
    if offer.name in _KNOWN:
        return concept
    for cue in sorted(offer.cues, key=len, reverse=True):
        form = rf"^(?:an?\s+|the\s+|some\s+)?{re.escape(cue)}(?:s|es)?(?:\s+(?:about|of|on|for)\s+|\s*[,:]\s*)"
        if rest := re.sub(form, "", concept, flags=re.IGNORECASE):
            concept = rest
    return concept


def _fit(request: Request, text: str, offer: Offer) -> float:
    family = FAMILIES.get(request.intent, frozenset())
    cue = _cue_score(text, offer)
    if offer.name in family:
        return (_LIKELY if request.intent in {"batch", "concept"} else _SURE) + cue / 4
    if offer.name in _KNOWN or (request.asked and not offer.makes_shots):
        return 0.0  # the grammar knows these requests better than their cues do
    likeness = max((_likeness(text, example) for example in offer.examples), default=0.0)
    return max(cue, 3 * likeness if likeness >= 0.5 else 0.0)


def _cue_score(text: str, offer: Offer) -> float:
    """Score the strongest cue found; generic request words alone say nothing."""
    best = 0.0
    for cue in offer.cues:
        own = [word for word in cue.lower().split() if word not in _GENERIC]
        if own and _contains(text, cue):
            best = max(best, 2.5 + 0.5 * len(own))
    return best


def _contains(text: str, cue: str) -> bool:
    body = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", cue.strip()) if word)
    return re.search(rf"(?<!\w){body}(?:s|es)?(?!\w)", text, re.IGNORECASE) is not None


def _likeness(text: str, example: str) -> float:
    here, there = _content(text), _content(example)
    return len(here & there) / len(here | there) if here and there else 0.0


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _GENERIC}
