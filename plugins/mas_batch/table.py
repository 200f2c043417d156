"""Files of rows: CSV (comma, semicolon or tab) and JSONL, read as records with line numbers."""

import csv
import difflib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mas.errors import RequestError

COLUMNS = (
    "concept", "prompt", "title", "style", "seed", "width", "height", "frames", "fps", "negative",
    "min_grade",
)  # fmt: skip
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it stands in the file; `broken` says why it cannot be used, else "".

    `line` is the line on which the row begins, the first being 1.
    """

    line: int
    cells: Mapping[str, object]
    broken: str = ""


def read_table(name: str) -> tuple[Record, ...]:
    """Read a file of rows; empty rows are left out, broken ones are marked.

    Raises:
        RequestError: the file cannot be read as CSV or JSONL, or has a column that we don't know.
    """
    path = Path(name).expanduser()
    text = _text_of(path, name)
    if not text.strip():
        raise RequestError(f"{name} is empty; give it a line of column names and a row per video")
    is_jsonl = path.suffix.lower() in {".jsonl", ".ndjson"} or text.lstrip()[:1] in "{["
    records = tuple(_jsonl(name, text) if is_jsonl else _csv(name, text))
    if not records:
        raise RequestError(f"{name} has column names but no rows")
    return records


def _text_of(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError(
            f"{name} is not UTF-8 text (byte {error.start}); save it as CSV UTF-8"
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RequestError(f"rows={name} cannot be read: {reason}") from error


def _csv(name: str, text: str) -> Iterable[Record]:
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            filled = any(cell.strip() for cell in cells)
            if filled and header is None:
                header = _columns(name, line, cells)
            elif filled and header is not None:
                yield _record(line, header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise RequestError(f"{name}:{line}: this is no CSV: {error}") from error


def _delimiter(text: str) -> str:
    """Choose the delimiter under which the first line has the most columns that we know."""
    first = text.lstrip().splitlines()[0]

    def known(delimiter: str) -> int:
        cells = next(csv.reader([first], delimiter=delimiter))
        return sum(cell.strip().lower() in COLUMNS for cell in cells)

    return max(_DELIMITERS, key=known)


def _columns(name: str, line: int, cells: list[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    for column in columns:
        if column:
            _check_column(name, line, column)
        if column and columns.count(column) > 1:
            raise RequestError(f"{name}:{line}: the column {column!r} stands there twice")
    return columns


def _check_column(name: str, line: int, column: str) -> None:
    if column in COLUMNS:
        return
    near = difflib.get_close_matches(column, COLUMNS, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"columns are {', '.join(COLUMNS)}"
    raise RequestError(f"{name}:{line}: there is no column {column!r}; {hint}")


def _record(line: int, header: list[str], cells: list[str]) -> Record:
    extra = [cell for cell in cells[len(header) :] if cell.strip()]
    unnamed = [c for column, c in zip(header, cells, strict=False) if not column and c.strip()]
    if extra or unnamed:
        value = (extra or unnamed)[0].strip()
        return Record(line, {}, f"{value!r} stands in no column; quote text that has a delimiter")
    pairs = zip(header, cells, strict=False)
    return Record(line, {column: cell.strip() for column, cell in pairs if column and cell.strip()})


def _jsonl(name: str, text: str) -> Iterable[Record]:
    lines = [pair for pair in enumerate(text.split("\n"), start=1) if pair[1].strip()]
    records = [_json_record(name, number, line) for number, line in lines]
    if all(record.broken for record in records):
        raise RequestError(f"{name}:{records[0].line}: {records[0].broken}; write an object a line")
    return [record for record in records if record.cells or record.broken]


def _json_record(name: str, number: int, line: str) -> Record:
    try:
        value = json.loads(line)
    except ValueError as error:
        return Record(number, {}, f"this is no JSON: {error}")
    if not isinstance(value, dict):
        return Record(number, {}, f"{line.strip()[:40]!r} is no JSON object")
    for column in value:
        _check_column(name, number, column)
    return Record(number, {key: cell for key, cell in value.items() if cell not in (None, "")})
