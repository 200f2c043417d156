"""Moods: what each does to light and contrast, and what its inverse is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mood:
    """A mood as light.

    Attributes:
        brightness: exposure multiplier, about 0.5 (very dark) .. 1.4 (very bright).
        contrast: multiplier around mid grey, 0.8 .. 1.3.
        saturation: multiplier, 0.4 .. 1.4.
        warmth: -1 (cold) .. 1 (warm).
        opposite: canonical name of the inverse mood.
    """

    name: str
    brightness: float
    contrast: float
    saturation: float
    warmth: float
    opposite: str


MOODS: dict[str, Mood] = {
    mood.name: mood
    for mood in (
        Mood("dark", 0.62, 1.15, 0.95, -0.2, "bright"),
        Mood("bright", 1.28, 0.98, 1.05, 0.1, "dark"),
        Mood("moody", 0.7, 1.15, 0.9, -0.2, "cheerful"),
        Mood("cheerful", 1.2, 1.0, 1.25, 0.4, "gloomy"),
        Mood("gloomy", 0.68, 0.95, 0.7, -0.3, "cheerful"),
        Mood("mysterious", 0.7, 1.1, 0.95, -0.3, "plain"),
        Mood("plain", 1.0, 1.0, 1.0, 0.0, "dramatic"),
        Mood("eerie", 0.66, 1.1, 0.8, -0.5, "cosy"),
        Mood("cosy", 1.0, 0.98, 1.1, 0.7, "bleak"),
        Mood("bleak", 0.85, 0.9, 0.55, -0.4, "lush"),
        Mood("lush", 1.08, 1.05, 1.3, 0.2, "bleak"),
        Mood("calm", 1.02, 0.92, 0.95, 0.1, "tense"),
        Mood("tense", 0.8, 1.22, 0.9, -0.2, "calm"),
        Mood("dramatic", 0.88, 1.28, 1.1, 0.0, "plain"),
        Mood("epic", 0.98, 1.22, 1.15, 0.1, "plain"),
        Mood("dreamy", 1.12, 0.85, 1.0, 0.2, "gritty"),
        Mood("gritty", 0.85, 1.25, 0.7, -0.1, "dreamy"),
        Mood("melancholic", 0.8, 0.95, 0.72, -0.4, "joyful"),
        Mood("joyful", 1.2, 1.02, 1.28, 0.4, "melancholic"),
        Mood("romantic", 1.0, 0.95, 1.1, 0.6, "bleak"),
        Mood("whimsical", 1.15, 1.0, 1.3, 0.3, "gritty"),
        Mood("ethereal", 1.15, 0.85, 0.9, -0.1, "gritty"),
        Mood("vibrant", 1.1, 1.1, 1.4, 0.2, "muted"),
        Mood("muted", 0.98, 0.92, 0.55, 0.0, "vibrant"),
        Mood("warm", 1.05, 1.0, 1.1, 0.8, "cold"),
        Mood("cold", 0.98, 1.05, 0.9, -0.8, "warm"),
        Mood("ominous", 0.62, 1.2, 0.8, -0.3, "cheerful"),
        Mood("minimalist", 1.08, 0.95, 0.75, 0.0, "lush"),
    )
}

VOCABULARY: dict[str, str] = {name: name for name in MOODS} | {
    "darker": "dark", "low key": "dark", "shadowy": "dark", "noir": "dark", "dim": "dark",
    "murky": "dark", "brighter": "bright", "bright and airy": "bright", "sunny": "bright",
    "luminous": "bright", "high key": "bright", "radiant": "bright", "brooding": "moody",
    "atmospheric": "moody", "happy": "cheerful", "playful": "whimsical", "fun": "cheerful",
    "uplifting": "joyful", "sad": "melancholic", "melancholy": "melancholic",
    "wistful": "melancholic", "somber": "gloomy", "sombre": "gloomy", "mystical": "mysterious",
    "enigmatic": "mysterious", "mystery": "mysterious", "spooky": "eerie", "haunting": "eerie",
    "haunted": "eerie", "creepy": "eerie", "cozy": "cosy", "homely": "cosy", "desolate": "bleak",
    "serene": "calm", "peaceful": "calm", "tranquil": "calm", "quiet": "calm", "gentle": "calm",
    "relaxed": "calm", "suspenseful": "tense", "thrilling": "tense", "cinematic": "dramatic",
    "majestic": "epic", "heroic": "epic", "grand": "epic", "mythical": "mysterious",
    "dreamlike": "dreamy", "surreal": "dreamy", "hazy": "dreamy", "soft": "dreamy",
    "raw": "gritty", "joyous": "joyful", "tender": "romantic", "colourful": "vibrant",
    "colorful": "vibrant", "vivid": "vibrant", "neon": "vibrant", "saturated": "vibrant",
    "pastel": "muted", "desaturated": "muted", "faded": "muted", "washed out": "muted",
    "chilly": "cold", "icy": "cold", "frozen": "cold", "cool": "cold", "menacing": "ominous",
    "sinister": "ominous", "foreboding": "ominous", "minimal": "minimalist",
    "funny": "whimsical", "silly": "whimsical", "humorous": "whimsical", "upbeat": "joyful",
    "festive": "joyful", "scary": "eerie", "otherworldly": "ethereal", "heavenly": "ethereal", "fantasy": "mysterious",
}  # fmt: skip


def opposite_mood(mood: str) -> str:
    """Return the canonical name of the inverse of a canonical mood."""
    return MOODS[mood].opposite
