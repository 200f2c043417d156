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
_AB_TUNER = "Tuner (its own issue)"
_SLEEPTIME = "sleeptime, engine (when sleeptime left it undone)"
_TASTE = "style use case, sleeptime (what the user says again and again)"
_TASTE_READERS = "Writer, series use case, style use case, continuity use case"
_USER = "user (`+recipe=memory`); {} overrides it for one run"

SESSION_STATE = BlockSpec(
    label="session_state",
    type=SessionState,
    writers={
        "last_activity": _SLEEPTIME,
        "pending_work": _SLEEPTIME,
        "in_progress_project": "sleeptime",
        "queued_videos": "sleeptime",
        "last_session_summary": _SLEEPTIME,
    },
    readers={
        "last_activity": "continuity use case, engine (verifies sleeptime)",
        "pending_work": "continuity use case, sleeptime",
        "in_progress_project": "continuity use case, Director, refine use case",
        "queued_videos": "continuity use case, Director, sleeptime",
        "last_session_summary": "continuity use case, Director, engine (verifies sleeptime)",
    },
)

USER_STYLE = BlockSpec(
    label="user_style",
    type=UserStyle,
    writers={
        "color_preferences": _TASTE,
        "mood_preferences": _TASTE,
        "theme_preferences": _TASTE,
        "pacing_preferences": _TASTE,
        "favorite_successes": "Tuner",
        "disliked_elements": _TASTE,
    },
    readers={
        "color_preferences": _TASTE_READERS,
        "mood_preferences": _TASTE_READERS,
        "theme_preferences": "Writer, style use case, continuity use case",
        "pacing_preferences": _TASTE_READERS,
        "favorite_successes": "Writer, Director, continuity use case",
        "disliked_elements": f"{_TASTE_READERS} (the Writer as negative prompt)",
    },
)

QUALITY_STANDARDS = BlockSpec(
    label="quality_standards",
    type=QualityStandards,
    writers={
        "min_acceptable_grade": _USER.format("`scoring.min_grade`"),
        "max_retries": _USER.format("`scoring.max_retries`"),
        "failure_patterns_to_avoid": "Tuner (from the judges' findings)",
        "refinement_strategies": "Tuner, refine use case",
        "successful_patterns": "Tuner",
        "proven_prompt_templates": "Tuner",
    },
    readers={
        "min_acceptable_grade": "engine (when neither the run nor the shot says otherwise)",
        "max_retries": "engine (when neither the run nor the plan says otherwise)",
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
    writers=dict.fromkeys(
        (
            "queue_status", "pending_videos", "in_progress", "completed_today", "failed_retries",
            "batch_id", "batch_total", "batch_complete",
        ),
        "engine",
    ),
    readers={
        "queue_status": "continuity use case",
        "pending_videos": "continuity use case",
        "in_progress": "continuity use case",
        "completed_today": "continuity use case, Director, engine (the next production's day)",
        "failed_retries": "continuity use case",
        "batch_id": "continuity use case",
        "batch_total": "continuity use case",
        "batch_complete": "continuity use case",
    },
)  # fmt: skip

CURRENT_SERIES = BlockSpec(
    label="current_series",
    type=CurrentSeries,
    scoped=True,
    writers=dict.fromkeys(
        (
            "active_series", "series_theme", "series_style", "episodes_completed",
            "episodes_planned", "series_elements", "consistency_rules",
        ),
        "series use case",
    ),
    readers={
        "active_series": "Director, series use case, continuity use case",
        "series_theme": "series use case",
        "series_style": "series use case",
        "episodes_completed": "series use case, continuity use case",
        "episodes_planned": "series use case, continuity use case",
        "series_elements": "series use case",
        "consistency_rules": "series use case (pinned rules of every episode)",
    },
)  # fmt: skip

AB_TESTING = BlockSpec(
    label="ab_testing",
    type=AbTesting,
    writers={
        "active_test": _AB,
        "variations": _AB,
        "variation_a_id": _AB,
        "variation_b_id": _AB,
        "user_selections": _AB,
        "winning_patterns": f"{_AB}, {_AB_TUNER}",
    },
    readers={
        "active_test": f"continuity use case, {_AB}",
        "variations": _AB,
        "variation_a_id": _AB,
        "variation_b_id": _AB,
        "user_selections": _AB_TUNER,
        "winning_patterns": f"Writer, {_AB_TUNER}",
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
