"""What to change in a prompt for each kind of finding: sentences from mild to emphatic.

Each remedy says what shall be seen or heard, in the affirmative: video models follow "the light
stays constant", and overlook the "no" in "no flicker".
"""

from dataclasses import dataclass

from mas.agents.english import listed
from mas.language import CAMERA_MOVES, read, wording
from mas.nouns import Finding

_PALETTE = (
    "{All} {fill} the sky, {a} tints the light, and the ground reflects {all}",
    "{All} {cover} most of the picture: the sky is {a}, the shadows are {b}, and the light that falls on the subject is {a}",
    "the whole frame is washed in {all}, from the {a} background to the {b} foreground, and every surface takes on {all}",
    "Everything is {all}: a {a} sky, {b} light, {a} ground and {b} reflections",
)
_CAMERA_EXTRA = (
    "",
    ", in one continuous, clearly visible move",
    ", so far that the view at the end has little in common with the view at the start",
    ", and this one move is the main event of the shot",
)
_STILL = (
    "",
    ", locked on a tripod",
    ", and only the subject moves",
    ", as fixed as a painting on a wall",
)
_SENTENCES: dict[str, tuple[str, ...]] = {
    "motion.too_slow": (
        "Everything in the frame is in quick, energetic motion, from the subject to the background",
        "The subject crosses the whole width of the frame with fast, large movements, and the surroundings rush past",
        "Rapid, powerful movement fills every second, near and far",
    ),
    "motion.too_fast": (
        "Every movement is slow and unhurried, and most of the frame rests",
        "Only small, slow movements pass through the frame, each with time to finish",
        "The scene is almost at rest; one thing at a time moves, slowly",
    ),
    "motion.missing": (
        "Something moves in every part of the frame, near and far",
        "The subject and the background move without a pause, large and plain to see",
    ),
    "exposure.dark": (
        "Enough light falls on the scene to read every shape, and the shadows stay open",
        "A strong key light lifts the subject well out of the shadows, and a fill light opens the rest",
        "The exposure is raised until the darkest corner still shows its texture",
    ),
    "exposure.bright": (
        "The light is held back, so that highlights keep their texture and most tones sit in the middle",
        "The exposure is lowered well below the highlights, and shade covers a good part of the frame",
        "Only a few small highlights remain, and everything else rests in middle tones",
    ),
    "exposure.clipped": (
        "Highlights and shadows both keep their texture, with an even range of tones in between",
        "The contrast is low enough that no part of the frame loses its texture",
        "Diffuse light flattens the extremes, and middle tones fill the frame",
    ),
    "sharpness.soft": (
        "Edges are crisp and textures finely drawn, in sharp focus from front to back",
        "Deep focus holds every line needle-sharp, with fine texture on every surface",
        "Hard, clear edges and dense, small detail fill the whole frame",
    ),
    "flicker.high": (
        "The light stays constant from frame to frame, and tones change only where something moves",
        "One steady light source burns evenly through the whole shot",
    ),
    "frozen.frames": (
        "Something moves in every single frame, continuously from the first to the last",
        "The motion never pauses: the subject, the air and the background all keep moving",
    ),
    "duplicate.frames": (
        "Each frame differs from the one before, in one smooth, continuous flow of motion",
        "Movement runs on without a pause or a repeat until the last frame",
    ),
    "black.frames": (
        "The picture is fully lit and visible from the very first frame to the very last",
        "Light is present in every frame, without a fade at the start or the end",
    ),
    "audio.clipped": (
        "The sound stays at an even, moderate level, well below distortion",
        "The sound is recorded from a distance, round and clean",
    ),
    "size.wrong": (
        "The composition fills the frame from edge to edge",
        "The picture reaches every edge of the frame",
    ),
    "duration.wrong": (
        "The shot runs its full length as one unbroken take",
        "One long take carries the action through to its end",
    ),
    "text.visible": (
        "Every surface in the picture is free of lettering",
        "Walls, signs and objects are plain and unmarked",
    ),
}
_SOUND = (
    "the soundtrack is present from the first second: {all}, clearly heard",
    "{All} can be heard throughout, close and full, from the first frame to the last",
    "loud and clear, {all} fill the soundtrack without a gap",
)
# What a failing picture shows, for the negative prompt.
NEGATIVES: dict[str, str] = {
    "flicker.high": "flicker", "frozen.frames": "still image, freeze frame",
    "duplicate.frames": "stuttering, repeated frames", "black.frames": "black frames, fade to black",
    "sharpness.soft": "soft focus, blur", "exposure.dark": "underexposed",
    "exposure.bright": "overexposed", "exposure.clipped": "blown highlights, crushed blacks",
    "audio.clipped": "distorted audio", "text.visible": "text, lettering",
    "audio.silent": "silence", "audio.missing": "silence",
}  # fmt: skip
# Words that work against a remedy, and what replaces them in the rest of the prompt.
SWAPS: dict[str, tuple[tuple[str, str], ...]] = {
    "motion.too_slow": (("slowly ", "swiftly "), ("every movement is unhurried", "every movement is quick and energetic")),
    "motion.too_fast": (("swiftly ", "slowly "), ("every movement is quick and energetic", "every movement is unhurried")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change: `dimension` ("camera", "palette" ...) says which sentence it takes the place of.

    `first` puts it before everything else.
    """

    dimension: str
    sentence: str
    first: bool = False


def dimension_of(finding: Finding) -> str:
    """What a finding is about: findings of one dimension are answered by one sentence."""
    family = finding.kind.split(".")[0]
    if family in {"palette", "camera"}:
        return family
    return "sound" if finding.kind in {"audio.missing", "audio.silent"} else finding.kind


def earlier_sentences(dimension: str) -> frozenset[str]:
    """Sentences that earlier remedies of a dimension may have left, without their full stop."""
    return frozenset(_SENTENCES.get(dimension, ()))


def remedy(findings: tuple[Finding, ...], level: int, sounds: tuple[str, ...]) -> Remedy:
    """Return the change for findings of one dimension; `level` 0 is the mildest.

    Args:
        findings: one or more findings of the same dimension (several missing colours).
        level: 0, 1, 2 ...: how often milder changes did not help.
        sounds: the sounds that the shot asks for.
    """
    finding = findings[0]
    if finding.kind.startswith("palette."):
        return _palette(findings, level)
    if finding.kind.startswith("camera."):
        return _camera(finding, level)
    if dimension_of(finding) == "sound":
        everything = listed([wording.SOUND_PHRASES[s][0] for s in sounds] or ["a steady ambience"])
        text = _SOUND[level % len(_SOUND)]
        return Remedy("sound", text.format(all=everything, All=everything))
    if finding.kind in _SENTENCES:
        options = _SENTENCES[finding.kind]
        return Remedy(finding.kind, options[level % len(options)])
    return Remedy(finding.kind, _advice(finding, level))


def _palette(findings: tuple[Finding, ...], level: int) -> Remedy:
    colours = list(dict.fromkeys(c for f in findings for c in read(f.wanted).colours))
    if not colours:
        return Remedy("palette", _advice(findings[0], level))
    everything, several = listed(colours), len(colours) > 1
    text = _PALETTE[level % len(_PALETTE)].format(
        a=colours[0], b=colours[-1], all=everything, All=everything,
        fill="fill" if several else "fills", cover="cover" if several else "covers",
    )  # fmt: skip
    return Remedy("palette", text)


def _camera(finding: Finding, level: int) -> Remedy:
    move = finding.wanted.strip().lower().replace(" ", "_").replace("-", "_")
    if move not in CAMERA_MOVES:
        move = (*read(finding.wanted).camera, "")[0]
    if not move:
        return Remedy("camera", _advice(finding, level), first=level > 0)
    extra = _STILL if move == "static" else _CAMERA_EXTRA
    return Remedy("camera", wording.CAMERA_PLAIN[move] + extra[level % len(extra)], first=level > 0)


def _advice(finding: Finding, level: int) -> str:
    """The judge's own advice; said again with what is wanted when it did not help."""
    advice = finding.advice.strip().rstrip(".") or f"show {finding.wanted} plainly"
    return advice if level == 0 else f"{advice}: {finding.wanted}, plain to see in every frame"
