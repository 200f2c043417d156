"""The schemas that editors read fit the YAML that we ship, and the components that it chooses."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from mas.config.reading import header
from mas.config.schemas import as_json, shelf_schemas

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference" / "schemas"
SHIPPED = sorted(
    path
    for pattern in ("conf/**/*.yaml", "recipes/*.yaml", "*/mas_*/conf/**/*.yaml")
    for path in ROOT.glob(pattern)
    if path.relative_to(ROOT).parts[0] != "examples"
)
LINE = re.compile(r"yaml-language-server: \$schema=(?P<path>\S+)")


def schema_of(path: Path) -> Path:
    hit = LINE.fullmatch(header(path)[0])
    assert hit, f"{path} does not begin with a yaml-language-server line"
    return (path.parent / hit["path"]).resolve()


def test_the_schemas_on_disk_are_those_of_the_components() -> None:
    wanted = {name: as_json(schema) for name, schema in shelf_schemas().items()}

    on_disk = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}

    assert on_disk == wanted, "run: python -m mas.config.schemas"


def test_every_schema_is_a_schema() -> None:
    for path in FOLDER.glob("*.json"):
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
class TestShippedYaml:
    def test_names_the_schema_of_its_group(self, path: Path) -> None:
        group = (
            path.parent.relative_to(next(p for p in path.parents if p.name == "conf"))
            if ("conf" in path.parts)
            else Path("recipe")
        )
        name = group.as_posix().replace("/", "-") if group != Path() else "config"

        assert schema_of(path) == FOLDER / f"{name}.json"

    def test_fits_it(self, path: Path) -> None:
        schema = json.loads(schema_of(path).read_text(encoding="utf-8"))

        jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")) or {}, schema)

    def test_begins_with_a_sentence_and_stays_short(self, path: Path) -> None:
        assert header(path)[1].strip()
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


def validate(name: str, text: str) -> None:
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    jsonschema.validate(yaml.safe_load(text), schema)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "embedder.json", "{kind: lexical, dimensions: '${oc.env:DIM}'}", id="reference"
        ),
        pytest.param("embedder.json", "{kind: lexical, dimensions: '???'}", id="required later"),
        pytest.param("embedder.json", "{defaults: [lexical], dimensions: 64}", id="inherits"),
        pytest.param("embedder.json", "{kind: python, target: 'mine.x:y'}", id="python"),
        pytest.param("recipe.json", "{embedder: {dimensions: 64}, seed: 3}", id="partial recipe"),
    ],
)
def test_a_schema_allows(name: str, text: str) -> None:
    validate(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("embedder.json", "{kind: lexical, dimensions: 64, x: 1}", id="unknown key"),
        pytest.param("embedder.json", "{kind: lexical}", id="missing key"),
        pytest.param("embedder.json", "{kind: lexicl, dimensions: 64}", id="unknown kind"),
        pytest.param("embedder.json", "{kind: lexical, dimensions: 6}", id="out of range"),
        pytest.param("embedder.json", "{kind: lexical, dimensions: many}", id="wrong type"),
        pytest.param("recipe.json", "{embeder: {dimensions: 64}}", id="unknown section"),
        pytest.param("recipe.json", "{task: prodce}", id="unknown task"),
    ],
)
def test_a_schema_refuses(name: str, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(name, text)
