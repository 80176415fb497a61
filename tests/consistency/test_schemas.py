"""Every schema is closed, explained, exemplified, portable, and written one way."""

import json
import re
from collections.abc import Callable

import jsonschema_rs
import pytest
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped] # it ships no types

from askfirst import resources
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place, reached, schemas

BASE = "https://w3id.org/askfirst/1.0/"
DIALECT = "https://json-schema.org/draft/2020-12/"
VOCABULARIES = ("core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation")

PLACES = [place for address in schemas() for place in Place(address).within()]
PROPERTIES = [place for place in PLACES if place.path[-2:-1] == ("properties",)]
PATTERNS = [place for place in PLACES if "pattern" in place.content and "not" not in place.path]


def places(found: list[Place]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test for each place; its address says which one it is."""
    marked: Callable[[Callable[..., None]], Callable[..., None]] = pytest.mark.parametrize(
        "place", found, ids=lambda place: place.address.removeprefix(BASE)
    )
    return marked


def keywords() -> set[str]:
    return {k for v in VOCABULARIES for k in REGISTRY.contents(f"{DIALECT}meta/{v}")["properties"]}


@pytest.mark.parametrize("address", schemas())
def test_a_schema_is_of_the_dialect_and_follows_it(address: str) -> None:
    assert schemas()[address]["$schema"] == f"{DIALECT}schema"
    jsonschema_rs.meta.validate(schemas()[address])


@places(PLACES)
def test_every_keyword_is_known(place: Place) -> None:
    assert set(place.content) - keywords() == set()


@pytest.mark.parametrize("file", sorted((resources.root() / "schemas/1.0").glob("*.json")), ids=str)
def test_a_file_has_its_address_and_is_written_one_way(file: Json) -> None:
    schema = json.loads(file.read_bytes())
    assert schema["$id"] == BASE + file.name
    assert file.read_text("utf-8") == json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


@places([place for place in PLACES if "properties" in place.content])
def test_an_object_is_closed_and_requires_only_what_it_knows(place: Place) -> None:
    assert "object" in _types(place)
    assert place.content["additionalProperties"] is False
    assert set(place.content.get("required", ())) <= set(place.content["properties"])


@places([place for place in PLACES if "$ref" in place.content])
def test_a_reference_leads_to_a_schema(place: Place) -> None:
    assert isinstance(place.target.content, dict)


@places(PROPERTIES)
def test_a_member_is_explained(place: Place) -> None:
    assert place.says("title")
    assert place.says("description").endswith(".")


@places(PROPERTIES)
def test_a_member_has_examples(place: Place) -> None:
    assert place.says("examples")


@places([place for place in PLACES if "examples" in place.content])
def test_an_example_is_valid(place: Place) -> None:
    errors = [list(validator(place).iter_errors(each)) for each in place.content["examples"]]
    assert errors == [[] for _ in errors]


@places([place for place in PROPERTIES if "$ref" in place.content])
def test_an_example_is_valid_where_it_is_inherited(place: Place) -> None:
    assert [e for e in place.says("examples") or () if not validator(place).is_valid(e)] == []


@places(PATTERNS)
def test_a_pattern_does_not_lean_on_the_end_of_the_text(place: Place) -> None:
    """In Python `$` also matches before a final line feed, in other languages it does not."""
    lengths = {len(example) for example in place.says("examples")}
    assert place.content["pattern"].startswith("^")
    assert place.content["type"] == "string"
    assert "pattern" in place.content.get("not", {}) or lengths == {place.content["maxLength"]}


@places(PATTERNS)
def test_a_line_feed_at_the_end_is_refused_by_every_engine(place: Place) -> None:
    longer = [f"{example}\n" for example in place.says("examples")]
    assert [text for text in longer if _python_takes(text, place.content)] == []
    assert [text for text in longer if validator(place).is_valid(text)] == []


def _python_takes(text: str, schema: Json) -> bool:
    forbidden = schema.get("not", {}).get("pattern", "(?!)")
    fits = len(text) <= schema.get("maxLength", len(text))
    return fits and bool(re.search(schema["pattern"], text)) and not re.search(forbidden, text)


@places(PATTERNS)
def test_a_pattern_names_its_characters(place: Place) -> None:
    """What `\\d`, `\\w`, `\\s` and the dot mean differs between languages."""
    text = place.content["pattern"] + place.content.get("not", {}).get("pattern", "")
    assert re.findall(r"\\[dDwWsSbB]|(?<!\\)\.(?![^[]*\])", text) == []


def test_no_number_stands_in_a_document() -> None:
    assert [place for place in reached() if {"number", "integer"} & set(_types(place))] == []


def _types(place: Place) -> list[str]:
    types = place.content.get("type", [])
    return types if isinstance(types, list) else [types]
