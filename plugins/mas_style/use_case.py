"""The style use case: a plan without shots, made of edits to what is known of the user's taste."""

import hashlib

from mas.nouns import (
    Brief,
    Edit,
    Knowledge,
    Lessons,
    Offer,
    Operation,
    Outcome,
    Passage,
    Plan,
    UserStyle,
    Wish,
)
from mas.protocols import Opening
from mas_style.settings import StyleConfig
from mas_style.statements import find_statements, with_lead
from mas_style.tastes import LEARNED, apply_statements
from mas_style.telling import command, summary, tell

NAME = "style"
OFFER = Offer(
    name=NAME,
    summary="Learns what the user likes and dislikes, for every later prompt; renders nothing.",
    examples=(
        "I prefer dark moody aesthetics with purple and blue tones",
        "I love slow pacing and warm light, but I hate lens flares",
        "No more neon, please",
        "From now on use more green",
        "Forget that I like purple",
    ),
    cues=(
        "i prefer", "i like", "i love", "i enjoy", "i adore", "i'm into", "i am into", "i favour",
        "i favor", "my favourite", "my favorite", "my style", "my taste", "my preferences",
        "i hate", "i dislike", "i don't like", "i do not like", "i can't stand", "i detest",
        "no more", "never use", "always use", "from now on", "in future", "avoid", "less",
        "forget that i", "forget what i", "i no longer like", "i don't mind", "undo", "unlearn",
        "remember that i",
    ),
    makes_shots=False,
)  # fmt: skip


class Style:
    """Turns statements of taste into edits; nothing is kept between calls."""

    def __init__(self, config: StyleConfig) -> None:
        self._config = config

    def describe(self) -> Offer:
        return OFFER

    async def plan(self, wish: Wish, brief: Brief, knowledge: Knowledge) -> Plan:
        text = with_lead(wish.text, brief.text)
        statements = find_statements(text)
        before = knowledge.user_style
        after = apply_statements(before, statements, avoid_inverse=self._config.avoid_inverse)
        if not statements:
            is_rest = wish.text.strip() != brief.text.strip()  # another wish holds the statement
            say = () if is_rest else (_not_understood(text, before, brief.user),)
            return Plan(NAME, "Your style", say=say)
        operations = _difference(before, after)
        edit = Edit("user_style", operations, "use_case.style", why=text, key="plan/style")
        return Plan(
            use_case=NAME,
            title="Your style",
            say=tell(before, after, user=brief.user),
            edits=(edit,) if operations else (),
            passages=(_passage(text, brief.user),),
        )

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        return Lessons()


def open_use_case(config: StyleConfig, opening: Opening) -> Style:
    """Build the use case; it needs nothing of its surroundings."""
    return Style(config)


def _difference(before: UserStyle, after: UserStyle) -> tuple[Operation, ...]:
    """Say the change as removals and additions, which merge with what others change meanwhile."""
    operations = []
    for field in LEARNED:
        held, kept = getattr(before, field), getattr(after, field)
        if lost := tuple(item for item in held if item not in kept):
            operations.append(Operation("remove", field, lost))
        if gained := tuple(item for item in kept if item not in held):
            operations.append(Operation("add", field, gained))
    return tuple(operations)


def _passage(text: str, user: str) -> Passage:
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Passage(key=f"style/{digest}", kind="preference", text=text, user=user, use_case=NAME)


def _not_understood(text: str, style: UserStyle, user: str) -> str:
    liked = [word for field in LEARNED[:-1] for word in getattr(style, field)]
    example = f"forget that I like {liked[-1]}" if liked else OFFER.examples[0]
    if style.disliked_elements and not liked:
        example = f"forget that I hate {style.disliked_elements[-1]}"
    return (
        f"{text!r} does not say what to learn or forget, so nothing changes; known: {summary(style)}; "
        f"say it in words, for example: {command(example, user)}"
    )
