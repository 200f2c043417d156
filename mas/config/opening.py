"""Open Hydra on our folders, and close it without a trace."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hydra import version
from hydra._internal.config_search_path_impl import ConfigSearchPathImpl
from hydra._internal.hydra import Hydra
from hydra.core.config_store import ConfigStore
from hydra.core.global_hydra import GlobalHydra
from hydra.core.plugins import Plugins
from hydra.plugins.search_path_plugin import SearchPathPlugin

from mas.config.composing import Composer
from mas.config.declared import MULTI_SLOTS, Declared
from mas.config.folders import Folder, config_folders, find
from mas.config.sources import ConfFolder, RecipeFolder


@contextmanager
def opened(host: Declared, cwd: Path | None = None, *more: Path) -> Iterator[Composer]:
    """Open Hydra on our folders; `more` are folders with config groups that win over all others."""
    folders = config_folders(host, cwd or Path.cwd(), *more)
    _register_sources()
    version.setbase("1.3")
    search_path = ConfigSearchPathImpl()
    search_path.append("hydra", "pkg://hydra.conf")
    for folder in folders:
        scheme = (RecipeFolder if folder.holds == "recipes" else ConfFolder).scheme()
        search_path.append(folder.provider, f"{scheme}://{folder.path.absolute()}")
    for plugin in Plugins.instance().discover(SearchPathPlugin):
        found = plugin()
        assert isinstance(found, SearchPathPlugin)
        found.manipulate_search_path(search_path)
    search_path.append("schema", "structured://")
    with _shared_store(), _virtual_options(host, folders), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        GlobalHydra.instance().clear()
        try:
            yield Composer(Hydra.create_main_hydra2("mas", search_path), host, folders)
        finally:
            GlobalHydra.instance().clear()


def _register_sources() -> None:
    for source in (ConfFolder, RecipeFolder):
        Plugins.instance().register(source)


@contextmanager
def _shared_store() -> Iterator[None]:
    """Let Hydra share its store instead of copying it at each of a hundred questions."""
    store: Any = ConfigStore
    before = store.__dict__.get("__deepcopy__")
    store.__deepcopy__ = lambda self, memo: self
    try:
        yield
    finally:
        if before is None:
            del store.__deepcopy__
        else:
            store.__deepcopy__ = before


@contextmanager
def _virtual_options(host: Declared, folders: Sequence[Folder]) -> Iterator[None]:
    """Offer kind python in every slot, and judges and use cases that need no YAML."""
    options: dict[str, dict[str, Any]] = {}
    for part in host.components():
        group = part.slot.replace(".", "/")
        options[f"{group}/python"] = {"kind": "python", "target": "???", "options": {}}
        if part.slot in MULTI_SLOTS and find(folders, f"{group}/{part.kind}") is None:
            options[f"{group}/{part.kind}"] = {"kind": part.kind}
    store = ConfigStore.instance()
    before = {group: _copy(entries) for group, entries in store.repo.items()}
    for path, node in options.items():
        group, _, name = path.rpartition("/")
        store.store(group=group, name=name, node=node, provider="mas")
    try:
        yield
    finally:
        store.repo = before


def _copy(entries: Any) -> Any:
    """Copy the tree of groups, not the nodes in it."""
    return {k: _copy(v) for k, v in entries.items()} if isinstance(entries, dict) else entries
