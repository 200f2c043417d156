"""The behaviour that every renderer shares. Subclass, supply the fixture, done."""

import asyncio
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mas.nouns import Assignment, Format, Prompt, Rendered, RenderOrder
from mas.protocols import Renderer

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Picture = npt.NDArray[np.uint8]
else:  # numpy waits for the first clip
    Picture = Any

SENTENCE = (
    "A purple dragon circles a tower at dusk, wind and distant thunder, the camera pans left."
)


class RendererContract:
    """Subclass as `TestX` and define a `renderer` fixture that returns an opened renderer.

    Attributes:
        format: size and length of the clips; small, so that the tests are quick.
        patience_s: how long one take may last.
    """

    format = Format(width=128, height=96, frames=9, fps=8)
    patience_s = 60.0

    @pytest.fixture
    def order(self) -> RenderOrder:
        """Give the order that the tests start from; override it if the renderer needs more."""
        return RenderOrder("p-contract", "take-1", Prompt(SENTENCE), seed=11, format=self.format)

    async def test_it_says_what_it_is(self, renderer: Renderer) -> None:
        assert renderer.kind
        assert renderer.servers, "an embedded renderer has one server called 'local'"
        assert all(slots > 0 for slots in renderer.servers.values())
        assert min(renderer.format.width, renderer.format.height, renderer.format.frames) > 0

    async def test_an_assignment_is_a_value(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        server = next(iter(renderer.servers))

        first = await renderer.assign(order, server, tmp_path)
        again = await renderer.assign(order, server, tmp_path)

        assert first == again, "an assignment is the same for the same order, server and staging"
        assert first.order == order
        assert (first.renderer, first.server) == (renderer.kind, server)
        assert first.prompt_id
        json.dumps(dict(first.extra), allow_nan=False)
        assert not _files(tmp_path), "assigning has no side effects"

    async def test_another_take_has_another_prompt_id(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        server = next(iter(renderer.servers))

        first = await renderer.assign(order, server, tmp_path)
        other = await renderer.assign(replace(order, take_id="take-2"), server, tmp_path)

        assert first.prompt_id != other.prompt_id

    async def test_the_whole_clip_lies_where_it_was_asked_for(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        destination = tmp_path / "takes" / "take-1.mp4"

        rendered = await self._render(renderer, order, destination)

        assert rendered.path == str(destination)
        assert rendered.sha256 == hashlib.sha256(destination.read_bytes()).hexdigest()
        assert _files(destination.parent) == [destination], "nothing unfinished stays"
        pictures = _decoded(destination)
        assert len(pictures) == order.format.frames
        assert pictures[0].shape == (order.format.height, order.format.width, 3)

    async def test_progress_is_a_share(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        seen: list[float] = []
        assignment = await self._submit(renderer, order, tmp_path)

        async with asyncio.timeout(self.patience_s):
            await renderer.wait(assignment, seen.append)

        assert all(0.0 <= share <= 1.0 for share in seen)

    async def test_a_take_is_started_once(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        assignment = await self._submit(renderer, order, tmp_path)

        assert not await renderer.submit_or_find(assignment), "it is running or done already"
        await self._finish(renderer, assignment)
        assert not await renderer.submit_or_find(assignment), "it is done already"

    async def test_collecting_twice_gives_the_same_file(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        destination = tmp_path / "take-1.mp4"
        assignment = await self._submit(renderer, order, tmp_path / "staging")
        await self._finish(renderer, assignment)

        first = await renderer.collect(assignment, destination)
        content = destination.read_bytes()
        again = await renderer.collect(assignment, destination)

        assert again == first
        assert destination.read_bytes() == content

    async def test_the_same_prompt_and_seed_give_the_same_frames(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        first, other = tmp_path / "take-1.mp4", tmp_path / "take-2.mp4"

        await self._render(renderer, order, first)
        await self._render(renderer, replace(order, take_id="take-2"), other)

        assert all(
            (one == two).all() for one, two in zip(_decoded(first), _decoded(other), strict=True)
        )

    async def test_a_cancelled_take_can_be_rendered_again(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        destination = tmp_path / "take-1.mp4"
        assignment = await self._submit(renderer, order, tmp_path / "staging")

        await renderer.cancel(assignment)
        await renderer.cancel(assignment)
        await renderer.submit_or_find(assignment)
        await self._finish(renderer, assignment)
        await renderer.collect(assignment, destination)

        assert len(_decoded(destination)) == order.format.frames

    async def test_cancelling_what_never_started_does_nothing(
        self, renderer: Renderer, order: RenderOrder, tmp_path: Path
    ) -> None:
        assignment = await renderer.assign(order, next(iter(renderer.servers)), tmp_path)

        await renderer.cancel(assignment)

        assert await renderer.submit_or_find(assignment), "cancelling did not start or finish it"
        await renderer.cancel(assignment)

    async def _submit(self, renderer: Renderer, order: RenderOrder, staging: Path) -> Assignment:
        assignment = await renderer.assign(order, next(iter(renderer.servers)), _folder(staging))
        assert await renderer.submit_or_find(assignment), "a new take is started"
        return assignment

    async def _finish(self, renderer: Renderer, assignment: Assignment) -> None:
        async with asyncio.timeout(self.patience_s):
            await renderer.wait(assignment, lambda _share: None)

    async def _render(self, renderer: Renderer, order: RenderOrder, destination: Path) -> Rendered:
        staging = destination.parent.parent / f"staging-{order.take_id}"
        assignment = await self._submit(renderer, order, staging)
        await self._finish(renderer, assignment)
        _folder(destination.parent)
        return await renderer.collect(assignment, destination)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def _folder(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _decoded(path: Path) -> list[Picture]:
    """Decode every frame; raises if the file is not a whole clip."""
    from mas.media.reading import frames

    return list(frames(path))
