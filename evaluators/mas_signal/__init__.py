"""Judges that need no model weights: they measure the picture and the sound themselves."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_signal.settings import (
    AudioConfig,
    CameraConfig,
    MoodConfig,
    MotionConfig,
    PaletteConfig,
    TechnicalConfig,
)

_JUDGES: tuple[tuple[str, type, str], ...] = (
    ("technical", TechnicalConfig, "Sharpness, exposure, flicker, frozen frames, size and length."),
    ("audio", AudioConfig, "Whether the sound is there, audible and not clipped."),
    ("palette", PaletteConfig, "The asked colours against the frames."),
    ("camera", CameraConfig, "The asked camera move against the estimated motion."),
    ("motion", MotionConfig, "The amount of motion against the asked pacing."),
    ("mood", MoodConfig, "Light and saturation against the asked moods."),
)


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="evaluator",
            kind=kind,
            config=config,
            build=f"mas_signal.{kind}:open_{kind}",
            summary=summary,
        )
        for kind, config, summary in _JUDGES
    ]
