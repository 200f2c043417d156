"""Fixtures for the judges of mas_signal: opened from their shipped YAML, shown drawn frames."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.resources import files
from typing import Any, Protocol

import av
import numpy as np
import numpy.typing as npt
import pytest
import yaml

import mas_signal
from mas.media.reading import VideoItem
from mas.nouns import Score, Wanted
from mas.protocols import ClipFacts, Evaluator

Picture = npt.NDArray[np.uint8]


class OpenJudge(Protocol):
    def __call__(self, kind: str) -> Evaluator: ...


class Show(Protocol):
    def __call__(
        self,
        kind: str,
        pictures: Iterable[Picture],
        wanted: Wanted,
        *,
        fps: float = 24.0,
        sounds: Iterable[npt.NDArray[np.float32]] = (),
    ) -> Score: ...


def shipped(kind: str) -> Evaluator:
    """Open a judge with the values of its shipped YAML."""
    component = next(c for c in mas_signal.mas_components() if c.kind == kind)
    text = files("mas_signal").joinpath(f"conf/evaluator/{kind}.yaml").read_text("utf-8")
    values: dict[str, Any] = yaml.safe_load(text)
    assert values.pop("kind") == kind
    module, _, name = component.build.partition(":")
    judge: Evaluator = getattr(import_module(module), name)(component.config(**values), None)
    return judge


@pytest.fixture
def open_judge() -> OpenJudge:
    return shipped


@pytest.fixture
def show() -> Show:
    """Show drawn frames (and sound) to a shipped judge and return its score."""

    def show_frames(
        kind: str,
        pictures: Iterable[Picture],
        wanted: Wanted,
        *,
        fps: float = 24.0,
        sounds: Iterable[npt.NDArray[np.float32]] = (),
    ) -> Score:
        drawn = list(pictures)
        blocks = list(sounds)
        height, width = drawn[0].shape[:2]
        clip = ClipFacts(width, height, fps, len(drawn) / fps, bool(blocks), 48_000)
        watch = shipped(kind).watch(clip, wanted)
        for index, picture in enumerate(drawn):
            watch.see(VideoItem(av.VideoFrame.from_ndarray(picture, format="bgr24"), index))
        for block in blocks:
            watch.hear(block)
        return watch.score()

    return show_frames


@pytest.fixture
def textured() -> Callable[[], Picture]:
    """Draw a picture with sharp edges and mid grey light."""

    def draw(width: int = 192, height: int = 128) -> Picture:
        rng = np.random.default_rng(1)
        blocks = rng.integers(40, 200, (height // 8, width // 8, 3), dtype=np.uint8)
        return np.kron(blocks, np.ones((8, 8, 1), np.uint8))

    return draw


@pytest.fixture
def moving(textured: Callable[..., Picture]) -> Callable[..., Iterator[Picture]]:
    """Let a camera glide over the textured picture."""

    def glide(frames: int, *, right: int = 2) -> Iterator[Picture]:
        wide = textured(width=384)
        for index in range(frames):
            yield np.ascontiguousarray(np.roll(wide, -right * index, axis=1)[:, :192])

    return glide
