"""Laying layers into a picture: shifted by parts of a pixel, or magnified around its middle."""

import math

import cv2
import numpy as np

from mas.render.animatic.arrays import Pixels
from mas.render.animatic.layers import Layer, Patch

__all__ = ["lay", "magnified", "padded"]

_CLEAR = (0, 0, 0, 255)
_PAD = 18
_NEAR_ENOUGH = 0.07  # of a pixel: a shift that cannot be seen
_LOOK_BACK = 40  # source pixels, among which one falls on a whole pixel of the picture


def lay(
    seen: Pixels, layer: Layer, patch: Patch, corner: tuple[float, float], *, scale: float
) -> None:
    """Lay a patch of a layer into the picture, in place.

    Args:
        seen: (height, width, 4) uint8, what stands behind.
        layer: says how the patch covers.
        patch: what to lay.
        corner: where its upper left corner stands before magnification, px.
        scale: magnification around the middle of the picture; other than 1 only for `padded` layers.
    """
    if scale == 1.0:
        _shifted(seen, layer, patch, corner)
    else:
        _scaled(seen, layer, patch, corner, scale=scale)


def padded(layer: Layer) -> Layer:
    """Put a clear edge around a layer's poses, so that they can be magnified the quick way."""
    if layer.whole:
        return layer
    poses = tuple(
        Patch(
            cv2.copyMakeBorder(p.pixels, *(_PAD,) * 4, cv2.BORDER_CONSTANT, value=_CLEAR),
            p.x - _PAD,
            p.y - _PAD,
        )
        for p in layer.poses
    )
    return layer.moved(poses=poses)


def magnified(seen: Pixels, zoom: float) -> Pixels:
    """Return a new picture, magnified around its middle."""
    if zoom == 1.0:
        return seen.copy()
    height, width = seen.shape[:2]
    origin = (width / 2 * (1 - 1 / zoom), height / 2 * (1 - 1 / zoom))
    return _cut(seen, origin, (width, height), zoom, whole=True, soft=False)


def _cut(
    pixels: Pixels,
    origin: tuple[float, float],
    size: tuple[int, int],
    scale: float,
    *,
    whole: bool,
    soft: bool,
) -> Pixels:
    """Cut a magnified part out of `pixels`: its pixel (0, 0) shows `origin` of them.

    Resizing costs half of a warp, but starts at whole source pixels. So a start is sought from
    which the wanted origin falls on a whole pixel of the result; where there is none, it is warped.
    """
    width, height = size
    left = _start(origin[0], scale, width, pixels.shape[1])
    top = _start(origin[1], scale, height, pixels.shape[0])
    kind = cv2.INTER_NEAREST if soft else cv2.INTER_LINEAR
    if left is not None and top is not None:
        x, skip_x, x1 = left
        y, skip_y, y1 = top
        large = cv2.resize(pixels[y:y1, x:x1], None, fx=scale, fy=scale, interpolation=kind)
        return large[skip_y : skip_y + height, skip_x : skip_x + width]
    matrix = np.array([[1 / scale, 0, origin[0]], [0, 1 / scale, origin[1]]])
    border = cv2.BORDER_REPLICATE if whole else cv2.BORDER_CONSTANT
    return cv2.warpAffine(
        pixels,
        matrix,
        size,
        flags=kind | cv2.WARP_INVERSE_MAP,
        borderMode=border,
        borderValue=_CLEAR,
    )


def _start(origin: float, scale: float, length: int, there: int) -> tuple[int, int, int] | None:
    """Return (first source pixel, pixels to skip in the result, end of the source), or None."""
    newest = math.floor(origin)
    if newest < 0:
        return None
    starts = np.arange(max(0, newest - _LOOK_BACK), newest + 1)
    # The result's pixel m shows (m + 0.5) / scale - 0.5 of what starts at n.
    skips = (origin - starts + 0.5) * scale - 0.5
    off = np.abs(skips - np.round(skips))
    off[skips < -_NEAR_ENOUGH] = 1.0
    near = np.nonzero(off < _NEAR_ENOUGH)[0]
    if len(near) == 0:
        return None
    best = int(near[-1])
    first, skip = int(starts[best]), round(float(skips[best]))
    end = first + math.ceil((skip + length + 1) / scale) + 1
    return (first, skip, end) if end <= there else None


