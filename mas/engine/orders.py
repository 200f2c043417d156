"""What is asked of the engine, under which identity, and how it ended."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from mas.engine.codec import encode
from mas.nouns import Brief


@dataclass(frozen=True, slots=True)
class Order:
    """A production to start: what was asked, under which config.

    Attributes:
        key: the production's identity, see `production_key`.
        config: the frozen config, secrets left as `${oc.env:NAME}`.
    """

    brief: Brief
    recipe: str
    key: str
    config: Mapping[str, Any]
    config_sha256: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How a production ended: "complete", "partial", "failed", or "refused" with what was said."""

    production_id: str
    status: str
    folder: Path
    manifest: Mapping[str, Any]
    say: tuple[str, ...] = ()


def production_key(brief: Brief, recipe: str, sections: Mapping[str, Any]) -> str:
    """The identity of a production: the same wish under the same crew, renderer and judges.

    `sections` are the resolved agent, llm, render, workflow and scoring sections.
    """
    facts = {
        "brief": encode(replace(brief, time_zone="UTC")),
        "recipe": recipe,
        "sections": sections,
    }
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def new_production_id(brief: str, now: datetime) -> str:
    """A new id: time (UTC), a few words of the brief, and four random hex digits."""
    words = "".join(c.lower() if c.isascii() and c.isalnum() else " " for c in brief).split()
    slug = "-".join([word for word in words if len(word) > 2][-4:])[:40] or "production"
    return f"{now:%Y%m%d-%H%M%S}-{slug}-{secrets.token_hex(2)}"


def seed_of(production_id: str) -> int:
    """The seed of a production that was given none."""
    return int.from_bytes(hashlib.sha256(production_id.encode()).digest()[:4])
