"""The vectors about the trust file are those that are written by hand, and two readings agree."""

import json

import pytest

from tests.consistency.shipped import Json
from tests.consistency.trust_vectors import PATH, vectors
from tests.consistency.vectors import written
from tests.property import naive

VECTORS = json.loads(PATH.read_bytes())


def test_the_file_is_as_it_is_made() -> None:
    assert PATH.read_text(encoding="utf-8") == written(vectors()) + "\n"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["description"])
def test_the_naive_reading_expects_the_same(vector: Json) -> None:
    asked = {name: vector[name] for name in ("at", "assurance", "trust")}
    found = naive.decide(vector["request"], vector["documents"], **asked)
    expect = vector["expect"]
    missing = {(one["right"], one.get("holder"), one["use"]) for one in expect["missing"]}
    leaves = {leaf["use"]: leaf["outcome"] for leaf in expect["leaves"]}
    assert found == {"outcome": expect["outcome"], "leaves": leaves, "missing": missing}
