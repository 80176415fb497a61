"""Reading rule 10: what restricts always counts, and what loosens at the demanded assurance."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from askfirst.vocabulary import Status
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief, is_as_strict
from tests.property.proofs import PROOF
from tests.property.restricting import restricting, without
from tests.property.trusting import poorer
from tests.property.worlds import World, any_worlds, trusting_worlds, worlds
from tests.property.worlds_alphabet import chance
from tests.property.worlds_signed import again, proofs, tampered

RANDOM = st.integers(0, 2**32).map(Random)
#: What loosens in a Declaration besides `permits`.
OTHERS = ("supersedes", "absentRights")


def not_consents(documents: list[Json]) -> list[Json]:
    return [one for one in documents if one.get("type") != "Consent"]


def silenced(document: Json) -> Json:
    """Return a Declaration or Release with nothing that loosens but the names of its holders."""
    found = restricting(document)
    return document if found is document else without(found, *OTHERS)


class TestTrusted:
    """What loosens counts only at the assurance that the caller demands:"""

    @given(worlds())
    def test_nothing_that_loosens_is_heard_at_trusted(self, given: World) -> None:
        given = given._replace(assurance="trusted")
        kept = [silenced(one) for one in not_consents(given.documents)]
        assert brief(answer(given, kept)) == brief(answer(given))

    @given(trusting_worlds())
    def test_nothing_without_a_proof_loosens_at_trusted(self, given: World) -> None:
        given = given._replace(assurance="trusted")
        fewer = again(given, lambda one: one if proofs(one) else silenced(one))
        kept = [one for one in fewer.documents if proofs(one) or one.get("type") != "Consent"]
        assert brief(answer(fewer, kept)) == brief(answer(given))

    @given(any_worlds())
    def test_nothing_is_permitted_without_a_trust_file(self, given: World) -> None:
        found = answer(given._replace(assurance="trusted", trust=None))
        assert Status.PERMITTED not in found.outcomes.values()
        assert all(one.holder is None for one in found.missing)


class TestProofs:
    """A document with a proof that does not verify loosens nothing at either assurance."""

    @given(worlds(), RANDOM)
    def test_where_all_carry_one_it_is_as_at_trusted(self, given: World, random: Random) -> None:
        several = [PROOF, [PROOF], [PROOF, {**PROOF, "proofValue": "z6"}]]
        proven = [{**one, "proof": random.choice(several)} for one in given.documents]
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

    @given(trusting_worlds(), RANDOM)
    def test_one_false_proof_makes_all_count_for_nothing(
        self, given: World, random: Random
    ) -> None:
        false = again(given, lambda one: tampered(random, one) if proofs(one) else one)
        # what is changed is signed by nobody: PROOF keeps it from loosening at `unsigned`
        silent = again(given, lambda one: {**silenced(one), "proof": PROOF} if proofs(one) else one)
        assert brief(answer(false)) == brief(answer(silent))


class TestCounts:
    """A proof counts for a party and a right if it meets all of these:"""

    @given(trusting_worlds(), RANDOM)
    def test_a_poorer_trust_file_never_improves(self, given: World, random: Random) -> None:
        # what a replaced Declaration opens is open again where the later one counts no more
        given = again(given, lambda one: without(one, "supersedes"))
        less = given._replace(trust=poorer(random, given.trust or {}))
        assert is_as_strict(answer(less), answer(given))


class TestRestricting:
    """What restricts always counts, signed or not, unless the caller examined the document and
    found it false.
    """

    @given(any_worlds())
    def test_it_is_the_same_at_both_assurances(self, given: World) -> None:
        given = again(given, silenced)
        heard = not_consents(given.documents)
        trusted, unsigned = (
            answer(given._replace(assurance=assurance), heard).outcomes
            for assurance in ("trusted", "unsigned")
        )
        assert trusted == unsigned

    @given(any_worlds())
    def test_more_assurance_is_never_milder(self, given: World) -> None:
        given = again(given, lambda one: without(one, "supersedes"))
        trusted, unsigned = (
            answer(given._replace(assurance=assurance)) for assurance in ("trusted", "unsigned")
        )
        assert is_as_strict(trusted, unsigned)
