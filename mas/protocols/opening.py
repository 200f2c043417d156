"""What a component's builder is given, and its shape."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mas.nouns import BlockSpec, ScoringScheme
from mas.protocols.judging import Evaluator
from mas.protocols.memory import Embedder


@dataclass(frozen=True, slots=True)
class Opening:
    """What a builder may use of its surroundings.

    Attributes:
        state_dir: the state folder; the state database is `state_dir / "mas.sqlite"`.
        embedder: the opened embedder, for archives; None while the embedder itself is opened.
        block_specs: all blocks that exist, core and plugins', for block stores.
        judges: the opened evaluators by name, for the Verifier.
        scheme: weights and grade thresholds, for the Cameraman.
    """

    state_dir: Path
    embedder: Embedder | None = None
    block_specs: tuple[BlockSpec, ...] = ()
    judges: Mapping[str, Evaluator] | None = None
    scheme: ScoringScheme | None = None


Builder = Callable[[Any, Opening], object | AbstractAsyncContextManager[object]]
