"""The generated reference says what the code says."""

from pathlib import Path

import pytest

from mas.cli.reference import pages
from mas.host import load_host

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


@pytest.mark.parametrize("name", ["hooks.md", "components.md", "recipes.md"])
def test_the_reference_does_not_drift(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages(load_host(strict=True))[name], (
        "run python -m mas.cli.reference"
    )
