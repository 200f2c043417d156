"""Message buffers of the state database."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mas.errors import ConfigError
from mas.memory.buffers import SqlBuffers, open_buffers, summarise
from mas.memory.settings import BuffersConfig
from mas.nouns import Message
from mas.protocols import MessageBuffers, Opening

CONFIG = BuffersConfig(summarise_at=10, reset_at=16, emergency_at=20)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
async def buffers(tmp_path: Path) -> AsyncIterator[SqlBuffers]:
    async with open_buffers(CONFIG, Opening(tmp_path)) as buffers:
        yield buffers


def _lines(*numbers: int) -> list[Message]:
    return [Message("user", f"line {n}", NOON + timedelta(minutes=n)) for n in numbers]


async def test_messages_come_back_in_order(buffers: MessageBuffers) -> None:
    await buffers.append("ann", "writer", _lines(1, 2))
    await buffers.append("ann", "writer", _lines(3))

    assert await buffers.read("ann", "writer") == tuple(_lines(1, 2, 3))
    assert await buffers.read("ann", "director") == ()
    assert await buffers.read("bob", "writer") == ()


async def test_every_append_is_one_interaction(buffers: MessageBuffers) -> None:
    counts = [await buffers.append("ann", "writer", _lines(*range(n))) for n in (2, 1, 0)]

    assert counts == [1, 2, 3]
    assert await buffers.append("ann", "director", _lines(1)) == 1


async def test_a_replayed_append_counts_once(buffers: MessageBuffers) -> None:
    counts = [
        await buffers.append("ann", "writer", _lines(n), key=key)
        for n, key in ((1, "p/1"), (2, "p/1"), (3, "p/2"), (4, ""), (5, ""))
    ]

    assert counts == [1, 1, 2, 3, 4]
    assert await buffers.read("ann", "writer") == tuple(_lines(1, 3, 4, 5))
    assert await buffers.append("bob", "writer", _lines(1), key="p/1") == 1


async def test_a_turn_is_given_again_to_whoever_took_it(buffers: MessageBuffers) -> None:
    await buffers.append("ann", "writer", _lines(1))
    turns = [
        await buffers.take_turn("ann", "writer", every=1, key=key)
        for key in ("p/s1", "p/s2", "p/s1", "")
    ]

    assert turns == [True, False, True, False]


async def test_a_turn_is_taken_once_per_count(buffers: MessageBuffers) -> None:
    for _ in range(4):
        await buffers.append("ann", "writer", [])
    early = await buffers.take_turn("ann", "writer", every=5)
    await buffers.append("ann", "writer", [])

    turns = [await buffers.take_turn("ann", "writer", every=5) for _ in range(2)]

    assert (early, turns) == (False, [True, False])
    assert await buffers.append("ann", "writer", []) == 1


async def test_of_many_handles_one_takes_the_turn(tmp_path: Path) -> None:
    async with (
        open_buffers(CONFIG, Opening(tmp_path)) as first,
        open_buffers(CONFIG, Opening(tmp_path)) as second,
        asyncio.TaskGroup() as group,
    ):
        for _ in range(5):
            await first.append("ann", "writer", [])
        turns = [
            group.create_task(handle.take_turn("ann", "writer", every=5))
            for handle in (first, second, first, second)
        ]

    assert sorted(task.result() for task in turns) == [False, False, False, True]


async def test_counter_and_messages_survive_the_process(tmp_path: Path) -> None:
    async with open_buffers(CONFIG, Opening(tmp_path)) as buffers:
        await buffers.append("ann", "writer", _lines(1))

    async with open_buffers(CONFIG, Opening(tmp_path)) as buffers:
        assert await buffers.append("ann", "writer", _lines(2)) == 2
        assert await buffers.read("ann", "writer") == tuple(_lines(1, 2))


async def test_autoclear_empties_the_buffer_and_keeps_the_counter(buffers: MessageBuffers) -> None:
    await buffers.append("ann", "writer", _lines(1))

    await buffers.clear("ann", "writer")

    assert await buffers.read("ann", "writer") == ()
    assert await buffers.append("ann", "writer", []) == 2


async def test_a_long_buffer_folds_its_oldest_half(buffers: MessageBuffers) -> None:
    for number in range(10):
        await buffers.append("ann", "writer", _lines(number))

    first, *rest = await buffers.read("ann", "writer")

    assert rest == _lines(5, 6, 7, 8, 9)
    assert first == Message("system", summarise(_lines(0, 1, 2, 3, 4)), NOON + timedelta(minutes=4))
    assert first.text == (
        "summary of 5 earlier messages (5 user); "
        "the last said user: line 2; user: line 3; user: line 4"
    )


async def test_a_very_long_buffer_keeps_the_last_interaction(buffers: MessageBuffers) -> None:
    await buffers.append("ann", "writer", _lines(*range(9)))
    await buffers.append("ann", "writer", _lines(*range(20, 28)))

    assert await buffers.read("ann", "writer") == tuple(_lines(*range(23, 28)))


async def test_an_overflowing_buffer_is_emptied(buffers: MessageBuffers) -> None:
    await buffers.append("ann", "writer", _lines(*range(20)))

    assert await buffers.read("ann", "writer") == ()


async def test_two_failed_summaries_reset_the_buffer(tmp_path: Path) -> None:
    def fail(messages: Sequence[Message]) -> str:
        raise RuntimeError(len(messages))

    async with open_buffers(CONFIG, Opening(tmp_path), summarise=fail) as buffers:
        sizes = []
        for number in range(12):
            await buffers.append("ann", "writer", _lines(number))
            sizes.append(len(await buffers.read("ann", "writer")))

    assert sizes == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2]


def test_limits_must_rise() -> None:
    with pytest.raises(ConfigError, match="reset_at 300"):
        BuffersConfig(summarise_at=300, reset_at=300, emergency_at=600)
