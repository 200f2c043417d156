"""The film language: the words for colour, light, camera, weather and sound, found in any text.

One vocabulary for all who need it: the Writer writes with it, the embedded renderer draws from it,
the judges measure against it, style learning files a user's words by it.
"""

from mas.language.camera import CAMERA_MOVES, opposite_move
from mas.language.colours import COLOURS, Colour
from mas.language.mood import MOODS, Mood, opposite_mood
from mas.language.numbers import find_count, spell_count
from mas.language.reading import Reading, read
from mas.language.scenery import TIMES_OF_DAY, WEATHERS
from mas.language.sound import SOUNDS

__all__ = [
    "CAMERA_MOVES",
    "COLOURS",
    "MOODS",
    "SOUNDS",
    "TIMES_OF_DAY",
    "WEATHERS",
    "Colour",
    "Mood",
    "Reading",
    "find_count",
    "opposite_mood",
    "opposite_move",
    "read",
    "spell_count",
]
