"""The sections of a config: each becomes the frozen dataclass of the component it chose."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from mas.config.declared import MULTI_SLOTS, PythonConfig
from mas.config.fields import MisfitError, fill, select
from mas.nouns import Component

_TARGET = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Section:
    """What YAML chose for a slot, as the component that was chosen and its filled config."""

    slot: str
    kind: str
    component: Component
    config: object


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots that exist, with their components by kind."""

    kinds: Mapping[str, Mapping[str, Component]]

    @classmethod
    def of(cls, components: Sequence[Component]) -> "Slots":
        kinds: dict[str, dict[str, Component]] = {}
        for component in components:
            kinds.setdefault(component.slot, {})[component.kind] = component
        return cls(kinds)

    @property
    def roots(self) -> set[str]:
        """The top-level keys that hold sections."""
        return {slot.split(".")[0] for slot in self.kinds}

    def sections(self, tree: Mapping[str, Any], trusted: Sequence[str]) -> dict[str, Section]:
        """Fill every section of the tree."""
        found = {}
        for root in sorted(self.roots & set(tree)):
            for key, slot in self._keys(root, tree[root]):
                found[key] = self._section(key, slot, select(tree, key), trusted)
        return found

    def _keys(self, root: str, value: Any) -> list[tuple[str, str]]:
        """Return key and slot of each section below a top-level key."""
        if root in self.kinds and root not in MULTI_SLOTS:
            return [(root, root)]
        if not isinstance(value, Mapping):
            raise MisfitError(root, "is {value}; expected sections")
        if root in MULTI_SLOTS:
            return [(f"{root}.{name}", root) for name in value]
        inside = [slot.split(".", 1)[1] for slot in self.kinds if slot.startswith(f"{root}.")]
        plain = ["learn"] if root == "memory" else []
        for name in value:
            if name not in (*inside, *plain):
                raise MisfitError(
                    f"{root}.{name}", f"is no section of {root}", near=name, known=[*inside, *plain]
                )
        return [(f"{root}.{name}", f"{root}.{name}") for name in value if name in inside]

    def _section(self, key: str, slot: str, value: Any, trusted: Sequence[str]) -> Section:
        if not isinstance(value, Mapping):
            raise MisfitError(key, "is {value}; expected a section with a kind")
        kinds = self.kinds[slot]
        kind = value.get("kind")
        if slot in MULTI_SLOTS and kind is None:
            name = key.rpartition(".")[2]
            raise MisfitError(
                key, f"is no {_words(slot)} that a plugin provides", near=name, known=sorted(kinds)
            )
        if kind == "python":
            return _python_section(key, slot, value, trusted)
        if kind not in kinds:
            reason = "is {value}, which no installed plugin provides"
            raise MisfitError(f"{key}.kind", reason, near=str(kind), known=sorted(kinds))
        component = kinds[str(kind)]
        rest = {name: item for name, item in value.items() if name != "kind"}
        return Section(slot, component.kind, component, fill(component.config, rest, key))


def _python_section(
    key: str, slot: str, value: Mapping[str, Any], trusted: Sequence[str]
) -> Section:
    """Make a section whose builder is the user's own code."""
    for name in value:
        if name not in ("kind", "target", "options"):
            raise MisfitError(
                f"{key}.{name}",
                f"is no key of {key} of kind python",
                near=name,
                known=["target", "options"],
            )
    target, options = value.get("target"), value.get("options", {})
    if not isinstance(target, str) or not _TARGET.fullmatch(target):
        raise MisfitError(f"{key}.target", "is {value}; expected package.module:callable")
    if not any(target.startswith((f"{name}.", f"{name}:")) for name in trusted):
        package = re.split("[.:]", target)[0]
        reason = f"is {{value}}, which is not trusted; add {package} to trusted_packages"
        raise MisfitError(f"{key}.target", reason)
    if not isinstance(options, Mapping):
        raise MisfitError(f"{key}.options", "is {value}; expected keys and values")
    component = Component(slot, "python", PythonConfig, target, "Code of your own.")
    return Section(slot, "python", component, PythonConfig(target, MappingProxyType(dict(options))))


def check_weights(tree: Mapping[str, Any], sections: Mapping[str, Section]) -> None:
    """Refuse weights of judges that don't exist, below 0, or all 0."""
    weights = select(tree, "scoring.weights")
    if not isinstance(weights, Mapping):
        return
    judges = sorted(key.partition(".")[2] for key in sections if key.startswith("evaluator."))
    for name, weight in weights.items():
        if name not in judges:
            reason = f"weighs the evaluator {name!r}, which no installed plugin provides"
            raise MisfitError(f"scoring.weights.{name}", reason, near=name, known=judges)
        if isinstance(weight, int | float) and weight < 0:
            raise MisfitError(f"scoring.weights.{name}", "is {value}; a weight is 0 or more")
    if not any(weights.values()):
        raise MisfitError(
            "scoring.weights", "gives every evaluator 0; at least one must weigh something"
        )


def _words(slot: str) -> str:
    return slot.replace("_", " ")
