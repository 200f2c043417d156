"""Ambient sound from the sound words: a loop without a seam, so that any length costs the same.

Everything is periodic over the loop: noise is shaped in the frequency domain, tones have a whole
number of cycles, and single sounds that run over the end continue at the beginning.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from mas.protocols import Samples

__all__ = ["RATE", "Ambience"]

RATE = 48_000
_PEAK = 0.5  # -6 dBFS
_HUSH = 0.06  # -24 dBFS: asked silence is heard as air, not as nothing
_FADE_S = 0.35
Wave = npt.NDArray[Any]


class Ambience:
    """The sound of one clip, block by block.

    Args:
        sounds: canonical sound words; "silence" alone leaves a faint air.
        mood: -1 (dark) .. 1 (bright), chooses the chord under it all.
        strikes: times of lightning in seconds; thunder follows each.
        seconds: length of the clip.
    """

    def __init__(
        self,
        sounds: tuple[str, ...],
        *,
        mood: float,
        strikes: tuple[float, ...],
        seconds: float,
        rng: np.random.Generator,
    ) -> None:
        self._total = round(seconds * RATE)
        self._loop = _Mix(4 if seconds <= 5 else 8, rng).mixed(sounds, mood, strikes)
        self._position = 0

    def block(self, until_s: float) -> Samples:
        """Return the sound from where the last block ended to `until_s`, (2, n) float32."""
        end = min(self._total, round(until_s * RATE))
        places = np.arange(self._position, end)
        self._position = end
        samples = self._loop[:, places % self._loop.shape[1]]
        edge = np.minimum(places, self._total - places) / (_FADE_S * RATE)
        return samples * np.clip(edge, 0, 1).astype(np.float32)


class _Mix:
    """Makes the loop of `seconds` whole seconds."""

    def __init__(self, seconds: int, rng: np.random.Generator) -> None:
        self._seconds, self._rng = seconds, rng
        self.count = seconds * RATE
        self._time: Wave = (np.arange(self.count) / RATE).astype(np.float32)
        self._bins = np.fft.rfftfreq(self.count, 1 / RATE).astype(np.float32)

    def mixed(self, sounds: tuple[str, ...], mood: float, strikes: tuple[float, ...]) -> Samples:
        """Return the loop, (2, n) float32 with its peak at -6 dBFS, at -24 dBFS for silence."""
        quiet = set(sounds) == {"silence"}  # beside other sounds it is only a pause
        track = np.stack([self.pad(mood, 0.0), self.pad(mood, 1.7)]) * (0.03 if quiet else 0.16)
        track += self.noise(80, 1400, -0.6) * 0.02
        for name in () if quiet else sounds:
            make = _MAKERS.get(name)
            if make:
                track += make(self)
        for strike in strikes:
            track += self.thunder(strike + 0.25)
        peak = float(np.abs(track).max())
        wanted = _HUSH if quiet and not strikes else _PEAK
        return (track * (wanted / max(peak, 1e-6))).astype(np.float32)

    # --- building blocks ---

    def noise(self, low: float, high: float, tilt: float) -> Samples:
        """Return stereo noise between two frequencies, peak 1."""
        shape = 1 / (1 + (low / np.maximum(self._bins, 1)) ** 4) / (1 + (self._bins / high) ** 4)
        shape = shape * np.maximum(self._bins, 20) ** tilt
        parts = self._rng.standard_normal((2, 2, len(self._bins)), dtype=np.float32)
        waves = np.fft.irfft((parts[0] + 1j * parts[1]) * shape, self.count)
        return np.asarray(waves / np.abs(waves).max(), np.float32)

    def swell(self, cycles: int, low: float, phase: float = 0.0) -> Wave:
        """Return a slow rise and fall between `low` and 1, `cycles` per loop."""
        wave = np.sin(math.tau * cycles * self._time / self._seconds + phase)
        return (low + (1 - low) * (0.5 + 0.5 * wave)).astype(np.float32)

    def tone(self, frequency: float, phase: float = 0.0) -> Wave:
        """Return a sine at the nearest frequency that fits the loop."""
        cycles = max(1, round(frequency * self._seconds))
        return np.sin(math.tau * cycles / self._seconds * self._time + phase).astype(np.float32)

    def pad(self, mood: float, phase: float) -> Wave:
        root = 65.41 if mood < 0 else 73.42
        ratios = (1.0, 1.2, 1.5, 2.0, 2.4) if mood < 0 else (1.0, 1.25, 1.5, 2.0, 3.0)
        parts = [
            self.tone(root * ratio, k + phase)
            * self.swell(1 + k % 3, 0.3, k * 1.3 + phase)
            / (1 + 0.6 * k)
            for k, ratio in enumerate(ratios)
        ]
        return np.asarray(np.sum(parts, axis=0, dtype=np.float32) / 2)

    def events(
        self, wave: Wave, times: npt.NDArray[np.float64], levels: npt.NDArray[np.float64]
    ) -> Samples:
        """Return the wave placed at times, each somewhere between left and right."""
        track = np.zeros((2, self.count), np.float32)
        for time, level in zip(times, levels, strict=True):
            left = self._rng.uniform(0.3, 1.0)
            places = (int(time * RATE) + np.arange(len(wave))) % self.count
            track[0, places] += wave * level * left
            track[1, places] += wave * level * (1.3 - left)
        return track

    def scattered(self, wave: Wave, per_second: float, *, low: float = 0.3) -> Samples:
        count = max(1, round(per_second * self._seconds))
        return self.events(
            wave, self._rng.uniform(0, self._seconds, count), self._rng.uniform(low, 1, count)
        )

    def beat(self, wave: Wave, per_second: float, *, accent: int = 2) -> Samples:
        count = max(1, round(per_second * self._seconds))
        levels = np.where(np.arange(count) % accent == 0, 1.0, 0.55)
        return self.events(wave, np.arange(count) * self._seconds / count, levels)

    def hit(
        self,
        seconds: float,
        frequencies: tuple[float, ...],
        decay: float,
        *,
        bend: float = 0.0,
        noise: float = 0.0,
    ) -> Wave:
        """Return a struck sound: sines that die away, falling by `bend` octaves, with some noise."""
        time = np.arange(int(seconds * RATE), dtype=np.float32) / RATE
        fall = np.exp(-time * decay)
        wave = np.zeros_like(time)
        for k, frequency in enumerate(frequencies):
            course = frequency * (time + bend * (1 - np.exp(-time * 14)) / 14)
            wave += np.sin(math.tau * course) * np.exp(-time * decay * 0.35 * k) / (1 + 0.5 * k)
        wave = wave * fall / max(1, len(frequencies)) ** 0.5
        if noise:
            wave += (
                self._rng.standard_normal(len(time)).astype(np.float32)
                * np.exp(-time * decay * 5)
                * noise
            )
        attack = np.clip(time * 400, 0, 1) * np.clip((seconds - time) * 200, 0, 1)
        return np.asarray(wave * attack, np.float32)

    def thunder(self, start: float) -> Samples:
        rumble = self.noise(24, 170, -0.9)
        time = (self._time - start) % self._seconds
        shape = np.exp(-time * 1.25) * np.clip(time * 14, 0, 1) * (0.7 + 0.3 * np.sin(time * 9))
        return np.asarray(rumble * shape * 0.75, np.float32)

    def chirps(self) -> Samples:
        track = np.zeros((2, self.count), np.float32)
        for base in self._rng.uniform(2200, 4200, 3):
            time = np.arange(int(0.13 * RATE), dtype=np.float32) / RATE
            course = base * time + base * 0.12 * np.sin(math.tau * 9 * time) / (math.tau * 9) * 4
            wave = np.sin(math.tau * course) * np.sin(math.pi * time / 0.13) ** 2
            for start in self._rng.uniform(0, self._seconds, max(2, self._seconds // 2)):
                times = start + np.arange(int(self._rng.integers(2, 5))) * 0.16
                track += self.events(
                    wave.astype(np.float32), times, self._rng.uniform(0.5, 1, len(times))
                )
        return track * 0.13

    def crickets(self) -> Samples:
        gate = (np.sin(math.tau * 18 * self._time) > 0.2) * (
            np.sin(math.tau * 2 * self._time) > -0.2
        )
        wave = (self.tone(4300) + 0.6 * self.tone(4620)) * gate * self.swell(2, 0.4)
        return np.stack([wave, np.roll(wave, RATE // 7)]).astype(np.float32) * 0.06

    def choir(self) -> Samples:
        track = np.zeros((2, self.count), np.float32)
        for k, note in enumerate((196.0, 246.9, 293.7, 392.0)):
            for side in (0, 1):
                voice = sum(
                    self.tone(note * h * (1 + 0.003 * (side - 0.5)), k + h + side) / h**1.4
                    for h in (1, 2, 3, 4)
                )
                track[side] += voice * self.swell(1 + k % 2, 0.35, k * 1.6)
        return track * 0.055

    def strings(self) -> Samples:
        track = np.zeros((2, self.count), np.float32)
        for k, note in enumerate((130.8, 196.0, 261.6, 311.1)):
            voice = sum(self.tone(note * h, h * k) / h for h in range(1, 8))
            track[k % 2] += voice * self.swell(1, 0.3, k * 1.5)
            track[1 - k % 2] += voice * self.swell(1, 0.3, k * 1.5) * 0.6
        return track * 0.06

    def melody(self) -> Samples:
        notes = self._rng.permutation(np.array([261.6, 311.1, 392.0, 466.2, 523.3]))[:4]
        track = np.zeros((2, self.count), np.float32)
        for k in range(self._seconds * 2):
            note = float(notes[k % len(notes)])
            track += self.events(
                self.hit(1.6, (note, note * 2, note * 3), 2.6),
                np.array([k / 2]),
                np.array([0.5 + 0.3 * (k % 3 == 0)]),
            )
        return track * 0.2

    def both(self, wave: Wave) -> Samples:
        return np.stack([wave, np.roll(wave, 480)])


_MAKERS: dict[str, Callable[[_Mix], Samples]] = {
    "rain": lambda m: m.noise(700, 9000, -0.25) * 0.26 + m.scattered(m.hit(0.03, (1900.0, 2700.0), 120), 26) * 0.035,
    "thunder": lambda m: m.noise(24, 130, -0.9) * m.swell(1, 0.15) * 0.22,
    "wind": lambda m: m.noise(130, 900, -0.6) * m.swell(1, 0.35) * 0.3 + m.noise(500, 1600, -0.4) * m.swell(2, 0.05, 1.0) * 0.1,
    "waves": lambda m: m.noise(120, 3800, -0.55) * m.swell(1, 0.12) ** 2 * 0.42,
    "water": lambda m: m.noise(380, 5200, -0.4) * 0.2 + m.scattered(m.hit(0.07, (620.0,), 50, bend=-1.2), 9) * 0.1,
    "fire": lambda m: m.noise(70, 700, -0.7) * m.swell(3, 0.55) * 0.2 + m.scattered(m.hit(0.012, (2400.0,), 300, noise=1.0), 15, low=0.1) * 0.3,
    "birds": lambda m: m.chirps(),
    "crickets": lambda m: m.crickets(),
    "crowd": lambda m: m.noise(180, 1500, -0.4) * m.swell(5, 0.6) * 0.2 + m.noise(300, 900, -0.2) * m.swell(7, 0.2, 2.0) * 0.1,
    "traffic": lambda m: m.noise(40, 380, -0.8) * m.swell(1, 0.45) * 0.32 + m.noise(300, 1800, -0.6) * m.swell(1, 0.1, 2.2) * 0.09,
    "hum": lambda m: m.both(sum((m.tone(55.0 * h, h) / h for h in (1, 2, 3, 5)), start=np.zeros(m.count, np.float32))) * 0.13,
    "drone": lambda m: m.both((m.tone(48.0) + 0.7 * m.tone(72.0, 1) + 0.5 * m.tone(96.5, 2)) * m.swell(1, 0.5)) * 0.2,
    "bells": lambda m: m.scattered(m.hit(2.6, (523.3, 1244.0, 1568.0, 2637.0), 1.7), 0.5, low=0.6) * 0.3,
    "drums": lambda m: m.beat(m.hit(0.5, (72.0, 118.0), 9, bend=1.6, noise=0.12), 2.0) * 0.5,
    "choir": lambda m: m.choir(),
    "strings": lambda m: m.strings(),
    "piano": lambda m: m.melody(),
    "machinery": lambda m: m.beat(m.hit(0.22, (190.0, 427.0, 913.0), 22, noise=0.5), 2.5) * 0.16 + m.noise(50, 420, -0.7) * 0.18,
    "footsteps": lambda m: m.beat(m.hit(0.12, (110.0,), 40, noise=0.7), 1.75) * 0.3,
    "bubbles": lambda m: m.scattered(m.hit(0.09, (430.0,), 30, bend=-1.4), 7) * 0.16 + m.noise(60, 420, -0.7) * m.swell(1, 0.5) * 0.2,
    "heartbeat": lambda m: m.beat(m.hit(0.3, (52.0, 78.0), 14, bend=0.5), 2.0) * 0.55,
}  # fmt: skip
