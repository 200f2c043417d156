"""Leases: who runs a production. The kernel frees them when a process dies, however it dies."""

import fcntl
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(slots=True)
class Lease:
    """A held lease; keep it until the production is left alone."""

    path: Path
    _file: IO[str]

    def release(self) -> None:
        """Give the lease back."""
        self._file.close()


def take_lease(folder: Path) -> Lease | None:
    """Take the lease of the production in `folder`; None when a living process holds it.

    flock on a local disk: works on Linux and macOS, not on NFS.
    """
    path = folder / ".lease"
    file = path.open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return Lease(path, file)


def is_running(folder: Path) -> bool:
    """True when a living process holds the lease."""
    if not folder.is_dir():
        return False
    lease = take_lease(folder)
    if lease is not None:
        lease.release()
    return lease is None
