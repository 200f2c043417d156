"""The keys of `use_case.series`; the values live in conf/use_case/series.yaml."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SeriesConfig:
    """How a series is planned."""

    episodes: int = field(metadata={"help": "episodes when the brief gives no number", "ge": 1})
    max_episodes: int = field(metadata={"help": "most episodes of one request", "ge": 1, "le": 24})
    chain: bool = field(
        metadata={"help": "make an episode only after the one before, so that it learns from it"}
    )
    card_s: float = field(
        metadata={"help": "length of a title card", "unit": "s", "ge": 0.0, "le": 10.0}
    )
