"""What is fixed for all episodes: a series' own small rule book, and how memory keeps it."""

from dataclasses import dataclass

from mas.errors import RequestError
from mas.nouns import CurrentSeries, Edit, Knowledge, Operation, Wish
from mas_series.look import settle
from mas_series.subject import read_subject, tidy

_LONGEST = 1000  # characters of a text that a block keeps


@dataclass(frozen=True, slots=True)
class Bible:
    """What is fixed for all episodes.

    Attributes:
        theme: what the series is about, as the user said it.
        before: episodes planned earlier; new ones are numbered after them.
        completed: episodes made earlier.
    """

    title: str
    theme: str
    style: str
    elements: tuple[str, ...]
    rules: tuple[str, ...]
    before: int = 0
    completed: int = 0


def found(wish: Wish, knowledge: Knowledge) -> Bible:
    """Settle theme, look and rules of a new series.

    Raises:
        RequestError: the wish does not say what the series is about.
    """
    theme = tidy(wish.concept) or tidy(wish.title or "")
    if not theme:
        raise RequestError(
            f"{wish.text!r} does not say what the series is about; "
            'for example: brief="Create a 3-part Mythical Guardians series"'
        )
    subject = read_subject(theme)
    look = settle(subject, wish, knowledge.user_style)
    return Bible(
        title=wish.title or subject.title,
        theme=theme,
        style=look.style,
        elements=(subject.phrase, look.motif),
        rules=look.rules(subject),
    )


def reopen(known: CurrentSeries) -> Bible:
    """Take everything fixed from memory, so that new episodes match the old ones."""
    return Bible(
        title=known.active_series,
        theme=known.series_theme or known.active_series,
        style=known.series_style,
        elements=known.series_elements,
        rules=known.consistency_rules,
        before=max(known.episodes_planned, known.episodes_completed),
        completed=known.episodes_completed,
    )


def opening_edit(bible: Bible, *, planned: int) -> Edit:
    """Write the rule book into the block `current_series`."""
    values: dict[str, str | int | tuple[str, ...]] = {
        "active_series": bible.title[:_LONGEST],
        "series_theme": bible.theme[:_LONGEST],
        "series_style": bible.style,
        "episodes_planned": planned,
        "episodes_completed": bible.completed,
        "series_elements": tuple(element[:_LONGEST] for element in bible.elements),
        "consistency_rules": tuple(rule[:_LONGEST] for rule in bible.rules),
    }
    return Edit(
        label="current_series",
        operations=tuple(Operation("set", field, value) for field, value in values.items()),
        who="use_case.series",
        why=f"the series {bible.title!r} was planned",
        key="plan/series/current_series",
    )
