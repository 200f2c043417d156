import asyncio
import dataclasses
from collections.abc import AsyncIterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from mas.errors import RenderError
from mas.language import COLOURS
from mas.media import reading
from mas.nouns import Assignment, Format, Prompt, RenderOrder
from mas.protocols import Opening, Picture
from mas.render.animatic.cast import CAST, SUBJECT_WORDS
from mas.render.animatic.colour import bgr_of, lch_of
from mas.render.animatic.film import Film
from mas.render.animatic.pen import Pen
from mas.render.animatic.places import PLACE_WORDS
from mas.render.animatic.renderer import AnimaticRenderer, open_renderer
from mas.render.animatic.scenes import SCENES
from mas.render.animatic.script import interpret
from mas.render.animatic.settings import AnimaticConfig

CONFIG = AnimaticConfig(
    width=192, height=128, frames=12, fps=24, slots=2, preset="ultrafast", crf=18, title=True
)
SMALL = Format(192, 128, 12, 24)
LONG = Format(192, 128, 2400, 24)


def film(
    text: str,
    *,
    seed: int = 1,
    size: tuple[int, int] = (192, 128),
    frames: int = 12,
    negative: str = "",
    title: str = "",
) -> Film:
    prompt = Prompt(text, negative, title)
    return Film(
        interpret(prompt, seed),
        prompt,
        seed,
        width=size[0],
        height=size[1],
        frames=frames,
        fps=24,
        title=True,
    )


def order(
    take_id: str, text: str = "A fox in the forest, green", format: Format = SMALL
) -> RenderOrder:
    return RenderOrder("p1", take_id, Prompt(text, title="The Fox"), 5, format)


@pytest.fixture
async def renderer(tmp_path: Path) -> AsyncIterator[AnimaticRenderer]:
    async with open_renderer(CONFIG, Opening(tmp_path)) as opened:
        yield opened


async def draw(renderer: AnimaticRenderer, order: RenderOrder, folder: Path) -> Assignment:
    assignment = await renderer.assign(order, "local", folder / "staging")
    await renderer.submit_or_find(assignment)
    await renderer.wait(assignment, lambda share: None)
    return assignment


# --- the picture ---------------------------------------------------------------


def test_the_same_prompt_and_seed_give_the_same_frames() -> None:
    text = "A storm over a castle, purple, rain, leaves, handheld camera"

    first, second = film(text).frame(7), film(text).frame(7)

    assert np.array_equal(first, second)


def test_frames_do_not_depend_on_the_frames_drawn_before() -> None:
    clip = film("A dragon over mountains in the snow")
    in_turn = list(clip.frames())

    assert np.array_equal(film("A dragon over mountains in the snow").frame(9), in_turn[9])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("a whale in the sea", "a castle in the mountains", id="prompt"),
        pytest.param("something nice", "something strange", id="unknown words"),
    ],
)
def test_another_prompt_gives_another_picture(one: str, other: str) -> None:
    difference = np.abs(film(one).frame(5).astype(int) - film(other).frame(5))

    assert difference.mean() > 8


def test_another_seed_gives_another_picture() -> None:
    text = "a deer in the forest"

    difference = np.abs(film(text, seed=1).frame(5).astype(int) - film(text, seed=2).frame(5))

    assert difference.mean() > 3


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_can_be_drawn_at_every_hour(scene: str) -> None:
    word = next(word for word, name in PLACE_WORDS.items() if name == scene)
    for hour in ("at noon", "at night"):
        picture = film(f"{word} {hour}", size=(96, 64)).frame(3)

        assert picture.shape == (64, 96, 3)
        assert picture.std() > 5


@pytest.mark.parametrize("name", CAST)
def test_every_subject_has_a_shape_that_fits_its_box(name: str) -> None:
    subject = CAST[name]
    pen = Pen(100, subject.aspect * 1.06)

    subject.draw(pen, 0.3)

    mask = pen.sprite().mask
    assert mask.mean() > 0.015
    assert mask[:, 0].mean() < 0.5
    assert mask[:, -1].mean() < 0.5


