"""The block store of the state database."""

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mas.errors import BlockError, StateError
from mas.memory.block_specs import BLOCK_SPECS
from mas.memory.blocks import open_blocks
from mas.memory.settings import BlocksConfig
from mas.nouns import BlockSpec, Edit, Operation, UserStyle
from mas.protocols import BlockStore, Opening
from mas.testing.block_contract import CORE_BLOCKS, BlockStoreContract


@pytest.fixture
async def blocks(tmp_path: Path) -> AsyncIterator[BlockStore]:
    async with open_blocks(BlocksConfig(), Opening(tmp_path, block_specs=CORE_BLOCKS)) as store:
        yield store


class TestSqlBlocks(BlockStoreContract):
    @pytest.fixture
    async def blocks(self, tmp_path: Path) -> AsyncIterator[BlockStore]:
        async with open_blocks(BlocksConfig(), Opening(tmp_path, block_specs=CORE_BLOCKS)) as store:
            yield store

    @pytest.fixture
    async def second_blocks(self, blocks: BlockStore, tmp_path: Path) -> AsyncIterator[BlockStore]:
        async with open_blocks(BlocksConfig(), Opening(tmp_path, block_specs=CORE_BLOCKS)) as store:
            yield store


def _edit(*operations: Operation, label: str = "user_style", **more: object) -> Edit:
    return Edit(label=label, operations=operations, who="test", why="a test", **more)  # type: ignore[arg-type]


async def test_blocks_survive_the_store(tmp_path: Path) -> None:
    opening = Opening(tmp_path, block_specs=CORE_BLOCKS)
    async with open_blocks(BlocksConfig(), opening) as store:
        await store.apply("ann", [_edit(Operation("add", "mood_preferences", "dark"))])

    async with open_blocks(BlocksConfig(), opening) as store:
        found = await store.read("ann", "user_style")

    assert found.value == UserStyle(mood_preferences=("dark",))


async def test_an_edit_that_changes_nothing_makes_no_version(blocks: BlockStore) -> None:
    edit = _edit(Operation("add", "mood_preferences", "dark"))

    first, second = await blocks.apply("ann", [edit, edit])

    assert second.version == first.version
    assert len(await blocks.journal("ann", "user_style")) == 1


async def test_a_key_is_used_up_even_when_the_edit_changed_nothing(blocks: BlockStore) -> None:
    add = Operation("add", "mood_preferences", "dark")
    await blocks.apply("ann", [_edit(add), _edit(add, key="k")])
    await blocks.apply("ann", [_edit(Operation("remove", "mood_preferences", "dark"))])

    await blocks.apply("ann", [_edit(add, key="k")])

    assert (await blocks.read("ann", "user_style")).value == UserStyle()


async def test_rolling_back_to_version_zero_undoes_everything(blocks: BlockStore) -> None:
    await blocks.apply("ann", [_edit(Operation("add", "mood_preferences", "dark"))])

    restored = await blocks.roll_back("ann", "user_style", 0, who="ann")

    assert (restored.value, restored.version) == (UserStyle(), 2)


async def test_an_old_list_keeps_what_others_removed_removed(blocks: BlockStore) -> None:
    (read,) = await blocks.apply("ann", [_edit(Operation("set", "mood_preferences", ("a", "b")))])
    await blocks.apply("ann", [_edit(Operation("remove", "mood_preferences", "a"))])

    wanted = Operation("set", "mood_preferences", ("a", "b", "c"))
    (found,) = await blocks.apply("ann", [_edit(wanted, base_version=read.version)])

    assert found.value == UserStyle(mood_preferences=("b", "c"))


async def test_an_edit_without_a_scope_changes_the_shown_one(blocks: BlockStore) -> None:
    label = "current_series"
    name = Operation("set", "active_series", "Guardians")
    await blocks.apply("ann", [_edit(name, label=label, scope="p1")])

    rule = Operation("add", "consistency_rules", "same mask")
    (found,) = await blocks.apply("ann", [_edit(rule, label=label)])

    assert found == await blocks.read("ann", label)
    assert getattr(found.value, "active_series", None) == "Guardians"


async def test_a_scope_on_a_block_without_scopes_is_refused(blocks: BlockStore) -> None:
    edit = _edit(Operation("add", "mood_preferences", "dark"), scope="p1")

    with pytest.raises(BlockError, match="user_style is not kept per production"):
        await blocks.apply("ann", [edit])


