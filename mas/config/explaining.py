"""Say what is wrong with a config: the fact, the nearest name, the place, what there is."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from typing import Any

from mas.config.arguments import did_you_mean
from mas.config.fields import MisfitError, select
from mas.config.origins import Origins, is_secret

_VARIABLE = re.compile(r"\$\{oc\.env:([^,}\s]+)(?:,.*)?\}", re.DOTALL)


def explain(misfit: MisfitError, frozen: Mapping[str, Any], origins: Origins) -> str:
    """Write the message: the fact, the nearest name, the place, the choices."""
    value = _given(misfit.key, frozen)
    sentence = misfit.reason.replace("{value}", value)
    if not misfit.whole:
        sentence = f"{misfit.key} {sentence}"
    if misfit.near:
        sentence += did_you_mean(misfit.near, misfit.known)
    lines = [sentence]
    if place := _place(misfit, origins):
        lines.append(f"  {place}")
    if misfit.known:
        lines.append(f"  there are: {_listed(misfit.known)}")
    return "\n".join(lines)


def _place(misfit: MisfitError, origins: Origins) -> str | None:
    """Return where the key was set; a rule over a whole section is broken by its last argument."""
    section = misfit.key.rpartition(".")[0]
    if misfit.whole and section and (place := origins.argument_inside(section)):
        return place
    place = origins.place(misfit.key) or origins.place_inside(misfit.key)
    return place or (origins.place_inside(section) if section else None)


def _given(key: str, frozen: Mapping[str, Any]) -> str:
    """Return the value as it was given: references unresolved, secrets hidden."""
    value = select(frozen, key)
    if is_secret(key) and not (isinstance(value, str) and value.startswith("${oc.env:")):
        return "***"
    text = _short(json.dumps(value, ensure_ascii=False))
    hit = _VARIABLE.fullmatch(value) if isinstance(value, str) else None
    if hit is None or is_secret(key) or is_secret(hit[1]) or hit[1] not in os.environ:
        return text
    return f"{text} ({hit[1]} is {_short(json.dumps(os.environ[hit[1]], ensure_ascii=False))})"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 40 else f"{', '.join(names[:40])} ..."
