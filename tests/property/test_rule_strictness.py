"""Reading rules 2 and 3: the floor, the strictest of several Declarations, and replacing."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import read
from askfirst.model.declarations import Declaration
from askfirst.model.parts import Statements
from askfirst.vocabulary import Status, Use
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief
from tests.property.naive.tables import FLOOR, leaves
from tests.property.worlds import World, valid_world, worlds
from tests.property.worlds_alphabet import INSTANTS, NOW
from tests.property.worlds_by_hand import AFTER, ISRC, ISWC, LAB, LABEL, MARA, head, held
from tests.property.worlds_by_hand import declaration as made
from tests.property.worlds_documents import statements

RANDOM = st.integers(0, 2**32).map(Random)
ALL = {**head("Request", LAB), "uses": ["any-ai-use"], "material": ["audio"]}
QUESTION = World({**ALL, "track": {"isrc": ISRC}}, [], NOW, "unsigned")
EARLY, MIDDLE = INSTANTS[0], INSTANTS[1]


class TestFloor:
    """No statement brings it below `consent-required`."""

    @given(worlds())
    def test_without_a_consent_no_leaf_under_the_floor_is_milder(self, given: World) -> None:
        heard = [one for one in given.documents if one.get("type") != "Consent"]
        for leaf, outcome in answer(given, heard).outcomes.items():
            assert str(leaf) not in FLOOR or outcome in ("consent-required", "prohibited")

    @given(worlds(), st.sampled_from(list(Use)))
    def test_not_even_one_that_no_document_can_make(self, given: World, use: Use) -> None:
        """`permits` cannot hold it in a document; here it does in the value of one."""
        one = read(made(track={"title": "S", "artists": ["M"], **given.request["track"]}))
        assert isinstance(one, Declaration)
        lists = Statements(permits=(use,), requires_consent=(), prohibits=())
        heard = [one for one in given.documents if one.get("type") != "Consent"]
        opened = answer(given, [*heard, replace(one, statements=lists)])
        for leaf, outcome in opened.outcomes.items():
            assert str(leaf) not in FLOOR or outcome in ("consent-required", "prohibited")

    @given(worlds())
    def test_a_statement_can_prohibit_it(self, given: World) -> None:
        track = {"title": "S", "artists": ["M"], **given.request["track"]}
        one = made(issued=given.at, track=track, prohibits=["generative-training"])
        found = answer(given, [*given.documents, one]).outcomes
        assert {
            outcome for leaf, outcome in found.items() if leaf in leaves("generative-training")
        } <= {Status.PROHIBITED}


class TestNoDocument:
    """Where no document is given, the leaves under the floor are `consent-required`, and the
    others are `unspecified`.
    """

    @given(worlds())
    def test_whatever_is_asked(self, given: World) -> None:
        for leaf, outcome in answer(given, []).outcomes.items():
            assert outcome == ("consent-required" if str(leaf) in FLOOR else "unspecified")


class TestStrictness:
    """A leaf is prohibited if its status in any applying Declaration is `prohibited` (5.6)."""

    @given(RANDOM, st.integers(1, 4))
    def test_the_strictest_of_several_holds(self, random: Random, count: int) -> None:
        several = [made(**statements(random, [], 4)) for _ in range(count)]
        for one in several:
            one.pop("permits", None)
        alone = [answer(QUESTION, [one]).outcomes for one in several]
        for leaf, outcome in answer(QUESTION, several).outcomes.items():
            assert outcome is Status.strictest([found[leaf] for found in alone])

    @given(RANDOM)
    def test_what_one_permits_softens_nothing_that_another_states(self, random: Random) -> None:
        one, other = (made(**statements(random, [], 4)) for _ in "ab")
        opens = made(permits=other.get("permits", []))
        found, less = answer(QUESTION, [one, opens]), answer(QUESTION, [one])
        for leaf, outcome in less.outcomes.items():
            assert found.outcomes[leaf] is outcome or (
                (outcome, found.outcomes[leaf]) == (Status.UNSPECIFIED, Status.PERMITTED)
            )


def later(random: Random, earlier: Json, issued: str) -> Json:
    """Return what replaces a Declaration, with other statements in it."""
    found = made(issued=issued, supersedes=[earlier["id"]], **statements(random, [], 4))
    return {**found, "by": earlier["by"]}


#: What lacks one of the conditions for replacing, by a member of the later or the earlier one.
LACKING: list[tuple[Json, Json]] = [
    ({"track": {"title": "S", "artists": ["M"], "isrc": "SEXYZ2600012"}}, {}),
    ({}, {"track": {"title": "S", "artists": ["M"], "urls": ["https://e.example/1"]}}),
    ({"supersedes": ["urn:x:another"]}, {}),
    ({"by": {"id": LABEL}, "rightsholders": [held(MARA), held(LABEL, "voice")]}, {}),
    ({"issued": EARLY}, {}),
    ({"issued": AFTER}, {}),
    ({}, {"issued": NOW}),
]


class TestReplacing:
    """A replaced Declaration keeps replacing what it replaced."""

    @given(RANDOM, st.booleans())
    def test_only_the_last_of_a_chain_counts(self, random: Random, listed: bool) -> None:
        first = made(issued=EARLY, **statements(random, [], 4))
        second = later(random, first, MIDDLE)
        third = later(random, second, NOW)
        if listed:
            third["supersedes"].append(first["id"])
        given = random.sample([first, second, third], 3)
        assert brief(answer(QUESTION, given)) == brief(answer(QUESTION, [third]))
        assert brief(answer(QUESTION, [first, second])) == brief(answer(QUESTION, [second]))

    @given(RANDOM)
    def test_without_its_replacement_it_counts_again(self, random: Random) -> None:
        first = made(issued=EARLY, **statements(random, [], 4))
        third = later(random, later(random, first, MIDDLE), NOW)
        unlinked = {name: value for name, value in third.items() if name != "supersedes"}
        assert brief(answer(QUESTION, [first, third])) == brief(answer(QUESTION, [first, unlinked]))

    @pytest.mark.parametrize(("new", "old"), LACKING)
    @given(RANDOM)
    def test_what_lacks_one_condition_replaces_nothing(
        self, new: Json, old: Json, random: Random
    ) -> None:
        first = {**made(issued=EARLY, **statements(random, [], 4)), **old}
        second = {**later(random, first, NOW), **new}
        unlinked = {name: value for name, value in second.items() if name != "supersedes"}
        assert brief(answer(QUESTION, [first, second])) == brief(
            answer(QUESTION, [first, unlinked])
        )

    @given(RANDOM)
    def test_what_contradicts_the_request_replaces_nothing(self, random: Random) -> None:
        asked = QUESTION._replace(request={**ALL, "track": {"isrc": ISRC, "iswc": ISWC}})
        shown = {"title": "S", "artists": ["M"], "isrc": ISRC}
        first = made(issued=EARLY, **statements(random, [], 4))
        for work, replaces in ((ISWC, True), ("T9300771055", False)):
            second = {**later(random, first, NOW), "track": {**shown, "iswc": work}}
            unlinked = {name: value for name, value in second.items() if name != "supersedes"}
            kept = [unlinked] if replaces else [first, unlinked]
            assert brief(answer(asked, [first, second])) == brief(answer(asked, kept))

    @given(RANDOM)
    def test_a_replaced_declaration_that_replaced_nothing_can_be_left_out(
        self, random: Random
    ) -> None:
        given = valid_world(random)
        for one in given.documents:
            again = {**one, "id": f"{one['id']}0", "issued": NOW, "supersedes": [one["id"]]}
            if one["type"] != "Declaration" or one.get("supersedes") or given.at < NOW:
                continue
            full = answer(given, [*given.documents, again])
            others = [other for other in given.documents if other is not one]
            if any(old.document.id == one["id"] for old in full.case.force.replaced):
                assert brief(answer(given, [*others, again])) == brief(full)
