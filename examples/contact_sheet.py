"""Draw twelve prompts with the embedded renderer: `python examples/contact_sheet.py [OUT.jpg] [WIDTH]`."""

import asyncio
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np

from mas.media.reading import grab
from mas.nouns import Format, Prompt, RenderOrder
from mas.protocols import Opening
from mas.render.animatic.renderer import open_renderer
from mas.render.animatic.settings import AnimaticConfig

PROMPTS = (
    "A dragon circles a ruined castle in a storm at night, purple and blue, lightning.",
    "A caravan of camel riders crosses the dunes at golden hour, dust in the air.",
    "A person with an umbrella waits in a neon city in the rain, magenta and cyan.",
    "A whale glides through the deep ocean, teal and emerald light, bubbles.",
    "A fox runs through a snowy forest at dawn, pink and ice blue.",
    "A lighthouse on a rocky coast at dusk, amber light over indigo waves.",
    "A hot air balloon drifts over green meadows on a bright morning, golden light.",
    "A lone astronaut stands on a moonscape, silver and black, a blue planet above.",
    "A phoenix rises over a volcano, crimson and orange, embers everywhere.",
    "A wooden bridge in an autumn forest, falling leaves, amber and crimson, soft mist.",
    "A sailing ship in a moonlit harbour, silver and navy, fog on the water.",
    "A temple garden with cherry blossoms, pink petals, a calm spring afternoon.",
)


async def draw(prompts: tuple[str, ...], width: int) -> list[np.ndarray]:
    """Render a short clip of each prompt and return its middle frame."""
    config = AnimaticConfig(
        width=width,
        height=width * 2 // 3 // 2 * 2,
        frames=25,
        fps=24,
        slots=1,
        preset="ultrafast",
        crf=12,
        title=False,
    )
    pictures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with open_renderer(config, Opening(folder)) as renderer:
            clip = Format(config.width, config.height, config.frames, config.fps)
            for number, text in enumerate(prompts):
                order = RenderOrder("sheet", f"sheet.{number}.1", Prompt(text), 3, clip)
                assignment = await renderer.assign(order, "local", folder)
                await renderer.submit_or_find(assignment)
                await renderer.wait(assignment, lambda _: None)
                done = await renderer.collect(assignment, folder / f"{number}.mp4")
                pictures.append(grab(done.path, 3)[1])
    return pictures


def main() -> None:
    """Write the sheet."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "contact-sheet.jpg")
    pictures = asyncio.run(draw(PROMPTS, int(sys.argv[2]) if len(sys.argv) > 2 else 480))
    rows = [np.hstack(pictures[row : row + 3]) for row in range(0, len(pictures), 3)]
    cv2.imwrite(str(out), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, 85])
    print(out)


if __name__ == "__main__":
    main()
