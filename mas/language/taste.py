"""Statements of taste: what a person says they like or dislike, and what kind of thing it is."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from mas.language import camera, colours, mood, scenery
from mas.language.matching import find, names
from mas.language.numbers import COUNT_PATTERN

_HOW = r"(?:(?:really|always|usually|generally|also|just|much|do|so|very much|absolutely|truly|simply|would|still|mostly|tend to)\s+|'d\s+|\u2019d\s+)*"
_KNOW = r"(?:(?:please\s+)?(?:remember|note|know)\s+(?:that\s+)?)?"
_SURELY = r"(?:(?:really|always|also|usually|generally|just|do|absolutely|mostly)\s+)*"
_THING = (
    r"(?:colou?rs?|colou?r palette|styles?|moods?|looks?|taste|aesthetics?|palettes?|pacing|pace"
    r"|themes?|tones?|preferences?|lighting|vibe)"
)
_EVERYTHING = (
    r"(?:everything|it all|all (?:of )?(?:my |the |our )?(?:videos|clips|films|shots)"
    r"|(?:my|our|the) (?:videos|clips|films|shots)|things|all of them)"
)
_LIKES = (
    rf"{_KNOW}(?:i|we)\s+{_HOW}(?:prefer|enjoy|adore|favou?r|appreciate|go for|lean towards?)",
    rf"{_KNOW}(?:i|we)\s+{_SURELY}(?:like|love)(?!\s+(?:you|it if|to (?:have|see|get|make|create|order)))",
    r"(?:i['\u2019]?m|i am|we['\u2019]?re|we are)\s+(?:really\s+|very\s+|all\s+)?(?:into|fond of|a (?:big |huge )?(?:fan|lover) of)",
    rf"(?:my|our)\s+(?:(?:favou?rite|preferred|usual|general)\s+)?{_THING}\s+(?:is|are|:)",
    r"(?:from now on|in (?:the )?future),?\s*(?:please\s+)?(?:always\s+)?(?:use|go for|choose|keep|prefer|make)?",
    rf"(?:please\s+)?(?:always\s+)?(?:make|keep|render)\s+{_EVERYTHING}",
    r"always\s+(?:use|go for|choose|make (?:it|them)|keep (?:it|them))",
    r"(?:please\s+)?(?:give me|use)\s+more",
    r"(?:please\s+)?prefer\b(?!ence)",
    r"(?<=[,;] )more\b(?!\s+than)|^\s*more\b(?!\s+than)",
    r"(?:(?<=[,;.] )(?:and\s+)?|(?<=\bbut )|(?<=\band ))(?:please\s+)?(?:keep|make)\s+(?:it|them)(?:\s+all)?(?:\s+look)?\b",
    r"(?<=i want )more\b",
    rf"(?:i|we)\s+want\s+(?:{_EVERYTHING}(?:\s+to be)?)",
)
_DISLIKES = (
    rf"(?:(?:i|we)\s+{_HOW}|^|(?<=[,;] )|(?<=\band )|(?<=\bbut ))(?:hate|dislike|detest|loathe|despise)\b",
    rf"(?:i|we)\s+{_HOW}(?:can['\u2019]?t|cannot|can not)\s+(?:stand|bear)",
    rf"(?:i|we)\s+{_HOW}(?:don['\u2019]?t|do not|never)\s+(?:(?:really|particularly)\s+)?(?:like|love|want|enjoy|need|care for)(?:\s+to see)?",
    r"(?:i['\u2019]?m|i am|we['\u2019]?re|we are)\s+(?:not (?:a (?:big )?fan of|into|fond of)|(?:so )?(?:tired|sick|bored) (?:of|with))",
    r"(?:please\s+)?(?:always\s+)?avoid(?:ing)?",
    r"(?:please\s+)?(?:never|don['\u2019]?t|do not|stop)\s+(?:use|show|add|include|using|showing|adding)(?:\s+any)?",
    r"(?:^|(?<=[,;] ))\s*(?:but\s+|and\s+|please\s+)?(?:absolutely\s+)?no(?:\s+more)?\b",
    r"(?<= but )not?\b|(?<= and )(?:no|not)\b",
    r"(?:^|(?<=[,;] ))\s*(?:less|fewer|without|nothing too|not too)\b",
    r"(?<=\w )(?:over|rather than|instead of)\b(?=\s+\w+)",
)
_CUE = re.compile(
    "|".join(rf"(?P<like{i}>\b{c})" for i, c in enumerate(_LIKES))
    + "|"
    + "|".join(rf"(?P<dislike{i}>(?<!\w){c})" for i, c in enumerate(_DISLIKES)),
    re.IGNORECASE | re.MULTILINE,
)
_PRONOUNS = {"it", "that", "this", "them", "those", "these", "you", "him", "her", "one"}
_MILD = {"dislike7", "dislike9"}  # "but not", "over": only right after something liked
_MAKE = r"(?:create|generate|produce|make|render|give me|show me|film|shoot|build|animate)"
_END = re.compile(
    rf"[.;:!?\n]|(?:,\s*|\s+(?:and|so|then|now)\s+)(?:(?:and|so|then|now|please|also)\s+)*{_MAKE}\b"
    r"|\b(?:create|generate|produce|(?:can|could) you|i want you to)\b"
    rf"|(?:,\s*|\s+)(?:and|then|plus)\s+(?=(?:an?|another|{COUNT_PATTERN})\b[^.,;]*\b(?:series|videos?|clips?|films?|episodes?)\b)",
    re.IGNORECASE,
)
_PADDING = re.compile(
    r"^(?:(?:and|but|or|so|too|also|that|the|a|an|any|some|anything|everything|something|all|very|it|them|to be|be|when|please|"
    r"more|of|use|using|with|in|my|our|your|for|is|are|to|on|really|as well)\s+)+"
    r"|(?:\s*(?:\b(?:please|too|as well|in general|thanks?|at all|anymore|any more|and|but|or|so|with|in|i|we|then)\b|[,:\u2013—-]))+\s*$",
    re.IGNORECASE,
)
_CONTAINERS = re.compile(
    rf"\b(?:{_THING}|schemes?|shades?|hues?|lights?|scenes?|imagery|images?|videos?|clips?|films?|footage|feel"
    r"|atmospheres?|ones?|stuff|things?|rhythm|tempo|speed|movements?|motion)\b"
    r"|\bcamera\s*(?:moves?|work|shots?|angles?)?\b(?!s)|\bcuts?\b|\bediting\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: the liked or disliked phrase, and where the statement stands in the text."""

    phrase: str
    liked: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Taste:
    """A phrase sorted by kind: canonical colours, moods, pacing; what is left are themes."""

    colours: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    pacing: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


