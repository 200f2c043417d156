"""How the film language is said: for each canonical name, phrases that read back as that name.

Writers take their words from here, so that what they ask for is what judges and renderers see;
a test holds every phrase to `read`.
"""

CAMERA_CLAUSES: dict[str, tuple[str, ...]] = {
    "static": (
        "The camera stays still while the scene plays out inside a fixed frame",
        "The camera holds steady on {the} for the whole shot",
    ),
    "pan_left": (
        "The camera pans {adv}to the left, carrying {the} across the frame",
        "The camera pans {adv}to the left and lets the surroundings slide by",
    ),
    "pan_right": (
        "The camera pans {adv}to the right, carrying {the} across the frame",
        "The camera pans {adv}to the right and lets the surroundings slide by",
    ),
    "tilt_up": (
        "The camera tilts {adv}up, from the ground to the full height of the scene",
        "The camera tilts {adv}up past {the} toward the open space above",
    ),
    "tilt_down": (
        "The camera tilts {adv}down until {the} [fill] the middle of the frame",
        "The camera tilts {adv}down from the open space above to the ground",
    ),
    "zoom_in": (
        "The camera zooms {adv}in, and the edges of the scene fall away",
        "The camera zooms {adv}in until the details of {the} fill the frame",
    ),
    "zoom_out": (
        "The camera zooms {adv}out from {the} until the whole place stands around",
        "The camera zooms {adv}out and shows how wide the place is",
    ),
    "dolly_in": (
        "The camera dollies {adv}in, past whatever stands in front",
        "The camera pushes {adv}in on {the} in one unbroken movement",
    ),
    "dolly_out": (
        "The camera pulls {adv}back from {the}, and more of the place comes into view",
        "The camera dollies {adv}out, and the space in front of the lens grows",
    ),
    "orbit": (
        "The camera orbits {adv}around {the}, and the background turns behind",
        "The camera circles {adv}around the middle of the scene in a wide arc",
    ),
    "handheld": (
        "The handheld camera stays close to {the} and sways with each step",
        "A handheld camera keeps close, with small, living movements",
    ),
}
CAMERA_PLAIN: dict[str, str] = {
    "static": "the camera stays still from the first frame to the last",
    "pan_left": "the camera pans to the left from the first frame to the last",
    "pan_right": "the camera pans to the right from the first frame to the last",
    "tilt_up": "the camera tilts up from the first frame to the last",
    "tilt_down": "the camera tilts down from the first frame to the last",
    "zoom_in": "the camera zooms in from the first frame to the last",
    "zoom_out": "the camera zooms out from the first frame to the last",
    "dolly_in": "the camera dollies in from the first frame to the last",
    "dolly_out": "the camera dollies out from the first frame to the last",
    "orbit": "the camera orbits around the subject from the first frame to the last",
    "handheld": "the handheld camera sways from the first frame to the last",
}

TIME_CLAUSES: dict[str, tuple[str, ...]] = {
    "dawn": (
        "the first light of dawn comes in low from one side",
        "the sunrise spreads along the horizon and reaches every edge",
    ),
    "day": (
        "clear daylight falls from high above and draws short shadows",
        "the light of an open afternoon models every surface",
    ),
    "golden_hour": (
        "the low sun of the golden hour draws long shadows",
        "the sunset rakes in from one side and draws a thin line around each shape",
    ),
    "dusk": (
        "dusk settles in while the last light gathers near the horizon",
        "twilight holds the sky while the first lamps come on",
    ),
    "night": (
        "moonlight picks the shapes out of the night",
        "night surrounds the scene while a few small lights carve out the forms",
    ),
}

INDOOR_TIME_CLAUSES: dict[str, tuple[str, ...]] = {
    "dawn": ("the first light of dawn reaches in from one side",),
    "day": ("daylight falls in from outside and fades toward the corners",),
    "golden_hour": ("the low sun of the golden hour slants in and draws long shadows",),
    "dusk": ("dusk fills the corners while the first lamps come on",),
    "night": ("night stands at the openings while a few lamps carve out the forms",),
}

