"""What tests of several parts share."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from mas.cli.main import main

Mas = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def mas(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Mas:
    """Type a command line in a folder, in this process: `mas(folder, "brief=a fox")`."""
    monkeypatch.delenv("MAS_HOME", raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    def run(folder: Path, *arguments: str) -> "CompletedProcess[str]":
        monkeypatch.chdir(folder)
        capsys.readouterr()
        code = main(arguments)
        out, err = capsys.readouterr()
        return CompletedProcess(list(arguments), code, out, err)

    return run
