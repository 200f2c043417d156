"""Patterns in a production's takes: what failed, what cured it, what worked."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from mas.agents.english import listed, sentences
from mas.agents.remedies import dimension_of
from mas.language import read
from mas.nouns import Finding, Grade, ShotResult, Take


def graded(result: ShotResult) -> tuple[Take, ...]:
    """The takes that were rendered and graded, in order."""
    return tuple(t for t in result.takes if t.error is None and t.assessment is not None)


def findings_of(take: Take) -> tuple[Finding, ...]:
    """The findings of a take, most severe first."""
    return take.assessment.findings if take.assessment else ()


def reaches(take: Take, least: str) -> bool:
    """Say whether a take's grade is `least` or better."""
    grade = take.assessment.grade if take.assessment else None
    return grade is not None and grade.rank >= Grade(least).rank


def marks(take: Take) -> str:
    """Say grade and score: "A-, 0.91"."""
    assert take.assessment is not None
    grade, score = take.assessment.grade, take.assessment.score
    return f"{grade}, {score:.2f}" if grade and score is not None else "ungraded"


def cause(finding: Finding) -> str:
    """Say a finding as one short canonical sentence."""
    seen = f" (seen {finding.measured})" if finding.measured else ""
    advice = f" - {finding.advice.rstrip('.')}" if finding.advice else ""
    return f"{stem(finding)}{seen}{advice}"


def stem(finding: Finding) -> str:
    """The part of a pattern that names it: kind and what was wanted."""
    return f"{finding.kind}: {finding.wanted}" if finding.wanted else finding.kind


def failure_patterns(takes: Iterable[Take], most: int) -> tuple[str, ...]:
    """The most frequent, then most severe findings, each once."""
    found = [finding for take in takes for finding in findings_of(take)]
    count = Counter(stem(finding) for finding in found)
    worst = {stem(f): f for f in sorted(found, key=lambda f: f.severity)}
    ranked = sorted(worst, key=lambda name: (-count[name], -worst[name].severity, name))
    return tuple(cause(worst[name]) for name in ranked[:most])


def cures(result: ShotResult, most: int) -> tuple[str, ...]:
    """Findings that a revision made disappear, with the sentence that did it."""
    learned: dict[str, str] = {}
    for before, after in pairwise(graded(result)):
        remaining = {stem(finding) for finding in findings_of(after)}
        added = [s for s in sentences(after.prompt.text) if s not in sentences(before.prompt.text)]
        for finding in findings_of(before):
            if stem(finding) not in remaining and (said := _cure(finding, added)):
                learned[stem(finding)] = f'{stem(finding)} cured by "{said}"'
    return tuple(learned.values())[:most]


def _cure(finding: Finding, added: list[str]) -> str:
    """The added sentence that speaks of the finding; the only one when there is one."""
    dimension = dimension_of(finding)
    wanted = read(finding.wanted.replace("_", " "))
    for line in added:
        said = read(line)
        if dimension == "camera" and said.camera:
            return line
        if dimension == "palette" and set(said.colours) & set(wanted.colours):
            return line
    return added[0] if len(added) == 1 else ""


def success_pattern(take: Take) -> str:
    """What the prompt of a good take asked for and got: "pan left; dusk; purple and blue (A, 0.93)"."""
    missed = {dimension_of(finding) for finding in findings_of(take)}
    said = read(take.prompt.text)
    parts = [
        _move(said.camera[0]) if said.camera and "camera" not in missed else "",
        said.time_of_day[0].replace("_", " ") if said.time_of_day else "",
        f"{listed(said.colours[:3])} named in the palette"
        if said.colours and "palette" not in missed
        else "",
        f"sound of {listed(said.sounds[:2])}" if said.sounds and "sound" not in missed else "",
    ]
    kept = [part for part in parts if part]
    return f"{'; '.join(kept)} ({marks(take)})" if kept else ""


def _move(move: str) -> str:
    return "static camera" if move == "static" else move.replace("_", " ")


def template(take: Take) -> str:
    """The prompt of a good take with its subject taken out."""
    lines = sentences(take.prompt.text)
    own = [line for line in lines[1:] if _is_film_language(line)]
    return " ".join(["{concept}.", *own]) if own else ""


def _is_film_language(line: str) -> bool:
    said = read(line)
    return bool(said.camera or said.colours or said.moods or said.time_of_day or said.sounds)
