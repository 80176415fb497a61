"""A scan is shown so that it fits a screen, and written so that programs can read it."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from askfirst.authoring.coverage import Site
from askfirst.authoring.drift import Drift
from askfirst.authoring.scanning import Cover, Faulty, Scanned, State
from askfirst.model.findings import Finding, Position
from askfirst.reporting.scan import Scan, text
from askfirst.reporting.scan_json import as_json
from askfirst.vocabulary import DriftCode
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place

SCHEMA = Place("https://w3id.org/askfirst/1.0/scan.schema.json")
NONE = Drift(DriftCode.NOT_DECLARED, "no declaration", "make one")
NOTE = Drift(DriftCode.OTHER_TITLE, "another title", None, "askfirst.yaml", "/tracks/0/title")
FAULT = Finding("AF301", "/permits/0", "stands twice", None, Position(3, 5, 3, 9))
COVER = Cover(Site.FOLDER, "askfirst.yaml", "", "urn:a", "a" * 64, conforms=True)


def undeclared(path: str) -> tuple[str, Scanned]:
    return path, Scanned(path.rpartition("/")[2], State.NOT_DECLARED, drifts=(NONE,))


def declared(path: str, *drifts: Drift) -> tuple[str, Scanned]:
    return path, Scanned(path.rpartition("/")[2], State.DECLARED, (COVER,), drifts=drifts)


MANY = Scan(
    tuple(undeclared(f"album {n:02}/{m}.flac") for n in range(40) for m in range(9)),
    orphans=("x.flac.askfirst.yaml",),
)


def _json(scan: Scan) -> Json:
    value = json.loads(as_json(scan))
    validator(SCHEMA).validate(value)
    assert jsonschema_rs.is_valid(True, value)
    return value


def test_the_table_fits_a_screen() -> None:
    table = text(Scan((declared("a.flac"), *MANY.files))).splitlines()

    assert len([line for line in table if line.startswith(("album", ".", "and", "tog"))]) < 60
    assert max(map(len, table[-20:])) <= 80


def test_files_without_a_declaration_share_a_line_for_each_folder() -> None:
    shown = text(MANY)

    assert shown.count("AF801") == 40 + 1
    assert "album 00/: AF801 9 of 9 audio files" in shown
    assert "0.flac, 1.flac, 2.flac and 6 more" in shown


def test_those_with_most_to_do_come_first_and_the_rest_is_counted() -> None:
    shown = text(Scan((declared("a/1.flac"), *MANY.files)))

    assert "and 29 more folders" in shown


@pytest.mark.parametrize(
    ("scan", "conforms"),
    [
        (Scan((declared("a.flac"),)), True),
        (Scan((declared("a.flac", NOTE),)), True),
        (Scan((undeclared("a.flac"),)), False),
        (Scan((declared("a.flac"),), troubles=("x: no",)), False),
        (Scan((declared("a.flac"),), (Faulty(Site.FOLDER, "askfirst.yaml", (FAULT,)),)), False),
        (Scan((declared("a.flac"),), orphans=("b.flac.askfirst.yaml",)), True),
    ],
)
def test_a_library_conforms_if_every_file_is_declared_without_error(
    scan: Scan, conforms: bool
) -> None:
    assert scan.conforms is conforms
    assert _json(scan)["conforms"] is conforms


def test_a_fault_of_a_license_file_has_its_line_and_one_in_a_tag_has_none() -> None:
    inside = Faulty(Site.EMBEDDED, "ID3", (FAULT,))
    file = ("a.mp3", Scanned("a.mp3", State.INVALID, faulty=(inside,)))
    scan = Scan((file,), (Faulty(Site.FOLDER, "askfirst.yaml", (FAULT,)),))

    assert text(scan).splitlines()[:2] == [
        "askfirst.yaml:3:5: AF301 stands twice",
        "a.mp3: AF301 stands twice (ID3 in the file)",
    ]
    assert [one.get("place") for one in _json(scan)["findings"]] == [None, "ID3"]


def test_quiet_shows_errors_alone() -> None:
    scan = Scan((declared("a.flac", NOTE), undeclared("b.flac")), orphans=("c.askfirst.yaml",))

    assert [line for line in text(scan, quiet=True).splitlines() if "AF8" in line] == [
        "b.flac: AF801 no declaration"
    ]


def test_what_strangers_wrote_cannot_steer_a_terminal() -> None:
    drift = NOTE._replace(message="\x1b[2J", help="\x07", place="\x1b]0;")
    scan = Scan((declared("\x1b[2J/\u202e.flac", drift), undeclared("\x1b[1m/a.flac")))

    assert text(scan).replace("\n", "").isprintable()


def test_json_names_states_and_counts_them() -> None:
    value = _json(Scan((declared("a.flac", NOTE), undeclared("b.flac")), hidden=1))

    assert [one["state"] for one in value["files"]] == ["declared", "not-declared"]
    assert value["counts"]["notDeclared"] == value["passedOver"]["hidden"] == 1
    assert [(one["path"], one["code"]) for one in value["findings"]] == [
        ("a.flac", "AF807"),
        ("b.flac", "AF801"),
    ]


def test_a_name_that_is_no_text_is_written_all_the_same(tmp_path: Path) -> None:
    written = as_json(Scan((declared("\udcff.flac"),)))

    assert (tmp_path / "scan.json").write_text(written, encoding="utf-8")
