"""What a returning user is told: sentences made of the blocks, and commands that go on."""

import re
import shlex
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from mas.nouns import Brief, CurrentSeries, Knowledge, ProductionQueue, SessionState, UserStyle

RESUME = "python -m mas +recipe=resume production=latest"
NEWCOMER = (
    "nothing has been made yet for this user",
    'to begin: python -m mas brief="Create a 3-part Mythical Guardians series"',
    'to teach your taste: python -m mas brief="I prefer dark moody aesthetics with purple tones"',
)
_ABOUT_ME = re.compile(
    r"\b(?:about\s+me|my\s+(?:tastes?|styles?|preferences|favou?rites))\b|\bi\s+(?:like|prefer)\b",
    re.IGNORECASE,
)


def greet(brief: Brief, text: str, knowledge: Knowledge, *, named: int) -> tuple[str, ...]:
    """Say where the user and the crew stopped, and what is known of the taste."""
    whose = "" if brief.user == "default" else f" {shlex.quote(f'user={brief.user}')}"
    taste = _taste(knowledge.user_style, named)
    if _ABOUT_ME.search(text):
        return taste or ("no taste is known yet", f"{NEWCOMER[2]}{whose}")
    work = (
        *_session(knowledge.session_state, brief.time_zone, named),
        *_queue(knowledge.production_queue, named),
        *_series(knowledge.current_series, whose),
        *_test(knowledge.ab_testing.active_test),
    )
    if not work and not taste:
        return (NEWCOMER[0], *(f"{line}{whose}" for line in NEWCOMER[1:]))
    return (*(work or ("nothing is open",)), *_going_on(knowledge, whose), *taste)


def _session(state: SessionState, time_zone: str, named: int) -> list[str]:
    last = _local(state.last_activity, time_zone)
    return [
        *([f"welcome back; the last activity was on {last}"] if last else []),
        *([f"last session: {state.last_session_summary}"] if state.last_session_summary else []),
        *([f"in progress: {state.in_progress_project}"] if state.in_progress_project else []),
        *([f"still open: {_listed(state.pending_work, named)}"] if state.pending_work else []),
        *([f"queued: {_listed(state.queued_videos, named)}"] if state.queued_videos else []),
    ]


def _queue(queue: ProductionQueue, named: int) -> list[str]:
    if not queue.batch_total:
        return []
    which = f"production {queue.batch_id}" if queue.batch_id else "the newest production"
    made = [re.sub(r"^\d{4}-\d\d-\d\d\s+", "", name) for name in queue.completed_today]
    done = f"{which} is {queue.queue_status}: {queue.batch_complete} of {queue.batch_total} done"
    return [
        done,
        *([f"being made: {queue.in_progress}"] if queue.in_progress else []),
        *([f"next: {_listed(queue.pending_videos, named)}"] if queue.pending_videos else []),
        *([f"failed: {_listed(queue.failed_retries, named)}"] if queue.failed_retries else []),
        *([f"made: {_listed(made, named)}"] if made else []),
    ]


def _series(series: CurrentSeries, whose: str) -> list[str]:
    if not series.active_series:
        return []
    count = f"{series.episodes_completed} of {series.episodes_planned} episodes are made"
    argument = _argument(f"the next episode of {series.active_series}")
    return [
        f"the series {series.active_series}: {count}",
        f"to go on with it: python -m mas +recipe=series {argument}{whose}",
    ]


def _test(active: str) -> list[str]:
    return [f"a comparison waits for your choice: {active}"] if active else []


def _going_on(knowledge: Knowledge, whose: str) -> list[str]:
    unfinished = knowledge.production_queue.queue_status in {"active", "paused"}
    if unfinished or knowledge.session_state.pending_work:
        return [f"to resume what is unfinished: {RESUME}{whose}"]
    return []


def _taste(style: UserStyle, named: int) -> tuple[str, ...]:
    parts = {
        "colours": style.color_preferences,
        "moods": style.mood_preferences,
        "themes": style.theme_preferences,
        "pacing": style.pacing_preferences,
    }
    likes = "; ".join(f"{kind} {_listed(items, named)}" for kind, items in parts.items() if items)
    avoided = _listed(style.disliked_elements, named)
    favourites = tuple(made.partition(": ")[0] for made in style.favorite_successes)
    return (
        *([f"you like: {likes}"] if likes else []),
        *([f"you avoid: {avoided}"] if avoided else []),
        *([f"your favourites: {_listed(favourites, named)}"] if favourites else []),
    )


def _local(moment: str, time_zone: str) -> str:
    """Return an ISO time as the user's day and hour; text that is no time stays as it is."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return at.astimezone(ZoneInfo(time_zone)).strftime("%Y-%m-%d at %H:%M")


def _listed(items: Sequence[str], named: int) -> str:
    rest = len(items) - named
    return _in_words((*items[:named], *([f"{rest} more"] if rest > 0 else [])))


def _in_words(items: Iterable[str]) -> str:
    words = tuple(items)
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _argument(brief: str) -> str:
    """Return `brief=...` so that a shell passes it on unchanged."""
    plain = re.fullmatch(r"[\w ,.'-]*", brief) is not None
    return f'brief="{brief}"' if plain else shlex.quote(f"brief={brief}")
