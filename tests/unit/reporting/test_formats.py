"""Texts of strangers stay text in every format, and what has no place or no file is told too."""

import json
from xml.etree import ElementTree as ET

import pytest

import askfirst
from askfirst.model.findings import Fix, FixEdit, Position
from askfirst.reading import Text
from askfirst.reporting import FileReport, Results
from askfirst.reporting.descriptors import descriptor
from askfirst.reporting.formats import FORMATS, written
from askfirst.reporting.formats.uris import uri
from askfirst.reporting.listing import Diagnostic, Listing, Subject
from askfirst.reporting.listing.findings import listed
from askfirst.vocabulary import CODES, Severity
from tests.acceptance.vendors import github, gitlab

HOSTILE = '\x1b[2J\x07\u202e\x00]]>&<b a="\'">@you `x` [y](z) | #1 %0A\r\n::error::x\ud800 www.x'


def _listing(*diagnostics: Diagnostic, **more: tuple[str, ...]) -> Listing:
    return Listing("check", "a summary", [Subject("a", "a", diagnostics)], **more)


#: What an operating system hands over of a name that is no UTF-8.
PATH = HOSTILE.replace("\ud800", "\udcff")


def _hostile() -> Listing:
    one = Diagnostic(PATH, "AF103", Severity.ERROR, HOSTILE, HOSTILE, HOSTILE)
    return _listing(one, troubles=(HOSTILE,), remarks=(HOSTILE,))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_steers_a_terminal_is_written(name: str) -> None:
    text = written(name, _hostile())

    assert [one for one in text if not one.isprintable() and one != "\n"] == []


def test_xml_stays_xml() -> None:
    ET.fromstring(written("junit", _hostile()).encode())  # noqa: S314 - it is our own


def test_a_name_is_no_workflow_command() -> None:
    commands = github(written("github", _hostile()))

    assert [one.name for one in commands] == ["error", "error", "warning"]
    assert set(commands[1].properties) == {"file", "title"}


def test_a_name_is_no_markup() -> None:
    text = written("markdown", _hostile())

    assert "@you" not in text
    assert "](z)" not in text
    assert "<b" not in text
    assert "www." not in text


def test_json_stays_json() -> None:
    for name in ("sarif", "gitlab"):
        json.loads(written(name, _hostile()))


@pytest.mark.parametrize("name", FORMATS)
def test_a_value_that_was_parsed_already_has_no_positions(name: str) -> None:
    report = askfirst.check({"askfirst": "1.0.0", "type": "Polka"})

    text = written(name, listed(Results((FileReport("-", report),), 0)))

    assert "AF102" in text


def test_alike_findings_have_fingerprints_of_their_own() -> None:
    one = Diagnostic("a", "AF304", Severity.NOTE, "x", text=Text("a\n"))
    listing = _listing(one, one._replace(message="y"), one._replace(message="z"))

    assert len(gitlab(written("gitlab", listing))) == 3


def test_errors_come_before_notes() -> None:
    note = Diagnostic("a", "AF304", Severity.NOTE, "x")
    listing = _listing(*[note] * 3, note._replace(code="AF103", severity=Severity.ERROR))

    assert github(written("github", listing))[0].name == "error"
    assert (
        gitlab(written("gitlab", _listing(note, listing.diagnostics[-1])))[0]["check_name"]
        == "AF103"
    )


def test_an_error_around_documents_is_one_of_each() -> None:
    first = '{"askfirst": "1.0.0", "type": "Polka"}'
    report = askfirst.check(f"[{first}, {first},]")

    listing = listed(Results((FileReport("a.json", report),), 0))

    around = [one for one in report.findings if one.code == "AF003"]
    assert [one.code for one in listing.diagnostics].count("AF003") == len(around)
    assert all("AF003" in {d.code for d in one.diagnostics} for one in listing.subjects)


@pytest.mark.parametrize("code", [*CODES, "widened", "narrowed", "changed", "prohibited"])
def test_every_code_has_a_page(code: str) -> None:
    about = descriptor(code)

    assert about.title
    assert about.page
    assert "```yaml " not in about.page


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("a/b.yaml", "a/b.yaml"),
        ("a:b", "a%3Ab"),
        ("ä?#", "%C3%A4%3F%23"),
        ("a\\b", "a%5Cb"),
        ("/a b", "file:///a%20b"),
        ("C:/a", "file:///C%3A/a"),
    ],
)
def test_a_path_is_a_reference(path: str, reference: str) -> None:
    assert uri(path) == reference


def test_a_fix_is_a_replacement_at_its_place() -> None:
    text = Text("a: 1\n🎵b: no\n")
    fix = Fix(safe=True, edits=(FixEdit(5, 7, "c"), FixEdit(9, 11, '"no"')))
    one = Diagnostic("a", "AF006", Severity.ERROR, "x", "y", "", Position(2, 5, 2, 7), text, fix)

    (result,) = json.loads(written("sarif", _listing(one)))["runs"][0]["results"]

    first, second = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert first["deletedRegion"] == _region(2, 1, 2, 3)
    assert second == {"deletedRegion": _region(2, 5, 2, 7), "insertedContent": {"text": '"no"'}}


def _region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return dict(zip(names, (line, column, end_line, end_column), strict=True))


def test_github_takes_columns_for_one_line_only() -> None:
    one = Diagnostic("a", "AF103", Severity.ERROR, "x", position=Position(1, 2, 3, 4))

    (command,) = github(written("github", _listing(one)))

    assert set(command.properties) == {"file", "line", "endLine", "title"}
