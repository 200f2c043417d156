"""What is the machine's fault, not the production's: it pauses instead of failing."""

import errno
import sqlite3

import sqlalchemy.exc

from mas.errors import StateError

_FULL_OR_BROKEN = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
    errno.EACCES,
    errno.EPERM,
}


def is_machines_fault(error: BaseException | None) -> bool:
    """True when a full disk, a lost permission or a broken database is behind the error.

    Such a failure is never journaled, so that the same step can succeed later.
    """
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL_OR_BROKEN:
            return True
        if isinstance(error, sqlite3.OperationalError | sqlalchemy.exc.OperationalError):
            return True
        if type(error) is StateError or isinstance(error, MemoryError):
            return True
        error = error.__cause__
    return False
