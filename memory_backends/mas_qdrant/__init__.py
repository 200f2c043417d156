"""The archive in a Qdrant collection: `memory/archive=qdrant`."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_qdrant.settings import QdrantConfig

__all__ = ["QdrantConfig", "mas_components"]


@hookimpl
def mas_components() -> Iterable[Component]:
    """Add the kind `qdrant` to the slot `memory.archive`."""
    return [
        Component(
            slot="memory.archive",
            kind="qdrant",
            config=QdrantConfig,
            build="mas_qdrant.archive:open_archive",
            summary="Passages in a Qdrant collection, for many machines or very many passages",
        )
    ]
