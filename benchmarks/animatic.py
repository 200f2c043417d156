"""How fast the embedded renderer is: python benchmarks/animatic.py.

Prints, for a prompt of each kind of move at the default size on one core: frames per second drawing and encoding,
frames per second all in (scene, sound, muxing), and the peak memory for 97 and 388 frames. Each
line is measured in a process of its own; process time is what counts, so that other work on the
machine does not.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROMPTS = {
    "storm, pan": "A storm over a castle, purple and blue, rain and lightning, the camera pans right",
    "desert, zoom": "Camels in the desert at golden hour, orange, drifting dust, the camera zooms in",
    "neon, tilt": "A person with an umbrella in a neon city at night, magenta, rain, the camera tilts up",
    "forest, dolly": "A fox in a misty forest at dawn, green, snowfall, the camera dollies in",
    "mountains, orbit": "A castle in the mountains at dusk, purple, the camera orbits",
    "market, handheld": "A person walks through a village, golden hour, fog, handheld camera",
    "desert, dolly out": "Camels in the desert at golden hour, the camera pulls back",
    "nothing asked": "A lighthouse on the coast",
}
FORMAT = (768, 512, 24)
PRESET, CRF = "ultrafast", 18  # as in conf/render/animatic.yaml


def measure(text: str, frames: int) -> dict[str, float]:
    """Draw one clip and return its figures."""
    from mas.media.writing import ClipWriter
    from mas.nouns import Format, Prompt, RenderOrder
    from mas.render.animatic.clip import draw_clip
    from mas.render.animatic.film import Film
    from mas.render.animatic.script import interpret

    width, height, fps = FORMAT
    prompt = Prompt(text, title="Benchmark")
    order = RenderOrder("benchmark", "take", prompt, 7, Format(width, height, frames, fps))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        begun = time.process_time()
        draw_clip(
            order,
            path,
            preset=PRESET,
            crf=CRF,
            title=True,
            stopped=lambda: False,
            progress=lambda share: None,
        )
        all_in = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        film = Film(
            interpret(prompt, 7),
            prompt,
            7,
            width=width,
            height=height,
            frames=frames,
            fps=fps,
            title=True,
        )
        begun = time.process_time()
        with ClipWriter(
            path, width=width, height=height, fps=fps, audio=False, preset=PRESET, crf=CRF
        ) as clip:
            for frame in film.frames():
                clip.frame(frame)
        drawing = time.process_time() - begun
    return {"drawing": frames / drawing, "all_in": frames / all_in, "peak": peak}


def main() -> None:
    """Measure each prompt in a fresh process and print the table."""
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
        return
    print(
        f"{FORMAT[0]}x{FORMAT[1]}, {PRESET}, crf {CRF}, one core; targets: 100 and 60 fps, same memory"
    )
    print(f"{'clip':18} {'frames':>6} {'draw+encode fps':>16} {'all in fps':>11} {'peak MiB':>9}")
    for name, text in PROMPTS.items():
        for frames in (97, 388):
            command = [sys.executable, __file__, text, str(frames)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            row = json.loads(done.stdout)
            print(
                f"{name:18} {frames:6} {row['drawing']:16.0f} {row['all_in']:11.0f} {row['peak']:9.0f}"
            )


if __name__ == "__main__":
    main()
