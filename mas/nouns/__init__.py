"""The values that mas passes around: frozen, typed, without behaviour that needs a studio."""

from mas.nouns.blocks import (
    AbTesting,
    Block,
    BlockSpec,
    BlockVersion,
    CurrentSeries,
    Edit,
    JournalEntry,
    Operation,
    ProductionQueue,
    QualityStandards,
    SessionState,
    UserStyle,
)
from mas.nouns.brief import Brief, Offer, Routing, Wish
from mas.nouns.component import Component, Opens, Task
from mas.nouns.knowledge import Knowledge, Lessons, Message, Outcome
from mas.nouns.passage import Passage, PassageFilter, Recalled
from mas.nouns.plan import Assembly, Format, Plan, Prompt, RefinementPolicy, Shot
from mas.nouns.progress import Phase, Progress
from mas.nouns.quality import Assessment, Finding, Grade, Score, ScoringScheme, Wanted
from mas.nouns.take import Assignment, Rendered, RenderOrder, ShotResult, ShotStatus, Take

__all__ = [
    "AbTesting",
    "Assembly",
    "Assessment",
    "Assignment",
    "Block",
    "BlockSpec",
    "BlockVersion",
    "Brief",
    "Component",
    "CurrentSeries",
    "Edit",
    "Finding",
    "Format",
    "Grade",
    "JournalEntry",
    "Knowledge",
    "Lessons",
    "Message",
    "Offer",
    "Opens",
    "Operation",
    "Outcome",
    "Passage",
    "PassageFilter",
    "Phase",
    "Plan",
    "ProductionQueue",
    "Progress",
    "Prompt",
    "QualityStandards",
    "Recalled",
    "RefinementPolicy",
    "RenderOrder",
    "Rendered",
    "Routing",
    "Score",
    "ScoringScheme",
    "SessionState",
    "Shot",
    "ShotResult",
    "ShotStatus",
    "Take",
    "Task",
    "UserStyle",
    "Wanted",
    "Wish",
]
