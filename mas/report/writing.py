"""Files that are either the old one or the whole new one, whatever happens in between."""

import os
import secrets
from pathlib import Path


def replace_text(path: Path, text: str) -> Path:
    """Write `text` beside `path`, flush it to the disk, and rename it into place.

    Bytes that the shell could not decode (lone surrogates) become question marks.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
