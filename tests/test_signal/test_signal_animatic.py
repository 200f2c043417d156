"""The judges on clips that the animatic renderer really draws, small."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from pathlib import Path

import pytest
import yaml

from mas.evaluation.verifier import HandwrittenVerifier
from mas.nouns import Format, Prompt, RenderOrder, Score, Wanted
from mas.protocols import Evaluator, Opening, Renderer
from mas.render.animatic.renderer import open_renderer
from mas.render.animatic.settings import AnimaticConfig

FORMAT = Format(width=256, height=160, frames=33, fps=24)
SCENE = "A stone tower on a cliff above the sea."
MOVES = {
    "static": "The camera is static.", "pan_left": "The camera pans to the left.",
    "pan_right": "The camera pans to the right.", "tilt_up": "The camera tilts up.",
    "tilt_down": "The camera tilts down.", "zoom_in": "The camera zooms in.",
    "zoom_out": "The camera zooms out.",
}  # fmt: skip
PALETTES = {
    "emerald": ("green", "teal"), "crimson": ("crimson", "orange"), "rose": ("pink", "purple"),
}  # fmt: skip
GradeClip = Callable[..., Awaitable[list[dict[str, Score]]]]


@pytest.fixture
async def renderer(tmp_path: Path) -> AsyncIterator[Renderer]:
    file = Path(__file__).parents[2] / "conf/render/animatic.yaml"
    values = yaml.safe_load(file.read_text("utf-8"))
    values.pop("kind")
    async with open_renderer(AnimaticConfig(**values), Opening(tmp_path)) as opened:
        yield opened


@pytest.fixture
def grade(renderer: Renderer, open_judge: Callable[[str], Evaluator], tmp_path: Path) -> GradeClip:
    """Render a prompt and let every judge hold the clip against each wish."""
    kinds = ("technical", "audio", "palette", "camera", "motion", "mood")
    verifier = HandwrittenVerifier({kind: open_judge(kind) for kind in kinds}, workers=1)

    takes = count()

    async def render_and_judge(prompt: str, *wishes: str) -> list[dict[str, Score]]:
        take = f"take-{next(takes)}"
        order = RenderOrder("p", take, Prompt(prompt, title="A title"), seed=7, format=FORMAT)
        assignment = await renderer.assign(order, "local", tmp_path)
        await renderer.submit_or_find(assignment)
        await renderer.wait(assignment, lambda share: None)
        rendered = await renderer.collect(assignment, tmp_path / f"{take}.mp4")
        verdicts = []
        for wish in wishes or (prompt,):
            scores = await verifier.verify(Path(rendered.path), Wanted(wish, format=FORMAT))
            verdicts.append({score.evaluator: score for score in scores})
        return verdicts

    return render_and_judge


@pytest.mark.parametrize("move", MOVES)
async def test_a_drawn_camera_move_is_recognised(grade: GradeClip, move: str) -> None:
    (scores,) = await grade(f"{SCENE} {MOVES[move]}")

    assert scores["camera"].details["measured_move"] == move
    assert scores["camera"].value > 0.8


@pytest.mark.parametrize("name", PALETTES)
async def test_a_drawn_palette_fits_its_own_wish_best(grade: GradeClip, name: str) -> None:
    wishes = [f"In {' and '.join(colours)}." for colours in PALETTES.values()]

    verdicts = await grade(f"{SCENE} In {' and '.join(PALETTES[name])}.", *wishes)

    values = dict(zip(PALETTES, (verdict["palette"].value for verdict in verdicts), strict=True))
    assert values[name] > 0.7
    assert all(values[name] > 2 * value for other, value in values.items() if other != name)


async def test_drawn_pacing_is_told_apart(grade: GradeClip) -> None:
    wishes = ("Slow.", "Fast.")
    pan = f"{SCENE} The camera pans to the right."

    slow, fast = await grade(f"{pan} Slow.", *wishes), await grade(f"{pan} Fast.", *wishes)

    assert slow[0]["motion"].value > 0.9
    assert fast[1]["motion"].value > 0.7
    assert fast[1]["motion"].details["flow_per_s"] > 1.5 * slow[0]["motion"].details["flow_per_s"]


async def test_a_plain_clip_is_sound_but_misses_a_rich_wish(grade: GradeClip) -> None:
    rich = "A bright, vibrant garden in pink and yellow, slow, the camera tilts down."

    plain, wished = await grade("A scene.", "A scene.", rich)

    assert plain["technical"].value > 0.9
    assert plain["audio"].value == 1.0
    assert wished["palette"].value < 0.3
    assert wished["camera"].value < 0.3
    assert {finding.kind for score in wished.values() for finding in score.findings} >= {
        "palette.missing",
        "camera.missing",
    }
