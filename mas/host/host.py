"""The plugin host: a typed façade over pluggy, and the only module that calls hooks."""

import inspect
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pluggy
from loguru import logger

from mas import hookspecs
from mas.errors import PluginError
from mas.host.plugin import (
    ConfigFolder,
    PluginFailure,
    PluginInfo,
    check,
    declared,
    describe,
    module_name,
    own_config,
)
from mas.markers import PROJECT
from mas.nouns import Assessment, BlockSpec, Component, Outcome, Take, Task

HOOKS = tuple(name for name in dir(hookspecs) if name.startswith("mas_"))


class PluginHost:
    """Holds the plugins, what they declared, and the way to tell them what happened.

    Collect hooks are called once, when a plugin is registered. `hint` is advice for the user when
    nothing is installed, else "".
    """

    def __init__(self) -> None:
        self._pm = pluggy.PluginManager(PROJECT)
        self._pm.add_hookspecs(hookspecs)
        self._plugins: list[PluginInfo] = []
        self._failures: list[PluginFailure] = []
        self._studio: object | None = None
        self.hint = ""

    @property
    def plugins(self) -> list[PluginInfo]:
        """The plugins that work, in order of registration (the core first)."""
        return list(self._plugins)

    @property
    def failures(self) -> list[PluginFailure]:
        """The plugins that were skipped."""
        return list(self._failures)

    def components(self) -> list[Component]:
        """Return every component that YAML can choose."""
        return [component for plugin in self._plugins for component in plugin.components]

    def tasks(self) -> list[Task]:
        """Return every task that a recipe can run."""
        return [task for plugin in self._plugins for task in plugin.tasks]

    def blocks(self) -> list[BlockSpec]:
        """Return every core-memory block."""
        return [block for plugin in self._plugins for block in plugin.blocks]

    def config_folders(self) -> list[ConfigFolder]:
        """Return the config folders of the plugins, their own `conf/` first."""
        return [folder for plugin in self._plugins for folder in plugin.config_folders]

    def studio_opened(self, studio: object) -> None:
        """Tell every plugin, also those registered later, that a studio has opened."""
        self._studio = studio
        self._tell("mas_studio_opened", studio=studio)

    def take_graded(self, *, take: Take, assessment: Assessment) -> None:
        """Tell every plugin that a take was graded."""
        self._tell("mas_take_graded", take=take, assessment=assessment)

    def production_finished(self, *, outcome: Outcome) -> None:
        """Tell every plugin that a production has ended."""
        self._tell("mas_production_finished", outcome=outcome)

    def require_all(self) -> None:
        """Refuse to go on without the plugins that failed (`strict_plugins=true`).

        Raises:
            PluginError: naming each of them.
        """
        if self._failures:
            raise PluginError("\n  ".join(str(failure) for failure in self._failures))

    def register(
        self, plugin: object, *, name: str = "", distribution: str = "", version: str = ""
    ) -> PluginInfo:
        """Check a plugin, collect what it declares, and add it; nothing of it stays if it fails.

        Raises:
            PluginError: a hook of it is unknown or raised, or it declares what exists already.
        """
        module = module_name(plugin)
        name = name or module
        self._enter(plugin, name)
        try:
            self._check_hooks(plugin)
            hooks = tuple(sorted(caller.name for caller in self._callers(plugin)))
            folders = [*own_config(plugin), *self._collect(plugin, "mas_config_folders", Path)]
            info = PluginInfo(
                name,
                module,
                distribution,
                version,
                hooks,
                components=self._collect(plugin, "mas_components", Component),
                tasks=self._collect(plugin, "mas_tasks", Task),
                blocks=self._collect(plugin, "mas_blocks", BlockSpec),
                config_folders=tuple(ConfigFolder(name, path) for path in folders),
            )
            check(info)
            self._refuse_duplicates(info)
        except PluginError:
            self._pm.unregister(plugin)
            raise
        self._plugins.append(info)
        if self._studio is not None:
            self._tell("mas_studio_opened", only=plugin, studio=self._studio)
        return info

    def skip(self, failure: PluginFailure, error: BaseException) -> None:
        """Record a plugin that failed; the traceback goes to the log at DEBUG."""
        self._failures.append(failure)
        logger.warning("{failure}", failure=failure)
        logger.opt(exception=error).debug("why {name} is skipped", name=failure.name)

    def _enter(self, plugin: object, name: str) -> None:
        """Hand the plugin to pluggy, which checks its hooks against the specs."""
        if self._pm.has_plugin(name) or self._pm.is_registered(plugin):
            raise PluginError(f"a plugin named {name!r} ({module_name(plugin)}) is here already")
        try:
            self._pm.register(plugin, name=name)
        except (pluggy.PluginValidationError, ValueError) as error:
            if self._pm.is_registered(plugin):
                self._pm.unregister(plugin)
            reason = " ".join(str(error).split())
            raise PluginError(f"a hook does not fit its specification: {reason}") from error

    def _callers(self, plugin: object) -> list[pluggy.HookCaller]:
        return self._pm.get_hookcallers(plugin) or []

    def _check_hooks(self, plugin: object) -> None:
        """Refuse hooks that would never be called, or not as their author expects."""
        try:
            self._pm.check_pending()
        except pluggy.PluginValidationError as error:
            unknown = [caller.name for caller in self._callers(plugin) if not caller.has_spec()]
            raise PluginError("; ".join(map(_unknown_hook, unknown))) from error
        for name in HOOKS:
            function = getattr(plugin, name, None)
            if function is not None and not hasattr(function, f"{PROJECT}_impl"):
                raise PluginError(f"{name} is not marked with @hookimpl; import it from mas")
        for caller in self._callers(plugin):
            for impl in _of(plugin, caller):
                if impl.wrapper or impl.hookwrapper or inspect.iscoroutinefunction(impl.function):
                    raise PluginError(f"{caller.name} must be a plain function")

    def _collect(self, plugin: object, hook: str, kind: type) -> tuple[Any, ...]:
        """Call one collect hook of one plugin and check what it gave."""
        caller: pluggy.HookCaller = getattr(self._pm.hook, hook)
        try:
            answers: list[Any] = [impl.function() for impl in _of(plugin, caller)]
            given = [item for answer in answers for item in answer or ()]
        except Exception as error:
            raise PluginError(f"{hook} raised {describe(error)}") from error
        for item in given:
            if not isinstance(item, kind):
                raise PluginError(f"{hook} gave {item!r}, which is no {kind.__name__}")
        return tuple(given)

    def _refuse_duplicates(self, info: PluginInfo) -> None:
        """Refuse what an earlier plugin, or this one twice, declares under the same name."""
        taken = {key: plugin.name for plugin in self._plugins for key in declared(plugin)}
        for key in declared(info):
            if key in taken:
                raise PluginError(f"{key} comes from two plugins: {taken[key]!r}, {info.name!r}")
            taken[key] = info.name

    def _tell(self, hook: str, *, only: object | None = None, **facts: object) -> None:
        """Call a notice hook, one plugin at a time: a failure is logged and stops nobody."""
        caller: pluggy.HookCaller = getattr(self._pm.hook, hook)
        for impl in sorted(caller.get_hookimpls(), key=lambda impl: impl.trylast - impl.tryfirst):
            if only is not None and impl.plugin is not only:
                continue
            try:
                impl.function(*(facts[name] for name in impl.argnames))
            except Exception as error:  # noqa: BLE001 - a notice must not stop the production
                logger.opt(exception=error).warning(
                    "plugin {plugin} failed in {hook}", plugin=impl.plugin_name, hook=hook
                )


def _of(plugin: object, caller: pluggy.HookCaller) -> list[pluggy.HookImpl]:
    return [impl for impl in caller.get_hookimpls() if impl.plugin is plugin]


def _unknown_hook(name: str) -> str:
    near = get_close_matches(name, HOOKS, n=1)
    advice = f"did you mean {near[0]}?" if near else f"the hooks are {', '.join(HOOKS)}"
    return f"{name} is no hook of mas; {advice}"
