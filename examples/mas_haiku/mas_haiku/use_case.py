"""The use case: what a haiku asks for, as a plan."""

import re

from mas.errors import RequestError
from mas.nouns import Assembly, Brief, Knowledge, Lessons, Offer, Outcome, Passage, Plan, Shot, Wish
from mas.protocols import Opening
from mas_haiku.settings import HaikuConfig

EXAMPLE = "old pond / a frog leaps in / the sound of water"
RULES = ("the camera is static", "one thing moves, slowly", "much of the frame is empty")
OFFER = Offer(
    name="haiku",
    summary="Films a poem of three lines, one quiet shot a line.",
    examples=(f"Film this haiku: {EXAMPLE}",),
    cues=("haiku", "three-line poem"),
)


class Haiku:
    """Three lines, three shots, one season."""

    def __init__(self, config: HaikuConfig) -> None:
        self._config = config

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        lines = poem(wish.text)
        return Plan(
            use_case=OFFER.name,
            title=wish.title or lines[0],
            shots=tuple(
                Shot(
                    shot_id=f"line-{number}",
                    title=line,
                    concept=f"{line}, in {self._config.season}",
                )
                for number, line in enumerate(lines, start=1)
            ),
            style=wish.style,
            rules=RULES,
            assembly=Assembly(title=lines[0], title_cards=self._config.title_cards),
        )

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        text = " / ".join(shot.title for shot in outcome.plan.shots)
        passage = Passage(
            key=f"haiku/{outcome.production_id}",
            kind="haiku",
            text=text,
            user=outcome.brief.user,
            use_case=OFFER.name,
            production_id=outcome.production_id,
        )
        return Lessons(passages=(passage,))


def poem(text: str) -> tuple[str, ...]:
    """Return the three lines of a poem; words before a colon ("Film this haiku:") are no part of it.

    Raises:
        RequestError: there are more or fewer than three.
    """
    words = re.sub(r"^[^/\n]*:", "", text)
    lines = tuple(line.strip() for line in re.split(r"[/\n]", words) if line.strip())
    if len(lines) != 3:
        raise RequestError(
            f"a haiku has 3 lines with '/' between them and {text!r} has {len(lines)}; "
            f"write for example brief={EXAMPLE!r}"
        )
    return lines


def open_haiku(config: HaikuConfig, opening: Opening) -> Haiku:
    """Build the use case (`build` of its Component)."""
    return Haiku(config)
