"""The keys of `use_case.refine`; the values live in conf/use_case/refine.yaml."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RefineConfig:
    """How one shot is made better."""

    policy: str = field(
        metadata={
            "help": "repair until good enough (loop), develop over rounds, or as the brief says",
            "choices": ("auto", "loop", "rounds"),
        }
    )
    max_retries: int | None = field(
        metadata={"help": "loop: most retries; null = the user's standards", "ge": 0, "le": 20}
    )
    remember: str = field(
        metadata={"help": "loop: what a retry sees", "choices": ("last", "best", "all")}
    )
    rounds: int = field(metadata={"help": "rounds when the brief gives none", "ge": 2, "le": 12})
    repairs: int = field(metadata={"help": "rounds: findings repaired a round", "ge": 0, "le": 5})
