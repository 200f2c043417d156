"""What authors of plugins get for their tests: contract classes, small clips, sample values.

Nothing is imported before it is asked for: pytest loads this package in every run.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mas.testing.archive_contract import ArchiveContract
    from mas.testing.block_contract import BlockStoreContract
    from mas.testing.clips import moving_square, tiny_clip
    from mas.testing.evaluator_contract import EvaluatorContract
    from mas.testing.outcomes import (
        failed_take,
        sample_outcome,
        sample_result,
        sample_take,
    )
    from mas.testing.pytest_plugin import HostBuilder
    from mas.testing.renderer_contract import RendererContract
    from mas.testing.studio import StudioForTests
    from mas.testing.use_case_contract import UseCaseContract

_HOMES = {
    "ArchiveContract": "archive_contract",
    "BlockStoreContract": "block_contract",
    "EvaluatorContract": "evaluator_contract",
    "HostBuilder": "pytest_plugin",
    "RendererContract": "renderer_contract",
    "StudioForTests": "studio",
    "UseCaseContract": "use_case_contract",
    "failed_take": "outcomes",
    "moving_square": "clips",
    "sample_outcome": "outcomes",
    "sample_result": "outcomes",
    "sample_take": "outcomes",
    "tiny_clip": "clips",
}
__all__ = [
    "ArchiveContract",
    "BlockStoreContract",
    "EvaluatorContract",
    "HostBuilder",
    "RendererContract",
    "StudioForTests",
    "UseCaseContract",
    "failed_take",
    "moving_square",
    "sample_outcome",
    "sample_result",
    "sample_take",
    "tiny_clip",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
