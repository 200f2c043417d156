"""The keys of `use_case.batch`; the values live in conf/use_case/batch.yaml."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BatchConfig:
    """How a batch is planned."""

    count: int = field(metadata={"help": "videos when the brief gives no number", "ge": 1})
    max_count: int = field(metadata={"help": "most videos of one batch", "ge": 1})
