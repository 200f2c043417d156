"""The plan of a production: shots, pinned rules, how to refine, how to assemble."""

from dataclasses import dataclass, field

from mas.nouns.blocks import Edit
from mas.nouns.passage import Passage


@dataclass(frozen=True, slots=True)
class Format:
    """Size and length of a clip: pixels, frames, frames per second."""

    width: int
    height: int
    frames: int
    fps: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """Text handed to the video model; `title` is burnt in by renderers that can."""

    text: str
    negative: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """The plan of one clip.

    Attributes:
        shot_id: unique inside its production, `[a-z0-9-]+`.
        title: short name for people.
        concept: what is to be seen, in the user's words or the use case's.
        rules: rules of this shot alone, beside the plan's.
        after: shot ids whose best take must exist before this one is recalled and written.
        first_frame_from: shot id whose last frame starts this clip (renderers that can).
        seed: fixed seed of the first take, else derived from the production's.
        format: overrides the renderer's format (batch rows), else None.
        negative: extra negative prompt.
        verbatim: the concept is the prompt, word for word; the Writer adds nothing.
        use_case: the use case that planned it, if not the plan's.
        min_grade: overrides the standard for this shot ("A+".."F"), else None.
    """

    shot_id: str
    title: str
    concept: str
    rules: tuple[str, ...] = ()
    style: str = ""
    episode: int | None = None
    variation: str | None = None
    after: tuple[str, ...] = ()
    first_frame_from: str | None = None
    seed: int | None = None
    format: Format | None = None
    negative: str = ""
    verbatim: bool = False
    use_case: str | None = None
    min_grade: str | None = None


@dataclass(frozen=True, slots=True)
class RefinementPolicy:
    """How a shot is refined.

    Attributes:
        name: "loop" (repair: revise the last take by its findings) or "rounds" (develop: every
            round starts from the best take so far and pushes it further).
        max_retries: retries after the first take; None takes the quality standards' value.
        stop_when_accepted: False renders all rounds even when an earlier one passed.
        remember: what later attempts see: "last" (the attempt before), "best", or "all".
        reviser: "writer" (the Writer revises) or "use_case" (the use case's `revise`).
    """

    name: str = "loop"
    max_retries: int | None = None
    stop_when_accepted: bool = True
    remember: str = "all"
    reviser: str = "writer"


@dataclass(frozen=True, slots=True)
class Assembly:
    """How best takes become the film: in shot order, each after a title card when wanted."""

    title: str = ""
    title_cards: bool = True
    card_s: float = 1.5


@dataclass(frozen=True, slots=True)
class Plan:
    """What a use case decided: a value, without shots when there is only something to learn.

    `say` are sentences for the user; `edits` and `passages` are learned when the plan is
    accepted, before the first shot is written.
    """

    use_case: str
    title: str
    shots: tuple[Shot, ...] = ()
    style: str = ""
    rules: tuple[str, ...] = ()
    refinement: RefinementPolicy = field(default_factory=RefinementPolicy)
    assembly: Assembly | None = None
    say: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    passages: tuple[Passage, ...] = ()
