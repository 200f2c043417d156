"""Priority gates."""

import asyncio

import pytest

from mas.engine.gates import Gate


async def test_retries_go_first_then_plan_order() -> None:
    gate = Gate({"a": 1})
    served: list[str] = []
    await gate.acquire("holder", priority=(0, 0))

    async def want(key: str, priority: tuple[int, int]) -> None:
        await gate.acquire(key, priority=priority)
        served.append(key)
        gate.release(key)

    async with asyncio.TaskGroup() as group:
        for key, priority in {"second": (-1, 2), "first": (-1, 1), "retry": (-2, 9)}.items():
            group.create_task(want(key, priority))
        await asyncio.sleep(0)
        gate.release("holder")

    assert served == ["retry", "first", "second"]


async def test_the_least_loaded_server_is_chosen_at_the_last_moment() -> None:
    gate = Gate({"a": 2, "b": 1})

    got = [await gate.acquire(str(number), priority=(-1, number)) for number in range(3)]

    assert sorted(got) == ["a", "a", "b"]
    assert gate.load == {"a": 2, "b": 1}


async def test_a_key_that_holds_a_slot_gets_it_again_without_counting_twice() -> None:
    gate = Gate({"a": 1})

    assert await gate.acquire("take", priority=(-1, 0)) == "a"
    assert await gate.acquire("take", priority=(-1, 0), only="a") == "a"
    gate.release("take")
    gate.release("take")

    assert gate.load == {"a": 0}


async def test_a_waiter_for_a_full_server_lets_others_pass() -> None:
    gate = Gate({"a": 1, "b": 1})
    await gate.acquire("holder", priority=(-1, 0), only="a")

    async with asyncio.TaskGroup() as group:
        patient = group.create_task(gate.acquire("patient", priority=(-9, 0), only="a"))
        await asyncio.sleep(0)
        assert await gate.acquire("other", priority=(-1, 1)) == "b"
        assert not patient.done()
        gate.release("holder")

    assert patient.result() == "a"


async def test_a_cancelled_waiter_leaves_no_slot_behind() -> None:
    gate = Gate({"a": 1})
    await gate.acquire("holder", priority=(-1, 0))
    async with asyncio.TaskGroup() as group:
        waiter = group.create_task(gate.acquire("waiter", priority=(-1, 1)))
        await asyncio.sleep(0)
        waiter.cancel()
    gate.release("holder")

    assert gate.load == {"a": 0}
    assert await gate.acquire("next", priority=(-1, 2)) == "a"


@pytest.mark.parametrize("most", [1, 2, 3])
async def test_most_caps_all_servers_together(most: int) -> None:
    gate = Gate({"a": 2, "b": 2}, most)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(gate.acquire(str(n), priority=(-1, n))) for n in range(4)]
        await asyncio.sleep(0)
        assert sum(gate.load.values()) == most
        for number in range(4):
            await tasks[number]
            gate.release(str(number))
