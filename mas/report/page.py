"""report.html: one page that shows a production, opened from the disk, without a network."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from mas.report import wording
from mas.report.views import view
from mas.report.writing import replace_text


def write_report(folder: Path, manifest: Mapping[str, Any]) -> Path:
    """Write `report.html` into the production's folder, beside its clips.

    Pictures stand inside the page; clips and the film are linked by relative paths. Decodes every
    clip once or twice, so call it in a worker thread.
    """
    page = _environment().get_template("page.html.j2")
    text = page.render(page=view(folder, manifest), commands=_commands(manifest))
    return replace_text(folder / "report.html", text)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mas.report", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for filter_ in (
        wording.figure,
        wording.share,
        wording.seconds,
        wording.moment,
        wording.plain,
        wording.letter,
        wording.address,
        wording.count,
    ):
        environment.filters[filter_.__name__] = filter_
    return environment


def _commands(manifest: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Say what can be typed next, each with what it does."""
    resume = f"python -m mas +recipe=resume production={manifest['production_id']}"
    again = ["python -m mas", *([f"+recipe={manifest['recipe']}"] if manifest["recipe"] else [])]
    again += [f"{key}={shlex.quote(str(value))}" for key, value in _request(manifest).items()]
    if manifest["status"] == "paused":
        return (("Go on where it stopped; finished takes are kept.", resume),)
    return (("Make it again, as a new production.", " ".join(again)),)


def _request(manifest: Mapping[str, Any]) -> dict[str, Any]:
    words = {"brief": manifest["brief"], "user": manifest["user"], "seed": manifest["seed"]}
    return {key: value for key, value in words.items() if value not in (None, "", "default")}
