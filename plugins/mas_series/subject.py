"""Who or what a series is about: a noun phrase that any beat can follow."""

import re
from dataclasses import dataclass

from mas.language import read

_LONGEST_TITLE = 6  # words
_LONGEST_TITLE_CHARS = 80
_LONGEST_OWNER = 4  # words of "the Roman empire" in "the fall of the Roman empire"
_DETERMINERS = frozenset({
    "a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "this", "that",
    "these", "those", "some", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "every", "each", "many",
})  # fmt: skip
_SMALL_WORDS = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "and", "or", "to", "for", "with", "from", "by",
})  # fmt: skip
_REQUEST = re.compile(
    r"^(?:(?:a|an|the)\s+)?(?:new\s+|short\s+|mini[- ]?)*(?:web\s+|video\s+|content\s+)?"
    r"(?:series|saga|trilogy|show|episodes?|parts?)\b(?:\s+(?:about|of|on|with|featuring))?\s*"
    r"|\s+(?:mini[- ]?)?(?:series|saga|trilogy|show|episodes|parts)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",|\s(?:who|whom|whose|that|which|in|on|at|of|with|from|into|near|under|over|between|among|"
    r"across|through|inside|during|after|before|as|and|\w+ing)\b",
    re.IGNORECASE,
)
_UNCOUNTABLE_ENDING = re.compile(r"\w{3,}(?:ration|tation|ness|ism|hood|ology)$")
_UNCOUNTABLE = frozenset({
    "life", "wildlife", "space", "time", "music", "art", "food", "weather", "water", "nature",
    "magic", "light", "snow", "rain", "history", "chaos", "love", "fire", "tea", "coffee",
    "cooking", "fishing", "sailing", "dancing", "surfing", "architecture", "science",
    "friendship", "courage", "freedom", "peace", "war", "gravity", "infinity", "humanity",
    "eternity", "fashion", "travel",
})  # fmt: skip
_NAMES_IN_S = frozenset({
    "holmes", "jones", "james", "thomas", "williams", "paris", "athens", "naples", "brussels",
    "angeles", "texas", "mars", "hercules", "achilles", "socrates",
})  # fmt: skip
_ACTORS = frozenset({
    "animal", "beast", "bird", "boy", "cat", "child", "creature", "crew", "detective", "dog",
    "dragon", "elf", "fairy", "family", "fox", "friend", "ghost", "giant", "girl", "god",
    "goddess", "guardian", "hero", "heroine", "horse", "king", "knight", "man", "monk",
    "monster", "mouse", "nomad", "person", "pilot", "pirate", "prince", "princess", "queen",
    "robot", "samurai", "spirit", "thief", "titan", "warrior", "witch", "wolf", "woman",
    "nurse", "chef", "cook", "guide", "astronaut", "android", "alien",
})  # fmt: skip
_ACTOR_ENDINGS = ("er", "or", "ist", "ian", "smith", "wright", "folk", "man", "woman", "eer")
_THINGS = frozenset({
    "water", "river", "flower", "tower", "weather", "winter", "summer", "corner", "paper",
    "border", "harbor", "harbour", "mirror", "shelter", "timber", "chapter", "letter", "number",
    "door", "floor", "color", "colour", "interior", "exterior", "crater", "glacier", "desert",
    "meteor", "reactor", "computer", "feather", "leather", "ember", "power", "theater",
    "quarter", "thunder", "wonder", "skyscraper", "container", "freighter", "cover", "motor",
})  # fmt: skip
_ROOMS = frozenset({
    "kitchen", "room", "bedroom", "bathroom", "attic", "cellar", "library", "workshop", "bookshop",
    "shop", "store", "cafe", "café", "bar", "pub", "restaurant", "bakery", "studio", "office",
    "laboratory", "lab", "hall", "classroom", "corridor", "theatre", "theater", "museum", "gallery",
    "arcade", "diner", "laundromat", "barbershop", "elevator", "lift",
})  # fmt: skip
_IRREGULAR = {
    "men": "man", "women": "woman", "people": "person", "children": "child", "wolves": "wolf",
    "elves": "elf", "thieves": "thief", "mice": "mouse", "fishermen": "fisherman",
    "knives": "knife", "leaves": "leaf", "heroes": "hero",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """What a series is about.

    Attributes:
        phrase: noun phrase in running text ("mythical guardians", "a lighthouse keeper").
        title: the same as a title ("Mythical Guardians").
        noun: its head for titles of episodes ("Guardians"); "" for names.
        name: how rules call it ("the guardians", "Captain Nemo", "my grandmother's kitchen").
        plural: takes "keep", not "keeps".
        acts: True for somebody who can walk, search and return; False for places and things.
        timed: True when the phrase itself says the time of day ("caravans at night").
        indoors: True for rooms and the like, which see no horizon.
    """

    phrase: str
    title: str
    noun: str
    name: str
    plural: bool
    acts: bool
    timed: bool = False
    indoors: bool = False


def read_subject(concept: str) -> Subject:
    """Read the subject out of a concept as typed, which `tidy` must leave something of."""
    text = tidy(concept)
    text = _REQUEST.sub("", text).strip(" ,:;") or text
    if _is_common(text):
        text = text.lower() if _is_titled(text) else _lower_first(text)
    head = _head(text)
    noun = _last_word(head)
    is_name = noun[:1].isupper()
    acts = is_name or _acts(text, noun.lower())
    phrase = text if is_name else _with_article(text, head)
    return Subject(
        phrase=phrase,
        title=_as_title(text if len(text.split()) <= _LONGEST_TITLE else _whole(text, head)),
        noun="" if is_name else _as_title(noun),
        name=_name(_whole(text, head), noun),
        plural=is_plural(noun) or " and " in head,
        acts=acts,
        timed=bool(read(text).time_of_day),
        indoors=not acts and singular(noun.lower()) in _ROOMS,
    )


def tidy(concept: str) -> str:
    """Strip white space and punctuation; "" when nothing else is there."""
    return " ".join(" ".join(concept.split()).strip(" .,;:!?\"'“”").split())


def singular(noun: str) -> str:
    """Return the singular of a lower-case English noun, well enough to look it up."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) else noun


def is_plural(noun: str) -> bool:
    """Tell whether a noun looks plural."""
    word = noun.lower()
    regular = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word in _IRREGULAR or (regular and word not in _NAMES_IN_S)


def _head(text: str) -> str:
    return _TAIL.split(text, maxsplit=1)[0].strip() or text


def _whole(text: str, head: str) -> str:
    """A head with its "of": "the history of Rome"."""
    rest = text[len(head) :].removeprefix(" of ")
    owner = _head(rest)
    is_short = rest != text[len(head) :] and len(owner.split()) <= _LONGEST_OWNER
    return f"{head} of {owner}" if is_short else head


def _name(head: str, noun: str) -> str:
    """Call it by its head alone, so that a rule stays short; names and what is owned stay whole."""
    first = head.split(maxsplit=1)[0].lower()
    owned = first in {"my", "our", "your", "his", "her", "their"} or first.endswith("'s")
    if noun[:1].isupper() or owned or " and " in head:
        return head
    if " of " in head:
        return re.sub(r"^(?:an?|the)\s+", "", head).join(("the ", ""))
    return f"the {noun}"


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1]


def _is_titled(text: str) -> bool:
    return all(word[0].isupper() for word in text.split() if word.lower() not in _SMALL_WORDS)


def _is_common(text: str) -> bool:
    """Names keep their capitals; "Mythical Guardians" and "The Robot" are no names."""
    first = text.split(maxsplit=1)[0]
    return (
        first.lower() in _DETERMINERS or is_plural(_last_word(_head(text))) or not text[0].isupper()
    )


def _lower_first(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _with_article(text: str, head: str) -> str:
    words = head.lower().split()
    noun = words[-1]
    has_one = words[0] in _DETERMINERS or words[0].endswith("'s") or words[0].isdigit()
    uncountable = noun in _UNCOUNTABLE or _UNCOUNTABLE_ENDING.match(noun) is not None
    if has_one or uncountable or is_plural(noun) or " and " in head:
        return text
    return f"{'an' if text[0].lower() in 'aeiou' else 'a'} {text}"


def _as_title(text: str) -> str:
    words = [word for word in text.split() if word]
    if words[0].lower() in {"a", "an"} and len(words) > 1:
        words = ["The", *words[1:]]
    title = " ".join(
        word if i and word.lower() in _SMALL_WORDS else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    )
    return title[:_LONGEST_TITLE_CHARS].rstrip()


def _acts(text: str, noun: str) -> bool:
    one = singular(noun)
    if one in _ACTORS or re.search(r"\b(?:who|whose)\b", text, re.IGNORECASE):
        return True
    return one not in _THINGS and len(one) > 3 and one.endswith(_ACTOR_ENDINGS)
