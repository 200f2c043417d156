"""Frames: the layers seen by the camera, with weather, bloom, vignette and title."""

import math
from collections.abc import Iterator

import cv2
import numpy as np

from mas.media.text import Lettering, draw, fit
from mas.nouns import Prompt
from mas.render.animatic.arrays import Pixels
from mas.render.animatic.camera import Camera, View
from mas.render.animatic.composing import compose
from mas.render.animatic.layers import Layer, Patch
from mas.render.animatic.particles import Bolts, particles_for
from mas.render.animatic.script import Script, generator

__all__ = ["Film"]

_CLEAR = (0, 0, 0, 255)


class Film:
    """A clip that can be drawn frame by frame, forwards, as often as wanted."""

    def __init__(
        self,
        script: Script,
        prompt: Prompt,
        seed: int,
        *,
        width: int,
        height: int,
        frames: int,
        fps: int,
        title: bool,
    ) -> None:
        self._size = (width, height)
        self._frames, self._fps = frames, fps
        seconds = frames / fps
        rng = generator(prompt, seed, "film")
        stage = compose(script, width=width, height=height, rng=generator(prompt, seed, "stage"))
        self._margin = (stage.margin_x, stage.margin_y)
        self._layers = stage.layers
        self._camera = Camera(
            script.camera, script.tempo, seconds=seconds, size=self._size, rng=rng
        )
        self._particles = particles_for(
            script.weather, stage.palette, size=self._size, wind=stage.wind * 0.7 + 0.3, rng=rng
        )
        self.bolts = Bolts(self._size, rng, seconds=seconds) if "storm" in script.weather else None
        horizon = stage.hour.sky[3]
        self._vignette = _vignette(width, height, 0.80 - 0.48 * horizon)
        self._threshold = round(108 + 124 * horizon)
        self._title = (
            _title(script.title, width, height) if title and script.title.strip() else None
        )

    def frames(self) -> Iterator[Pixels]:
        """Yield every frame, (height, width, 3) uint8, blue first."""
        for index in range(self._frames):
            yield self.frame(index)

    def frame(self, index: int) -> Pixels:
        """Draw one frame."""
        seconds = index / self._fps
        view = self._camera.at(seconds)
        seen = self._see(seconds, view)
        if view.zoom != 1.0:
            seen = _magnified(seen, view.zoom)
        picture = cv2.cvtColor(seen, cv2.COLOR_BGRA2BGR)
        for particles in self._particles:
            particles(picture, seconds, view)
        _bloom(picture, self._threshold)
        cv2.multiply(picture, self._vignette, picture, 1 / 255)
        if self._title is not None:
            self._write(picture)
        return picture

    def _see(self, seconds: float, view: View) -> Pixels:
        seen = np.zeros((self._size[1], self._size[0], 4), np.uint8)
        flash = self.bolts.flash(seconds) if self.bolts else 0.0
        struck = False
        for layer in self._layers:
            if flash and self.bolts and not layer.flashes and not struck:
                cv2.convertScaleAbs(seen, seen, 1 + 0.5 * flash, 22 * flash)
                self.bolts.draw(seen, seconds, view.shift(0.15))
                struck = True
            self._lay(seen, layer, seconds, view)
        return seen

    def _lay(self, seen: Pixels, layer: Layer, seconds: float, view: View) -> None:
        patch = layer.pose(seconds)
        own, by_camera = layer.offset(seconds), view.shift(layer.depth)
        # Where the patch's corner stands in the picture before magnification.
        x = patch.x - self._margin[0] + own[0] - by_camera[0]
        y = patch.y - self._margin[1] + own[1] - by_camera[1]
        scale = view.scale(layer.depth)
        if scale == 1.0:
            _lay_shifted(seen, layer, patch, (x, y))
        else:
            _lay_scaled(seen, layer, patch, (x, y), scale=scale)

    def _write(self, picture: Pixels) -> None:
        assert self._title is not None
        words, shadow, y0, y1 = self._title
        strip = picture[y0:y1, : words.shape[1]]
        cv2.multiply(strip, shadow, strip, 1 / 255)
        cv2.add(strip, words, strip)


def _lay_shifted(seen: Pixels, layer: Layer, patch: Patch, corner: tuple[float, float]) -> None:
    """Lay a patch over the picture at a sub-pixel place: weighted sums cost less than a warp."""
    height, width = seen.shape[:2]
    tall, wide = patch.pixels.shape[:2]
    x, y = corner
    left, top = math.floor(x), math.floor(y)
    fx, fy = x - left, y - top
    if fx < 1 / 32 or fx > 31 / 32:
        left, fx = round(x), 0.0
    if fy < 1 / 32 or fy > 31 / 32:
        top, fy = round(y), 0.0
    x0, x1 = max(0, left), min(width, left + wide)
    y0, y1 = max(0, top), min(height, top + tall)
    if x0 >= x1 or y0 >= y1:
        return
    part = patch.pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    if fx or fy:
        part = _blended(patch.pixels, part, (x0 - left, y0 - top), fx, fy, whole=layer.whole)
    _over(seen[y0:y1, x0:x1], part, layer)


