"""The log in a production's own folder."""

import json
from pathlib import Path

from loguru import logger

from mas.cli.production_log import LOG, production_log


def test_each_production_gets_its_own_lines_as_json(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "productions" / name).mkdir(parents=True)

    with production_log(tmp_path):
        logger.bind(production="one", shot="s01").info("graded {grade}", grade="A")
        logger.bind(production="two").warning("braces in a {brief} do no harm", brief="{x}")
        logger.bind(production="gone").info("a removed production is not brought back")
        logger.info("of no production")
    logger.bind(production="one").info("after the studio closed")

    (one,) = _lines(tmp_path / "productions" / "one" / LOG)
    (two,) = _lines(tmp_path / "productions" / "two" / LOG)
    assert (one["level"], one["message"], one["shot"]) == ("INFO", "graded A", "s01")
    assert two["message"] == "braces in a {x} do no harm"
    assert not (tmp_path / "productions" / "gone").exists()


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
