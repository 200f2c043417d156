import pytest
from hypothesis import given
from hypothesis import strategies as st

from mas.language import (
    CAMERA_MOVES,
    MOODS,
    SOUNDS,
    TIMES_OF_DAY,
    WEATHERS,
    find_count,
    read,
    wording,
)
from mas.language.camera import find_moves
from mas.language.numbers import parse_count
from mas.language.styling import is_only_style, take_styles
from mas.language.taste import find_claims, sort_taste


@pytest.mark.parametrize(
    ("text", "wanted", "ruled_out"),
    [
        ("no red or green, slow pan to the left", (), ("red", "green")),
        ("no red, green or blue", (), ("red", "green", "blue")),
        ("no red, blue sky", ("blue",), ("red",)),
        ("no bright red", (), ("red",)),
        ("not only red but blue", ("red", "blue"), ()),
        ("purple instead of blue", ("purple",), ("blue",)),
        ("avoid red and green, keep it blue", ("blue",), ("red", "green")),
        ("I hate pink, teal and gold. A green fox", ("green",), ("pink", "teal", "gold")),
        ("less red, more blue", ("blue",), ("red",)),
        ("no rain in the blue light", ("blue",), ()),
        ("nothing blue about it", ("blue",), ()),
        ("a lamp without shade; amber glow", ("amber",), ()),
    ],
)
def test_a_negation_ends_where_its_list_ends(
    text: str, wanted: tuple[str, ...], ruled_out: tuple[str, ...]
) -> None:
    reading = read(text)

    assert reading.colours == wanted
    assert reading.not_colours == ruled_out


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("no red or green, slow pan to the left", "pan_left"),
        ("the camera glides slowly to the left", "pan_left"),
        ("a slow pan left over the sea", "pan_left"),
        ("pan from right to left", "pan_left"),
        ("a leftward pan", "pan_left"),
        ("the camera pans across the old harbour to the left", "pan_left"),
        ("panning gently toward the right", "pan_right"),
        ("tracking right along the wall", "pan_right"),
        ("slow pans", "pan_right"),
        ("the camera slowly rises above the city", "tilt_up"),
        ("cranes up past the spire", "tilt_up"),
        ("tilting downwards", "tilt_down"),
        ("the camera descends", "tilt_down"),
        ("zoom slowly in", "zoom_in"),
        ("zooming out, ever so slowly", "zoom_out"),
        ("slow push-in on her face", "dolly_in"),
        ("the camera flies through the canyon", "dolly_in"),
        ("dollies steadily forward", "dolly_in"),
        ("pulls slowly back", "dolly_out"),
        ("the camera backs away", "dolly_out"),
        ("the camera orbits around the statue", "orbit"),
        ("an arc shot", "orbit"),
        ("hand-held", "handheld"),
        ("static, locked-off shot", "static"),
        ("the camera holds perfectly still", "static"),
        ("no camera movement", "static"),
    ],
)
def test_camera_moves_are_found_in_many_words(text: str, move: str) -> None:
    assert read(text).camera == (move,)


@pytest.mark.parametrize(
    "text",
    [
        "a frying pan on a stove",
        "a robot tilts its head",
        "a dragon orbits the tower",
        "birds fly through the sky",
        "a fox pulls a sled",
        "he looks right and left",
        "no pan",
    ],
)
def test_what_is_no_camera_move_is_not_read_as_one(text: str) -> None:
    assert read(text).camera == ()


def test_the_golden_hour_is_a_time_and_no_colour() -> None:
    reading = read("the golden hour")

    assert (reading.time_of_day, reading.colours) == (("golden_hour",), ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("twenty-one clips", 21), ("a dozen", 12), ("half a dozen films", 6), ("1,000 videos", 1000),
        ("two hundred", 200), ("a couple of takes", 2), ("no number", None), ("3D video", None),
        ("9" * 5000, 10**9),
    ],
)  # fmt: skip
def test_counts_are_read_in_digits_and_words(text: str, count: int | None) -> None:
    assert find_count(text) == count


def test_a_superscript_is_no_count() -> None:
    with pytest.raises(KeyError):
        parse_count("²")