def _shifted(seen: Pixels, layer: Layer, patch: Patch, corner: tuple[float, float]) -> None:
    """Lay a patch over the picture at a sub-pixel place: weighted sums cost less than a warp."""
    height, width = seen.shape[:2]
    tall, wide = patch.pixels.shape[:2]
    x, y = corner
    left, top = math.floor(x), math.floor(y)
    fx, fy = x - left, y - top
    if fx < 1 / 32 or fx > 31 / 32:
        left, fx = round(x), 0.0
    if fy < 1 / 32 or fy > 31 / 32:
        top, fy = round(y), 0.0
    x0, x1 = max(0, left), min(width, left + wide)
    y0, y1 = max(0, top), min(height, top + tall)
    if x0 >= x1 or y0 >= y1:
        return
    part = patch.pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    if fx or fy:
        part = _blended(patch.pixels, part, (x0 - left, y0 - top), fx, fy, whole=layer.whole)
    _over(seen[y0:y1, x0:x1], part, layer)


def _blended(
    pixels: Pixels, part: Pixels, at: tuple[int, int], fx: float, fy: float, *, whole: bool
) -> Pixels:
    """Move `part` of `pixels` right and down by fractions of a pixel."""
    x, y = at
    tall, wide = part.shape[:2]
    before_x, before_y = int(x > 0 and fx > 0), int(y > 0 and fy > 0)
    area = pixels[y - before_y : y + tall, x - before_x : x + wide]
    pad_x, pad_y = int(fx > 0 and not before_x), int(fy > 0 and not before_y)
    if pad_x or pad_y:
        kind = cv2.BORDER_REPLICATE if whole else cv2.BORDER_CONSTANT
        area = cv2.copyMakeBorder(area, pad_y, 0, pad_x, 0, kind, value=_CLEAR)
    if fx:
        area = cv2.addWeighted(area[:, 1:], 1 - fx, area[:, :-1], fx, 0)
    if fy:
        area = cv2.addWeighted(area[1:], 1 - fy, area[:-1], fy, 0)
    return area


def _scaled(
    seen: Pixels, layer: Layer, patch: Patch, corner: tuple[float, float], *, scale: float
) -> None:
    """Lay a patch over the picture, magnified around the picture's middle."""
    height, width = seen.shape[:2]
    tall, wide = patch.pixels.shape[:2]
    left = (corner[0] - width / 2) * scale + width / 2
    top = (corner[1] - height / 2) * scale + height / 2
    # Of the clear edge only a little is laid: the rest is there to begin in.
    edge = 0.0 if layer.whole else (_PAD - 2) * scale
    x0, x1 = max(0, math.floor(left + edge)), min(width, math.ceil(left + wide * scale - edge))
    y0, y1 = max(0, math.floor(top + edge)), min(height, math.ceil(top + tall * scale - edge))
    if x0 >= x1 or y0 >= y1:
        return
    origin = ((x0 - left) / scale, (y0 - top) / scale)
    part = _cut(patch.pixels, origin, (x1 - x0, y1 - y0), scale, whole=layer.whole, soft=layer.soft)
    _over(seen[y0:y1, x0:x1], part, layer)


def _over(area: Pixels, part: Pixels, layer: Layer) -> None:
    if layer.whole:
        area[:] = part
        return
    if layer.lights:
        cv2.add(area, part, area)
        return
    uncovered = cv2.cvtColor(cv2.extractChannel(part, 3), cv2.COLOR_GRAY2BGRA)
    cv2.multiply(area, uncovered, area, 1 / 255)
    cv2.add(area, part, area)
