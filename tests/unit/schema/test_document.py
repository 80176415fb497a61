"""One schema for every kind of document, which says nothing of its own."""

import json

import jsonschema_rs
import pytest

from askfirst.schema import load
from askfirst.schema.document import document_schema
from askfirst.vocabulary import Configuration, DocumentType

VALIDATOR = jsonschema_rs.validator_for(document_schema())
KINDS = [kind.value for kind in (*DocumentType, *Configuration)]


@pytest.mark.parametrize("kind", KINDS)
def test_it_takes_what_the_schema_of_the_type_takes(kind: str) -> None:
    for example in load(kind.lower())["examples"]:
        assert VALIDATOR.is_valid(example)
        assert VALIDATOR.is_valid([example, example])
        assert not VALIDATOR.is_valid({**example, "unknown": "x"})
        assert not VALIDATOR.is_valid([example, {**example, "unknown": "x"}])


@pytest.mark.parametrize("value", [{}, {"askfirst": "1.0.0"}, {"type": "Polka"}, "text", None])
def test_it_takes_nothing_else(value: object) -> None:
    assert not VALIDATOR.is_valid(value)


def test_it_needs_no_other_schema() -> None:
    references = json.dumps(document_schema()).count('"$ref"')

    assert references == json.dumps(document_schema()).count('"$ref": "#"') == 1
