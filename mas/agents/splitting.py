"""Cut a brief into the parts that wish for something, and the parts that state a taste."""

import re
from dataclasses import dataclass
from itertools import pairwise

from mas.agents.vocabulary import A_PRODUCT_HEAD, POLITE, REQUEST_START, VERB
from mas.language.taste import Claim, find_claims, sort_taste

_QUOTED = re.compile(
    r"(?<![\w\"'])\"[^\"\n]+\"|“[^”\n]+”|«[^»\n]+»|\u2018[^\u2019\n]+\u2019(?!\w)|(?<![\w'])'[^'\n]+'(?!\w)"
    r"|(?<![\w'])'[^\n]+?'(?!\w)"
)
_LASTING = re.compile(
    r"^\W*(?:(?:and|but|also|please)\s+)*(?:remember|note|know|i|we|my|our|from now|in (?:the )?future|always|never|avoid|stop|prefer|please prefer"
    r"|hate|dislike|detest|loathe|(?:please\s+)?(?:make|keep|render)\s+(?!it\b|them\b)|don['\u2019]?t|do not|give me more|use more)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bvs)(?<!\bMr)(?<!\bDr)(?<!\bMs)[.!?;\n]+(?=\s|$)")
_UNLEARN = re.compile(
    r"(?:^|(?<=[.;!?,\n]\s)|(?<=\band\s))(?:please\s+)?(?:(?:forget|unlearn|undo)\s+(?:that|what|my|about|everything|all"
    r"|it\b|the\s+last)|(?:undo|never\s*mind|take\s+(?:it|that)\s+back)(?=\W*$)|(?:i|we)\s+(?:no\s+longer\s+(?:like|love|prefer|hate|dislike|mind)"
    r"|don['\u2019]?t\s+mind)\b)[^.;!?\n]*",
    re.IGNORECASE,
)
_JOINT = re.compile(
    rf"(?:\s*,\s*|\s+)(?:(?:and|then|also|plus|but|so|as well as|afterwards|after that)\s+){{1,3}}"
    rf"(?={REQUEST_START}|{A_PRODUCT_HEAD})"
    rf"|\s*[,:]\s+(?={REQUEST_START})"
    rf"|\s*,\s+(?={A_PRODUCT_HEAD})",
    re.IGNORECASE,
)

