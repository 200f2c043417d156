"""What the arrays of this package hold. OpenCV's stubs promise no dtype, so the names say it."""

from typing import Any

import numpy.typing as npt

__all__ = ["Image", "Line", "Mask", "Pixels"]

Image = npt.NDArray[Any]
"""(height, width, 3) float32, blue first, 0..255."""
Mask = npt.NDArray[Any]
"""(height, width) float32, 0..1."""
Line = npt.NDArray[Any]
"""(width,) float32, one value per column."""
Pixels = npt.NDArray[Any]
"""(height, width, 3 or 4) uint8, blue first."""
