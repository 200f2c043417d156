"""Contact sheets: evenly spaced frames of a clip on one picture."""

from pathlib import Path

import cv2
import numpy as np

from mas.media.reading import grab
from mas.protocols import Picture

__all__ = ["contact_sheet", "contact_sheet_file"]

_QUALITY = 88


def contact_sheet(
    path: str | Path, *, count: int = 4, columns: int = 2, width: int = 768, suffix: str = ".jpg"
) -> bytes:
    """Return the sheet as an encoded picture.

    Args:
        path: the clip.
        count: frames on the sheet.
        columns: frames side by side.
        width: of the whole sheet, px.
        suffix: ".jpg" or ".png".

    Raises:
        EvaluationError: the clip cannot be decoded.
    """
    sheet = _tile(grab(path, count), columns, width)
    options = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY] if suffix == ".jpg" else []
    return cv2.imencode(suffix, sheet, options)[1].tobytes()


def contact_sheet_file(
    path: str | Path, destination: str | Path, *, count: int = 4, columns: int = 2, width: int = 768
) -> Path:
    """Write the sheet to `destination` (.jpg or .png), whole or not at all, and return it."""
    target = Path(destination)
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.write_bytes(
        contact_sheet(path, count=count, columns=columns, width=width, suffix=target.suffix)
    )
    return unfinished.replace(target)


def _tile(pictures: list[Picture], columns: int, width: int) -> Picture:
    height, across = pictures[0].shape[:2]
    cell = (width // columns, max(1, round(width / columns * height / across)))
    rows = -(-len(pictures) // columns)
    sheet = np.zeros((rows * cell[1], columns * cell[0], 3), np.uint8)
    for k, picture in enumerate(pictures):
        x, y = k % columns * cell[0], k // columns * cell[1]
        small = cv2.resize(picture, cell, interpolation=cv2.INTER_AREA)
        sheet[y : y + cell[1], x : x + cell[0]] = small
    return sheet
