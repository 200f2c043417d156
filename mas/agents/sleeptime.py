"""The handwritten sleeptime agent: the session's state, always, and tastes that repeat themselves."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mas.agents.sessions import pending_entries, queued_titles, summarise, summarise_messages
from mas.agents.settings import SleeptimeConfig
from mas.agents.splitting import part_unlearning
from mas.language.styling import take_styles
from mas.language.taste import find_claims, sort_taste, split_items
from mas.nouns import Edit, Knowledge, Lessons, Message, Operation, Outcome
from mas.nouns.take import ShotStatus
from mas.protocols import Opening


@dataclass(frozen=True, slots=True)
class HandwrittenSleeptime:
    """Does the mandatory work in code: it always happens, whatever an LLM would have thought."""

    config: SleeptimeConfig

    async def consolidate(
        self,
        agent: str,
        messages: Sequence[Message],
        knowledge: Knowledge,
        outcome: Outcome | None,
        now: datetime,
    ) -> Lessons:
        state = _state_operations(messages, knowledge, outcome, now)
        taste = self._taste_operations(messages, knowledge)
        edits = [_edit("session_state", state, agent, "end of a session", outcome=outcome, now=now)]
        if taste:
            why = f"said in {self.config.repeated} messages or more"
            edits.append(_edit("user_style", taste, agent, why, outcome=outcome, now=now))
        say = tuple(f"Noticed a taste: {op.value}." for op in taste)
        return Lessons(edits=tuple(edits), say=say)

    def _taste_operations(
        self, messages: Sequence[Message], knowledge: Knowledge
    ) -> list[Operation]:
        """Style words that the user repeated, unless they are known or contradict a dislike."""
        user = knowledge.user_style
        known: dict[str, tuple[str, ...]] = {
            "color_preferences": user.color_preferences,
            "mood_preferences": user.mood_preferences,
            "theme_preferences": user.theme_preferences,
            "pacing_preferences": user.pacing_preferences,
            "disliked_elements": user.disliked_elements,
        }
        seen = _counted([m.text for m in messages if m.role == "user"])
        repeated = [wish for wish, times in seen.items() if times >= self.config.repeated]
        disliked = {w for field, w in repeated if field == "disliked_elements"} | set(
            user.disliked_elements
        )
        return [
            Operation("add", field, word)
            for field, word in repeated
            if word not in known[field] and (field == "disliked_elements" or word not in disliked)
        ]


def open_sleeptime(config: SleeptimeConfig, opening: Opening) -> HandwrittenSleeptime:
    """Build the handwritten sleeptime agent."""
    return HandwrittenSleeptime(config)


def _state_operations(
    messages: Sequence[Message], knowledge: Knowledge, outcome: Outcome | None, now: datetime
) -> list[Operation]:
    state = knowledge.session_state
    last = Operation("set", "last_activity", now.astimezone(UTC).isoformat(timespec="seconds"))
    if outcome is None:
        summary = (
            summarise_messages(messages) or state.last_session_summary or "Nothing was made yet."
        )
        return [last, Operation("set", "last_session_summary", summary)]
    if not outcome.results and outcome.status == "complete":
        return [last, Operation("set", "last_session_summary", summarise(outcome))]
    unfinished = outcome.status != "complete"
    project = outcome.plan.title if unfinished else ""
    mine = unfinished or state.in_progress_project in {"", outcome.plan.title}
    return [
        last,
        Operation("set", "last_session_summary", summarise(outcome)),
        *_changed(
            "pending_work",
            _over(state.pending_work, outcome),
            pending_entries(outcome),
            known=state.pending_work,
        ),
        *_changed(
            "queued_videos", _titles(outcome), queued_titles(outcome), known=state.queued_videos
        ),
        *([Operation("set", "in_progress_project", project)] if mine else []),
    ]


def _titles(outcome: Outcome) -> tuple[str, ...]:
    return tuple(shot.title for shot in outcome.plan.shots)


def _over(pending: tuple[str, ...], outcome: Outcome) -> tuple[str, ...]:
    """Entries that this outcome settles: its own, and those of shots it made after all."""
    made = {r.shot.title for r in outcome.results if r.status is ShotStatus.ACCEPTED}
    own = f"{outcome.production_id}: "
    return tuple(
        e for e in pending if e.startswith(own) or any(f': "{title}" ' in e for title in made)
    )


def _changed(
    field: str, settled: tuple[str, ...], open_now: tuple[str, ...], *, known: tuple[str, ...]
) -> list[Operation]:
    gone = [Operation("remove", field, e) for e in settled if e in known and e not in open_now]
    return gone + [Operation("add", field, e) for e in open_now if e not in known]


def _counted(texts: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count in how many messages each wish came up since the user last took it back."""
    seen: Counter[tuple[str, str]] = Counter()
    for text in texts:
        orders, rest = part_unlearning(text)
        for order in orders:
            seen = Counter({wish: n for wish, n in seen.items() if not _forgets(order, wish[1])})
        seen.update(dict.fromkeys(_wishes(rest), 1))
    return seen


def _forgets(order: str, word: str) -> bool:
    taste = sort_taste(order)
    everything = re.search(r"\b(?:everything|all|what)\b", order, re.IGNORECASE)
    named = {*taste.colours, *taste.moods, *taste.pacing}
    return bool(everything) or word in named or word.lower() in order.lower()


def _wishes(text: str) -> list[tuple[str, str]]:
    """Style words of one message, as (field, word)."""
    claims = find_claims(text)
    liked = [c.phrase for c in claims if c.liked] + take_styles(text)[1]
    wishes = [
        ("disliked_elements", i) for c in claims if not c.liked for i in split_items(c.phrase)
    ]
    for phrase in liked:
        taste = sort_taste(phrase)
        wishes += [("color_preferences", word) for word in taste.colours]
        wishes += [("mood_preferences", word) for word in taste.moods]
        wishes += [("pacing_preferences", word) for word in taste.pacing]
        wishes += [("theme_preferences", word) for word in taste.themes]
    return wishes


def _edit(
    label: str,
    operations: list[Operation],
    agent: str,
    why: str,
    *,
    outcome: Outcome | None,
    now: datetime,
) -> Edit:
    """An edit that the same occasion, worked on twice, makes once."""
    at = (outcome.finished_at if outcome else now).astimezone(UTC).isoformat()
    occasion = f"{outcome.production_id}/{outcome.status}/{at}" if outcome else at
    return Edit(
        label=label,
        operations=tuple(operations),
        who=f"sleeptime:{agent}",
        why=why,
        key=f"{occasion}/sleeptime/{agent}/{label}",
        production_id=outcome.production_id if outcome else "",
    )
