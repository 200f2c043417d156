"""The pytest plugin that installing mas brings (entry point `pytest11`): fixtures, nothing heavy."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from mas.host import PluginHost
    from mas.nouns import Knowledge

# Asserts inside the contract classes explain themselves only when pytest rewrites them.
for _contract in ("archive", "block", "evaluator", "renderer", "use_case"):
    pytest.register_assert_rewrite(f"mas.testing.{_contract}_contract")


class HostBuilder(Protocol):
    """What the fixture `mas_host` gives."""

    def __call__(self, *plugins: object, core: bool = False) -> "PluginHost":
        """Build a host that holds only these plugins, and with `core` what mas itself brings.

        Raises:
            PluginError: a plugin breaks a rule of the host.
        """
        ...


@pytest.fixture
def mas_host() -> HostBuilder:
    """Build hosts: `mas_host(my_plugin)` holds only that plugin, nothing that is installed."""
    from mas.host import load_host

    def build(*plugins: object, core: bool = False) -> "PluginHost":
        return load_host(*plugins, entry_points=False, strict=True, core=core)

    return build


@pytest.fixture
def mas_knowledge() -> "Knowledge":
    """Give what is known about a user who has just arrived: every block at its defaults."""
    from mas.nouns import Knowledge

    return Knowledge()


@pytest.fixture
def mas_log() -> Iterator[list[str]]:
    """Give the lines that mas and plugins log during the test, as "LEVEL message"."""
    from loguru import logger

    lines: list[str] = []
    logger.enable("mas")
    sink = logger.add(
        lambda line: lines.append(line.rstrip("\n")), level="DEBUG", format="{level} {message}"
    )
    yield lines
    logger.remove(sink)
