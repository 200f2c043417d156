"""The findings of the judges really improve a clip: real renderer, real judges, real Writer."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
import yaml

import mas_signal
from mas.agents.cameraman import open_cameraman
from mas.agents.settings import CameramanConfig, WriterConfig
from mas.agents.writer import open_writer
from mas.evaluation.scheme import open_scheme
from mas.evaluation.settings import ScoringConfig
from mas.evaluation.verifier import HandwrittenVerifier
from mas.nouns import (
    Format,
    Grade,
    Knowledge,
    Plan,
    Prompt,
    RenderOrder,
    Shot,
    Take,
    Wanted,
)
from mas.protocols import Cameraman, Evaluator, Opening, Renderer, Verifier, Writer
from mas.render.animatic.renderer import open_renderer
from mas.render.animatic.settings import AnimaticConfig

ROOT = Path(__file__).parents[1]
FORMAT = Format(width=256, height=160, frames=33, fps=24)
MAX_RETRIES = 3
CONCEPTS = (
    ("a lighthouse above a stormy sea", "dark, purple and blue, the camera pans left"),
    ("a desert caravan at noon", "bright, golden and orange, slow pan right"),
    ("an old forest full of fireflies", "mysterious, green and teal, the camera pushes in"),
    ("a dragon over a burning city", "ominous, crimson and orange, the camera tilts up"),
    ("a street market in the rain", "vibrant, magenta and cyan, the camera pans right"),
    ("a snow fox crossing a frozen lake", "cold, white and ice blue, the camera zooms out"),
    ("a ship entering a harbour", "calm, blue and teal, the camera zooms in"),
    ("a garden of giant flowers", "joyful, pink and yellow, the camera tilts down"),
    ("a castle in the mountains", "epic, violet and gold, the camera pulls back"),
    ("a lone astronaut on a red planet", "melancholic, rust and brown, static camera"),
)


class BlandWriter:
    """Asks for nothing visible at first; revises as the real Writer does."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
        return Prompt("A scene.")

    async def revise(
        self, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
    ) -> Prompt:
        return await self._writer.revise(shot, plan, knowledge, takes)


@dataclass
class Crew:
    writer: Writer
    renderer: Renderer
    verifier: Verifier
    cameraman: Cameraman
    folder: Path

    async def take(self, shot: Shot, prompt: Prompt, attempt: int) -> Take:
        """Render a prompt and grade the clip against the shot's wish."""
        take_id = f"{shot.shot_id}-{attempt}"
        order = RenderOrder("p-refine", take_id, prompt, seed=3, format=FORMAT)
        assignment = await self.renderer.assign(order, "local", self.folder)
        await self.renderer.submit_or_find(assignment)
        await self.renderer.wait(assignment, lambda share: None)
        video = self.folder / f"{take_id}.mp4"
        rendered = await self.renderer.collect(assignment, video)
        wanted = Wanted(
            prompt.text,
            negative=prompt.negative,
            concept=shot.concept,
            style=shot.style,
            format=FORMAT,
        )
        scores = await self.verifier.verify(video, wanted)
        assessment = await self.cameraman.assess(scores)
        return Take(
            take_id=take_id,
            shot_id=shot.shot_id,
            attempt=attempt,
            prompt=prompt,
            seed=3,
            video=rendered.path,
            sha256=rendered.sha256,
            renderer={},
            scores=scores,
            assessment=assessment,
        )

    async def refine(self, shot: Shot) -> list[Take]:
        """Take until the grade is a B or the retries are used up."""
        plan = Plan(use_case="test", title="Refinement", shots=(shot,))
        takes = [await self.take(shot, await self.writer.write(shot, plan, Knowledge()), 0)]
        while len(takes) <= MAX_RETRIES and not accepted(takes[-1]):
            prompt = await self.writer.revise(shot, plan, Knowledge(), takes)
            takes.append(await self.take(shot, prompt, len(takes)))
        return takes


def accepted(take: Take) -> bool:
    grade = take.assessment.grade if take.assessment else None
    return grade is not None and grade.rank >= Grade.B.rank


def score(take: Take) -> float:
    assert take.assessment is not None
    assert take.assessment.score is not None
    return take.assessment.score


def shipped(config: Callable[..., Any], file: Path, **changes: object) -> Any:
    values = yaml.safe_load(file.read_text("utf-8"))
    values.pop("kind")
    return config(**values | changes)


def judges() -> dict[str, Evaluator]:
    opened = {}
    for component in mas_signal.mas_components():
        file = Path(mas_signal.__file__).parent / f"conf/evaluator/{component.kind}.yaml"
        module, _, name = component.build.partition(":")
        build = getattr(import_module(module), name)
        opened[component.kind] = build(shipped(component.config, file), None)
    return opened


@pytest.fixture
async def crew(tmp_path: Path) -> AsyncIterator[Crew]:
    conf = ROOT / "conf"
    scheme = open_scheme(shipped(ScoringConfig, conf / "scoring/signal.yaml"), Opening(tmp_path))
    opening = Opening(tmp_path, scheme=scheme)
    writer = open_writer(shipped(WriterConfig, conf / "agent/writer/handwritten.yaml"), opening)
    cameraman = open_cameraman(
        shipped(CameramanConfig, conf / "agent/cameraman/handwritten.yaml"), opening
    )
    config = shipped(AnimaticConfig, conf / "render/animatic.yaml")
    async with open_renderer(config, opening) as renderer:
        yield Crew(
            writer=BlandWriter(writer),
            renderer=renderer,
            verifier=HandwrittenVerifier(judges(), workers=1),
            cameraman=cameraman,
            folder=tmp_path,
        )


async def test_refinement_raises_the_score_of_bland_first_takes(crew: Crew) -> None:
    gains = []
    for number, (concept, style) in enumerate(CONCEPTS):
        takes = await crew.refine(Shot(f"shot-{number}", concept, concept, style=style))
        best = next((take for take in takes if accepted(take)), max(takes, key=score))
        gains.append(score(best) - score(takes[0]))

    assert fmean(gains) >= 0.1
