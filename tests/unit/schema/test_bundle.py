"""A bundled schema needs no other and says the same."""

import json
from typing import Any

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from askfirst.schema import NAMES
from askfirst.schema.bundle import bundle
from askfirst.schema.reference import violations
from askfirst.vocabulary import DocumentType
from tests.acceptance.fences import ROOT

DOCUMENTS = sorted(
    path for path in ROOT.glob("examples/*/*/*.json") if path.name != "findings.json"
)


def _references(schema: Any) -> list[str]:  # noqa: ANN401 - any part of a schema
    return [line for line in json.dumps(schema, indent=0).splitlines() if '"$ref"' in line]


@pytest.mark.parametrize("name", NAMES)
def test_a_bundle_refers_to_nothing(name: str) -> None:
    assert _references(bundle(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_bundle_stands_in_an_openapi_description(name: str) -> None:
    description = {
        "openapi": "3.1.0",
        "info": {"title": "Uploads", "version": "1"},
        "paths": {},
        "components": {"schemas": {"AskFirst": bundle(name)}},
    }

    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []


def _parsed(text: bytes) -> Any:  # noqa: ANN401 - any JSON value
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):  # what is no JSON, or holds half a character
        return None
    return value


@pytest.mark.parametrize("name", [kind.lower() for kind in DocumentType])
def test_a_bundle_takes_and_refuses_what_the_published_schema_does(name: str) -> None:
    values = [_parsed(path.read_bytes()) for path in DOCUMENTS]
    ours = [value for value in values if isinstance(value, dict)]
    alone = jsonschema_rs.Draft202012Validator(bundle(name), validate_formats=True)

    verdicts = [(not any(violations(name, value)), alone.is_valid(value)) for value in ours]

    assert [pair for pair in verdicts if pair[0] != pair[1]] == []
    assert {True, False} == {pair[0] for pair in verdicts}
