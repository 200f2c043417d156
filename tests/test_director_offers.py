"""The Director with the offers that are really installed: each answers its own examples."""

from importlib import import_module
from pathlib import Path

import pytest

from mas.agents.director import open_director
from mas.agents.settings import DirectorConfig
from mas.nouns import Brief, Knowledge
from mas.protocols import Opening

OFFERS = tuple(
    import_module(f"mas_{name}.use_case").OFFER
    for name in ("series", "batch", "style", "refine", "continuity")
)


@pytest.mark.parametrize(
    ("name", "example"), [(offer.name, example) for offer in OFFERS for example in offer.examples]
)
async def test_an_offer_gets_its_own_examples(name: str, example: str) -> None:
    director = open_director(DirectorConfig(max_count=500), Opening(Path()))

    routing = await director.route(Brief(example), OFFERS, Knowledge())

    assert [wish.use_case for wish in routing.wishes] == [name]
