"""Frames: the layers seen by the camera, with weather, bloom, vignette and title."""

from collections.abc import Iterator

import cv2
import numpy as np

from mas.media.text import Lettering, draw, fit
from mas.nouns import Prompt
from mas.render.animatic.arrays import Pixels
from mas.render.animatic.camera import Camera, View
from mas.render.animatic.composing import compose
from mas.render.animatic.layers import Layer
from mas.render.animatic.laying import lay, magnified, padded
from mas.render.animatic.particles import Bolts, particles_for
from mas.render.animatic.script import Script, generator

__all__ = ["Film"]

# Layers this far away share one magnification when the camera dollies: nobody tells them apart.
_FAR = 0.5
_FAR_MEAN = 0.3


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
        stage = compose(
            script,
            width=width,
            height=height,
            seconds=seconds,
            rng=generator(prompt, seed, "stage"),
        )
        self._margin = (stage.margin_x, stage.margin_y)
        dollies = any(move.startswith("dolly") for move in script.camera)
        self._layers = [padded(layer) if dollies else layer for layer in stage.layers]
        self._camera = Camera(
            script.camera, script.tempo, seconds=seconds, size=self._size, rng=rng
        )
        self._particles = particles_for(
            script.weather, stage.palette, size=self._size, wind=stage.wind * 0.7 + 0.3, rng=rng
        )
        self.bolts = Bolts(self._size, rng, seconds=seconds) if "storm" in script.weather else None
        # The first layers are far; whatever stands behind a near one counts as near.
        depths = [layer.depth for layer in self._layers]
        self._near = next((k for k, depth in enumerate(depths) if depth > _FAR), len(depths))
        self._kept: tuple[int, Pixels] | None = None
        self._struck = next((k for k, layer in enumerate(self._layers) if not layer.flashes), 0)
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
        seen = self._see(index, view)
        if view.zoom != 1.0:
            seen = magnified(seen, view.zoom)
        picture = cv2.cvtColor(seen, cv2.COLOR_BGRA2BGR)
        for particles in self._particles:
            particles(picture, seconds, view)
        _bloom(picture, self._threshold)
        cv2.multiply(picture, self._vignette, picture, 1 / 255)
        if self._title is not None:
            self._write(picture)
        return picture

    def _see(self, index: int, view: View) -> Pixels:
        seconds = index / self._fps
        if self.bolts is None and not any((view.x, view.y, *view.shake)):
            seen = magnified(self._far_off(index // 2), view.scale(_FAR_MEAN))
        else:
            seen = self._behind(seconds, view)
        for layer in self._layers[self._near :]:
            self._lay(seen, layer, seconds, view, scale=view.scale(layer.depth))
        return seen

    def _behind(self, seconds: float, view: View) -> Pixels:
        """Lay what is far away, with lightning in the sky."""
        seen = np.zeros((self._size[1], self._size[0], 4), np.uint8)
        for k, layer in enumerate(self._layers[: self._near]):
            if k == self._struck:
                self._strike(seen, seconds, view)
            self._lay(seen, layer, seconds, view, scale=1.0)
        if self._struck >= self._near:
            self._strike(seen, seconds, view)
        return magnified(seen, view.scale(_FAR_MEAN))

    def _strike(self, seen: Pixels, seconds: float, view: View) -> None:
        flash = self.bolts.flash(seconds) if self.bolts else 0.0
        if flash and self.bolts:
            cv2.convertScaleAbs(seen, seen, 1 + 0.5 * flash, 22 * flash)
            self.bolts.draw(seen, seconds, view.shift(0.15))

    def _far_off(self, pair: int) -> Pixels:
        """Lay what is far away, the same for two frames: clouds that slow need no more."""
        if self._kept is None or self._kept[0] != pair:
            self._kept = (pair, self._behind(2 * pair / self._fps, View()))
        return self._kept[1]

    def _lay(self, seen: Pixels, layer: Layer, seconds: float, view: View, *, scale: float) -> None:
        patch = layer.pose(seconds)
        own, by_camera = layer.offset(seconds), view.shift(layer.depth)
        # Where the patch's corner stands in the picture before magnification.
        x = patch.x - self._margin[0] + own[0] - by_camera[0]
        y = patch.y - self._margin[1] + own[1] - by_camera[1]
        lay(seen, layer, patch, (x, y), scale=scale)

    def _write(self, picture: Pixels) -> None:
        assert self._title is not None
        words, shadow, y0, y1 = self._title
        strip = picture[y0:y1, : words.shape[1]]
        cv2.multiply(strip, shadow, strip, 1 / 255)
        cv2.add(strip, words, strip)


def _bloom(picture: Pixels, threshold: int) -> None:
    """Let what is bright shine into its surroundings."""
    height, width = picture.shape[:2]
    small = picture
    for share in (2, 4, 8):  # by halves: three times as fast as at once
        size = (max(1, width // share), max(1, height // share))
        small = cv2.resize(small, size, interpolation=cv2.INTER_AREA)
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
