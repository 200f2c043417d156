"""The handwritten Tuner: turns graded takes into patterns, favourites and passages."""

from dataclasses import dataclass

from mas.agents import patterns
from mas.agents.settings import TunerConfig
from mas.nouns import Edit, Knowledge, Lessons, Operation, Outcome, Passage, ShotResult, Take
from mas.nouns.take import ShotStatus
from mas.protocols import Opening


@dataclass(frozen=True, slots=True)
class HandwrittenTuner:
    """Learns what failed and why, what cured it, and what is worth doing again."""

    config: TunerConfig

    async def learn(self, outcome: Outcome, knowledge: Knowledge) -> Lessons:
        failed = [t for r in outcome.results for t in patterns.graded(r) if not self._succeeded(t)]
        proven = [t for r in outcome.results if (t := self._proven(r)) is not None]
        failures = patterns.failure_patterns(failed, self.config.max_patterns)
        cures = tuple(
            c for r in outcome.results for c in patterns.cures(r, self.config.max_patterns)
        )
        edits = (
            _standards(outcome, knowledge, failures, cures=cures, proven=self._best(proven)),
            _favourites(outcome, self._best(proven), self.config.favorite_grade),
        )
        return Lessons(
            edits=tuple(edit for edit in edits if edit.operations),
            passages=tuple(p for r in outcome.results for p in self._passages(outcome, r)),
            say=_summary(failures, cures, proven),
        )

    def _succeeded(self, take: Take) -> bool:
        return patterns.reaches(take, self.config.success_grade)

    def _proven(self, result: ShotResult) -> Take | None:
        """The accepted take of a shot, when its grade counts as a success."""
        if result.status is not ShotStatus.ACCEPTED:
            return None
        best = next((t for t in patterns.graded(result) if t.take_id == result.best_take), None)
        return best if best is not None and self._succeeded(best) else None

    def _best(self, takes: list[Take]) -> list[Take]:
        ranked = sorted(takes, key=lambda t: -((t.assessment and t.assessment.score) or 0.0))
        return ranked[: self.config.max_patterns]

    def _passages(self, outcome: Outcome, result: ShotResult) -> list[Passage]:
        proven = self._proven(result)
        found = [_passage(outcome, result, proven, kind="success")] if proven else []
        failed = [t for t in result.takes if t.error or (t.assessment and not self._succeeded(t))]
        return found + [_passage(outcome, result, take, kind="failure") for take in failed]


def open_tuner(config: TunerConfig, opening: Opening) -> HandwrittenTuner:
    """Build the handwritten Tuner."""
    return HandwrittenTuner(config)


def _standards(
    outcome: Outcome,
    knowledge: Knowledge,
    failures: tuple[str, ...],
    *,
    cures: tuple[str, ...],
    proven: list[Take],
) -> Edit:
    known = knowledge.quality_standards
    operations = [
        *_renewed("failure_patterns_to_avoid", known.failure_patterns_to_avoid, failures),
        *_renewed("refinement_strategies", known.refinement_strategies, cures),
    ]
    for field, texts in (
        ("successful_patterns", [patterns.success_pattern(take) for take in proven]),
        ("proven_prompt_templates", [patterns.template(take) for take in proven]),
    ):
        operations += [Operation("add", field, text) for text in dict.fromkeys(texts) if text]
    return _edit(
        "quality_standards", operations, outcome, "what failed, what cured it and what worked"
    )


def _renewed(field: str, known: tuple[str, ...], found: tuple[str, ...]) -> list[Operation]:
    """Add patterns; one about the same thing takes the place of the older measurement."""
    operations = []
    for text in dict.fromkeys(found):
        older = [k for k in known if _same_thing(k, text) and k != text]
        operations += [Operation("remove", field, k) for k in older]
        operations.append(Operation("add", field, text))
    return operations


def _same_thing(one: str, other: str) -> bool:
    cuts = (" (seen ", " cured by ", " - ")
    return _cut(one, cuts) == _cut(other, cuts)


def _cut(text: str, cuts: tuple[str, ...]) -> str:
    for cut in cuts:
        text = text.split(cut, maxsplit=1)[0]
    return text


def _favourites(outcome: Outcome, proven: list[Take], least: str) -> Edit:
    concepts = {result.shot.shot_id: result.shot for result in outcome.results}
    texts = [
        f"{concepts[take.shot_id].title}: {concepts[take.shot_id].concept} ({patterns.marks(take)})"
        for take in proven
        if patterns.reaches(take, least)
    ]
    operations = [Operation("add", "favorite_successes", text) for text in texts]
    return _edit("user_style", operations, outcome, "takes with the best grades")


def _edit(label: str, operations: list[Operation], outcome: Outcome, why: str) -> Edit:
    return Edit(
        label=label,
        operations=tuple(operations),
        who="tuner",
        why=why,
        key=f"{outcome.production_id}/tuner/{outcome.status}/{label}",
        production_id=outcome.production_id,
    )


def _passage(outcome: Outcome, result: ShotResult, take: Take, *, kind: str) -> Passage:
    assessment = take.assessment
    causes = "; ".join(patterns.cause(f) for f in patterns.findings_of(take))
    if kind == "success":
        text = take.prompt.text
    else:
        text = f"{take.prompt.text}\nRoot cause: {take.error or causes or 'a low score without findings'}"
    return Passage(
        key=f"{outcome.production_id}/{take.take_id}",
        kind=kind,
        text=text,
        user=outcome.brief.user,
        use_case=result.shot.use_case or outcome.plan.use_case,
        grade=assessment.grade.value if assessment and assessment.grade else None,
        score=assessment.score if assessment else None,
        production_id=outcome.production_id,
        created_at=outcome.finished_at,
        extra={
            "take_id": take.take_id,
            "shot_id": take.shot_id,
            "title": result.shot.title,
            "concept": result.shot.concept,
            "attempt": take.attempt,
            "root_cause": (take.error or causes) if kind == "failure" else None,
        },
    )


def _summary(
    failures: tuple[str, ...], cures: tuple[str, ...], proven: list[Take]
) -> tuple[str, ...]:
    said = []
    if proven:
        said.append(
            f"Kept {len(proven)} successful prompt{'s' if len(proven) > 1 else ''} for next time."
        )
    if failures:
        said.append(f"Will watch out for: {'; '.join(f.split(' - ')[0] for f in failures[:3])}.")
    if cures:
        said.append(f"Learned {len(cures)} cure{'s' if len(cures) > 1 else ''} for findings.")
    return tuple(said)
