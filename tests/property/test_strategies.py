"""The generated documents conform, and every member is now there and now left out."""

from functools import cache

import pytest
from hypothesis import Phase, given, settings

from askfirst import check
from askfirst.model.findings import Finding
from askfirst.schema.reference import violations
from askfirst.vocabulary import Severity
from tests.consistency.shipped import Json, document_schemas
from tests.property.documents import STRATEGIES, documents

SCHEMAS = {kind: root.content for kind, root in document_schemas().items()}
MEMBERS = [(kind, name) for kind in SCHEMAS for name in SCHEMAS[kind]["properties"]]
OPTIONAL = [(kind, name) for kind, name in MEMBERS if name not in SCHEMAS[kind]["required"]]
#: Enough documents for every member to be there and to be missing, and always the same ones.
SOME = settings(max_examples=250, derandomize=True, database=None, phases=[Phase.generate])


@cache
def samples(kind: str) -> list[Json]:
    found = []

    @SOME
    @given(STRATEGIES[kind])
    def collect(document: Json) -> None:
        found.append(document)

    collect()
    return found


def errors(document: Json) -> list[Finding]:
    return [one for one in check(document).findings if one.severity is Severity.ERROR]


@given(documents())
def test_a_generated_document_conforms(document: Json) -> None:
    assert errors(document) == []


@given(documents())
def test_a_generated_document_has_the_shape_of_its_type(document: Json) -> None:
    assert list(violations(document["type"].lower(), document)) == []


@pytest.mark.parametrize(("kind", "name"), MEMBERS)
def test_every_member_is_generated(kind: str, name: str) -> None:
    assert [one for one in samples(kind) if name in one]


@pytest.mark.parametrize(("kind", "name"), OPTIONAL)
def test_every_optional_member_is_left_out(kind: str, name: str) -> None:
    assert [one for one in samples(kind) if name not in one]
