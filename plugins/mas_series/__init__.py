"""Content series: several episodes that share theme, style and consistency rules."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_series.settings import SeriesConfig


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="use_case",
            kind="series",
            config=SeriesConfig,
            build="mas_series.use_case:open_use_case",
            summary="Makes a series: episodes along an arc, one look pinned into every prompt.",
        )
    ]