def find_claims(text: str) -> tuple[Claim, ...]:
    """Find what a person says about their taste ("I prefer ...", "no neon", "less red")."""
    claims: list[Claim] = []
    cues = list(_CUE.finditer(text))
    for cue, following in zip_longest(cues, cues[1:]):
        follows = (
            claims and claims[-1].liked and not re.search(r"[.;!?\n]", _gap(text, claims, cue))
        )
        if cue.lastgroup in _MILD and not follows:
            continue
        stop = following.start() if following else len(text)
        end = _END.search(text, cue.end(), stop)
        stop = end.start() if end else stop
        phrase = tidy(text[cue.end() : stop])
        if phrase and phrase.lower() not in _PRONOUNS:
            liked = str(cue.lastgroup).startswith("like")
            claims.append(Claim(phrase, liked, cue.start(), stop))
        elif not phrase and claims and not _gap(text, claims, cue).strip():
            claims[-1] = replace(claims[-1], end=stop)  # "... from now on" belongs to what it ends
    return tuple(claims)


def _gap(text: str, claims: list[Claim], cue: re.Match[str]) -> str:
    return text[claims[-1].end : cue.start()]


def tidy(phrase: str) -> str:
    """Strip articles, connectives and politeness from both ends of a phrase."""
    before = ""
    while phrase != before:
        before, phrase = phrase, _PADDING.sub("", phrase.strip().strip(" ,:;.!?\"'“”\u2018\u2019"))
    return phrase


def sort_taste(phrase: str) -> Taste:
    """Sort a phrase of taste: "dark moody looks with purple tones, old trains"."""
    vocabularies = (
        find(phrase, colours.VOCABULARY),
        find(phrase, mood.VOCABULARY),
        find(phrase, scenery.PACING_VOCABULARY),
    )
    return Taste(
        colours=names(vocabularies[0]),
        moods=names(vocabularies[1]),
        pacing=names(vocabularies[2]),
        themes=tuple(
            theme
            for item in split_items(phrase)
            if not camera.find_moves(item) and (theme := _theme(item))
        ),
    )


def split_items(phrase: str) -> tuple[str, ...]:
    """Split "old trains, fog and foxes" into its items, each tidied."""
    items = re.split(r",|;|/|&|\b(?:and|or|nor|with|but|in)\b", phrase)
    return tuple(dict.fromkeys(item for raw in items if (item := tidy(raw))))


def _theme(item: str) -> str:
    """What is left of an item; a mood beside a thing stays with it ("dark fantasy creatures")."""
    rest = _CONTAINERS.sub(" ", item)
    for vocabulary in (colours.VOCABULARY, mood.VOCABULARY, scenery.PACING_VOCABULARY):
        for match in reversed(find(rest, vocabulary)):
            rest = rest[: match.start] + " " * (match.end - match.start) + rest[match.end :]
    rest = re.sub(r"\b(?:paced|toned|coloured|colored|lit|than|deep|rich|light|pale)\b", " ", rest)
    return tidy(_CONTAINERS.sub(" ", item)) if re.search(r"\w{2,}", tidy(rest)) else ""
