"""Every assertion of the schemas is broken by a document under examples/fail."""

from collections.abc import Iterator

import pytest

from askfirst.schema.reference import violations
from tests.consistency.broken import broken
from tests.consistency.shipped import Json, Place, common, document_schemas

#: What a value can break. A part of `anyOf`, `oneOf`, `not`, `propertyNames`, `if` or `contains`
#: is none by itself: the keyword around it is broken or not.
ASSERTIONS = (
    *(
        "type",
        "const",
        "required",
        "oneOf",
        "anyOf",
        "not",
        "additionalProperties",
        "propertyNames",
    ),
    *("minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems"),
)
MAPS, LISTS = ("properties", "patternProperties", "$defs"), ("allOf",)
SINGLE = ("items", "then", "else")

TRUST = Place("https://w3id.org/askfirst/1.0/trust.schema.json")

#: Assertions that no value can break, each for a reason.
UNBREAKABLE = {
    (common("proofs") / "then" / "type").address: "the `if` before it already says so",
    **{
        (root / "type").address: "what is no object names no type, and no schema is asked"
        for root in (*document_schemas().values(), TRUST)
    },
}


def assertions() -> list[str]:
    files = [place.file for place in (*document_schemas().values(), TRUST, common("use"))]
    return [address for file in files for address in _asserted(Place(file))]


def _asserted(place: Place) -> Iterator[str]:
    said = [word for word in ASSERTIONS if place.content.get(word, []) != []]
    yield from ((place / word).address for word in said)
    for part in _parts(place):
        yield from _asserted(part)


def _parts(place: Place) -> Iterator[Place]:
    yield from (place / word / name for word in MAPS for name in _inside(place, word))
    yield from (place / word / n for word in LISTS for n in range(len(_inside(place, word))))
    yield from (place / word for word in SINGLE if word in place.content)


def _inside(place: Place, word: str) -> Json:
    return place.content.get(word, ())


@pytest.fixture(scope="module")
def covered() -> set[str]:
    """Return the addresses of the assertions that the examples break."""
    return {found for name, document in broken() for found, _, _ in violations(name, document)}


def test_every_assertion_is_broken_by_an_example(covered: set[str]) -> None:
    missing = sorted(set(assertions()) - covered - set(UNBREAKABLE))
    assert missing == [], "\n".join(["no example under examples/fail breaks", *missing])


def test_every_broken_assertion_is_known(covered: set[str]) -> None:
    assert covered - set(assertions()) == set()


def test_what_cannot_be_broken_is_an_assertion_that_no_example_breaks(covered: set[str]) -> None:
    assert set(UNBREAKABLE) <= set(assertions()) - covered
