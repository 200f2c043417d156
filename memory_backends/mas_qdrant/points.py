"""Passages as Qdrant points, and passage filters as Qdrant filters."""

import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from qdrant_client import models

from mas.errors import ArchiveError
from mas.nouns import Grade, Passage, PassageFilter

__all__ = [
    "INDEXED",
    "NEWEST",
    "point_id",
    "to_filter",
    "to_microseconds",
    "to_passage",
    "to_payload",
]

INDEXED: Mapping[str, models.PayloadSchemaType] = {
    "user": models.PayloadSchemaType.KEYWORD,
    "kind": models.PayloadSchemaType.KEYWORD,
    "use_case": models.PayloadSchemaType.KEYWORD,
    "production_id": models.PayloadSchemaType.KEYWORD,
    "embedder": models.PayloadSchemaType.KEYWORD,
    "grade_rank": models.PayloadSchemaType.INTEGER,
    "created_us": models.PayloadSchemaType.INTEGER,
}
NEWEST = models.OrderBy(key="created_us", direction=models.Direction.DESC)
_NAMES = uuid.UUID("6d617300-7061-4573-9361-676573000000")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PLAIN = ("key", "kind", "text", "user", "use_case", "grade", "score", "production_id")


def point_id(user: str, key: str) -> str:
    """Return the id that the passage has in every process."""
    return str(uuid.uuid5(_NAMES, f"{len(user)}:{user}:{key}"))


def to_payload(passage: Passage, *, created_us: int, embedder: str) -> dict[str, Any]:
    """Return what is stored beside the vector; `created_us` is for a passage without a time."""
    if passage.created_at is not None:
        created_us = to_microseconds(passage.created_at)
    return {name: getattr(passage, name) for name in _PLAIN} | {
        "grade_rank": None if passage.grade is None else _rank(passage.grade),
        "created_us": created_us,
        "extra": dict(passage.extra),
        "embedder": embedder,
    }


def to_passage(payload: Mapping[str, Any]) -> Passage:
    """Read `to_payload` again."""
    plain = {name: payload[name] for name in _PLAIN}
    created_at = _EPOCH + timedelta(microseconds=payload["created_us"])
    return Passage(**plain, created_at=created_at, extra=payload["extra"])


def to_filter(where: PassageFilter) -> models.Filter:
    """Return the Qdrant filter; `after` is inclusive, `before` is not.

    Raises:
        ArchiveError: unknown grade, or a time without a zone.
    """
    excluded = where.exclude_production
    return models.Filter(
        must=list(_conditions(where)),
        must_not=[] if excluded is None else [_equals("production_id", excluded)],
    )


def _conditions(where: PassageFilter) -> Iterator[models.FieldCondition]:
    yield _equals("user", where.user)
    if where.kinds is not None:
        yield models.FieldCondition(key="kind", match=models.MatchAny(any=list(where.kinds)))
    if where.use_case is not None:
        yield _equals("use_case", where.use_case)
    if where.min_grade is not None:
        yield _within("grade_rank", models.Range(gte=_rank(where.min_grade)))
    if where.max_grade is not None:
        yield _within("grade_rank", models.Range(lte=_rank(where.max_grade)))
    if where.after is not None:
        yield _within("created_us", models.Range(gte=to_microseconds(where.after)))
    if where.before is not None:
        yield _within("created_us", models.Range(lt=to_microseconds(where.before)))


def _equals(key: str, value: str) -> models.FieldCondition:
    return models.FieldCondition(key=key, match=models.MatchValue(value=value))


def _within(key: str, range_: models.Range) -> models.FieldCondition:
    return models.FieldCondition(key=key, range=range_)


def _rank(grade: str) -> int:
    try:
        return Grade(grade).rank
    except ValueError as error:
        raise ArchiveError(f"grade is {grade!r}; choose one of {', '.join(Grade)}") from error


def to_microseconds(moment: datetime) -> int:
    """Return microseconds since 1970; a time without a zone raises ArchiveError."""
    if moment.tzinfo is None:
        raise ArchiveError(f"the time {moment.isoformat()!r} has no zone; give it in UTC")
    return (moment - _EPOCH) // timedelta(microseconds=1)
