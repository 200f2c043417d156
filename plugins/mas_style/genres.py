"""Words for kinds of film; some of them are mood words too, and here they are themes."""

import re
from dataclasses import replace

from mas.language.taste import Taste, sort_taste

_GENRES = (
    "fantasy", "film noir", "neo-noir", "noir", "nature", "science fiction", "sci-fi", "scifi",
    "mythology", "mythical", "urban", "vintage", "retro", "cyberpunk", "steampunk", "solarpunk",
    "horror", "western", "historical", "medieval", "underwater", "space", "anime", "documentary",
    "gothic", "surrealism", "folklore", "fairy tale", "fairy tales", "wildlife", "art deco",
    "impressionism", "watercolour", "watercolor", "stop motion", "art nouveau", "golden hour",
    "blue hour", "macro", "travel", "industrial", "baroque", "post-apocalyptic",
)  # fmt: skip
_GENRE = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(_GENRES, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
_TRAILING = r"(?:\s+(?:themes?|styles?|looks?|worlds?|aesthetics?|genres?|films?|stories))?"
_WHOLE = re.compile(rf"(?:{_GENRE.pattern}){_TRAILING}", re.IGNORECASE)


def sort_words(phrase: str) -> Taste:
    """Sort a phrase of taste; words for kinds of film are themes and nothing else."""
    genres = tuple(hit.group().lower() for hit in _GENRE.finditer(phrase))
    rest = sort_taste(_WHOLE.sub(",", phrase)) if genres else sort_taste(phrase)
    themes = tuple(dict.fromkeys((*genres, *rest.themes)))
    return replace(rest, themes=themes)
