"""A Decision is what it was when it was made, and its outcome is what its leaves say."""

from itertools import product

import pytest

from askfirst.canonical import digest
from askfirst.rules.decisions import PREFIX
from askfirst.vocabulary import Status
from tests.consistency.shipped import Json
from tests.unit.rules.looking import example, places


def deciding(**members: Json) -> Json:
    """Return a Decision whose id is that of the rest of it."""
    document = example("Decision", **members)
    rest = {name: document[name] for name in document if name not in ("id", "proof")}
    return {**document, "id": PREFIX + digest(rest)}


def answering(outcome: str, *leaves: str) -> Json:
    return deciding(outcome=outcome, leaves=[{"use": "input", "outcome": one} for one in leaves])


@pytest.mark.parametrize("member", [name for name in example("Decision") if name != "id"])
def test_no_member_can_be_changed_or_taken_out(member: str) -> None:
    changed = {**example("Decision"), member: "changed"}
    shorter = {name: value for name, value in example("Decision").items() if name != member}

    assert places("AF213", example("Decision")) == []
    assert places("AF213", changed) == ["/id"]
    assert places("AF213", shorter) == ["/id"]


def test_no_member_can_be_added_but_a_proof() -> None:
    assert places("AF213", {**example("Decision"), "x-note": "agreed"}) == ["/id"]
    assert places("AF213", {**example("Decision"), "proof": {"type": "any"}}) == []


def test_the_order_of_members_makes_no_difference() -> None:
    assert places("AF213", dict(reversed(example("Decision").items()))) == []


@pytest.mark.parametrize(("one", "other"), list(product(Status, repeat=2)))
def test_only_the_strictest_outcome_of_the_leaves_is_that_of_the_decision(
    one: Status, other: Status
) -> None:
    strictest = Status.strictest([one, other])
    wrong = [outcome for outcome in Status if places("AF311", answering(outcome, one, other))]

    assert wrong == [outcome for outcome in Status if outcome is not strictest]


@pytest.mark.parametrize("leaves", [[], "none", [{"outcome": "refused"}], ["permitted"]])
def test_an_outcome_is_not_compared_with_what_is_none(leaves: Json) -> None:
    """A sentence about meaning is not checked on a value whose shape is wrong."""
    assert places("AF311", deciding(leaves=leaves)) == []
