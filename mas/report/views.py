"""The manifest as the page shows it: each take beside the one before, each clip with its look."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from mas.report.comparison import Piece, compare
from mas.report.pictures import SHEET, STILL, Clip, look, poster

_ALL_OPEN = 12  # takes; a longer page shows only what was kept, the rest folded

Manifest = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TakeView:
    """One take; `facts` is its part of the manifest."""

    facts: Manifest
    clip: Clip | None
    prompt: tuple[Piece, ...]
    negative: tuple[Piece, ...]
    kept: bool
    open: bool


@dataclass(frozen=True, slots=True)
class ShotView:
    """One shot; `best` is the take that was kept."""

    facts: Manifest
    anchor: str
    takes: tuple[TakeView, ...]
    best: TakeView | None
    still: Clip | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What the head of the page counts; `elapsed_s` is None while the production can go on."""

    shots: int
    accepted: int
    takes: int
    elapsed_s: float | None


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page."""

    facts: Manifest
    film: Clip | None
    shots: tuple[ShotView, ...]
    totals: Totals


def view(folder: Path, manifest: Manifest) -> PageView:
    """Look at every clip in `folder` and compare every prompt with the one before."""
    totals = _totals(manifest)
    shots = tuple(
        _shot(folder, shot, number, all_open=totals.takes <= _ALL_OPEN)
        for number, shot in enumerate(manifest["shots"], start=1)
    )
    return PageView(manifest, poster(folder, manifest), shots, totals)


def _totals(manifest: Manifest) -> Totals:
    shots = manifest["shots"]
    times = [manifest["started_at"], manifest["finished_at"]]
    start, end = (datetime.fromisoformat(time) if time else None for time in times)
    return Totals(
        shots=len(shots),
        accepted=sum(shot["status"] == "accepted" for shot in shots),
        takes=sum(len(shot["takes"]) for shot in shots),
        elapsed_s=(end - start).total_seconds() if start and end else None,
    )


def _shot(folder: Path, shot: Manifest, number: int, *, all_open: bool) -> ShotView:
    takes = sorted(shot["takes"], key=lambda take: take["attempt"])
    before = [None, *takes]
    kept = shot["best_take"]
    shown = tuple(
        _take(folder, take, previous, kept=take["take_id"] == kept, unfold=all_open or not kept)
        for take, previous in zip(takes, before, strict=False)
    )
    best = next((take for take in shown if take.kept), None)
    still = look(folder, best.facts["video"], STILL) if best else None
    return ShotView(shot, f"shot-{number}", shown, best, still)


def _take(
    folder: Path, take: Manifest, before: Manifest | None, *, kept: bool, unfold: bool
) -> TakeView:
    old = before or take
    return TakeView(
        facts=take,
        clip=look(folder, take["video"], SHEET),
        prompt=compare(old["prompt"], take["prompt"]),
        negative=compare(old["negative_prompt"], take["negative_prompt"]),
        kept=kept,
        open=kept or unfold,
    )
