"""Find the plugins that are installed, and load each under guard."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.metadata import Distribution, entry_points

from mas import __version__
from mas.errors import PluginError
from mas.host.host import PluginHost
from mas.host.plugin import PluginFailure, module_name
from mas.markers import PROJECT

CORE = "core"
DISTRIBUTION = "mas-video"
NOT_INSTALLED = "no plugins registered; run pip install -e ."


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a plugin can be loaded from."""

    name: str
    load: Callable[[], object]
    distribution: str = ""
    version: str = ""


def load_host(
    *plugins: object, entry_points: bool = True, strict: bool = False, core: bool = True
) -> PluginHost:
    """Build a host with the core's built-ins, the given plugins, and the installed ones.

    A plugin that fails is named in `failures` and skipped.

    Raises:
        PluginError: with `strict`, at the first plugin that fails.
    """
    host = PluginHost()
    if core:
        builtins = import_module("mas.builtins")
        host.register(builtins, name=CORE, distribution=DISTRIBUTION, version=__version__)
    given = [_Source(module_name(plugin), partial(_same, plugin)) for plugin in plugins]
    installed = _installed() if entry_points else []
    for source in [*given, *installed]:
        _load(host, source, strict=strict)
    if entry_points and not installed:
        host.hint = NOT_INSTALLED
    return host


def _load(host: PluginHost, source: _Source, *, strict: bool) -> None:
    """Load and register one plugin; its failure is recorded, or raised when strict."""
    origin = {
        "name": source.name,
        "distribution": source.distribution,
        "version": source.version,
    }
    try:
        host.register(source.load(), **origin)
    except (Exception, SystemExit) as error:
        failure = PluginFailure.of(error, **origin)
        if strict:
            raise PluginError(str(failure)) from error
        host.skip(failure, error)


def _installed() -> list[_Source]:
    """Find the entry points, those of mas itself first, so that a stranger's duplicate loses."""
    origin = cache(_origin)
    sources = [
        _Source(entry_point.name, entry_point.load, *origin(entry_point.dist))
        for entry_point in entry_points(group=PROJECT)
    ]
    return sorted(
        sources, key=lambda it: (it.distribution != DISTRIBUTION, it.distribution, it.name)
    )


def _origin(dist: Distribution | None) -> tuple[str, str]:
    """Return name and version of a distribution; reading its metadata takes a while."""
    if dist is None:
        return "", ""
    metadata = dist.metadata
    return metadata["Name"], metadata["Version"]


def _same(plugin: object) -> object:
    return plugin
