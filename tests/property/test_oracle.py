"""Two implementations of the reading rules, written apart, give the same answers.

All of them: `pytest -m long tests/property/test_oracle.py`; without it, a seeded hundredth.
"""

import os
from random import Random

import pytest

from tests.property import naive
from tests.property.answers import answer, brief
from tests.property.worlds import world

SEED = int(os.environ.get("ASKFIRST_WORLDS_SEED", "20261122"))
ALL = 100_000
PARTS = 20


def differing(first: int, count: int) -> list[str]:
    """Return the worlds for which the two answers differ."""
    names = [f"{SEED}-{number}" for number in range(first, first + count)]
    return [name for name in names if not agree(name)]


def agree(name: str) -> bool:
    given = world(Random(name))  # noqa: S311 - it guards nothing
    expected = naive.decide(given.request, given.documents, at=given.at, assurance=given.assurance)
    leaves = {str(leaf): str(status) for leaf, status in expected["leaves"].items()}
    found = (expected["outcome"], leaves, frozenset(expected["missing"]))
    return brief(answer(given)) == found


@pytest.mark.parametrize("part", range(PARTS))
def test_a_hundredth_of_the_worlds(part: int) -> None:
    count = ALL // 100 // PARTS
    assert differing(part * count, count) == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_all_worlds(part: int) -> None:
    count = ALL // PARTS
    assert differing(part * count, count) == []
