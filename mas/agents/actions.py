"""What subjects do, by class: opening verbs and one sentence of action each.

`{the}` is the subject's name, `{their}` its possessive, `[verb]` is conjugated to the subject and
`<noun>` takes its number. Like places, actions ask for no colour, mood, pace or camera move.
"""

# Verbs for "a fox ... in the snow": standing still, and (for "through", "across") moving.
STANDING: dict[str, tuple[str, ...]] = {
    "beast": ("wait", "stand", "pause"),
    "flyer": ("hover", "hang", "wheel"),
    "swimmer": ("hang", "circle", "hover"),
    "insect": ("wait", "pause", "sit"),
    "waterbird": ("rest", "drift", "float"),
    "person": ("stand", "wait", "pause"),
    "troupe": ("gather", "stand", "wait"),
    "machine": ("stand", "wait", "come to life"),
    "road": ("stand", "wait", "roll to a halt"),
    "vessel": ("lie", "rock", "ride"),
    "aircraft": ("hang", "hover", "hold course"),
    "building": ("stand", "rise"),
    "landscape": ("lie", "stretch out", "open up"),
    "sky": ("appear", "gather", "take shape"),
    "plant": ("stand", "grow"),
    "food": ("stand ready", "rest"),
    "object": ("lie", "rest"),
    "event": ("unfold", "take place"),
}
MOVING: dict[str, tuple[str, ...]] = {
    "beast": ("move", "roam", "make {their} way"),
    "flyer": ("fly", "soar"),
    "swimmer": ("swim", "move"),
    "insect": ("crawl", "make {their} way"),
    "waterbird": ("glide", "drift"),
    "person": ("walk", "make {their} way"),
    "troupe": ("walk", "move"),
    "machine": ("move", "make {their} way"),
    "road": ("drive", "roll"),
    "vessel": ("sail", "make {their} way"),
    "aircraft": ("fly", "travel"),
    "landscape": ("reach", "stretch"),
    "sky": ("spread", "move"),
    "event": ("move", "pass"),
}
# Over a place these stand in the air rather than on the ground.
ABOVE: dict[str, str] = {
    "flyer": "circle", "aircraft": "hang", "sky": "hang", "swimmer": "float", "building": "rise",
    "beast": "loom", "person": "stand", "landscape": "rise",
}  # fmt: skip

ACTIONS: dict[str, tuple[str, ...]] = {
    "beast": (
        "{The} [lift] {their} <head>, [listen], and then [set] off without haste",
        "{The} [turn] toward the lens, and every hair moves with the breath",
        "{The} [move] a few paces ahead and [look] back over the shoulder",
        "{The} [shake] the damp from {their} <back> and [move] on",
        "{The} [lower] {their} <head> to the ground, then [look] straight up",
        "{The} [circle] once and [settle], eyes fixed on something beyond the frame",
        "Muscles work under the skin as {the} [climb] over a low rise",
        "{The} [stop] in mid-step, ears turned, and then [go] on",
    ),
    "flyer": (
        "{The} [open] {their} wings wide, [bank] and [come] round again",
        "{The} [beat] {their} wings twice and [gain] height",
        "{The} [fold] {their} wings, [drop], and [catch] the air again just in time",
        "{The} [turn] {their} <head> and [cut] across the light",
        "Air streams over outstretched wings as {the} [come] closer",
        "{The} [rise] in a wide spiral, wing tips trembling",
    ),
    "swimmer": (
        "{The} [turn] on {their} side, and light runs along the body",
        "{The} [glide] closer, then [bend] away with a single stroke",
        "{The} [rise] toward the surface and [sink] back again",
        "A long ripple passes from end to end as {the} [change] direction",
        "{The} [sweep] past close to the lens and [leave] a trail in the water",
    ),
    "person": (
        "{The} [take] a breath, [look] up, and [begin] to move",
        "{The} [turn] toward the light, and a small change crosses {their} <face>",
        "{The} [walk] a few paces, [stop], and [look] back",
        "{The} [reach] out with one hand, fingers spread, and [wait]",
        "Cloth and hair move as {the} [step] forward into the frame",
        "{The} [raise] {their} <head>, and {their} shoulders loosen",
        "{The} [lean] closer, [pause], and [draw] back again",
        "{The} [follow] something outside the frame with {their} eyes",
    ),
    "machine": (
        "{The} [turn] with precise, jointed movements, and small lights wake along the frame",
        "Pistons and joints shift as {the} [straighten] up",
        "{The} [tilt] to one side, [measure] the space ahead, and [move] on",
        "Parts slide into place one after another while {the} [start] to work",
        "{The} [stretch] out one arm, and every segment follows in turn",
    ),
    "road": (
        "{The} [lean] into the curve and [come] straight toward the lens",
        "Reflections run along the bodywork as {the} [pass]",
        "{The} [gather] speed, and the ground streaks past underneath",
        "{The} [come] over the rise and [grow] until the wheels fill the frame",
        "Headlamps sweep across the ground as {the} [turn]",
    ),
    "vessel": (
        "{The} [lift] with the swell, [lean], and [settle] again",
        "The bow parts the water and {the} [draw] a long wake",
        "Ropes tighten and the hull turns as {the} [come] about",
        "{The} [swing] round until the light falls along the whole side",
    ),
    "aircraft": (
        "{The} [bank], and light slides over every panel and seam",
        "{The} [gain] height and [shrink] against the open space",
        "{The} [pass] close by, and the air shivers behind",
        "{The} [turn] in place and [show] {their} full length",
    ),
    "building": (
        "Light moves across the walls and finds every edge and window",
        "A door opens, a lamp comes on, and a figure passes behind a window",
        "Pigeons leave the roof all at once and scatter",
        "Shadows travel over the facade and the outline stands clear",
        "The shadow of the roof creeps across the ground in front",
    ),
    "waterbird": (
        "{The} [bend] {their} <neck>, [look] straight ahead, and [drift] on",
        "{The} [shake] {their} <tail> and rings spread over the water",
        "{The} [rise] on the water, [open] {their} wings, and [settle] again",
    ),
    "insect": (
        "{The} [stop], [feel] the way ahead, and [go] on",
        "Tiny hairs and joints show as {the} [turn] toward the light",
        "{The} [climb] over an edge many times {their} size",
        "{The} [freeze] for a moment and then [dart] to one side",
    ),
    "troupe": (
        "Faces turn one after another, and a movement passes through all of them",
        "One figure starts, the next one answers, and soon all are in motion",
        "Hands rise and fall together, a little out of time",
        "Some lean in, some look away, and nobody stands still",
    ),
    "locale": (
        "A door opens, a lamp comes on, and a figure crosses from one side to the other",
        "Shadows travel over the walls and the shape of the place stands clear",
        "Small signs of life appear: a hand at a window, a cloth that stirs",
        "Light moves through the place and finds one corner after another",
    ),
    "landscape": (
        "Shadows travel across the land and change its shape as they go",
        "A far-off flock crosses the view and gives it scale",
        "The light shifts, and one part of the land after another comes forward",
        "Everything loose stirs at once and then lies down again",
        "A tiny figure crosses from one side to the other",
    ),
    "sky": (
        "It swells, folds over itself, and opens again",
        "Its light spreads over everything below and draws back",
        "Layers slide over one another, and the shape never stays the same",
        "It grows until it fills most of the frame",
    ),
    "plant": (
        "{The} [open], and each fibre catches the light",
        "A drop runs down {the}, hangs, and falls",
        "{The} [bend], [tremble] and [stand] straight again",
        "A small insect lands on {the} and takes off again",
    ),
    "food": (
        "A hand reaches in and turns {the} toward the light",
        "Steam lifts from {the} and twists in the air",
        "A drop slides down the side of {the} and stops",
        "The surface glistens as {the} [turn] on the spot",
    ),
    "object": (
        "Light travels over {the} and finds every scratch and edge",
        "A hand enters the frame, touches {the}, and withdraws",
        "{The} [turn] a little, and the reflections move across the surface",
        "Fine particles float past {the} and glint",
        "The shadow of {the} creeps across the surface underneath",
    ),
    "event": (
        "Hands move, faces turn, and the next moment is already under way",
        "Hands rise, cloth swings, and faces turn all the same way",
        "Groups form and dissolve, each with its own small story",
        "One figure breaks from the rest and crosses the foreground",
    ),
    "abstract": (
        "Nothing happens at first; then one small movement changes the whole picture",
        "A single shadow passes, and the space it leaves looks larger",
        "Things drift apart a little and come to rest",
    ),
    "thing": (
        "Small movements run through the frame, near and far",
        "One element in the middle comes to life, and the rest follows",
        "The view opens from a detail to the whole",
        "Forms shift against each other and the depth of the place shows",
        "Something crosses the foreground and clears the view",
    ),
}

