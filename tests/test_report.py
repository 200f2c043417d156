"""The report page, as a browser sees it from the disk."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mas.nouns import (
    Assembly,
    Assessment,
    Brief,
    Finding,
    Grade,
    Plan,
    Prompt,
    Score,
    Shot,
    ShotResult,
    ShotStatus,
    Take,
)
from mas.report.manifest import build_manifest
from mas.report.page import write_report
from mas.testing.clips import tiny_clip

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
DULL = Finding("palette.missing", "purple", "0.2 % of the picture", "fill the sky with purple", 0.6)
STATIC = Finding("camera.wrong", "pan_left", "static", "let the camera pan to the left", 0.4)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def take_of(shot_id: str, attempt: int, text: str, score: float, *findings: Finding) -> Take:
    judged = Score("signal", score, details={"temporal_flickering": 0.98765, "black_frames": 0})
    silent = Score("motion", None, reason="the prompt asks for no pacing")
    return Take(
        take_id=f"{shot_id}-{attempt}",
        shot_id=shot_id,
        attempt=attempt,
        prompt=Prompt(text, "text, watermark"),
        seed=100 + attempt,
        video=f"takes/{shot_id}-{attempt}.mp4",
        sha256="ab" * 32,
        renderer={"kind": "animatic", "server": "local"},
        scores=(judged, silent),
        assessment=Assessment(score, Grade.A if score > 0.8 else Grade.D, True, (), findings),
        write_s=0.1,
        render_s=2.0,
        grade_s=0.3,
    )


def failed(take: Take, error: str) -> Take:
    return replace(take, video=None, sha256=None, scores=(), assessment=None, error=error)


def refined(shot_id: str, title: str) -> ShotResult:
    """A shot whose second take was better."""
    first = take_of(shot_id, 1, "A griffin glides at dawn.", 0.4, DULL, STATIC)
    second = take_of(shot_id, 2, "A griffin glides under a purple sky at dawn.", 0.9)
    shot = Shot(shot_id, title, "a griffin")
    return ShotResult(shot, ShotStatus.ACCEPTED, (first, second), second.take_id)


def lost(shot_id: str, title: str) -> ShotResult:
    take = failed(take_of(shot_id, 1, "A stag of embers.", 0.0), "the server went away")
    shot = Shot(shot_id, title, "a stag")
    return ShotResult(shot, ShotStatus.FAILED, (take,), None, "no take could be rendered")


def production(folder: Path, *results: ShotResult, **facts: Any) -> dict[str, Any]:
    """Make the clips of a production in its folder, and return its manifest."""
    for result in results:
        for take in result.takes:
            if take.video:
                tiny_clip(folder / take.video, frames=8)
    plan = Plan(
        "series",
        facts.pop("title", "Mythical Guardians"),
        tuple(result.shot for result in results),
        rules=("every guardian carries a bronze bell",),
        assembly=Assembly(),
        say=("Three episodes, all in purple.",),
    )
    usual: dict[str, Any] = {
        "production_id": "p-guardians",
        "recipe": "series",
        "plan": plan,
        "brief": Brief("Create a Mythical Guardians series", user="ada", seed=42),
        "results": results,
        "weights": {"signal": 0.8, "motion": 0.2},
        "status": "complete",
        "started_at": NOON,
        "finished_at": NOON + timedelta(seconds=134),
        "config_sha256": "cd" * 32,
        "usage": {"takes": 3},
        "fallbacks": (),
        "learned": ("purple skies lift the palette score",),
        "film": None,
    }
    return build_manifest(**usual | facts)


def page_of(folder: Path, *results: ShotResult, **facts: Any) -> str:
    return write_report(folder, production(folder, *results, **facts)).read_text(encoding="utf-8")


# --- the text of the page ---------------------------------------------------


def test_the_page_loads_nothing_but_the_clips_beside_it(tmp_path: Path) -> None:
    page = page_of(tmp_path, refined("one", "The Griffin"))

    assert "http://" not in page
    assert "https://" not in page
    assert "url(" not in page
    assert 'href="./takes/one-2.mp4"' in page


def test_hostile_text_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> \"&' <img src=x onerror=alert(2)>"
    result = refined("one", hostile)
    takes = (*result.takes, failed(take_of("one", 3, hostile, 0.0), hostile))

    page = page_of(
        tmp_path,
        replace(result, takes=takes, reason=hostile),
        brief=Brief(hostile, user=hostile),
        title=hostile,
        learned=(hostile,),
        fallbacks=(hostile, {hostile: hostile}),
        recipe=hostile,
    )

    assert "<script" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_clip_that_is_gone_or_broken_is_said_to_be(tmp_path: Path) -> None:
    manifest = production(tmp_path, refined("one", "The Griffin"))
    (tmp_path / "takes" / "one-1.mp4").unlink()
    (tmp_path / "takes" / "one-2.mp4").write_bytes(b"not a clip")

    page = write_report(tmp_path, manifest).read_text(encoding="utf-8")

    assert "takes/one-1.mp4 is no longer here" in page
    assert page.count("No picture:") == 2


def test_a_paused_production_says_how_to_go_on(tmp_path: Path) -> None:
    page = page_of(tmp_path, refined("one", "The Griffin"), status="paused", finished_at=None)

    assert "python -m mas +recipe=resume production=p-guardians" in page


def test_a_finished_production_says_how_to_make_it_again(tmp_path: Path) -> None:
    page = page_of(tmp_path, brief=Brief("it's a griffin", user="ada", seed=42))

    command = """python -m mas +recipe=series brief='it'"'"'s a griffin' user=ada seed=42"""
    assert command.replace("'", "&#39;").replace('"', "&#34;") in page


# --- the page in a browser --------------------------------------------------


class Visit:
    """A browser on one report: what it said and what it asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._failed)

    def open(self, report: Path) -> Any:
        self.page.goto(report.as_uri())
        return self.page

    def _failed(self, request: Any) -> None:
        # The player stops reading a clip once it knows its length; that is no failure.
        if not (request.resource_type == "media" and request.failure == "net::ERR_ABORTED"):
            self.complaints.append(f"{request.url}: {request.failure}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"no browser is installed ({', '.join(BROWSERS)})")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Visit(page)
    page.close()


def test_a_whole_production_opens_without_a_complaint(visit: Visit, tmp_path: Path) -> None:
    tiny_clip(tmp_path / "film.mp4", frames=24)
    manifest = production(
        tmp_path, refined("one", "The Griffin"), lost("two", "The Stag"), film="film.mp4"
    )

    page = visit.open(write_report(tmp_path, manifest))
    page.wait_for_function("document.querySelector('video').readyState >= 1")

    assert visit.complaints == []
    assert all(url.startswith(("file:", "data:")) for url in visit.requests)
    assert page.evaluate("document.querySelector('video').videoWidth") == 96
    assert page.title() == "Mythical Guardians"
    headings = page.locator("h1, h2").all_inner_texts()
    assert headings == [
        "Mythical Guardians",
        "Film",
        "What was said",
        "Shots",
        "The Griffin",
        "The Stag",
        "What was learned",
        "What you can do next",
        "The production",
    ]


def test_every_picture_is_decoded_and_described(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(
        write_report(tmp_path, production(tmp_path, refined("one", "A"), refined("two", "B")))
    )

    widths = page.evaluate("Array.from(document.images, image => image.naturalWidth)")
    alts = page.evaluate("Array.from(document.images, image => image.getAttribute('alt'))")
    assert len(widths) == 6  # a still for each shot, a sheet for each take
    assert min(widths) > 0
    assert "Six frames of take 1 of A, from first to last" in alts


def test_a_take_shows_its_words_scores_and_findings(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(write_report(tmp_path, production(tmp_path, refined("one", "The Griffin"))))
    first, second = page.locator(".take").all()

    assert first.locator(".advice").all_text_contents() == [DULL.advice, STATIC.advice]
    assert "0.2 % of the picture" in first.inner_text()
    assert second.locator("p ins").all_inner_texts() == ["under a purple sky"]
    assert "kept" in second.locator("summary").first.inner_text()
    assert second.locator(".grade").first.inner_text().endswith("A partial")
    assert "animatic on local" in second.inner_text()


def test_a_score_opens_to_its_raw_measurements(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(write_report(tmp_path, production(tmp_path, refined("one", "The Griffin"))))
    score = page.locator(".take.kept .score").first

    assert not score.get_by_text("temporal_flickering").is_visible()
    score.locator("summary").click()

    assert score.get_by_text("temporal_flickering").is_visible()
    assert score.get_by_text("0.9877").is_visible()


def test_a_failed_take_shows_its_error_and_prompt(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(write_report(tmp_path, production(tmp_path, lost("two", "The Stag"))))

    assert page.get_by_text("the server went away").is_visible()
    assert page.get_by_text("A stag of embers.").is_visible()
    assert visit.complaints == []


def test_learning_without_shots_says_what_was_learned(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(write_report(tmp_path, production(tmp_path, title="Your style")))

    assert page.get_by_text("purple skies lift the palette score").is_visible()
    assert page.locator("video, img, .take").count() == 0
    assert visit.complaints == []


def test_a_long_production_unfolds_only_what_was_kept_or_lost(visit: Visit, tmp_path: Path) -> None:
    results = [refined(f"shot-{n}", f"Creature {n}") for n in range(7)]
    page = visit.open(
        write_report(tmp_path, production(tmp_path, *results, lost("stag", "The Stag")))
    )

    assert page.locator("nav a").count() == 8
    assert page.locator(".take[open]").count() == 8
    assert page.get_by_text("the server went away").is_visible()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_sticks_out_of_the_window(visit: Visit, tmp_path: Path, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    result = refined("one", "Thegriffinofthepasswhosenameneverends" * 4)
    manifest = production(tmp_path, result, learned=("a" * 300,))

    page = visit.open(write_report(tmp_path, manifest))

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_no_script_of_a_hostile_brief_runs(visit: Visit, tmp_path: Path) -> None:
    hostile = (
        "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    )
    manifest = production(tmp_path, refined("one", hostile), brief=Brief(hostile), title=hostile)

    page = visit.open(write_report(tmp_path, manifest))

    assert page.title() == hostile
    assert page.locator("h1").inner_text() == hostile
    assert visit.complaints == []
