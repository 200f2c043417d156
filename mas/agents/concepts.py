"""Take a concept apart: its subject, what the subject does, and where; careful rather than clever.

Only what is certain is transformed. A concept that the grammar cannot read keeps its words.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from mas.agents import verbs
from mas.agents.english import (
    article,
    determined_number,
    is_mass,
    is_plural_noun,
    sentences,
)
from mas.agents.subjects import class_of, is_known, possessive, singular
from mas.language.camera import find_moves

Kind = Literal["prose", "clause", "doing", "state", "gerund", "phrase", "plain"]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept as read.

    Attributes:
        kind: "prose" (whole sentences), "clause" (has a finite verb), "doing" (a fox running),
            "state" (a castle hidden in fog), "gerund" (running through a forest), "phrase"
            (a fox in snow), "plain" (anything else).
        text: the whole concept without camera words and without `world`.
        subject: the noun phrase, with its article; "" for prose, gerund and plain.
        rest: what follows the subject.
        name: how later sentences call it: "the fox", "the pair".
        plural: the subject's number, for verbs.
        name_plural: the number of `name` ("the pair" is one).
        their: its possessive.
        subject_class: see `subjects.CLASSES`.
        music: music that the concept asks for in words ("epic orchestral music").
        world: what stood before a colon ("Mythical Guardians: a stone giant wakes").
    """

    kind: Kind
    text: str
    subject: str = ""
    rest: str = ""
    name: str = "the scene"
    plural: bool = False
    name_plural: bool = False
    their: str = "its"
    subject_class: str = "thing"
    world: str = ""
    music: str = ""

    @property
    def acts(self) -> bool:
        """True when the concept says what happens."""
        return self.kind in {"prose", "clause", "doing", "gerund"}


_MUSIC = re.compile(r"\b(?:music|soundtrack|score|melody)$", re.IGNORECASE)
_AGENTS = {
    "beast",
    "flyer",
    "swimmer",
    "person",
    "vessel",
    "aircraft",
    "road",
    "plant",
    "machine",
    "insect",
    "waterbird",
}
_TRANSITIVE_ING = verbs.ING_FORMS.keys() - verbs.INTRANSITIVE_ING
_ADJECTIVAL = re.compile(r"(?:y|ous|ful|ic|al|ish|ive|ed|en|less|ern)$")
_PRESENTED = re.compile(
    r"^(?:an?|the)?\s*(?:[\w-]+\s+)?(?:close-?up|portrait|shot|view|time-?lapse|image|picture|scene|silhouette|story|tale|history"
    r"|series|day|life|montage)\s+(?:of|in\s+the\s+life)\b",
    re.IGNORECASE,
)


def read_concept(concept: str) -> Concept:
    """Read a concept; any text gives one."""
    text = _without_camera(re.sub(r"\s+", " ", concept).strip(" .,;:!?"))
    if len(sentences(text)) > 1 or len(text.split()) > 40:
        return Concept("prose", text)
    text, music = _split_music(text)
    world, text = _split_world(text)
    words = text.split()
    if not words:
        return Concept("plain", text, world=world)
    if _is_gerund(words):
        return Concept(
            "gerund", text, name="the figure", subject_class="person", their="their", world=world
        )
    core = _core_length(words)
    return replace(_read_phrase(words[:core], words[core:], world), music=music)


def _without_camera(text: str) -> str:
    """Camera moves are said in a sentence of their own."""
    for move in reversed(find_moves(text)):
        before = re.sub(
            r"(?:^|[\s,]+)(?:(?:an?|the|with|in|slow|smooth|gentle|fast|quick|and|camera)[\s,]+)*$",
            " ",
            text[: move.start],
        )
        after = re.sub(
            r"^\s*(?:(?:shot|camera|of|over|across|toward|towards|on|along|around|the camera)\b\s*)*",
            " ",
            text[move.end :],
        )
        joined = re.sub(r"\s+(?=,)", "", re.sub(r"\s+", " ", before + after)).strip(" ,")
        text = joined or text
    return text


def _split_music(text: str) -> tuple[str, str]:
    """Part what is heard from what is seen: "a mountain, epic orchestral music"."""
    parts = re.split(r",\s*|\s+(?=with\s+[^,]*\b(?:music|soundtrack)$)", text)
    heard = [part for part in parts[1:] if _MUSIC.search(part)]
    seen = ", ".join(part for part in parts if part not in heard)
    return (seen, re.sub(r"^(?:and|with)\s+", "", heard[0])) if heard else (text, "")


