"""Teach Hydra to read our folders: lazily, recipes from a flat folder, errors in our words."""

import re
from pathlib import Path

from hydra.core.object_type import ObjectType
from hydra.plugins.config_source import ConfigLoadError, ConfigResult, ConfigSource

from mas.config.folders import PRIMARY, Folder
from mas.config.reading import header, load

_PACKAGE = re.compile(r"@package\s+(\S+)")


class ConfFolder(ConfigSource):
    """A folder with config groups; options of the group `recipe` have the package `_global_`."""

    holds = "groups"

    @staticmethod
    def scheme() -> str:
        """Name the scheme in `--info searchpath`."""
        return "conf"

    @property
    def _folder(self) -> Folder:
        return Folder(self.provider, Path(self.path), "groups")

    def load_config(self, config_path: str) -> ConfigResult:
        """Read one option."""
        config_path = config_path.removesuffix(".yaml")
        if not self.is_config(config_path):
            raise ConfigLoadError(f"config not found: {config_path}")
        path = self._folder.file(config_path)
        where = package(path, config_path)
        return ConfigResult(
            config=load(path, at_root=where == "_global_" or config_path == PRIMARY),
            path=self.full_path(),
            provider=self.provider,
            header={"package": where},
        )

    def available(self) -> bool:
        """Whether the folder exists."""
        return Path(self.path).is_dir()

    def is_group(self, config_path: str) -> bool:
        """Whether `config_path` is a folder here."""
        return (Path(self.path) / config_path).is_dir()

    def is_config(self, config_path: str) -> bool:
        """Whether `config_path` is an option here."""
        return self._folder.has(config_path.removesuffix(".yaml"))

    def list(self, config_path: str, results_filter: ObjectType | None) -> list[str]:
        """List groups and options below `config_path`."""
        found: list[str] = []
        for name in (path.name for path in (Path(self.path) / config_path).iterdir()):
            self._list_add_result(
                files=found,
                file_path=f"{config_path}/{name}".lstrip("/"),
                file_name=name,
                results_filter=results_filter,
            )
        return sorted(set(found))


class RecipeFolder(ConfFolder):
    """A flat folder of recipes: `series.yaml` is option series of group recipe."""

    @staticmethod
    def scheme() -> str:
        """Name the scheme in `--info searchpath`."""
        return "recipes"

    @property
    def _folder(self) -> Folder:
        return Folder(self.provider, Path(self.path), "recipes")

    def is_group(self, config_path: str) -> bool:
        """Whether `config_path` is the one group here."""
        return config_path.strip("/") in ("", "recipe")

    def list(self, config_path: str, results_filter: ObjectType | None) -> list[str]:
        """List the group, or its recipes."""
        if config_path.strip("/") == "":
            return ["recipe"] if results_filter in (None, ObjectType.GROUP) else []
        if results_filter == ObjectType.GROUP or config_path.strip("/") != "recipe":
            return []
        return sorted(name.removeprefix("recipe/") for name in self._folder.options())


def package(path: Path, config_path: str) -> str | None:
    """Return where an option is merged: its `# @package`, the root for recipes, else its group."""
    for line in header(path):
        if hit := _PACKAGE.fullmatch(line):
            return hit[1]
    return "_global_" if config_path.startswith("recipe/") else None