def test_the_grammar_is_wide() -> None:
    assert len(SCENES) >= 18
    assert len(CAST) >= 40
    assert set(PLACE_WORDS.values()) <= set(SCENES)
    assert set(SUBJECT_WORDS.values()) <= set(CAST)
    assert {home for subject in CAST.values() for home in subject.homes} <= set(SCENES)
    assert {name for scene in SCENES.values() for name in scene.subjects} <= set(CAST)


@pytest.mark.parametrize(
    ("text", "scene", "subjects"),
    [
        pytest.param("A lighthouse on a stormy coast", "coast", ("lighthouse",), id="both named"),
        pytest.param(
            "A woman with an umbrella in a neon street", "city", ("umbrella_person",), id="joined"
        ),
        pytest.param("A man on a horse crosses the prairie", "meadow", ("rider",), id="rider"),
        pytest.param("A jellyfish", "underwater", ("jellyfish",), id="home of the subject"),
        pytest.param("A wizard and a dragon in a cavern", "cave", ("cloaked", "dragon"), id="two"),
        pytest.param("A whale in the deep ocean", "underwater", ("whale",), id="deep ocean"),
        pytest.param("A whale breaches the surface", "sea", ("whale",), id="above the surface"),
        pytest.param("A shark below the surface", "underwater", ("shark",), id="below it"),
        pytest.param("A wooden bridge in a forest", "forest", ("footbridge",), id="bridge"),
        pytest.param("A temple garden", "garden", ("pagoda",), id="two places"),
        pytest.param("A dragon over a ruined castle", "castle", ("dragon",), id="castle"),
        pytest.param("A fox in a forest, ice blue", "forest", ("fox",), id="a colour is no place"),
        pytest.param("A phoenix guardian in a desert", "desert", ("phoenix",), id="guardian"),
        pytest.param("A crystal cave with a dragon", "cave", ("dragon",), id="crystal cave"),
        pytest.param("A misty mountain valley", "mountains", (), id="nobody named"),
        pytest.param(
            "A fox in the snowy forest. Breath and drifting crystals hang in the air. "
            "We hear the sea and a crowd.",
            "forest",
            ("fox",),
            id="stray words",
        ),
        pytest.param("A quiet evening. A deer drinks in a forest.", "forest", ("deer",), id="2nd"),
    ],
)
def test_words_choose_scene_and_subject(text: str, scene: str, subjects: tuple[str, ...]) -> None:
    script = interpret(Prompt(text), 1)

    assert (script.scene, script.subjects) == (scene, subjects)


def test_no_rain_falls_into_a_room() -> None:
    script = interpret(Prompt("A cat on a windowsill, rain"), 1)

    assert script.weather == ()
    assert "rain" in script.sounds


def test_the_soundtrack_brings_no_weather() -> None:
    assert interpret(Prompt("A fox in a meadow. We hear a low moan of wind."), 1).weather == ()


def test_whoever_stands_in_water_gets_ground_below() -> None:
    def below(text: str) -> Picture:
        return film(text, size=(192, 128)).frame(5)[112:, 40:150].astype(int)

    with_bank = below("A man stands in the sea at noon").std(axis=1).mean()

    assert with_bank != pytest.approx(below("The sea at noon").std(axis=1).mean(), rel=0.05)


def test_a_walk_travels_and_standing_does_not() -> None:
    def moved(verb: str) -> float:
        clip = film(f"A fox {verb} in the desert at noon, static camera", frames=48)
        return float(np.abs(clip.frame(2).astype(int) - clip.frame(46)).mean())

    assert moved("runs") > 2 * moved("sits")


def test_ten_briefs_without_known_words_do_not_look_alike() -> None:
    scripts = [interpret(Prompt(f"the {word} of nothing known"), 1) for word in "abcdefghij"]

    assert len({(script.scene, script.subjects) for script in scripts}) >= 7


# --- colour, light ----------------------------------------------------------------


def hue_shares(picture: Picture, names: tuple[str, ...]) -> list[float]:
    """Return, for each colour, its share of the picture's chroma."""
    small = cv2.resize(picture, (48, 32), interpolation=cv2.INTER_AREA).reshape(-1, 3)
    colours = [lch_of((int(r), int(g), int(b))) for b, g, r in small]
    chroma = np.array([colour.chroma for colour in colours])
    hues = np.array([colour.hue for colour in colours])
    shares = []
    for name in names:
        away = np.abs((hues - lch_of(COLOURS[name].rgb).hue + 180) % 360 - 180)
        shares.append(float(chroma[away < 30].sum() / chroma.sum()))
    return shares


