"""Priority gates: who may use a server or a worker next. They live outside the journal.

A gate is taken again after a replay, so slots are counted by what runs, never by what is recorded.
"""

import asyncio
import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field

from mas.errors import EngineError


@dataclass(order=True, slots=True)
class _Waiter:
    priority: tuple[int, int]
    order: int
    key: str = field(compare=False)
    only: str | None = field(compare=False)
    served: asyncio.Future[str] = field(compare=False)


class Gate:
    """Slots on named servers, given to the lowest priority first, bound to a server at the last moment."""

    def __init__(self, slots: Mapping[str, int], most: int | None = None) -> None:
        """`slots`: server -> slots; `most`: slots over all servers, None for their sum."""
        self._slots = dict(slots)
        self._most = sum(slots.values()) if most is None else most
        self._held: dict[str, str] = {}
        self._waiting: list[_Waiter] = []
        self._order = 0

    async def acquire(self, key: str, *, priority: tuple[int, int], only: str | None = None) -> str:
        """Wait for a slot (on `only` if given) and return its server; at once when `key` holds one.

        Raises:
            EngineError: `only` is no server of this gate, so the wait would never end.
        """
        if key in self._held:
            return self._held[key]
        if only is not None and only not in self._slots:
            raise EngineError(
                f"{key} was given to {only!r}, which is not there any more; "
                f"there are {', '.join(self._slots)}"
            )
        self._order += 1
        served: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, _Waiter(priority, self._order, key, only, served))
        self._serve()
        try:
            return await served
        except asyncio.CancelledError:
            self.release(key)
            raise

    def release(self, key: str) -> None:
        """Give the slot of `key` back; nothing happens when it holds none."""
        self._held.pop(key, None)
        self._serve()

    @property
    def most(self) -> int:
        """Slots over all servers."""
        return min(self._most, sum(self._slots.values()))

    @property
    def load(self) -> Mapping[str, int]:
        """Slots in use by server."""
        return {name: list(self._held.values()).count(name) for name in self._slots}

    def _serve(self) -> None:
        self._waiting = [waiter for waiter in self._waiting if not waiter.served.done()]
        heapq.heapify(self._waiting)
        for waiter in sorted(self._waiting):
            server = self._free_server(waiter.only)
            if server is not None:
                self._held[waiter.key] = server
                waiter.served.set_result(server)

    def _free_server(self, only: str | None) -> str | None:
        if len(self._held) >= self._most:
            return None
        load = self.load
        free = [n for n in self._slots if load[n] < self._slots[n] and only in (None, n)]
        return min(free, key=lambda name: load[name] / self._slots[name], default=None)
