"""Cross-session memory: what was made, what is still open, what is known of the user's taste."""

from collections.abc import Iterable

from mas import hookimpl
from mas.nouns import Component
from mas_continuity.settings import ContinuityConfig


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="use_case",
            kind="continuity",
            config=ContinuityConfig,
            build="mas_continuity.use_case:open_use_case",
            summary="Greets with what is open and what was made, and offers to go on.",
        )
    ]
