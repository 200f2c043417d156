"""The behaviour that every block store shares.

Subclass with a fixture `blocks` that yields a store opened with `CORE_BLOCKS`; a fixture
`second_blocks`, another handle on the same state, lets the tests of several writers use both.
"""

import asyncio
from datetime import UTC, datetime

import pytest

from mas.errors import BlockError
from mas.memory.block_specs import BLOCK_SPECS as CORE_BLOCKS
from mas.nouns import Edit, Operation, ProductionQueue, QualityStandards, UserStyle
from mas.protocols import BlockStore

__all__ = ["CORE_BLOCKS", "BlockStoreContract"]


class BlockStoreContract:
    """Typed values, merged edits, a journal, limits, isolated users, scopes."""

    pytestmark = pytest.mark.asyncio

    @pytest.fixture
    def second_blocks(self, blocks: BlockStore) -> BlockStore:
        return blocks

    async def test_a_block_that_was_never_written_shows_its_defaults(
        self, blocks: BlockStore
    ) -> None:
        found = await blocks.read("ann", "user_style")

        assert (found.version, found.value, found.updated_at) == (0, UserStyle(), None)

    async def test_read_all_returns_every_block(self, blocks: BlockStore) -> None:
        await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "dark"))])

        found = await blocks.read_all("ann")

        assert set(found) == {spec.label for spec in CORE_BLOCKS}
        assert found["user_style"].value == UserStyle(mood_preferences=("dark",))

    async def test_operations_are_applied_in_order(self, blocks: BlockStore) -> None:
        edit = _edit(
            "quality_standards",
            Operation("set", "max_retries", 1),
            Operation("increment", "max_retries", 2),
            Operation("set", "successful_patterns", ("slow pan", "fog")),
            Operation("add", "successful_patterns", ("fog", "low sun")),
            Operation("remove", "successful_patterns", "slow pan"),
        )

        (found,) = await blocks.apply("ann", [edit])

        assert found.value == QualityStandards(
            max_retries=3, successful_patterns=("fog", "low sun")
        )
        assert found == await blocks.read("ann", "quality_standards")

    async def test_an_edit_moves_version_and_time(self, blocks: BlockStore) -> None:
        before = datetime.now(UTC)
        (first,) = await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "a"))])
        (second,) = await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "b"))])

        assert second.version > first.version > 0
        assert first.updated_at is not None
        assert second.updated_at is not None
        assert before <= first.updated_at <= second.updated_at

    async def test_four_writers_with_fifteen_increments_make_sixty(
        self, blocks: BlockStore, second_blocks: BlockStore
    ) -> None:
        async def write(store: BlockStore) -> None:
            for _ in range(15):
                read = await store.read("ann", "current_series")
                step = Operation("increment", "episodes_completed", 1)
                await store.apply("ann", [_edit("current_series", step, base=read.version)])

        async with asyncio.TaskGroup() as group:
            for store in (blocks, second_blocks, blocks, second_blocks):
                group.create_task(write(store))

        found = await blocks.read("ann", "current_series")
        assert getattr(found.value, "episodes_completed", None) == 60

    async def test_a_slow_turn_never_reverts_what_others_wrote(
        self, blocks: BlockStore, second_blocks: BlockStore
    ) -> None:
        await blocks.apply("ann", [_edit("ab_testing", Operation("set", "active_test", "old"))])
        read = await blocks.read_all("ann")

        others = (
            _edit("ab_testing", Operation("set", "active_test", "new")),
            _edit("current_series", _add("consistency_rules", "theirs")),
        )
        await second_blocks.apply("ann", others)
        rules = Operation("set", "consistency_rules", ("mine",))
        base = read["current_series"].version
        await blocks.apply("ann", [_edit("current_series", rules, base=base)])

        after = await second_blocks.read_all("ann")
        assert getattr(after["ab_testing"].value, "active_test", None) == "new"
        assert getattr(after["current_series"].value, "consistency_rules", None) == (
            "theirs",
            "mine",
        )

    async def test_of_two_set_scalars_the_later_wins_and_the_other_stays_in_the_journal(
        self, blocks: BlockStore, second_blocks: BlockStore
    ) -> None:
        for store, grade in ((blocks, "A"), (second_blocks, "C")):
            change = Operation("set", "min_acceptable_grade", grade)
            await store.apply("ann", [_edit("quality_standards", change, base=0)])

        newest, older = await blocks.journal("ann", "quality_standards")
        assert newest.before == {"min_acceptable_grade": "A"}
        assert newest.after == {"min_acceptable_grade": "C"}
        assert older.after == {"min_acceptable_grade": "A"}

    async def test_the_same_key_is_applied_once_per_user(
        self, blocks: BlockStore, second_blocks: BlockStore
    ) -> None:
        step = Operation("increment", "max_retries", 1)
        edit = _edit("quality_standards", step, key="shot-1")

        for store in (blocks, second_blocks):
            await store.apply("ann", [edit, edit])
        await blocks.apply("bob", [edit])

        for user in ("ann", "bob"):
            found = await blocks.read(user, "quality_standards")
            assert getattr(found.value, "max_retries", None) == 4

    async def test_the_journal_says_who_changed_what_and_why(self, blocks: BlockStore) -> None:
        await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "dark"))])
        edit = Edit(
            label="user_style",
            operations=(_add("mood_preferences", "calm"),),
            who="style",
            why="the user said so",
            production_id="p1",
        )
        await blocks.apply("ann", [edit])

        newest, _ = await blocks.journal("ann", "user_style")
        assert (newest.who, newest.why, newest.production_id) == ("style", "the user said so", "p1")
        assert newest.before == {"mood_preferences": ["dark"]}
        assert newest.after == {"mood_preferences": ["dark", "calm"]}
        assert newest.operations == edit.operations
        assert len(await blocks.journal("ann", "user_style", limit=1)) == 1

    async def test_rolling_back_restores_a_version_as_a_new_one(self, blocks: BlockStore) -> None:
        (first,) = await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "a"))])
        (second,) = await blocks.apply(
            "ann",
            [_edit("user_style", _add("mood_preferences", "b"), _add("theme_preferences", "c"))],
        )

        restored = await blocks.roll_back("ann", "user_style", first.version, who="ann")

        assert restored.value == first.value
        assert restored.version > second.version
        assert restored == await blocks.read("ann", "user_style")
        again = await blocks.roll_back("ann", "user_style", second.version, who="ann")
        assert again.value == second.value

    async def test_rolling_back_to_no_version_is_refused(self, blocks: BlockStore) -> None:
        with pytest.raises(BlockError, match="no version 7"):
            await blocks.roll_back("ann", "user_style", 7, who="ann")

    @pytest.mark.parametrize(
        ("label", "operation", "told"),
        [
            pytest.param("nothing", Operation("set", "x", "y"), "nothing", id="unknown block"),
            pytest.param("user_style", Operation("set", "x", "y"), "'x'", id="unknown field"),
            pytest.param(
                "quality_standards",
                Operation("set", "max_retries", "banana"),
                "max_retries.*'banana'",
                id="a text for a number",
            ),
            pytest.param(
                "user_style",
                Operation("set", "mood_preferences", "dark"),
                "mood_preferences.*'dark'",
                id="a text for a list",
            ),
            pytest.param(
                "user_style",
                Operation("increment", "mood_preferences", 1),
                "mood_preferences.*list",
                id="an increment of a list",
            ),
            pytest.param(
                "session_state",
                Operation("add", "in_progress_project", "x"),
                "in_progress_project",
                id="an item for a text",
            ),
            pytest.param(
                "session_state",
                Operation("set", "in_progress_project", "x" * 2001),
                "in_progress_project.*2000.*'xxx",
                id="a text over the limit",
            ),
            pytest.param(
                "user_style",
                Operation("add", "mood_preferences", "x" * 2001),
                "mood_preferences.*2000",
                id="an item over the limit",
            ),
            pytest.param(
                "user_style",
                Operation("set", "mood_preferences", tuple(map(str, range(51)))),
                "mood_preferences.*50",
                id="a list over the limit",
            ),
        ],
    )
    async def test_a_wrong_edit_is_refused_and_nothing_of_it_applied(
        self, blocks: BlockStore, label: str, operation: Operation, told: str
    ) -> None:
        good = _edit("user_style", _add("theme_preferences", "myths"))

        with pytest.raises(BlockError, match=told):
            await blocks.apply("ann", [good, _edit(label, operation)])

        assert (await blocks.read("ann", "user_style")).version == 0

    async def test_a_full_list_drops_its_oldest_items(self, blocks: BlockStore) -> None:
        full = Operation("set", "mood_preferences", tuple(map(str, range(50))))
        await blocks.apply("ann", [_edit("user_style", full)])

        (found,) = await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "new"))])

        expected = (*map(str, range(1, 50)), "new")
        assert found.value == UserStyle(mood_preferences=expected)

    async def test_users_do_not_see_each_other(self, blocks: BlockStore) -> None:
        await blocks.apply("bob", [_edit("user_style", _add("mood_preferences", "dark"))])
        await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", "calm"))])

        found = await blocks.read("ann", "user_style")

        assert found.value == UserStyle(mood_preferences=("calm",))
        assert len(await blocks.journal("ann", "user_style")) == 1
        assert await blocks.users() == ("ann", "bob")

    async def test_a_scoped_block_shows_the_newest_active_production(
        self, blocks: BlockStore
    ) -> None:
        for scope in ("p1", "p2"):
            name = Operation("set", "batch_id", scope)
            await blocks.apply("ann", [_edit("production_queue", name, scope=scope)])
        more = Operation("increment", "batch_complete", 1)
        (changed,) = await blocks.apply("ann", [_edit("production_queue", more, scope="p1")])

        shown = [await blocks.read("ann", "production_queue")]
        for scope in ("p2", "p1"):
            await blocks.close_scope("ann", "production_queue", scope)
            shown.append(await blocks.read("ann", "production_queue"))

        assert changed.value == ProductionQueue(batch_id="p1", batch_complete=1)
        assert [getattr(block.value, "batch_id", None) for block in shown] == ["p2", "p1", "p2"]

    async def test_rolling_back_a_scoped_block_touches_its_own_production(
        self, blocks: BlockStore
    ) -> None:
        versions = {}
        for scope in ("p1", "p2"):
            name = Operation("set", "batch_id", scope)
            (done,) = await blocks.apply("ann", [_edit("production_queue", name, scope=scope)])
            versions[scope] = done.version
        more = Operation("set", "batch_total", 9)
        for scope in ("p1", "p2"):
            await blocks.apply("ann", [_edit("production_queue", more, scope=scope)])

        restored = await blocks.roll_back("ann", "production_queue", versions["p1"], who="ann")

        shown = await blocks.read("ann", "production_queue")
        assert restored.value == ProductionQueue(batch_id="p1")
        assert shown.value == ProductionQueue(batch_id="p2", batch_total=9)

    async def test_text_comes_back_as_it_was(self, blocks: BlockStore) -> None:
        text = 'the "fox"\n{braces} ${x} \\ 狐狸 🦊 null'

        await blocks.apply("ann", [_edit("user_style", _add("mood_preferences", text))])

        found = await blocks.read("ann", "user_style")
        assert found.value == UserStyle(mood_preferences=(text,))


def _add(field: str, item: str) -> Operation:
    return Operation("add", field, item)


def _edit(
    label: str, *operations: Operation, base: int | None = None, key: str = "", scope: str = ""
) -> Edit:
    return Edit(
        label=label,
        operations=operations,
        who="contract",
        why="a test",
        key=key,
        base_version=base,
        scope=scope,
    )
