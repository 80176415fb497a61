"""Whatever is given, a report comes out, and what the report says can be trusted."""

import re
from contextlib import nullcontext

import pytest
from hypothesis import given

from askfirst import InvalidDocument, Report, check, read
from askfirst.model.findings import Position
from askfirst.reading import locate, read_value
from askfirst.vocabulary import CODES
from tests.consistency.shipped import Json
from tests.property.damaged import any_bytes, any_values
from tests.property.effort import MANY
from tests.property.mutations import mutated_documents

LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
#: Codes about a text as a whole; all others of their family are about the document they stand in.
OF_TEXTS = frozenset(f"AF{number:03}" for number in (1, 2, 3, 4, 8, 9, 10, 11, 12, 14, 15))
POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*)*", re.DOTALL)


def everything_said(report: Report) -> list[object]:
    """Return what every part of a report answers, so that each of them is asked."""
    documents = [(one.kind, one.id, one.sha256, one.document) for one in report.documents]
    return [report.conforms, report.document, *documents]


def ends(position: Position | None) -> list[tuple[int, int]]:
    assert position is not None
    return [(position.line, position.column), (position.end_line, position.end_column)]


def places(text: str) -> set[tuple[int, int]]:
    """Return every line and column of a text, and the end."""
    lines = LINES.findall(text) or [""]
    after = (len(lines) + 1, 1) if lines[-1].endswith(("\r", "\n")) else (1, 1)
    columns = [range(1, len(line) + 2) for line in lines]
    return {after, *((n, column) for n, line in enumerate(columns, 1) for column in line)}


class TestAnyBytes:
    """Any bytes in give a document, findings, or an error of AskFirst's own out, and never another failure, an endless run or unbounded memory."""  # noqa: E501 - as it stands there

    @MANY
    @given(any_bytes())
    def test_bytes_give_a_report(self, data: bytes) -> None:
        assert everything_said(check(data))

    @MANY
    @given(any_values())
    def test_a_value_gives_a_report(self, value: Json) -> None:
        assert everything_said(check({"askfirst": value}))

    @MANY
    @given(any_values())
    def test_a_value_in_the_place_of_a_document_gives_a_report(self, value: Json) -> None:
        assert everything_said(check(value if isinstance(value, dict) else {"type": value}))

    @MANY
    @given(any_bytes())
    def test_bytes_give_a_document_or_our_own_error(self, data: bytes) -> None:
        report = check(data)
        with nullcontext() if report.document else pytest.raises(InvalidDocument):
            assert read(data) == report.document


class TestReports:
    """A Reader MUST report, and not fail, whatever the bytes are."""

    @MANY
    @given(any_bytes())
    def test_what_does_not_conform_has_a_finding(self, data: bytes) -> None:
        report = check(data)

        assert report.conforms or report.findings

    @MANY
    @given(any_bytes())
    def test_a_report_that_conforms_holds_documents_that_do(self, data: bytes) -> None:
        report = check(data)

        assert not report.conforms or report.documents
        assert not report.conforms or all(one.conforms for one in report.documents)


class TestWholeTexts:
    """A document in a text with a finding of the severity error that belongs to none of its documents does not conform either."""  # noqa: E501 - as it stands there

    @MANY
    @given(any_bytes())
    def test_no_document_conforms_in_a_text_with_a_fault_of_its_own(self, data: bytes) -> None:
        report = check(data)
        ours = [one for one in report.documents if one.conforms]

        assert not ours or OF_TEXTS.isdisjoint(finding.code for finding in report.findings)


class TestTheSameAgain:
    """A Decider MUST give the same answer for the same arguments."""

    @MANY
    @given(any_bytes())
    def test_a_second_look_finds_the_same(self, data: bytes) -> None:
        assert check(data).findings == check(data).findings


class TestOrder:
    """Findings are sorted by position, then by code."""

    @MANY
    @given(any_bytes())
    def test_findings_are_sorted(self, data: bytes) -> None:
        found = [(ends(one.position)[0], one.code) for one in check(data).findings]

        assert found == sorted(found)


class TestPositions:
    """Lines and columns count from 1, and columns count code points."""

    @MANY
    @given(any_bytes())
    def test_every_position_is_a_place_in_the_text(self, data: bytes) -> None:
        text = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
        found = [end for one in check(data).findings for end in ends(one.position)]

        assert set(found) <= places(text)

    @MANY
    @given(any_bytes())
    def test_no_position_ends_before_it_starts(self, data: bytes) -> None:
        found = [ends(one.position) for one in check(data).findings]

        assert found == [sorted(both) for both in found]


class TestCodes:
    """The severity belongs to the code."""

    @MANY
    @given(any_bytes())
    def test_every_finding_has_a_code_that_exists(self, data: bytes) -> None:
        found = check(data).findings

        assert [one.severity for one in found] == [CODES[one.code] for one in found]


class TestPointers:
    """The pointer is relative to the file."""

    @MANY
    @given(any_bytes())
    def test_every_pointer_is_one(self, data: bytes) -> None:
        assert [one for one in check(data).findings if not POINTER.fullmatch(one.pointer)] == []

    @given(mutated_documents())
    def test_every_pointer_leads_to_something(self, named: tuple[str, Json]) -> None:
        root = read_value(named[1]).root
        pointers = [finding.pointer for finding in check(named[1]).findings]

        assert root is not None
        assert [pointer for pointer in pointers if locate(root, pointer) is None] == []
