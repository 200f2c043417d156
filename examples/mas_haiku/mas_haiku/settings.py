"""The keys of the sections `use_case.haiku` and `evaluator.haiku_stillness`."""

from dataclasses import dataclass, field

from mas.errors import ConfigError

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class HaikuConfig:
    """How a poem is filmed."""

    season: str = field(metadata={"help": "season of all three shots", "choices": SEASONS})
    title_cards: bool = field(metadata={"help": "show each line before its shot"})


@dataclass(frozen=True, slots=True)
class StillnessConfig:
    """What still means."""

    calm: float = field(
        metadata={
            "help": "mean change per frame that scores 1",
            "unit": "levels",
            "ge": 0,
            "lt": 255,
        }
    )
    restless: float = field(
        metadata={
            "help": "mean change per frame that scores 0",
            "unit": "levels",
            "gt": 0,
            "le": 255,
        }
    )

    def __post_init__(self) -> None:
        if self.calm >= self.restless:
            raise ConfigError(
                f"evaluator.haiku_stillness.calm is {self.calm!r}, "
                f"not below restless ({self.restless!r})"
            )
