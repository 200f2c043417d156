"""No interleaving of edits, however old their bases, loses a list item or an increment."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mas.memory.block_specs import BLOCK_SPECS
from mas.memory.blocks import open_blocks
from mas.memory.external import from_external, to_external
from mas.memory.settings import BlocksConfig
from mas.nouns import BlockVersion, Edit, Operation, UserStyle
from mas.protocols import BlockStore, Opening

AUTHORS = 3
LABEL = "quality_standards"
LIST, COUNTER = "successful_patterns", "max_retries"
author = st.integers(0, AUTHORS - 1)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("read"), author, st.just(0)),
        st.tuples(st.just("add"), author, st.just(0)),
        st.tuples(st.just("remove"), author, st.integers(0, 9)),
        st.tuples(st.just("set"), author, st.integers(0, 9)),
        st.tuples(st.just("increment"), author, st.integers(1, 5)),
    ),
    max_size=30,
)


@dataclass
class Model:
    """What must be in the block, and what each author last read of it."""

    counter: int = 3
    items: set[str] = field(default_factory=set)
    bases: dict[int, tuple[int, tuple[str, ...]]] = field(
        default_factory=lambda: dict.fromkeys(range(AUTHORS), (0, ()))
    )

    def edit(self, kind: str, who: int, number: int, name: str) -> Operation:
        """Say what the author does, and do it to the model."""
        _, base = self.bases[who]
        picked = base[number % len(base)] if base else ""
        if kind == "increment":
            self.counter += number
            return Operation("increment", COUNTER, number)
        if kind == "remove":
            self.items.discard(picked)
            return Operation("remove", LIST, picked)
        self.items.add(name)
        if kind == "add":
            return Operation("add", LIST, name)
        self.items.discard(picked)
        kept = tuple(item for item in base if item != picked)
        return Operation("set", LIST, (*kept, name))


def _list(block: BlockVersion) -> tuple[str, ...]:
    items = getattr(block.value, LIST)
    assert isinstance(items, tuple)
    return items


async def _play(store: BlockStore, model: Model, played: list[tuple[str, int, int]]) -> None:
    for turn, (kind, who, number) in enumerate(played):
        if kind == "read":
            read = await store.read("ann", LABEL)
            model.bases[who] = (read.version, _list(read))
            continue
        operation = model.edit(kind, who, number, f"item {turn}")
        base_version, _ = model.bases[who]
        edit = Edit(LABEL, (operation,), f"author {who}", "a test", base_version=base_version)
        await store.apply("ann", [edit])


@settings(max_examples=60, deadline=None)
@given(played=steps)
async def test_no_interleaving_loses_an_item_or_an_increment(
    played: list[tuple[str, int, int]],
) -> None:
    model = Model()
    with tempfile.TemporaryDirectory() as folder:
        opening = Opening(Path(folder), block_specs=BLOCK_SPECS)
        async with open_blocks(BlocksConfig(), opening) as store:
            await _play(store, model, played)
            block = await store.read("ann", LABEL)
            rebuilt = await store.roll_back("ann", LABEL, block.version, who="test")

    assert sorted(_list(block)) == sorted(model.items)
    assert getattr(block.value, COUNTER) == model.counter
    assert rebuilt.value == block.value


@settings(max_examples=30, deadline=None)
@given(played=steps, data=st.data())
async def test_every_version_can_be_brought_back(
    played: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    seen = {}
    with tempfile.TemporaryDirectory() as folder:
        opening = Opening(Path(folder), block_specs=BLOCK_SPECS)
        async with open_blocks(BlocksConfig(), opening) as store:
            model = Model()
            for step in played:
                block = await store.read("ann", LABEL)
                seen[block.version] = block.value
                await _play(store, model, [step])
            block = await store.read("ann", LABEL)
            seen[block.version] = block.value

            version = data.draw(st.sampled_from(sorted(seen)))
            restored = await store.roll_back("ann", LABEL, version, who="test")

    assert restored.value == seen[version]


@given(items=st.lists(st.text(max_size=20), unique=True, max_size=50), text=st.text(max_size=20))
def test_the_external_form_keeps_every_text(items: list[str], text: str) -> None:
    spec = next(spec for spec in BLOCK_SPECS if spec.label == "user_style")
    value = UserStyle(mood_preferences=(*items,), disliked_elements=(text,))

    document = to_external(spec, value)

    assert document["MOOD_PREFERENCES"] == items
    assert from_external(spec, document) == value
