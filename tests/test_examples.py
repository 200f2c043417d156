"""The examples run."""

import importlib.util
import sys
from pathlib import Path

import cv2
import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_contact_sheet_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("contact_sheet", EXAMPLES / "contact_sheet.py")
    assert spec is not None
    assert spec.loader is not None
    example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(example)
    monkeypatch.setattr(example, "PROMPTS", example.PROMPTS[:3])
    monkeypatch.setattr(sys, "argv", ["contact_sheet.py", str(tmp_path / "sheet.jpg"), "96"])

    example.main()

    height, width, _ = cv2.imread(str(tmp_path / "sheet.jpg")).shape
    assert (width, height) == (3 * 96, 64)
