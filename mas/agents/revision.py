"""Revise a prompt by findings: each changes one sentence, visibly; nothing asked for is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from mas.agents.english import sentence, sentences
from mas.agents.remedies import (
    NEGATIVES,
    SWAPS,
    Remedy,
    dimension_of,
    earlier_sentences,
    remedy,
)
from mas.language import read, wording
from mas.nouns import Finding, Prompt, Take

_PUSHES = 8  # how much stronger a change becomes before something else is changed
_DEVELOPMENTS = (
    "A foreground element passes close to the lens and gives the picture depth",
    "Fine texture shows on every surface that the light touches",
    "The background has a small life of its own, well behind the subject",
    "The light changes once during the shot, and the picture changes with it",
    "The subject answers what happens around it with a small, precise gesture",
    "Reflections repeat the main shape somewhere else in the frame",
    "The composition tightens toward the end until one detail remains",
    "The sound follows the picture closely and rises with the action",
)


@dataclass(frozen=True, slots=True)
class Keep:
    """What a revision must not lose.

    Attributes:
        texts: the concept, the style and the rules, word for word.
        colours: colours asked for; other colours may give way to a missing one.
        sounds: sounds asked for.
    """

    texts: tuple[str, ...]
    colours: tuple[str, ...]
    sounds: tuple[str, ...]

    def holds(self, line: str) -> bool:
        """Say whether a sentence carries one of the texts, or is a part of one."""
        bare = line.rstrip(".").lower()
        return any(text.lower() in bare or bare in text.lower() for text in self.texts if text)


@dataclass(frozen=True, slots=True)
class _Group:
    """Findings that one sentence answers, and in how many earlier takes they came up."""

    findings: tuple[Finding, ...]
    level: int


def revised(keep: Keep, takes: Sequence[Take], *, develop: bool) -> Prompt:
    """Return the next prompt.

    The last take is repaired; with `develop` the best one is pushed further. A take whose
    rendering failed says nothing about its prompt, which is then tried again.
    """
    seen = [take for take in takes if take.error is None]
    if not seen:
        return takes[-1].prompt
    base = max(seen, key=_score) if develop else seen[-1]
    tried = {take.prompt.text for take in seen}
    groups = _groups(base, seen)
    for push in range(_PUSHES):
        prompt = _apply(base.prompt, groups, keep, push=push, develop=develop)
        if prompt.text not in tried:
            return prompt
    texts = (f"{base.prompt.text} {more}" for more in _developments())
    return replace(base.prompt, text=next(text for text in texts if text not in tried))


def _score(take: Take) -> float:
    return (take.assessment.score or 0.0) if take.assessment else 0.0


def _groups(base: Take, takes: Sequence[Take]) -> tuple[_Group, ...]:
    """Findings of the base take by dimension, most severe first."""
    found: dict[str, list[Finding]] = {}
    for finding in sorted(_findings(base), key=lambda f: -f.severity):
        found.setdefault(dimension_of(finding), []).append(finding)
    return tuple(
        _Group(tuple(group), sum(_had(take, dimension) for take in takes) - 1)
        for dimension, group in found.items()
    )


def _findings(take: Take) -> tuple[Finding, ...]:
    return take.assessment.findings if take.assessment else ()


def _had(take: Take, dimension: str) -> bool:
    return any(dimension_of(finding) == dimension for finding in _findings(take))


def _apply(
    prompt: Prompt, groups: tuple[_Group, ...], keep: Keep, *, push: int, develop: bool
) -> Prompt:
    lines = sentences(prompt.text)
    negatives = [part.strip() for part in prompt.negative.split(",")]
    sounds = keep.sounds or read(prompt.text).sounds[:3]
    for group in groups:
        change = remedy(group.findings, group.level + push, sounds)
        for finding in group.findings:
            lines = _swap(lines, finding.kind, keep)
            negatives += NEGATIVES.get(finding.kind, "").split(", ")
        lines = _put(lines, change, keep)
    if develop or not groups:
        lines = _develop(lines, push)
    negative = ", ".join(dict.fromkeys(n for n in negatives if n))
    return replace(prompt, text=" ".join(lines), negative=negative)


def _put(lines: list[str], change: Remedy, keep: Keep) -> list[str]:
    """Put a change in the place of what said the same before, or where it is heard best."""
    stale = [i for i, line in enumerate(lines) if _is_stale(line, change, keep)]
    said = sentence(change.sentence + _pace_of([lines[i] for i in stale], change))
    kept = [line for i, line in enumerate(lines) if i not in stale]
    if change.first:
        return [said, *kept]
    if stale:
        return [*kept[: stale[0]], said, *kept[stale[0] :]]
    about = [
        i + 1 for i, line in enumerate(kept) if change.dimension == "palette" and _is_palette(line)
    ]
    at = about[-1] if about else len(kept)
    return [*kept[:at], said, *kept[at:]]


def _pace_of(stale: list[str], change: Remedy) -> str:
    """A camera sentence also says the pace; its successor does too."""
    if change.dimension != "camera":
        return ""
    said = " ".join(stale)
    return next((f", and {c}" for c in wording.PACING_CLAUSES.values() if c in said), "")


def _is_stale(line: str, change: Remedy, keep: Keep) -> bool:
    """A sentence that a change replaces: about the same thing, and holding nothing asked for."""
    if keep.holds(line):
        return False
    if change.dimension == "camera":
        return bool(read(line).camera) and "camera" in line.lower()
    if change.dimension == "palette":
        lost = set(read(line).colours) - set(read(change.sentence).colours)
        return _is_palette(line) and not lost & set(keep.colours)
    if change.dimension == "sound":
        return "soundtrack" in line.lower() or line.startswith("We hear") or " be heard" in line
    bare = line.rstrip(".")
    again = change.sentence.lower().startswith(bare.lower())
    return again or bare in earlier_sentences(change.dimension)


def _is_palette(line: str) -> bool:
    low = line.lower()
    marks = (
        "palette", "share the picture", "colours hold to", "through the whole picture",
        "tints the light", "most of the picture", "whole frame is washed", "everything is",
    )  # fmt: skip
    return any(mark in low for mark in marks)


def _swap(lines: list[str], kind: str, keep: Keep) -> list[str]:
    """Take out words of our own that work against a change."""
    for old, new in SWAPS.get(kind, ()):
        lines = [line if keep.holds(line) else line.replace(old, new) for line in lines]
    return lines


def _develop(lines: list[str], push: int) -> list[str]:
    """Add the next development that is not there yet."""
    missing = [text for d in _DEVELOPMENTS if (text := sentence(d)) not in lines]
    return [*lines, missing[push % len(missing)]] if missing else lines


def _developments() -> Iterator[str]:
    for size in range(1, len(_DEVELOPMENTS) + 1):
        for several in permutations(_DEVELOPMENTS, size):
            yield " ".join(sentence(text) for text in several)
