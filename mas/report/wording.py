"""How the report says figures, times and names."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote

_NONE = "\N{EN DASH}"


def figure(value: object) -> str:
    """Say a measurement: four digits, yes or no for booleans, a dash for none; a group in a row."""
    if value is None:
        return _NONE
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{plain(key)} {figure(entry)}" for key, entry in value.items())
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def share(value: float | None) -> str:
    """Say a score with two digits, or a dash without one."""
    return _NONE if value is None else f"{value:.2f}"


def seconds(value: float) -> str:
    """Say a duration in the unit a person would use."""
    if value < 10:
        return f"{value:.1f} s"
    if value < 100:
        return f"{value:.0f} s"
    minutes, rest = divmod(round(value), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"


def moment(text: str) -> str:
    """Say an ISO time for people, with its zone."""
    at = datetime.fromisoformat(text)
    return f"{at.day} {at:%B %Y, %H:%M} {at.tzname() or ''}".strip()


def plain(name: str) -> str:
    """Turn an identifier into words."""
    return name.replace("_", " ")


def letter(grade: str | None) -> str:
    """Return the grade's letter in lower case, "none" without a grade (for style sheets)."""
    return grade[0].lower() if grade else "none"


def address(path: str) -> str:
    """Return a relative path as a link that can only be a relative path."""
    return "./" + quote(path.replace("\\", "/").lstrip("/"))


def count(number: int, noun: str) -> str:
    """Say how many, with the plural."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
