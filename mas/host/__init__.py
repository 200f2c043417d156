"""The plugin host: who is plugged in, what they bring, and telling them what happened."""

from mas.host.host import HOOKS, PluginHost
from mas.host.loading import CORE, NOT_INSTALLED, load_host
from mas.host.plugin import ConfigFolder, PluginFailure, PluginInfo

__all__ = [
    "CORE",
    "HOOKS",
    "NOT_INSTALLED",
    "ConfigFolder",
    "PluginFailure",
    "PluginHost",
    "PluginInfo",
    "load_host",
]
