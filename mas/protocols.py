"""What components provide. Structural types: nobody inherits from us.

A component's builder is called as `build(config, opening)` and returns the component, or an async
context manager of it that stays open as long as the studio.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from mas.nouns import (
    Assessment,
    Assignment,
    BlockSpec,
    BlockVersion,
    Brief,
    Edit,
    Format,
    JournalEntry,
    Knowledge,
    Lessons,
    Message,
    Offer,
    Outcome,
    Passage,
    PassageFilter,
    Plan,
    Progress,
    Prompt,
    Recalled,
    Rendered,
    RenderOrder,
    Routing,
    Score,
    ScoringScheme,
    Shot,
    Take,
    Wanted,
    Wish,
)

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]
    Picture = npt.NDArray[np.uint8]
    Samples = npt.NDArray[np.float32]
else:  # numpy costs 0.1 s and stays off the path of `mas --help`
    Vector = Picture = Samples = Any


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
    embedder: "Embedder | None" = None
    block_specs: tuple[BlockSpec, ...] = ()
    judges: Mapping[str, "Evaluator"] | None = None
    scheme: ScoringScheme | None = None


# --- the crew ---------------------------------------------------------------


class Director(Protocol):
    """Understands briefs."""

    async def route(self, brief: Brief, offers: Sequence[Offer], knowledge: Knowledge) -> Routing:
        """Split the brief into wishes, each for one offer; no wishes and a `say` when not understood."""
        ...


class Writer(Protocol):
    """Writes prompts."""

    async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
        """Write the first prompt of a shot."""
        ...

    async def revise(
        self, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
    ) -> Prompt:
        """Write the next prompt from the findings of `takes` (those the policy remembers, in order)."""
        ...


class Cameraman(Protocol):
    """Turns scores into a grade with reasons."""

    async def assess(self, scores: Sequence[Score]) -> Assessment:
        """Weigh the scores; the grade is partial when a weighted judge gave none."""
        ...


class Verifier(Protocol):
    """Runs the judges."""

    async def verify(self, video: Path, wanted: Wanted) -> tuple[Score, ...]:
        """Decode the clip once and let every judge score it.

        Raises:
            EvaluationError: the file is no video that can be decoded.
        """
        ...


class Tuner(Protocol):
    """Learns from what was graded."""

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        """Extract failure and success patterns, and passages, from an ended production."""
        ...


class Sleeptime(Protocol):
    """Looks after the memory of a user while nobody waits."""

    async def consolidate(
        self,
        agent: str,
        messages: Sequence[Message],
        knowledge: Knowledge,
        outcome: Outcome | None,
        now: datetime,
    ) -> Lessons:
        """Do the mandatory work: last activity, last session summary, pending work, patterns."""
        ...


class UseCase(Protocol):
    """A kind of production. Pure: no studio, no engine, no I/O but reading `brief.rows`.

    Optionally `async def revise(shot, takes, plan, knowledge) -> Prompt`, used when the plan's
    refinement names the use case as the reviser.
    """

    def describe(self) -> Offer:
        """Tell the Director what this use case can do."""
        ...

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        """Decide shots, rules, refinement and assembly.

        Raises:
            RequestError: the wish cannot be planned (a missing file, no count where one is needed).
        """
        ...

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        """Say what the ended production taught; called once, after grading."""
        ...


# --- rendering --------------------------------------------------------------


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


# --- judging ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """What the container says about a clip. `duration_s` is of the video stream."""

    width: int
    height: int
    fps: float
    duration_s: float
    has_audio: bool
    sample_rate: int


class Frame(Protocol):
    """One decoded frame; every view is computed at most once and shared. Never write to them."""

    index: int

    @property
    def bgr(self) -> Picture:
        """(height, width, 3) uint8, blue first."""
        ...

    @property
    def grey(self) -> Picture:
        """(height, width) uint8 luma."""
        ...

    @property
    def half_grey(self) -> Picture:
        """(height // 2, width // 2) uint8 luma, area-averaged."""
        ...

    @property
    def thumbnail(self) -> Picture:
        """(64, 96, 3) uint8, blue first, area-averaged."""
        ...


class Watch(Protocol):
    """One judge watching one clip."""

    def see(self, frame: Frame) -> None:
        """Look at the next frame; called for every frame, in order."""
        ...

    def hear(self, samples: Samples) -> None:
        """Listen to the next block, (channels, n) float32 in -1..1, in order, before `score`."""
        ...

    def score(self) -> Score:
        """Give the verdict; called once, after the last frame and block."""
        ...


@dataclass(frozen=True, slots=True)
class Needs:
    """What a judge needs: `audio`, and the memory of its model in GiB (0 = no model)."""

    audio: bool = False
    vram_gib: float = 0.0
    per: Literal["take", "batch"] = "take"


class Evaluator(Protocol):
    """A judge of clips."""

    name: str
    needs: Needs

    def watch(self, clip: ClipFacts, wanted: Wanted) -> Watch:
        """Start watching a clip; runs in a worker thread."""
        ...


# --- memory -----------------------------------------------------------------


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

    async def append(self, user: str, agent: str, messages: Sequence[Message]) -> int:
        """Append, count one interaction, and return the number of interactions since `take_turn`."""
        ...

    async def read(self, user: str, agent: str) -> tuple[Message, ...]:
        """Return the buffer, oldest first."""
        ...

    async def clear(self, user: str, agent: str) -> None:
        """Empty the buffer (autoclear)."""
        ...

    async def take_turn(self, user: str, agent: str, *, every: int) -> bool:
        """True, once, when `every` interactions passed since the last turn; resets the counter."""
        ...


# --- tasks ------------------------------------------------------------------


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


Builder = Callable[
    [Any, Opening], object | AbstractAsyncContextManager[object] | AsyncIterator[object]
]
RunTask = Callable[[TaskContext], int]
