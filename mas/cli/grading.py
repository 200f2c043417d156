"""The task that grades clips which exist already."""

from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from mas.config.settings import Settings
from mas.errors import RequestError
from mas.nouns import Wanted
from mas.protocols import Opening, TaskContext
from mas.studio.opening import open_section


async def grade(context: TaskContext) -> int:
    """Grade clips that exist already with the configured scoring."""
    settings: Settings = context.config
    videos = context.values.get("videos") or []
    paths = [Path(video) for video in ([videos] if isinstance(videos, str) else videos)]
    if not paths:
        raise RequestError("videos is empty; name clips: videos='[a.mp4,b.mp4]'")
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        raise RequestError(f"no such video: {', '.join(missing)}")
    prompt = str(context.values.get("prompt") or "")
    async with AsyncExitStack() as stack:
        opening = Opening(settings.state_dir)
        scheme = await open_section(stack, settings.section("scoring"), opening)
        judges = {
            name: await open_section(stack, settings.section(f"evaluator.{name}"), opening)
            for name in scheme.weights
        }
        opening = replace(opening, scheme=scheme, judges=judges)
        verifier = await open_section(stack, settings.section("agent.verifier"), opening)
        cameraman = await open_section(stack, settings.section("agent.cameraman"), opening)
        documents = []
        for path in paths:
            scores = await verifier.verify(path, Wanted(prompt=prompt))
            documents.append(_graded(path, scores, await cameraman.assess(scores)))
    context.answer(_grades_text(documents), {"prompt": prompt, "videos": documents})
    return 0


def _graded(path: Path, scores: Any, assessment: Any) -> dict[str, Any]:
    return {
        "video": str(path),
        "score": assessment.score,
        "grade": assessment.grade,
        "grade_partial": assessment.partial,
        "reasons": list(assessment.reasons),
        "scores": {
            score.evaluator: {
                "score": score.value,
                "reason": score.reason,
                "details": dict(score.details),
            }
            for score in scores
        },
        "findings": [
            {"kind": f.kind, "wanted": f.wanted, "measured": f.measured, "advice": f.advice}
            for f in assessment.findings
        ],
    }


def _grades_text(documents: list[dict[str, Any]]) -> str:
    lines = []
    for document in documents:
        score = "no score" if document["score"] is None else f"{document['score']:.2f}"
        partial = " (partial)" if document["grade_partial"] else ""
        lines.append(f"{document['video']}: {document['grade'] or '-'} {score}{partial}")
        lines += [f"  {reason}" for reason in document["reasons"]]
        lines += [
            f"  {f['kind']}: wanted {f['wanted']}, measured {f['measured']}; {f['advice']}"
            for f in document["findings"]
        ]
    return "\n".join(lines)
