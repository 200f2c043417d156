"""The production_queue block as a projection of one production."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from mas.nouns import Edit, Operation, Shot, ShotResult

_SHOWN = 50  # the block's longest list; the rest is in BATCH_TOTAL and the manifest


def queue_opened(production_id: str, shots: Sequence[Shot]) -> Edit:
    """All shots are pending; a long batch lists the next ones only."""
    return _edit(
        "the production was planned",
        Operation("set", "queue_status", "active"),
        Operation("set", "pending_videos", tuple(shot.title for shot in shots)[:_SHOWN]),
        Operation("set", "batch_id", production_id),
        Operation("set", "batch_total", len(shots)),
        Operation("set", "batch_complete", 0),
    )


def shot_started(shot: Shot) -> Edit:
    """One shot moves from pending to in progress."""
    return _edit(
        f"{shot.shot_id} was started",
        Operation("remove", "pending_videos", shot.title),
        Operation("set", "in_progress", shot.title),
    )


def shot_ended(result: ShotResult, held: Sequence[str], *, now: datetime, time_zone: str) -> Edit:
    """One shot is complete today (in the user's time zone), or joins the failed ones.

    `held` is COMPLETED_TODAY as it stands: entries of other days leave it.
    """
    if result.best_take is None:
        return _edit(
            f"{result.shot.shot_id} failed",
            Operation("add", "failed_retries", result.shot.title),
        )
    today = now.astimezone(ZoneInfo(time_zone)).date().isoformat()
    past = tuple(entry for entry in held if not entry.startswith(today))
    return _edit(
        f"{result.shot.shot_id} was completed",
        Operation("increment", "batch_complete", 1),
        *([Operation("remove", "completed_today", past)] if past else []),
        Operation("add", "completed_today", f"{today} {result.shot.title}"),
    )


def queue_closed() -> Edit:
    """Nothing is left to do."""
    return _edit(
        "the production ended",
        Operation("set", "queue_status", "complete"),
        Operation("set", "in_progress", ""),
        Operation("set", "pending_videos", ()),
    )


def _edit(why: str, *operations: Operation) -> Edit:
    return Edit("production_queue", operations, who="engine", why=why)
