"""What the user asked for, and how the Director understood it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brief:
    """One request, as typed.

    Attributes:
        seed: None means free.
        rows: a file (CSV or JSONL) for use cases that read one.
        route: the use case that the recipe names; None lets the Director choose.
    """

    text: str
    user: str = "default"
    seed: int | None = None
    rows: str | None = None
    route: str | None = None
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Offer:
    """What one use case can do, told to the Director.

    Attributes:
        name: the component kind, e.g. "series".
        summary: one sentence for people and for an LLM.
        examples: requests that this use case answers.
        cues: words and phrases (lower case) that point to it.
        makes_shots: False for use cases that only change what is known (style learning).
    """

    name: str
    summary: str
    examples: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    makes_shots: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """One of the things a brief asks for.

    Attributes:
        use_case: the name of the offer that shall answer it.
        text: the part of the brief that this wish came from, unchanged.
        concept: what is to be seen, without counts and request words ("mythical creatures").
        title: the title the user gave, else None.
        count: how many films, episodes or rounds were asked for, else None.
        style: style words of the whole brief that apply to this wish ("dark, purple and blue").
    """

    use_case: str
    text: str
    concept: str = ""
    title: str | None = None
    count: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class Routing:
    """The Director's answer: wishes in order, or a plain statement that it did not understand."""

    wishes: tuple[Wish, ...]
    say: tuple[str, ...] = ()
