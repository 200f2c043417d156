"""What a task gets from the command line, and what becomes of its answers."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from mas.nouns import Progress

if TYPE_CHECKING:
    from mas.cli.live import LiveView
    from mas.config.settings import Settings
    from mas.host import PluginHost


@dataclass(slots=True)
class CommandContext:
    """A `TaskContext`; collects documents with `output=json`, prints texts at once otherwise.

    While it is entered, the first progress opens the live view and an answer closes it.
    """

    values: Mapping[str, Any]
    host: "PluginHost"
    config: "Settings | None" = None
    studio: Any = None
    documents: list[Mapping[str, Any]] = field(default_factory=list)
    _view: "LiveView | None" = None

    @property
    def wants_json(self) -> bool:
        """Whether stdout carries documents."""
        return self.values.get("output") == "json"

    def answer(self, text: str, document: Mapping[str, Any]) -> None:
        """Give the answer on stdout: `text` for people, `document` with `output=json`."""
        self._close(None)
        if self.wants_json:
            self.documents.append(document)
        else:
            print(text, flush=True)

    def progress(self, progress: Progress) -> None:
        """Show how far the work is, with `output=text`."""
        if self.wants_json:
            return
        if self._view is None:
            from rich.console import Console

            from mas.cli.live import LiveView

            self._view = LiveView(Console(stderr=True))
            self._view.__enter__()
        self._view.watch(progress)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close(error)

    def _close(self, error: BaseException | None) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.__exit__(type(error) if error else None, error, None)


def print_document(document: Mapping[str, Any], *, line: bool = False) -> None:
    """Print JSON on stdout: a document for people's eyes too, or one line."""
    text = json.dumps(document, ensure_ascii=False, indent=None if line else 2, default=str)
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
