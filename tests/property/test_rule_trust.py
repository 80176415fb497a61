"""Reading rule 10: what restricts always counts, and what loosens at the demanded assurance."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from askfirst.vocabulary import Status
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief
from tests.property.proofs import PROOF
from tests.property.restricting import restricting, without
from tests.property.worlds import World, worlds
from tests.property.worlds_alphabet import HOLDERS, ISWCS, LABS, SONGS, STAND_INS, chance

RANDOM = st.integers(0, 2**32).map(Random)
#: What loosens in a Declaration besides `permits`.
OTHERS = ("supersedes", "absentRights")


def not_consents(documents: list[Json]) -> list[Json]:
    return [one for one in documents if one.get("type") != "Consent"]


class TestTrusted:
    """What loosens counts only at the assurance that the caller demands:"""

    @given(worlds())
    def test_nothing_that_loosens_is_heard_at_trusted(self, given: World) -> None:
        given = given._replace(assurance="trusted")
        kept = [
            one if restricting(one) is one else without(restricting(one), *OTHERS)
            for one in not_consents(given.documents)
        ]
        assert brief(answer(given, kept)) == brief(answer(given))

    @given(worlds())
    def test_nothing_is_permitted_at_trusted(self, given: World) -> None:
        found = answer(given._replace(assurance="trusted"))
        assert Status.PERMITTED not in found.outcomes.values()
        assert all(one.holder is None for one in found.missing)


class TestProofs:
    """A document with a proof that does not verify loosens nothing at either assurance."""

    @given(worlds(), RANDOM)
    def test_where_all_carry_one_it_is_as_at_trusted(self, given: World, random: Random) -> None:
        proofs = [PROOF, [PROOF], [PROOF, {**PROOF, "proofValue": "z6"}]]
        proven = [{**one, "proof": random.choice(proofs)} for one in given.documents]
        expected = brief(answer(given._replace(assurance="trusted")))
        for assurance in ("trusted", "unsigned"):
            assert brief(answer(given._replace(assurance=assurance), proven)) == expected

    @given(worlds(), RANDOM)
    def test_a_consent_that_carries_one_can_be_left_out(self, given: World, random: Random) -> None:
        several, fewer = [], []
        for one in given.documents:
            carries = one.get("type") == "Consent" and chance(random, 50)
            several.append({**one, "proof": PROOF} if carries else one)
            fewer += [] if carries else [one]
        assert brief(answer(given, several)) == brief(answer(given, fewer))


class TestRestricting:
    """What restricts always counts, signed or not, unless the caller examined the document and
    found it false.
    """

    @given(worlds())
    def test_it_is_the_same_at_both_assurances(self, given: World) -> None:
        heard = [
            one if restricting(one) is one else without(restricting(one), "supersedes")
            for one in not_consents(given.documents)
        ]
        trusted, unsigned = (
            answer(given._replace(assurance=assurance), heard).outcomes
            for assurance in ("trusted", "unsigned")
        )
        assert trusted == unsigned

    @given(worlds())
    def test_more_assurance_is_never_milder(self, given: World) -> None:
        trusted, unsigned = (
            answer(given._replace(assurance=assurance)).outcomes
            for assurance in ("trusted", "unsigned")
        )
        assert all(trusted[leaf].strictness >= unsigned[leaf].strictness for leaf in trusted)


#: Every way to write each identifier of the alphabet.
SPELLINGS = {
    text: forms
    for forms in (
        *(*HOLDERS, *STAND_INS, *LABS, *ISWCS),
        *(forms for song in SONGS for forms in song.values()),
    )
    for text in forms
}


class TestParties:
    """Two ids are one party only if the trust file lists them together, or if they are equal in
    their normal form (4.10).
    """

    @given(worlds(), RANDOM)
    def test_another_spelling_changes_no_answer(self, given: World, random: Random) -> None:
        found = given._replace(
            request=_respelled(random, given.request),
            documents=[_respelled(random, one) for one in given.documents],
        )
        assert brief(answer(found)) == brief(answer(given))


def _respelled(random: Random, value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value with every identifier of the alphabet written in one of its ways."""
    if isinstance(value, dict):
        return {name: _respelled(random, inner) for name, inner in value.items()}
    if isinstance(value, list):
        # what is equal stays equal, or a repeated entry would be none
        shapes = [_respelled(random, entry) for entry in value]
        return [shapes[value.index(entry)] for entry in value]
    return random.choice(SPELLINGS[value]) if value in SPELLINGS else value
