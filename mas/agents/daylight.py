"""Which lights can be seen at which time of day: no candle burns at noon, no sun shines at night."""

import re

_SUNNY = ("dawn", "day", "golden_hour")
_LATE = ("dusk", "night")
_SUNLIT = re.compile(
    r"\b(?:sun|sunlight|sunlit|sunbeams?|sunny|rainbow|blue sky|daylight|heat)\b", re.IGNORECASE
)
_LAMPLIT = re.compile(
    r"\b(?:moon|moonlit|stars|starry|starlit|candles?|candlelit|lanterns?|torch(?:es)?|street ?(?:lamps?|lights?)|headlights?"
    r"|aurora|fireworks|fireflies|campfire|bonfire|neon)\b",
    re.IGNORECASE,
)


def suits(text: str, time_of_day: str | None) -> bool:
    """Say whether what a sentence names can be seen at a time of day."""
    if time_of_day in _LATE:
        return not _SUNLIT.search(text)
    return time_of_day is None or not _LAMPLIT.search(text)


def times_for(text: str, times: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the times at which the lights that a concept names can be seen."""
    if _SUNLIT.search(text):
        return tuple(time for time in times if time in _SUNNY) or _SUNNY
    if _LAMPLIT.search(text):
        return tuple(time for time in times if time in _LATE) or _LATE
    return times
