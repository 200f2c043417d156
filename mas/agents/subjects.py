"""Subject classes: what kind of thing a noun names, and so what it can do and where it lives."""

import re

from mas.agents.english import is_plural_noun

_CLASSES: dict[str, str] = {
    "beast": (
        "fox wolf bear dog cat lion tiger horse deer stag elk moose rabbit hare mouse rat elephant rhinoceros rhino "
        "giraffe zebra monkey ape gorilla panda leopard panther jaguar cheetah lynx cow bull bison buffalo "
        "goat sheep lamb pig boar donkey mule camel llama alpaca kangaroo koala sloth otter beaver badger "
        "hedgehog squirrel raccoon skunk ferret weasel lizard gecko iguana chameleon snake serpent python cobra "
        "turtle tortoise crocodile alligator puppy kitten foal "
        "cub fawn unicorn centaur minotaur werewolf griffin gryphon chimera hydra basilisk creature beast "
        "monster dinosaur raptor mammoth golem troll ogre goblin yeti sphinx kirin hound pony mare stallion "
        "ox ram ewe calf piglet chick animal wildlife leviathan behemoth penguin ostrich "
        "kelpie hippogriff faun satyr gorgon cerberus wendigo selkie kitsune banshee tanuki jackalope imp peacock rooster hen chicken crab armadillo meerkat wombat capybara"
    ),
    "waterbird": "duck duckling goose swan flamingo grebe coot cygnet gosling loon",
    "insect": (
        "ant beetle snail caterpillar spider scorpion frog toad ladybug bug grasshopper cricket mantis centipede worm slug hermit-crab newt tadpole"
    ),
    "troupe": "orchestra choir band crew family team crowd audience army procession queue chorus gang tribe children-group",
    "locale": (
        "market village town city street alley square room kitchen bedroom attic cellar basement corridor hall hallway "
        "ballroom office laboratory lab studio workshop garage arcade skyline metropolis arena stadium courtyard plaza "
        "laundromat fairground harbour harbor bazaar pier station airport colony mall supermarket club bar casino prison "
        "playground campus suburb neighbourhood neighborhood cityscape stall shed park rooftop platform"
    ),
    "time": "moonrise sunrise sunset season dawn dusk night twilight winter autumn summer spring weather morning evening moment day year hour midnight noon rush-hour life minute childhood",
    "flyer": (
        "dragon eagle hawk falcon owl crow raven bird sparrow swallow hummingbird parrot heron crane stork seagull gull "
        "pelican albatross phoenix pegasus butterfly moth bee wasp dragonfly firefly bat pterodactyl fairy pixie "
        "vulture condor kingfisher magpie pigeon dove starling robin finch wyvern harpy thunderbird roc gargoyle bird-man firebird ladybug "
        "ladybird cicada mosquito fly"
    ),
    "swimmer": (
        "whale dolphin shark fish octopus squid jellyfish seahorse ray manta orca seal walrus narwhal eel koi carp "
        "salmon trout mermaid merman kraken tadpole cuttlefish nautilus barracuda tuna goldfish anglerfish "
        "plankton lobster starfish manatee"
    ),
    "person": (
        "guardian man woman person people boy girl child kid baby toddler teenager mother father grandmother grandfather sister "
        "brother daughter son couple friend stranger king queen prince princess knight warrior soldier samurai "
        "ninja wizard witch sorcerer mage monk nun priest priestess farmer fisherman sailor captain pirate keeper "
        "astronaut pilot driver cyclist runner surfer skater skateboarder dancer ballerina singer musician violinist pianist "
        "drummer guitarist cellist painter sculptor potter blacksmith carpenter baker chef cook barista waiter "
        "waitress doctor nurse scientist engineer mechanic teacher student librarian writer poet journalist "
        "photographer detective spy thief boxer wrestler climber hiker diver swimmer gardener shepherd hunter "
        "archer nomad traveller traveler wanderer explorer pilgrim hermit elder widow bride groom acrobat "
        "clown magician puppeteer clockmaker watchmaker tailor weaver miner firefighter lumberjack vampire "
        "elf dwarf giant angel ghost spirit demon god goddess titan figure hero heroine villager villain courier "
        "postman gladiator viking geisha cowboy gunslinger rider jockey skier snowboarder gymnast fencer "
        "beekeeper lifeguard busker conductor twins alchemist barber "
        "tightrope-walker glassblower calligrapher hacker kids students monks"
    ),
    "machine": (
        "robot android cyborg drone mech automaton machine computer engine clock pendulum gear windmill watermill "
        "turbine crane-arm telescope typewriter projector gramophone radio satellite rover probe exoskeleton "
        "excavator bulldozer press loom printer robots toy"
    ),
    "road": (
        "car truck bus motorcycle motorbike bicycle bike scooter taxi van tram train locomotive subway carriage wagon "
        "cart tractor ambulance convoy limousine jeep tank sled sleigh rickshaw rollercoaster racer caravan "
        "metro monorail skateboard express"
    ),
    "vessel": (
        "ship boat sailboat yacht canoe kayak raft ferry submarine galleon gondola barge tugboat trawler steamer "
        "longship lifeboat freighter schooner icebreaker dinghy rowboat houseboat sailship"
    ),
    "aircraft": (
        "plane airplane aeroplane jet helicopter airship zeppelin balloon glider rocket spaceship spacecraft shuttle "
        "starship ufo kite blimp biplane hovercraft paraglider lantern"
    ),
    "building": (
        "house cottage cabin hut castle tower lighthouse church cathedral temple shrine mosque monastery palace "
        "fortress ruin bridge skyscraper factory warehouse barn mill library museum theatre theater cinema "
        "hospital school hotel inn tavern cafe café restaurant diner bakery shop store bookshop bookstore "
        "greenhouse observatory pyramid dam gate wall "
        "staircase "
        "treehouse igloo mansion chapel "
        "tomb crypt dungeon bunker motel carousel windmill colosseum "
        "aqueduct monument obelisk bathhouse teahouse pagoda outpost base"
    ),
    "landscape": (
        "mountain hill valley canyon cliff desert dune forest wood woods jungle rainforest meadow field prairie savanna savannah "
        "tundra glacier iceberg volcano island beach coast coastline shore lagoon lake pond river stream creek "
        "waterfall ocean sea bay fjord swamp marsh cave cavern grotto reef plain plateau garden orchard "
        "vineyard park path pool road highway trail landscape horizon oasis geyser crater gorge peak summit archipelago "
        "farmland countryside wilderness steppe moor heath terrace paddy seascape cityscape world kingdom "
        "realm planet-surface wasteland badlands tidepool hotspring wetland delta"
    ),
    "sky": (
        "sky moon sun star planet galaxy nebula comet meteor aurora eclipse constellation asteroid universe cosmos cloud "
        "rainbow supernova pulsar orbit storm thunderstorm tornado hurricane lightning "
        "blizzard sandstorm snowstorm tempest fog rain snow snowfall tide wave tsunami avalanche fire bonfire "
        "campfire wildfire flame smoke lava eruption firework fireworks wind "
        "snowflake raindrop black-hole wormhole whirlpool spark mist"
    ),
    "plant": (
        "tree oak pine willow birch maple sakura bamboo flower rose tulip sunflower orchid lotus lily daisy poppy "
        "dandelion fern moss ivy vine cactus mushroom fungus leaf leaves seed seedling sapling sprout bonsai "
        "grass reed wheat corn lavender blossom petal bud root branch hedge bush shrub coral kelp seaweed "
        "wildflower succulent mangrove baobab redwood sequoia palm thistle acorn"
    ),
    "food": (
        "bread loaf cake pie pizza burger sandwich soup ramen noodle noodles sushi rice pasta steak salad egg eggs cheese chocolate "
        "coffee tea wine beer cocktail juice honey apple orange lemon strawberry cherry peach grape banana "
        "pumpkin tomato pancake waffle croissant donut doughnut cookie cupcake icecream dumpling curry feast breakfast "
        "dinner dessert meal stew candy espresso latte champagne whiskey omelette taco baguette syrup"
    ),
    "object": (
        "book letter map key door window mirror lamp candle bottle vase cup mug bowl plate sword shield crown ring "
        "necklace jewel gem crystal diamond stone statue sculpture painting portrait photograph camera phone "
        "umbrella hat coat shoe boot glove mask doll puppet piano violin guitar drum trumpet flute bell watch "
        "hourglass compass globe chair table bed suitcase backpack box chest coin feather quill candlestick chandelier "
        "chess chessboard ball marble bubble balloon-animal snowglobe music-box dress kimono scarf cloth silk "
        "carpet rug curtain flag sign neon-sign machine-part perfume sneaker toothbrush teapot kettle "
        "anchor rope ladder swing bench telephone record vinyl cassette tapestry origami sandcastle "
        "snowman scarecrow throne altar goblet dagger potion scroll orb amulet pearl egg-timer kaleidoscope chime pebble"
    ),
    "abstract": (
        "loneliness solitude love grief hope fear anger joy happiness sadness peace war silence chaos freedom justice time "
        "memory memories nostalgia dream dreams nightmare life death birth change growth power beauty truth "
        "courage faith music rhythm gravity electricity energy technology future past history knowledge wisdom "
        "friendship longing intelligence imagination colour color sound weight meaning identity curiosity regret ambition passage journey idea concept feeling emotion melancholy wonder "
        "childhood youth age boredom jealousy doubt forgiveness patience balance harmony infinity entropy"
    ),
    "event": (
        "festival parade wedding concert carnival ceremony battle race match game dance duel party celebration ritual "
        "procession protest picnic rehearsal performance ballet opera circus harvest hunt rescue escape chase heist "
        "funeral birthday tournament marathon regatta rave masquerade rush-hour crowd banquet siege war-council "
        "eclipse-viewing market-day show graduation"
    ),
}  # fmt: skip
_NOUNS = {noun: name for name, nouns in _CLASSES.items() for noun in nouns.split()}
_PERSON_ENDINGS = re.compile(
    r"(?:man|woman|men|women|maker|keeper|ist|ologist|smith|girl|boy|wright|herder|walker)$"
)
CLASSES: tuple[str, ...] = (*_CLASSES, "thing")
_FEMALE = re.compile(
    r"(?:woman|girl|mother|sister|daughter|queen|princess|witch|nun|priestess|waitress|bride|widow|ballerina|goddess|heroine|geisha)$"
)
_MALE = re.compile(
    r"(?:man|boy|father|brother|son|king|prince|wizard|monk|priest|groom|cowboy|god|lumberjack|samurai)$"
)


