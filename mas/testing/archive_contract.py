"""The behaviour that every archive shares.

Subclass with a fixture `archive` that yields an empty one; its embedder may be of any kind.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from mas.errors import ArchiveError
from mas.nouns import Passage, PassageFilter
from mas.protocols import Archive

__all__ = ["ArchiveContract"]

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ANN = PassageFilter(user="ann")


class ArchiveContract:
    """Idempotent storing; exact filters; as many passages as exist; relevance; isolation."""

    pytestmark = pytest.mark.asyncio

    async def test_a_passage_comes_back_as_it_was_stored(self, archive: Archive) -> None:
        passage = Passage(
            key="k",
            kind="success",
            text='A "fox" runs\nthrough {snow}; 狐狸 🦊 é',
            user="ann",
            use_case="series",
            grade="A-",
            score=0.875,
            production_id="p1",
            created_at=NOON + timedelta(microseconds=123_457),
            extra={"take": "t1", "attempt": 2, "share": 0.5, "kept": True, "error": None},
        )

        await archive.store([passage])

        (found,) = await archive.search("a fox in the snow", ANN)
        assert found.passage == passage

    async def test_the_passage_about_the_query_comes_first(self, archive: Archive) -> None:
        texts = [
            "The budget of the quarter is balanced by the accountants in a long meeting.",
            "A red fox trots through fresh snow between birches.",
            "A spreadsheet with numbers, taxes and invoices.",
            "An old lighthouse stands in heavy rain.",
        ]
        await archive.store([_passage(f"k{i}", text) for i, text in enumerate(texts)])

        for query in ("fox in the snow", "foxes"):
            found = await archive.search(query, ANN, limit=1)
            assert [hit.passage.key for hit in found] == ["k1"]

    async def test_scores_fall(self, archive: Archive) -> None:
        await archive.store([_passage(f"k{i}", f"a fox and {i} hares") for i in range(9)])

        found = await archive.search("a fox", ANN, limit=9)

        scores = [hit.score for hit in found]
        assert scores == sorted(scores, reverse=True)

    async def test_as_many_passages_come_as_exist(self, archive: Archive) -> None:
        rare = [_passage(f"r{i}", f"number {i} of nothing alike", grade="A") for i in range(7)]
        crowd = [_passage(f"c{i}", f"a fox in snow {i}", grade="D") for i in range(120)]
        await archive.store([*crowd, *rare])
        good = PassageFilter(user="ann", min_grade="B")

        found = await archive.search("a fox in snow", good, limit=7)
        more = await archive.search("a fox in snow", good, limit=50)
        everything = await archive.search("a fox in snow", ANN, limit=200)

        wanted = {passage.key for passage in rare}
        assert {hit.passage.key for hit in found} == wanted
        assert {hit.passage.key for hit in more} == wanted
        assert len({hit.passage.key for hit in everything}) == 127

    async def test_an_empty_query_returns_the_newest(self, archive: Archive) -> None:
        for day in (2, 0, 3, 1):
            created_at = NOON + timedelta(days=day)
            await archive.store([_passage(f"d{day}", "a fox", created_at=created_at)])

        for query in ("", "  \n"):
            found = await archive.search(query, ANN, limit=3)
            assert [hit.passage.key for hit in found] == ["d3", "d2", "d1"]

    async def test_the_same_key_again_replaces(self, archive: Archive) -> None:
        await archive.store([_passage("k", "a fox"), _passage("k", "a lighthouse")])
        await archive.store([_passage("k", "a whale")])

        assert await archive.count(ANN) == 1
        (found,) = await archive.search("a fox", ANN)
        assert found.passage.text == "a whale"

    async def test_storing_twice_changes_nothing(self, archive: Archive) -> None:
        passage = Passage(key="k", kind="success", text="a fox", user="ann")
        await archive.store([passage])
        first = await archive.search("fox", ANN)

        await archive.store([passage])

        assert first[0].passage.created_at is not None
        assert await archive.search("fox", ANN) == first

    async def test_nothing_crosses_users(self, archive: Archive) -> None:
        for user in ("ann", "bob"):
            await archive.store([_passage("k", f"a fox of {user}", user=user)])

        found = await archive.search("a fox of bob", ANN)

        assert [hit.passage.text for hit in found] == ["a fox of ann"]
        assert await archive.count(PassageFilter(user="an")) == 0
        assert not await archive.forget("carl", "k")
        assert await archive.count(PassageFilter(user="bob")) == 1

    @pytest.mark.parametrize(
        ("where", "wanted"),
        [
            pytest.param(ANN, "abcde", id="the user alone"),
            pytest.param(PassageFilter("ann", kinds=("success",)), "ab", id="one kind"),
            pytest.param(PassageFilter("ann", kinds=("success", "failure")), "abcd", id="kinds"),
            pytest.param(PassageFilter("ann", kinds=()), "", id="no kind"),
            pytest.param(PassageFilter("ann", kinds=("unheard",)), "", id="unknown kind"),
            pytest.param(PassageFilter("ann", use_case="series"), "ace", id="use case"),
            pytest.param(PassageFilter("ann", min_grade="B-"), "ab", id="at least B-"),
            pytest.param(PassageFilter("ann", min_grade="A+"), "a", id="at least A+"),
            pytest.param(PassageFilter("ann", max_grade="B-"), "bcd", id="at most B-"),
            pytest.param(
                PassageFilter("ann", min_grade="D", max_grade="B"), "bc", id="between grades"
            ),
            pytest.param(
                PassageFilter("ann", after=NOON + timedelta(days=2)), "cde", id="after, inclusive"
            ),
            pytest.param(
                PassageFilter("ann", before=NOON + timedelta(days=2)), "ab", id="before, exclusive"
            ),
            pytest.param(PassageFilter("ann", exclude_production="p0"), "bde", id="production"),
            pytest.param(
                PassageFilter("ann", kinds=("failure",), use_case="series", max_grade="C"),
                "c",
                id="several at once",
            ),
        ],
    )
    async def test_filters_hold_for_search_and_count(
        self, archive: Archive, where: PassageFilter, wanted: str
    ) -> None:
        await archive.store(_graded())

        for query in ("a fox", ""):
            found = await archive.search(query, where, limit=10)
            assert sorted(hit.passage.key for hit in found) == list(wanted)
        assert await archive.count(where) == len(wanted)

    async def test_forgetting_takes_a_passage_out_of_every_search(self, archive: Archive) -> None:
        await archive.store([_passage("k1", "a fox"), _passage("k2", "a lighthouse")])

        assert await archive.forget("ann", "k1")
        assert not await archive.forget("ann", "k1")

        for query in ("a fox", ""):
            found = await archive.search(query, ANN)
            assert [hit.passage.key for hit in found] == ["k2"]

    @pytest.mark.parametrize(
        "query",
        [
            pytest.param('"', id="a quote"),
            pytest.param("'; DROP TABLE mas_passage; --", id="sql"),
            pytest.param('fox" OR "1', id="an open quote"),
            pytest.param("fox AND", id="an operator"),
            pytest.param("NEAR(fox, 2) NOT *", id="words of a query language"),
            pytest.param("owner: u1 text: ^fox -snow +x {a b}: (", id="columns and brackets"),
            pytest.param("fox\x00snow", id="a nul"),
            pytest.param("\ud800 fox", id="a lone surrogate"),
            pytest.param("!!! ... ???", id="no words"),
            pytest.param("the of and", id="stop words"),
            pytest.param("狐狸 лиса 🦊", id="other scripts"),
            pytest.param("fox " * 5000, id="very long"),
        ],
    )
    async def test_any_text_is_a_query(self, archive: Archive, query: str) -> None:
        await archive.store([_passage("k1", "a fox"), _passage("k2", "a lighthouse")])

        assert len(await archive.search(query, ANN)) == 2

    async def test_other_scripts_are_found(self, archive: Archive) -> None:
        texts = ("рыжая лиса в снегу", "старый маяк под дождём", "一只狐狸在雪地里奔跑", "ein Wal")
        await archive.store([_passage(text, text) for text in texts])

        for query, text in (("лиса", texts[0]), ("маяк", texts[1]), ("狐狸在雪地", texts[2])):
            (found,) = await archive.search(query, ANN, limit=1)
            assert found.passage.text == text

    async def test_an_empty_archive_finds_nothing(self, archive: Archive) -> None:
        await archive.store([])

        assert await archive.search("a fox", ANN) == ()
        assert await archive.search("", ANN) == ()
        assert await archive.count(ANN) == 0

    async def test_no_limit_finds_nothing(self, archive: Archive) -> None:
        await archive.store([_passage("k", "a fox")])

        assert await archive.search("a fox", ANN, limit=0) == ()

    async def test_an_unknown_grade_is_refused(self, archive: Archive) -> None:
        with pytest.raises(ArchiveError, match="'Z'"):
            await archive.store([_passage("good", "a fox"), _passage("bad", "a fox", grade="Z")])
        with pytest.raises(ArchiveError, match="'Z'"):
            await archive.search("a fox", PassageFilter("ann", min_grade="Z"))

        assert await archive.count(ANN) == 0

    async def test_a_time_without_a_zone_is_refused(self, archive: Archive) -> None:
        naive = NOON.replace(tzinfo=None)

        with pytest.raises(ArchiveError, match="2026-05-01T12:00:00"):
            await archive.store([_passage("k", "a fox", created_at=naive)])
        with pytest.raises(ArchiveError, match="2026-05-01T12:00:00"):
            await archive.count(PassageFilter("ann", after=naive))


def _passage(
    key: str,
    text: str,
    *,
    user: str = "ann",
    grade: str | None = None,
    created_at: datetime | None = NOON,
) -> Passage:
    return Passage(
        key=key, kind="success", text=text, user=user, grade=grade, created_at=created_at
    )


def _graded() -> Sequence[Passage]:
    rows = (
        ("a", "success", "series", "A+", "p0"),
        ("b", "success", "batch", "B-", "p1"),
        ("c", "failure", "series", "D", "p0"),
        ("d", "failure", "batch", "F", "p1"),
        ("e", "preference", "series", None, ""),
    )
    return [
        Passage(
            key=key,
            kind=kind,
            text=f"a fox, number {key}",
            user="ann",
            use_case=use_case,
            grade=grade,
            production_id=production_id,
            created_at=NOON + timedelta(days=day),
        )
        for day, (key, kind, use_case, grade, production_id) in enumerate(rows)
    ]
