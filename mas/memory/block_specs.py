"""The six core-memory blocks: who fills each field, and who uses it."""

from mas.nouns import (
    AbTesting,
    BlockSpec,
    CurrentSeries,
    ProductionQueue,
    QualityStandards,
    SessionState,
    UserStyle,
)

__all__ = ["BLOCK_SPECS"]

_AB = "A/B use case (its own issue)"
_EVERY_USE_CASE = "every use case"

SESSION_STATE = BlockSpec(
    label="session_state",
    type=SessionState,
    writers={
        "last_activity": "sleeptime, engine",
        "pending_work": "sleeptime, engine",
        "in_progress_project": "engine",
        "queued_videos": "engine",
        "last_session_summary": "sleeptime",
    },
    readers={
        "last_activity": "continuity use case, sleeptime",
        "pending_work": "continuity use case, Director",
        "in_progress_project": "continuity use case",
        "queued_videos": "continuity use case",
        "last_session_summary": "continuity use case",
    },
)

USER_STYLE = BlockSpec(
    label="user_style",
    type=UserStyle,
    writers={
        "color_preferences": "style use case, user",
        "mood_preferences": "style use case, user",
        "theme_preferences": "style use case, user",
        "pacing_preferences": "style use case, user",
        "favorite_successes": "Tuner, sleeptime",
        "disliked_elements": "style use case, user",
    },
    readers={
        "color_preferences": f"Writer, {_EVERY_USE_CASE}",
        "mood_preferences": f"Writer, {_EVERY_USE_CASE}",
        "theme_preferences": "Writer, series use case",
        "pacing_preferences": "Writer",
        "favorite_successes": "Writer, continuity use case",
        "disliked_elements": "Writer (negative prompt)",
    },
)

QUALITY_STANDARDS = BlockSpec(
    label="quality_standards",
    type=QualityStandards,
    writers={
        "min_acceptable_grade": "user",
        "max_retries": "user",
        "failure_patterns_to_avoid": "Verifier, Tuner",
        "refinement_strategies": "Tuner, refine use case",
        "successful_patterns": "Tuner, sleeptime",
        "proven_prompt_templates": "Tuner",
    },
    readers={
        "min_acceptable_grade": "engine (when scoring.min_grade is null), Cameraman",
        "max_retries": "engine (when scoring.max_retries is null)",
        "failure_patterns_to_avoid": "Writer",
        "refinement_strategies": "Writer (revisions)",
        "successful_patterns": "Writer",
        "proven_prompt_templates": "Writer",
    },
)

PRODUCTION_QUEUE = BlockSpec(
    label="production_queue",
    type=ProductionQueue,
    scoped=True,
    writers={
        "queue_status": "engine",
        "pending_videos": "engine",
        "in_progress": "engine",
        "completed_today": "engine",
        "failed_retries": "engine",
        "batch_id": "engine",
        "batch_total": "engine",
        "batch_complete": "engine",
    },
    readers={
        "queue_status": "continuity use case, user",
        "pending_videos": "continuity use case, sleeptime",
        "in_progress": "continuity use case, user",
        "completed_today": "continuity use case, sleeptime",
        "failed_retries": "sleeptime, user",
        "batch_id": "continuity use case",
        "batch_total": "continuity use case, user",
        "batch_complete": "continuity use case, user",
    },
)

CURRENT_SERIES = BlockSpec(
    label="current_series",
    type=CurrentSeries,
    scoped=True,
    writers={
        "active_series": "series use case",
        "series_theme": "series use case",
        "series_style": "series use case",
        "episodes_completed": "engine",
        "episodes_planned": "series use case",
        "series_elements": "series use case",
        "consistency_rules": "series use case, user",
    },
    readers={
        "active_series": "Director, series use case",
        "series_theme": "series use case",
        "series_style": "series use case",
        "episodes_completed": "series use case, continuity use case",
        "episodes_planned": "continuity use case",
        "series_elements": "series use case",
        "consistency_rules": "series use case (pinned rules of every episode)",
    },
)

AB_TESTING = BlockSpec(
    label="ab_testing",
    type=AbTesting,
    writers={
        "active_test": _AB,
        "variations": _AB,
        "variation_a_id": _AB,
        "variation_b_id": _AB,
        "user_selections": _AB,
        "winning_patterns": f"{_AB}, Tuner",
    },
    readers={
        "active_test": f"{_AB}, continuity use case",
        "variations": _AB,
        "variation_a_id": _AB,
        "variation_b_id": _AB,
        "user_selections": "Tuner",
        "winning_patterns": "Writer, Tuner",
    },
)

BLOCK_SPECS: tuple[BlockSpec, ...] = (
    SESSION_STATE,
    USER_STYLE,
    QUALITY_STANDARDS,
    PRODUCTION_QUEUE,
    CURRENT_SERIES,
    AB_TESTING,
)
