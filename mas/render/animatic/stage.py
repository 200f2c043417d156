"""The stage: larger than the picture, so that the camera can travel, and what stands on it."""

from dataclasses import dataclass, field

import cv2
import numpy as np

from mas.render.animatic.arrays import Image, Line, Mask
from mas.render.animatic.colour import Bgr
from mas.render.animatic.layers import Layer, Shading, cropped, premultiplied, shaded
from mas.render.animatic.light import Grade, Hour
from mas.render.animatic.palette import Palette
from mas.render.animatic.pen import Pen

__all__ = ["Stage", "clouds", "column", "noise", "ramp", "ridge", "softened"]


@dataclass
class Stage:
    """Where layers are put, back to front; this class is mutable while a scene is built.

    Coordinates are shares of the picture: (0, 0) its upper left corner, (1, 1) its lower right.
    """

    width: int
    height: int
    rng: np.random.Generator
    palette: Palette
    grade: Grade
    hour: Hour
    light: tuple[float, float]
    wind: float = 1.0
    layers: list[Layer] = field(default_factory=list)
    ground: float = 0.8
    haze: float = 0.0
    wet: bool = False
    season: str = ""

    def __post_init__(self) -> None:
        self.margin_x = round(self.width * 0.21)
        self.margin_y = round(self.height * 0.22)
        self.across = self.width + 2 * self.margin_x
        self.down = self.height + 2 * self.margin_y
        self.unit = self.height / 512

    def x(self, share: float) -> float:
        """Return the stage's pixel of a share of the picture's width."""
        return self.margin_x + share * self.width

    def y(self, share: float) -> float:
        """Return the stage's pixel of a share of the picture's height."""
        return self.margin_y + share * self.height

    def px(self, pixels: float) -> int:
        """Scale pixels of a picture 512 high, at least one."""
        return max(1, round(pixels * self.unit))

    def put(self, layer: Layer) -> None:
        """Put a layer in front of all others."""
        self.layers.append(layer)

    def paint(self, bgr: Image, alpha: Mask, *, y0: int = 0, depth: float, **moves: object) -> None:
        """Put a picture as wide as the stage, `y0` px below its upper edge."""
        pixels = premultiplied(bgr, alpha, self.grade)
        self.put(Layer((cropped(pixels, 0, y0),), depth).moved(**moves))

    def fade(self, colour: Bgr, alpha: Mask, *, y0: int = 0, depth: float, **moves: object) -> None:
        """Put one colour with coverage, such as mist."""
        picture = np.broadcast_to(colour, (*alpha.shape, 3))
        self.paint(picture, alpha, y0=y0, depth=depth, soft=True, **moves)

    def shape(
        self,
        pen: Pen,
        where: tuple[float, float],
        *,
        depth: float,
        dark: Bgr,
        body: Bgr,
        rim: float = 0.5,
        hazed: float = 0.0,
    ) -> None:
        """Put one drawn shape, its box standing with its bottom centre at `where` (shares)."""
        sprite = pen.sprite()
        shading = Shading(
            dark, body, self.palette.rim, self.palette.glow, self.toward(where), rim,
            self.palette.haze, hazed,
        )  # fmt: skip
        pixels, room = shaded(sprite, shading, self.grade)
        height, width = sprite.mask.shape
        left = round(self.x(where[0]) - width / 2) - room
        top = round(self.y(where[1])) - height - room
        self.put(Layer((cropped(pixels, left, top),), depth))

    def toward(self, where: tuple[float, float]) -> tuple[float, float]:
        """Return the unit vector from a place (shares) to the light."""
        x = (self.light[0] - where[0]) * self.width
        y = (self.light[1] - where[1] + 0.15) * self.height
        length = max(1.0, float(np.hypot(x, y)))
        return x / length, y / length


def noise(
    rng: np.random.Generator,
    width: int,
    height: int,
    *,
    cells: float = 4,
    octaves: int = 5,
    stretch: float = 1.0,
    gain: float = 0.5,
) -> Mask:
    """Return fractal noise, (height, width) in 0..1: `cells` across, stretched sideways."""
    small = (max(2, width // 2), max(2, height // 2))
    total = np.zeros((small[1], small[0]), np.float32)
    weight = 1.0
    for k in range(octaves):
        across = max(2, int(cells * 2**k))
        along = max(2, int(across * height / width * stretch))
        grid = rng.random((along + 2, across + 2), dtype=np.float32)
        total += weight * cv2.resize(grid, small, interpolation=cv2.INTER_CUBIC)
        weight *= gain
    low, high = (float(v) for v in np.percentile(total[::6, ::6], (2, 98)))
    total = np.clip((total - low) / max(1e-6, high - low), 0, 1)
    return np.asarray(cv2.resize(total, (width, height), interpolation=cv2.INTER_LINEAR))


def ridge(
    rng: np.random.Generator,
    width: int,
    *,
    rough: float = 0.52,
    cells: float = 3,
    sharp: bool = True,
) -> Line:
    """Return a mountain line, (width,) in 0..1: folded noise when sharp, rolling otherwise."""
    line = np.zeros(width, np.float32)
    weight = 1.0
    for k in range(8):
        count = max(1, int(cells * 2**k))
        knots = rng.random(count + 2).astype(np.float32)
        value = np.interp(np.linspace(0, count, width), np.arange(count + 2), knots)
        line += weight * ((1 - np.abs(2 * value - 1)) if sharp else value)
        weight *= rough
    spread: Line = (line - line.min()) / max(1e-6, float(line.max() - line.min()))
    return spread


def softened(line: Line, pixels: float) -> Line:
    """Blur a line."""
    return np.asarray(cv2.GaussianBlur(line[None], (0, 0), max(0.3, pixels))[0])


def ramp(colours: tuple[Bgr, ...], count: int, stops: tuple[float, ...] | None = None) -> Image:
    """Return (count, 3): the colours in turn, at `stops` (0..1) or evenly."""
    at = np.linspace(0, 1, len(colours)) if stops is None else np.array(stops)
    table = np.stack(colours)
    where = np.linspace(0, 1, count)
    return np.stack([np.interp(where, at, table[:, k]) for k in range(3)], 1).astype(np.float32)


def column(values: Image) -> Image:
    """Turn (n, 3) into (n, 1, 3), to be spread sideways."""
    return values[:, None, :]


def clouds(rng: np.random.Generator, width: int, height: int, cover: float) -> Mask:
    """Return cloud density, (height, width) in 0..1; `cover` 0 is clear, 1 overcast."""
    base = noise(rng, width, height, cells=4, octaves=6, stretch=2.4, gain=0.55)
    density: Mask = np.clip((base - (0.66 - 0.42 * cover)) * 2.3, 0, 1)
    return density * (0.88 + 0.12 * density)
