"""Style learning: what a user says they like and dislike, kept for every later prompt."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_style.settings import StyleConfig


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="use_case",
            kind="style",
            config=StyleConfig,
            build="mas_style.use_case:open_use_case",
            summary="Learns what the user likes and dislikes; every later prompt follows it.",
        )
    ]
