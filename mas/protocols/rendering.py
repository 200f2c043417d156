"""What renderers provide."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from mas.nouns import Assignment, Format, Rendered, RenderOrder


class Renderer(Protocol):
    """Makes clips. Every call may be repeated after a crash with the same arguments.

    Attributes:
        kind: the component kind.
        format: the configured size and length.
        servers: name -> number of slots; embedded renderers have one called "local".
    """

    kind: str
    format: Format
    servers: Mapping[str, int]

    async def assign(self, order: RenderOrder, server: str, staging: Path) -> Assignment:
        """Fix everything about the take before anything is submitted; no side effects."""
        ...

    async def submit_or_find(self, assignment: Assignment) -> bool:
        """Start the take unless it is queued, running or done already; True if it was started.

        Raises:
            RenderError: the server refused it.
        """
        ...

    async def wait(self, assignment: Assignment, progress: Callable[[float], None]) -> None:
        """Return when the take is rendered; `progress` gets 0..1.

        Raises:
            RenderError: it failed.
        """
        ...

    async def collect(self, assignment: Assignment, destination: Path) -> Rendered:
        """Put the whole file at `destination` (written beside it and renamed), once or again."""
        ...

    async def cancel(self, assignment: Assignment) -> None:
        """Stop the take if it is queued or running."""
        ...
