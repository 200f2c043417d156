"""Places: how they are recognised, where in them a subject stands, what is seen and heard there.

The sentences ask for no colour, mood, pace or camera move of their own (a test holds them to it),
so that a place never argues with what the user asked for.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of place.

    Attributes:
        words: words of a concept that mean this place.
        where: phrases for a subject whose concept names no place.
        details: whole clauses about what surrounds the subject.
        sounds: canonical sounds, most typical first.
    """

    name: str
    words: frozenset[str]
    where: tuple[str, ...]
    details: tuple[str, ...]
    sounds: tuple[str, ...]


def _place(name: str, words: str, where: str, details: str, sounds: str) -> Place:
    return Place(
        name,
        frozenset(words.split()),
        tuple(line.strip() for line in where.split("/")),
        tuple(line.strip() for line in details.strip().splitlines()),
        tuple(sounds.split()),
    )


PLACES: tuple[Place, ...] = (
    _place(
        "underwater",
        "underwater reef kelp seabed deep-sea abyss trench submarine diver divers wreck aquarium coral scuba",
        "between the arms of a reef / above a sandy floor, deep below the surface / beside a sunken hull",
        """shafts of light slant down through the water and slide over the bottom
        fine particles hang in the water and give the distance a veil
        strands of kelp bend all together and straighten again
        a school of small fish turns at once in the background""",
        "bubbles hum drone",
    ),
    _place(
        "sea",
        "sea ocean coast coastline shore beach cliff cliffs lighthouse island bay wave waves tide surf sailor ship sailboat "
        "galleon trawler tidepool seascape lagoon harbour harbor pier pirate fisherman yacht regatta seagull",
        "on a rocky coast / at the edge of the surf / on a long empty beach",
        """wet rocks fill the foreground and broken foam runs back between them
        long swells cross the frame and the horizon lies low behind them
        spray lifts from the rocks and hangs for a moment
        ropes, driftwood and shells mark the line of the last tide""",
        "waves wind birds",
    ),
    _place(
        "river",
        "river stream creek lake pond waterfall fjord delta swamp marsh wetland canal canoe kayak heron otter beaver frog "
        "frogs koi riverbed riverbank jetty raft",
        "on the bank of a wide river / beside a reed-lined lake / on a stone in a stream",
        """the water carries a wavering copy of everything above it
        reeds bend over the bank and rings spread where they touch the water
        flat stones break the surface and the current folds around them
        roots reach from the bank into shallow water""",
        "water birds wind",
    ),
    _place(
        "jungle",
        "jungle rainforest tropical orchid jaguar gorilla parrot monkey mangrove toucan orangutan vines",
        "under a dense jungle canopy / on a mossy trunk in the rainforest",
        """broad leaves overlap in every layer of the picture
        lianas hang across the frame and drops run down their length
        thin beams of light break through the canopy and touch the ground
        ferns fill the foreground and tremble now and then""",
        "birds crickets water",
    ),
    _place(
        "forest",
        "forest wood woods tree trees woodland grove pine oak fern moss mushroom mushrooms deer stag bear owl squirrel "
        "hedgehog badger wolf wolves elf cabin treehouse campfire redwood sequoia fairy acorn",
        "at the edge of a pine forest / in a clearing between tall trunks / on a root-covered forest path",
        """tall trunks stand in rows and the gaps between them fill with light
        ferns and fallen branches cover the ground in the foreground
        bark, moss and needles show their texture up close
        a narrow path bends away between the trunks""",
        "birds wind crickets",
    ),
    _place(
        "mountain",
        "mountain mountains peak summit alpine ridge valley gorge canyon cliffside climber climbers goat monastery yak "
        "plateau volcano crater lava highland eruption",
        "on a high mountain ridge / above a deep valley / on a ledge of bare rock",
        """ridge stands behind ridge until the last one melts into the air
        loose stones cover the slope in the foreground
        the valley floor lies far below with a thread of road in it
        bare rock shows every crack and fold""",
        "wind drone birds",
    ),
    _place(
        "snowfield",
        "snow snowy arctic antarctic tundra glacier iceberg ice penguin penguins polar husky sled igloo reindeer frozen "
        "blizzard ski skier snowboarder winter snowman snowfall yeti frost sleigh",
        "on a wide snowfield / between walls of ice / on lake ice that reaches to the horizon",
        """tracks cross the untouched surface and run out of the frame
        packed ridges cast long ribs of shadow
        breath and drifting crystals hang in the air
        a far line of hills is all that breaks the horizon""",
        "wind silence footsteps",
    ),
    _place(
        "desert",
        "desert dune dunes sand camel camels oasis nomad pyramid sphinx cactus scorpion sahara bedouin mars wasteland "
        "badlands caravan mirage sandstorm",
        "on the crest of a dune / in an open desert / beside a lone rock in the sand",
        """ripples in the sand lead the eye toward the horizon
        grains of sand run over the crest of each dune
        heat bends the air just above the ground
        worn rocks stand far apart in the distance""",
        "wind drone silence",
    ),
    _place(
        "meadow",
        "meadow field fields prairie savanna savannah grass grassland farm farmland countryside hill hills horse horses sheep "
        "cow cows lion lions elephant elephants giraffe zebra shepherd scarecrow wheat sunflower sunflowers windmill steppe "
        "wildflower picnic kite kites barn farmer tractor vineyard orchard paddy cornfield lavender",
        "in a wide meadow / on a low hill above open fields / in tall grass",
        """tall grass bends in long swells from one edge of the frame to the other
        seed heads and small flowers stand sharp in the foreground
        a line of trees closes the field in the distance
        fence posts lead away and grow small""",
        "wind birds crickets",
    ),
    _place(
        "garden",
        "garden gardener greenhouse rose roses tulip tulips blossom blossoms hedge bee bees butterfly butterflies hummingbird "
        "courtyard terrace bonsai pagoda teahouse ladybird ladybug sakura petals beekeeper snail",
        "in a walled garden / among flower beds / under a blossoming branch",
        """leaves and twigs frame the picture on both sides
        drops stand on the edges of the leaves
        a gravel path and a low wall lead toward the background
        small wings cross the light between the stems""",
        "birds water wind",
    ),
    _place(
        "street",
        "city town street alley square plaza skyline skyscraper downtown tokyo paris london venice marrakech york neon "
        "cyberpunk sidewalk crosswalk taxi tram bus traffic cyclist skateboarder market bazaar busker carnival parade "
        "rickshaw noir detective festival crowd metropolis cityscape rooftop rooftops",
        "on a narrow city street / at a wide crossing between tall facades / in front of a row of shop windows",
        """wet pavement mirrors the signs and windows above it
        cables, balconies and signs cross the upper part of the frame
        passers-by move through the background as loose shapes
        rows of lit windows draw lines into the distance""",
        "traffic crowd footsteps",
    ),
    _place(
        "road",
        "road highway car truck motorcycle motorbike convoy racer racetrack driver race trail jeep",
        "on an empty road / on a road that cuts through open country",
        """the road runs straight to a point on the horizon
        posts and markings flick past at the edge of the frame
        loose gravel jumps from under the wheels
        open country slides by behind the verge""",
        "machinery wind traffic",
    ),
    _place(
        "station",
        "station train trains subway platform railway locomotive tracks carriage metro express underground tunnel",
        "at a small railway station / beside the tracks / on an iron bridge above the rails",
        """the rails catch the light and lead away side by side
        steel beams and cables cross above in a regular pattern
        a row of windows passes and throws squares of light
        the platform lies empty except for a single bench""",
        "machinery footsteps hum",
    ),
    _place(
        "sky",
        "sky clouds airship zeppelin plane airplane jet helicopter balloon eagle flying phoenix dragon pegasus griffin "
        "paraglider glider moon aurora rainbow starling starlings crane cranes hawk falcon aircraft",
        "high above a floor of cloud / above a wide valley / in open air over distant hills",
        """towers of cloud rise on both sides and open onto depth
        the land below is a pattern of fields and water
        thin veils of vapour tear apart and close again
        the horizon bends slightly at the edges of the frame""",
        "wind drone birds",
    ),
    _place(
        "space",
        "space planet planets galaxy nebula star stars comet meteor astronaut astronauts rocket spaceship spacecraft satellite "
        "cosmos universe asteroid orbit supernova rover probe starship alien black-hole wormhole constellation saturn jupiter "
        "colony moonwalk",
        "in orbit above a ringed planet / on the rim of a crater / among drifting asteroids",
        """countless points of starlight fill the depth behind
        the curve of a planet closes the lower edge of the frame
        fine debris turns over and over and catches the light
        hard sunlight draws one sharp edge on everything""",
        "drone hum silence",
    ),
    _place(
        "ruins",
        "ruin ruins temple tomb crypt dungeon castle fortress throne knight king queen wizard dragon-lair minotaur colosseum "
        "obelisk monument cathedral church abbey pyramid-hall catacombs gladiator vampire priestess golem gargoyle shrine "
        "mythical guardian guardians sorcerer warrior",
        "in the hall of a ruined temple / before an overgrown gate / between broken columns",
        """columns and arches lead the eye into the depth of the place
        carved faces look out of the stone, half worn away
        roots have split the floor and push up between the slabs
        a broken vault lets a single shaft of light fall in""",
        "drone choir wind",
    ),
    _place(
        "cave",
        "cave cavern grotto mine miner miners crystal crystals bat bats stalactite underground-lake geode",
        "in a wide cavern / at the mouth of a cave / beside an underground pool",
        """stone ribs hang from the ceiling and meet their reflection below
        the walls glitter where the light touches them
        the way out is a small, far opening
        drops fall from the ceiling and break the surface of a pool""",
        "water drone silence",
    ),
    _place(
        "workshop",
        "workshop studio laboratory lab factory robot robots android machine clockmaker watchmaker blacksmith potter carpenter "
        "forge inventor scientist engineer gear gears clock automaton typewriter painter sculptor tailor alchemist glassblower "
        "warehouse garage puppet puppeteer clay clockwork",
        "in a crowded workshop / at a long workbench / under the lamp of a small laboratory",
        """tools hang in rows on the wall and parts cover the bench
        shelves full of half-finished pieces fill the background
        a single work lamp lights the hands and leaves the corners to themselves
        shavings and fine powder lie on every surface""",
        "machinery hum footsteps",
    ),
    _place(
        "kitchen",
        "kitchen bakery baker chef cook ramen noodles soup bread cake pizza coffee tea restaurant cafe café diner barista pancakes "
        "sushi breakfast dinner feast chocolate pie croissant wine cheese cocktail espresso pasta curry food dessert steak burger",
        "on a worn wooden table / on a stone kitchen counter / beside a steamed-up window",
        """steam curls up from the surface and thins out in the air
        flour, crumbs and cloth lie around it in easy disorder
        glasses and pans stand out of focus in the background
        the grain of the wood and the rim of the plate show up close""",
        "fire water hum",
    ),
    _place(
        "room",
        "room bedroom attic library librarian bookshop bookstore house cottage hall hallway corridor ballroom office piano pianist "
        "violinist cellist doll chess grandmother grandfather candle mirror window armchair hotel staircase cat kitten "
        "theatre theater stage cinema museum gallery school classroom hospital ballerina dancer dance mansion inn tavern "
        "laundromat arcade origami book letter",
        "in a high, narrow room / beside a tall window / at the far end of a long hall",
        """light from a window crosses the floor in a long rectangle
        curtains, frames and worn furniture fill the background
        a doorway in the background opens onto another room
        the floorboards lead the eye to the far wall""",
        "footsteps hum piano",
    ),
)