def _split_world(text: str) -> tuple[str, str]:
    world, separator, rest = text.partition(": ")
    if separator and rest.strip() and 0 < len(world.split()) <= 10:
        return world.strip(), rest.strip()
    return "", text


def _is_gerund(words: list[str]) -> bool:
    first = words[0].lower()
    if not first.endswith("ing") or first in verbs.ING_NOUNS:
        return False
    if len(words) == 1:
        return first in verbs.ING_FORMS
    return _follows_a_verb(words[1]) and not is_known(first)


def _follows_a_verb(word: str) -> bool:
    low = word.lower().strip(",")
    return low in verbs.PLACES | verbs.DETERMINERS | verbs.ADVERBS or low.endswith("ly")


def _core_length(words: list[str]) -> int:
    """Count the words of the subject: up to a place, a verb, a relative clause or a comma."""
    for index, word in enumerate(words):
        low = word.lower().strip(",;")
        if index and (
            _starts_rest(words, index) or (low in verbs.BREAKS and not _joins_nouns(words, index))
        ):
            return index
        if word.endswith((",", ";")):
            return index + 1
    return len(words)


def _joins_nouns(words: list[str], index: int) -> bool:
    """In "a girl with a red umbrella" and "a fox and a wolf" the subject goes on."""
    low = words[index].lower()
    if low == "with":
        return True
    later = words[index + 1 : index + 5]
    return (
        low == "and" and is_known(words[index - 1]) and any(is_known(w.strip(",")) for w in later)
    )


def _starts_rest(words: list[str], index: int) -> bool:
    low = words[index].lower().strip(",;")
    if low in verbs.PLACES:
        return True
    return _is_doing(words, index) or _is_finite(words, index) or _is_state(words, index)


def _is_doing(words: list[str], index: int) -> bool:
    low, before = words[index].lower().strip(","), words[index - 1].lower()
    if not low.endswith("ing") or before in verbs.DETERMINERS or before.endswith(","):
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    if low in verbs.ING_NOUNS:
        return _is_doing_after_all(low, before, following.lower())
    if following and is_known(following) and before in verbs.ADJECTIVES:
        return False
    if not following or _follows_a_verb(following):
        return before not in verbs.ADJECTIVES or is_known(before)
    return is_known(before) or (low in _TRANSITIVE_ING and not _ADJECTIVAL.search(before))


def _is_doing_after_all(low: str, before: str, following: str) -> bool:
    """Say whether a noun in -ing acts after all: "a spaceship landing on a moon"."""
    if low == "being":
        return is_known(before) and re.search(r"(?:ed|en|n|t)$", following) is not None
    agent = class_of(before) in _AGENTS and low[:-3] in {
        "land",
        "open",
        "cross",
        "paint",
        "build",
        "gather",
        "meet",
        "offer",
    }
    return agent and (not following or following in verbs.PLACES | verbs.DETERMINERS)


def _is_finite(words: list[str], index: int) -> bool:
    low, before = words[index].lower().strip(","), words[index - 1].strip(",")
    if low in {"is", "are", "has", "have", "was", "were", "can", "must", "will"}:
        return True
    if not is_known(before):
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    if following and not _follows_a_verb(following) and not following.lower().endswith(("s", "ly")):
        return False
    if is_plural_noun(before) or "and" in words[:index]:
        return low in verbs.BASE
    if low in verbs.S_FORMS:
        return True
    counted = words[0].lower() in {"a", "an"} or (not following and words[0].lower() == "the")
    return counted and not is_known(low) and bool(re.search(r"[^su]s$", low))


def _is_state(words: list[str], index: int) -> bool:
    low = words[index].lower().strip(",")
    following = words[index + 1].lower() if index + 1 < len(words) else ""
    past = low in verbs.PARTICIPLES or (low.endswith("ed") and len(low) > 4 and not is_known(low))
    return (
        past and is_known(words[index - 1]) and following in verbs.PLACES | {"with", "of", "only"}
    )


