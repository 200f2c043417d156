"""The end of a production: the film, the manifest and the report page."""

import asyncio
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mas.engine.codec import Json
from mas.engine.learning import recorded
from mas.engine.workplace import Workplace
from mas.nouns import Outcome, Phase, Plan, ShotResult, Take
from mas.report.manifest import build_manifest, write_manifest

FILM = "film.mp4"
_SILENT_BLOCKS = ("session_state", "production_queue")


async def assemble(folder: Path, plan: Plan, results: Sequence[ShotResult]) -> Json:
    """Join the best takes in shot order into the film; a failure is recorded, not hidden."""
    assert plan.assembly is not None
    failures: list[str] = []
    with recorded(failures, "the film could not be joined"):
        sha256 = await asyncio.to_thread(_join, folder, plan, results)
        return {"film": FILM, "sha256": sha256}
    return {"film": None, "error": failures[0]}


def _join(folder: Path, plan: Plan, results: Sequence[ShotResult]) -> str:
    from mas.media.joining import FilmPart, join  # av and cv2 cost 0.6 s

    assert plan.assembly is not None
    parts = [
        FilmPart(folder / take.video, result.shot.title)
        for result in results
        for take in result.takes
        if take.take_id == result.best_take and take.video
    ]
    return join(
        parts,
        folder / FILM,
        cards=plan.assembly.title_cards,
        card_s=plan.assembly.card_s,
        title=plan.assembly.title or plan.title,
    )


async def finish(here: Workplace, outcome: Outcome, *, film: Json, learned: Json) -> None:
    """Write manifest and report, end the row, and tell plugins."""
    production_id = outcome.production_id
    manifest = await describe(
        here,
        production_id,
        outcome.results,
        status=outcome.status,
        film=film,
        said=learned["said"],
        failures=learned["failures"],
    )
    await publish(here, production_id, manifest)
    staging = here.folder(production_id) / "staging"
    await asyncio.to_thread(shutil.rmtree, staging, ignore_errors=True)
    await here.ledger.set_status(production_id, outcome.status)
    here.tell(production_id, Phase.DONE, text=outcome.status)
    here.crew.on_finished(outcome)


async def describe(
    here: Workplace,
    production_id: str,
    results: Sequence[ShotResult],
    *,
    status: Any,
    film: Json,
    said: Sequence[str],
    failures: Sequence[str] = (),
) -> dict[str, Any]:
    """Build the manifest of a production as it stands."""
    row = here.rows[production_id]
    takes = [take for result in results for take in result.takes]
    finished = None if status == "paused" else datetime.now(UTC)
    return build_manifest(
        production_id=production_id,
        recipe=row.recipe or None,
        plan=await here.plan(production_id),
        brief=here.brief(production_id),
        results=results,
        weights=here.crew.scheme.weights,
        status=status,
        started_at=here.started_at(production_id),
        finished_at=finished,
        config_sha256=row.config_sha256,
        usage=_usage(takes),
        fallbacks=[*([film["error"]] if film.get("error") else []), *failures],
        learned=[*said, *await _edits_made(here, production_id)],
        film=film["film"],
    )


async def publish(here: Workplace, production_id: str, manifest: dict[str, Any]) -> None:
    """Write manifest.json and report.html; a report that fails leaves the manifest, which says so."""
    from mas.report.page import write_report  # av and cv2 cost 0.6 s

    folder = here.folder(production_id)
    await asyncio.to_thread(write_manifest, folder, manifest)
    failures: list[str] = []
    with recorded(failures, "report.html could not be written"):
        await asyncio.to_thread(write_report, folder, manifest)
    if failures:
        manifest["fallbacks"] += failures
        await asyncio.to_thread(write_manifest, folder, manifest)


def _usage(takes: Sequence[Take]) -> dict[str, float | int]:
    return {
        "takes": len(takes),
        "write_s": round(sum(take.write_s for take in takes), 3),
        "render_s": round(sum(take.render_s for take in takes), 3),
        "grade_s": round(sum(take.grade_s for take in takes), 3),
    }


async def _edits_made(here: Workplace, production_id: str) -> list[str]:
    """Sentences about the block edits of this production, oldest first."""
    user = here.brief(production_id).user
    lines = []
    for spec in here.crew.block_specs:
        if spec.label in _SILENT_BLOCKS:
            continue
        entries = await here.crew.blocks.journal(user, spec.label, limit=200)
        for entry in reversed(entries):
            if entry.production_id == production_id:
                lines += [
                    f"{spec.label}.{name.upper()}: {_change(entry.before[name], value)}"
                    for name, value in entry.after.items()
                    if value != entry.before.get(name)
                ]
    return lines


def _change(before: Any, after: Any) -> str:
    if isinstance(after, list) and isinstance(before, list):
        added = [item for item in after if item not in before]
        removed = [item for item in before if item not in after]
        signs = [f"+ {item}" for item in added] + [f"- {item}" for item in removed]
        return "; ".join(signs)
    return f"{before!r} -> {after!r}"
