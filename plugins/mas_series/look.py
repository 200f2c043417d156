"""The look of a series: palette, mood and motifs, settled once and pinned as rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from mas.language import MOODS, opposite_mood, read
from mas.nouns import UserStyle, Wish
from mas_series.arcs import pick
from mas_series.subject import Subject

_PALETTES = (
    ("gold", "indigo"), ("teal", "orange"), ("emerald", "gold"), ("crimson", "charcoal"),
    ("azure", "ivory"), ("violet", "teal"), ("amber", "navy"), ("rose", "lavender"),
    ("copper", "jade"), ("cobalt", "silver"),
)  # fmt: skip
_WARM_PALETTES = (
    ("amber", "brown"), ("gold", "crimson"), ("copper", "cream"), ("orange", "ochre"), ("rust", "gold"),
)  # fmt: skip
_COLD_PALETTES = (
    ("azure", "silver"), ("cobalt", "ivory"), ("teal", "navy"), ("cyan", "charcoal"), ("navy", "silver"),
)  # fmt: skip
_MOODS_OF_LIGHT = {"warm", "cold", "dark", "bright", "moody", "plain"}
_MOODS = ("mysterious", "epic", "dramatic", "dreamy", "calm")
_TREATMENTS = (
    "fine film grain and natural textures", "storybook shapes with clear outlines",
    "hand-built sets and visible craft", "a wide view and deep focus",
    "shallow depth of field and fine detail", "painted backdrops in layered depth",
)  # fmt: skip
_MOTIFS_OF_ACTORS = (
    "a carved stone sigil", "a lantern with a small flame", "a tattered banner",
    "a long woven cloak", "a flock of birds in the distance", "a compass on a leather cord",
    "an old twisted tree", "a tall standing stone",
)  # fmt: skip
_MOTIFS_OF_PLACES = (
    "a lone tree on the horizon", "a winding path in the foreground",
    "a flock of birds in the distance", "a tall spire far away", "a weathered wooden post",
    "a stone wall in the foreground",
)  # fmt: skip
_MOTIFS_OF_ROOMS = (
    "an old clock on the wall", "a lamp with a paper shade", "a vase with a single flower",
    "a chair with a worn cushion", "a framed photograph", "a cup left on a ledge",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What stays the same in every episode.

    Attributes:
        style: the brief's own style words, or a way of filming that suits the theme.
        pacing: "" when nobody asked for one.
    """

    style: str
    palette: tuple[str, ...]
    moods: tuple[str, ...]
    pacing: str
    motif: str

    def rules(self, subject: Subject) -> tuple[str, ...]:
        """Return the consistency rules: short clauses that a prompt can weave in, true of every episode."""
        keep = "keep" if subject.plural else "keeps"
        light = "light" if all(mood in _MOODS_OF_LIGHT for mood in self.moods) else "mood"
        same = "build, dress and markings" if subject.acts else "shapes, materials and proportions"
        return (
            f"the palette stays {in_words(self.palette)}",
            f"the {light} stays {in_words(self.moods)}",
            f"{subject.name} {keep} the same {same}",
            f"{self.motif} can be seen somewhere in the frame",
            *((f"the pacing stays {self.pacing}",) if self.pacing else ()),
        )


def settle(subject: Subject, wish: Wish, taste: UserStyle) -> Look:
    """Settle the look: the brief's words first, then the user's taste, then what suits the theme."""
    asked, theme = read(wish.style), read(f"{wish.text}. {subject.phrase}")
    disliked = read(", ".join(taste.disliked_elements))
    colours = _first(asked.colours, theme.colours) or taste.color_preferences
    moods = _first(asked.moods, taste.mood_preferences, theme.moods)
    pacing = _first(asked.pacing, taste.pacing_preferences)
    ruled_out = (*asked.not_colours, *theme.not_colours, *asked.not_moods, *theme.not_moods)
    hurried = ("calm", "dreamy") if "fast" in pacing else ()
    unwanted = {*ruled_out, *disliked.colours, *disliked.moods, *hurried}
    motifs = _MOTIFS_OF_ACTORS if subject.acts else _MOTIFS_OF_PLACES
    motifs = _MOTIFS_OF_ROOMS if subject.indoors else motifs
    moods = _compatible(moods)[:3]
    return Look(
        style=wish.style or pick(_TREATMENTS, subject.phrase, "treatment"),
        palette=_first(colours)[:3] or _suited(_palettes(moods), unwanted, subject),
        moods=moods or _suited(tuple((m,) for m in _MOODS), unwanted, subject),
        pacing=pacing[0] if pacing else "",
        motif=pick(motifs, subject.phrase, "motif"),
    )


def _palettes(moods: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Palettes that a mood of colour temperature leaves open."""
    if "warm" in moods or "cosy" in moods:
        return _WARM_PALETTES
    return _COLD_PALETTES if "cold" in moods else _PALETTES


def in_words(items: Iterable[str]) -> str:
    """Join for running text: "a", "a and b", "a, b and c"."""
    words = tuple(items)
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _first(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for group in groups for word in group if word))


def _compatible(moods: Iterable[str]) -> tuple[str, ...]:
    """Drop moods that contradict an earlier, more important one."""
    kept: list[str] = []
    for mood in moods:
        against = {opposite_mood(other) for other in kept if other in MOODS}
        if mood not in against and (mood not in MOODS or opposite_mood(mood) not in kept):
            kept.append(mood)
    return tuple(kept)


def _suited(
    options: tuple[tuple[str, ...], ...], unwanted: set[str], subject: Subject
) -> tuple[str, ...]:
    """Pick by the theme among the options without an unwanted word, or what is left of them."""
    fitting = tuple(option for option in options if not unwanted & set(option))
    remains = tuple((word,) for option in options for word in option if word not in unwanted)
    return pick(fitting or remains or options, subject.phrase, "look")
