"""Every check CI runs, runnable here: `nox`."""

import os
import tempfile
from pathlib import Path

import nox

nox.options.default_venv_backend = "virtualenv"  # uv would ignore PIP_CONSTRAINT and pip.conf
nox.options.sessions = ["lint", "types", "wheel", "example"]
BRIEF = "brief=Create a 1-part series about a lighthouse"
SMALL = ("render.width=192", "render.height=128", "render.frames=25", "scoring.max_retries=0")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests against the editable install."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff, and the import floors."""
    session.install("-e", ".[qdrant]", "ruff>=0.12", "import-linter>=2")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Mypy, strictly; pyright as a second opinion."""
    session.install("-e", ".[test]", "mypy>=1.15", "pyright>=1.1.390")
    session.run("mypy")
    session.run("pyright")


@nox.session
def wheel(session: nox.Session) -> None:
    """Run the tests against the built wheel, never the checkout, and the shipped commands."""
    built = _build(session, ".")
    session.install(f"{built}[test]")
    # Neither pytest nor a process that a test starts may find `mas` in the working folder.
    session.env["PYTHONSAFEPATH"] = "1"
    session.run("python", "-c", "import mas; assert 'site-packages' in mas.__file__, mas.__file__")
    session.run("python", "-m", "pytest", *session.posargs)
    with tempfile.TemporaryDirectory() as folder, session.chdir(folder):
        session.run("mas", silent=True)
        session.run("mas", "+recipe=plugins", "strict_plugins=true")
        session.run("mas", "+recipe=series", BRIEF, *SMALL, success_codes=[0, 1])


@nox.session
def example(session: nox.Session) -> None:
    """Install the wheel and the example plugin as a stranger would; run its recipe and its test."""
    core, haiku = _build(session, "."), _build(session, "examples/mas_haiku")
    session.install(f"{core}[test]", haiku)
    tests_folder = Path("examples/mas_haiku/tests").resolve()
    with tempfile.TemporaryDirectory() as folder, session.chdir(folder):
        session.run("mas", "+recipe=haiku", *SMALL, "strict_plugins=true", success_codes=[0, 1])
        session.run("python", "-P", "-m", "pytest", str(tests_folder), "-p", "no:cacheprovider")


def _build(session: nox.Session, project: str) -> str:
    """Build a wheel and return its path."""
    folder = Path(session.create_tmp()) / Path(project).resolve().name
    session.install("build")
    session.run("python", "-m", "build", "--wheel", "--outdir", str(folder), project)
    (built,) = folder.glob("*.whl")
    return os.fspath(built)
