"""The generated documents conform, and they leave no member out."""

import pytest
from hypothesis import find, given, settings
from hypothesis.strategies import SearchStrategy

from askfirst import check
from askfirst.model.findings import Finding
from askfirst.schema.reference import violations
from askfirst.vocabulary import Severity
from tests.consistency.shipped import Json, document_schemas
from tests.property.strategies import consents, declarations, documents, releases, withdrawals

STRATEGIES = {
    "Declaration": declarations(),
    "Release": releases(),
    "Consent": consents(),
    "Withdrawal": withdrawals(),
}
#: Every member at the top of every type of document.
MEMBERS = [
    (kind, member)
    for kind, root in document_schemas().items()
    for member in root.content["properties"]
]


def errors(document: Json) -> list[Finding]:
    return [one for one in check(document).findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES)
def test_a_generated_document_conforms(strategy: SearchStrategy[Json]) -> None:
    @given(strategy)
    def conforms(document: Json) -> None:
        assert errors(document) == []

    conforms()


@given(documents())
def test_a_generated_document_has_the_shape_of_its_type(document: Json) -> None:
    assert list(violations(document["type"].lower(), document)) == []


@pytest.mark.parametrize(("kind", "member"), MEMBERS)
def test_every_member_is_generated(kind: str, member: str) -> None:
    few = settings(max_examples=1000, database=None)
    find(STRATEGIES[kind], lambda document: member in document, settings=few)


@pytest.mark.parametrize(
    ("kind", "member"),
    [(kind, member) for kind, member in MEMBERS if member not in document_schemas()[kind].content["required"]],
)
def test_every_optional_member_is_left_out(kind: str, member: str) -> None:
    few = settings(max_examples=1000, database=None)
    find(STRATEGIES[kind], lambda document: member not in document, settings=few)
