"""What a journaled step is.

A step returns JSON (encoded nouns): that is what a resumed production reads back. It may be killed and
run again at any moment, so whatever it changes outside the journal carries a key.
"""

import functools
from collections.abc import Callable, Coroutine
from typing import Any

from dbos import DBOS
from loguru import logger

from mas.engine.codec import Json
from mas.engine.machine import is_machines_fault
from mas.engine.workplace import workplace
from mas.errors import EngineError, MasError

Step = Callable[..., Coroutine[Any, Any, Json]]


def journaled(step: Step) -> Step:
    """Journal what a step returns, or what its code got wrong; never what the machine got wrong."""

    @DBOS.step()
    @functools.wraps(step)
    async def guarded(production_id: str, *arguments: Any) -> Json:
        try:
            return await step(production_id, *arguments)
        except Exception as error:
            await stop_if_machine(production_id, error)
            if isinstance(error, MasError):
                raise
            logger.opt(exception=error).error("{step} failed", step=step.__name__)
            raise EngineError(f"{type(error).__name__}: {error}") from error

    return guarded


async def stop_if_machine(production_id: str, error: Exception) -> None:
    """Stop the production, resumable, when the machine is behind the error."""
    if is_machines_fault(error):
        await workplace().stand_still(production_id, error)
