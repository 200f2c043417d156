"""Declarative, YAML-configured plugin framework for autonomous video production."""

from mas.markers import hookimpl

__all__ = ["__version__", "hookimpl"]
__version__ = "0.1.0"
