"""Where a production's pinned rules stand in a prompt: each once, word for word, in a sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PALETTE = re.compile(r"the (?:palette|colou?rs?) (?:stays?|is|are|remains?|holds? to|keeps? to) ")
_LIGHT = re.compile(r"the (?:light|lighting|mood) (?:stays|is|remains) ")
_PACE = re.compile(r"the (?:pace|pacing) (?:stays|is|remains) ")
_FINITE = re.compile(
    r"\b(?:keeps?|stays?|is|are|has|have|can|must|remains?|holds?|wears?|appears?|shows?|moves?"
    r"|looks?|stands?|fills?|carr(?:y|ies))\b"
)


@dataclass(frozen=True, slots=True)
class Pinned:
    """Rules by where they are said.

    Attributes:
        palette: opens the sentence about colours; "" when no rule is about them.
        light: closes the sentence about the light.
        sentences: for the other rules; clauses share sentences in pairs.
        has_pace: one of `sentences` says the pace, so the camera need not.
    """

    palette: str = ""
    light: str = ""
    sentences: tuple[str, ...] = ()
    has_pace: bool = False


def place_rules(rules: Iterable[str]) -> Pinned:
    """Give each rule its place."""
    palette = light = ""
    clauses: list[str] = []
    whole: list[str] = []
    for rule in rules:
        bare = rule.strip().rstrip(".")
        if rule[:1].isupper():
            whole.append(rule)
        elif not palette and _PALETTE.match(bare):
            palette = bare
        elif not light and _LIGHT.match(bare):
            light = bare
        else:
            clauses.append(bare)
    return Pinned(
        palette=palette,
        light=light,
        sentences=(*(_joined(clauses[at : at + 2]) for at in range(0, len(clauses), 2)), *whole),
        has_pace=any(_PACE.match(clause) for clause in clauses),
    )


def _joined(clauses: list[str]) -> str:
    """Join clauses; one without a verb needs words to stand on."""
    lead = "" if all(_FINITE.search(clause) for clause in clauses) else "throughout, "
    return lead + ", and ".join(clauses)
