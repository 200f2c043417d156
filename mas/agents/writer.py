"""The handwritten Writer: prompts by a grammar of scenes, revised by findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from mas.agents import atmosphere, staging
from mas.agents.asks import Asks, gather
from mas.agents.concepts import read_concept
from mas.agents.english import sentence
from mas.agents.experience import recollect
from mas.agents.pinned import place_rules
from mas.agents.revision import Keep, revised
from mas.agents.scene import Scene, find_place
from mas.agents.settings import WriterConfig
from mas.nouns import Knowledge, Plan, Prompt, Shot, Take
from mas.protocols import Opening


@dataclass(frozen=True, slots=True)
class HandwrittenWriter:
    """Writes one flowing paragraph in the present tense, the form that LTX-2 follows best."""

    config: WriterConfig

    async def write(self, shot: Shot, plan: Plan, knowledge: Knowledge) -> Prompt:
        asks = gather(shot, plan, knowledge)
        text = shot.concept if shot.verbatim else self._compose(shot, plan, knowledge, asks)
        return Prompt(text=text, negative=self._negative(shot, asks), title=shot.title)

    async def revise(
        self, shot: Shot, plan: Plan, knowledge: Knowledge, takes: Sequence[Take]
    ) -> Prompt:
        if shot.verbatim or not takes:
            return await self.write(shot, plan, knowledge)
        asks = gather(shot, plan, knowledge)
        keep = Keep(
            texts=(shot.concept, asks.style, *asks.rules),
            colours=asks.colours,
            sounds=asks.sounds,
        )
        return revised(keep, takes, develop=plan.refinement.name == "rounds")

    def _compose(self, shot: Shot, plan: Plan, knowledge: Knowledge, asks: Asks) -> str:
        said = shot.concept if shot.concept.strip() else shot.title or "an empty stage"
        concept = read_concept(said)
        shared = plan.assembly is not None or bool(plan.rules)
        scene = Scene(
            concept=concept,
            asks=asks,
            experience=recollect(knowledge),
            salt=f"{shot.concept}|{shot.shot_id}",
            look=plan.title if shared else f"{shot.concept}|{shot.shot_id}",
            place=find_place(said),
            pinned=place_rules(asks.rules),
        )
        return self._paragraph(scene)

    def _paragraph(self, scene: Scene) -> str:
        """Join the sentences; those that nobody asked for go first when it becomes too long."""
        lines = [
            (staging.opening(scene), True),
            (staging.action(scene), False),
            (staging.setting(scene), False),
            *(
                (clause, bool(scene.asks.moods or scene.asks.weather or scene.pinned.light))
                for clause in atmosphere.light(scene)
            ),
            (atmosphere.palette(scene), True),
            *((clause, True) for clause in (*atmosphere.style(scene), *scene.pinned.sentences)),
            (atmosphere.camera(scene), True),
            (atmosphere.sound(scene), True),
        ]
        said = [(sentence(text), needed) for text, needed in lines]
        while len(" ".join(text for text, _ in said)) > self.config.max_chars:
            spare = [index for index, (_, needed) in enumerate(said) if not needed]
            if not spare:
                break
            del said[spare[-1]]
        return " ".join(text for text, _ in said)

    def _negative(self, shot: Shot, asks: Asks) -> str:
        parts = (*self.config.negative.split(","), *asks.avoid, *shot.negative.split(","))
        return ", ".join(dict.fromkeys(part.strip() for part in parts if part.strip()))


def open_writer(config: WriterConfig, opening: Opening) -> HandwrittenWriter:
    """Build the handwritten Writer."""
    return HandwrittenWriter(config)
