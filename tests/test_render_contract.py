"""The embedded renderer keeps the contract of all renderers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mas.protocols import Opening, Renderer
from mas.render.animatic.renderer import open_renderer
from mas.render.animatic.settings import AnimaticConfig
from mas.testing import RendererContract


class TestAnimatic(RendererContract):
    @pytest.fixture
    async def renderer(self, tmp_path: Path) -> AsyncIterator[Renderer]:
        config = AnimaticConfig(
            width=96, height=64, frames=9, fps=24, slots=1, preset="ultrafast", crf=20, title=True
        )
        async with open_renderer(config, Opening(tmp_path)) as renderer:
            yield renderer
