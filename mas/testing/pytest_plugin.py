"""The pytest plugin that installing mas brings (entry point `pytest11`): fixtures, nothing heavy."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mas.host import PluginHost
    from mas.nouns import Knowledge

# Asserts inside the contract classes explain themselves only when pytest rewrites them.
for _module in ("archive", "block", "evaluator", "renderer", "use_case"):
    pytest.register_assert_rewrite(f"mas.testing.{_module}_contract")


@pytest.fixture
def mas_host() -> "Callable[..., PluginHost]":
    """Build a host that holds only the given plugins; any failure of one is raised.

    `mas_host(my_plugin)` is without what mas brings; `mas_host(my_plugin, core=True)` is with it.
    """
    from mas.host import load_host

    def build(*plugins: object, core: bool = False) -> "PluginHost":
        return load_host(*plugins, entry_points=False, strict=True, core=core)

    return build


@pytest.fixture
def mas_knowledge() -> "Knowledge":
    """Give what is known about a user who has just arrived: every block at its defaults."""
    from mas.nouns import Knowledge

    return Knowledge()
