"""The places: each a composition of sky and land, what frames it, and what belongs there."""

from collections.abc import Callable
from dataclasses import dataclass

from mas.render.animatic import built, elements, fronts, interiors, waters, wild
from mas.render.animatic.colour import Lch
from mas.render.animatic.stage import Stage

__all__ = ["SCENES", "Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A kind of place.

    Attributes:
        behind: puts what stands behind the subject.
        front: puts what stands before it.
        ground: where the subject stands, share of the height.
        earth: natural colour of its ground (lightness is the hour's).
        medium: where a subject can be: "land", "water", "deep", "space" or "room".
        subjects: what is there when the prompt names nothing, by weight of order.
        sounds: heard when the prompt names no sound.
        hour: time of day when the prompt names none and leaves no other hint.
    """

    behind: Callable[[Stage], None]
    front: Callable[[Stage], None]
    ground: float
    earth: Lch
    medium: str
    subjects: tuple[str, ...]
    sounds: tuple[str, ...]
    hour: str = ""


SCENES: dict[str, Scene] = {
    "mountains": Scene(wild.mountains, fronts.rocks, 0.83, Lch(0.4, 0.03, 250), "land", ("traveller", "deer", "bird", "tower"), ("wind",)),
    "forest": Scene(wild.forest, fronts.trunks, 0.84, Lch(0.4, 0.05, 140), "land", ("deer", "cloaked", "fox", "owl"), ("birds", "wind")),
    "jungle": Scene(wild.jungle, fronts.weed, 0.85, Lch(0.4, 0.065, 140), "land", ("bird", "ruin", "butterfly"), ("birds", "crickets")),
    "desert": Scene(wild.desert, fronts.grass, 0.83, Lch(0.5, 0.075, 65), "land", ("camel_rider", "traveller"), ("wind",), "golden_hour"),
    "canyon": Scene(wild.canyon, fronts.rocks, 0.84, Lch(0.5, 0.08, 45), "land", ("rider", "bird", "traveller"), ("wind",), "golden_hour"),
    "sea": Scene(waters.sea, fronts.bare, 0.74, Lch(0.4, 0.05, 235), "water", ("ship", "sailboat"), ("waves",)),
    "coast": Scene(waters.coast, fronts.grass, 0.85, Lch(0.5, 0.045, 85), "land", ("lighthouse", "person", "woman"), ("waves", "wind")),
    "harbour": Scene(waters.harbour, fronts.rocks, 0.77, Lch(0.4, 0.035, 240), "water", ("sailboat", "ship"), ("waves", "bells")),
    "underwater": Scene(waters.underwater, fronts.weed, 0.9, Lch(0.4, 0.06, 220), "deep", ("school", "jellyfish", "turtle", "whale"), ("bubbles", "drone"), "day"),
    "city": Scene(built.city, fronts.wires, 0.9, Lch(0.35, 0.03, 270), "land", ("person", "umbrella_person", "car"), ("traffic", "hum"), "dusk"),
    "village": Scene(built.village, fronts.grass, 0.87, Lch(0.4, 0.04, 90), "land", ("child", "person", "dog"), ("birds", "bells"), "dusk"),
    "castle": Scene(built.castle, fronts.branches, 0.85, Lch(0.35, 0.03, 270), "land", ("rider", "knight", "cloaked"), ("wind", "bells"), "dusk"),
    "ruins": Scene(built.ruins, fronts.grass, 0.85, Lch(0.4, 0.04, 110), "land", ("cloaked", "traveller", "fox"), ("wind", "drone")),
    "space": Scene(elements.space, fronts.bare, 0.6, Lch(0.3, 0.04, 280), "space", ("spaceship", "astronaut", "satellite"), ("drone", "hum"), "night"),
    "moonscape": Scene(elements.moonscape, fronts.rocks, 0.84, Lch(0.4, 0.015, 270), "land", ("astronaut", "rocket"), ("drone",), "night"),
    "cave": Scene(elements.cave, fronts.rocks, 0.85, Lch(0.3, 0.04, 260), "land", ("lantern_bearer", "crystal", "dragon"), ("water", "drone"), "dusk"),
    "ice": Scene(elements.ice, fronts.rocks, 0.84, Lch(0.5, 0.03, 230), "land", ("bear", "traveller", "wolf"), ("wind",), "dusk"),
    "volcano": Scene(elements.volcano, fronts.rocks, 0.86, Lch(0.3, 0.04, 35), "land", ("dragon", "cloaked"), ("fire", "drone"), "dusk"),
    "meadow": Scene(wild.meadow, fronts.grass, 0.85, Lch(0.45, 0.065, 125), "land", ("horse", "child", "tree", "windmill"), ("birds", "wind")),
    "river": Scene(waters.river, fronts.grass, 0.80, Lch(0.4, 0.05, 140), "water", ("sailboat", "crane"), ("water", "birds")),
    "waterfall": Scene(waters.waterfall, fronts.branches, 0.9, Lch(0.4, 0.045, 150), "land", ("traveller", "deer"), ("water", "birds")),
    "room": Scene(interiors.room, fronts.bare, 0.88, Lch(0.45, 0.045, 60), "room", ("cat", "woman", "candle"), ("hum", "piano"), "golden_hour"),
    "library": Scene(interiors.library, fronts.bare, 0.89, Lch(0.4, 0.055, 55), "room", ("book", "monk", "child"), ("piano", "silence"), "golden_hour"),
    "temple": Scene(interiors.temple, fronts.bare, 0.89, Lch(0.45, 0.035, 75), "room", ("monk", "statue", "orb"), ("choir", "bells"), "golden_hour"),
    "garden": Scene(built.garden, fronts.grass, 0.88, Lch(0.45, 0.06, 135), "land", ("woman", "butterfly", "statue"), ("birds", "water")),
    "bridge": Scene(built.bridge, fronts.wires, 0.92, Lch(0.35, 0.02, 260), "land", ("person", "car", "bicycle"), ("traffic", "water"), "dusk"),
    "road": Scene(wild.road, fronts.grass, 0.88, Lch(0.45, 0.045, 80), "land", ("car", "traveller", "bicycle"), ("wind", "traffic")),
    "sky": Scene(elements.sky_islands, fronts.bare, 0.72, Lch(0.45, 0.055, 130), "land", ("tower", "tree", "balloon"), ("wind", "choir")),
    "factory": Scene(built.factory, fronts.wires, 0.9, Lch(0.35, 0.025, 60), "land", ("robot", "person", "train"), ("machinery", "hum"), "dusk"),
    "swamp": Scene(elements.swamp, fronts.branches, 0.82, Lch(0.35, 0.045, 130), "water", ("crane", "lantern_bearer"), ("crickets", "water"), "dusk"),
    "graveyard": Scene(built.graveyard, fronts.branches, 0.86, Lch(0.35, 0.025, 170), "land", ("cloaked", "cat", "owl"), ("wind", "bells"), "night"),
}  # fmt: skip
