"""The words for places, and what else in a prompt hints at one."""

__all__ = ["PLACE_WORDS"]

_SYNONYMS: dict[str, str] = {
    "mountains": "mountain peak peaks summit alps valley cliff cliffs highland highlands ridge himalaya hill-top mountaintop plateau fjord",
    "forest": "forests woods woodland grove pines redwood treeline thicket glade clearing taiga",
    "jungle": "rainforest tropical jungles mangrove bamboo bamboo-grove bamboo-forest",
    "desert": "dunes dune sahara sand-dunes oasis sands",
    "canyon": "gorge mesa badlands ravine wild-west prairie-rocks mars",
    "sea": "ocean open-sea high-seas waves seascape open-water",
    "coast": "beach shore shoreline seaside coastline seashore bay cape island islands tropical-beach cove",
    "harbour": "harbor port dock docks pier marina quay canal venice waterfront",
    "underwater": "reef coral-reef corals deep-sea deep-ocean ocean-depths seabed sea-floor abyss ocean-floor undersea atlantis kelp beneath-the-waves",
    "city": "street streets neon cityscape skyline metropolis downtown alley urban cyberpunk skyscraper skyscrapers town-square rooftop rooftops district avenue tokyo new-york",
    "village": "town hamlet farm villages marketplace settlement",
    "castle": "fortress citadel palace stronghold castles medieval kingdom",
    "ruins": "ruin temple-ruins ancient-city lost-city acropolis ruined stonehenge",
    "space": "galaxy cosmos nebula outer-space orbit-of stars-and-planets universe planet planets deep-space asteroid asteroids interstellar cosmic milky-way",
    "moonscape": "lunar-surface moon-surface lunar planet-surface alien-planet alien-world crater on-the-moon",
    "cave": "cavern grotto caves tunnel mine underground dungeon cavern-hall lair crypt",
    "ice": "arctic glacier iceberg antarctic tundra frozen-lake ice-field polar snowfield icy-plain aurora northern-lights winter",
    "volcano": "lava magma volcanic eruption inferno hell underworld molten",
    "meadow": "field fields grassland prairie pasture hills hill plains savanna savannah steppe countryside wheat lavender-fields",
    "river": "stream riverbank brook creek pond lake lagoon lakeside lakeshore",
    "waterfall": "waterfalls cascade cataract",
    "room": "windowsill table desk tabletop product-shot still-life bedroom kitchen interior living-room studio attic office apartment cafe hallway chamber cellar workshop laboratory lab",
    "library": "bookshelves archive bookshop study bookstore",
    "temple": "cathedral church monastery sanctuary hall great-hall throne-room abbey chapel colonnade mosque",
    "garden": "gardens park orchard courtyard greenhouse backyard",
    "bridge": "bridges suspension-bridge overpass",
    "road": "highway route-66 lane roadside",
    "sky": "floating-island floating-islands sky-islands cloudscape heavens above-the-clouds in-the-clouds heaven cloud-kingdom",
    "factory": "industrial refinery power-plant steampunk foundry shipyard warehouse",
    "swamp": "marsh bog wetland bayou moor mire",
    "graveyard": "cemetery tomb tombs tombstones mausoleum catacomb",
}  # fmt: skip

_WORDS = {name: name for name in _SYNONYMS} | {
    word.replace("-", " "): name for name, words in _SYNONYMS.items() for word in words.split()
}
_PLURALS = {f"{word}s": name for word, name in _WORDS.items() if not word.endswith(("s", "y"))}
PLACE_WORDS: dict[str, str] = _PLURALS | _WORDS
