"""What is logged, in one readable line on stderr."""

import os
import sys
from typing import TYPE_CHECKING

from loguru import logger

if TYPE_CHECKING:
    from loguru import Record

LEVEL = "MAS_LOG"  # DEBUG shows the wire, and the traceback of a plugin that failed


def start_logging() -> None:
    """Send what a producer cares about to stderr, nothing else anywhere."""
    logger.remove()
    level = os.environ.get(LEVEL, "INFO").upper()
    if level not in ("TRACE", "DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR", "CRITICAL"):
        level = "INFO"
    logger.add(_write, level=level, format=_line, backtrace=False, diagnose=False)
    logger.enable("mas")


def _write(message: str) -> None:
    """Write to the stderr of the moment: a live view puts itself between."""
    sys.stderr.write(message)


def _line(record: "Record") -> str:
    """Lay out one record: its message alone, and its level when somebody should look."""
    level = record["level"].name
    mark = "" if level == "INFO" else f"{level.lower()}: "
    trace = "{exception}\n" if level == "DEBUG" and record["exception"] else ""
    return f"{mark}{{message}}\n{trace}"
