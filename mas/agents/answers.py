"""What the Director says when it cannot do what was asked."""

from collections.abc import Sequence

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


def not_understood(text: str, offers: Sequence[Offer]) -> tuple[str, ...]:
    """Say that a text was not understood, and what can be asked for."""
    said = _shortened(text)
    first = (
        f'I don\'t understand "{said}" as a wish for a film.'
        if said
        else "The brief says nothing that I could film."
    )
    return (first, *what_i_can_do(offers))


def no_such_use_case(kind: str, offers: Sequence[Offer]) -> tuple[str, ...]:
    """Say that no installed use case answers this kind of wish."""
    wanted = _KINDS.get(kind, f'"{kind}"')
    return (f"No installed use case does {wanted}.", *what_i_can_do(offers))


def too_many(count: int, most: int, text: str) -> tuple[str, ...]:
    """Refuse a count."""
    if count < 1:
        return (f'"{_shortened(text)}" asks for {count} films; ask for at least one.',)
    said = f'"{_shortened(text)}" asks for {count} at once; {most} is the most'
    return (f"{said}, so nothing of it is planned. Ask for fewer.",)


def what_to_show(text: str, offer: Offer) -> tuple[str, ...]:
    """Ask for the missing concept."""
    example = f', for example "{offer.examples[0]}"' if offer.examples else ""
    return (f'"{_shortened(text)}" doesn\'t say what is to be seen. Name it{example}.',)


def what_i_can_do(offers: Sequence[Offer]) -> tuple[str, ...]:
    """One sentence per installed use case, from what it says of itself."""
    if not offers:
        return ("No use case is installed, so there is nothing that I can make.",)
    return tuple(
        f"I can: {offer.summary.rstrip('.') or offer.name}"
        + (f' (say "{offer.examples[0]}").' if offer.examples else ".")
        for offer in offers
    )


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:77].rstrip() + "..."
