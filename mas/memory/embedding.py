"""The lexical embedder: hashed words and letter groups. Alike is what is spelt alike.

The same text gives the same vector in every process and on every machine.
"""

import unicodedata
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mas.memory.settings import LexicalConfig
from mas.memory.words import STOP_WORDS, split_words
from mas.protocols import Opening, Vector

__all__ = ["LexicalEmbedder", "open_embedder"]

_WORD_SHARE = 0.7  # of a vector's length; the rest is letter groups
_GROUP_LENGTHS = (3, 4)
_ENDINGS = ("ing", "ies", "es", "ed", "s", "e", "y")
_SHORTEST_STEM = 3
_Hashes = npt.NDArray[np.uint64]


def open_embedder(config: LexicalConfig, opening: Opening) -> "LexicalEmbedder":
    """Return the lexical embedder; it keeps no state."""
    return LexicalEmbedder(config.dimensions)


class LexicalEmbedder:
    """The `Embedder` that needs no model: same words, and words of the same letters, are alike."""

    def __init__(self, dimensions: int) -> None:
        self.dimensions = dimensions
        self.name = f"lexical v1, {dimensions} dimensions (words and letters, no synonyms)"

    def embed(self, texts: Sequence[str]) -> Vector:
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for place, text in enumerate(texts):
            vectors[place] = self._embed_one(text)
        return vectors

    def _embed_one(self, text: str) -> Vector:
        words = _content_words(text)
        if not words:
            return np.zeros(self.dimensions, np.float32)
        by_words = _WORD_SHARE * self._fold(_hash_words(words))
        return _unit(by_words + (1 - _WORD_SHARE) * self._fold(_hash_letter_groups(words)))

    def _fold(self, hashes: _Hashes) -> Vector:
        """Count hashes into signed buckets, damped, as a unit vector."""
        mixed = _mix(hashes)
        buckets = (mixed >> np.uint64(1)) % np.uint64(self.dimensions)
        signs = np.where(mixed & np.uint64(1), 1.0, -1.0)
        counts = np.bincount(buckets.astype(np.int64), signs, self.dimensions)
        return _unit(np.sign(counts) * np.sqrt(np.abs(counts)))


def _unit(vector: npt.NDArray[np.floating[Any]]) -> Vector:
    length = np.linalg.norm(vector)
    # Opposite signs can cancel a very short text.
    return (vector / length if length else vector).astype(np.float32)


def _content_words(text: str) -> list[str]:
    words = split_words(unicodedata.normalize("NFKC", text).casefold())
    return [word for word in words if word not in STOP_WORDS] or words


def _hash_words(words: Sequence[str]) -> _Hashes:
    hashes = [zlib.crc32(_stem(word).encode()) for word in words]
    return np.array(hashes, np.uint64)


def _stem(word: str) -> str:
    """Cut an English ending, so that `foxes` and `fox`, `running` and `run` are one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    is_doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2]
    return word[:-1] if is_doubled else word


def _hash_letter_groups(words: Sequence[str]) -> _Hashes:
    text = f" {' '.join(words)} "
    letters = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)
    groups = []
    for length in _GROUP_LENGTHS:
        count = len(letters) - length + 1
        rolling = np.full(max(count, 0), length, np.uint64)
        for start in range(length if count > 0 else 0):
            rolling = rolling * np.uint64(0x100000001B3) + letters[start : start + count]
        groups.append(rolling)
    return np.concatenate(groups)


def _mix(hashes: _Hashes) -> _Hashes:
    """Spread every bit over all bits. Source: the splitmix64 finaliser."""
    mixed = hashes + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
