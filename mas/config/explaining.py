"""Say what is wrong with a config: the fact, the nearest name, the place, what there is."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mas.config.arguments import did_you_mean
from mas.config.fields import MisfitError, select
from mas.config.origins import Origins, is_secret


def explain(misfit: MisfitError, frozen: Mapping[str, Any], origins: Origins) -> str:
    """Write the message: the fact, the nearest name, the place, the choices."""
    value = _given(misfit.key, frozen)
    sentence = misfit.reason.replace("{value}", value)
    if not misfit.whole:
        sentence = f"{misfit.key} {sentence}"
    if misfit.near:
        sentence += did_you_mean(misfit.near, misfit.known)
    lines = [sentence]
    if place := origins.place(misfit.key) or origins.place_inside(misfit.key):
        lines.append(f"  {place}")
    if misfit.known:
        lines.append(f"  there are: {_listed(misfit.known)}")
    return "\n".join(lines)


def _given(key: str, frozen: Mapping[str, Any]) -> str:
    """Return the value as it was given: references unresolved, secrets hidden."""
    value = select(frozen, key)
    if is_secret(key) and not (isinstance(value, str) and value.startswith("${oc.env:")):
        return "***"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 40 else f"{', '.join(names[:40])} ..."
