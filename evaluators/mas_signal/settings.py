"""The keys of the sections `evaluator.technical`, `.audio`, `.palette`, `.camera` and so on."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TechnicalConfig:
    """What counts as a technically sound clip."""

    soft_sharpness: float = field(metadata={"help": "sharpness that scores 0", "ge": 0})
    good_sharpness: float = field(metadata={"help": "sharpness that scores 1", "gt": 0})
    dark_luma: float = field(metadata={"help": "least mean luma", "ge": 0, "le": 1})
    bright_luma: float = field(metadata={"help": "greatest mean luma", "ge": 0, "le": 1})
    mood_tolerance: float = field(
        metadata={"help": "stretches the exposure limit an asked mood leans to", "ge": 1, "le": 10}
    )
    clipped_share: float = field(
        metadata={"help": "pixels at either end of the scale", "unit": "share", "ge": 0, "le": 1}
    )
    black_luma: float = field(
        metadata={"help": "a frame is black below this mean luma", "ge": 0, "le": 1}
    )
    still_levels: float = field(
        metadata={"help": "frames are equal below this mean difference", "unit": "0..255", "ge": 0}
    )
    frozen_s: float = field(metadata={"help": "longest allowed standstill", "unit": "s", "gt": 0})
    duplicate_share: float = field(
        metadata={"help": "repeated frames allowed", "unit": "share", "ge": 0, "le": 1}
    )
    flicker_levels: float = field(
        metadata={"help": "brightness flicker that scores 0", "unit": "0..255", "gt": 0}
    )
    duration_tolerance: float = field(
        metadata={"help": "allowed deviation of the length", "unit": "share", "ge": 0, "le": 1}
    )


@dataclass(frozen=True, slots=True)
class AudioConfig:
    """What counts as sound."""

    silent_dbfs: float = field(metadata={"help": "silent below", "unit": "dBFS", "le": 0})
    clipped_share: float = field(
        metadata={"help": "samples at full scale that score 0", "unit": "share", "gt": 0, "le": 1}
    )


@dataclass(frozen=True, slots=True)
class PaletteConfig:
    """How much of an asked colour is enough."""

    full_share: float = field(
        metadata={"help": "hue share that scores 1", "unit": "share", "gt": 0, "le": 1}
    )
    coverage: float = field(
        metadata={"help": "picture each colour covers", "unit": "share", "gt": 0, "le": 1}
    )
    missing_coverage: float = field(
        metadata={"help": "a colour is missing below", "unit": "share", "ge": 0, "le": 1}
    )


@dataclass(frozen=True, slots=True)
class CameraConfig:
    """How fast the picture moves before it counts as a camera move."""

    pan_per_s: float = field(metadata={"help": "sideways", "unit": "widths per s", "gt": 0})
    tilt_per_s: float = field(metadata={"help": "up or down", "unit": "heights per s", "gt": 0})
    zoom_per_s: float = field(metadata={"help": "growth", "unit": "share per s", "gt": 0})
    shake_per_s: float = field(metadata={"help": "jitter", "unit": "widths per s", "gt": 0})


@dataclass(frozen=True, slots=True)
class MotionConfig:
    """How much motion slow and fast mean."""

    slow_per_s: float = field(metadata={"help": "slow at most", "unit": "widths per s", "gt": 0})
    fast_per_s: float = field(metadata={"help": "fast at least", "unit": "widths per s", "gt": 0})
    octaves: float = field(
        metadata={"help": "doublings past the limit that score 0", "gt": 0, "le": 10}
    )


@dataclass(frozen=True, slots=True)
class MoodConfig:
    """What dark, bright, pale and colourful mean in numbers."""

    dark_luma: float = field(metadata={"help": "dark: mean luma at most", "ge": 0, "le": 1})
    bright_luma: float = field(metadata={"help": "bright: mean luma at least", "ge": 0, "le": 1})
    pale_saturation: float = field(
        metadata={"help": "pale: chroma over lightness at most", "ge": 0}
    )
    colourful_saturation: float = field(metadata={"help": "colourful: at least", "ge": 0})
    luma_slack: float = field(metadata={"help": "luma past the limit that scores 0", "gt": 0})
    saturation_slack: float = field(metadata={"help": "past the limit, scores 0", "gt": 0})