@pytest.mark.parametrize("colour", ["purple", "teal", "crimson", "gold", "green"])
@pytest.mark.parametrize("place", ["in the mountains", "in a city at night", "in the sea"])
def test_a_colour_word_rules_the_picture(colour: str, place: str) -> None:
    picture = film(f"A tower {place}, {colour}").frame(5)

    assert hue_shares(picture, (colour,))[0] > 0.6


@pytest.mark.parametrize("pair", [("purple", "blue"), ("orange", "teal"), ("crimson", "gold")])
def test_both_of_two_colours_are_seen(pair: tuple[str, str]) -> None:
    shares = hue_shares(film(f"A knight in the mountains, {pair[0]} and {pair[1]}").frame(5), pair)

    assert min(shares) > 0.08


def test_without_colour_words_the_picture_is_muted() -> None:
    def chroma(text: str) -> float:
        picture = film(text).frame(5).astype(int)
        return float((picture.max(2) - picture.min(2)).mean())

    assert chroma("A knight in the mountains") < 0.5 * chroma("A knight in the mountains, purple")


@pytest.mark.parametrize("hour", ["golden hour", "dusk", "dawn", "night"])
def test_a_named_hour_colours_the_picture(hour: str) -> None:
    def chroma(text: str) -> float:
        picture = film(text).frame(5).astype(int)
        return float((picture.max(2) - picture.min(2)).mean())

    assert chroma(f"A knight in the mountains at {hour}") > 1.3 * chroma(
        "A knight in the mountains"
    )


@pytest.mark.parametrize(
    ("text", "lightness"),
    [
        pytest.param("A tower in the mountains at night, azure and ivory", 0.94, id="ivory"),
        pytest.param("A ship in a harbour at night, silver and navy", 0.81, id="silver"),
        pytest.param("Wolves on the ice at night, crimson and charcoal", 0.34, id="charcoal"),
        pytest.param("A samurai in the jungle, crimson and black", 0.12, id="black"),
    ],
)
def test_asked_greys_have_a_part_of_the_picture(text: str, lightness: float) -> None:
    small = cv2.resize(film(text).frame(5), (48, 32), interpolation=cv2.INTER_AREA).reshape(-1, 3)
    colours = [lch_of((int(r), int(g), int(b))) for b, g, r in small]

    grey = [c for c in colours if c.chroma < 0.05 and abs(c.lightness - lightness) < 0.15]
    assert len(grey) > 0.03 * len(colours)


def test_a_colour_in_the_negative_prompt_is_avoided() -> None:
    text = "A tower in the mountains, purple and green"

    wanted, avoided = (film(text, negative=n).frame(5) for n in ("", "green"))

    assert hue_shares(avoided, ("green",))[0] < 0.5 * hue_shares(wanted, ("green",))[0]


def test_dark_is_darker_than_bright() -> None:
    text = "A {} tower in the mountains at dusk"

    assert (
        film(text.format("dark")).frame(5).mean()
        < 0.75 * film(text.format("bright")).frame(5).mean()
    )


def test_night_is_darker_than_day() -> None:
    assert (
        film("mountains at night").frame(5).mean() < 0.6 * film("mountains at noon").frame(5).mean()
    )


@pytest.mark.parametrize("rgb", [(106, 47, 181), (240, 160, 32), (10, 10, 10), (242, 242, 242)])
def test_colours_survive_the_way_through_oklch(rgb: tuple[int, int, int]) -> None:
    assert bgr_of(lch_of(rgb))[::-1] == pytest.approx(rgb, abs=1.5)


# --- movement -----------------------------------------------------------------------


def flow(text: str) -> tuple[float, float, float]:
    """Return how the picture moves: to the right, down, and outwards from its middle, px."""
    clip = film(f"Mountains with a castle at dusk, blue. {text}", size=(384, 256), frames=48)
    before, after = (cv2.cvtColor(clip.frame(k)[:220], cv2.COLOR_BGR2GRAY) for k in (16, 28))
    points = cv2.goodFeaturesToTrack(before, 200, 0.01, 6)
    moved, found, _ = cv2.calcOpticalFlowPyrLK(before, after, points, np.empty_like(points))
    good = found.ravel() == 1
    start, way = points[good, 0], (moved - points)[good, 0]
    off = start - np.array([192, 128])
    outwards = float(np.median((way * off).sum(1) / np.maximum(20, np.linalg.norm(off, axis=1))))
    return float(np.median(way[:, 0])), float(np.median(way[:, 1])), outwards


