"""Haiku films: a poem of three lines becomes three quiet shots."""

from collections.abc import Iterable

from loguru import logger

from mas import hookimpl
from mas.nouns import Component, Outcome
from mas_haiku.settings import HaikuConfig, StillnessConfig


@hookimpl
def mas_components() -> Iterable[Component]:
    return [
        Component(
            slot="use_case",
            kind="haiku",
            config=HaikuConfig,
            build="mas_haiku.use_case:open_haiku",
            summary="A poem of three lines becomes three quiet shots.",
        ),
        Component(
            slot="evaluator",
            kind="haiku_stillness",
            config=StillnessConfig,
            build="mas_haiku.stillness:open_stillness",
            summary="How still the picture is.",
        ),
    ]


@hookimpl
def mas_production_finished(outcome: Outcome) -> None:
    if outcome.plan.use_case == "haiku":
        kept = sum(result.best_take is not None for result in outcome.results)
        logger.info(
            "three lines were spoken / {kept} of them became light / the screen is dark", kept=kept
        )
