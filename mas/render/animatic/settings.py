"""What can be chosen about the animatic renderer."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AnimaticConfig:
    """The section `render` of kind `animatic`."""

    width: int = field(
        metadata={
            "help": "width of a clip",
            "unit": "px",
            "ge": 64,
            "le": 4096,
            "multiple_of": 2,
        }
    )
    height: int = field(
        metadata={
            "help": "height of a clip",
            "unit": "px",
            "ge": 64,
            "le": 4096,
            "multiple_of": 2,
        }
    )
    frames: int = field(metadata={"help": "length of a clip", "unit": "frames", "ge": 1})
    fps: int = field(
        metadata={"help": "frame rate", "unit": "frames per second", "ge": 1, "le": 120}
    )
    slots: int = field(metadata={"help": "clips drawn at the same time", "ge": 1, "le": 64})
    preset: str = field(
        metadata={
            "help": "x264 preset: faster writes larger files",
            "choices": ("ultrafast", "superfast", "veryfast"),
        }
    )
    crf: int = field(
        metadata={"help": "x264 quality, lower is better and larger", "ge": 0, "le": 51}
    )
    title: bool = field(metadata={"help": "write the shot's title into the lower left corner"})