@pytest.mark.parametrize(
    ("words", "axis", "sign"),
    [
        pytest.param("The camera pans right", 0, -1, id="pan right"),
        pytest.param("The camera pans left", 0, 1, id="pan left"),
        pytest.param("The camera tilts up", 1, 1, id="tilt up"),
        pytest.param("The camera tilts down", 1, -1, id="tilt down"),
        pytest.param("The camera zooms in", 2, 1, id="zoom in"),
        pytest.param("The camera zooms out", 2, -1, id="zoom out"),
        pytest.param("The camera dollies in", 2, 1, id="dolly in"),
        pytest.param("The camera pulls back", 2, -1, id="dolly out"),
    ],
)
def test_the_camera_moves_as_asked(words: str, axis: int, sign: int) -> None:
    assert flow(words)[axis] * sign > 1.0


@pytest.mark.parametrize("words", ["", "static camera"], ids=["nothing asked", "static"])
def test_the_camera_stands_still_unless_asked(words: str) -> None:
    assert np.abs(flow(words)).max() < 0.35


def test_fast_moves_the_camera_farther_than_slow() -> None:
    assert (
        flow("The camera pans right, fast paced")[0] < 1.8 * flow("The camera pans right, slow")[0]
    )


@pytest.mark.parametrize(
    "weather",
    ["rain", "snowfall", "dust", "embers", "petals", "bubbles", "fireflies", "thunderstorm"],
)
def test_weather_moves(weather: str) -> None:
    clip = film(f"A tower in the mountains at night, {weather}", frames=24)

    assert np.abs(clip.frame(3).astype(int) - clip.frame(6)).mean() > 0.1


def test_a_storm_has_lightning() -> None:
    light = [
        float(frame[:60].mean())
        for frame in film("A thunderstorm over mountains", frames=48).frames()
    ]

    assert max(light) > 1.25 * float(np.median(light))


def test_the_title_stands_in_the_lower_left() -> None:
    text = "Mountains at night"

    difference = film(text, title="Größe 東京 🐉").frame(3).astype(int) - film(text).frame(3)

    rows, columns = np.nonzero(np.abs(difference).max(2) > 60)
    assert rows.min() > 100
    assert columns.max() < 150


@pytest.mark.parametrize(
    "text",
    ["", "   ", "🐉🔥", "{braces} %s ${x}", "x" * 5000, "雨の街"],
    ids=["empty", "blank", "emoji", "braces", "long", "Japanese"],
)
def test_any_text_can_be_drawn(text: str) -> None:
    assert film(text, title=text, size=(96, 64)).frame(2).shape == (64, 96, 3)


# --- the renderer -------------------------------------------------------------------------


