"""The arc of a series: acts, and the beats that an episode can be.

Beats name places, weather and time of day, never colours, moods, pacing or camera moves: those are
the user's to ask for, and judges hold a clip to every word of its concept.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from mas.language import read
from mas_series.subject import Subject

Option = TypeVar("Option")
ACTS = ("opening", "trial", "turning", "resolution")


@dataclass(frozen=True, slots=True)
class Beat:
    """A moment of story: words that follow the subject, and the names an episode of it can have.

    A name with `{}` takes the subject's noun ("The Waking of the {}").
    """

    text: str
    names: tuple[str, ...]


def _beats(*rows: tuple[str, str]) -> tuple[Beat, ...]:
    return tuple(Beat(text, tuple(names.split(" / "))) for text, names in rows)


JOURNEY: dict[str, tuple[Beat, ...]] = {
    "opening": _beats(
        ("waking among mossy ruins at dawn as mist lifts", "The Awakening / First Breath / The Waking of the {}"),
        ("answering a distant horn from a hilltop at sunrise", "The Call / A Horn at Sunrise / Summons of the {}"),
        ("stepping out of a cave into the morning sun", "Into the Open / First Light / Out of the Stone"),
        ("sitting close to a fire at the foot of a mountain at dusk", "The Gathering / Around the Fire / Council of the {}"),
        ("standing before a towering stone gate as the wind picks up", "The Threshold / The Gate / Before the Gate"),
        ("tracing a path across an old map by lantern light", "The Map / Lines on Paper / The Lantern and the Map"),
    ),
    "trial": _beats(
        ("crossing a rope bridge over a deep gorge in the rain", "The Crossing / Over the Gorge / The Rope Bridge"),
        ("walking a winding road through a desert with blowing dust", "The Long Road / Through the Dust / The Desert Road"),
        ("bracing against a storm on a sea cliff", "The Storm / Wind and Stone / The {} and the Storm"),
        ("wading through a flooded forest at night", "Deep Water / The Drowned Forest / Among the Roots"),
        ("searching the corridors of a ruined temple with torches in hand", "The Maze / The Temple Below / Torches in the Deep"),
        ("climbing a mountain wall in falling snow", "The Climb / The Mountain Wall / Above the Clouds"),
        ("hiding among tall trees while shapes pass in the fog", "The Hunters / Shapes in the Fog / The Hunted"),
        ("making a way through a ruined city under falling ash", "The Broken City / Ash / Streets of Ash"),
        ("resting beside a lake among fireflies at night", "The Night Watch / Fireflies / A Rest for the {}"),
    ),
    "turning": _beats(
        ("finding a carved door behind a waterfall", "The Secret / The Hidden Door / Behind the Water"),
        ("standing where two roads part under a cloudy sky at dusk", "The Choice / Two Roads / The Parting of the Roads"),
        ("kneeling on a broken bridge in the rain", "The Fall / The Broken Bridge / All Is Lost"),
        ("facing a reflection that does not match in a still lake at night", "The Mirror / The Other Face / Doubt"),
        ("watching a signal fire go out on a far tower at night", "The Last Signal / When the Fire Dies / The Silent Tower"),
        ("looking up as the moon covers the sun over a wide valley", "The Eclipse / The Hour of Shadow / Noon Without Sun"),
    ),
    "resolution": _beats(
        ("holding a narrow mountain pass against the storm at night", "The Stand / The Narrow Pass / Stand of the {}"),
        ("pushing open the last gate as sunlight pours through", "The Last Gate / The Opening / Beyond the Gate"),
        ("coming home along a river valley at sunset", "The Return / The Way Home / Homecoming"),
        ("watching the sun come up over the sea from a cliff", "Daybreak / The Far Shore / A New Day"),
        ("raising a banner on a hilltop as the clouds part", "The Oath / The Banner / Oath of the {}"),
        ("planting a young tree among the ruins at daybreak", "What Remains / The Young Tree / Legacy of the {}"),
    ),
}  # fmt: skip

PASSAGE_OF_LIGHT: dict[str, tuple[Beat, ...]] = {
    "opening": _beats(
        ("at dawn as mist lifts", "First Light / Before the Day / The Mist Lifts"),
        ("under the last stars before sunrise", "The Last Stars / Before Sunrise / The Waiting Hour"),
        ("seen from a far ridge in the morning sun", "From the Ridge / Arrival / The First View"),
        ("in the early morning after a night of rain", "After the Rain / Washed / Morning Water"),
        ("as the first birds cross the sky at daybreak", "The First Birds / Daybreak / Wings"),
        ("as sunlight reaches the ground at sunrise", "Sunrise / The Touch of the Sun / Opening"),
        ("seen from far away, small under a wide sky", "From Afar / Arrival / The First Sight"),
        ("as the wind falls still and birds begin to call", "The Hush / Before It Begins / A First Call"),
    ),
    "trial": _beats(
        ("under a gathering storm", "The Gathering Storm / Pressure / Before the Thunder"),
        ("in heavy rain", "Rain / The Downpour / Under Water"),
        ("in falling snow", "Snowfall / The Hush of Snow / Winter Comes"),
        ("in drifting fog", "Fog / The Vanishing / Nothing but Outlines"),
        ("with dust blowing across the ground", "Dust / The Dry Wind / Grains"),
        ("at noon under a high sun", "High Noon / No Shadow / The Heat"),
        ("reflected in standing water under a cloudy sky", "Reflections / Twice the World / The Mirror"),
        ("as lightning crosses the sky", "Lightning / The Strike / Struck"),
        ("as the wind rises and leaves fly past", "The Wind / Restless / Everything Moves"),
    ),
    "turning": _beats(
        ("as the clouds break after the rain", "The Break / A Gap in the Clouds / Turning"),
        ("at dusk as the first lights appear", "The First Lights / Dusk / The Edge of Night"),
        ("as the shadow of an eclipse passes over", "The Eclipse / The Shadow / Noon Without Sun"),
        ("as the fog draws back toward the hills", "Unveiled / The Fog Withdraws / Revealed"),
        ("at sunset with long shadows across the ground", "Long Shadows / Sunset / The Low Sun"),
        ("as a flock of birds takes off all at once", "The Flock / Take-off / All at Once"),
    ),
    "resolution": _beats(
        ("at night under a starry sky", "Under the Stars / Night / The Wide Sky"),
        ("at night under a full moon", "Full Moon / The Tide / Moonrise"),
        ("seen from high above at sunset", "From Above / The Whole / Farewell"),
        ("as the last light leaves at nightfall", "The Last Light / Nightfall / Closing"),
        ("at daybreak, washed by rain", "Again / Another Morning / Return"),
        ("at night with fireflies drifting past", "Embers of the Day / Fireflies / Small Lights"),
        ("seen from high above, small in the wide land", "From Above / The Whole / Farewell"),
        ("as everything comes to rest and the wind dies down", "Stillness / The Wind Dies Down / At Rest"),
    ),
}  # fmt: skip

PASSAGE_INDOORS: dict[str, tuple[Beat, ...]] = {
    "opening": _beats(
        ("as the first light comes through the window", "First Light / The Window / Morning Comes In"),
        ("as the door opens and somebody enters", "The Door / Somebody Enters / Opening"),
        ("as a lamp is lit in the corner", "The Lamp / A Small Light / Before the Day"),
    ),
    "trial": _beats(
        ("as rain runs down the window", "Rain on Glass / The Long Rain / Inside the Weather"),
        ("as steam and voices fill the air", "Full House / Steam / The Busy Hour"),
        ("as dust turns in a beam of light", "Dust / The Long Hour / Still Air"),
        ("as shadows of passers-by cross the wall", "Passers-by / Shadows / The Street Outside"),
    ),
    "turning": _beats(
        ("lit only by candles", "Candles / When the Lights Went / Small Flames"),
        ("standing empty and silent", "Nobody Here / The Silence / Left Alone"),
        ("as wind throws the window open", "The Gust / The Open Window / Everything Moves"),
    ),
    "resolution": _beats(
        ("as the last lamp is put out", "Lights Out / The Last Lamp / Closing"),
        ("seen from outside through a glowing window", "Through the Window / From Outside / Farewell"),
        ("with everything back in its place", "In Its Place / Order / What Remains"),
    ),
}  # fmt: skip


def pick(options: Sequence[Option], *keys: object) -> Option:
    """Choose one option by a hash of the keys: varied, and the same every time."""
    return options[spread(*keys) % len(options)]


def spread(*keys: object) -> int:
    """Return a large number that depends on the keys only."""
    text = "\x1f".join(str(key) for key in keys)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")


def acts_of(count: int) -> tuple[str, ...]:
    """Return the act of each of `count` episodes: it opens, is tried, turns, and resolves."""
    return tuple(_act(index / (count - 1) if count > 1 else 0.0) for index in range(count))


def beats_of(subject: Subject, *, count: int, before: int = 0) -> tuple[Beat, ...]:
    """Choose the beats of `count` episodes that follow `before` earlier ones of the same subject.

    A subject that says the time of day itself gets beats that leave it open.
    """
    used = Counter(acts_of(before))
    chosen = []
    for act in acts_of(count):
        options = _options(subject, act)
        chosen.append(options[used[act] % len(options)])
        used[act] += 1
    return tuple(chosen)


def _options(subject: Subject, act: str) -> tuple[Beat, ...]:
    """All beats of an act, those that suit best first; each part begins where the theme says."""
    if subject.acts:
        return _turned(JOURNEY[act], subject, act)
    light = PASSAGE_OF_LIGHT[act]
    if subject.indoors:
        return _turned(PASSAGE_INDOORS[act], subject, act) + _turned(light, subject, act)
    if not subject.timed:
        return _turned(light, subject, act)
    untimed = tuple(beat for beat in light if not read(beat.text).time_of_day)
    timed = tuple(beat for beat in light if beat not in untimed)
    return _turned(untimed, subject, act) + _turned(timed, subject, act)


def _turned(beats: tuple[Beat, ...], subject: Subject, act: str) -> tuple[Beat, ...]:
    start = spread(subject.phrase, act) % len(beats) if beats else 0
    return beats[start:] + beats[:start]


def _act(share: float) -> str:
    ends = (0.25, 0.6, 0.85)
    return ACTS[sum(share >= end for end in ends)]