def _blended(
    pixels: Pixels, part: Pixels, at: tuple[int, int], fx: float, fy: float, *, whole: bool
) -> Pixels:
    """Move `part` of `pixels` right and down by fractions of a pixel."""
    x, y = at
    tall, wide = part.shape[:2]
    before_x, before_y = int(x > 0 and fx > 0), int(y > 0 and fy > 0)
    area = pixels[y - before_y : y + tall, x - before_x : x + wide]
    pad_x, pad_y = int(fx > 0 and not before_x), int(fy > 0 and not before_y)
    if pad_x or pad_y:
        kind = cv2.BORDER_REPLICATE if whole else cv2.BORDER_CONSTANT
        area = cv2.copyMakeBorder(area, pad_y, 0, pad_x, 0, kind, value=_CLEAR)
    if fx:
        area = cv2.addWeighted(area[:, 1:], 1 - fx, area[:, :-1], fx, 0)
    if fy:
        area = cv2.addWeighted(area[1:], 1 - fy, area[:-1], fy, 0)
    return area


def _lay_scaled(
    seen: Pixels, layer: Layer, patch: Patch, corner: tuple[float, float], *, scale: float
) -> None:
    """Lay a patch over the picture, magnified around the picture's middle."""
    height, width = seen.shape[:2]
    tall, wide = patch.pixels.shape[:2]
    left = (corner[0] - width / 2) * scale + width / 2
    top = (corner[1] - height / 2) * scale + height / 2
    x0, x1 = max(0, math.floor(left)), min(width, math.ceil(left + wide * scale))
    y0, y1 = max(0, math.floor(top)), min(height, math.ceil(top + tall * scale))
    if x0 >= x1 or y0 >= y1:
        return
    matrix = np.array([[1 / scale, 0, (x0 - left) / scale], [0, 1 / scale, (y0 - top) / scale]])
    part = cv2.warpAffine(
        patch.pixels, matrix, (x1 - x0, y1 - y0), flags=(cv2.INTER_NEAREST if layer.soft else cv2.INTER_LINEAR) | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE if layer.whole else cv2.BORDER_CONSTANT, borderValue=_CLEAR,
    )  # fmt: skip
    _over(seen[y0:y1, x0:x1], part, layer)


def _over(area: Pixels, part: Pixels, layer: Layer) -> None:
    if layer.whole:
        area[:] = part
        return
    if layer.lights:
        cv2.add(area, part, area)
        return
    uncovered = cv2.cvtColor(cv2.extractChannel(part, 3), cv2.COLOR_GRAY2BGRA)
    cv2.multiply(area, uncovered, area, 1 / 255)
    cv2.add(area, part, area)


def _magnified(seen: Pixels, zoom: float) -> Pixels:
    height, width = seen.shape[:2]
    matrix = np.array(
        [[1 / zoom, 0, width / 2 * (1 - 1 / zoom)], [0, 1 / zoom, height / 2 * (1 - 1 / zoom)]]
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(
        seen, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )


def _bloom(picture: Pixels, threshold: int) -> None:
    """Let what is bright shine into its surroundings."""
    height, width = picture.shape[:2]
    small = cv2.resize(
        picture, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA
    )
    bright = cv2.subtract(small, np.full_like(small, threshold))
    soft = cv2.GaussianBlur(bright, (0, 0), max(0.6, height / 220))
    cv2.add(picture, cv2.resize(cv2.convertScaleAbs(soft, alpha=0.7), (width, height)), picture)


def _vignette(width: int, height: int, strength: float) -> Pixels:
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    reach = ((columns / width - 0.5) ** 2 + ((rows / height - 0.5) ** 2) * 1.15) * 2
    share = np.clip(1 - strength * reach**1.25, 0.3, 1)
    return np.repeat((share * 255)[..., None], 3, 2).astype(np.uint8)


def _title(title: str, width: int, height: int) -> tuple[Pixels, Pixels, int, int] | None:
    """Draw the title once: its letters on black, its shadow (255 = none), and its rows."""
    lettering = Lettering(max(9, round(height * 0.038)), 560, (245, 245, 245))
    words = fit(title, lettering, round(width * 0.7))
    tall = lettering.size_px * 2
    y0 = height - round(height * 0.055) - round(tall * 0.8)
    letters = np.zeros((tall, min(width, round(width * 0.8)), 3), np.uint8)
    draw(letters, words, (round(width * 0.032), round(tall * 0.68)), lettering)
    if not letters.any():
        return None
    shadow = cv2.GaussianBlur(letters, (0, 0), max(0.6, height / 230))
    return letters, 255 - np.minimum(shadow, 165), y0, y0 + tall
