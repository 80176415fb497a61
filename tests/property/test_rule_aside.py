"""Reading rule 10: what the caller found false counts for nothing, and the answer says so."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from askfirst import Answer
from askfirst.vocabulary import Use
from tests.property.answers import answer, brief, is_as_strict
from tests.property.naive.tables import Object
from tests.property.trusting import without_aside
from tests.property.worlds import World, any_worlds, trusting_worlds
from tests.property.worlds_signed import digests
from tests.property.worlds_trust import with_aside

RANDOM = st.integers(0, 2**32).map(Random)


def set_aside(given: World) -> set[str]:
    return {one["sha256"] for one in (given.trust or {}).get("setAside", [])}


class TestSetAside:
    """A document that is set aside counts for nothing."""

    @given(any_worlds(), RANDOM)
    def test_it_can_be_left_out(self, given: World, random: Random) -> None:
        given = with_aside(random, given)
        gone = set_aside(given)
        sums = digests(given.documents)
        kept = [
            one for one, sha256 in zip(given.documents, sums, strict=True) if sha256 not in gone
        ]
        whole = given._replace(trust=without_aside(given.trust or {}))
        assert brief(answer(given)) == brief(answer(whole, kept))

    @given(any_worlds(), RANDOM)
    def test_without_a_withdrawal_nothing_is_stricter(self, given: World, random: Random) -> None:
        restricting = [one for one in given.documents if one.get("type") == "Withdrawal"]
        aside = with_aside(random, given._replace(documents=restricting))
        found = given._replace(trust=aside.trust)
        assert is_as_strict(answer(given), answer(found))


class TestSaysSo:
    """Every Decision that a document set aside would have changed says so (AF752 in 5.14)."""

    @given(trusting_worlds(), RANDOM)
    def test_of_each_leaf(self, given: World, random: Random) -> None:
        given = with_aside(random, given)
        found = answer(given)
        for sha256 in set_aside(given) & set(digests(given.documents)):
            trust = without_aside(given.trust or {}, sha256)
            other = answer(given._replace(trust=trust))
            changed = {leaf for leaf in found.outcomes if _of(found, leaf) != _of(other, leaf)}
            assert _told(found, sha256) == changed


def _of(found: Answer, leaf: Use) -> Object:
    """Return the outcome of a leaf and whose agreement is missing, without where to ask."""
    missing = {(one.right, one.holder) for one in found.missing if one.use == leaf}
    return {"outcome": found.outcomes[leaf], "missing": missing}


def _told(found: Answer, sha256: str) -> set[str]:
    return {
        leaf["use"]
        for leaf in found.to_dict()["leaves"]
        for one in leaf["reasons"]
        if one["code"] == "AF752" and one["sha256"] == sha256
    }
