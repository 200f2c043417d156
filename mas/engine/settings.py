"""Config of the durable engine."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slots:
    """How many shots may do the same thing at once."""

    write: int = field(metadata={"help": "prompts written at once", "ge": 1, "le": 256})
    render: int | None = field(
        metadata={
            "help": "takes rendered at once over all servers; null = what the servers offer",
            "ge": 1,
            "le": 256,
        }
    )
    grade: int = field(metadata={"help": "clips graded at once", "ge": 1, "le": 256})


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """The embedded engine: DBOS on SQLite in the state folder."""

    slots: Slots = field(metadata={"help": "how many shots may do the same thing at once"})
    poll_s: float = field(
        metadata={
            "help": "how often a resumed or watched production is looked at",
            "unit": "s",
            "ge": 0.01,
            "le": 60,
        }
    )
