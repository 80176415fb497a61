"""A change anywhere in `decision` and `rules` makes a test fail, or is known to change nothing.

All of it: `pytest -s -m long tests/consistency/test_mutants.py`; without it, a seeded hundredth.
With ASKFIRST_MUTANTS=decision.force, for example, only the mutants of that module.
"""

import os
from pathlib import Path
from random import Random

import pytest

from tests.consistency.mutation.mutants import Mutant
from tests.consistency.mutation.trial import ROOMS, listed, prepared, table, tried

SEED = os.environ.get("ASKFIRST_MUTANTS_SEED", "20261122")
WANTED = os.environ.get("ASKFIRST_MUTANTS", "")
HUNDREDTH = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutants")


@pytest.fixture(scope="module")
def mutants(folder: Path) -> list[Mutant]:
    found = prepared(folder)
    return [one for one in found if one.module.startswith(f"askfirst.{WANTED}")]


def of(room: str, mutants: list[Mutant]) -> list[Mutant]:
    return [one for one in mutants if one.module.startswith(f"askfirst.{room}.")]


def test_a_survivor_that_is_listed_is_a_mutant(mutants: list[Mutant]) -> None:
    known = {one.key for one in mutants}
    asked = [key for key in listed() if key[0].startswith(f"askfirst.{WANTED}")]

    assert [key for key in asked if key not in known] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_hundredth_of_the_mutants(room: str, folder: Path, mutants: list[Mutant]) -> None:
    every = of(room, mutants)
    some = Random(SEED).sample(every, -(-len(every) // HUNDREDTH))  # noqa: S311 - it guards nothing

    survived = [one.mutant.key for one in tried(folder, room, some) if one.survived]

    assert [key for key in survived if key not in listed()] == []


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS)
def test_all_mutants(room: str, folder: Path, mutants: list[Mutant]) -> None:
    own = of(room, mutants)
    if not own:
        pytest.skip(f"no mutant of {room} is asked for")
    tries = tried(folder, room, own)
    survived = {one.mutant.key for one in tries if one.survived}
    print("", table(tries), *(f"survived: {key}" for key in sorted(survived)), sep="\n")

    killed = {one.mutant.key for one in tries} - survived
    assert sorted(survived - set(listed())) == []
    assert sorted(killed & set(listed())) == [], "these are listed, and did not survive"
