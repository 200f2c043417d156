"""A launched studio for tests: the real crew, engine, renderer and judges, at a tiny size."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mas.config.loading import load_settings
from mas.config.settings import Settings
from mas.host import PluginHost, load_host
from mas.nouns import Brief, Progress
from mas.studio.opening import Studio, open_studio
from mas.studio.ordering import order_of

TINY = ("render.width=192", "render.height=128", "render.frames=17", "scoring.max_retries=0")


@dataclass(frozen=True, slots=True)
class StudioForTests:
    """A studio and a user whom it has never met.

    The studio runs on an event loop of its own, so it serves tests of any loop, and tests without.
    """

    user: str
    state_dir: Path
    _loop: asyncio.AbstractEventLoop
    _studio: Studio

    async def produce(
        self, brief: str, *, route: str | None = None, seed: int = 1
    ) -> Mapping[str, Any]:
        """Make what the brief asks for, and return the production's manifest.

        Args:
            brief: what to make, in a producer's words.
            route: the use case that answers; None = the Director decides.
            seed: fixes what is random.

        Raises:
            RequestError: the brief was not understood, or cannot be done.
        """
        return await asyncio.wrap_future(self._submit(self._produced(brief, route, seed)))

    def make(self, brief: str, *, route: str | None = None, seed: int = 1) -> Mapping[str, Any]:
        """Do as `produce` does, in a test that is no coroutine."""
        return self._submit(self._produced(brief, route, seed)).result()

    def folder(self, manifest: Mapping[str, Any]) -> Path:
        """Return the folder that holds a production's takes, film and report."""
        return self.state_dir / "productions" / str(manifest["production_id"])

    def _submit(self, work: Coroutine[Any, Any, Mapping[str, Any]]) -> Future[Mapping[str, Any]]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _produced(self, text: str, route: str | None, seed: int) -> Mapping[str, Any]:
        brief = Brief(text, user=self.user, seed=seed, route=route, time_zone="UTC")
        order = order_of(self._studio.settings, brief)
        return (await self._studio.engine.start(order)).manifest


@contextmanager
def running_studio(
    state_dir: Path, *, overrides: Sequence[str] = (), plugins: Sequence[object] = ()
) -> Iterator["StudioForTests"]:
    """Run a studio on a thread of its own until the block ends; its user is "nobody".

    Args:
        state_dir: an empty folder for all that it keeps.
        overrides: as on the command line; they win over `TINY`.
        plugins: plugins that need not be installed, beside those that are.
    """
    host = _host(plugins)
    typed = ["brief=a test", f"state_dir={state_dir}", *TINY, *overrides]
    settings = load_settings(typed, host, cwd=state_dir)
    opened: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, Studio]] = Future()
    thread = threading.Thread(target=_serve, args=(settings, host, opened), name="mas-studio")
    thread.start()
    loop, closing, studio = opened.result()
    try:
        yield StudioForTests("nobody", settings.state_dir, loop, studio)
    finally:
        loop.call_soon_threadsafe(closing.set)
        thread.join()


def _host(plugins: Sequence[object]) -> PluginHost:
    """Load what is installed, and the given plugins that are not."""
    installed = {plugin.module for plugin in load_host().plugins}
    missing = [it for it in plugins if getattr(it, "__name__", "") not in installed]
    host = load_host(*missing)
    host.require_all()
    return host


def _serve(
    settings: Settings,
    host: PluginHost,
    opened: "Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, Studio]]",
) -> None:
    async def stay_open() -> None:
        closing = asyncio.Event()
        async with open_studio(settings, host, _ignore) as studio:
            opened.set_result((asyncio.get_running_loop(), closing, studio))
            await closing.wait()

    try:
        asyncio.run(stay_open())
    except BaseException as error:
        if opened.done():
            raise
        opened.set_exception(error)


def _ignore(progress: Progress) -> None:
    """Show nobody how far the work is."""
