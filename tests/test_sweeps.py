"""Sweeps that make films: their jobs start from the same memory and teach each other nothing."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from mas.errors import ConfigError
from mas.studio.forks import discard, memory_folder

TINY = ("render.width=192", "render.height=128", "render.frames=9", "scoring.max_retries=0")


Mas = Callable[..., "CompletedProcess[str]"]


def memory(folder: Path) -> dict[str, list[Any]]:
    """Every row of blocks and archive."""
    with closing(sqlite3.connect(folder / "state" / "mas.sqlite")) as database:
        return {
            table: sorted(map(repr, database.execute(f"select * from {table}")))
            for table in ("mas_block", "mas_block_journal", "mas_passage", "mas_message")
        }


def test_jobs_of_a_sweep_leave_the_memory_and_no_forks(tmp_path: Path, mas: Mas) -> None:
    state = f"state_dir={tmp_path / 'state'}"
    mas(tmp_path, state, "brief=a red kite over a hill", *TINY)
    before = memory(tmp_path)

    sweep = ("-m", 'brief=choice("a fox","an owl")', "seed=1,hot", "output=json")
    done = mas(tmp_path, state, *sweep, *TINY)

    jobs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [job["job"] for job in jobs] == [0, 1, 2, 3], done.stderr
    assert [job["exit_code"] == 2 for job in jobs] == [False, True, False, True]
    assert [job.get("brief") for job in jobs] == ["a fox", None, "an owl", None]
    assert 'seed is "hot"' in jobs[1]["error"]
    assert done.returncode == 2
    assert before["mas_block"]
    assert memory(tmp_path) == before
    assert list((tmp_path / "state" / "forks").iterdir()) == []


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "../x", "/tmp", 3])
def test_a_fork_never_lies_outside_its_folder(tmp_path: Path, name: Any) -> None:
    with pytest.raises(ConfigError, match="fork is"):
        memory_folder(tmp_path, name)
    with pytest.raises(ConfigError, match="fork is"):
        discard(tmp_path, name)


def test_a_fork_is_copied_once_and_then_its_own(tmp_path: Path) -> None:
    truth = tmp_path / "mas.sqlite"
    with closing(sqlite3.connect(truth)) as database:
        database.execute("create table fact (word)")
        database.execute("insert into fact values ('before')")
        database.commit()
        fork = memory_folder(tmp_path, "sweep-1")
        database.execute("insert into fact values ('after')")
        database.commit()

    with closing(sqlite3.connect(fork / "mas.sqlite")) as copy:
        assert copy.execute("select word from fact").fetchall() == [("before",)]
        copy.execute("insert into fact values ('learned')")
        copy.commit()
    assert memory_folder(tmp_path, "sweep-1") == fork
    with closing(sqlite3.connect(fork / "mas.sqlite")) as copy:
        assert copy.execute("select count(*) from fact").fetchone() == (2,)
    discard(tmp_path, "sweep-1")
    assert not fork.exists()
    assert truth.is_file()


def test_no_fork_is_the_memory_itself(tmp_path: Path) -> None:
    assert memory_folder(tmp_path, None) == tmp_path
