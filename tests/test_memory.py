"""What the parts of memory share: block specs, the lexical embedder, shipped settings."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from omegaconf import OmegaConf

from mas.errors import BlockError
from mas.memory.block_specs import BLOCK_SPECS
from mas.memory.embedding import LexicalEmbedder, open_embedder
from mas.memory.external import from_external
from mas.memory.reference import REFERENCE, reference
from mas.memory.settings import ArchiveConfig, BlocksConfig, BuffersConfig, LexicalConfig
from mas.nouns import BlockSpec
from mas.protocols import Opening

ROOT = Path(__file__).parents[1]
LABELS = "session_state user_style quality_standards production_queue current_series ab_testing"


def test_the_six_blocks_are_there() -> None:
    assert [spec.label for spec in BLOCK_SPECS] == LABELS.split()
    assert {spec.label for spec in BLOCK_SPECS if spec.scoped} == {
        "production_queue",
        "current_series",
    }


@pytest.mark.parametrize("spec", BLOCK_SPECS, ids=lambda spec: spec.label)
def test_every_field_has_a_writer_and_a_reader(spec: BlockSpec) -> None:
    names = [item.name for item in fields(spec.type)]

    assert list(spec.writers) == names
    assert list(spec.readers) == names
    assert all(spec.writers.values())
    assert all(spec.readers.values())


_WHERE = {
    "Director": "mas/agents/director.py",
    "Writer": "mas/agents/asks.py mas/agents/experience.py",
    "Tuner": "mas/agents/tuner.py",
    "sleeptime": "mas/agents/sleeptime.py",
    "engine": "mas/engine",
    "continuity use case": "plugins/mas_continuity",
    "refine use case": "plugins/mas_refine",
    "series use case": "plugins/mas_series",
    "style use case": "plugins/mas_style",
}


@pytest.mark.parametrize(
    ("spec", "name"),
    [(spec, item.name) for spec in BLOCK_SPECS for item in fields(spec.type)],
    ids=lambda value: value if isinstance(value, str) else value.label,
)
def test_whoever_is_named_speaks_of_the_field(spec: BlockSpec, name: str) -> None:
    for claim in (spec.writers[name], spec.readers[name]):
        for part in re.split(r", (?![^()]*\))", claim.split(";")[0]):
            places = () if "its own issue" in part else _WHERE.get(part.split(" (")[0], "").split()
            code = "".join(_code(ROOT / place) for place in places)
            assert not places or name in code, f"{part} never speaks of {name}"


def _code(path: Path) -> str:
    paths = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return "".join(found.read_text(encoding="utf-8") for found in paths)


def test_the_reference_of_the_blocks_is_up_to_date() -> None:
    page = (ROOT / REFERENCE).read_text(encoding="utf-8")

    assert page == reference(BLOCK_SPECS), "run `python -m mas.memory.reference`"


@pytest.mark.parametrize(
    ("document", "told"),
    [
        pytest.param({"mood_preferences": []}, "'MOOD_PREFERENCES'", id="lower case"),
        pytest.param({"MOOD": []}, "no field 'mood'", id="unknown"),
        pytest.param({"MOOD_PREFERENCES": "dark"}, "a list of texts", id="wrong type"),
    ],
)
def test_a_wrong_document_is_refused(document: dict[str, object], told: str) -> None:
    spec = next(spec for spec in BLOCK_SPECS if spec.label == "user_style")

    with pytest.raises(BlockError, match=told):
        from_external(spec, document)


@pytest.mark.parametrize(
    ("path", "config"),
    [
        pytest.param("memory/blocks/sql.yaml", BlocksConfig, id="blocks"),
        pytest.param("memory/archive/sql.yaml", ArchiveConfig, id="archive"),
        pytest.param("memory/buffers/sql.yaml", BuffersConfig, id="buffers"),
        pytest.param("embedder/lexical.yaml", LexicalConfig, id="embedder"),
    ],
)
def test_shipped_settings_fit_their_class(path: str, config: type) -> None:
    values = dict(OmegaConf.load(ROOT / "conf" / path))
    kind = values.pop("kind")

    assert kind == Path(path).stem
    assert [item.name for item in fields(config(**values))] == list(values)


def _embedder() -> LexicalEmbedder:
    return LexicalEmbedder(384)


def test_vectors_have_unit_length_and_nothing_gives_zeros(tmp_path: Path) -> None:
    embedder = open_embedder(LexicalConfig(dimensions=128), Opening(tmp_path))

    vectors = embedder.embed(["a fox", "the of", "狐", "\ud800 x", "", " !? "])

    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 1, 0, 0], atol=1e-6)
    assert embedder.embed([]).shape == (0, 128)
    assert embedder.dimensions == 128
    assert embedder.name.startswith("lexical")


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        pytest.param("fox", "FOXES, in snow", "a box of hex bolts", id="plural and case"),
        pytest.param("running wolves", "a wolf runs", "winning valves", id="endings"),
        pytest.param("lighthouse", "light house", "warehouse", id="parts of a word"),
        pytest.param("the mood of a storm", "a storm", "the mode of a stork", id="stop words"),
        pytest.param("dragon in fog", "fog, and a dragon", "in a flagon", id="order"),
    ],
)
def test_what_is_spelt_alike_is_near(text: str, near: str, far: str) -> None:
    wanted, *others = _embedder().embed([text, near, far])

    likeness = [float(wanted @ other) for other in others]

    assert likeness[0] > likeness[1]


def test_another_process_gives_the_same_vector() -> None:
    text = "A red fox, 狐狸, in fresh snow"
    code = (
        "import sys; from mas.memory.embedding import LexicalEmbedder;"
        "sys.stdout.buffer.write(LexicalEmbedder(384).embed([sys.argv[1]]).tobytes())"
    )
    found = subprocess.run([sys.executable, "-c", code, text], capture_output=True, check=True)

    assert np.allclose(np.frombuffer(found.stdout, np.float32), _embedder().embed([text])[0])


def test_settings_and_specs_import_nothing_heavy() -> None:
    heavy = {"numpy", "sqlite3", "qdrant_client", "dbos", "av", "cv2"}
    code = (
        "import sys, mas.memory.settings, mas.memory.block_specs, mas_qdrant;"
        f"print(*({heavy!r} & set(sys.modules)))"
    )

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.split() == []
