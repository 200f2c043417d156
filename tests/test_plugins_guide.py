"""The guide to writing a plugin shows the real files of the example, all of them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "mas_haiku"
GUIDE = (ROOT / "docs" / "how-to" / "write-a-plugin.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE))
KINDS = (".py", ".toml", ".yaml")
FILES = sorted(
    path.relative_to(EXAMPLE).as_posix()
    for path in EXAMPLE.rglob("*")
    if path.suffix in KINDS and "/." not in f"/{path.relative_to(EXAMPLE).as_posix()}"
)


@pytest.mark.parametrize("name", FILES)
def test_the_guide_shows_the_real_file(name: str) -> None:
    assert SHOWN.get(name) == (EXAMPLE / name).read_text(encoding="utf-8")


def test_the_guide_shows_no_other_file() -> None:
    assert set(SHOWN) == set(FILES)


def test_the_guide_names_every_hook_and_contract() -> None:
    import mas.testing
    from mas.host import HOOKS

    contracts = [name for name in mas.testing.__all__ if name.endswith("Contract")]

    assert [name for name in (*HOOKS, *contracts) if f"`{name}`" not in GUIDE] == []
