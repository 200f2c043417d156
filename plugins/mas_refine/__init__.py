"""Refinement: repair a shot until it is good enough, or develop it over several rounds."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_refine.settings import RefineConfig


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="use_case",
            kind="refine",
            config=RefineConfig,
            build="mas_refine.use_case:open_use_case",
            summary="Makes one shot better: repaired until it is good, or developed over rounds.",
        )
    ]
