"""The keys of `use_case.style`; the values live in conf/use_case/style.yaml."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StyleConfig:
    """How statements of taste are learned."""

    avoid_inverse: bool = field(metadata={"help": "also avoid the inverse of a mood that is liked"})