MOOD_CLAUSES: dict[str, tuple[str, ...]] = {
    "dark": ("a dark, heavy exposure keeps most of the frame in shadow",),
    "bright": ("a bright exposure lets light into every corner",),
    "moody": ("a moody half-light leaves the corners to shadow",),
    "cheerful": ("the mood is cheerful and open",),
    "gloomy": ("a gloomy light hangs over everything",),
    "mysterious": ("a mysterious glow hides as much as it shows",),
    "plain": ("the light is plain and honest",),
    "eerie": ("an eerie light makes familiar shapes strange",),
    "cosy": ("a cosy glow draws everything close together",),
    "bleak": ("a bleak light strips the place bare",),
    "lush": ("the picture is lush and full to the edges",),
    "calm": ("the mood is calm, with long pauses between movements",),
    "tense": ("the mood is tense, with hard edges between light and shade",),
    "dramatic": ("dramatic contrast splits the frame into light and shade",),
    "epic": ("the scale is epic, small figures against vast forms",),
    "dreamy": ("a dreamy bloom spreads from every highlight",),
    "gritty": ("the image is gritty, with coarse grain and hard texture",),
    "melancholic": ("the mood is melancholic, and the light seems to be leaving",),
    "joyful": ("the mood is joyful, and light dances on every surface",),
    "romantic": ("the mood is romantic, with glowing backlight",),
    "whimsical": ("the mood is whimsical, with bouncing light and odd little details",),
    "ethereal": ("an ethereal glow makes solid things look weightless",),
    "vibrant": ("the colours are vibrant and full",),
    "muted": ("the colours are muted and chalky",),
    "warm": ("a warm glow lies on every surface",),
    "cold": ("a cold light lies on every surface",),
    "ominous": ("an ominous shadow lies across the scene",),
    "minimalist": ("the composition is minimalist, a few forms in wide empty space",),
}

WEATHER_CLAUSES: dict[str, tuple[str, ...]] = {
    "clear": ("the clear sky stands open above",),
    "rain": ("rain streaks through the frame and beads on every surface",),
    "storm": ("the storm drives across the frame, and lightning flashes far off",),
    "snow": ("snow drifts down through the frame and gathers on every edge",),
    "fog": ("fog rolls through the middle distance and swallows the far shapes",),
    "dust": ("dust hangs in the air and catches the light",),
    "wind": ("the wind pulls at everything loose",),
    "clouds": ("clouds travel overhead and drag their shadows along",),
    "embers": ("embers rise and die in the air",),
    "sparks": ("sparks leap up and scatter",),
    "fireflies": ("fireflies blink in and out between the shapes",),
    "leaves": ("falling leaves turn over in the air",),
    "bubbles": ("bubbles climb toward the surface",),
    "petals": ("petals float past and settle",),
}

SOUND_PHRASES: dict[str, tuple[str, ...]] = {
    "rain": ("steady rain", "rain on hard surfaces"),
    "thunder": ("far-off thunder", "a roll of thunder"),
    "wind": ("wind in the open", "a low moan of wind"),
    "waves": ("waves breaking", "waves drawing back over stones"),
    "water": ("running water", "water lapping close by"),
    "fire": ("fire that snaps and hisses", "a crackling fire"),
    "birds": ("birds calling to each other", "a few distant birds"),
    "crickets": ("crickets in the undergrowth", "a field of crickets"),
    "crowd": ("the murmur of a crowd", "a crowd some way off"),
    "traffic": ("passing traffic", "traffic a few streets away"),
    "hum": ("a steady hum", "a low hum"),
    "drone": ("a deep musical drone", "a drone that swells and fades"),
    "bells": ("bells far away", "a small bell close by"),
    "drums": ("building drums", "low drums"),
    "choir": ("a wordless choir", "a choir behind the scene"),
    "strings": ("sustained strings", "a few bars of strings"),
    "piano": ("single piano notes", "a sparse piano"),
    "machinery": ("working machinery", "machinery turning over"),
    "footsteps": ("footsteps on the ground", "footsteps close to the microphone"),
    "silence": ("near silence", "long silence"),
    "bubbles": ("bubbles rising", "bubbles breaking at the surface"),
    "heartbeat": ("a single heartbeat", "a deep heartbeat"),
}
PACING_ADVERBS: dict[str, str] = {"slow": "slowly ", "fast": "swiftly ", "steady": ""}
PACING_CLAUSES: dict[str, str] = {
    "slow": "every movement is unhurried",
    "fast": "every movement is quick and energetic",
    "steady": "everything keeps a steady pace",
}
