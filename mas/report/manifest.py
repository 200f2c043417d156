"""manifest.json: what was asked, made, measured and learned, as one JSON document."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

from mas import __version__
from mas.nouns import Brief, Finding, Plan, Score, Shot, ShotResult, ShotStatus, Take
from mas.report.writing import replace_text

Json = dict[str, object]
Detail = float | str | bool | None
Status = Literal["complete", "partial", "failed", "paused"]
SCHEMA_VERSION = 1


def build_manifest(
    *,
    production_id: str,
    recipe: str | None,
    plan: Plan,
    brief: Brief,
    results: Sequence[ShotResult],
    weights: Mapping[str, float],
    status: Status,
    started_at: datetime,
    finished_at: datetime | None,
    config_sha256: str,
    usage: Mapping[str, object],
    fallbacks: Sequence[str | Mapping[str, object]],
    learned: Sequence[str],
    film: str | None,
) -> Json:
    """Describe a production as the document that `manifest.schema.json` promises.

    Every planned shot appears once, in plan order; one without a result yet is "skipped".

    Args:
        production_id: also the name of the production's folder.
        recipe: its name; None when no recipe was chosen.
        plan: what the use case decided.
        brief: the request, as typed.
        results: of the shots that have ended.
        weights: configured weights by evaluator, before renormalisation.
        status: of the production.
        started_at: aware time.
        finished_at: aware time; None while the production can still go on.
        config_sha256: of the resolved config without its secrets.
        usage: what it cost, by name; JSON values.
        fallbacks: each as a sentence, or as JSON facts.
        learned: sentences about what was kept for next time.
        film: path of the film relative to the production's folder.
    """
    by_shot = {result.shot.shot_id: result for result in results}
    return {
        "schema": SCHEMA_VERSION,
        "mas_version": __version__,
        "production_id": production_id,
        "recipe": recipe,
        "use_case": plan.use_case,
        "title": plan.title,
        "user": brief.user,
        "brief": brief.text,
        "seed": brief.seed,
        "status": status,
        "started_at": started_at.isoformat(),
        "finished_at": finished_at.isoformat() if finished_at else None,
        "config_sha256": config_sha256,
        "plan": _plan(plan),
        "shots": [_shot(by_shot.get(s.shot_id) or _unreached(s), weights) for s in plan.shots],
        "film": film,
        "said": list(plan.say),
        "learned": list(learned),
        "usage": dict(usage),
        "fallbacks": [f if isinstance(f, str) else dict(f) for f in fallbacks],
    }


def write_manifest(folder: Path, manifest: Mapping[str, object]) -> Path:
    """Put `manifest.json` into the production's folder, whole or not at all."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1, allow_nan=False)
    return replace_text(folder / "manifest.json", text + "\n")


def load_schema() -> Json:
    """Return the JSON Schema (2020-12) of manifest.json."""
    text = files("mas.report").joinpath("manifest.schema.json").read_text(encoding="utf-8")
    schema: Json = json.loads(text)
    return schema


def _plan(plan: Plan) -> Json:
    return {
        "rules": list(plan.rules),
        "style": plan.style,
        "refinement": asdict(plan.refinement),
        "assembly": asdict(plan.assembly) if plan.assembly else None,
    }


def _unreached(shot: Shot) -> ShotResult:
    return ShotResult(shot, ShotStatus.SKIPPED, takes=(), best_take=None, reason="not reached yet")


def _shot(result: ShotResult, weights: Mapping[str, float]) -> Json:
    shot = result.shot
    document: Json = {
        "shot_id": shot.shot_id,
        "title": shot.title,
        "status": result.status.value,
        "best_take": result.best_take,
        "reason": result.reason,
        "concept": shot.concept,
        "style": shot.style,
        "rules": list(shot.rules),
        "takes": [_take(take, weights) for take in result.takes],
    }
    return document | _given(episode=shot.episode, variation=shot.variation)


def _take(take: Take, weights: Mapping[str, float]) -> Json:
    verdict = take.assessment
    findings = verdict.findings if verdict else tuple(f for s in take.scores for f in s.findings)
    document: Json = {
        "take_id": take.take_id,
        "attempt": take.attempt,
        "prompt": take.prompt.text,
        "negative_prompt": take.prompt.negative,
        "seed": take.seed,
        "video": take.video,
        "sha256": take.sha256,
        "renderer": {key: _figure(value) for key, value in take.renderer.items()},
        "scores": {s.evaluator: _score(s, weights.get(s.evaluator, 0.0)) for s in take.scores},
        "score": verdict.score if verdict else None,
        "grade": verdict.grade.value if verdict and verdict.grade else None,
        "grade_partial": verdict.partial if verdict else False,
        "reasons": list(verdict.reasons) if verdict else [],
        "findings": [_finding(finding) for finding in findings],
        "write_s": take.write_s,
        "render_s": take.render_s,
        "grade_s": take.grade_s,
    }
    return document | _given(error=take.error)


def _score(score: Score, weight: float) -> Json:
    value = _figure(score.value)
    document: Json = {
        "score": value,
        "weight": weight,
        "details": {name: _figure(detail) for name, detail in score.details.items()},
    }
    silent = "the judge gave no reason" if value is None else None
    return document | _given(reason=score.reason or silent)


def _finding(finding: Finding) -> Json:
    return asdict(finding)


def _figure(value: Detail) -> Detail:
    """Return the measurement, or None for what JSON cannot say (infinite, not a number)."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _given(**optional: object) -> Json:
    return {key: value for key, value in optional.items() if value is not None}