PHRASES = [
    *((("camera", m, c)) for m, cs in wording.CAMERA_CLAUSES.items() for c in cs),
    *((("camera", m, c)) for m, c in wording.CAMERA_PLAIN.items()),
    *((("time_of_day", t, c)) for t, cs in wording.TIME_CLAUSES.items() for c in cs),
    *((("time_of_day", t, c)) for t, cs in wording.INDOOR_TIME_CLAUSES.items() for c in cs),
    *((("moods", m, c)) for m, cs in wording.MOOD_CLAUSES.items() for c in cs),
    *((("weather", w, c)) for w, cs in wording.WEATHER_CLAUSES.items() for c in cs),
    *((("sounds", s, c)) for s, cs in wording.SOUND_PHRASES.items() for c in cs),
    *((("pacing", p, c)) for p, c in wording.PACING_CLAUSES.items()),
]


@pytest.mark.parametrize(("dimension", "name", "phrase"), PHRASES)
def test_every_wording_reads_back_as_what_it_asks_for_and_nothing_else(
    dimension: str, name: str, phrase: str
) -> None:
    plain = (
        phrase.replace("{adv}", "").replace("{the}", "the fox").replace("[", "").replace("]", "")
    )

    reading = read(plain)

    asked = {field: getattr(reading, field) for field in reading.__slots__}
    assert asked.pop(dimension) == (name,)
    linked = {"sounds", "weather"} - {dimension} if dimension in {"sounds", "weather"} else set()
    assert not any(value for field, value in asked.items() if field not in linked)


def test_there_is_a_wording_for_every_name() -> None:
    assert set(wording.CAMERA_CLAUSES) == set(wording.CAMERA_PLAIN) == set(CAMERA_MOVES)
    assert set(wording.TIME_CLAUSES) == set(wording.INDOOR_TIME_CLAUSES) == set(TIMES_OF_DAY)
    assert set(wording.MOOD_CLAUSES) == set(MOODS)
    assert set(wording.WEATHER_CLAUSES) == set(WEATHERS)
    assert set(wording.SOUND_PHRASES) == set(SOUNDS)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "I prefer dark moody aesthetics with purple and blue tones",
            [("dark moody aesthetics with purple and blue tones", True)],
        ),
        ("I hate neon. Create three videos of foxes", [("neon", False)]),
        ("I love foxes and old trains but not clowns", [("foxes and old trains", True), ("clowns", False)]),
        ("I prefer purple over orange", [("purple", True), ("orange", False)]),
        ("make everything darker from now on", [("darker", True)]),
        ("I prefer film noir and make 3 videos of owls", [("film noir", True)]),
        ("I'd like a video of foxes", []),
        ("a knight with no armour", []),
        ("a dog over a fence", []),
        ("I like it", []),
    ],
)  # fmt: skip
def test_statements_of_taste_are_found(text: str, claims: list[tuple[str, bool]]) -> None:
    assert [(claim.phrase, claim.liked) for claim in find_claims(text)] == claims


def test_taste_is_sorted_by_kind() -> None:
    taste = sort_taste("dark moody looks with purple tones, slow pacing and old trains")

    assert (taste.colours, taste.moods, taste.pacing) == (("purple",), ("dark", "moody"), ("slow",))
    assert taste.themes == ("old trains",)


@pytest.mark.parametrize(
    ("text", "rest", "styles"),
    [
        ("owls in a dark moody style", "owls", ["dark moody style"]),
        ("foxes with purple and blue tones and slow pacing", "foxes", ["purple and blue tones", "slow pacing"]),
        ("the sea in black and white", "the sea", ["black and white"]),
        ("volcanoes in the style of Hokusai", "volcanoes", ["the style of Hokusai"]),
        ("a train, slow dolly in", "a train", ["slow dolly in"]),
        ("a man in the light of a lamp", "a man in the light of a lamp", []),
    ],
)  # fmt: skip
def test_style_is_parted_from_what_is_seen(text: str, rest: str, styles: list[str]) -> None:
    assert take_styles(text) == (rest, styles)


def test_style_words_alone_are_told_from_things() -> None:
    assert is_only_style("dark, moody, purple and blue")
    assert not is_only_style("dark fantasy creatures")


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read(text)
    find_claims(text)
    take_styles(text)
    assert all(0 <= move.start < move.end <= len(text) for move in find_moves(text))
