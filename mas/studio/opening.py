"""Open a Studio: every chosen component, in the order in which they need each other."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from mas.config.settings import Section, Settings
from mas.engine.crew import Crew, Rules
from mas.engine.runtime import Engine
from mas.errors import ConfigError, PluginError
from mas.host import PluginHost
from mas.nouns import Progress, ScoringScheme
from mas.protocols import Opening
from mas.studio.forks import memory_folder

_ROLES = ("director", "writer", "cameraman", "verifier", "tuner", "sleeptime")


@dataclass(frozen=True, slots=True)
class Studio:
    """An opened studio; one per process. `crew` holds the components, `engine` runs productions."""

    settings: Settings
    crew: Crew
    engine: Engine
    components: Mapping[str, Any]


@asynccontextmanager
async def open_studio(
    settings: Settings, host: PluginHost, on_progress: Callable[[Progress], None]
) -> AsyncIterator[Studio]:
    """Open what the config chose; everything closes, in reverse order, with the studio."""
    state_dir = settings.state_dir
    make_folder(state_dir)
    async with AsyncExitStack() as stack:
        opened: dict[str, Any] = {}
        opening = Opening(state_dir, block_specs=tuple(host.blocks()))

        memory_dir = await asyncio.to_thread(memory_folder, state_dir, settings.values.get("fork"))

        async def open_slot(slot: str) -> Any:
            place = memory_dir if slot.startswith("memory.") else state_dir
            surroundings = replace(opening, state_dir=place)
            opened[slot] = await open_section(stack, settings.section(slot), surroundings)
            return opened[slot]

        opening = replace(opening, embedder=await open_slot("embedder"))
        scheme: ScoringScheme = await open_slot("scoring")
        opening = replace(opening, scheme=scheme)
        judges = {name: await open_slot(f"evaluator.{name}") for name in scheme.weights}
        opening = replace(opening, judges=judges)
        for slot in ("memory.blocks", "memory.archive", "memory.buffers", "render", "engine"):
            await open_slot(slot)
        for role in _ROLES:
            await open_slot(f"agent.{role}")
        for slot in [name for name in settings.sections if name.startswith("use_case.")]:
            await open_slot(slot)
        crew = _crew(settings, host, opened, opening, on_progress)
        engine: Engine = opened["engine"]
        engine.employ(crew)
        studio = Studio(settings, crew, engine, opened)
        host.studio_opened(studio)
        yield studio


async def open_section(stack: AsyncExitStack, section: Section, opening: Opening) -> Any:
    """Build one component; a builder returns it, or an async context manager of it."""
    built = _builder(section)(section.config, opening)
    if isinstance(built, AbstractAsyncContextManager):
        return await stack.enter_async_context(built)
    return built


def _builder(section: Section) -> Callable[[Any, Opening], Any]:
    module, _, name = section.component.build.partition(":")
    try:
        builder: Callable[[Any, Opening], Any] = getattr(import_module(module), name)
    except (ImportError, SyntaxError, AttributeError) as error:
        raise PluginError(
            f"{section.slot}: {section.kind} cannot be opened: {section.component.build} "
            f"does not import ({type(error).__name__}: {error})"
        ) from error
    return builder


def _crew(
    settings: Settings,
    host: PluginHost,
    opened: Mapping[str, Any],
    opening: Opening,
    on_progress: Callable[[Progress], None],
) -> Crew:
    assert opening.scheme is not None
    return Crew(
        **{role: opened[f"agent.{role}"] for role in _ROLES},
        renderer=opened["render"],
        use_cases={
            slot.removeprefix("use_case."): component
            for slot, component in opened.items()
            if slot.startswith("use_case.")
        },
        blocks=opened["memory.blocks"],
        archive=opened["memory.archive"],
        buffers=opened["memory.buffers"],
        block_specs=opening.block_specs,
        scheme=opening.scheme,
        rules=_rules(settings),
        state_dir=settings.state_dir,
        on_progress=on_progress,
        on_take_graded=lambda take, assessment: host.take_graded(take=take, assessment=assessment),
        on_finished=lambda outcome: host.production_finished(outcome=outcome),
    )


def _rules(settings: Settings) -> Rules:
    scoring: Any = settings.section("scoring").config
    sleeptime: Any = settings.section("agent.sleeptime").config
    return Rules(
        min_grade=getattr(scoring, "min_grade", None),
        max_retries=getattr(scoring, "max_retries", None),
        learn=settings.learn,
        sleeptime_every=getattr(sleeptime, "every", 5),
        autoclear=getattr(sleeptime, "message_buffer_autoclear", True),
    )


def make_folder(state_dir: Path) -> None:
    """Make the state folder.

    Raises:
        ConfigError: it cannot be written.
    """
    try:
        state_dir.mkdir(parents=True, exist_ok=True)
        probe = state_dir / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ConfigError(
            f"state_dir is {str(state_dir)!r}, which cannot be written ({error.strerror}); "
            "choose another with state_dir=FOLDER or MAS_HOME"
        ) from error
