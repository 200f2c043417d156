"""What a task is given, and its shape."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from mas.nouns import Progress


class TaskContext(Protocol):
    """What a task gets: the plain top-level values, and what it asked to be opened.

    `config` is the checked config and `studio` the opened studio, None unless the task opens them.
    """

    values: Mapping[str, Any]
    host: Any
    config: Any
    studio: Any

    def progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        ...

    def answer(self, text: str, document: Mapping[str, Any]) -> None:
        """Give the answer on stdout: `text` for people, `document` with `output=json`."""
        ...


RunTask = Callable[[TaskContext], int | Awaitable[int]]