def singular(noun: str) -> str:
    """Return the singular of a noun, when it is known or regular."""
    low = noun.lower()
    if low in _NOUNS or not is_plural_noun(low):
        return low
    for ending, instead in (("wolves", "wolf"), ("elves", "elf"), ("leaves", "leaf"), ("men", "man"), ("children", "child"),
                            ("mice", "mouse"), ("geese", "goose"), ("people", "person"), ("ves", "f"), ("ies", "y")):  # fmt: skip
        if low.endswith(ending):
            return low.removesuffix(ending) + instead
    if re.search(r"(?:s|sh|ch|x|z)es$", low) and low[:-2] in _NOUNS:
        return low[:-2]
    return low.removesuffix("s")


def class_of(noun: str) -> str | None:
    """Return the class of a noun, or None when it is unknown."""
    low = noun.lower().strip("'\u2019\"“”.,")
    for form in (low, singular(low), low.rsplit("-", 1)[-1], singular(low.rsplit("-", 1)[-1])):
        if form in _NOUNS:
            return _NOUNS[form]
    return "person" if _PERSON_ENDINGS.search(singular(low)) else None


def is_known(noun: str) -> bool:
    """Say whether a noun is in the lexicon."""
    return class_of(noun) is not None


def possessive(noun: str, *, plural: bool, subject_class: str) -> str:
    """Return its, their, his or her."""
    if plural:
        return "their"
    if subject_class != "person":
        return "its"
    low = noun.lower()
    if _FEMALE.search(low):
        return "her"
    return "his" if _MALE.search(low) else "their"
