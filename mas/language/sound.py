"""Sound words and the ambient sounds they ask for."""

SOUNDS: tuple[str, ...] = (
    "rain", "thunder", "wind", "waves", "water", "fire", "birds", "crickets", "crowd", "traffic",
    "hum", "drone", "bells", "drums", "choir", "strings", "piano", "machinery", "footsteps",
    "silence", "bubbles", "heartbeat",
)  # fmt: skip

VOCABULARY: dict[str, str] = {name: name for name in SOUNDS} | {
    "rainfall": "rain", "patter": "rain", "drizzle": "rain", "downpour": "rain",
    "rumble": "thunder", "thunderstorm": "thunder", "storm": "thunder", "breeze": "wind",
    "howling": "wind", "gale": "wind", "windswept": "wind", "surf": "waves", "sea": "waves",
    "ocean": "waves", "river": "water", "stream": "water", "waterfall": "water",
    "splashing": "water", "trickle": "water", "dripping": "water", "flames": "fire",
    "crackling": "fire", "crackle": "fire", "campfire": "fire", "birdsong": "birds",
    "bird calls": "birds", "chirping": "birds", "insects": "crickets", "cicadas": "crickets",
    "murmur": "crowd", "voices": "crowd", "chatter": "crowd", "market": "crowd",
    "cars": "traffic", "engines": "machinery", "sirens": "traffic", "humming": "hum",
    "electric hum": "hum", "buzz": "hum", "low drone": "drone", "ambient drone": "drone",
    "pad": "drone", "chimes": "bells", "bell": "bells", "drumming": "drums", "percussion": "drums",
    "singing": "choir", "chant": "choir", "violin": "strings", "cello": "strings",
    "clanking": "machinery", "gears": "machinery", "steps": "footsteps", "silent": "silence",
    "hush": "silence", "underwater": "bubbles",
}  # fmt: skip
