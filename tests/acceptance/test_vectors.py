"""We answer every conformance vector as it expects, asked as a library."""

import json

import pytest

from askfirst.conformance import Vector, answer, load
from askfirst.conformance.judging import differences
from tests.acceptance.fences import ROOT

VECTORS = load(lambda path: (ROOT / "spec/1.0/conformance" / path).read_bytes())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_a_vector_is_answered_as_it_expects(vector: Vector) -> None:
    assert differences(vector, answer(json.loads(vector.line))) == ()
