"""A little English: articles, number, verb forms, lists and sentences."""

import re

from mas.agents.lexicon import words

_PLURALS = words(
    """
    people men women children mice geese wolves feet teeth oxen dice lice cattle police folk
    leaves knives lives wives thieves elves dwarves shelves halves fishermen firemen kinsmen
    craftsmen horsemen sheep salmon
    """
)
_SINGULAR_S = words(
    """
    bus gas lens octopus cactus virus circus lotus chaos cosmos canvas atlas campus compass
    walrus hippopotamus platypus rhinoceros papyrus ss series species news physics
    mathematics dress glass grass mass moss cross fortress princess goddess lioness tigress
    abyss duchess priestess waitress actress business darkness happiness loneliness
    stillness wilderness harness iris oasis metropolis genesis axis basis crisis tennis
    chess venus paris mars pegasus sphinx albatross hibiscus eucalyptus trellis christmas
    pancreas colossus minibus omnibus isis osiris zeus hercules icarus
    """
)
_PLURAL_DETERMINERS = words(
    """
    these those several many few both some various countless
    """
)
_SINGULAR_DETERMINERS = frozenset(["a", "an", "one", "this", "that", "each", "every", "another"])
_NUMBERS = words(
    """
    two three four five six seven eight nine ten eleven twelve dozens hundreds
    """
)
_MASS = words(
    """
    snow water fire smoke sand rain ice fog mist light darkness music coffee tea wine milk
    honey bread chocolate rice soup steam lava lightning thunder grass moss coral gold
    silver glass silk paper wood stone metal rust dust ash mud air wind space time love
    grief hope fear anger joy peace war silence chaos freedom justice nature life death
    memory gravity electricity traffic furniture jewellery laundry pottery calligraphy
    origami ballet opera jazz yoga surfing skiing dancing cooking fishing sailing spaghetti
    pasta ramen sushi pizza cheese butter salt sugar pepper flour kelp bamboo ivy wheat corn
    lavender driftwood frost dew nostalgia solitude melancholy autumn winter summer spring
    dawn dusk sunset sunrise midnight night noon football tennis chess basketball cloth
    clockwork
    """
)
_AN_SOUNDS = re.compile(
    r"^(?:hour|hono|heir|herb(?!i)|8|11\b|18\b|[aeio]|u(?!n[ai](?!n|m)|s[eu]|t[eio]|ni|r[aeo]|k|biq|fo))",
    re.IGNORECASE,
)
_A_SOUNDS = re.compile(
    r"^(?:one\b|once|eu|ewe|uni(?!n|m)|un[ai]cor|use|usu|uto|uk|ufo|uran|ubiq)", re.IGNORECASE
)
_DOUBLING = words(
    """
    run swim sit stop spin skip drop dip hop nod chop clap flap grip jog knit pat plan rub
    scan ship slip snap stir step strip swap tap trot whip wrap zip win cut get hit let put
    set shut dig hug grin drip rip plod drum hum throb
    """
)
_IRREGULAR_S = {"be": "is", "have": "has", "do": "does", "go": "goes"}


def article(phrase: str) -> str:
    """Return "a" or "an" for the word that follows."""
    if _A_SOUNDS.match(phrase):
        return "a"
    return "an" if _AN_SOUNDS.match(phrase) else "a"


def is_plural_noun(noun: str) -> bool:
    """Say whether a noun looks plural."""
    low = noun.lower().rsplit("-", 1)[-1]
    if low in _PLURALS:
        return True
    if low in _SINGULAR_S or low.endswith(("ss", "us", "is", "ness", "'s", "\u2019s")):
        return False
    return low.endswith("s") and len(low) > 3


def determined_number(word: str) -> bool | None:
    """Say what a determiner says of number: True plural, False singular, None nothing."""
    low = word.lower()
    if low in _PLURAL_DETERMINERS or low in _NUMBERS or (low.isdecimal() and low != "1"):
        return True
    return False if low in _SINGULAR_DETERMINERS or low == "1" else None


def is_mass(noun: str) -> bool:
    """Say whether a noun takes no "a"."""
    low = noun.lower()
    return low in _MASS or low.endswith(("ness", "ity", "ism", "ence", "ance", "hood"))


def conjugate(verb: str, *, plural: bool) -> str:
    """Return the present tense of a base form: "carry" -> "carries", "carry"."""
    if plural:
        return "are" if verb == "be" else verb
    if verb in _IRREGULAR_S:
        return _IRREGULAR_S[verb]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", verb) else "s")


def participle(verb: str) -> str:
    """Return the -ing form of a base form."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ing"


def pluralise(noun: str) -> str:
    """Return the plural of a regular noun."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|sh|ch|x|z)$", noun) else "s")


def listed(items: tuple[str, ...] | list[str]) -> str:
    """Join words: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def sentence(text: str) -> str:
    """Make a sentence: one capital, one full stop, single spaces."""
    flat = re.sub(r"\s+", " ", text).strip().rstrip(",;:\u2013—- ")
    if not flat:
        return ""
    flat = flat[0].upper() + flat[1:]
    return flat if re.search(r"[.!?…][\"'”\u2019)]?$", flat) else flat + "."


def sentences(text: str) -> list[str]:
    """Split a paragraph into its sentences."""
    return [
        s
        for s in re.split(
            r"(?<=[.!?…])(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)\s+(?=\W*[A-Z0-9À-Þ])", text.strip()
        )
        if s
    ]
