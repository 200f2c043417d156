"""Rows of a batch: the values of a record, checked one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

from mas.errors import RequestError
from mas.nouns import Format, Grade
from mas_batch.table import Record, read_table

_RANGES = {
    "seed": (0, 2**32 - 1), "width": (64, 4096), "height": (64, 4096), "frames": (1, 10_000),
    "fps": (1, 120),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One video as its row asks for it.

    Attributes:
        number: position among the rows of the file, from 1; broken rows count too.
        text: the concept, or the prompt when `verbatim`.
    """

    number: int
    text: str
    verbatim: bool
    title: str
    style: str
    seed: int | None
    format: Format | None
    negative: str
    min_grade: str | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that can be made, and a sentence for each that cannot."""

    rows: tuple[Row, ...]
    problems: tuple[str, ...]


def read_rows(name: str) -> Rows:
    """Read a file of rows; a row with a bad value is left out and reported, the others stay.

    Raises:
        RequestError: the file cannot be used at all, or not one of its rows can.
    """
    good, problems = [], []
    for number, record in enumerate(read_table(name), start=1):
        try:
            good.append(_row(number, record))
        except ValueError as error:
            problems.append(f"{name}:{record.line}: {error}")
    if not good:
        raise RequestError(f"no row of {name} can be used; the first problem is {problems[0]}")
    return Rows(tuple(good), tuple(problems))


def _row(number: int, record: Record) -> Row:
    if record.broken:
        raise ValueError(record.broken)
    cells = record.cells
    prompt, concept = _text(cells, "prompt"), _text(cells, "concept")
    if not prompt and not concept:
        raise ValueError("the row has neither a concept nor a prompt")
    return Row(
        number=number,
        text=prompt or concept,
        verbatim=bool(prompt),
        title=_text(cells, "title") or (concept if prompt else ""),
        style=_text(cells, "style"),
        seed=_whole(cells, "seed"),
        format=_format(cells),
        negative=_text(cells, "negative"),
        min_grade=_grade(cells),
    )


def _text(cells: Mapping[str, object], column: str) -> str:
    value = cells.get(column, "")
    if isinstance(value, dict | list | bool):
        raise ValueError(f"{column} is {value!r}, not text")  # noqa: TRY004 - a value of the file
    return str(value).strip()


def _whole(cells: Mapping[str, object], column: str) -> int | None:
    value = cells.get(column)
    if value is None:
        return None
    least, most = _RANGES[column]
    number = _number(value)
    if number is None or not least <= number <= most:
        raise ValueError(f"{column} is {value!r}, not a whole number from {least} to {most}")
    return number


def _number(value: object) -> int | None:
    """Read 768, "768" and the "768.0" that spreadsheets write."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return int(value)
    except ValueError:
        pass
    except OverflowError:
        return None
    try:
        number = float(value)
        return int(number) if number.is_integer() else None
    except (ValueError, OverflowError):
        return None


def _format(cells: Mapping[str, object]) -> Format | None:
    """Zero stands for "as configured": the engine fills it from the renderer's own format."""
    values = {column: _whole(cells, column) for column in ("width", "height", "frames", "fps")}
    for column in ("width", "height"):
        if (values[column] or 0) % 2:
            raise ValueError(f"{column} is {values[column]}, and H.264 takes even sizes only")
    if not any(values.values()):
        return None
    return Format(**{column: value or 0 for column, value in values.items()})


def _grade(cells: Mapping[str, object]) -> str | None:
    text = _text(cells, "min_grade").upper()
    if not text:
        return None
    grades = tuple(grade.value for grade in Grade)
    if text not in grades:
        raise ValueError(f"min_grade is {cells['min_grade']!r}, not one of {', '.join(grades)}")
    return text
