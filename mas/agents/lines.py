"""Briefs of several lines: the lines of a poem are sentences, those of a list are its items."""

import re

_BULLET = re.compile(r"^(?:[-*\u2022]|\d+[.)])\s+")
_OPEN = re.compile(r"[\w\"'\u2019\u201d)]$")  # a line that ends without a stop of its own


def join_lines(text: str) -> str:
    """Put a text into one line, with the stops that its line ends stood for."""
    if "\n" not in text.strip():
        return text
    lines = [line for raw in text.splitlines() if (line := raw.strip())]
    is_list = lines[0].endswith(":") or any(_BULLET.match(line) for line in lines)
    joined = lines[0]
    for line in lines[1:]:
        item = _BULLET.sub("", line)
        joined += f"{_stop(joined, item, is_list=is_list)} {item}"
    return joined


def _stop(before: str, after: str, *, is_list: bool) -> str:
    if not _OPEN.search(before):
        return ""
    if is_list:
        return ";"
    return "." if after[:1].isupper() else ","
