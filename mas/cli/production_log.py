"""`productions/ID/log.jsonl`: one JSON line per thing that happened, beside the production's takes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from loguru import logger

if TYPE_CHECKING:
    from loguru import Message

LOG = "log.jsonl"


@contextmanager
def production_log(state_dir: Path) -> Iterator[None]:
    """While entered, whatever is logged for a production also goes to its own folder."""

    def write(message: "Message") -> None:
        record = message.record
        extra = dict(record["extra"])
        folder = state_dir / "productions" / str(extra.pop("production"))
        if not folder.is_dir():
            return
        line = {
            "time": record["time"].isoformat(),
            "level": record["level"].name,
            "message": record["message"],
            **extra,
        }
        with (folder / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")

    handler = logger.add(
        write, level="DEBUG", filter=lambda record: "production" in record["extra"], catch=False
    )
    try:
        yield
    finally:
        logger.remove(handler)
