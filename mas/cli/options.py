"""The flags of the command line; everything else on it is key=value."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from mas.errors import ConfigError

INFO = ("all", "config", "defaults", "defaults-tree", "plugins", "searchpath")

_KEY = re.compile(r"unrecognized arguments: --?(?P<key>\w+)(?:[= ].*)?", re.DOTALL)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        hit = _KEY.fullmatch(message)
        if hit is not None and hit["key"] in ("recipe", "brief", "user", "seed", "task"):
            plus = "+" if hit["key"] == "recipe" else ""
            raise ConfigError(f"--{hit['key']} is no flag; write {plus}{hit['key']}=...")
        raise ConfigError(f"{message}; flags are listed by --help")


def read_options(argv: Sequence[str]) -> argparse.Namespace:
    """Split a command line into flags and `overrides`.

    Raises:
        ConfigError: a flag does not exist or has a wrong value.
    """
    return _parser().parse_intermixed_args(list(argv))


def describe_options() -> str:
    """List the flags, a line each."""
    lines = []
    for action in _parser()._actions:  # noqa: SLF001 - argparse has no public list of them
        if action.option_strings:
            choices = f" {'|'.join(map(str, action.choices))}" if action.choices else ""
            lines.append((", ".join(action.option_strings) + choices, action.help or ""))
    width = max(len(flag) for flag, _ in lines if len(flag) < 30)
    return "\n".join(
        f"  {flag:<{width}}  {text}" if len(flag) <= width else f"  {flag}\n  {'':{width}}  {text}"
        for flag, text in lines
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mas", add_help=False, allow_abbrev=False)
    parser.add_argument("overrides", nargs="*")
    parser.add_argument("--help", "-h", action="store_true", help="this text")
    parser.add_argument("--version", action="store_true", help="the version of mas")
    parser.add_argument(
        "--multirun", "-m", action="store_true", help="run a job for each value: seed=1,2,3"
    )
    parser.add_argument("--run", "-r", action="store_true", help="run one job (the default)")
    parser.add_argument(
        "--cfg", "-c", choices=("job", "hydra", "all"), help="show the config instead of running"
    )
    parser.add_argument("--resolve", action="store_true", help="with --cfg: resolve ${...}")
    parser.add_argument("--package", "-p", help="with --cfg: show one section, such as render")
    parser.add_argument(
        "--info", "-i", nargs="?", const="all", choices=INFO, help="how the config is composed"
    )
    parser.add_argument("--config-dir", "-cd", help="one more folder with config groups")
    parser.add_argument(
        "--shell-completion",
        "-sc",
        action="store_true",
        help='completion: eval "$(mas -sc install=bash)" (or zsh, fish)',
    )
    return parser
