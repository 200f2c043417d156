"""A fork of the memory: a copy as it is now, for a job that must not teach the others."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from mas.engine.runtime import DATABASE
from mas.errors import ConfigError

_NAME = re.compile(r"[A-Za-z0-9][\w-]*")  # what `discard` deletes never lies elsewhere


def memory_folder(state_dir: Path, fork: str | None) -> Path:
    """The folder whose database holds the memory: the state folder, or the named fork of it.

    A fork is copied when it is first opened; a resumed job finds the one it began with.

    Raises:
        ConfigError: the name could lead out of the folder of the forks.
    """
    if fork is None:
        return state_dir
    folder = _folder(state_dir, fork)
    if not folder.is_dir():
        part = folder.with_name(f"{fork}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _copy(state_dir / DATABASE, part / DATABASE)
        part.rename(folder)
    return folder


def discard(state_dir: Path, fork: str) -> None:
    """Delete a fork that no unfinished production needs."""
    shutil.rmtree(_folder(state_dir, fork), ignore_errors=True)


def _folder(state_dir: Path, fork: object) -> Path:
    if not isinstance(fork, str) or not _NAME.fullmatch(fork):
        raise ConfigError(f"fork is {fork!r}; name it with letters, digits, - and _")
    return state_dir / "forks" / fork


def _copy(source: Path, destination: Path) -> None:
    if not source.is_file():
        return
    with (
        closing(sqlite3.connect(source, timeout=30)) as truth,
        closing(sqlite3.connect(destination)) as copy,
    ):
        truth.backup(copy)
