"""A Consent covers what it names and nothing more."""

from typing import Any

import pytest

from askfirst.decision.consents import is_open, obstacles, withdrawals
from askfirst.decision.documents import gather
from askfirst.vocabulary import Because
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import AFTER, BEFORE, LAB, LABEL, NOW, consent, withdrawal
from tests.unit.decision.asking import consented, question

SAID: Json = {"method": "opt-in", "statement": "Yes.", "language": "en"}
T2, T_ANY, OTHER = ({"name": n, "version": v} for n, v in (("t", "2"), ("t", "any"), ("u", "2")))
OTHER_LAB = {"id": "https://other.example.com/", "name": "Other Lab"}


def lacks(agreed: Json, *others: Json, at: str = NOW, **asked: Json) -> list[str]:
    """Return the obstacles; the quick way of telling that there are any must agree."""
    value, given = consented(agreed), gather([agreed, *others])
    found = list(obstacles(value, question(**asked), given, at))
    assert is_open(value, question(**asked), given, at) is (not found)
    return [str(one) for one in found]


def test_what_is_widest_meets_no_obstacle() -> None:
    assert lacks(consent()) == []
    narrow: dict[str, Any] = {"model": T2, "territories": ["SE"], "purpose": "a demo"}
    assert lacks(consent(), **narrow, accepts=["attribution"]) == []


@pytest.mark.parametrize("late", ["issued", "validFrom", "expression"])
def test_it_counts_from_the_latest_of_three_instants(late: str) -> None:
    members: Json = {late: {**SAID, "at": NOW} if late == "expression" else NOW}
    agreed = consent(**members)

    assert lacks(agreed, at=BEFORE) == [Because.NOT_YET]
    assert lacks(agreed, at=NOW) == []
    assert lacks(agreed, at=AFTER) == []


def test_it_counts_until_its_end() -> None:
    agreed = consent(validUntil=NOW)

    assert lacks(agreed, at=BEFORE) == []
    assert lacks(agreed, at=NOW) == [Because.EXPIRED]
    assert lacks(agreed, at=AFTER) == [Because.EXPIRED]
    assert lacks(consent(), at="9999-12-31T23:59:59Z") == []


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("anyone", []),
        ({"id": LAB, "name": "Lab"}, []),
        ({"id": "https://LAB.example.com", "name": "Lab"}, []),
        (OTHER_LAB, [Because.NOT_PARTY]),
    ],
)
def test_it_is_to_somebody(to: Json, expected: list[str]) -> None:
    assert lacks(consent(to=to)) == expected


@pytest.mark.parametrize(
    ("models", "asked", "covered"),
    [
        ("any", None, True),
        ("any", T2, True),
        ([T2], T2, True),
        ([OTHER, T2], T2, True),
        ([T_ANY], T2, True),
        ([T_ANY], {"name": "t"}, True),
        ([T_ANY], T_ANY, True),
        ([T_ANY], None, False),
        ([T2], {"name": "t"}, False),
        ([T2], T_ANY, False),
        ([T2], None, False),
        ([T2], {"name": "t", "version": "3"}, False),
        ([OTHER], T2, False),
        ([{"name": "u", "version": "any"}], T2, False),
    ],
)
def test_it_is_for_some_models(models: Json, asked: Json, covered: bool) -> None:
    request = {} if asked is None else {"model": asked}

    assert lacks(consent(models=models), **request) == ([] if covered else [Because.NOT_MODEL])


@pytest.mark.parametrize(
    ("counting", "asked", "covered"),
    [
        (["worldwide"], ["SE"], True),
        (["worldwide"], [], True),
        (["SE", "DK"], ["SE"], True),
        (["SE", "DK"], ["DK", "SE"], True),
        (["SE"], ["SE", "DK"], False),
        (["SE"], ["DK"], False),
        (["SE"], [], False),
        (["SE"], ["worldwide"], False),
    ],
)
def test_it_counts_somewhere(counting: Json, asked: Json, covered: bool) -> None:
    expected = [] if covered else [Because.NOT_TERRITORY]

    assert lacks(consent(territories=counting), territories=asked) == expected


@pytest.mark.parametrize(
    ("given", "asked", "covered"),
    [
        ("any", {}, True),
        ("any", {"purpose": "a demo"}, True),
        ("a demo", {"purpose": "a demo"}, True),
        ("a demo", {"purpose": "A demo"}, False),
        ("a demo", {}, False),
        ("a demo", {"purpose": "any"}, False),
    ],
)
def test_it_is_for_a_purpose(given: str, asked: Json, covered: bool) -> None:
    assert lacks(consent(purpose=given), **asked) == ([] if covered else [Because.NOT_PURPOSE])


@pytest.mark.parametrize(
    ("conditions", "accepted", "covered"),
    [
        ([], [], True),
        ([], ["attribution"], True),
        (["attribution"], ["attribution"], True),
        (["attribution"], ["open-weights", "attribution"], True),
        (["attribution"], [], False),
        (["attribution", "open-weights"], ["attribution"], False),
    ],
)
def test_its_conditions_are_accepted(conditions: Json, accepted: Json, covered: bool) -> None:
    expected = [] if covered else [Because.NOT_CONDITION]

    assert lacks(consent(conditions=conditions), accepts=accepted) == expected


def test_every_obstacle_is_told() -> None:
    agreed = consent(
        to=OTHER_LAB,
        models=[T2],
        territories=["SE"],
        purpose="a demo",
        conditions=["attribution"],
        validUntil=NOW,
    )
    ended = withdrawal(agreed)

    assert lacks(agreed, ended) == [
        Because.EXPIRED,
        Because.WITHDRAWN,
        Because.NOT_PARTY,
        Because.NOT_MODEL,
        Because.NOT_TERRITORY,
        Because.NOT_PURPOSE,
        Because.NOT_CONDITION,
    ]


@pytest.mark.parametrize("late", ["issued", "effective"])
def test_a_withdrawal_ends_it_from_the_later_of_two_instants(late: str) -> None:
    agreed = consent()
    ending = withdrawal(agreed, **{late: NOW})

    assert lacks(agreed, ending, at=BEFORE) == []
    assert lacks(agreed, ending, at=NOW) == [Because.WITHDRAWN]
    assert lacks(agreed, ending, at=AFTER) == [Because.WITHDRAWN]


def test_only_its_maker_withdraws_it() -> None:
    agreed, other = consent(), consent()

    assert lacks(agreed, withdrawal(agreed, by={"id": LABEL})) == []
    assert lacks(agreed, other, withdrawal(other)) == []
    ending = withdrawal(agreed, consent=agreed["id"].upper(), by={"id": "https://MARA.example.org"})
    assert lacks(agreed, ending) == [Because.WITHDRAWN]


def test_every_withdrawal_is_found() -> None:
    agreed = consent()
    several = [withdrawal(agreed), withdrawal(agreed, by={"id": LABEL}), withdrawal(agreed)]
    found = withdrawals(consented(agreed), gather([agreed, *several]), NOW)

    assert [one.id for one in found] == [several[0]["id"], several[2]["id"]]


def test_a_withdrawal_that_does_not_conform_ends_it_whoever_made_it() -> None:
    agreed = consent()
    broken = {**withdrawal(agreed), "reason": "", "by": {"id": LABEL}, "issued": AFTER}

    assert lacks(agreed, broken) == [Because.WITHDRAWN]
    assert lacks(agreed, {**broken, "consent": "urn:x:another"}) == []
    assert lacks(agreed, {**broken, "consent": "no id"}) == [Because.WITHDRAWN]
