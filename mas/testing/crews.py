"""A small crew on real memory, for tests of the engine and of whoever works above it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mas.agents.cameraman import open_cameraman
from mas.agents.settings import CameramanConfig, SleeptimeConfig, TunerConfig
from mas.agents.sleeptime import open_sleeptime
from mas.agents.tuner import open_tuner
from mas.engine.crew import Crew, Rules
from mas.engine.orders import Order
from mas.engine.runtime import Engine, open_engine
from mas.engine.settings import EngineConfig, Slots
from mas.language import find_count
from mas.memory.archive import open_archive
from mas.memory.block_specs import BLOCK_SPECS
from mas.memory.blocks import open_blocks
from mas.memory.buffers import open_buffers
from mas.memory.embedding import open_embedder
from mas.memory.settings import ArchiveConfig, BlocksConfig, BuffersConfig, LexicalConfig
from mas.nouns import (
    Brief,
    Edit,
    Knowledge,
    Lessons,
    Offer,
    Operation,
    Outcome,
    Plan,
    Progress,
    Prompt,
    Routing,
    ScoringScheme,
    Shot,
    Take,
    Wish,
)
from mas.protocols import Opening, Renderer, Verifier

SCHEME = ScoringScheme(
    {"scripted": 1.0},
    {"A+": 0.95, "A": 0.85, "B": 0.7, "C": 0.5, "D": 0.3},
)
RULES = Rules(min_grade="B", max_retries=2, learn="live", sleeptime_every=5, autoclear=True)


@dataclass(frozen=True, slots=True)
class CountedUseCase:
    """Plans as many shots as the wish counts, and counts what was made in `current_series`."""

    def describe(self) -> Offer:
        return Offer("counted", "makes a number of shots", cues=("shots",))

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        shots = tuple(
            Shot(f"s{number:02d}", f"Shot {number}", f"{wish.concept}, number {number}")
            for number in range(1, (wish.count or 1) + 1)
        )
        return Plan("counted", wish.concept, shots)

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        made = sum(result.best_take is not None for result in outcome.results)
        counted = Operation("increment", "episodes_completed", made)
        edit = Edit("current_series", (counted,), who="counted", why="shots were made")
        return Lessons((edit,), say=(f"{made} shots made",))


@dataclass(frozen=True, slots=True)
class PlainDirector:
    """Sends every brief to the first offer; "nothing" is not understood."""

    async def route(self, brief: Brief, offers: Sequence[Offer], knowledge: Knowledge) -> Routing:
        if brief.text == "nothing":
            return Routing((), ("I did not understand 'nothing'",))
        wish = Wish(offers[0].name, brief.text, concept=brief.text, count=find_count(brief.text))
        return Routing((wish,))


@dataclass(frozen=True, slots=True)
class PlainWriter:
    """Writes the concept; a revision says which attempt it is. `slow_s` stands for an LLM."""

    slow_s: float = 0.0

    async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
        await asyncio.sleep(self.slow_s)
        return Prompt(shot.concept, title=shot.title)

    async def revise(
        self, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
    ) -> Prompt:
        await asyncio.sleep(self.slow_s)
        return Prompt(f"{shot.concept}, attempt {len(takes) + 1}", title=shot.title)


@dataclass(slots=True)
class Watched:
    """What a crew told while it worked."""

    progress: list[Progress] = field(default_factory=list)
    graded: list[str] = field(default_factory=list)
    finished: list[Outcome] = field(default_factory=list)


@asynccontextmanager
async def open_crew(
    state_dir: Path,
    renderer: Renderer,
    verifier: Verifier,
    *,
    rules: Rules = RULES,
    writer: PlainWriter | None = None,
    watched: Watched | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> AsyncIterator[Crew]:
    """Open a crew on the state folder; memory, Cameraman, Tuner and sleeptime are the real ones."""
    await asyncio.to_thread(state_dir.mkdir, parents=True, exist_ok=True)
    told = watched or Watched()
    embedder = open_embedder(LexicalConfig(dimensions=64), Opening(state_dir))
    opening = Opening(state_dir, embedder=embedder, block_specs=BLOCK_SPECS, scheme=SCHEME)
    async with (
        open_blocks(BlocksConfig(), opening) as blocks,
        open_archive(ArchiveConfig(hybrid=True, candidates=50, max_terms=12), opening) as archive,
        open_buffers(BuffersConfig(300, 500, 600), opening) as buffers,
    ):
        yield Crew(
            director=PlainDirector(),
            writer=writer or PlainWriter(),
            cameraman=open_cameraman(CameramanConfig(max_reasons=5), opening),
            verifier=verifier,
            tuner=open_tuner(TunerConfig("B", "A", max_patterns=10), opening),
            sleeptime=open_sleeptime(
                SleeptimeConfig(5, message_buffer_autoclear=True, repeated=3), opening
            ),
            renderer=renderer,
            use_cases={"counted": CountedUseCase()},
            blocks=blocks,
            archive=archive,
            buffers=buffers,
            block_specs=BLOCK_SPECS,
            scheme=SCHEME,
            rules=rules,
            state_dir=state_dir,
            on_progress=on_progress or told.progress.append,
            on_take_graded=lambda take, _: told.graded.append(take.take_id),
            on_finished=told.finished.append,
        )


@asynccontextmanager
async def open_working_engine(
    crew: Crew, *, render: int | None = 2, poll_s: float = 0.02
) -> AsyncIterator[Engine]:
    """Open an engine with the crew employed."""
    config = EngineConfig(Slots(write=4, render=render, grade=2), poll_s)
    async with open_engine(config, Opening(crew.state_dir)) as engine:
        engine.employ(crew)
        yield engine


def order(text: str, *, user: str = "ana", seed: int | None = 7, key: str = "") -> Order:
    """An order under an empty config; the key is the text's unless given."""
    return Order(Brief(text, user=user, seed=seed), "", key or text, {}, "0" * 64)
