"""The later sentences of a prompt: light, palette, style, camera and sound."""

from mas.agents.choice import pick
from mas.agents.daylight import times_for
from mas.agents.english import article, is_plural_noun, listed
from mas.agents.places import NEUTRAL_SOUNDS
from mas.agents.scene import Scene, say
from mas.agents.subjects import class_of
from mas.language import MOODS, TIMES_OF_DAY, read, wording
from mas.language.styling import is_only_style

_PALETTES: tuple[tuple[str, ...], ...] = (
    ("teal", "amber"), ("indigo", "gold"), ("emerald", "copper"), ("navy", "coral"),
    ("violet", "peach"), ("crimson", "charcoal"), ("azure", "ivory"), ("olive", "ochre"),
    ("turquoise", "rust"), ("silver", "cobalt"), ("magenta", "navy"), ("jade", "cream"),
    ("plum", "gold"), ("cyan", "navy"), ("rose", "charcoal"), ("rust", "azure"), ("green", "cream"),
    ("amber", "black"), ("lilac", "teal"), ("scarlet", "ivory"), ("burgundy", "bronze"), ("sapphire", "orange"), ("mint", "brown"), ("lavender", "gold"),
)  # fmt: skip
_ONE_COLOUR = (
    "the palette leans on {0}, from its deepest shade to its palest tint",
    "{0} runs through the whole picture, from the shadows to the highlights",
)
_TWO_COLOURS = (
    "the palette is {0} and {1}: {0} gathers in the shadows and {1} lies where the light falls",
    "{0} and {1} share the picture, {0} in the depth and {1} along the edges",
    "the colours hold to {0} and {1}, with {0} across the background and {1} on the subject",
)
_MORE_COLOURS = (
    "the palette holds to {all}, and {0} leads",
    "{all} make up the palette, with {0} across the background",
)
_PINNED: dict[int, tuple[str, ...]] = {  # what follows a pinned rule about the palette
    0: ("",),
    1: (", from its deepest shade to its palest tint", ", from the shadows to the highlights"),
    2: (
        ", {0} in the depth and {1} along the edges",
        ": {0} gathers in the shadows and {1} lies where the light falls",
        ", with {0} across the background and {1} on the subject",
    ),
    3: (", and {0} leads", ", with {0} across the background"),
}
_STRONG_PALETTE = "{0} fills the sky, {1} tints the light, and the ground reflects {all}"
_SOUND_FRAMES: dict[int, tuple[str, ...]] = {
    1: ("the soundtrack carries {0}", "we hear {0}"),
    2: ("the soundtrack carries {0} and {1}", "we hear {0} over {1}"),
    3: (
        "the soundtrack carries {0}, {1} and {2}",
        "we hear {0} and {1} over {2}",
        "the soundtrack opens with {0}, then {1} and {2} join in",
    ),
}
_FREE_MOVES = (
    "pan_left", "pan_right", "dolly_in", "dolly_out", "tilt_up", "zoom_in", "zoom_out",
    "tilt_down",
)  # fmt: skip
_MOVES_OF_CLASS: dict[str, tuple[str, ...]] = {
    "building": ("tilt_up", "dolly_in", "pan_right", "pan_left", "zoom_out"),
    "landscape": ("pan_left", "pan_right", "dolly_in", "zoom_out"),
    "sky": ("tilt_up", "pan_left", "pan_right", "zoom_out"),
    "food": ("dolly_in", "zoom_in", "pan_right", "orbit"),
    "object": ("dolly_in", "zoom_in", "orbit", "pan_left"),
    "road": ("pan_left", "pan_right", "dolly_out"),
}
_FREE_LIGHT = (
    "every outline stays clear of the background",
    "the shaded side keeps its detail",
    "highlights sit only where they matter",
    "the distance stays a shade paler than the foreground",
    "the light finds the edges first and the surfaces after",
    "a soft bounce from the ground fills what would be lost",
    "shadows lie long enough to give the place its depth",
    "small highlights travel with every movement",
    "the air itself seems to hold a little of the light",
    "the nearest things stand almost in silhouette",
    "the light falls off slowly from one side to the other",
    "what is wet or polished throws the light back",
    "a narrow rim of light separates near from far",
    "the ground takes the light and hands some of it back",
)
_SHORT_STYLE = 3  # words of a style that can be named: "film noir"
_SINGLE = {
    "tone",
    "look",
    "style",
    "aesthetic",
    "palette",
    "mood",
    "colour",
    "color",
    "hue",
    "shade",
    "pan",
    "zoom",
    "shot",
    "pace",
    "atmosphere",
    "feel",
    "vibe",
    "scheme",
    "move",
}
_INDOORS = {"kitchen", "room", "workshop", "ruins", "cave", "station"}
_UNLIT = {"underwater", "space", "cave"}  # no sun rises here


