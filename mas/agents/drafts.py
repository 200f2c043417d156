"""A wish while it is being read: what is left of its text, and what was taken out so far."""

import re
from dataclasses import dataclass, field
from typing import Literal

Intent = Literal[
    "series",
    "batch",
    "refine",
    "variations",
    "continuity",
    "concept",
    "style",
    "errand",
    "question",
    "help",
    "grading",
]
IGNORE = re.IGNORECASE


@dataclass(slots=True)
class Draft:
    """What is left of the text while the grammar takes its parts out of it."""

    text: str
    intent: Intent = "concept"
    title: str | None = None
    count: int | None = None
    styles: list[str] = field(default_factory=list)
    asked: bool = False
