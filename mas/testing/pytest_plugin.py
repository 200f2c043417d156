"""The pytest plugin that installing mas brings (entry point `pytest11`): fixtures, nothing heavy."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from mas.host import PluginHost
    from mas.nouns import Knowledge
    from mas.testing.studio import StudioForTests

_USERS = count(1)

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


@pytest.fixture(scope="session")
def mas_studio_overrides() -> Sequence[str]:
    """Return what the studio of `mas_studio` is configured with; override it in a conftest.py."""
    return ()


@pytest.fixture(scope="session")
def mas_studio_plugins() -> Sequence[object]:
    """Return plugins for `mas_studio` that need not be installed; override it in a conftest.py."""
    return ()


@pytest.fixture(scope="session")
def _mas_studio(
    tmp_path_factory: pytest.TempPathFactory,
    mas_studio_overrides: Sequence[str],
    mas_studio_plugins: Sequence[object],
) -> Iterator["StudioForTests"]:
    from mas.testing.studio import running_studio

    folder = tmp_path_factory.mktemp("mas-studio")
    with running_studio(
        folder, overrides=mas_studio_overrides, plugins=mas_studio_plugins
    ) as studio:
        yield studio


@pytest.fixture
def mas_studio(_mas_studio: "StudioForTests") -> "StudioForTests":
    """Give the session's studio with a user of its own: `await mas_studio.produce("a fox")`.

    One studio is open in a process at a time: a session that uses this opens no other.
    """
    return replace(_mas_studio, user=f"user-{next(_USERS)}")