def light(scene: Scene) -> list[str]:
    """Say time of day and mood as light, then the weather."""
    asks = scene.asks
    moods = (*asks.moods, *asks.concept_moods[: 0 if asks.moods else 1])
    pinned = scene.pinned.light
    own = (mood for mood in moods if mood not in read(pinned).moods)
    clauses = [scene.choose(wording.MOOD_CLAUSES[mood], f"mood {mood}") for mood in own]
    clauses += [pinned] if pinned else []
    if not clauses:
        clauses = [scene.choose(_FREE_LIGHT, "free light")]
    if time := _time_of_day(scene, moods):
        indoors = scene.setting is not None and scene.setting.name in _INDOORS
        table = wording.INDOOR_TIME_CLAUSES if indoors else wording.TIME_CLAUSES
        clauses.insert(0, scene.choose(table[time], "time"))
    said = [", and ".join(clauses[i : i + 2]) for i in range(0, len(clauses), 2)]
    weather = [scene.choose(wording.WEATHER_CLAUSES[w], "weather") for w in asks.weather[:2]]
    return [*said, *weather]


def palette(scene: Scene) -> str:
    """Say the colours, those asked for or a pair of our own."""
    asked = scene.asks.colours
    colours: tuple[str, ...] = asked or pick(
        _palettes(scene), scene.look, "palette", fits=lambda p: scene.welcome(" ".join(p))
    )
    everything = listed(colours)
    rule = scene.pinned.palette
    strong = "palette.missing" in scene.experience.cures or "palette.weak" in scene.experience.cures
    if asked and (strong or any(scene.experience.failed("palette", c) for c in asked)):
        said = _STRONG_PALETTE.format(colours[0], colours[-1], all=everything)
        return f"{rule}: {said}" if rule else said
    if rule:
        asked_for = read(rule).colours
        after = pick(_PINNED[min(len(asked_for), 3)], scene.salt, "colours")
        return rule + after.format(*asked_for)
    frames = {1: _ONE_COLOUR, 2: _TWO_COLOURS}.get(len(colours), _MORE_COLOURS)
    return pick(frames, scene.salt, "colours").format(*colours, all=everything)


def _palettes(scene: Scene) -> tuple[tuple[str, ...], ...]:
    """Pairs that hold a colour that the concept names, or all."""
    named = set(read(scene.concept.text).colours)
    return tuple(pair for pair in _PALETTES if named & set(pair)) or _PALETTES


def style(scene: Scene) -> list[str]:
    """Say the style in the user's words, and what they like to see."""
    said = []
    items = [item.strip() for item in scene.asks.style.split(",") if item.strip()]
    if items := [item for item in items if not _is_pinned(item, scene)]:
        said.append(_look(items))
    if scene.asks.themes:
        said += _touches(scene.asks.themes)
    if scene.concept.world:
        said.append(f"the scene belongs to {scene.concept.world}")
    return said


def _touches(themes: tuple[str, ...]) -> list[str]:
    """Things appear in the picture; what is no thing runs through it."""
    things = [theme for theme in themes if _is_seen(theme.split()[-1])]
    rest = [theme for theme in themes if theme not in things]
    return [
        *([f"in the background there are {listed(things)}"] if things else []),
        *([f"touches of {listed(rest)} run through the picture"] if rest else []),
    ]


def _is_seen(noun: str) -> bool:
    return is_plural_noun(noun) and class_of(noun) not in {None, "abstract", "time", "event"}


def _is_pinned(item: str, scene: Scene) -> bool:
    """Say whether pinned rules say all that a style says ("slow pacing", "dark moody style")."""
    here, rules = read(item), read(". ".join(scene.asks.rules))
    plain = is_only_style(item) and not here.camera
    return plain and all(
        set(getattr(here, kind)) <= set(getattr(rules, kind))
        for kind in ("colours", "moods", "pacing")
    )


