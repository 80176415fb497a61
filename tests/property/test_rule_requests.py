"""Reading rule 4: a Request is read as broadly as it can be."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import decide
from askfirst.vocabulary import Material, Status
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief
from tests.property.naive.tables import FLOOR, USES, leaves
from tests.property.worlds import World, worlds
from tests.property.worlds_alphabet import INSTANTS, fresh_id
from tests.property.worlds_by_hand import head

RANDOM = st.integers(0, 2**32).map(Random)

#: What a Request can say in place of leaving something out.
SAME: dict[str, tuple[Json, ...]] = {
    "territories": ([], ["worldwide"]),
    "accepts": ([],),
    "purpose": ("any",),
}


def asking(world: World, **members: Json) -> World:
    """Return the world with another Request; None stands for a member that is left out."""
    changed = {**world.request, **members}
    return world._replace(request={n: value for n, value in changed.items() if value is not None})


class TestLeftOut:
    """The words `any` and `worldwide` in a Request mean the same as leaving the member out."""

    @pytest.mark.parametrize("name", SAME)
    @given(worlds())
    def test_the_widest_word_and_nothing_are_the_same(self, name: str, given: World) -> None:
        expected = brief(answer(asking(given, **{name: None})))
        for wide in SAME[name]:
            assert brief(answer(asking(given, **{name: wide}))) == expected

    @given(worlds())
    def test_a_model_of_any_version_has_none(self, given: World) -> None:
        found = [
            brief(answer(asking(given, model={"name": "tonewave", **version})))
            for version in ({}, {"version": "any"})
        ]
        assert found[0] == found[1]


class TestOfNoConcern:
    """The Request's own `issued` changes nothing."""

    @given(worlds(), RANDOM)
    def test_nor_do_its_id_and_its_contact(self, given: World, random: Random) -> None:
        head_ = {"id": fresh_id(random), "issued": random.choice(INSTANTS)}
        contact = random.choice(["mailto:other@example.com", None])
        other = answer(asking(given, **head_, contact=contact))
        assert other.leaves == answer(given).leaves
        assert other.missing == answer(given).missing

    @given(worlds())
    def test_nor_do_titles_and_names(self, given: World) -> None:
        track = {**given.request["track"], "title": "Another", "artists": ["Nobody"]}
        by = {**given.request["by"], "name": "Another"}
        assert answer(asking(given, track=track, by=by)).leaves == answer(given).leaves


class TestBroadly:
    """Its leaves are all the leaves of every term it names, leaves marked by name only included."""

    @given(worlds(), st.sampled_from(sorted(USES)))
    def test_a_group_asks_for_its_leaves(self, given: World, use: str) -> None:
        named = sorted(leaves(use))
        found = answer(asking(given, uses=[use]))
        assert {str(leaf) for leaf in found.outcomes} == set(named)
        assert found.leaves == answer(asking(given, uses=named)).leaves

    @given(worlds())
    def test_each_leaf_is_answered_by_itself(self, given: World) -> None:
        found = answer(given)
        alone = [answer(asking(given, uses=[str(leaf)])) for leaf in found.outcomes]
        assert found.leaves == tuple(leaf for one in alone for leaf in one.leaves)
        assert set(found.missing) == {entry for one in alone for entry in one.missing}
        assert found.outcome is Status.strictest(found.outcomes.values())

    @given(worlds())
    def test_each_material_is_answered_by_itself(self, given: World) -> None:
        given = asking(given, material=[str(material) for material in Material])
        alone = [answer(asking(given, material=[str(material)])) for material in Material]
        for leaf, outcome in answer(given).outcomes.items():
            assert outcome is Status.strictest([one.outcomes[leaf] for one in alone])


class TestPolicies:
    """A Policy asks for every material."""

    @given(worlds(), st.sets(st.sampled_from(sorted(USES)), max_size=4), RANDOM)
    def test_it_asks_as_the_widest_request_would(
        self, given: World, uses: set[str], random: Random
    ) -> None:
        unasked = sorted({leaf for use in uses for leaf in leaves(use)} or {"search-indexing"})
        asks = {"asksFirst": sorted(FLOOR - set(unasked)), "effective": random.choice(INSTANTS)}
        policy = {**head("Policy", given.request["by"]["id"]), "withoutAsking": unasked, **asks}
        request = {**head("Request", given.request["by"]["id"]), "uses": unasked}
        request |= {"track": given.request["track"], "material": [str(one) for one in Material]}
        found = decide(
            policy,
            given.documents,
            at=given.at,
            assurance=given.assurance,
            track=given.request["track"],
        )
        assert found.leaves == answer(given._replace(request=request)).leaves
        assert found.missing == answer(given._replace(request=request)).missing
