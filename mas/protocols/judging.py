"""What judges provide, and the frames and sounds they are given."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from mas.nouns import Score, Wanted

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Picture = npt.NDArray[np.uint8]
    Samples = npt.NDArray[np.float32]
else:  # numpy costs 0.1 s and stays off the path of `mas --help`
    Picture = Samples = Any


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """What the container says about a clip. `duration_s` is of the video stream."""

    width: int
    height: int
    fps: float
    duration_s: float
    has_audio: bool
    sample_rate: int


class Frame(Protocol):
    """One decoded frame; every view is computed at most once and shared. Never write to them."""

    index: int

    @property
    def bgr(self) -> Picture:
        """(height, width, 3) uint8, blue first."""
        ...

    @property
    def grey(self) -> Picture:
        """(height, width) uint8 luma."""
        ...

    @property
    def half_grey(self) -> Picture:
        """(height // 2, width // 2) uint8 luma, area-averaged."""
        ...

    @property
    def thumbnail(self) -> Picture:
        """(64, 96, 3) uint8, blue first, area-averaged."""
        ...


class Watch(Protocol):
    """One judge watching one clip."""

    def see(self, frame: Frame) -> None:
        """Look at the next frame; called for every frame, in order."""
        ...

    def hear(self, samples: Samples) -> None:
        """Listen to the next block, (channels, n) float32 in -1..1, in order, before `score`."""
        ...

    def score(self) -> Score:
        """Give the verdict; called once, after the last frame and block."""
        ...


@dataclass(frozen=True, slots=True)
class Needs:
    """What a judge needs: `audio`, and the memory of its model in GiB (0 = no model)."""

    audio: bool = False
    vram_gib: float = 0.0
    per: Literal["take", "batch"] = "take"


class Evaluator(Protocol):
    """A judge of clips."""

    name: str
    needs: Needs

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip; runs in a worker thread."""
        ...