@pytest.mark.parametrize(
    ("label", "operation"),
    [
        pytest.param(
            "quality_standards", Operation("set", "min_acceptable_grade", "Z"), id="grade"
        ),
        pytest.param("quality_standards", Operation("set", "max_retries", -1), id="negative"),
        pytest.param("quality_standards", Operation("increment", "max_retries", -4), id="below 0"),
        pytest.param("quality_standards", Operation("set", "max_retries", True), id="a bool"),
        pytest.param("production_queue", Operation("set", "queue_status", "busy"), id="status"),
    ],
)
async def test_core_fields_have_ranges(
    blocks: BlockStore, label: str, operation: Operation
) -> None:
    with pytest.raises(BlockError, match=operation.field):
        await blocks.apply("ann", [_edit(operation, label=label)])


@dataclass(frozen=True, slots=True)
class Haiku:
    mood: str = field(default="calm", metadata={"choices": ("calm", "wild")})
    written: int = 0
    share: float = 0.5


HAIKU = BlockSpec(label="haiku", type=Haiku, writers={}, readers={})


async def test_a_plugin_brings_its_own_block(tmp_path: Path) -> None:
    opening = Opening(tmp_path, block_specs=(*BLOCK_SPECS, HAIKU))
    async with open_blocks(BlocksConfig(), opening) as store:
        change = (Operation("increment", "written", 2), Operation("set", "share", 1))
        (found,) = await store.apply("ann", [_edit(*change, label="haiku")])

        assert found.value == Haiku(written=2, share=1.0)
        with pytest.raises(BlockError, match=r"haiku\.mood is 'loud'; choose one of calm, wild"):
            await store.apply("ann", [_edit(Operation("set", "mood", "loud"), label="haiku")])


async def test_two_blocks_of_one_name_are_refused(tmp_path: Path) -> None:
    opening = Opening(tmp_path, block_specs=(HAIKU, HAIKU))

    with pytest.raises(BlockError, match="haiku"):
        async with open_blocks(BlocksConfig(), opening):
            pass


async def test_tables_of_a_newer_mas_are_refused(tmp_path: Path) -> None:
    opening = Opening(tmp_path, block_specs=BLOCK_SPECS)
    async with open_blocks(BlocksConfig(), opening):
        pass
    connection = sqlite3.connect(tmp_path / "mas.sqlite")
    with connection:
        connection.execute("UPDATE mas_memory_schema SET version = 99")
    connection.close()

    with pytest.raises(StateError, match=r"blocks .* version 99, and this mas knows 1"):
        async with open_blocks(BlocksConfig(), opening):
            pass


async def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "mas.sqlite").write_text("hello " * 1000)

    with pytest.raises(StateError, match="cannot be opened"):
        async with open_blocks(BlocksConfig(), Opening(tmp_path, block_specs=BLOCK_SPECS)):
            pass


WRITER = """
import asyncio, sys
from pathlib import Path
from mas.memory.block_specs import BLOCK_SPECS
from mas.memory.blocks import open_blocks
from mas.memory.settings import BlocksConfig
from mas.nouns import Edit, Operation
from mas.protocols import Opening

async def main() -> None:
    opening = Opening(Path(sys.argv[1]), block_specs=BLOCK_SPECS)
    async with open_blocks(BlocksConfig(), opening) as store:
        for i in range(15):
            change = (
                Operation("increment", "max_retries", 1),
                Operation("add", "successful_patterns", f"{sys.argv[2]}-{i}"),
            )
            await store.apply("ann", [Edit("quality_standards", change, "test", "a test")])

asyncio.run(main())
"""


async def test_processes_that_start_together_lose_nothing(tmp_path: Path) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", WRITER, str(tmp_path / "new"), name
        )
        for name in ("a", "b", "c")
    ]
    assert [await process.wait() for process in processes] == [0, 0, 0]

    opening = Opening(tmp_path / "new", block_specs=BLOCK_SPECS)
    async with open_blocks(BlocksConfig(), opening) as store:
        found = (await store.read("ann", "quality_standards")).value
        entries = await store.journal("ann", "quality_standards")

    wanted = {f"{name}-{i}" for name in "abc" for i in range(15)}
    assert set(getattr(found, "successful_patterns", ())) == wanted
    assert getattr(found, "max_retries", None) == 3 + 45
    assert [entry.version for entry in entries] == list(range(45, 0, -1))