# Added to concepts that say what happens themselves.
DETAILS: dict[str, tuple[str, ...]] = {
    "beast": (
        "Muscles gather and let go, and every part of the body follows",
        "Ears and nostrils work the whole time, alert to every change",
        "The eyes hold a point of light that never leaves them",
        "Breath comes and goes in small puffs",
    ),
    "flyer": (
        "Feathers, scales or membranes flex at every stroke",
        "Each wing beat sends a shiver through the air around it",
        "The body stays level while the wings do the work",
    ),
    "swimmer": (
        "Light ripples over the body and breaks into moving nets",
        "Every stroke leaves a curl of disturbed water behind",
    ),
    "waterbird": (
        "Rings widen around the breast and break against each other",
        "Each feather lies exact, and water runs off in single drops",
    ),
    "person": (
        "Small gestures tell the story: a grip that tightens, a glance to the side",
        "Cloth follows every movement a moment later",
        "The face stays readable, with the eyes as its brightest point",
        "Hands are busy and exact in the foreground",
        "The weight shifts from one foot to the other before each move",
    ),
    "insect": (
        "Tiny hairs and joints show at every movement",
        "Feelers test the way the whole time",
    ),
    "machine": (
        "Joints and cables move in sequence, each part answering the one before",
        "Small status lights blink along the casing",
    ),
    "thing": (
        "Every movement is continuous, with weight and follow-through",
        "The action begins in the first frame and carries through to the last",
        "Fine texture shows wherever the light falls",
        "Foreground and background move at different rates and give the picture depth",
    ),
}

EMBODIMENTS: tuple[str, ...] = (
    "a single lit window in a sleeping town",
    "an empty chair that faces the sea",
    "two sets of footprints that part on a long beach",
    "a paper boat that crosses a wide pond",
    "a door left ajar at the end of a long corridor",
    "a thread that unwinds from an old coat",
    "a swing that still moves after someone has left",
    "a candle that burns down beside an open book",
    "a tree that grows through the floor of an old house",
    "a figure who walks against the flow of people",
    "a hand that lets go of a kite string",
    "a clock without hands on a station wall",
)
OPENINGS: tuple[str, ...] = (
    "The shot opens on {concept}",
    "The scene shows {concept}",
    "The frame holds {concept}",
    "We see {concept}",
    "In the middle of the frame we see {concept}",
)
