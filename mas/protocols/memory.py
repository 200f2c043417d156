"""What memory provides: blocks, archive, embedder, message buffers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from mas.nouns import BlockVersion, Edit, JournalEntry, Message, Passage, PassageFilter, Recalled

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]
else:  # numpy costs 0.1 s and stays off the path of `mas --help`
    Vector = Any


class BlockStore(Protocol):
    """Typed core-memory blocks, keyed by user. Safe for any number of tasks and processes."""

    async def read(self, user: str, label: str) -> BlockVersion:
        """Return the block (defaults at version 0); scoped blocks show the newest active scope."""
        ...

    async def read_all(self, user: str) -> Mapping[str, BlockVersion]:
        """Return every block of a user by label, in one transaction."""
        ...

    async def apply(self, user: str, edits: Sequence[Edit]) -> tuple[BlockVersion, ...]:
        """Merge edits in one transaction; an edit whose key was applied before changes nothing.

        Raises:
            BlockError: unknown block or field, wrong type, or over a limit; nothing is applied.
        """
        ...

    async def close_scope(self, user: str, label: str, scope: str) -> None:
        """Mark a production's projection as ended: it is shown only while no other is active."""
        ...

    async def journal(self, user: str, label: str, *, limit: int = 100) -> tuple[JournalEntry, ...]:
        """Return applied edits, newest first."""
        ...

    async def roll_back(self, user: str, label: str, version: int, *, who: str) -> BlockVersion:
        """Restore the values of `version` as a new version.

        Raises:
            BlockError: no such version.
        """
        ...

    async def users(self) -> tuple[str, ...]:
        """Return every user with a block, sorted."""
        ...


class Archive(Protocol):
    """Archival memory. Safe for any number of tasks and processes."""

    async def store(self, passages: Sequence[Passage]) -> None:
        """Store passages; the same user and key again replaces."""
        ...

    async def search(
        self, query: str, where: PassageFilter, *, limit: int = 5
    ) -> tuple[Recalled, ...]:
        """Return the `limit` best of the passages that pass `where` (all of them if fewer).

        An empty query returns the newest.
        """
        ...

    async def forget(self, user: str, key: str) -> bool:
        """Delete one passage; True if it existed."""
        ...

    async def count(self, where: PassageFilter) -> int:
        """Count the passages that pass `where`."""
        ...


class Embedder(Protocol):
    """Turns text into unit vectors. `name` says what kind of likeness it sees."""

    name: str
    dimensions: int

    def embed(self, texts: Sequence[str]) -> Vector:
        """Return (len(texts), dimensions) float32, unit rows (zero rows for empty text)."""
        ...


class MessageBuffers(Protocol):
    """Message history per user and agent, and the durable counter of interactions."""

    async def append(
        self, user: str, agent: str, messages: Sequence[Message], *, key: str = ""
    ) -> int:
        """Append, count one interaction, and return the number of interactions since `take_turn`.

        The same key again changes nothing; an empty key always appends.
        """
        ...

    async def read(self, user: str, agent: str) -> tuple[Message, ...]:
        """Return the buffer, oldest first."""
        ...

    async def clear(self, user: str, agent: str) -> None:
        """Empty the buffer (autoclear)."""
        ...

    async def take_turn(self, user: str, agent: str, *, every: int, key: str = "") -> bool:
        """True, once, when `every` interactions passed since the last turn; resets the counter.

        Whoever took the turn under a key gets it again with that key: a kill between the turn and
        its work loses nothing.
        """
        ...
