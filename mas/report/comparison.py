"""What changed between two prompts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"(?:\w[\w'\u2019-]*|[^\w\s])\s*")  # punctuation counts as a word
_STRAY_WORDS = 2  # that few words kept between two changes read as part of the change


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts share, or that only one of them has."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that turn `before` into `after`.

    The "same" and "added" pieces, joined, are `after` without its leading spaces.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces = []
    for kind, i, j, k, m in _changes(old, new):
        if kind == "same":
            pieces.append(Piece("same", "".join(new[k:m])))
            continue
        pieces += [Piece("removed", "".join(old[i:j]))] if j > i else []
        pieces += [Piece("added", "".join(new[k:m]))] if m > k else []
    return tuple(pieces)


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield (same or changed, old from, old to, new from, new to), stray shared words absorbed."""
    keys = [[word.strip() for word in words] for words in (old, new)]
    codes = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes()
    pending: tuple[int, int, int, int] | None = None
    for number, (tag, i, j, k, m) in enumerate(codes):
        stray = pending and j - i <= _STRAY_WORDS and number + 1 < len(codes)
        if tag == "equal" and not stray:
            if pending:
                yield ("changed", *pending)
            pending = None
            yield ("same", i, j, k, m)
        else:
            pending = (pending[0], j, pending[2], m) if pending else (i, j, k, m)
    if pending:
        yield ("changed", *pending)
