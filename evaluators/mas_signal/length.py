"""Size and length of a clip against the asked format."""

from mas.nouns import Format
from mas.protocols import ClipFacts
from mas_signal.settings import TechnicalConfig
from mas_signal.verdict import Complaint, Detail, Part, ramp


def judge_format(
    config: TechnicalConfig, clip: ClipFacts, asked: Format | None, frames: int
) -> Part:
    """Judge the decoded size and length; without an asked format they are only reported."""
    duration_s = frames / clip.fps if clip.fps else clip.duration_s
    details: dict[str, Detail] = {
        "width": clip.width,
        "height": clip.height,
        "fps": round(clip.fps, 3),
        "frames": frames,
        "duration_s": round(duration_s, 3),
    }
    if asked is None:
        return Part(None, details)
    fits = (clip.width, clip.height) == (asked.width, asked.height)
    asked_s = asked.frames / asked.fps
    deviation = max(abs(duration_s / asked_s - 1), abs(clip.fps / asked.fps - 1))
    tolerance = config.duration_tolerance
    as_long = 1 - ramp(deviation, tolerance, 0.5 + tolerance)
    complaint = Complaint(min(as_long, 1.0 if fits else 0.3))
    if not fits:
        complaint.add(
            "size.wrong",
            wanted=f"{asked.width}x{asked.height}",
            measured=f"{clip.width}x{clip.height}",
            advice="render at the asked size",
        )
    if deviation > tolerance:
        complaint.add(
            "duration.wrong",
            wanted=f"{asked.frames} frames at {asked.fps} fps ({asked_s:.1f} s)",
            measured=f"{frames} frames at {clip.fps:g} fps ({duration_s:.1f} s)",
            advice="render the asked number of frames",
        )
    return Part(complaint.value, details, tuple(complaint.findings))
