"""What plugins declare: components that YAML can choose, and tasks that recipes can run."""

from dataclasses import dataclass
from typing import Literal

Opens = Literal["nothing", "config", "studio"]


@dataclass(frozen=True, slots=True)
class Component:
    """Something that YAML chooses.

    Attributes:
        slot: "render", "llm", "agent.writer", "memory.archive", "embedder", "evaluator", "use_case" ...
        kind: the name in YAML (`kind: comfyui`).
        config: frozen dataclass without defaults whose field names are the keys of the section
            (beside `kind`); `field(metadata={"help", "unit", "ge", "le", "choices", "free_text"})`
            documents and bounds a key.
        build: "package.module:callable"; imported when the component is opened.
        summary: one sentence for `+recipe=plugins` and the reference.
    """

    slot: str
    kind: str
    config: type
    build: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What a recipe can run (`task: NAME`).

    Attributes:
        opens: what must be opened before: nothing, the checked config, or a whole Studio.
        run: "package.module:callable"; called with what it opens, returns an exit code.
        keys: top-level keys that this task reads beside the common ones, with their help.
    """

    name: str
    opens: Opens
    run: str
    summary: str
    keys: tuple[tuple[str, str], ...] = ()
