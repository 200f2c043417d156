import numpy as np
import pytest

from mas.language import SOUNDS
from mas.protocols import Samples
from mas.render.animatic.ambience import RATE, Ambience


def sound(
    *names: str,
    seconds: float = 2.0,
    mood: float = 0.0,
    strikes: tuple[float, ...] = (),
    seed: int = 1,
) -> Samples:
    ambience = Ambience(
        names, mood=mood, strikes=strikes, seconds=seconds, rng=np.random.default_rng(seed)
    )
    frames = round(seconds * 24)
    return np.concatenate([ambience.block((k + 1) / 24) for k in range(frames)], axis=1)


def loudness(samples: Samples) -> float:
    return float(np.sqrt((samples**2).mean()))


@pytest.mark.parametrize("name", [name for name in SOUNDS if name != "silence"])
def test_every_sound_word_is_heard_and_never_clips(name: str) -> None:
    samples = sound(name)

    assert samples.shape == (2, 2 * RATE)
    assert np.abs(samples).max() <= 0.51
    assert loudness(samples) > 0.01


def test_all_sounds_at_once_do_not_clip() -> None:
    assert np.abs(sound(*SOUNDS[:8], strikes=(0.5,))).max() <= 0.51


def test_every_word_sounds_different() -> None:
    spectra = {}
    for name in ("rain", "wind", "birds", "drums", "hum"):
        spectrum = np.abs(np.fft.rfft(sound(name)[0]))[: RATE // 2]
        bands = np.add.reduceat(spectrum, np.geomspace(20, len(spectrum) - 1, 24).astype(int))
        spectra[name] = bands / np.linalg.norm(bands)

    likeness = [float(spectra[a] @ spectra[b]) for a in spectra for b in spectra if a < b]
    assert max(likeness) < 0.99


def test_thunder_follows_lightning() -> None:
    quiet, struck = sound("wind", seconds=4), sound("wind", seconds=4, strikes=(2.0,))

    def low(samples: Samples, start: float) -> float:
        part = samples[0, int(start * RATE) : int((start + 0.6) * RATE)]
        return float(np.abs(np.fft.rfft(part))[:80].sum())

    before, after = (low(struck, at) / low(quiet, at) for at in (0.8, 2.35))
    assert after > 2 * before


def test_the_sound_fades_at_both_ends() -> None:
    samples = np.abs(sound("rain"))

    assert samples[:, :200].max() < 0.02
    assert samples[:, -200:].max() < 0.02


def test_long_clips_loop_without_a_step() -> None:
    samples = sound("wind", "drone", seconds=20)
    seam = 8 * RATE

    steps = np.abs(np.diff(samples[:, seam - 500 : seam + 500]))
    around = np.abs(np.diff(samples[:, seam - 20_000 : seam + 20_000]))
    assert samples.shape == (2, 20 * RATE)
    assert steps.max() <= around.max()


def test_the_same_seed_sounds_the_same() -> None:
    assert np.array_equal(sound("fire", "birds"), sound("fire", "birds"))
    assert not np.array_equal(sound("fire"), sound("fire", seed=2))


def test_silence_is_quiet_but_not_nothing() -> None:
    assert 0.002 < loudness(sound("silence")) < 0.2 * loudness(sound("wind"))


def test_a_silence_beside_wind_is_still_windy() -> None:
    assert loudness(sound("wind", "silence")) > 0.5 * loudness(sound("wind"))
