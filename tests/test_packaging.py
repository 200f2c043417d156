"""The shelves, the entry points and the wheel say the same thing."""

import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

import mas

ROOT = Path(__file__).parent.parent
SHELVES = ("plugins", "memory_backends", "evaluators")
PACKAGES = sorted(init.parent for shelf in SHELVES for init in (ROOT / shelf).glob("*/__init__.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY_POINTS = PYPROJECT["project"]["entry-points"]["mas"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """List the files of the wheel: the installed one, or for a checkout one that is built now."""
    installed = frozenset(file.as_posix() for file in distribution("mas-video").files or ())
    if "mas/__init__.py" in installed:
        return frozenset(
            name for name in installed if not name.startswith("..") and ".pyc" not in name
        )
    hatchling = pytest.importorskip("hatchling.builders.wheel", reason="builds the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = hatchling.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return frozenset(archive.namelist())


def test_there_are_shelf_packages() -> None:
    assert {"mas_series", "mas_signal", "mas_qdrant"} <= {package.name for package in PACKAGES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_shelf_package_is_named_typed_and_registered(package: Path) -> None:
    assert package.name.startswith("mas_"), "shelf names vanish in the wheel; the prefix stays"
    assert (package / "py.typed").exists()
    assert package.name in ENTRY_POINTS.values()


def test_every_entry_point_is_on_a_shelf() -> None:
    assert set(ENTRY_POINTS.values()) == {package.name for package in PACKAGES}


def test_every_entry_point_is_named_as_its_package() -> None:
    assert {name: f"mas_{name}" for name in ENTRY_POINTS} == ENTRY_POINTS


def test_a_shelf_holds_packages_only() -> None:
    on_shelves = {path for shelf in SHELVES for path in (ROOT / shelf).iterdir() if path.is_dir()}

    assert {path for path in on_shelves if path.name != "__pycache__"} == set(PACKAGES)


def test_the_wheel_has_no_file_beside_its_packages(wheel: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}

    info = f"mas_video-{mas.__version__}.dist-info"
    assert tops == {"mas", info, *(package.name for package in PACKAGES)}


def test_the_wheel_brings_config_and_recipes(wheel: frozenset[str]) -> None:
    shipped = [path for folder in ("conf", "recipes") for path in (ROOT / folder).rglob("*.yaml")]

    assert shipped
    assert {f"mas/{path.relative_to(ROOT).as_posix()}" for path in shipped} <= wheel


def test_the_wheel_brings_the_config_of_each_shelf_package(wheel: frozenset[str]) -> None:
    files = {
        file.relative_to(package.parent).as_posix()
        for package in PACKAGES
        for file in package.glob("conf/**/*.yaml")
    }

    assert files
    assert files <= wheel


def test_the_wheel_brings_the_templates_of_new_plugins(wheel: frozenset[str]) -> None:
    templates = (ROOT / "mas" / "cli" / "scaffold_files").rglob("*.tmpl")

    assert {template.relative_to(ROOT).as_posix() for template in templates} <= wheel
