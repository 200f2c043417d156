"""One Qdrant collection of passages; every call waits for the server, so none runs on the loop."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus

from qdrant_client import QdrantClient, models
from qdrant_client.http.exceptions import ApiException, UnexpectedResponse

from mas.errors import ArchiveError
from mas.nouns import Passage, PassageFilter, Recalled
from mas.protocols import Embedder
from mas_qdrant.points import (
    INDEXED,
    NEWEST,
    point_id,
    to_filter,
    to_microseconds,
    to_passage,
    to_payload,
)
from mas_qdrant.settings import QdrantConfig

__all__ = ["Collection"]

_IN_MEMORY = ":memory:"
_BATCH = 256
_RANK_CONSTANT = 60  # so that scores are on the scale of the archive of the state database


class Collection:
    """Stores and finds passages; belongs to one embedder."""

    def __init__(self, client: QdrantClient, config: QdrantConfig, embedder: Embedder) -> None:
        self._client = client
        self._url = config.url
        self._in_memory = config.url == _IN_MEMORY
        self._name = config.collection
        self._embedder = embedder

    def prepare(self) -> None:
        """Make the collection and its indexes when they are missing.

        Raises:
            ArchiveError: no server answers, or the collection belongs to another embedder.
        """
        with self._told():
            if not self._client.collection_exists(self._name):
                self._make()
            self._check_owner()

    def store(self, passages: Sequence[Passage]) -> None:
        """Store passages; one without a time keeps the one it had, or gets this moment."""
        by_id = {point_id(passage.user, passage.key): passage for passage in passages}
        with self._told():
            times = self._times(list(by_id))
            now = to_microseconds(datetime.now(UTC))
            vectors = self._embedder.embed([passage.text for passage in by_id.values()])
            points = [
                models.PointStruct(
                    id=point,
                    vector=vector.tolist(),
                    payload=to_payload(
                        passage, created_us=times.get(point, now), embedder=self._embedder.name
                    ),
                )
                for (point, passage), vector in zip(by_id.items(), vectors, strict=True)
            ]
            for place in range(0, len(points), _BATCH):
                self._client.upsert(self._name, points[place : place + _BATCH], wait=True)

    def search(self, query: str, where: PassageFilter, limit: int) -> tuple[Recalled, ...]:
        """Return the most alike, or the newest when there is nothing to be alike to."""
        condition = to_filter(where)
        vector = self._embedder.embed([query])[0]
        with self._told():
            if vector.any():
                payloads = self._nearest(vector.tolist(), condition, limit)
            else:
                points, _ = self._client.scroll(
                    self._name, scroll_filter=condition, limit=limit, order_by=NEWEST
                )
                payloads = [point.payload for point in points]
        return tuple(
            Recalled(to_passage(payload), 1 / (_RANK_CONSTANT + rank))
            for rank, payload in enumerate(payloads, start=1)
            if payload is not None
        )

    def forget(self, user: str, key: str) -> bool:
        """Delete one passage; True if it existed."""
        point = point_id(user, key)
        with self._told():
            existed = bool(self._client.retrieve(self._name, [point], with_payload=False))
            self._client.delete(self._name, models.PointIdsList(points=[point]), wait=True)
        return existed

    def count(self, where: PassageFilter) -> int:
        """Count exactly."""
        with self._told():
            return self._client.count(self._name, to_filter(where), exact=True).count

    def _nearest(
        self, vector: list[float], condition: models.Filter, limit: int
    ) -> list[models.Payload | None]:
        # The index may miss passages behind a narrow filter; then every one of them is compared.
        # In memory every one is compared anyway.
        ways = [None] if self._in_memory else [None, models.SearchParams(exact=True)]
        for params in ways:
            found = self._client.query_points(
                self._name,
                vector,
                query_filter=condition,
                search_params=params,
                limit=limit,
            ).points
            if len(found) == limit:
                break
        return [point.payload for point in found]

    def _times(self, ids: list[str]) -> dict[str, int]:
        found = self._client.retrieve(self._name, ids, with_payload=["created_us"]) if ids else []
        return {str(point.id): (point.payload or {})["created_us"] for point in found}

    def _make(self) -> None:
        # Rows are unit vectors or zero, so the dot product is the cosine, without its 0 / 0.
        size = models.VectorParams(size=self._embedder.dimensions, distance=models.Distance.DOT)
        try:
            self._client.create_collection(self._name, size)
        except UnexpectedResponse as error:
            if error.status_code != HTTPStatus.CONFLICT:  # another process was first
                raise
        if self._in_memory:
            return  # it has no indexes
        for field, kind in INDEXED.items():
            self._client.create_payload_index(self._name, field, kind, wait=True)

    def _check_owner(self) -> None:
        mine = models.FieldCondition(
            key="embedder", match=models.MatchValue(value=self._embedder.name)
        )
        others, _ = self._client.scroll(
            self._name, scroll_filter=models.Filter(must_not=[mine]), limit=1
        )
        if others:
            found = (others[0].payload or {}).get("embedder")
            raise ArchiveError(
                f"collection {self._name!r} was filled with the embedder {found!r}, and "
                f"{self._embedder.name!r} is configured; name another memory.archive.collection"
            )
        size = self._client.get_collection(self._name).config.params.vectors
        if not isinstance(size, models.VectorParams) or size.size != self._embedder.dimensions:
            raise ArchiveError(
                f"collection {self._name!r} does not hold vectors of "
                f"{self._embedder.dimensions} numbers; name another memory.archive.collection"
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell failures of the server in the user's terms."""
        try:
            yield
        except ApiException as error:
            reason = " ".join(str(error).split())
            raise ArchiveError(
                f"the Qdrant server at {self._url!r} failed: {reason}; "
                "is it running, and is memory.archive.url right?"
            ) from error
