"""The keys of the crew's sections; their values stand in conf/agent/."""

from dataclasses import dataclass, field

_GRADES = ("A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D", "F")


@dataclass(frozen=True, slots=True)
class DirectorConfig:
    """How the handwritten Director reads briefs."""

    max_count: int = field(
        metadata={"help": "the most films one wish may ask for", "unit": "films", "ge": 1}
    )


@dataclass(frozen=True, slots=True)
class WriterConfig:
    """How long the handwritten Writer's prompts become."""

    max_chars: int = field(
        metadata={
            "help": "longest prompt the Writer aims at; what was asked for is never cut",
            "unit": "characters",
            "ge": 400,
            "le": 4000,
        }
    )
    negative: str = field(
        metadata={"help": "faults that every negative prompt names", "free_text": True}
    )


@dataclass(frozen=True, slots=True)
class CameramanConfig:
    """How much the handwritten Cameraman says."""

    max_reasons: int = field(
        metadata={"help": "most reasons given for a grade", "unit": "sentences", "ge": 1, "le": 50}
    )


@dataclass(frozen=True, slots=True)
class VerifierConfig:
    """How the Verifier runs the judges."""

    workers: int = field(
        metadata={"help": "clips judged at once", "unit": "threads", "ge": 1, "le": 64}
    )


@dataclass(frozen=True, slots=True)
class TunerConfig:
    """What the handwritten Tuner calls a success, and how much it keeps of one production."""

    success_grade: str = field(
        metadata={"help": "least grade that counts as a success", "choices": _GRADES}
    )
    favorite_grade: str = field(
        metadata={"help": "least grade of a favourite success", "choices": _GRADES}
    )
    max_patterns: int = field(
        metadata={"help": "most patterns of a kind learned at once", "ge": 1, "le": 50}
    )


@dataclass(frozen=True, slots=True)
class SleeptimeConfig:
    """When the sleeptime agent runs, and with which memory."""

    every: int = field(
        metadata={"help": "interactions between two runs", "unit": "interactions", "ge": 1}
    )
    message_buffer_autoclear: bool = field(
        metadata={"help": "empty the agent's own message buffer before each run"}
    )
    repeated: int = field(
        metadata={"help": "times a style word is wished before it is learned", "ge": 2, "le": 20}
    )
