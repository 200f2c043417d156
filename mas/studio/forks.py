"""A fork of the memory: a copy as it is now, for a job that must not teach the others."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from mas.engine.runtime import DATABASE


def memory_folder(state_dir: Path, fork: str | None) -> Path:
    """The folder whose database holds the memory: the state folder, or the named fork of it.

    A fork is copied when it is first opened; a resumed job finds the one it began with.
    """
    if fork is None:
        return state_dir
    folder = state_dir / "forks" / fork
    if not folder.is_dir():
        part = folder.with_name(f"{fork}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _copy(state_dir / DATABASE, part / DATABASE)
        part.rename(folder)
    return folder


def discard(state_dir: Path, fork: str) -> None:
    """Delete a fork that no unfinished production needs."""
    shutil.rmtree(state_dir / "forks" / fork, ignore_errors=True)


def _copy(source: Path, destination: Path) -> None:
    if not source.is_file():
        return
    with (
        closing(sqlite3.connect(source, timeout=30)) as truth,
        closing(sqlite3.connect(destination)) as copy,
    ):
        truth.backup(copy)
