"""Every step of rule 10 decides some of the generated worlds: without it, others would be open."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given

from askfirst import check
from tests.property.answers import naively
from tests.property.naive import case, documents, holders, proofs
from tests.property.naive.tables import ALL_RIGHTS, STRICTNESS, Object
from tests.property.naive.trust import lists, read
from tests.property.worlds import World, trusting_world, trusting_worlds

COUNT = 1000

_Any = Callable[..., Any]


@cache
def answered(number: int) -> tuple[World, Object]:
    one = trusting_world(Random(number))  # noqa: S311 - it guards nothing
    return one, naively(one)


def _listing(**members: object) -> _Any:
    return lambda entry, *through: lists({**entry, **members}, *through)


def _reading(**members: object) -> _Any:
    return lambda value: read({**(value or {}), **members})


speaking, signed = proofs.speaking, proofs.signed
lends, loosens, speaks_for = case.lends, case.loosens, case.speaks_for


def _without_same_as(value: Object | None) -> Any:  # noqa: ANN401 - a trust file
    entries = [{**one, "sameAs": []} for one in (value or {}).get("holders", [])]
    return read({**(value or {}), "holders": entries})


def _true_ones(document: Object, *maker: Any) -> Any:  # noqa: ANN401 - of the naive reading
    several = document.get("proof", [])
    several = several if isinstance(several, list) else [several]
    true = [one for one in several if proofs.verifies(document, one)]
    bare = {name: value for name, value in document.items() if name != "proof"}
    return signed(bare, *maker)._replace(proofs=signed({**bare, "proof": true}, *maker).proofs)


def _in_period(entry: Object, moment: str) -> bool:
    return bool(entry.get("from", "") <= moment < entry.get("until", "~"))


#: What of the naive reading is put in place of what, to leave out one step.
LEFT_OUT: dict[str, list[tuple[Any, str, _Any]]] = {
    "1 it verifies": [(proofs, "verifies", lambda *_: True)],
    "1 every other proof": [(one, "signed", _true_ones) for one in (case, documents)],
    "2 its key is listed for the party": [
        (proofs, "speaking", lambda _one, _who, asked: [*asked.trust.holders]),
    ],
    "3 the right": [(proofs, "lists", _listing(rights=sorted(ALL_RIGHTS), capacity="estate"))],
    "4 an identifier": [(proofs, "lists", _listing(identifiers=["any"]))],
    "5 not after at": [
        (proofs, "in_time", lambda one, *both: all(_in_period(one, each) for each in both))
    ],
    "5 the period holds created": [
        (proofs, "in_time", lambda one, made, at: made <= at and _in_period(one, at))
    ],
    "5 the period holds at": [
        (proofs, "in_time", lambda one, made, at: made <= at and _in_period(one, made))
    ],
    "6 its own uses": [
        (proofs, "speaking", lambda one, who, asked: speaking(one, who, asked._replace(asking="")))
    ],
    "sameAs": [(case, "read", _without_same_as)],
    "mandates": [(case, "read", _reading(mandates=[]))],
    "witnesses": [(case, "read", _reading(witnesses=[]))],
    "set aside": [(case, "read", _reading(setAside=[]))],
    "own by proof": [(holders, "is_own", lambda one, who, *_: one.by == who)],
    "of a holder and not of the maker": [
        (holders, "loosens", lambda one, _who, right, asked: loosens(one, one.by, right, asked))
    ],
    "supersedes for every right": [
        (case, "speaks_for", lambda *these: speaks_for(*these) and ALL_RIGHTS)
    ],
    "lending for the right": [
        (case, "lends", lambda one, _, asked: any(lends(one, each, asked) for each in ALL_RIGHTS))
    ],
}


@pytest.mark.parametrize("step", LEFT_OUT)
def test_each_step_decides(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(_differs(number, step, monkeypatch) for number in range(COUNT))


def _differs(number: int, step: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    one, before = answered(number)
    with monkeypatch.context() as without:
        for module, name, other in LEFT_OUT[step]:
            without.setattr(module, name, other)
        return bool(naively(one) != before)


def test_what_is_signed_and_trusted_can_be_permitted() -> None:
    trusted = [
        found for one, found in map(answered, range(COUNT // 4)) if one.assurance == "trusted"
    ]
    leaves = Counter(outcome for found in trusted for outcome in found["leaves"].values())
    assert all(20 * leaves[outcome] > leaves.total() for outcome in STRICTNESS)


@pytest.mark.parametrize("number", range(0, COUNT, 20))
def test_a_trust_file_conforms(number: int) -> None:
    assert check(answered(number)[0].trust or {}).conforms


@given(trusting_worlds())
def test_a_world_of_hypothesis_can_be_answered(one: World) -> None:
    assert naively(one)["outcome"] in STRICTNESS
    assert check(one.trust or {}).conforms
