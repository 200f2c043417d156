"""What `conf/memory/archive/qdrant.yaml` may say."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class QdrantConfig:
    """`memory.archive`, kind qdrant."""

    url: str = field(metadata={"help": 'address of the server, or ":memory:" (gone at exit)'})
    collection: str = field(metadata={"help": "name of the collection, made when missing"})
    api_key: str | None = field(metadata={"help": "key of the server, null for none"})
    timeout_s: int = field(
        metadata={"help": "time that one call may take", "unit": "s", "ge": 1, "le": 600}
    )