def _read_phrase(core: list[str], rest: list[str], world: str) -> Concept:
    text = " ".join([*core, *rest])
    heads = _heads(core)
    subject_class = _class(core, heads)
    kind = _kind(core, rest, heads)
    if kind == "plain":
        return Concept("plain", text, subject_class=subject_class, world=world)
    plural = _is_plural(core, heads)
    name = _name(core, heads, subject_class)
    together = len(heads) > 1
    names_plural = is_plural_noun(heads[0]) if _is_group(core) else plural
    return Concept(
        kind,
        text,
        subject=_with_article(core, heads[0], plural=plural, known=subject_class != "thing"),
        rest=" ".join(rest),
        plural=plural,
        name=name,
        name_plural=names_plural and not together and name != "the scene",
        their=possessive(heads[0], plural=names_plural, subject_class=subject_class),
        subject_class=subject_class,
        world=world,
    )


def _kind(core: list[str], rest: list[str], heads: list[str]) -> Kind:
    if not heads or core[-1].endswith((",", ";")) or _PRESENTED.match(" ".join(core)):
        return "plain"
    if not rest:
        return "phrase"
    words, index = [*core, *rest], len(core)
    if rest[0].lower() in verbs.PLACES:
        return "phrase"
    if _is_doing(words, index):
        return "doing"
    if _is_finite(words, index):
        return "clause"
    return "state" if _is_state(words, index) else "plain"


def _is_group(core: list[str]) -> bool:
    first, _, inner = " ".join(core).partition(" of ")
    return bool(inner) and singular(first.split()[-1]) in verbs.GROUPS


def _heads(core: list[str]) -> list[str]:
    """The nouns that matter: one, or one of each part joined by "and"; group nouns give way."""
    heads = []
    for part in re.split(r"\s+and\s+", " ".join(core)):
        noun_phrase = re.split(r"\s+with\s+", part)[0]
        first, _, inner = noun_phrase.partition(" of ")
        words = first.split()
        if inner and words and singular(words[-1]) in verbs.GROUPS:
            words = inner.split()
        words = [w.strip(",;\"“”'\u2018\u2019") for w in words]
        nouns = [w for w in words if w and w.lower() not in verbs.DETERMINERS]
        if nouns:
            heads.append(nouns[-1])
    return heads


def _class(core: list[str], heads: list[str]) -> str:
    """The class of the subject; "the birth of a galaxy" is no idea, "the weight of silence" is."""
    if not heads:
        return "thing"
    of = " ".join(core).partition(" of ")[2].split()
    found, inner = class_of(heads[0]) or "thing", class_of(of[-1]) if of else None
    if of and found in {"abstract", "time", "thing"}:
        return (
            "abstract"
            if inner == "abstract" or (found == "abstract" and inner is None)
            else "thing"
        )
    return found


def _is_plural(core: list[str], heads: list[str]) -> bool:
    if len(heads) > 1 and " and " in " ".join(core):
        return True
    first = " ".join(core).split(" of ")[0].split(" with ")[0].split()
    said = determined_number(first[0]) if first else None
    return said if said is not None else is_plural_noun(first[-1])


def _name(core: list[str], heads: list[str], subject_class: str) -> str:
    """How later sentences call the subject: "the fox", "my grandmother", "the pair"."""
    if len(heads) > 1:
        return (
            "the pair"
            if subject_class in {"beast", "flyer", "swimmer", "waterbird", "person"}
            else "the group"
        )
    if core[0].lower() in verbs.POSSESSIVES:
        owners = [word for word in core[1:] if re.search(r"['\u2019]s$|s['\u2019]$", word)]
        return " ".join((core[0].lower(), *owners, heads[0]))
    if subject_class in {"thing", "abstract", "time"}:
        return "the scene"
    head = heads[0]
    return f"the {head if head[1:].lower() != head[1:] else head.lower()}"


def _with_article(core: list[str], head: str, *, plural: bool, known: bool) -> str:
    """Give a bare singular noun its article; names and masses have none."""
    phrase = " ".join(core)
    first = core[0]
    if first.lower() in verbs.DETERMINERS or determined_number(first) is not None or plural:
        return phrase
    is_name = len(core) > 1 and all(w[:1].isupper() for w in core)
    inner_name = any(w[:1].isupper() for w in core[1:]) or (first[:1].isupper() and not known)
    if not known or is_name or inner_name or is_mass(head) or class_of(head) == "abstract":
        return phrase
    bare = phrase[0].lower() + phrase[1:]
    return f"{article(bare)} {bare}"
