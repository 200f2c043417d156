"""The built-in plugin: what the core brings, declared with the same hooks as anybody's plugin."""

from collections.abc import Iterable
from importlib import import_module

from mas.markers import hookimpl
from mas.nouns import BlockSpec, Component, Task

# Slot, kind, config and builder. Names, because the engine stands above this floor and because
# naming a component must not import what builds it.
_COMPONENTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "agent.director",
        "handwritten",
        "mas.agents.settings:DirectorConfig",
        "mas.agents.director:open_director",
        "Understands briefs by rules, without an LLM.",
    ),
    (
        "agent.writer",
        "handwritten",
        "mas.agents.settings:WriterConfig",
        "mas.agents.writer:open_writer",
        "Writes LTX-2 prompts by rules, without an LLM.",
    ),
    (
        "agent.cameraman",
        "handwritten",
        "mas.agents.settings:CameramanConfig",
        "mas.agents.cameraman:open_cameraman",
        "Turns scores into a grade with reasons.",
    ),
    (
        "agent.verifier",
        "handwritten",
        "mas.agents.settings:VerifierConfig",
        "mas.evaluation.verifier:open_verifier",
        "Decodes a clip once and lets every judge watch it.",
    ),
    (
        "agent.tuner",
        "handwritten",
        "mas.agents.settings:TunerConfig",
        "mas.agents.tuner:open_tuner",
        "Extracts failure and success patterns from graded takes.",
    ),
    (
        "agent.sleeptime",
        "handwritten",
        "mas.agents.settings:SleeptimeConfig",
        "mas.agents.sleeptime:open_sleeptime",
        "Keeps the memory of a user in order between sessions.",
    ),
    (
        "memory.blocks",
        "sql",
        "mas.memory.settings:BlocksConfig",
        "mas.memory.blocks:open_blocks",
        "Core-memory blocks in the state database.",
    ),
    (
        "memory.archive",
        "sql",
        "mas.memory.settings:ArchiveConfig",
        "mas.memory.archive:open_archive",
        "Passages in the state database, found by words and vectors.",
    ),
    (
        "memory.buffers",
        "sql",
        "mas.memory.settings:BuffersConfig",
        "mas.memory.buffers:open_buffers",
        "Message buffers in the state database.",
    ),
    (
        "embedder",
        "lexical",
        "mas.memory.settings:LexicalConfig",
        "mas.memory.embedding:open_embedder",
        "Likeness of spelling; needs no download.",
    ),
    (
        "render",
        "animatic",
        "mas.render.animatic.settings:AnimaticConfig",
        "mas.render.animatic.renderer:open_renderer",
        "Draws a moving previz from the prompt alone.",
    ),
    (
        "scoring",
        "weighted",
        "mas.evaluation.settings:ScoringConfig",
        "mas.evaluation.scheme:open_scheme",
        "A weighted mean of the judges' scores, and grades by thresholds.",
    ),
    (
        "engine",
        "local",
        "mas.engine.settings:EngineConfig",
        "mas.engine.runtime:open_engine",
        "The durable engine in this process, on SQLite.",
    ),
    (
        "llm",
        "none",
        "mas.config.absent:NoneConfig",
        "mas.config.absent:open_none",
        "No LLM: the handwritten crew needs none.",
    ),
    (
        "workflow",
        "none",
        "mas.config.absent:NoneConfig",
        "mas.config.absent:open_none",
        "No workflow: the embedded renderer needs none.",
    ),
    (
        "user",
        "local",
        "mas.config.user:UserConfig",
        "mas.config.user:open_user",
        "The person whose memory is used.",
    ),
)

_TASKS = (
    Task(
        "produce",
        opens="config",
        run="mas.cli.productions:produce",
        summary="Make what the brief asks for; the Director chooses the use case.",
        keys=(
            ("rows", "a CSV or JSONL file, one film a row"),
            ("route", "the use case that answers, whatever the Director thinks"),
            ("fork", "work on a copy of the memory, of this name; sweeps name one per job"),
        ),
    ),
    Task(
        "resume",
        opens="config",
        run="mas.cli.productions:resume",
        summary="Continue an unfinished production under its own frozen config.",
        keys=(("production", 'id of the production, or "latest"'),),
    ),
    Task(
        "memory",
        opens="config",
        run="mas.cli.memory:memory",
        summary="Show what is remembered of a user, set a field, or take the last change back.",
        keys=(
            ("block", "label of one block, such as quality_standards"),
            ("field", "field of the block to set, such as MIN_ACCEPTABLE_GRADE"),
            ("value", "its new value; items of a list are separated by commas"),
            ("undo", "true takes the block's last change back"),
        ),
    ),
    Task(
        "grade",
        opens="config",
        run="mas.cli.grading:grade",
        summary="Grade clips that exist already.",
        keys=(
            ("videos", "files to grade, [a.mp4,b.mp4]"),
            ("prompt", "what the clips should show"),
        ),
    ),
    Task(
        "plugins",
        opens="nothing",
        run="mas.cli.plugins:run",
        summary="List plugins, what they bring, and what failed to load.",
    ),
    Task(
        "plugin_new",
        opens="nothing",
        run="mas.cli.scaffold:run",
        summary="Scaffold a plugin package with a test that passes.",
        keys=(
            ("name", "name of the new plugin"),
            ("shape", "what it brings: use_case or evaluator"),
        ),
    ),
    Task(
        "recipes",
        opens="nothing",
        run="mas.cli.recipes:run",
        summary="List the recipes and where each comes from.",
    ),
)


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(slot=slot, kind=kind, config=_resolve(config), build=build, summary=summary)
        for slot, kind, config, build, summary in _COMPONENTS
    ]


@hookimpl
def mas_tasks() -> Iterable[Task]:
    return _TASKS


@hookimpl
def mas_blocks() -> Iterable[BlockSpec]:
    from mas.memory.block_specs import BLOCK_SPECS

    return BLOCK_SPECS


def _resolve(name: str) -> type:
    module, _, attribute = name.partition(":")
    found = getattr(import_module(module), attribute)
    assert isinstance(found, type)
    return found
