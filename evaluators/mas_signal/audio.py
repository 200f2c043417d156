"""The judge of sound: there, audible, not clipped."""

import math

import numpy as np

from mas.language import read
from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator, Frame, Needs, Opening, Samples, Watch
from mas_signal.settings import AudioConfig
from mas_signal.verdict import Complaint, Detail, ramp

NAME = "audio"
_FULL_SCALE = 0.999  # AAC decoders overshoot; anything at or above is clipped
_FLOOR_DBFS = -120.0  # digital silence, so that a level is always a number


class AudioWatch:
    """Adds up level, peak and clipped samples."""

    def __init__(self, config: AudioConfig, clip: ClipFacts, wanted: Wanted) -> None:
        self._config, self._clip, self._wanted = config, clip, wanted
        self._power, self._peak, self._clipped, self._samples = 0.0, 0.0, 0, 0

    def see(self, frame: Frame) -> None:
        """Pictures are the other judges'."""

    def hear(self, samples: Samples) -> None:
        level = np.abs(samples)
        self._power += float(np.square(samples, dtype=np.float64).sum())
        self._peak = max(self._peak, float(level.max(initial=0.0)))
        self._clipped += int((level >= _FULL_SCALE).sum())
        self._samples += samples.size

    def score(self) -> Score:
        if not self._wanted.audio:
            return Score(NAME, None, "no sound was asked for")
        details: dict[str, Detail] = {"has_audio": self._clip.has_audio}
        complaint = Complaint(0.0)
        if not (self._clip.has_audio and self._samples):
            complaint.add(
                "audio.missing",
                wanted="sound",
                measured="no audio stream",
                advice="name the sounds of the scene",
            )
            return Score(NAME, 0.0, None, details, tuple(complaint.findings))
        rms = math.sqrt(self._power / self._samples)
        level_dbfs = max(_FLOOR_DBFS, 20 * math.log10(rms)) if rms else _FLOOR_DBFS
        clipped = self._clipped / self._samples
        details |= {
            "rms_dbfs": round(level_dbfs, 2),
            "peak": round(self._peak, 4),
            "clipped_share": round(clipped, 6),
        }
        return self._judge(level_dbfs, clipped, details)

    def _judge(self, level_dbfs: float, clipped: float, details: dict[str, Detail]) -> Score:
        silent = level_dbfs < self._config.silent_dbfs
        hushed = silent and "silence" in read(self._wanted.text).sounds
        clean = 1 - ramp(clipped, 0.0, self._config.clipped_share)
        complaint = Complaint(0.2 if silent and not hushed else clean)
        if silent and not hushed:
            complaint.add(
                "audio.silent",
                wanted=f"sound above {self._config.silent_dbfs:g} dBFS",
                measured=f"{level_dbfs:.0f} dBFS",
                advice="name the sounds of the scene and how close they are",
            )
        if clean < 0.9:
            complaint.add(
                "audio.clipped",
                wanted="undistorted sound",
                measured=f"{clipped:.2%} of the samples at full scale",
                advice="ask for quiet, distant sounds",
            )
        return Score(NAME, round(complaint.value, 4), None, details, tuple(complaint.findings))


class AudioJudge:
    """Judges sound."""

    name = NAME
    needs = Needs(audio=True)

    def __init__(self, config: AudioConfig) -> None:
        self._config = config

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start listening to a clip."""
        return AudioWatch(self._config, clip, wanted)


def open_audio(config: AudioConfig, opening: Opening) -> Evaluator:
    """Return the judge."""
    return AudioJudge(config)
