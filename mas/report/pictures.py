"""Pictures of clips, as data that stands inside the page."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mas.errors import MasError
from mas.media.sheets import contact_sheet


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip of the production: where it lies, and how it looks.

    Attributes:
        path: relative to the production's folder.
        picture: `data:` address of a JPEG, None when the clip cannot be read.
        problem: why there is no picture, else "".
    """

    path: str
    picture: str | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a picture of a clip is laid out: evenly spaced frames, in columns, `width` px in all."""

    frames: int
    columns: int
    width: int


SHEET = Layout(frames=6, columns=3, width=1020)
STILL = Layout(frames=1, columns=1, width=480)
POSTER = Layout(frames=1, columns=1, width=1152)


def look(folder: Path, video: str | None, layout: Layout) -> Clip | None:
    """Return how a clip looks; None when there is no clip to look at."""
    if video is None:
        return None
    if not (folder / video).is_file():
        return Clip(video, None, f"{video} is no longer here")
    try:
        jpeg = contact_sheet(
            folder / video, count=layout.frames, columns=layout.columns, width=layout.width
        )
    except MasError as error:
        return Clip(video, None, str(error))
    return Clip(video, "data:image/jpeg;base64," + b64encode(jpeg).decode("ascii"))


def poster(folder: Path, manifest: Mapping[str, Any]) -> Clip | None:
    """Return the film with a still of its first shot; a title card would say nothing."""
    if manifest["film"] is None or not (folder / manifest["film"]).is_file():
        return None
    best = (
        t["video"] for s in manifest["shots"] for t in s["takes"] if t["take_id"] == s["best_take"]
    )
    still = look(folder, next(best, None), POSTER)
    return Clip(manifest["film"], still.picture if still else None)
