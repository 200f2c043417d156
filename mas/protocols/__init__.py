"""What components provide. Structural types: nobody inherits from us.

A component's builder is called as `build(config, opening)` and returns the component, or an async
context manager of it that stays open as long as the studio.
"""

from mas.protocols.crew import Cameraman, Director, Sleeptime, Tuner, UseCase, Verifier, Writer
from mas.protocols.judging import ClipFacts, Evaluator, Frame, Needs, Picture, Samples, Watch
from mas.protocols.memory import Archive, BlockStore, Embedder, MessageBuffers, Vector
from mas.protocols.opening import Builder, Opening
from mas.protocols.rendering import Renderer
from mas.protocols.tasks import RunTask, TaskContext

__all__ = [
    "Archive",
    "BlockStore",
    "Builder",
    "Cameraman",
    "ClipFacts",
    "Director",
    "Embedder",
    "Evaluator",
    "Frame",
    "MessageBuffers",
    "Needs",
    "Opening",
    "Picture",
    "Renderer",
    "RunTask",
    "Samples",
    "Sleeptime",
    "TaskContext",
    "Tuner",
    "UseCase",
    "Vector",
    "Verifier",
    "Watch",
    "Writer",
]