NEUTRAL_DETAILS: tuple[str, ...] = (
    "shapes in the foreground drift out of focus and the background falls away in layers",
    "the background stays readable in layers, each a little paler than the one before",
    "textures in the foreground are close enough to touch, and the distance is wide open",
    "a strong diagonal leads the eye from the front edge to the far depth",
    "small things in the foreground frame the view and give the place its scale",
    "empty space around the middle of the frame lets the outline read at a glance",
)
NEUTRAL_SOUNDS: tuple[tuple[str, ...], ...] = (
    ("wind", "drone"),
    ("hum", "footsteps"),
    ("strings", "wind"),
    ("bells", "drone"),
    ("piano", "hum"),
    ("drums", "wind"),
    ("drone", "heartbeat"),
)

# Places for a subject whose concept names none, by class.
HOMES: dict[str, tuple[str, ...]] = {
    "beast": ("forest", "meadow", "mountain", "ruins", "snowfield", "river"),
    "flyer": ("sky", "mountain", "forest", "sea"),
    "swimmer": ("underwater",),
    "waterbird": ("river",),
    "insect": ("garden", "forest", "meadow"),
    "troupe": ("street", "room", "meadow"),
    "locale": (),
    "time": (),
    "person": ("street", "mountain", "forest", "sea", "room", "station", "meadow"),
    "machine": ("workshop", "street", "desert", "ruins"),
    "road": ("road", "desert", "mountain"),
    "vessel": ("sea", "river"),
    "aircraft": ("sky",),
    "building": ("mountain", "sea", "meadow", "forest", "street"),
    "landscape": (),
    "sky": (),
    "plant": ("garden", "forest", "meadow"),
    "food": ("kitchen",),
    "object": ("room", "workshop"),
    "abstract": (),
    "event": ("street", "meadow"),
    "thing": (),
}
BY_NAME = {place.name: place for place in PLACES}