async def test_a_clip_has_picture_and_sound_as_ordered(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    shares: list[float] = []
    assignment = await renderer.assign(order("t1"), "local", tmp_path / "staging")

    started = await renderer.submit_or_find(assignment)
    await renderer.wait(assignment, shares.append)
    rendered = await renderer.collect(assignment, tmp_path / "out" / "t1.mp4")

    facts = reading.facts(rendered.path)
    assert started
    assert (facts.width, facts.height, facts.fps, facts.has_audio) == (192, 128, 24.0, True)
    assert len(list(reading.frames(rendered.path))) == 12
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


async def test_the_file_holds_the_frames_that_were_drawn(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    assignment = await draw(renderer, order("t1"), tmp_path)
    rendered = await renderer.collect(assignment, tmp_path / "t1.mp4")

    shown = list(reading.frames(rendered.path))[6]
    drawn = film("A fox in the forest, green", seed=5, title="The Fox").frame(6)
    assert np.abs(shown.astype(int) - drawn).mean() < 6


async def test_the_order_again_after_a_crash_gives_the_same_file(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    assignment = await draw(renderer, order("t1"), tmp_path)
    first = await renderer.collect(assignment, tmp_path / "t1.mp4")

    again = await renderer.collect(assignment, tmp_path / "t1.mp4")

    assert again == first
    assert list((tmp_path / "staging").iterdir()) == []


async def test_a_take_drawn_before_is_found_not_drawn_again(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    assignment = await draw(renderer, order("t1"), tmp_path)

    async with open_renderer(CONFIG, Opening(tmp_path)) as other:
        assert await other.submit_or_find(assignment) is False
        await other.wait(assignment, lambda share: None)


async def test_a_take_being_drawn_is_not_started_twice(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    assignment = await renderer.assign(order("t1"), "local", tmp_path)

    assert await renderer.submit_or_find(assignment)
    assert not await renderer.submit_or_find(assignment)
    await renderer.wait(assignment, lambda share: None)


async def test_the_same_take_always_has_the_same_prompt_id(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    first, again, other = [
        await renderer.assign(order(t), "local", tmp_path) for t in ("a", "a", "b")
    ]

    assert first.prompt_id == again.prompt_id != other.prompt_id


async def test_cancel_leaves_nothing(renderer: AnimaticRenderer, tmp_path: Path) -> None:
    assignment = await renderer.assign(order("t1", format=LONG), "local", tmp_path / "staging")
    await renderer.submit_or_find(assignment)
    begun = asyncio.Event()
    waiting = asyncio.ensure_future(renderer.wait(assignment, lambda share: begun.set()))  # noqa: TID251
    await begun.wait()

    await renderer.cancel(assignment)

    with pytest.raises(RenderError, match="cancelled"):
        await waiting
    assert list((tmp_path / "staging").iterdir()) == []


async def test_a_cancelled_wait_stops_the_drawing(tmp_path: Path) -> None:
    async with open_renderer(CONFIG, Opening(tmp_path)) as renderer:
        assignment = await renderer.assign(order("t1", format=LONG), "local", tmp_path / "staging")
        await renderer.submit_or_find(assignment)
        begun = asyncio.Event()
        waiting = asyncio.ensure_future(renderer.wait(assignment, lambda share: begun.set()))  # noqa: TID251
        await begun.wait()

        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    assert not (tmp_path / "staging" / f"{assignment.prompt_id}.mp4").exists()


async def test_a_take_can_be_started_again_after_a_cancelled_wait(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    assignment = await renderer.assign(order("t1"), "local", tmp_path / "staging")
    await renderer.submit_or_find(assignment)
    waiting = asyncio.ensure_future(renderer.wait(assignment, lambda share: None))  # noqa: TID251
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    await renderer.submit_or_find(assignment)
    await renderer.wait(assignment, lambda share: None)

    rendered = await renderer.collect(assignment, tmp_path / "t1.mp4")
    assert len(list(reading.frames(rendered.path))) == 12


async def test_closing_stops_what_is_being_drawn(tmp_path: Path) -> None:
    async with open_renderer(CONFIG, Opening(tmp_path)) as renderer:
        assignment = await renderer.assign(order("t1", format=LONG), "local", tmp_path / "staging")
        await renderer.submit_or_find(assignment)

    assert [path for path in (tmp_path / "staging").glob("*") if path.suffix] == []


async def test_odd_sizes_are_refused(renderer: AnimaticRenderer, tmp_path: Path) -> None:
    odd = await renderer.assign(order("t1", format=Format(193, 128, 12, 24)), "local", tmp_path)

    with pytest.raises(RenderError, match="193x128"):
        await renderer.submit_or_find(odd)


async def test_a_staging_folder_that_cannot_be_written_fails_the_take(
    renderer: AnimaticRenderer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    assignment = await renderer.assign(order("t1"), "local", tmp_path / "file" / "staging")

    await renderer.submit_or_find(assignment)

    with pytest.raises(RenderError, match="t1"):
        await renderer.wait(assignment, lambda share: None)


def test_the_config_refuses_odd_sizes_by_its_metadata() -> None:
    rules = {field.name: field.metadata for field in dataclasses.fields(AnimaticConfig)}

    assert rules["width"]["multiple_of"] == rules["height"]["multiple_of"] == 2
    assert all(field.default is dataclasses.MISSING for field in dataclasses.fields(AnimaticConfig))
