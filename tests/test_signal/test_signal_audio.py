"""The judge of sound."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from mas.nouns import Score, Wanted

Show = Callable[..., Score]

WANTED = Wanted("Waves break on a shore.")
PICTURES = [np.full((48, 64, 3), 90, np.uint8)]


def tone(amplitude: float, seconds: float = 0.5) -> npt.NDArray[np.float32]:
    times = np.arange(round(seconds * 48_000), dtype=np.float32) / 48_000
    return (amplitude * np.sin(2 * np.pi * 440 * times))[None].astype(np.float32)


def test_an_audible_tone_is_good(show: Show) -> None:
    score = show("audio", PICTURES, WANTED, sounds=[tone(0.2), tone(0.2)])

    assert score.value == 1.0
    assert score.findings == ()
    assert score.details["rms_dbfs"] == pytest.approx(20 * np.log10(0.2 / np.sqrt(2)), abs=0.05)


def test_no_stream_is_missing_sound(show: Show) -> None:
    score = show("audio", PICTURES, WANTED)

    assert score.value == 0.0
    assert [finding.kind for finding in score.findings] == ["audio.missing"]


@pytest.mark.parametrize("amplitude", [0.0, 0.0005])
def test_silence_is_found(show: Show, amplitude: float) -> None:
    score = show("audio", PICTURES, WANTED, sounds=[tone(amplitude)])

    assert [finding.kind for finding in score.findings] == ["audio.silent"]
    assert np.isfinite(score.details["rms_dbfs"])


def test_asked_silence_is_good(show: Show) -> None:
    score = show("audio", PICTURES, Wanted("A moon over snow, silence."), sounds=[tone(0.0)])

    assert score.value == 1.0


def test_clipping_is_found(show: Show) -> None:
    loud = np.clip(tone(4.0), -1, 1)

    score = show("audio", PICTURES, WANTED, sounds=[loud])

    assert [finding.kind for finding in score.findings] == ["audio.clipped"]
    assert score.details["clipped_share"] > 0.5


def test_no_sound_wanted_gives_no_score(show: Show) -> None:
    score = show("audio", PICTURES, Wanted("Waves.", audio=False))

    assert score.value is None
    assert score.reason
