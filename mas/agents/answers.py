"""What the Director says when it cannot do what was asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mas.nouns import Offer

_KINDS = {
    "series": "a series",
    "batch": "single videos or a batch",
    "concept": "single videos",
    "style": "learning a taste",
    "refine": "refining over several rounds",
    "continuity": "going on with earlier work",
    "variations": "variations to choose between",
}
_INSTEAD = {
    "variations": ' For several videos of one theme, say "Create 3 videos of a lighthouse".'
}
_MOST_OFFERS = 9


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that says why not; `lost` when what can be asked for should be told as well."""

    sentence: str
    lost: bool = False


def not_understood(text: str) -> Refusal:
    """Say that a text was not understood."""
    said = _shortened(text)
    if not said:
        return Refusal("The brief says nothing that I could film.", lost=True)
    return Refusal(f'I cannot read "{said}" as a wish for a film.', lost=True)


def not_english(text: str, language: str) -> Refusal:
    """Say that only English is understood."""
    return Refusal(f'"{_shortened(text)}" looks like {language}; I read English only.', lost=True)


def no_such_use_case(kind: str) -> Refusal:
    """Say that no installed use case answers this kind of wish."""
    wanted = _KINDS.get(kind, f'"{kind}"')
    return Refusal(f"No installed use case does {wanted}.{_INSTEAD.get(kind, '')}", lost=True)


def too_many(count: int, most: int, text: str) -> Refusal:
    """Refuse a count."""
    if count < 1:
        return Refusal(f'"{_shortened(text)}" asks for {count} films; ask for at least one.')
    said = f'"{_shortened(text)}" asks for {count} at once; {most} is the most'
    return Refusal(f"{said}, so nothing of it is planned. Ask for fewer.")


def what_to_show(text: str, offer: Offer) -> Refusal:
    """Ask for the missing concept."""
    example = f', for example "{offer.examples[0]}"' if offer.examples else ""
    return Refusal(f'"{_shortened(text)}" doesn\'t say what is to be seen. Name it{example}.')


def grading_is_a_recipe(text: str) -> Refusal:
    """Clips that exist are named as files, not in a sentence."""
    return Refusal(
        f'"{_shortened(text)}" names no files. To grade clips that exist: '
        "python -m mas +recipe=grade videos='[a.mp4,b.mp4]' prompt=\"what they show\""
    )


def is_a_setting(what: str, said: str, keys: str) -> str:
    """Say that the brief is not followed in this, and what sets it."""
    return f'the {what} "{said}" is not read from the brief: set {keys}'


def what_i_can_do(offers: Sequence[Offer]) -> str:
    """Say in a few lines what each installed use case does, in a few words and by an example."""
    if not offers:
        return "No use case is installed, so there is nothing that I can make."
    lines = [_in_a_line(offer) for offer in offers[:_MOST_OFFERS]]
    more = len(offers) - _MOST_OFFERS
    rest = [f"and {more} more: python -m mas +recipe=plugins"] if more > 0 else []
    return "\n  ".join(("What I can do, each with an example:", *lines, *rest))


def _in_a_line(offer: Offer) -> str:
    """Say the first words of its own summary: "makes a series of episodes"."""
    does = re.split(r"[,;:.]|\s(?:that|which|for|from)\s", offer.summary, maxsplit=1)[0].strip()
    does = does[:1].lower() + does[1:] or offer.name
    return f'{does}: "{offer.examples[0]}"' if offer.examples else does


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:77].rstrip() + "..."
