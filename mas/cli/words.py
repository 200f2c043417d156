"""How the command line says statuses, durations and other people's text."""

STATUS_STYLES = {
    "accepted": "green",
    "complete": "green",
    "below_standard": "yellow",
    "partial": "yellow",
    "paused": "yellow",
    "failed": "red",
}


def clean(text: str) -> str:
    """Return text in one line, without anything that could steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def plain(name: str) -> str:
    """Turn an identifier into words."""
    return name.replace("_", " ")


def about(seconds: float) -> str:
    """Say an estimate, no more exact than it is."""
    if seconds < 10:
        return "a few seconds"
    if seconds < 60:
        return f"about {round(seconds / 5) * 5} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"about {minutes} min"
    return f"about {minutes // 60} h {minutes % 60} min"


def graded(grade: str | None, score: float | None) -> str:
    """Say a grade with its score; "" without one."""
    if grade is None or score is None:
        return ""
    return f"{grade} {score:.2f}"
