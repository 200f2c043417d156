"""The command line: compose, check, run the task, tell how it ended."""

import argparse
import asyncio
import inspect
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from loguru import logger

from mas import __version__
from mas.cli.context import CommandContext, print_document
from mas.cli.helping import greeting, help_text
from mas.cli.logs import start_logging
from mas.cli.options import read_options
from mas.cli.recipes import Recipe, list_recipes
from mas.cli.sweeps import on_a_fork, sweep_name
from mas.config.folders import config_folders
from mas.errors import ConfigError, MasError, PluginError
from mas.host import PluginHost, load_host

if TYPE_CHECKING:
    from mas.config.arguments import Argument
    from mas.config.composing import Composer
    from mas.config.settings import Settings

INTERRUPTED = 130
UNREAD = 141  # as a shell counts SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    start_logging()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _like_ctrl_c)
    try:
        return _answered(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our answer has gone: `mas --help | head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD


def _answered(arguments: Sequence[str]) -> int:
    try:
        code = _dispatch([_decoded(argument) for argument in arguments])
    except MasError as error:
        _tell(error, as_json="output=json" in arguments)
        code = error.exit_code
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _decoded(argument: str) -> str:
    """Read an argument as UTF-8, whatever the locale made of it."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError as error:
        raise ConfigError(f"{argument!a} is no text in UTF-8") from error


def _like_ctrl_c(number: int, frame: FrameType | None) -> None:
    """Stop as on Ctrl-C: what runs is left paused and resumable."""
    interrupt = signal.getsignal(signal.SIGINT)  # asyncio's own while it runs
    if not callable(interrupt):  # ignored, as in a shell's background job
        raise KeyboardInterrupt
    interrupt(number, frame)


def _dispatch(arguments: Sequence[str]) -> int:
    options = read_options(arguments)
    if options.version:
        print(f"mas {__version__}")
        return 0
    _stand_somewhere()
    host = load_host()
    for plugin in host.plugins:
        logger.enable(plugin.module.partition(".")[0])
    if options.help or not arguments:
        folders = config_folders(host, Path.cwd())
        recipes = list_recipes(folders)
        _warn_of_broken(recipes)
        print(help_text(folders, recipes) if options.help else greeting(recipes))
        return 0
    return _with_hydra(options, host)


def _stand_somewhere() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise ConfigError("the working folder is gone; go to another one") from error


def _with_hydra(options: argparse.Namespace, host: PluginHost) -> int:
    from mas.config import showing
    from mas.config.opening import opened

    more = [_folder(options.config_dir)] if options.config_dir else []
    with opened(host, Path.cwd(), *more) as composer:
        if options.shell_completion:
            showing.complete(composer, options.overrides)
            return 0
        arguments = composer.read(options.overrides, multirun=options.multirun)
        if options.cfg:
            package, resolve = options.package, options.resolve
            showing.show(composer, arguments, options.cfg, package=package, resolve=resolve)
            return 0
        if options.info:
            showing.inform(composer, arguments, options.info)
            return 0
        if options.multirun:
            return _sweep(composer, arguments, host)
        return _job(composer, arguments, host)


def _job(composer: "Composer", arguments: "Sequence[Argument]", host: PluginHost) -> int:
    """Run one job."""
    context, code = _run(_checked(composer, arguments, host), host)
    if context.wants_json:
        documents = context.documents
        print_document(documents[0] if len(documents) == 1 else {"answers": documents})
    return code


def _sweep(composer: "Composer", arguments: "Sequence[Argument]", host: PluginHost) -> int:
    """Run every job of a sweep; one that fails does not stop the others."""
    worst, sweep = 0, sweep_name()
    for number, job in enumerate(composer.jobs(arguments)):
        typed = [argument.typed for argument in job]
        as_json = "output=json" in typed
        logger.info("job {number}: {overrides}", number=number, overrides=" ".join(typed))
        about: dict[str, Any] = {"job": number, "overrides": typed}
        try:
            settings = on_a_fork(_checked(composer, job, host), host, job, f"{sweep}-{number}")
            context, code = _run(settings, host)
            for document in context.documents:
                print_document({**about, "exit_code": code, **document}, line=True)
        except MasError as error:
            code = error.exit_code
            _tell(error, as_json=False)
            if as_json:
                failed = {**about, "exit_code": code, "error": str(error)}
                print_document(failed, line=True)
        worst = max(worst, code)
    return worst


def _checked(composer: "Composer", arguments: "Sequence[Argument]", host: PluginHost) -> "Settings":
    from mas.config.settings import check

    settings = check(composer.compose(arguments), host)
    if settings.values["strict_plugins"]:
        host.require_all()
        broken = [recipe for recipe in list_recipes(composer.folders) if recipe.broken]
        if broken:
            raise PluginError(f"recipe {broken[0].name!r} is broken: {broken[0].broken}")
    return settings


def _run(settings: "Settings", host: PluginHost) -> tuple[CommandContext, int]:
    """Run the task of a job."""
    task = next(task for task in host.tasks() if task.name == settings.values["task"])
    function = _resolve(task.run)
    config = None if task.opens == "nothing" else settings
    with CommandContext(settings.values, host, config) as context:
        if task.opens == "studio":
            return context, asyncio.run(_in_studio(function, context, settings))
        result = function(context)
        return context, asyncio.run(result) if inspect.iscoroutine(result) else result


async def _in_studio(function: Any, context: CommandContext, settings: "Settings") -> int:
    from mas.studio.opening import open_studio

    async with open_studio(settings, context.host, context.progress) as context.studio:
        result = function(context)
        return int(await result if inspect.isawaitable(result) else result)


def _resolve(name: str) -> Any:
    """Import "package.module:callable"."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def _folder(name: str) -> Path:
    path = Path(name).expanduser().absolute()
    if not path.is_dir():
        raise ConfigError(f"--config-dir is {name!r}, which is no folder")
    return path


def _warn_of_broken(recipes: Sequence[Recipe]) -> None:
    for recipe in recipes:
        if recipe.broken:
            logger.warning(
                "recipe {name} is skipped: {reason}", name=recipe.name, reason=recipe.broken
            )


def _tell(error: MasError, *, as_json: bool) -> None:
    """Tell a failure on stderr, and on stdout when a program reads there."""
    print(f"mas: {error}", file=sys.stderr, flush=True)
    if as_json:
        print_document({"error": str(error), "exit_code": error.exit_code})
