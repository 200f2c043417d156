"""Batch production: many videos from one sentence, or from the rows of a file."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_batch.settings import BatchConfig


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="use_case",
            kind="batch",
            config=BatchConfig,
            build="mas_batch.use_case:open_use_case",
            summary="Makes one or many videos from a sentence, or one per row of a CSV or JSONL file.",
        )
    ]
