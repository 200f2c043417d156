"""A production goes on under the config it began with, or says in a sentence why it cannot."""

import json
import sqlite3
from pathlib import Path

import pytest

from mas.cli.main import main

SECRET = "hunter2-is-the-secret"
SHOP = '''
"""A writer of somebody's own, whose machine fails for now."""
import errno

def open_writer(config, opening):
    assert config.options["key"] == "hunter2-is-the-secret"
    return Writer()

class Writer:
    async def write(self, shot, plan, knowledge):
        raise OSError(errno.ENOSPC, "No space left on device")
'''
OPTION = """\
# A writer that needs a key.
kind: python
target: shop:open_writer
options:
  key: ${oc.env:SHOP_KEY}   # of the shop
"""
PAUSED = 3


@pytest.fixture
def state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A state folder with a paused production whose writer was given a secret."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("SHOP_KEY", SECRET)
    monkeypatch.delenv("MAS_HOME", raising=False)
    (tmp_path / "shop.py").write_text(SHOP)
    (tmp_path / "conf" / "agent" / "writer").mkdir(parents=True)
    (tmp_path / "conf" / "agent" / "writer" / "shop.yaml").write_text(OPTION)
    wish = ("brief=a fox in the snow", "agent/writer=shop", "trusted_packages=[shop]")

    assert main(wish) == PAUSED, capsys.readouterr().err
    assert "No space left on device; continue with the same command" in capsys.readouterr().err
    return tmp_path / ".mas"


def _resume(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["+recipe=resume"]) == 2
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert SECRET not in told
    return told


def test_no_secret_is_written_anywhere(state: Path) -> None:
    files = [path for path in state.rglob("*") if path.is_file()]

    assert {"mas.sqlite", "manifest.json", "report.html"} <= {path.name for path in files}
    assert [path for path in files if SECRET.encode() in path.read_bytes()] == []


def test_a_variable_that_is_gone_is_named(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SHOP_KEY")

    assert "agent.writer.options.key reads the environment variable SHOP_KEY" in _resume(capsys)


def test_a_component_that_is_gone_is_named(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = sqlite3.connect(state / "mas.sqlite")
    with database:
        (text,) = database.execute("select config from mas_production").fetchone()
        config = json.loads(text)
        config["agent"]["writer"] = {"kind": "vanished"}
        config["use_case"]["gone"] = {"kind": "gone"}
        database.execute("update mas_production set config = ?", (json.dumps(config),))
    database.close()

    assert "vanished" in _resume(capsys)


def test_code_that_is_gone_is_named(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    (state.parent / "shop.py").unlink()
    monkeypatch.delitem(sys.modules, "shop")

    assert "agent.writer: python cannot be opened: shop:open_writer does not import" in _resume(
        capsys
    )
