"""The keys of `use_case.continuity`; the values live in conf/use_case/continuity.yaml."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ContinuityConfig:
    """What the crew tells a user who comes back."""

    named: int = field(
        metadata={"help": "most items of each list that are named", "ge": 1, "le": 50}
    )
