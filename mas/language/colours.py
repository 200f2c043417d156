"""Colour words and the colours they mean (sRGB)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A named colour; `hex` is sRGB "#rrggbb"."""

    name: str
    hex: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green, blue, 0..255."""
        return int(self.hex[1:3], 16), int(self.hex[3:5], 16), int(self.hex[5:7], 16)


_HEX = {
    "purple": "#6a2fb5", "violet": "#7f4fd0", "indigo": "#3b2a98", "lavender": "#b79be6",
    "lilac": "#c3a2dc", "plum": "#6e2a63", "magenta": "#e02fb0", "fuchsia": "#e02fa0",
    "pink": "#ff6fb5", "rose": "#e8607f", "red": "#c42525", "crimson": "#b0162f",
    "scarlet": "#d8241f", "maroon": "#6b1622", "burgundy": "#6d1a36", "ruby": "#a9123d",
    "coral": "#ff7358", "salmon": "#f58a72", "peach": "#ffb58c", "orange": "#ef8430",
    "amber": "#f0a020", "copper": "#b8693a", "bronze": "#a5702f", "rust": "#a8481f",
    "brown": "#7a4a25", "sepia": "#8a6238", "ochre": "#c58a2c", "tan": "#c9a26f",
    "beige": "#d9c7a2", "cream": "#f4e8c8", "gold": "#e0ab35", "yellow": "#f0d83a",
    "lime": "#a8dc2c", "green": "#3f9a45", "emerald": "#1f9a63", "jade": "#2fa57a",
    "olive": "#77802e", "mint": "#8fe0b8", "teal": "#1f8f8a", "turquoise": "#2fc4bb",
    "cyan": "#25c8e0", "aqua": "#3fd0d8", "azure": "#3a9bea", "blue": "#2b4fd0",
    "sapphire": "#1c3fae", "cobalt": "#1f46b8", "navy": "#16255c", "ice blue": "#a9d8f0",
    "white": "#f2f2f2", "ivory": "#f2ecd8", "silver": "#bfc4cc", "grey": "#808080",
    "charcoal": "#363a40", "black": "#0a0a0a",
}  # fmt: skip

COLOURS: dict[str, Colour] = {name: Colour(name, value) for name, value in _HEX.items()}

VOCABULARY: dict[str, str] = {name: name for name in COLOURS} | {
    "golden": "gold", "gray": "grey", "monochrome": "grey", "black and white": "grey",
    "violets": "violet", "purples": "purple", "blues": "blue", "reds": "red", "greens": "green",
    "pinks": "pink", "oranges": "orange", "yellows": "yellow", "greys": "grey", "golds": "gold",
    "teals": "teal", "browns": "brown", "whites": "white", "blacks": "black", "bluish": "blue",
    "reddish": "red", "greenish": "green", "purplish": "purple", "azure blue": "azure",
    "icy blue": "ice blue", "ultramarine": "cobalt", "vermilion": "scarlet", "blood red": "crimson",
    "cerulean": "azure", "mauve": "lilac", "auburn": "rust", "silvery": "silver",
}  # fmt: skip
