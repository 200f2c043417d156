"""The renderer of kind `animatic`: clips are drawn by worker threads of this process."""

import asyncio
import shutil
import threading
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from loguru import logger

from mas.errors import RenderError
from mas.nouns import Assignment, Format, Rendered, RenderOrder
from mas.protocols import Opening
from mas.render.animatic.settings import AnimaticConfig

__all__ = ["AnimaticRenderer", "open_renderer"]

_SERVER = "local"
_NAMESPACE = uuid.UUID("6f0f3f0a-5f0e-4f4e-9a57-4d5c7a1b2e90")


@asynccontextmanager
async def open_renderer(
    config: AnimaticConfig, opening: Opening
) -> AsyncIterator["AnimaticRenderer"]:
    """Open the renderer; leaving stops what is still being drawn, within a few frames."""
    renderer = AnimaticRenderer(config)
    try:
        yield renderer
    finally:
        renderer.stop()


class AnimaticRenderer:
    """Draws each take in a thread of its own; the engine keeps to the number of slots."""

    kind = "animatic"

    def __init__(self, config: AnimaticConfig) -> None:
        self._config = config
        self.format = Format(config.width, config.height, config.frames, config.fps)
        self.servers: Mapping[str, int] = {_SERVER: config.slots}
        self._drawings: dict[str, _Drawing] = {}

    async def assign(self, order: RenderOrder, server: str, staging: Path) -> Assignment:
        return Assignment(
            order=order,
            renderer=self.kind,
            server=server,
            prompt_id=str(uuid.uuid5(_NAMESPACE, order.take_id)),
            staging=str(staging),
        )

    async def submit_or_find(self, assignment: Assignment) -> bool:
        running = self._drawings.get(assignment.prompt_id)
        if running is not None and running.stopped:
            # The thread of a cancelled wait may be on its last frame; it must not meet its successor.
            await asyncio.to_thread(running.join)
            self._drawings.pop(assignment.prompt_id, None)
            running = None
        if running is not None or _staged(assignment).exists():
            return False
        _refuse_impossible(assignment.order)
        drawing = _Drawing(assignment, self._config, asyncio.get_running_loop())
        self._drawings[assignment.prompt_id] = drawing
        drawing.start()
        return True

    async def wait(self, assignment: Assignment, progress: Callable[[float], None]) -> None:
        drawing = self._drawings.get(assignment.prompt_id)
        if drawing is None:
            if not _staged(assignment).exists():
                raise RenderError(
                    f"take {assignment.order.take_id} is neither drawn nor being drawn; submit it first"
                )
            progress(1.0)
            return
        try:
            await drawing.finished(progress)
        except asyncio.CancelledError:
            drawing.stop()
            raise
        except RenderError:
            self._drawings.pop(assignment.prompt_id, None)
            raise
        self._drawings.pop(assignment.prompt_id, None)

    async def collect(self, assignment: Assignment, destination: Path) -> Rendered:
        sha256 = await asyncio.to_thread(_deliver, _staged(assignment), destination)
        return Rendered(str(destination), sha256)

    async def cancel(self, assignment: Assignment) -> None:
        drawing = self._drawings.pop(assignment.prompt_id, None)
        if drawing is not None:
            drawing.stop()
            await asyncio.to_thread(drawing.join)
        _staged(assignment).unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop everything that is being drawn and wait for it."""
        drawings = list(self._drawings.values())
        self._drawings.clear()
        for drawing in drawings:
            drawing.stop()
        for drawing in drawings:
            drawing.join()


class _Drawing:
    """One clip being drawn; its state belongs to the event loop, the thread only reports to it."""

    def __init__(
        self, assignment: Assignment, config: AnimaticConfig, loop: asyncio.AbstractEventLoop
    ) -> None:
        self._assignment, self._config, self._loop = assignment, config, loop
        self._stop = threading.Event()
        self._done: asyncio.Future[None] = loop.create_future()
        self._listeners: list[Callable[[float], None]] = []
        self._thread = threading.Thread(
            target=self._draw, name=f"animatic-{assignment.prompt_id[:8]}", daemon=True
        )

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    def join(self) -> None:
        self._thread.join()

    async def finished(self, progress: Callable[[float], None]) -> None:
        """Return when the clip stands in staging; several may wait."""
        self._listeners.append(progress)
        try:
            await asyncio.shield(self._done)
        finally:
            self._listeners.remove(progress)

    def _draw(self) -> None:
        from mas.render.animatic.clip import Stopped, draw_clip  # loads OpenCV in the thread

        order = self._assignment.order
        path = _staged(self._assignment)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draw_clip(
                order,
                path,
                preset=self._config.preset,
                crf=self._config.crf,
                title=self._config.title,
                stopped=self._stop.is_set,
                progress=lambda share: self._tell(self._report, share),
            )
        except Stopped:
            self._tell(self._end, RenderError(f"take {order.take_id} was cancelled"))
        except (RenderError, OSError) as error:
            self._tell(self._end, _as_render_error(order, error))
        else:
            self._tell(self._end, None)

    def _tell(self, call: Callable[..., None], *values: object) -> None:
        try:
            self._loop.call_soon_threadsafe(call, *values)
        except RuntimeError:  # the loop has closed: nobody waits any more
            logger.debug("drawing reported after its loop closed")

    def _report(self, share: float) -> None:
        for listener in self._listeners:
            listener(share)

    def _end(self, error: RenderError | None) -> None:
        if self._done.done():
            return
        if error is None:
            self._done.set_result(None)
        else:
            self._done.set_exception(error)
            self._done.exception()  # marks it as seen, in case nobody waits


def _staged(assignment: Assignment) -> Path:
    return Path(assignment.staging) / f"{assignment.prompt_id}.mp4"


def _refuse_impossible(order: RenderOrder) -> None:
    size = order.format
    if size.width % 2 or size.height % 2:
        raise RenderError(
            f"take {order.take_id} is {size.width}x{size.height} px; H.264 needs even numbers"
        )
    if min(size.width, size.height) < 64 or size.frames < 1 or size.fps < 1:
        raise RenderError(f"take {order.take_id} has an impossible format: {size!r}")


def _as_render_error(order: RenderOrder, error: Exception) -> RenderError:
    if isinstance(error, RenderError):
        return error
    return RenderError(f"take {order.take_id} could not be written: {error}")


def _deliver(staged: Path, destination: Path) -> str:
    """Copy the staged clip to its place, or find it there; the staged one goes last."""
    from mas.media.joining import file_sha256

    if staged.exists():
        destination.parent.mkdir(parents=True, exist_ok=True)
        unfinished = destination.with_name(f".{destination.name}.part")
        shutil.copyfile(staged, unfinished)
        unfinished.replace(destination)
        staged.unlink(missing_ok=True)
    elif not destination.exists():
        raise RenderError(f"{staged} was never drawn, and {destination} does not exist")
    return file_sha256(destination)
