"""Two implementations of the reading rules, written apart, give the same answers.

Half of the worlds have a trust file. All of them: `pytest -m long tests/property/test_oracle.py`;
without it, a seeded hundredth.
"""

import os
from random import Random

import pytest

from tests.property.answers import answer, brief, naively
from tests.property.worlds import trusting_world, world

SEED = int(os.environ.get("ASKFIRST_WORLDS_SEED", "20261122"))
ALL = 100_000
PARTS = 20


def differing(first: int, count: int) -> list[str]:
    """Return the worlds for which the two answers differ."""
    numbers = range(first, first + count)
    return [f"{SEED}-{number}" for number in numbers if not agree(number)]


def agree(number: int) -> bool:
    random = Random(f"{SEED}-{number}")  # noqa: S311 - it guards nothing
    given = trusting_world(random) if number % 2 else world(random)
    expected = naively(given)
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
