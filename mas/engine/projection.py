"""The production_queue block as a projection of one production."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from mas.nouns import Edit, Operation, Shot, ShotResult

_SHOWN = 50  # the block's longest list; the rest is in BATCH_TOTAL and the manifest


def queue_opened(
    production_id: str, shots: Sequence[Shot], held: Sequence[str], *, today: str
) -> Edit:
    """All shots are pending; a long batch lists the next ones only.

    `held` is COMPLETED_TODAY of the production before: what is of `today` stays in it.
    """
    made = tuple(entry for entry in held if entry.startswith(f"{today} "))
    return _edit(
        "the production was planned",
        Operation("set", "queue_status", "active"),
        Operation("set", "pending_videos", tuple(shot.title for shot in shots)[:_SHOWN]),
        Operation("set", "completed_today", made[-_SHOWN:]),
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


def shot_ended(result: ShotResult, *, today: str) -> Edit:
    """One shot is complete today, or joins the failed ones."""
    title = result.shot.title
    if result.best_take is None:
        return _edit(
            f"{result.shot.shot_id} failed",
            Operation("remove", "pending_videos", title),
            Operation("add", "failed_retries", title),
        )
    return _edit(
        f"{result.shot.shot_id} was completed",
        Operation("increment", "batch_complete", 1),
        Operation("add", "completed_today", f"{today} {title}"),
    )


def day_turned(held: Sequence[str], *, today: str) -> Edit | None:
    """Entries of other days leave COMPLETED_TODAY; None when there are none."""
    past = tuple(entry for entry in held if not entry.startswith(f"{today} "))
    if not past:
        return None
    return _edit("another day began", Operation("remove", "completed_today", past))


def queue_paused() -> Edit:
    """The production was interrupted and can go on."""
    return _edit(
        "the production was paused",
        Operation("set", "queue_status", "paused"),
        Operation("set", "in_progress", ""),
    )


def queue_resumed() -> Edit:
    """The production goes on."""
    return _edit("the production was resumed", Operation("set", "queue_status", "active"))


def queue_closed() -> Edit:
    """Nothing is left to do."""
    return _edit(
        "the production ended",
        Operation("set", "queue_status", "complete"),
        Operation("set", "in_progress", ""),
        Operation("set", "pending_videos", ()),
    )


def day_of(now: datetime, time_zone: str) -> str:
    """The user's day, as YYYY-MM-DD."""
    return now.astimezone(ZoneInfo(time_zone)).date().isoformat()


def _edit(why: str, *operations: Operation) -> Edit:
    return Edit("production_queue", operations, who="engine", why=why)
