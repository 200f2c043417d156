"""The end of a production on the command line: a table, and where to look."""

import re
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from shutil import get_terminal_size
from textwrap import shorten
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mas.cli.words import STATUS_STYLES, clean, plain

_NONE = "-"
_LEARNED_SHOWN = 5
_LONGEST_LESSON = 110  # characters
_CHANGE = re.compile(r"(?P<block>\w+)\.(?P<field>[A-Z_]+): (?:\+ )?(?P<what>.*)", re.DOTALL)
_BOOKKEEPING = {"session_state", "production_queue", "current_series", "ab_testing"}
_FIELDS = {
    "COLOR_PREFERENCES": "you like the colours",
    "MOOD_PREFERENCES": "you like the moods",
    "THEME_PREFERENCES": "you like to see",
    "PACING_PREFERENCES": "you like the pacing",
    "DISLIKED_ELEMENTS": "you avoid",
    "FAVORITE_SUCCESSES": "a favourite",
    "FAILURE_PATTERNS_TO_AVOID": "to avoid",
    "REFINEMENT_STRATEGIES": "what helps",
    "SUCCESSFUL_PATTERNS": "what works",
    "PROVEN_PROMPT_TEMPLATES": "a proven prompt",
}
Manifest = Mapping[str, Any]


def summary_table(
    manifest: Manifest, folder: Path, *, width: int | None = None, terminal: bool | None = None
) -> str:
    """Say how a production ended: a row per shot, what was learned, and where the report lies.

    Paths stand on lines of their own and are never broken.

    Args:
        manifest: of the production.
        folder: of the production.
        width: columns; None takes those of the terminal, 100 where there is none.
        terminal: whether to colour; None looks at stdout.
    """
    page = StringIO()
    coloured = sys.stdout.isatty() if terminal is None else terminal
    console = Console(
        file=page,
        width=width or get_terminal_size((100, 40)).columns,
        force_terminal=coloured,
        color_system="auto" if coloured else None,
        highlight=False,
    )
    if manifest["shots"]:
        console.print(_table(manifest, box.SIMPLE_HEAD if coloured else None))
    for line in _sentences(manifest):
        console.print(Text(clean(line)), soft_wrap=True)
    for name, path in _places(manifest, folder):
        console.print(Text(f"{name:8}{path}"), soft_wrap=True)
    return "\n".join(line.rstrip() for line in page.getvalue().strip("\n").splitlines())


def _table(manifest: Manifest, frame: box.Box | None) -> Table:
    table = Table(box=frame, pad_edge=False)
    table.add_column("shot", overflow="fold")
    for name in ("takes", "grade", "score"):
        table.add_column(name, justify="right")
    table.add_column("status")
    table.add_column("seconds", justify="right")
    for shot in manifest["shots"]:
        table.add_row(*_cells(shot))
    return table


def _sentences(manifest: Manifest) -> list[str]:
    """Without shots, what was said is the answer; after shots, what was learned is the news."""
    said = list(manifest.get("said", ()))
    if said and not manifest["shots"]:
        return said
    learned = tuple(manifest.get("learned", ()))
    shown = [told for line in learned if (told := _told(line))][:_LEARNED_SHOWN]
    more = len(learned) - len(shown)
    rest = [f"learned: {more} more, in the report"] if more > 0 else []
    return [*_partial(manifest), *(f"learned: {told}" for told in shown), *rest]


def _told(line: str) -> str:
    """Say a change of memory in words; "" for mere bookkeeping."""
    change = _CHANGE.fullmatch(line)
    if change is None:
        return line
    if change["block"] in _BOOKKEEPING:
        return ""
    said = f"{_FIELDS.get(change['field'], plain(change['field'].lower()))}: {change['what']}"
    return shorten(said, _LONGEST_LESSON, placeholder=" ...")


def _partial(manifest: Manifest) -> list[str]:
    """Say why grades are partial: which judges had nothing to go by in the best takes."""
    takes = [
        take
        for shot in manifest["shots"]
        for take in shot["takes"]
        if take["take_id"] == shot["best_take"] and take["grade_partial"]
    ]
    missing = {
        plain(name): score.get("reason") or "no score"
        for take in takes
        for name, score in take["scores"].items()
        if score["score"] is None
    }
    told = "; ".join(f"{name} ({reason})" for name, reason in missing.items())
    return [f"partial: not judged were {told}"] if told else []


def _cells(shot: Manifest) -> list[Text]:
    best = next((t for t in shot["takes"] if t["take_id"] == shot["best_take"]), None)
    seconds = sum(take["write_s"] + take["render_s"] + take["grade_s"] for take in shot["takes"])
    score = best["score"] if best else None
    partial = " partial" if best and best["grade_partial"] else ""
    return [
        Text(clean(shot["title"])),
        Text(str(len(shot["takes"]))),
        Text(f"{(best and best['grade']) or _NONE}{partial}", style="bold"),
        Text(_NONE if score is None else f"{score:.2f}"),
        Text(plain(shot["status"]), style=STATUS_STYLES.get(shot["status"], "")),
        Text(f"{seconds:.1f}"),
    ]


def _places(manifest: Manifest, folder: Path) -> list[tuple[str, Path]]:
    film = [("film", folder / manifest["film"])] if manifest["film"] else []
    return [*film, ("report", folder / "report.html")]
