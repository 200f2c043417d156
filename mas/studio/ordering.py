"""Make an order for the engine of what a config asks for."""

import hashlib
import os
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mas.config.settings import Settings
from mas.engine.orders import Order, production_key
from mas.errors import RequestError
from mas.nouns import Brief

_IDENTITY = ("agent", "llm", "render", "workflow", "scoring")


def brief_of(settings: Settings) -> Brief:
    """Return the brief that a config holds."""
    values = settings.values
    user: Any = settings.section("user").config
    return Brief(
        text=str(values["brief"]),
        user=user.name,
        seed=values.get("seed"),
        rows=str(Path(values["rows"]).resolve()) if values.get("rows") else None,
        route=values.get("route"),
        time_zone=_time_zone(user.time_zone),
    )


def order_of(settings: Settings, brief: Brief) -> Order:
    """Return the order for `brief` under this config.

    Raises:
        RequestError: its route is no use case of this config.
    """
    if brief.route is not None and f"use_case.{brief.route}" not in settings.sections:
        raise RequestError(f"route is {brief.route!r}, which is no use case here")
    sections = {name: settings.frozen.get(name) for name in _IDENTITY}
    if brief.rows and Path(brief.rows).is_file():  # a corrected file is another request
        sections["rows"] = hashlib.sha256(Path(brief.rows).read_bytes()).hexdigest()
    recipe = str(settings.values.get("recipe") or "")
    key = production_key(brief, recipe, sections)
    return Order(brief, recipe, key, settings.frozen, settings.sha256)


def _time_zone(name: str) -> str:
    if name != "local":
        ZoneInfo(name)
        return name
    if found := os.environ.get("TZ"):
        return found.removeprefix(":")
    link = Path("/etc/localtime")
    parts = str(link.resolve()).partition("zoneinfo/") if link.exists() else ("", "", "")
    return parts[2] or "UTC"
