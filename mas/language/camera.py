"""Camera moves and the phrases that ask for them."""

CAMERA_MOVES: tuple[str, ...] = (
    "static", "pan_left", "pan_right", "tilt_up", "tilt_down", "zoom_in", "zoom_out",
    "dolly_in", "dolly_out", "orbit", "handheld",
)  # fmt: skip

_OPPOSITES = {
    "pan_left": "pan_right", "tilt_up": "tilt_down", "zoom_in": "zoom_out",
    "dolly_in": "dolly_out",
}  # fmt: skip
_OPPOSITES |= {value: key for key, value in _OPPOSITES.items()}

VOCABULARY: dict[str, str] = {
    "static camera": "static", "static shot": "static", "camera is static": "static",
    "locked off": "static", "locked camera": "static", "fixed camera": "static",
    "camera holds still": "static", "camera stays still": "static", "tripod": "static",
    "camera holds steady": "static", "camera remains still": "static",
    "pan left": "pan_left", "pans left": "pan_left", "panning left": "pan_left",
    "pans slowly left": "pan_left", "pans to the left": "pan_left", "pan to the left": "pan_left",
    "pans slowly to the left": "pan_left", "camera glides left": "pan_left",
    "pans gently to the left": "pan_left", "pans swiftly to the left": "pan_left",
    "pan right": "pan_right", "pans right": "pan_right", "panning right": "pan_right",
    "pans slowly right": "pan_right", "pans to the right": "pan_right",
    "pan to the right": "pan_right", "pans slowly to the right": "pan_right",
    "pans gently to the right": "pan_right", "pans swiftly to the right": "pan_right",
    "camera glides right": "pan_right", "slow pan": "pan_right", "camera pans": "pan_right",
    "panning shot": "pan_right", "panorama shot": "pan_right", "tracking shot": "pan_right",
    "pan": "pan_right",
    "tilt up": "tilt_up", "tilts up": "tilt_up", "tilting up": "tilt_up",
    "tilts slowly up": "tilt_up", "tilts upward": "tilt_up", "crane up": "tilt_up",
    "cranes up": "tilt_up", "rises upward": "tilt_up", "camera rises": "tilt_up",
    "tilts gently up": "tilt_up", "tilts swiftly up": "tilt_up",
    "tilt down": "tilt_down", "tilts down": "tilt_down", "tilting down": "tilt_down",
    "tilts slowly down": "tilt_down", "tilts downward": "tilt_down", "crane down": "tilt_down",
    "camera descends": "tilt_down", "cranes down": "tilt_down",
    "tilts gently down": "tilt_down", "tilts swiftly down": "tilt_down",
    "zoom in": "zoom_in", "zooms in": "zoom_in", "zooming in": "zoom_in",
    "zooms slowly in": "zoom_in", "slow zoom": "zoom_in", "zooms gently in": "zoom_in",
    "zooms swiftly in": "zoom_in",
    "zoom out": "zoom_out", "zooms out": "zoom_out", "zooming out": "zoom_out",
    "zooms slowly out": "zoom_out", "zooms gently out": "zoom_out", "zooms swiftly out": "zoom_out",
    "dolly in": "dolly_in", "dollies in": "dolly_in", "push in": "dolly_in", "pushes in": "dolly_in",
    "dollies slowly in": "dolly_in", "pushing in": "dolly_in", "moves closer": "dolly_in",
    "dollies forward": "dolly_in", "pushes slowly in": "dolly_in", "dolly forward": "dolly_in",
    "dollies gently in": "dolly_in", "dollies swiftly in": "dolly_in", "fly through": "dolly_in",
    "dolly out": "dolly_out", "dollies out": "dolly_out", "pull back": "dolly_out",
    "pulls back": "dolly_out", "pulling back": "dolly_out", "dollies slowly out": "dolly_out",
    "dollies gently out": "dolly_out", "dollies swiftly out": "dolly_out",
    "pulls slowly back": "dolly_out", "moves away": "dolly_out",
    "orbit": "orbit", "orbits": "orbit", "orbiting": "orbit", "circles around": "orbit",
    "arc shot": "orbit", "arcs around": "orbit", "revolves around": "orbit",
    "handheld": "handheld", "hand held": "handheld", "shaky camera": "handheld",
    "shaky cam": "handheld", "handheld camera": "handheld",
}  # fmt: skip


def opposite_move(move: str) -> str:
    """Return the move in the other direction; moves without one return "static"."""
    return _OPPOSITES.get(move, "static")
