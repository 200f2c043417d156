"""The fixture `mas_studio`, in a process of its own: a process has one studio at a time."""

import subprocess
import sys
from pathlib import Path

AUTHOR = """
import pytest

from mas.errors import RequestError
from mas.media.reading import frames

USERS = []


@pytest.fixture(scope="session")
def mas_studio_overrides():
    return ("render.frames=9",)


async def test_a_film_is_made(mas_studio):
    manifest = await mas_studio.produce("a red fox in the snow", seed=3)

    assert manifest["status"] == "complete"
    assert (manifest["seed"], manifest["user"]) == (3, mas_studio.user)
    assert len(manifest["shots"]) == 1
    folder = mas_studio.folder(manifest)
    assert (folder / "report.html").is_file()
    take = folder / manifest["shots"][0]["takes"][0]["video"]
    assert len(list(frames(take))) == 9
    USERS.append(mas_studio.user)


def test_a_test_without_a_loop_makes_one_too_as_another_user(mas_studio):
    manifest = mas_studio.make("a 2-part series about owls", route="series")

    assert len(manifest["shots"]) == 2
    assert [mas_studio.user] != USERS


async def test_a_refusal_is_raised(mas_studio):
    with pytest.raises(RequestError):
        await mas_studio.produce("a fox", route="nothing")
"""
SETTINGS = """
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
filterwarnings = error
"""


def test_an_authors_tests_make_films(tmp_path: Path) -> None:
    (tmp_path / "test_films.py").write_text(AUTHOR)
    (tmp_path / "pytest.ini").write_text(SETTINGS)

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_films.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout
