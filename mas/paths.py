"""Where the shipped YAML lives: inside `mas/` in a wheel, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the folder `name` ("conf" or "recipes") that came with this copy of mas.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    raise FileNotFoundError(
        f"mas was installed without its {name!r} folder (looked inside and beside {_PACKAGE})"
    )


def shown(path: Path) -> str:
    """Return `path` as a person wants to read it: relative when it is below the working folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
