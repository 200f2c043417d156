"""What a plural means: "mythical creatures" is a griffin, a kraken, a phoenix ...

Like the settings, entries name no colours, moods, pacing or camera moves: those belong to the user.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """Things of one kind, what they do, and where.

    Attributes:
        nouns: plurals that ask for this category.
        implied: adjectives that the category's members have anyway.
        items: members without article ("griffin with folded wings").
        actions: what any member can be doing ("taking off"), or what happens ("as mist lifts").
        settings: where any member can be.
    """

    nouns: frozenset[str]
    implied: frozenset[str]
    items: tuple[str, ...]
    actions: tuple[str, ...]
    settings: tuple[str, ...]


def _category(nouns: str, implied: str, *, items: str, actions: str, settings: str) -> Category:
    return Category(
        frozenset(nouns.split(", ")),
        frozenset(implied.split()),
        tuple(items.split(", ")),
        tuple(actions.split(", ")),
        tuple(settings.split(", ")),
    )


CREATURES = _category(
    "creatures, mythical creatures, mythological creatures, legendary creatures, "
    "monsters, mythical beasts, legendary beasts, mythical animals, mythical beings, magical creatures",
    "mythical mythological legendary magical fabled",
    items="griffin, phoenix, kraken, unicorn, basilisk, chimera with three heads, pegasus, hydra, "
    "minotaur, sphinx, leviathan, cerberus, wendigo with branching antlers, thunderbird, selkie, "
    "kitsune with nine tails, manticore, winged serpent, cyclops, centaur, banshee, kelpie, "
    "tree giant, stone golem, hippogriff, sea serpent, wyvern, faun, gorgon, roc",
    actions="lifting its head and listening, turning toward the viewer, stepping out of the shadows, "
    "shaking water from its back, watching over its lair, calling across the valley, "
    "lowering its head to drink",
    settings="on a cliff above the sea, in an ancient forest, beside a mountain lake, among ruined "
    "columns, in a deep gorge, at the mouth of a cave, in a field of tall grass, on a snowy ridge, "
    "at the edge of a marsh",
)
ANIMALS = _category(
    "animals, wild animals, mammals, wildlife",
    "wild",
    items="fox, wolf, bear, stag, otter, lynx, hare, badger, snow leopard, elephant, "
    "tiger, lioness, giraffe, zebra, gorilla, kangaroo, squirrel, hedgehog, bison, camel, "
    "wild horse, mountain goat, raccoon, panda, meerkat, beaver, rhinoceros, cheetah",
    actions="walking toward the viewer, stopping to listen, drinking from a stream, shaking its fur, "
    "looking back over its shoulder, resting with open eyes, sniffing the air",
    settings="in a pine forest, on open grassland, beside a river, in tall grass, on a rocky slope, "
    "at the edge of a lake, in a clearing, on a hilltop",
)
SEA_LIFE = _category(
    "sea creatures, fish, fishes, sea animals, marine animals, ocean animals, underwater creatures, "
    "ocean creatures, deep sea creatures",
    "marine underwater",
    items="humpback whale, octopus, manta ray, sea turtle, hammerhead shark, seahorse, jellyfish, "
    "dolphin, squid, clownfish, moray eel, lionfish, narwhal, orca, anglerfish, sea otter, seal, "
    "pufferfish, sailfish, starfish",
    actions="gliding past the viewer, turning in a wide curve, drifting with the current, "
    "rising toward the surface, circling a rock, vanishing into the depth",
    settings="above a living reef, in a kelp forest, over a shipwreck, in open water, "
    "beneath a sheet of ice, at the edge of a deep trench, in a sunlit lagoon",
)
BIRDS = _category(
    "birds, wild birds, songbirds, birds of prey",
    "wild",
    items="barn owl, eagle, kingfisher, crane, heron, hummingbird, raven, swan, peacock, flamingo, "
    "puffin, pelican, woodpecker, swallow, parrot, robin, falcon, stork, magpie, albatross",
    actions="spreading its wings, landing on a branch, taking off, turning its head, "
    "preening its feathers, calling out, gliding past",
    settings="over a river, in a forest clearing, on a sea cliff, above a wide valley, in a marsh, "
    "on an old fence post, in an orchard",
)
INSECTS = _category(
    "insects, bugs",
    "",
    items="swallowtail butterfly, dragonfly, honey bee, stag beetle, praying mantis, ladybird, ant, "
    "grasshopper, moth, bumblebee, damselfly, cicada, water strider, leaf insect",
    actions="opening its wings, crawling along a stem, resting on a leaf, cleaning its feelers, "
    "lifting off, drinking a drop of dew",
    settings="in a meadow, on a wet leaf, on the bark of an oak, among wild flowers, over a pond, "
    "on a mossy stone",
)
DINOSAURS = _category(
    "dinosaurs, prehistoric animals, prehistoric creatures",
    "prehistoric",
    items="tyrannosaurus, triceratops, stegosaurus, brachiosaurus, velociraptor, ankylosaurus, "
    "spinosaurus, diplodocus, parasaurolophus, pteranodon, iguanodon, allosaurus",
    actions="lifting its head from the ferns, walking toward the viewer, drinking from a river, "
    "calling to the herd, turning at a sound, sniffing the air",
    settings="in a fern forest, at the foot of a volcano, beside a wide river, at the edge of a swamp, "
    "under giant trees, on a rocky shore",
)
LANDSCAPES = _category(
    "landscapes, sceneries, natural landscapes, nature scenes, vistas",
    "natural scenic",
    items="mountain lake, desert of high dunes, fjord between steep walls, rolling grassland, "
    "waterfall in a jungle, salt flat after rain, volcanic coast, pine valley, glacier tongue, "
    "river delta, canyon, tundra valley, terraced hillside, palm island, bamboo grove, "
    "heath with standing stones, geyser field, mangrove coast, birch forest, sea arch",
    actions="as clouds pass over, as birds cross the sky, as water catches the sun, "
    "as the wind rises, as mist lifts, as shadows move across",
    settings="seen from a ridge, seen from the air, seen from the water's edge, "
    "framed by old trees, seen through a rock arch, seen from the valley floor",
)
CITIES = _category(
    "cities, city scenes, cityscapes, urban scenes, places",
    "urban",
    items="harbour city, hillside town of narrow stairs, canal city, mountain village, "
    "market square, old town of tiled roofs, city of glass towers, railway station, "
    "covered bazaar, walled desert city, floating market, island port, city of bridges, "
    "arcade of small shops, tramway avenue, rooftop garden district",
    actions="as people pass by, as lamps come on, as trams cross, as flags move, "
    "as steam rises from kitchens, as birds fly over the roofs",
    settings="seen from a rooftop, seen from the street, seen from across the water, "
    "seen from a bridge, seen from an upper window, seen from a hill",
)
BUILDINGS = _category(
    "buildings, landmarks",
    "",
    items="hilltop castle, stone lighthouse, cliff monastery, wooden temple, glass greenhouse, "
    "windmill, observatory dome, old library, ruined abbey, pagoda, desert fortress, treehouse, "
    "covered bridge, clock tower, amphitheatre, farmhouse of stone",
    actions="as smoke rises from a chimney, as banners move, as ivy stirs in the wind, "
    "as birds leave its roof, as a lamp comes on in one window, as clouds pass behind",
    settings="seen from the path below, seen across a lake, at the edge of a forest, on a headland, "
    "in a wide valley, behind old walls",
)
FOODS = _category(
    "foods, dishes, meals, food, snacks",
    "tasty delicious",
    items="bowl of ramen, loaf of sourdough bread, stack of pancakes, wood-fired pizza, "
    "plate of sushi, pot of stew, slice of layered cake, basket of berries, pan of paella, "
    "cup of hot chocolate, plate of dumplings, bowl of curry, apple pie, grilled fish, "
    "fruit tart, cheese board, bowl of tomato soup, glass of iced tea",
    actions="steaming, being sprinkled with herbs, as a hand reaches for it, "
    "being cut open, as sauce is poured over it, being set down",
    settings="on a wooden table, beside an open window, on a stone counter, in a busy kitchen, "
    "on a picnic blanket, at a market stall, by a fireplace",
)
VEHICLES = _category(
    "vehicles",
    "",
    items="steam locomotive, sailing ship, vintage convertible, tramcar, cargo truck, fishing boat, "
    "propeller plane, motorcycle, hot-air balloon, rowing boat, double-decker bus, regatta yacht, "
    "tractor, camper van, airship, paddle steamer, rally car, seaplane",
    actions="coming around a bend, setting out, passing the viewer, stopping at a crossing, "
    "raising spray or dust, coming home",
    settings="on a coastal route, beside a river, between mountains, in a harbour district, "
    "under a long bridge, across wide fields, past fields of grain",
)
PLANTS = _category(
    "plants",
    "",
    items="sunflower, old oak, poppy, water lily, cactus in bloom, cherry tree, young fern, "
    "lotus, baobab, tulip, wild bramble, maple, orchid, thistle, ring of mushrooms, willow",
    actions="moving in the wind, opening its leaves, as a bee lands on it, shedding drops of dew, "
    "as shadows play over it, standing alone",
    settings="in a meadow, at the edge of a pond, in a walled garden, on a hillside, "
    "in a forest clearing, beside a stone path",
)
ROBOTS = _category(
    "robots, automatons",
    "mechanical",
    items="gardener robot, clockwork knight, repair drone, giant walking machine, tin toy robot, "
    "robot dog, deep-sea rover, street musician robot, robot chef, mars rover, "
    "library robot, lighthouse robot, porcelain android, crane robot",
    actions="tending a small plant, looking at its hands, waking with a flicker of lamps, "
    "carrying a lantern, waiting for a train, repairing its own arm",
    settings="in a greenhouse, in an empty workshop, on a rooftop, in a scrapyard, "
    "in a wheat field, at a railway station, in a flooded street",
)
FLOWERS = _category(
    "flowers, wild flowers, wildflowers, blossoms",
    "",
    items="sunflower, poppy, water lily, lotus, tulip, orchid, peony, iris, daffodil, magnolia, "
    "foxglove, dahlia, thistle, snowdrop, passion flower, hibiscus",
    actions="opening its petals, moving in the wind, as a bee lands on it, shedding drops of dew, "
    "turning toward the sun, as shadows play over it",
    settings="in a meadow, in a walled garden, on a hillside, beside a stone path, "
    "at the edge of a pond, on a windowsill",
)
WORLDS = _category(
    "planets, worlds, alien worlds, alien planets",
    "alien",
    items="ringed planet, ocean world, desert world with two suns, world of floating islands, "
    "crystal moon, volcano world, forest world of giant fungi, ice moon with geysers, "
    "world of stone arches, storm planet, world of glass plains, cratered moon",
    actions="as moons rise, as dust drifts past, as strange birds cross the sky, "
    "as a far volcano erupts, as a comet passes, as clouds turn",
    settings="seen from high above, seen from a crater rim, seen from a landing site, "
    "seen from a canyon, seen across a dry seabed, seen from a cave mouth",
)
PEOPLE = _category(
    "people, characters, craftsmen, craftspeople, artisans, professions",
    "",
    items="glassblower, blacksmith, violin maker, fisherman, mountain guide, baker, "
    "dancer, street painter, beekeeper, potter, astronaut, knight, weaver, lighthouse keeper, "
    "clockmaker, gardener, drummer, shepherd, sailor, librarian",
    actions="looking up from the work, wiping both hands, holding up the finished piece, "
    "smiling at someone out of frame, leaning into the task, pausing for breath",
    settings="in a small workshop, at an open door, in a market street, beside a window, "
    "under a wooden roof, in a courtyard",
)
SEASONS = _category(
    "seasons, the seasons, four seasons",
    "",
    items="spring orchard in blossom, summer wheat field, autumn forest, winter village in snow",
    actions="as birds cross the sky, as shadows move across, as wind stirs the branches",
    settings="seen from a path, seen from a hill, seen across a stream",
)
CATEGORIES = (
    CREATURES, SEA_LIFE, ANIMALS, BIRDS, INSECTS, DINOSAURS, LANDSCAPES, CITIES, BUILDINGS, FOODS,
    VEHICLES, PLANTS, FLOWERS, ROBOTS, WORLDS, PEOPLE, SEASONS,
)  # fmt: skip
