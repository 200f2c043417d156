"""Search by words: FTS5 with BM25, over the rarest words of a query only.

A query of very common words would rank every passage of the user, which is the slow case.
"""

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from hashlib import blake2s

__all__ = ["STOP_WORDS", "WordSearch", "owner_token", "split_words"]

STOP_WORDS = frozenset(
    [
        "a", "about", "above", "after", "again", "all", "also", "am", "an", "and", "any", "are",
        "as", "at", "be", "because", "been", "before", "being", "below", "between", "both",
        "but", "by", "can", "could", "did", "do", "does", "doing", "down", "during", "each",
        "else", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her",
        "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
        "itself", "just", "me", "more", "most", "my", "no", "nor", "not", "of", "off", "on",
        "once", "one", "only", "or", "other", "our", "out", "over", "own", "please", "same",
        "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then",
        "there", "these", "they", "this", "those", "through", "to", "too", "under", "until",
        "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "which",
        "while", "who", "why", "will", "with", "would", "you", "your",
    ]
)  # fmt: skip
MATCH_BUDGET = 2_000  # passages that one query may rank
_CHUNK = 512


def split_words(text: str) -> list[str]:
    """Return the runs of letters, digits and their marks."""
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text)
    return "".join(kept).split()


def owner_token(user: str) -> str:
    """Return the word by which a user's passages are found in the index of words."""
    return f"u{blake2s(user.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}"


class WordSearch:
    """Ranks the passages of one user by the words of a query."""

    def __init__(self, max_terms: int) -> None:
        self._max_terms = max_terms

    def rank(
        self,
        connection: sqlite3.Connection,
        query: str,
        *,
        owner: str,
        keep: Callable[[list[int]], list[int]],
        limit: int,
    ) -> list[int]:
        """Return at most `limit` sequence numbers, best first.

        Args:
            connection: inside a transaction.
            query: any text.
            owner: `owner_token` of the user.
            keep: picks those that pass the other filters, in order.
            limit: how many are wanted.
        """
        terms = self._rare_terms(connection, query, owner)
        if not terms:
            return []
        statement = (
            "SELECT rowid FROM mas_passage_words WHERE mas_passage_words MATCH ? ORDER BY rank"
        )
        found: list[int] = []
        with closing(connection.execute(statement, (_match(owner, terms),))) as cursor:
            while len(found) < limit and (rows := cursor.fetchmany(_CHUNK)):
                found += keep([seq for (seq,) in rows])
        return found[:limit]

    def _rare_terms(self, connection: sqlite3.Connection, query: str, owner: str) -> list[str]:
        words = split_words(unicodedata.normalize("NFKC", query).casefold())
        terms = [word for word in dict.fromkeys(words) if word not in STOP_WORDS]
        counted = sorted(
            (count, term)
            for term in sorted(terms, key=len, reverse=True)[: 2 * self._max_terms]
            if (count := _count(connection, owner, term))
        )
        chosen: list[str] = []
        budget = MATCH_BUDGET
        for count, term in counted[: self._max_terms]:
            budget -= count
            if budget < 0:
                break
            chosen.append(term)
        return chosen


def _count(connection: sqlite3.Connection, owner: str, term: str) -> int:
    found = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM mas_passage_words"
        " WHERE mas_passage_words MATCH ? LIMIT ?)",
        (_match(owner, [term]), MATCH_BUDGET + 1),
    ).fetchone()
    return int(found[0])


def _match(owner: str, terms: list[str]) -> str:
    # `split_words` leaves no quote in a term, so quoting is all that FTS5's grammar needs.
    return (
        f"owner: {owner} AND text: ({' OR '.join(f'{chr(34)}{term}{chr(34)}' for term in terms)})"
    )
