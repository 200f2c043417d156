"""Who and what can appear: each subject's drawing, size, place, movement and the words for it."""

from collections.abc import Callable
from dataclasses import dataclass

from mas.render.animatic import beasts, buildings, flyers, machines, people, sea, things
from mas.render.animatic.pen import Pen

__all__ = ["CAST", "SUBJECT_WORDS", "Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject.

    Attributes:
        draw: draws one pose; the phase is 0..1 of its cycle.
        aspect: width of its box over its height.
        size: height, share of the picture's.
        place: "land", "air", "water" (on the surface), "deep" (in it), "space".
        homes: scenes it suggests when the prompt names none.
        poses: poses of a cycle; one for what stands still.
        pace: cycles per second.
        walks: shares of the picture's width it moves per second by itself.
        strides: shares of its height that it moves per cycle of its legs, when it walks.
    """

    draw: Callable[[Pen, float], None]
    aspect: float
    size: float
    place: str
    homes: tuple[str, ...]
    poses: int = 10
    pace: float = 0.5
    walks: float = 0.0
    strides: float = 0.0


def _who(
    draw: Callable[[Pen, float], None],
    *homes: str,
    size: float = 0.36,
    aspect: float = 1.0,
    pace: float = 0.8,
    strides: float = 0.0,
) -> Subject:
    return Subject(draw, aspect, size, "land", homes, pace=pace, strides=strides)


def _beast(
    draw: Callable[[Pen, float], None], aspect: float, size: float, *homes: str, pace: float = 0.8
) -> Subject:
    return Subject(draw, aspect, size, "land", homes, pace=pace, strides=0.3)


def _still(
    draw: Callable[[Pen, float], None],
    aspect: float,
    size: float,
    *homes: str,
    pace: float = 0.4,
    poses: int = 8,
) -> Subject:
    return Subject(draw, aspect, size, "land", homes, pace=pace, poses=poses)


def _flies(
    draw: Callable[[Pen, float], None],
    aspect: float,
    size: float,
    *homes: str,
    pace: float = 1.1,
    walks: float = 0.012,
) -> Subject:
    return Subject(draw, aspect, size, "air", homes, pace=pace, walks=walks)


CAST: dict[str, Subject] = {
    "person": _who(people.person, "road", "mountains", "coast", strides=0.35),
    "woman": _who(people.woman, "coast", "garden", "meadow"),
    "child": _who(people.child, "meadow", "village", size=0.26, strides=0.35),
    "cloaked": _who(people.cloaked, "forest", "ruins", "mountains", size=0.42, pace=0.4),
    "monk": _who(people.monk, "temple", "mountains", pace=0.4),
    "umbrella_person": _who(people.umbrella_person, "city", size=0.42),
    "knight": _who(people.knight, "castle", "ruins", size=0.42, pace=0.5),
    "warrior": _who(people.warrior, "mountains", "temple", size=0.42, aspect=1.1, pace=0.4),
    "archer": _who(people.archer, "forest", "castle", size=0.38),
    "traveller": _who(people.traveller, "mountains", "desert", "road", strides=0.35),
    "lantern_bearer": _who(people.lantern_bearer, "cave", "forest", "swamp", size=0.4, pace=0.5),
    "witch": _who(people.witch, "swamp", "forest", size=0.4, pace=0.4),
    "royal": _who(people.royal, "castle", "temple", size=0.42, pace=0.3),
    "dancer": _who(people.dancer, "room", "temple", size=0.42, pace=0.6),
    "angel": _who(people.angel, "sky", "temple", size=0.46, aspect=1.15, pace=0.4),
    "astronaut": _who(people.astronaut, "moonscape", "space", size=0.36, pace=0.3),
    "robot": _who(people.robot, "city", "factory", size=0.42, pace=0.6, strides=0.35),
    "statue": _still(people.statue, 0.8, 0.46, "ruins", "temple", "garden", poses=1),
    "balloon_child": _who(people.balloon_child, "meadow", "city", size=0.44, aspect=0.8),
    "couple": _who(people.couple, "coast", "meadow", aspect=1.1),
    "crowd": _who(people.crowd, "city", "village", size=0.30, aspect=2.4),
    "camel_rider": _beast(beasts.camel_rider, 2.6, 0.30, "desert", pace=0.6),
    "horse": _beast(beasts.horse, 1.35, 0.34, "meadow", "desert"),
    "unicorn": _beast(beasts.unicorn, 1.35, 0.36, "forest", "meadow"),
    "rider": _beast(beasts.rider, 1.2, 0.40, "canyon", "meadow", "castle"),
    "deer": _beast(beasts.deer, 1.1, 0.38, "forest", "meadow", pace=0.5),
    "wolf": _beast(beasts.wolf, 1.4, 0.33, "ice", "forest"),
    "fox": _beast(beasts.fox, 1.9, 0.29, "forest", "ice"),
    "dog": _beast(beasts.dog, 1.4, 0.28, "meadow", "coast"),
    "cat": _still(beasts.cat, 1.25, 0.30, "room", "village"),
    "lion": _beast(beasts.lion, 1.5, 0.29, "desert", "meadow", pace=0.6),
    "bear": _beast(beasts.bear, 1.65, 0.30, "forest", "ice", pace=0.5),
    "elephant": _beast(beasts.elephant, 1.7, 0.36, "jungle", "desert", pace=0.4),
    "giraffe": _beast(beasts.giraffe, 0.85, 0.46, "meadow", "desert", pace=0.4),
    "sheep": _beast(beasts.sheep, 1.4, 0.25, "meadow", pace=0.5),
    "rabbit": _still(beasts.rabbit, 0.95, 0.26, "meadow", "garden"),
    "griffin": _beast(flyers.griffin, 1.5, 0.38, "mountains", "sky", pace=0.6),
    "bird": _flies(flyers.bird, 1.4, 0.26, "mountains", "canyon"),
    "flock": _flies(flyers.flock, 2.2, 0.28, "coast", "sky", pace=1.4),
    "bat": _flies(flyers.bat, 1.5, 0.26, "cave", "graveyard", pace=1.6),
    "butterfly": _flies(flyers.butterfly, 1.3, 0.28, "garden", "meadow", pace=1.2),
    "dragon": _flies(flyers.dragon, 1.75, 0.60, "mountains", "volcano", "castle", pace=0.55),
    "phoenix": _flies(flyers.phoenix, 1.45, 0.46, "volcano", "ruins", pace=0.6, walks=0.0),
    "owl": _still(flyers.owl, 1.3, 0.30, "forest", "graveyard"),
    "crane": _still(flyers.crane, 0.9, 0.34, "river", "swamp"),
    "whale": Subject(sea.whale, 2.5, 0.40, "deep", ("underwater",), pace=0.25, walks=0.01),
    "dolphin": Subject(sea.dolphin, 1.4, 0.28, "deep", ("underwater",), pace=0.6, walks=0.015),
    "shark": Subject(sea.shark, 2.4, 0.26, "deep", ("underwater",), pace=0.5, walks=0.015),
    "school": Subject(sea.school, 2.3, 0.40, "deep", ("underwater",), pace=0.7, walks=0.012),
    "jellyfish": Subject(sea.jellyfish, 0.8, 0.46, "deep", ("underwater",), pace=0.4),
    "octopus": Subject(sea.octopus, 1.8, 0.38, "deep", ("underwater",), pace=0.3),
    "turtle": Subject(sea.turtle, 1.7, 0.28, "deep", ("underwater",), pace=0.35, walks=0.008),
    "serpent": Subject(sea.serpent, 2.3, 0.36, "water", ("sea",), pace=0.35),
    "mermaid": Subject(sea.mermaid, 1.5, 0.30, "water", ("sea", "coast"), pace=0.35),
    "car": _still(machines.car, 2.55, 0.23, "road", "city", pace=1.2),
    "train": _still(machines.train, 4.8, 0.20, "mountains", "river", pace=0.9),
    "bicycle": _still(machines.bicycle, 1.1, 0.32, "road", "village", pace=0.8),
    "ship": Subject(machines.ship, 1.7, 0.44, "water", ("sea",), poses=8, pace=0.4, walks=0.006),
    "sailboat": Subject(machines.sailboat, 1.05, 0.32, "water", ("sea", "harbour"), poses=8, pace=0.4, walks=0.006),
    "submarine": Subject(machines.submarine, 2.25, 0.28, "deep", ("underwater",), pace=0.8, walks=0.012),
    "balloon": _flies(machines.balloon, 0.85, 0.48, "sky", "meadow", "mountains", pace=0.4, walks=0.005),
    "aeroplane": _flies(machines.aeroplane, 2.15, 0.24, "sky", pace=0.8, walks=0.03),
    "rocket": Subject(machines.rocket, 0.55, 0.48, "space", ("space", "moonscape"), pace=1.2),
    "spaceship": Subject(machines.spaceship, 2.75, 0.23, "space", ("space",), pace=0.7, walks=0.012),
    "satellite": Subject(machines.satellite, 2.0, 0.26, "space", ("space",), pace=0.3),
    "castle": _still(buildings.castle, 1.15, 0.62, "mountains"),
    "tower": _still(buildings.tower, 0.75, 0.56, "mountains", "sky", poses=1),
    "clock_tower": _still(buildings.clock_tower, 0.5, 0.6, "village", "city", pace=0.1),
    "lighthouse": _still(buildings.lighthouse, 0.9, 0.56, "coast", pace=0.35, poses=12),
    "house": _still(buildings.house, 1.2, 0.32, "forest", "mountains", "meadow", pace=0.3),
    "windmill": _still(buildings.windmill, 1.0, 0.5, "meadow", pace=0.12, poses=20),
    "pagoda": _still(buildings.pagoda, 0.85, 0.56, "mountains", "garden", poses=1),
    "portal": _still(buildings.portal, 1.1, 0.48, "ruins", "forest", "desert", pace=0.25, poses=14),
    "ruin": _still(buildings.ruin, 1.8, 0.36, "desert", "meadow", poses=1),
    "footbridge": _still(buildings.footbridge, 3.1, 0.27, "river", "forest", poses=1),
    "tent": _still(buildings.tent, 2.0, 0.24, "mountains", "forest", pace=1.0),
    "fountain": _still(buildings.fountain, 1.1, 0.36, "garden", "village", pace=0.8),
    "tree": _still(things.tree, 1.0, 0.56, "meadow", pace=0.3),
    "dead_tree": _still(things.dead_tree, 1.05, 0.56, "graveyard", "desert", pace=0.25),
    "palm": _still(things.palm, 0.9, 0.5, "coast", "desert", pace=0.3),
    "pine": _still(things.pine, 0.55, 0.6, "mountains", "ice", pace=0.3),
    "flower": _still(things.flower, 0.8, 0.44, "garden", "meadow"),
    "mushroom": _still(things.mushroom, 1.25, 0.36, "forest", "cave"),
    "crystal": _still(things.crystal, 1.1, 0.42, "cave", "ice"),
    "lantern": Subject(things.lantern, 0.55, 0.40, "air", ("village", "temple"), pace=0.4),
    "candle": _still(things.candle, 0.95, 0.34, "room", "temple", pace=1.0),
    "campfire": _still(things.campfire, 1.1, 0.26, "forest", "desert", pace=1.3),
    "sword": _still(things.sword, 1.05, 0.46, "ruins", "forest"),
    "book": _still(things.book, 1.45, 0.30, "library", "room", pace=0.35, poses=16),
    "orb": _still(things.orb, 0.9, 0.34, "temple", "cave"),
    "clock": _still(things.clock, 1.0, 0.46, "room", "library", pace=0.1, poses=20),
    "heart": Subject(things.heart, 1.05, 0.40, "air", ("sky", "room"), pace=0.6),
    "mask": Subject(things.mask, 0.9, 0.46, "air", ("temple", "room"), pace=0.3),
    "key": Subject(things.key, 0.6, 0.46, "air", ("library", "temple"), pace=0.4),
    "chalice": _still(things.chalice, 0.75, 0.38, "temple", "room"),
}  # fmt: skip

_SYNONYMS: dict[str, str] = {
    "person": "man figure stranger someone human hiker silhouette walker detective gentleman boy-king fisherman farmer soldier "
    "sailor captain hunter scientist painter musician singer player actor pilot worker father husband",
    "woman": "girl lady mother bride maiden heroine goddess princess wife sister nymph fairy elf",
    "child": "boy kid children kids toddler son daughter",
    "balloon_child": "toy-balloon red-balloon",
    "footbridge": "wooden-footbridge",
    "cloaked": "wizard mage sorcerer hooded-figure cloaked-figure robed-figure druid shaman oracle necromancer reaper prophet spirit ghost wraith "
    "guardian guardians keeper",
    "monk": "priest nun pilgrim hermit",
    "umbrella_person": "umbrella",
    "knight": "paladin crusader armor armour knights",
    "warrior": "samurai swordsman ninja fighter hero gladiator viking ronin warriors barbarian titan giant",
    "archer": "ranger bowman huntress bow",
    "traveller": "wanderer explorer adventurer traveler backpacker nomad mountaineer climber",
    "lantern_bearer": "lamplighter lantern-bearer lamp-bearer",
    "witch": "sorceress enchantress witches",
    "royal": "king queen prince emperor empress pharaoh throne",
    "dancer": "ballerina dancers dancing ballet",
    "angel": "seraph cherub valkyrie angels winged-figure",
    "astronaut": "cosmonaut spacewalker astronauts spaceman",
    "robot": "android cyborg mech automaton golem machine robots droid",
    "statue": "sculpture monument colossus idol statues",
    "couple": "lovers two-people pair-of-lovers newlyweds",
    "crowd": "people villagers market army soldiers procession parade festival family friends group dancers-in-the-street",
    "camel_rider": "camel camels caravan bedouin",
    "horse": "horses stallion mare mustang pony centaur foal",
    "unicorn": "pegasus unicorns",
    "rider": "horseman cowboy rider riders cavalry horsewoman",
    "deer": "stag elk moose reindeer antelope doe buck gazelle",
    "wolf": "wolves werewolf coyote hyena fenrir cerberus",
    "fox": "foxes kitsune",
    "dog": "puppy hound dogs corgi",
    "cat": "kitten panther cats leopard lynx jaguar",
    "lion": "tiger lioness lions chimera sphinx manticore cheetah",
    "bear": "bears polar-bear panda bison buffalo ox bull minotaur boar",
    "elephant": "elephants mammoth rhino rhinoceros behemoth",
    "giraffe": "giraffes", "sheep": "lamb goat ram sheep flock-of-sheep cow cattle", "rabbit": "hare bunny rabbits mouse squirrel",
    "griffin": "gryphon hippogriff griffins",
    "bird": "parrot eagle hawk falcon raven crow albatross seagull swan dove vulture hummingbird thunderbird roc",
    "flock": "birds flock-of-birds seagulls crows ravens swallows starlings geese murmuration parrots doves",
    "bat": "bats vampire", "butterfly": "moth butterflies dragonfly bee moths",
    "dragon": "dragons wyvern drake wyrm", "phoenix": "firebird phoenixes",
    "owl": "owls", "crane": "heron stork flamingo egret crane-bird",
    "whale": "whales orca leviathan humpback narwhal", "dolphin": "dolphins porpoise", "shark": "sharks",
    "school": "fish fishes koi shoal school-of-fish", "jellyfish": "medusa jellyfishes", "octopus": "squid kraken octopuses cthulhu",
    "turtle": "tortoise turtles", "serpent": "sea-serpent hydra snake serpents naga basilisk sea-monster loch-ness", "mermaid": "siren sirens mermaids selkie",
    "car": "vehicle sedan truck taxi automobile racing-car sports-car bus van cars", "train": "locomotive railway steam-train trains tram",
    "bicycle": "cyclist bike motorcycle motorbike", "ship": "galleon frigate pirate-ship vessel tall-ship ships ghost-ship ark",
    "sailboat": "boat yacht canoe gondola dinghy rowboat boats fishing-boat raft", "submarine": "bathyscaphe submersible",
    "balloon": "hot-air-balloon airship zeppelin balloons blimp", "aeroplane": "airplane plane jet aircraft biplane helicopter",
    "rocket": "missile rockets shuttle", "spaceship": "spacecraft starship ufo mothership battlecruiser spaceships starfighter",
    "satellite": "space-station station probe telescope",
    "tower": "spire obelisk towers watchtower keep beacon-tower", "clock_tower": "clocktower belfry", "lighthouse": "beacon lighthouses",
    "house": "cabin cottage hut barn farmhouse home chalet houses", "windmill": "windmills mill wind-turbine", "pagoda": "shrine torii pagodas",
    "portal": "gate gateway archway stargate doorway moon-gate door rift vortex", "ruin": "columns pillars", "tent": "camp yurt camping tents",
    "fountain": "fountains well", "tree": "oak world-tree willow ancient-tree great-tree blossom-tree treehouse ent dryad",
    "dead_tree": "dead-tree bare-tree barren-tree gnarled-tree", "palm": "palm-tree palms coconut", "pine": "fir spruce christmas-tree conifer",
    "flower": "lotus lily sunflower tulip orchid flowers roses", "mushroom": "mushrooms toadstool fungus fungi",
    "crystal": "crystals gem gemstone diamond prism emerald-stone shard", "lantern": "lanterns lamp paper-lantern", "candle": "candles candlelight",
    "campfire": "bonfire fire-pit fire flame flames torch", "sword": "excalibur blade dagger", "book": "tome scroll grimoire books manuscript letter",
    "orb": "sphere crystal-ball globe pearl", "clock": "watch hourglass clockwork pocket-watch", "heart": "hearts", "mask": "masks face portrait",
    "key": "keys", "chalice": "cup grail goblet tea coffee teapot mug",
}  # fmt: skip

_WORDS = {name.replace("_", " "): name for name in CAST if name != "castle"} | {
    word.replace("-", " "): name for name, words in _SYNONYMS.items() for word in words.split()
}
_FLOCKS = {"bird": "flock"}  # several of these are drawn as one flock
_PLURALS = {
    f"{word}s": _FLOCKS.get(name, name)
    for word, name in _WORDS.items()
    if not word.endswith(("s", "sh", "y"))
}
SUBJECT_WORDS: dict[str, str] = _PLURALS | _WORDS
