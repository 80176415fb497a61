"""A document conforms, has a value of the model and can be read, or none of the three."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from askfirst import AskFirstError, InvalidDocument, check, read
from askfirst.checking.kinds import kind_of
from askfirst.model.findings import Finding
from askfirst.rules import Part
from askfirst.rules import check as check_rules
from askfirst.schema.reference import violations
from askfirst.vocabulary import DocumentType, Severity
from tests.consistency.broken import faulty_files, severity
from tests.consistency.changes import at, members_in, without
from tests.consistency.shipped import Json
from tests.property.damaged import any_bytes
from tests.property.documents import documents
from tests.property.mutations import mutated_documents
from tests.property.writing import json_texts

ERRORS = [file for file in faulty_files() if severity(file) is Severity.ERROR]
WRAPPED = [
    '{"title": "x", "askfirst": %s}',
    '{"askfirst": [%s]}',
    "[%s]",
    '{"a": [{"askfirst": %s}]}',
]

each_error = pytest.mark.parametrize(
    "file", ERRORS, ids=lambda file: f"{file.parent.name}/{file.name}"
)


def is_read(data: bytes) -> bool:
    try:
        return bool(read(data))
    except InvalidDocument:
        return False


def errors(kind: DocumentType, value: Json) -> list[Finding]:
    found = check_rules(kind, Part(value))
    return [one for one in found if one.severity is Severity.ERROR]


@st.composite
def incomplete_documents(draw: DrawFn) -> Json:
    """Return a document that lacks one member that its schema requires."""
    document = draw(documents())
    incomplete = without(document, draw(st.sampled_from(list(members_in(document)))))
    broken = [location for location, _, _ in violations(document["type"].lower(), incomplete)]
    assume(any(location.endswith("/required") for location in broken))
    return incomplete


@st.composite
def doubled_texts(draw: DrawFn) -> str:
    """Return the JSON text of a document in which one member stands twice, however spelled."""
    document = draw(documents())
    route = draw(st.sampled_from(list(members_in(document))))
    around = at(document, route[:-1])
    around[f"{route[-1]}\ue123"] = draw(st.sampled_from([around[route[-1]], None, {}, "x"]))
    escaped = f"\\u{ord(str(route[-1])[0]):04x}{str(route[-1])[1:]}"
    spelled = draw(st.sampled_from([str(route[-1]), escaped]))
    text: str = draw(json_texts(document))
    marked = json.dumps(f"{route[-1]}\ue123", ensure_ascii="\\ue123" in text)
    return text.replace(marked, f'"{spelled}"')


class TestReading:
    """A document conforms when no finding of the severity error (section 9) is true of it."""

    @given(any_bytes())
    def test_what_is_read_is_what_conforms(self, data: bytes) -> None:
        report = check(data)
        assume(len(report.documents) < 2)

        assert is_read(data) == report.conforms

    @given(mutated_documents())
    def test_a_document_conforms_if_it_has_its_shape_and_keeps_the_rules(
        self, named: tuple[str, Json]
    ) -> None:
        found = kind_of(named[1])
        kind = found if isinstance(found, DocumentType) else DocumentType(named[0].title())
        clean = not any(violations(kind.lower(), named[1])) and not errors(kind, named[1])

        assert check(named[1]).conforms == clean

    @given(mutated_documents())
    def test_a_document_that_conforms_has_a_value_of_the_model(
        self, named: tuple[str, Json]
    ) -> None:
        report = check(named[1])

        assert (report.document is not None) == report.conforms

    @given(documents())
    def test_the_value_is_of_the_type_that_the_document_names(self, document: Json) -> None:
        assert type(read(document)).__name__ == document["type"]


class TestRequiredMembers:
    """An object MUST hold every member that this specification requires of it."""

    @given(incomplete_documents())
    def test_a_document_that_lacks_one_does_not_conform(self, document: Json) -> None:
        assert not check(document).conforms


class TestNamesThatStandTwice:
    """A member name MUST NOT stand twice in one object."""

    @given(doubled_texts())
    def test_a_second_member_of_one_name_is_found(self, text: str) -> None:
        assert "AF004" in {finding.code for finding in check(text).findings}

    @given(doubled_texts())
    def test_no_document_with_one_conforms(self, text: str) -> None:
        assert not any(one.conforms for one in check(text).documents)


class TestBrokenDocuments:
    """A Reader MUST report a finding of the severity error for every document that does not conform."""  # noqa: E501 - as it stands there

    @each_error
    def test_an_example_of_an_error_does_not_conform(self, file: Path) -> None:
        report = check(file.read_bytes())

        assert not report.conforms
        assert not report.document

    @each_error
    @pytest.mark.parametrize("around", WRAPPED)
    def test_nor_does_it_inside_other_json(self, file: Path, around: str) -> None:
        before, _, after = around.partition("%s")
        report = check(before.encode() + file.read_bytes() + after.encode())

        assert not report.conforms
        assert report.document is None

    @each_error
    def test_nobody_reads_it(self, file: Path) -> None:
        with pytest.raises(AskFirstError):
            read(file.read_bytes())
