"""A shot as the Writer sees it, and how its sentences are filled."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mas.agents.asks import Asks
from mas.agents.choice import pick
from mas.agents.concepts import Concept
from mas.agents.english import conjugate, pluralise
from mas.agents.experience import Experience
from mas.agents.pinned import Pinned
from mas.agents.places import BY_NAME, HOMES, PLACES, Place
from mas.agents.verbs import ING_NOUNS
from mas.agents.verbs import PLACES as PREPOSITIONS

_INTERIORS = {"ruins", "room", "workshop", "kitchen", "station"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the sentences of a prompt are made from.

    Attributes:
        salt: what free choices of this shot hang on.
        look: what free choices hang on that all shots of a production share.
        place: the place that the concept names, else None.
        pinned: the rules, by where they are said.
    """

    concept: Concept
    asks: Asks
    experience: Experience
    salt: str
    look: str
    place: Place | None
    pinned: Pinned

    def choose(self, options: Sequence[str], slot: str) -> str:
        """Choose a sentence for this shot that names nothing to avoid."""
        return pick(options, self.salt, slot, fits=self.welcome)

    @property
    def welcome(self) -> Callable[[str], bool]:
        """Test a sentence of our own against what the user wants to avoid."""
        return lambda text: not self.asks.refuses(text)

    @property
    def setting(self) -> Place | None:
        """The place shown: the concept's, or a home for its subject when it names none."""
        built = self.concept.subject_class == "building" and not self.concept.rest
        inside = self.place is not None and self.place.name in _INTERIORS
        if built and inside:  # no castle stands in a hall
            return BY_NAME[pick(HOMES["building"], self.salt, "home")]
        if self.place or self.concept.rest or self.concept.kind in {"prose", "gerund"}:
            return self.place
        homes = HOMES.get(self.concept.subject_class, ())
        return BY_NAME[pick(homes, self.salt, "home")] if homes else None


def find_place(text: str) -> Place | None:
    """Find the place that a text names: after "in", "on", "over", then in what is done, then at all.

    What the subject is called tells least: a lighthouse keeper in a temple is in the temple.
    """
    words = re.findall(r"[a-z]+", text.lower())
    located = _first(words, lambda word: word in PREPOSITIONS)
    done = _first(
        words, lambda word: len(word) > 5 and word.endswith("ing") and word not in ING_NOUNS
    )

    def weigh(place: Place) -> tuple[int, int]:
        hits = [i for i, word in enumerate(words) if word in place.words]
        told = sum(3 if i > located else 2 for i in hits if i > min(located, done))
        named = any(i <= min(located, done) for i in hits)
        return told + named, -min(hits, default=0)

    best = max(PLACES, key=weigh)
    return best if weigh(best)[0] else None


def _first(words: list[str], fits: Callable[[str], bool]) -> int:
    """Return where the first word that fits stands, or the end."""
    return next((index for index, word in enumerate(words) if fits(word)), len(words))


def say(template: str, concept: Concept, *, adverb: str = "") -> str:
    """Fill a template: `{the}`, `{their}`, `{adv}`, `[verb]`, `<noun>`."""
    plural, name = concept.name_plural, concept.name
    text = re.sub(r"\[(\w+)\]", lambda m: conjugate(m.group(1), plural=plural), template)
    text = re.sub(r"<(\w+)>", lambda m: pluralise(m.group(1)) if plural else m.group(1), text)
    return (
        text.replace("{the}", name)
        .replace("{The}", name[0].upper() + name[1:])
        .replace("{their}", concept.their)
        .replace("{adv}", adverb)
    )
