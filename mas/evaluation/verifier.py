"""The handwritten Verifier: decodes a clip once and shows it to every judge."""

import asyncio
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from mas.errors import ConfigError
from mas.evaluation.sitting import sit
from mas.nouns import Score, Wanted
from mas.protocols import Evaluator, Opening


class _Workers(Protocol):
    """What the Verifier reads of its section `agent.verifier`."""

    @property
    def workers(self) -> int:
        """How many clips are judged at once."""
        ...


class HandwrittenVerifier:
    """Judges clips in worker threads, at most `workers` at once."""

    def __init__(self, judges: Mapping[str, Evaluator], *, workers: int) -> None:
        self._judges = tuple(judges.values())
        self._seats = asyncio.Semaphore(workers)

    async def verify(self, video: Path, wanted: Wanted) -> tuple[Score, ...]:
        """Decode the clip once and let every judge score it."""
        stop = threading.Event()
        async with self._seats:
            try:
                return await asyncio.to_thread(sit, video, wanted, self._judges, stop)
            finally:
                stop.set()  # a cancelled take must not go on decoding in its thread


def open_verifier(config: _Workers, opening: Opening) -> HandwrittenVerifier:
    """Return the Verifier over the opened judges.

    Raises:
        ConfigError: no judge was opened.
    """
    if not opening.judges:
        raise ConfigError("agent.verifier has no judge to run; give scoring.weights an evaluator")
    return HandwrittenVerifier(opening.judges, workers=config.workers)
