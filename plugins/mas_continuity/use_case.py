"""The continuity use case: a plan without shots that tells where we are."""

from mas.nouns import Brief, Knowledge, Lessons, Offer, Outcome, Plan, Wish
from mas.protocols import Opening
from mas_continuity.greeting import greet
from mas_continuity.settings import ContinuityConfig

NAME = "continuity"
OFFER = Offer(
    name=NAME,
    summary=(
        "Tells what was made, what is still open and what is known of the user's taste, and offers "
        "to resume; renders nothing."
    ),
    examples=(
        "What are we working on?",
        "Hello",
        "Continue",
        "Where did we leave off?",
        "What's next?",
        "What do you know about my taste?",
    ),
    cues=(
        "what are we working on", "what were we working on", "where were we",
        "where did we leave off", "where did we stop", "what is next", "what's next", "continue",
        "pick up where", "carry on", "go on", "hello", "hi there", "good morning", "good evening",
        "i'm back", "last time", "last session", "status", "what is pending", "pending work",
        "what do you know about me", "what do you remember", "do you remember", "my taste",
        "what have we made", "what's in the queue", "the queue",
    ),
    makes_shots=False,
)  # fmt: skip


class Continuity:
    """Reads the blocks aloud; nothing is kept between calls."""

    def __init__(self, config: ContinuityConfig) -> None:
        self._config = config

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        said = greet(brief, wish.text, knowledge, named=self._config.named)
        return Plan(use_case=NAME, title="Where we are", say=said)

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        return Lessons()


def open_use_case(config: ContinuityConfig, opening: Opening) -> Continuity:
    """Build the use case; it needs nothing of its surroundings."""
    return Continuity(config)
