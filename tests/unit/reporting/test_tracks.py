"""The tracks of a Release are named: in findings, in the summary, in JSON."""

import json
from pathlib import Path

from askfirst import check
from askfirst.reporting import FileReport, Results, text
from askfirst.reporting.json import report
from askfirst.reporting.tracks import in_track
from tests.consistency.shipped import Json

EXAMPLES = Path(__file__).parents[3] / "examples"


def results(value: Json) -> Results:
    return Results((FileReport("askfirst.json", check(value)),), 0)


def release(**members: object) -> Json:
    found: Json = json.loads((EXAMPLES / "pass/release-folder/askfirst.json").read_bytes())
    return {**found, **members}


def test_a_release_is_listed_by_title() -> None:
    shown = text.full(results(release()))
    assert "3 tracks: 1. Paper Lanterns; 2. Attic (Interlude); 3. Ferry\n" in shown
    assert "Ferry" not in text.full(results(release()), quiet=True)


def test_a_long_release_is_cut() -> None:
    tracks = [{"title": f"T{n}", "artists": ["A"], "isrc": "SEXYZ2600012"} for n in range(14)]
    shown = text.full(results(release(tracks=tracks)))
    assert "12. T11; and 2 more" in shown
    assert "T12" not in shown


def test_a_finding_says_in_which_track_it_is() -> None:
    tracks = [{"title": "One", "artists": ["A"], "isrc": "SEXYZ2600012"}, {"title": "Two\x1b[2J"}]
    file = FileReport("askfirst.json", check(release(tracks=tracks)))
    places = {finding.pointer: in_track(file, finding) for finding in file.report.findings}
    assert places["/tracks/1"].startswith(" (track 2. Two")
    assert "\x1b" not in places["/tracks/1"]


def test_what_is_in_no_track_says_nothing() -> None:
    file = FileReport("askfirst.json", check(release(tracks="none", askAt="nowhere")))
    assert {in_track(file, finding) for finding in file.report.findings} == {""}


def test_json_names_the_declarations_that_the_tracks_expand_to() -> None:
    written = json.loads(report(results(release(id="urn:x:1"))))
    (document,) = written["files"][0]["documents"]
    assert document["tracks"][1] == {"id": "urn:x:1#/tracks/1", "title": "Attic (Interlude)"}
