import hashlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from mas.errors import EvaluationError
from mas.media import reading, sheets, text
from mas.media.joining import FilmPart, join
from mas.media.writing import SAMPLE_RATE, ClipWriter
from mas.protocols import Samples

SIZE = (192, 128)
BLUE = (200, 80, 40)
ORANGE = (40, 120, 230)


def write_clip(
    path: Path,
    *,
    bgr: tuple[int, int, int] = BLUE,
    frames: int = 24,
    fps: int = 24,
    size: tuple[int, int] = SIZE,
    tone: float = 0.3,
) -> Path:
    per_frame = SAMPLE_RATE // fps
    wave = tone * np.sin(np.arange(frames * per_frame, dtype=np.float32) * 0.06)
    with ClipWriter(path, width=size[0], height=size[1], fps=fps, audio=tone > 0) as clip:
        for index in range(frames):
            picture = np.full((size[1], size[0], 3), bgr, np.uint8)
            picture[:, : size[0] * index // frames] //= 2
            clip.frame(picture)
            clip.audio(np.stack([wave[index * per_frame : (index + 1) * per_frame]] * 2))
    return path


def sound_of(path: Path) -> Samples:
    return np.concatenate(list(reading.audio(path)), axis=1)


def test_a_written_clip_says_what_it_is(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mp4")

    facts = reading.facts(clip)

    assert (facts.width, facts.height, facts.fps) == (*SIZE, 24.0)
    assert facts.duration_s == pytest.approx(1.0)
    assert facts.has_audio
    assert facts.sample_rate == SAMPLE_RATE


def test_one_pass_gives_all_frames_and_all_sound(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mp4")

    items = list(reading.decode(clip))

    pictures = [item for item in items if isinstance(item, reading.VideoItem)]
    samples = sum(i.samples.shape[1] for i in items if isinstance(i, reading.AudioItem))
    assert [item.index for item in pictures] == list(range(24))
    assert samples == pytest.approx(SAMPLE_RATE, abs=2048)
    kinds = [type(item) for item in items]
    assert kinds.index(reading.AudioItem) < len(kinds) - 1 - kinds[::-1].index(reading.VideoItem)


def test_colours_survive_writing_and_reading(tmp_path: Path) -> None:
    first = next(reading.frames(write_clip(tmp_path / "a.mp4")))

    assert np.abs(first[64, 150].astype(int) - BLUE).max() <= 6


def test_views_of_a_frame_agree(tmp_path: Path) -> None:
    item = next(iter(reading.decode(write_clip(tmp_path / "a.mp4"), sound=False)))

    luma = 0.0722 * BLUE[0] + 0.7152 * BLUE[1] + 0.2126 * BLUE[2]
    assert int(item.grey[64, 150]) == pytest.approx(luma, abs=4)
    assert item.half_grey.shape == (SIZE[1] // 2, SIZE[0] // 2)
    assert item.thumbnail.shape == (64, 96, 3)
    assert item.bgr is item.bgr


@pytest.mark.parametrize("count", [1, 4, 24, 30])
def test_grab_gives_as_many_frames_as_asked(tmp_path: Path, count: int) -> None:
    assert len(reading.grab(write_clip(tmp_path / "a.mp4"), count)) == count


def test_grabbed_frames_are_evenly_spaced(tmp_path: Path) -> None:
    dark = [
        int((p[64].max(axis=1) < 150).sum())
        for p in reading.grab(write_clip(tmp_path / "a.mp4"), 4)
    ]

    assert dark == pytest.approx([24, 72, 120, 168], abs=8)


@pytest.mark.parametrize(
    "content", [b"", b"no video at all, only words" * 40], ids=["empty", "text"]
)
def test_a_file_that_is_no_video_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(content)

    with pytest.raises(EvaluationError, match=r"broken\.mp4"):
        reading.facts(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"gone\.mp4"):
        next(reading.frames(tmp_path / "gone.mp4"))


def test_a_mute_clip_has_no_sound(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mp4", tone=0)

    assert not reading.facts(clip).has_audio
    assert list(reading.audio(clip)) == []


def test_a_writer_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> None:
        with ClipWriter(tmp_path / "a.mp4", width=192, height=128, fps=24) as clip:
            clip.frame(np.zeros((128, 192, 3), np.uint8))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert list(tmp_path.iterdir()) == []


def test_sound_that_is_too_short_is_filled_with_silence(tmp_path: Path) -> None:
    with ClipWriter(tmp_path / "a.mp4", width=192, height=128, fps=24) as clip:
        for _ in range(24):
            clip.frame(np.zeros((128, 192, 3), np.uint8))

    assert sound_of(tmp_path / "a.mp4").shape[1] == pytest.approx(SAMPLE_RATE, abs=2048)


def test_a_film_has_cards_and_parts_in_order_and_sound_in_step(tmp_path: Path) -> None:
    parts = [
        FilmPart(write_clip(tmp_path / "a.mp4"), "Episode 1 · The Gate"),
        FilmPart(write_clip(tmp_path / "b.mp4", bgr=ORANGE), "Episode 2 · Größe 東京 🐉"),
    ]

    sha256 = join(parts, tmp_path / "film.mp4", cards=True, card_s=0.5, title="Guardians")

    film = list(reading.frames(tmp_path / "film.mp4"))
    assert len(film) == 12 + 24 + 12 + 24
    assert film[13][64, 170].argmax() == 0
    assert film[49][64, 170].argmax() == 2
    sound = np.abs(sound_of(tmp_path / "film.mp4"))
    assert sound[:, : SAMPLE_RATE // 3].max() < 0.01
    assert sound[:, SAMPLE_RATE : SAMPLE_RATE + 4000].max() > 0.2
    assert sha256 == hashlib.sha256((tmp_path / "film.mp4").read_bytes()).hexdigest()


def test_a_card_shows_its_words_on_the_colours_of_its_part(tmp_path: Path) -> None:
    parts = [FilmPart(write_clip(tmp_path / "a.mp4"), "The Gate")]

    join(parts, tmp_path / "film.mp4", cards=True, card_s=1.0, title="Guardians")

    card = reading.grab(tmp_path / "film.mp4", 4)[1]
    assert card.max() > 200
    assert card[20, 20].argmax() == 0
    assert card.mean() < 80


def test_parts_of_another_size_and_rate_are_fitted_to_the_first(tmp_path: Path) -> None:
    parts = [
        FilmPart(write_clip(tmp_path / "a.mp4"), "One"),
        FilmPart(
            write_clip(tmp_path / "b.mp4", bgr=ORANGE, size=(128, 128), fps=12, frames=12), "Two"
        ),
        FilmPart(write_clip(tmp_path / "c.mp4", fps=48, frames=48, tone=0), "Three"),
    ]

    join(parts, tmp_path / "film.mp4", cards=False, card_s=0, title="")

    facts = reading.facts(tmp_path / "film.mp4")
    film = list(reading.frames(tmp_path / "film.mp4"))
    assert (facts.width, facts.height, facts.fps) == (*SIZE, 24.0)
    assert len(film) == 72
    assert film[26][64, 4].max() < 30
    assert film[26][64, 150].argmax() == 2
    assert sound_of(tmp_path / "film.mp4").shape[1] == pytest.approx(3 * SAMPLE_RATE, abs=2048)


def test_a_broken_part_leaves_no_film(tmp_path: Path) -> None:
    (tmp_path / "b.mp4").write_bytes(b"nothing")
    parts = [FilmPart(write_clip(tmp_path / "a.mp4"), "One"), FilmPart(tmp_path / "b.mp4", "Two")]

    with pytest.raises(EvaluationError, match=r"b\.mp4"):
        join(parts, tmp_path / "film.mp4", cards=True, card_s=0.2, title="")

    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.mp4", "b.mp4"]


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_a_contact_sheet_shows_the_clip(tmp_path: Path, suffix: str) -> None:
    clip = write_clip(tmp_path / "a.mp4")

    data = sheets.contact_sheet(clip, count=6, columns=3, width=480, suffix=suffix)

    sheet = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert sheet.shape == (2 * 107, 480, 3)
    assert np.abs(sheet[50, 150].astype(int) - BLUE).max() < 12


def test_a_contact_sheet_file_is_written_whole(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "a.mp4")

    path = sheets.contact_sheet_file(clip, tmp_path / "sheet.png")

    assert cv2.imread(str(path)).shape == (512, 768, 3)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.mp4", "sheet.png"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("Größe, naïve 東京 Привет", "Größe, naïve 東京 Привет", id="scripts"),
        pytest.param("Dragon 🐉 gate ⛰️", "Dragon gate", id="emoji"),
        pytest.param(" two\nlines\t\x00", "two lines", id="controls"),
        pytest.param("🐉", "", id="only emoji"),
        pytest.param("what?", "what?", id="question mark"),
    ],
)
def test_words_are_readable_or_left_out(typed: str, shown: str) -> None:
    assert text.readable(typed) == shown


def test_long_words_are_fitted_to_the_width() -> None:
    lettering = text.Lettering(24)

    fitted = text.fit("a very long title that goes on and on", lettering, 150)

    assert fitted.endswith("…")
    assert text.measure(fitted, lettering)[0] <= 150
    assert text.fit("short", lettering, 150) == "short"


def test_drawing_puts_ink_where_it_was_measured() -> None:
    lettering = text.Lettering(24)
    picture = np.zeros((60, 300, 3), np.uint8)

    text.draw(picture, "Ägir 東 🐉", (10, 40), lettering)

    columns = np.nonzero(picture.max(axis=(0, 2)))[0]
    width, _ = text.measure("Ägir 東 🐉", lettering)
    assert columns.min() >= 10
    assert columns.max() - 10 == pytest.approx(width, abs=4)
