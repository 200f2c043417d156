"""Print how often the judges are right about real animatic clips, and what a clip costs.

`python benchmarks/judges.py [WIDTH HEIGHT FRAMES]` (the renderer's own format unless told).
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import yaml

import mas_signal
from mas.evaluation.verifier import HandwrittenVerifier
from mas.media.reading import VideoItem, decode
from mas.nouns import Format, Prompt, RenderOrder, Score, Wanted
from mas.protocols import Evaluator, Opening, Renderer
from mas.render.animatic.renderer import open_renderer
from mas.render.animatic.settings import AnimaticConfig

ROOT = Path(__file__).parents[1]
NUMBERS = count(1)
SCENES = {
    "tower": "A stone tower on a cliff above the sea, birds in the sky.",
    "market": "A market street with lanterns and stalls, a cat on a wall.",
}
MOVES = {
    "static": "The camera is static.",
    "pan_left": "The camera pans to the left.",
    "pan_right": "The camera pans to the right.",
    "tilt_up": "The camera tilts up.",
    "tilt_down": "The camera tilts down.",
    "zoom_in": "The camera zooms in.",
    "zoom_out": "The camera zooms out.",
}
PALETTES = {
    "emerald": ("green", "teal"),
    "crimson": ("crimson", "orange"),
    "ocean": ("blue", "cyan"),
    "rose": ("pink", "purple"),
    "sepia": ("brown", "gold"),
    "toxic": ("lime", "yellow"),
}


@dataclass(frozen=True, slots=True)
class Clip:
    """A rendered clip and the words it was rendered from."""

    path: Path
    prompt: str
    format: Format


def shipped(file: Path) -> dict[str, Any]:
    """Return the values of a shipped YAML."""
    values: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return {key: value for key, value in values.items() if key != "kind"}


def open_judges() -> dict[str, Evaluator]:
    """Open every judge of mas_signal with its shipped values."""
    folder = Path(mas_signal.__file__).parent / "conf/evaluator"
    judges = {}
    for component in mas_signal.mas_components():
        module, _, name = component.build.partition(":")
        config = component.config(**shipped(folder / f"{component.kind}.yaml"))
        judges[component.kind] = getattr(import_module(module), name)(config, None)
    return judges


async def render(renderer: Renderer, prompt: str, form: Format, folder: Path) -> Clip:
    """Render one clip."""
    take = f"take-{next(NUMBERS)}"
    order = RenderOrder("p-bench", take, Prompt(prompt, title="Bench"), seed=7, format=form)
    assignment = await renderer.assign(order, "local", folder)
    await renderer.submit_or_find(assignment)
    await renderer.wait(assignment, lambda share: None)
    path = folder / f"{take}.mp4"
    await renderer.collect(assignment, path)
    return Clip(path, prompt, form)


async def judge(verifier: HandwrittenVerifier, clip: Clip, prompt: str) -> Mapping[str, Score]:
    """Judge a clip against `prompt`."""
    scores = await verifier.verify(clip.path, Wanted(prompt, format=clip.format))
    return {score.evaluator: score for score in scores}


async def check_camera(
    verifier: HandwrittenVerifier, renderer: Renderer, form: Format, folder: Path
) -> list[Clip]:
    """Print what each move was taken for, and return the clips."""
    clips, right = [], 0
    print(f"{'camera':12}" + "".join(f"{scene:>28}" for scene in SCENES))
    for move, phrase in MOVES.items():
        cells = []
        for scene in SCENES.values():
            clips.append(await render(renderer, f"{scene} {phrase}", form, folder))
            camera = (await judge(verifier, clips[-1], clips[-1].prompt))["camera"]
            seen, value = camera.details["measured_move"], camera.value
            right += seen == move
            cells.append(f"{seen} {'none' if value is None else f'{value:.2f}'}")
        print(f"{move:12}" + "".join(f"{cell:>28}" for cell in cells))
    print(f"right: {right} of {len(clips)}\n")
    return clips


async def check_palettes(
    verifier: HandwrittenVerifier, renderer: Renderer, form: Format, folder: Path
) -> list[Clip]:
    """Print the score of each clip (row) against each palette (column), and return the clips."""
    clips, own, others = [], [], []
    print(f"{'palette':12}" + "".join(f"{name:>10}" for name in PALETTES))
    for name, colours in PALETTES.items():
        prompt = f"{SCENES['tower']} A palette of {' and '.join(colours)}."
        clips.append(await render(renderer, prompt, form, folder))
        values = []
        for other, asked in PALETTES.items():
            wish = f"A palette of {' and '.join(asked)}."
            values.append((await judge(verifier, clips[-1], wish))["palette"].value or 0.0)
            (own if other == name else others).append(values[-1])
        print(f"{name:12}" + "".join(f"{value:10.2f}" for value in values))
    above = sum((a > b) + (a == b) / 2 for a in own for b in others) / len(own) / len(others)
    print(f"own palettes above others (AUC): {above:.3f}\n")
    return clips


async def check_costs(verifier: HandwrittenVerifier, clips: Sequence[Clip]) -> None:
    """Print the milliseconds a clip takes to decode, and to decode and judge."""
    start = time.perf_counter()
    for clip in clips:
        for item in decode(clip.path):
            _ = item.bgr if isinstance(item, VideoItem) else None
    middle = time.perf_counter()
    for clip in clips:
        await judge(
            verifier, clip, f"{clip.prompt} Vivid purple light, slow, the camera pans left."
        )
    end = time.perf_counter()
    print(f"decoding alone        {(middle - start) / len(clips) * 1000:6.0f} ms a clip")
    print(f"decoding and judging  {(end - middle) / len(clips) * 1000:6.0f} ms a clip")


async def main(arguments: Sequence[str]) -> None:
    """Render, judge, print."""
    config = AnimaticConfig(**shipped(ROOT / "conf/render/animatic.yaml"))
    verifier = HandwrittenVerifier(open_judges(), workers=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with open_renderer(config, Opening(folder)) as renderer:
            form = renderer.format
            if arguments:
                width, height, frames = map(int, arguments)
                form = replace(form, width=width, height=height, frames=frames)
            print(f"{form.width}x{form.height}, {form.frames} frames, {form.fps} fps\n")
            clips = await check_camera(verifier, renderer, form, folder)
            clips += await check_palettes(verifier, renderer, form, folder)
            await check_costs(verifier, clips)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
