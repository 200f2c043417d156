"""Choices that look free and are not: the same shot always gets the same words."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def pick(options: Sequence[T], *salt: str, fits: Callable[[T], bool] | None = None) -> T:
    """Pick one of `options` by a hash of `salt`; the first that `fits` from there on, if any does."""
    digest = blake2b("\x1f".join(salt).encode(), digest_size=8).digest()
    start = int.from_bytes(digest, "big") % len(options)
    turned = [*options[start:], *options[:start]]
    if fits is None:
        return turned[0]
    return next((option for option in turned if fits(option)), turned[0])