def _look(items: list[str]) -> str:
    """Say a style: the look is "dark and moody", the picture has "a film-noir style"."""
    words = ", ".join(items)
    ended = [_ends_in_noun(item) for item in items]
    if not any(ended) and is_only_style(words) and not read(words).camera:
        return f"the look is {listed(items)}"
    if any(ended) or len(words.split()) > _SHORT_STYLE:
        return f"the picture has {listed([_determined(item) for item in items])}"
    return f"the look follows {listed(items)}"


def _determined(item: str) -> str:
    """Give a style its article where it is one thing: "a dark moody style", "warm light"."""
    first, last = item.split(maxsplit=1)[0].lower(), item.rsplit(maxsplit=1)[-1].lower().strip(".")
    single = last in _SINGLE and first not in {"a", "an", "the", "my", "our"}
    return f"{article(item)} {item}" if single else item


def camera(scene: Scene) -> str:
    """Say one camera move; plainly, when this move failed before."""
    asks = scene.asks
    move = asks.camera or _free_move(scene)
    adverb = wording.PACING_ADVERBS[asks.pacing] if asks.pacing else ""
    failed = scene.experience.failed("camera", move) or "camera.wrong" in scene.experience.cures
    if asks.camera and failed:
        text = wording.CAMERA_PLAIN[move]
    else:
        text = say(_move_clause(scene, move), scene.concept, adverb=adverb)
    if not asks.pacing or scene.pinned.has_pace:
        return text
    return f"{text}, and {wording.PACING_CLAUSES[asks.pacing]}"


def _move_clause(scene: Scene, move: str) -> str:
    """A clause for a move; "the scene" is too vague to be named in one."""
    named = scene.concept.name != "the scene"
    clauses = wording.CAMERA_CLAUSES[move]
    return pick(clauses, scene.salt, "camera", fits=lambda c: named or "{the}" not in c)


def sound(scene: Scene) -> str:
    """Say up to three sounds: those asked for first, then the place's."""
    place = scene.setting
    own = place.sounds if place else pick(NEUTRAL_SOUNDS, scene.salt, "neutral sounds")
    free = [s for s in own if scene.welcome(s)]
    wanted = list(dict.fromkeys(scene.asks.sounds))
    sounds = list(dict.fromkeys([*wanted, *([] if "silence" in wanted else free)]))
    music = scene.concept.music
    sounds = sounds[: 2 if music else 3] or ["drone"]
    phrases = [scene.choose(wording.SOUND_PHRASES[name], f"sound {name}") for name in sounds]
    phrases = [music, *phrases] if music else phrases
    return scene.choose(_SOUND_FRAMES[len(phrases)], "sounds").format(*phrases)


def _time_of_day(scene: Scene, moods: tuple[str, ...]) -> str | None:
    """The time asked for; else one that suits mood and place, preferring what worked before."""
    if scene.asks.time_of_day:
        return scene.asks.time_of_day
    if scene.setting and scene.setting.name in _UNLIT:
        return None
    brightness = MOODS[moods[0]].brightness if moods else 1.0
    times = times_for(f"{scene.concept.subject} {scene.concept.text}", _times_for(brightness))
    liked = tuple(t for t in scene.experience.good_times if t in times)
    return pick(
        (*times, *liked),
        scene.salt,
        "time of day",
        fits=lambda t: scene.welcome(t.replace("_", " ")),
    )


def _times_for(brightness: float) -> tuple[str, ...]:
    if brightness < 0.75:
        return ("dusk", "night")
    return ("dawn", "day") if brightness > 1.1 else TIMES_OF_DAY


def _free_move(scene: Scene) -> str:
    moves = _MOVES_OF_CLASS.get(scene.concept.subject_class, _FREE_MOVES)
    safe = tuple(m for m in moves if not scene.experience.failed("camera", m)) or moves
    liked = tuple(m for m in scene.experience.good_moves if m in safe)
    return pick((*safe, *liked), scene.salt, "move")


def _ends_in_noun(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower().strip(".,")
    return last.rstrip("s") in {
        "tone", "look", "style", "aesthetic", "palette", "mood", "light", "lighting", "colour", "color", "hue", "shade",
        "pan", "zoom", "shot", "pacing", "pace", "atmosphere", "feel", "vibe",
    }  # fmt: skip
