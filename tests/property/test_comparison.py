"""What a difference says of what may be done is true."""

from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from askfirst import check, decide
from askfirst.checking.making import AnyDocument
from askfirst.comparison import Change, Difference, Kind, compare
from askfirst.comparison.change import LEAF
from askfirst.identifiers import iri
from askfirst.vocabulary import Status, Use
from tests.property.documents import documents
from tests.property.naive.tables import Object
from tests.property.revisions import Revision, revisions
from tests.property.worlds import World, valid_world
from tests.property.worlds_alphabet import HOLDERS, chance
from tests.property.worlds_changes import damaged
from tests.property.worlds_consents import withdrawal
from tests.property.worlds_variations import shuffled

STATING = ("Declaration", "Release")
SEEDS = st.integers(0, 2**32)


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - it guards nothing


def _world(random: Random, *kinds: str) -> World:
    """Return a world; where Withdrawals are wanted, one in which a Consent is withdrawn."""
    one = valid_world(random)
    consents = [each for each in one.documents if each["type"] == "Consent"]
    if "Withdrawal" not in kinds or not consents:
        return one
    ended = withdrawal(random, random.choice(consents), random.choice(HOLDERS), one.at)
    return one._replace(documents=[*one.documents, ended])


def _made(value: Object) -> AnyDocument | None:
    report = check(value)
    return report.documents[0].document if report.documents else None


def _compared(revision: Revision) -> Difference | None:
    """Return the difference of a revision of which both sides can be compared."""
    old, new = _made(revision[1]), _made(revision[2])
    return compare(old, new) if old and new and type(old) is type(new) else None


def _outcomes(one: World, document: Object, others: list[Object], at: str) -> dict[Use, Status]:
    given_all = [*others, document]
    return decide(one.request, given_all, at=at, assurance=one.assurance).outcomes


def _milder(before: dict[Use, Status], after: dict[Use, Status]) -> list[Use]:
    return [leaf for leaf in before if after[leaf].strictness < before[leaf].strictness]


def _rest(random: Random, one: World, revision: Revision) -> list[Object]:
    """Return the other documents that a comparison takes into account; now and then broken ones."""
    place, old, new = revision
    others = [other for n, other in enumerate(one.documents) if n != place]
    if chance(random, 20):
        others = damaged(random, one._replace(documents=others)).documents
    if old["type"] not in STATING:
        return others
    ids = {iri.normal(old["id"]), iri.normal(new["id"])}
    superseded = _superseded(old) | _superseded(new)
    first, last = sorted([old["issued"], new["issued"]])
    return [
        other
        for other in others
        if not ids & {_id(other), *_superseded(other)}
        and not (_id(other) in superseded and first <= _text(other, "issued") < last)
    ]


def _id(document: Object) -> str:
    return iri.normal(_text(document, "id"))


def _text(document: Object, name: str) -> str:
    return str(document.get(name, ""))


def _superseded(document: Object) -> set[str]:
    return {iri.normal(str(one)) for one in document.get("supersedes") or ()}


def _as_of(one: World, revision: Revision) -> str:
    """Return the instant to decide at: for what is stated, one at which both sides are issued."""
    _, old, new = revision
    return max(one.at, old["issued"], new["issued"]) if old["type"] in STATING else one.at


def _of_a_leaf(difference: Difference, kind: Kind) -> set[tuple[Any, ...]]:
    def key(change: Change) -> tuple[Any, ...]:
        return change.use, *sorted([change.before or "", change.after or ""])

    return {key(one) for one in difference.changes if one.what == LEAF and one.kind is kind}


class TestNothingIsWidenedInSilence:
    """A new Declaration, Release, Consent or Withdrawal whose difference is not widened gives no
    leaf a milder outcome in the place of the old one, whatever is asked and whatever else is
    given.
    """

    @pytest.mark.parametrize("kinds", [STATING, ("Consent",), ("Withdrawal",)], ids=str)
    @given(seed=SEEDS)
    def test_what_is_not_widened_has_no_milder_outcome(
        self, kinds: tuple[str, ...], seed: int
    ) -> None:
        random = _random(seed)
        one = _world(random, *kinds)
        revision = revisions(random, one, *kinds)
        difference = _compared(revision) if revision else None
        assume(difference and not difference.widened)
        assert revision

        others, at = _rest(random, one, revision), _as_of(one, revision)
        before = _outcomes(one, revision[1], others, at)
        after = _outcomes(one, revision[2], others, at)

        assert _milder(before, after) == []


class TestARequestThatAsksForNoMore:
    """A new Request whose difference is not widened has no stricter outcome than the old one,
    whatever is given.
    """

    @given(seed=SEEDS)
    def test_what_is_not_widened_has_no_stricter_outcome(self, seed: int) -> None:
        random = _random(seed)
        one = valid_world(random)
        asking = one._replace(documents=[one.request])
        revision = revisions(random, asking, "Request")
        difference = _compared(revision) if revision else None
        assume(difference and not difference.widened)
        assert revision

        before, after = (
            decide(asked, one.documents, at=one.at, assurance=one.assurance).outcome
            for asked in revision[1:]
        )

        assert after.strictness <= before.strictness


class TestADifference:
    """Texts are compared in their normal form, and the order of entries never matters."""

    @given(documents(), SEEDS)
    def test_a_document_does_not_differ_from_itself_in_another_order(
        self, document: Object, seed: int
    ) -> None:
        # a Decision in another order is another one, as its id says
        ordered = document["type"] == "Decision"
        one = _made(document)
        other = one if ordered else _made(shuffled(_random(seed), document))
        assert one
        assert other

        assert compare(one, other).changes == ()

    @given(SEEDS, st.sampled_from([*STATING, "Consent", "Request"]))
    def test_what_one_direction_widens_for_a_leaf_the_other_narrows(
        self, seed: int, kind: str
    ) -> None:
        random = _random(seed)
        found = valid_world(random)
        one = found._replace(documents=[found.request, *found.documents])
        revision = revisions(random, one, kind)
        there = _compared(revision) if revision else None
        assume(there)
        assert there
        back = compare(there.new, there.old)

        assert _of_a_leaf(there, Kind.WIDENED) == _of_a_leaf(back, Kind.NARROWED)
        assert _of_a_leaf(there, Kind.NARROWED) == _of_a_leaf(back, Kind.WIDENED)
        assert _of_a_leaf(there, Kind.CHANGED) == _of_a_leaf(back, Kind.CHANGED)


def test_many_revisions_differ_and_are_not_widened() -> None:
    found = [_sample(seed) for seed in range(300)]
    kept = [one for one in found if one and one.changes and not one.widened]

    assert len(kept) >= 40


def _sample(seed: int) -> Difference | None:
    random = _random(seed)
    revision = revisions(random, valid_world(random), *STATING, "Consent")
    return _compared(revision) if revision else None