# "make 'Salt', a trilogy about ..." is one wish: what is quoted is its title.
_TITLE_FIRST = re.compile(
    rf"(?:^|[.;!?]\s*){POLITE}{{0,6}}{VERB}\s+(?:me\s+|us\s+)?\WQ+\W$", re.IGNORECASE
)
_INTERJECTION = re.compile(
    r"(?:(?:actually|well|oh|ok|okay|hey|hi|hello|btw|by\s+the\s+way|honestly|personally|generally|in\s+general|please"
    r"|thanks|thank\s+you|(?:i(?:['\u2019]ve)?|we)\s+changed\s+(?:my|our)\s+minds?|and|but|so|also)[\s,.!:]*)+",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"(?:^(?:and|but|so|then)(?:\s+|$)|(?:[\s,;]+(?:and|but|so|then|with|also|plus|,|;))+\s*$)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the brief: a wish, or (with `claims`) a taste that shall last.

    Attributes:
        said: the part as typed; `text` is it without the statements of taste.
        style: the style words that hold for this part alone.
        about_taste: it states, or takes back, a taste that shall last.
    """

    said: str
    text: str
    start: int
    claims: tuple[Claim, ...] = ()
    style: str = ""
    about_taste: bool = False


def mask_quotes(text: str) -> str:
    """Blank out quoted text, keeping every position, so that a title is never read as a request."""
    return _QUOTED.sub(
        lambda hit: hit.group()[0] + "Q" * (len(hit.group()) - 2) + hit.group()[-1], text
    )


def find_quoted(text: str) -> list[re.Match[str]]:
    """Find quoted passages."""
    return list(_QUOTED.finditer(text))


def style_of(claims: tuple[Claim, ...]) -> str:
    """Say claims as style words: "dark tones, no neon"."""
    return ", ".join(c.phrase if c.liked else f"no {c.phrase}" for c in claims)


def split_brief(text: str) -> tuple[Part, ...]:
    """Split a brief into parts, in order."""
    text = re.sub(r"\s{4,}", " ", text)
    masked, parts = _take_unlearning(text, mask_quotes(text))
    claims = find_claims(masked)
    claims = tuple(_unmasked(claim, text) for claim in claims if _is_stated(masked, claim))
    lasting = _lasting(masked, claims)
    parts += _taste_parts(text, lasting)
    blanked = masked
    for claim in lasting:
        gap = "".join(c if c in ".;!?\n" else " " for c in masked[claim.start : claim.end])
        blanked = blanked[: claim.start] + gap + blanked[claim.end :]
    local = tuple(claim for claim in claims if claim not in lasting)
    for start, end in _wish_spans(blanked):
        inside = tuple(c for c in local if start <= c.start < end)
        if only := _only_taste(blanked[start:end], start, inside):
            parts.append(_taste_part(text[start:end].strip(), start, only))
        else:
            parts.append(_wish_part(text, blanked, (start, end), inside))
    return tuple(sorted((p for p in parts if p.text or p.style), key=lambda p: p.start))


def part_unlearning(text: str) -> tuple[tuple[str, ...], str]:
    """Part the orders to forget something ("forget that I like purple") from the rest of a text."""
    found = tuple(hit.group() for hit in _UNLEARN.finditer(mask_quotes(text)))
    return found, _UNLEARN.sub(" ", text)


def _take_unlearning(text: str, masked: str) -> tuple[str, list[Part]]:
    """Take out what shall be forgotten: "Forget that I like purple" states no liking."""
    found = list(_UNLEARN.finditer(masked))
    for hit in found:
        masked = masked[: hit.start()] + " " * len(hit.group()) + masked[hit.end() :]
    return masked, [_taste_part(text[h.start() : h.end()].strip(), h.start(), ()) for h in found]


def _is_stated(masked: str, claim: Claim) -> bool:
    """A passing "more dead than alive" is no taste; "more blue" is."""
    if _LASTING.match(masked[claim.start : claim.end]) or not claim.liked:
        return True
    taste = sort_taste(claim.phrase)
    return bool(taste.colours or taste.moods or taste.pacing)


def _unmasked(claim: Claim, text: str) -> Claim:
    if "QQ" not in claim.phrase:
        return claim
    phrase = text[claim.start : claim.end].split(maxsplit=2)[-1].strip(" .,;!?")
    return Claim(phrase, claim.liked, claim.start, claim.end)


def _lasting(masked: str, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims that speak of the person; a "but not ..." belongs to the claim before it."""
    kept: list[Claim] = []
    for claim in claims:
        joined = kept and not re.search(r"[.;!?\n]", masked[kept[-1].end : claim.start])
        if _LASTING.match(masked[claim.start : claim.end]) or joined:
            kept.append(claim)
    return tuple(kept)


def _taste_parts(text: str, claims: tuple[Claim, ...]) -> list[Part]:
    """One part per run of claims with nothing but joints between them."""
    runs: list[list[Claim]] = []
    for claim in claims:
        gap = text[runs[-1][-1].end : claim.start] if runs else "x"
        if re.fullmatch(r"[\s.,;!]*(?:(?:and|but|also|so|please)\s+)*", gap):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    return [
        _taste_part(text[run[0].start : run[-1].end].strip(" ,;\n"), run[0].start, tuple(run))
        for run in runs
    ]


def _taste_part(said: str, start: int, claims: tuple[Claim, ...]) -> Part:
    return Part(said, said, start, claims=claims, about_taste=True)


def _wish_spans(masked: str) -> list[tuple[int, int]]:
    """Spans of wishes; a sentence that requests nothing belongs to the wish before it."""
    cuts = {0, len(masked)}
    starts = re.compile(rf"\s*(?:{REQUEST_START}|{A_PRODUCT_HEAD})", re.IGNORECASE)
    cuts |= {
        end.end()
        for end in _SENTENCE_END.finditer(masked)
        if starts.match(masked, end.end()) or end.group().startswith("?")
    }
    cuts |= {
        joint.end()
        for joint in _JOINT.finditer(masked)
        if not _TITLE_FIRST.search(masked[: joint.start()])
    }
    ordered = sorted(cuts)
    return [(a, b) for a, b in pairwise(ordered) if re.search(r"\w", masked[a:b])]


def _only_taste(masked: str, start: int, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    rest = masked
    for claim in claims:
        rest = (
            rest[: claim.start - start]
            + " " * (claim.end - claim.start)
            + rest[claim.end - start :]
        )
    empty = not re.sub(r"\b(?:and|but|please|also|so|with)\b", "", rest).strip(" ,.;!?\n")
    return claims if claims and empty else ()


def _wish_part(text: str, masked: str, span: tuple[int, int], claims: tuple[Claim, ...]) -> Part:
    """A wish without its local claims, which become its style; blanked lasting claims stay out."""
    start, end = span
    kept = "".join(
        text[i] if masked[i] != " " or text[i].isspace() else " "
        for i in range(start, end)
        if not any(c.start <= i < c.end for c in claims)
    )
    kept = re.sub(r"\s+", " ", kept).strip(" ,;")
    kept = re.sub(r"([.!?])(?:\s+[.!?;,])+\s*$", r"\1", _LEFT_OVER.sub("", kept))
    own_taste = re.fullmatch(r"use\s+my\s+(?:style|taste|preferences|look)", kept, re.IGNORECASE)
    alone = kept == text.strip()  # a greeting says something only when nothing else is said
    idle = own_taste or (not alone and _INTERJECTION.fullmatch(kept))
    kept = kept if re.search(r"\w", kept) and not idle else ""
    said = re.sub(
        r"^(?:and|but|then|,)\s+|[\s,]+(?:and|then|plus)$", "", text[start:end].strip(" ,;\n")
    )
    return Part(said if claims else kept, kept, start, style=style_of(claims))
