"""What `conf/memory` and `conf/embedder` may say about the built-in kinds."""

from dataclasses import dataclass, field

from mas.errors import ConfigError


@dataclass(frozen=True, slots=True)
class BlocksConfig:
    """`memory.blocks`, kind sql: nothing to choose; the blocks live in the state database."""


@dataclass(frozen=True, slots=True)
class ArchiveConfig:
    """`memory.archive`, kind sql."""

    hybrid: bool = field(metadata={"help": "rank by words (FTS5) beside vectors"})
    candidates: int = field(
        metadata={"help": "best passages of each ranking that are fused", "ge": 1, "le": 1000}
    )
    max_terms: int = field(
        metadata={"help": "rarest words of a query that are searched", "ge": 1, "le": 64}
    )


@dataclass(frozen=True, slots=True)
class BuffersConfig:
    """`memory.buffers`, kind sql."""

    summarise_at: int = field(
        metadata={"help": "fold the oldest half into one line", "unit": "messages", "ge": 4}
    )
    reset_at: int = field(
        metadata={"help": "keep only the last interaction", "unit": "messages", "ge": 4}
    )
    emergency_at: int = field(
        metadata={"help": "empty the buffer whatever it holds", "unit": "messages", "ge": 4}
    )

    def __post_init__(self) -> None:
        """Refuse limits that could never be reached in order."""
        if not 4 <= self.summarise_at < self.reset_at < self.emergency_at:
            raise ConfigError(
                f"memory.buffers has summarise_at {self.summarise_at!r}, reset_at "
                f"{self.reset_at!r}, emergency_at {self.emergency_at!r}; they must rise, from 4"
            )


@dataclass(frozen=True, slots=True)
class LexicalConfig:
    """`embedder`, kind lexical."""

    dimensions: int = field(
        metadata={"help": "length of a vector", "unit": "numbers", "ge": 64, "le": 4096}
    )
