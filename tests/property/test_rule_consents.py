"""Reading rules 5 and 8: a Consent is read as narrowly as it is written, and it is explicit."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import read
from askfirst.decision import gather
from askfirst.decision.consents import is_open, obstacles
from askfirst.decision.question import from_request
from askfirst.model.documents import Request
from askfirst.vocabulary import Method
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief
from tests.property.naive.tables import MATERIAL_RIGHTS, USES, covered, leaves
from tests.property.worlds import World, worlds
from tests.property.worlds_alphabet import LABS, NOW
from tests.property.worlds_by_hand import ISRC, LABEL, consent, declaration, head

LEAF, MATERIALS = "music-generation-training", sorted(MATERIAL_RIGHTS)
SOUND = sorted(MATERIAL_RIGHTS["audio"])
SAID = {"method": "opt-in", "statement": "Yes.", "language": "en"}
T2, T_ANY = {"name": "t", "version": "2"}, {"name": "t", "version": "any"}
#: A Request that names everything, and for each dimension how a Consent can fail to cover it.
ASKED: Json = {
    **head("Request", LABS[0][0]),
    "uses": [LEAF],
    "track": {"isrc": ISRC},
    "material": ["audio"],
    "model": T2,
    "territories": ["SE", "DK"],
    "accepts": ["attribution"],
    "purpose": "a demo",
}
SHORT: dict[str, list[Json]] = {
    "to": [{"id": LABS[1][0], "name": "Other Lab"}],
    "uses": [["input"], ["style-replication-training"]],
    "tracks": [[{"isrc": "SEXYZ2600012"}], [{"iswc": "T9271833400"}]],
    "models": [[{"name": "t", "version": "3"}], [{"name": "u", "version": "any"}]],
    "territories": [["SE"], ["DK", "NO"]],
    "purpose": ["a product"],
    "validFrom": ["2027-01-01T00:00:01Z"],
    "validUntil": [NOW],
    "conditions": [["non-commercial"], ["attribution", "non-commercial"]],
    "expression": [{**SAID, "at": "2027-01-01T00:00:01Z"}],
    "by": [{"id": LABEL}],
}
#: The ways in which a Consent covers each dimension.
REACHING: dict[str, list[Json]] = {
    "to": ["anyone", {"id": LABS[0][1], "name": "Lab"}],
    "uses": [[LEAF], ["any-ai-use"], ["input", "generative-training"]],
    "models": ["any", [T2], [T_ANY]],
    "territories": [["worldwide"], ["DK", "SE", "NO"]],
    "purpose": ["any", "a demo"],
    "conditions": [[], ["attribution"]],
}


@st.composite
def consents(draw: st.DrawFn) -> tuple[Json, bool]:
    """Return a Consent for some rights and materials, and whether it covers all the rest."""
    failing = draw(st.sets(st.sampled_from(sorted(SHORT)), max_size=1))
    members = {name: draw(st.sampled_from(ways)) for name, ways in REACHING.items()}
    members.update({name: draw(st.sampled_from(SHORT[name])) for name in failing})
    rights = draw(st.sets(st.sampled_from(SOUND), min_size=1))
    material = draw(st.sets(st.sampled_from(MATERIALS), min_size=1))
    made = {**consent(rights=sorted(rights), material=sorted(material)), **members}
    return made, not failing


class TestNarrowly:
    """One Consent covers these four, or none does: parts of two Consents do not add up."""

    @given(st.lists(consents(), max_size=4), st.sets(st.sampled_from(MATERIALS), min_size=1))
    def test_each_need_is_covered_by_one_of_them(
        self, several: list[tuple[Json, bool]], materials: set[str]
    ) -> None:
        needs = [(one, right) for one in materials for right in MATERIAL_RIGHTS[one]]
        open_ones = [one for one, whole in several if whole]
        lacking = {
            right
            for material, right in needs
            if not any(material in one["material"] and right in one["rights"] for one in open_ones)
        }
        given = [declaration(), *(one for one, _ in several)]
        asked = World({**ASKED, "material": sorted(materials)}, given, NOW, "unsigned")
        found = answer(asked)
        assert found.outcome == ("consent-required" if lacking else "permitted")
        assert {str(one.right) for one in found.missing} == lacking

    @given(st.sampled_from(sorted(SHORT)), st.sampled_from(sorted(SHORT)))
    def test_two_that_each_lack_one_dimension_cover_nothing(self, one: str, other: str) -> None:
        for first, second in product(SHORT[one], SHORT[other]):
            documents = [declaration()]
            documents += [{**consent(), one: first}, {**consent(), other: second}]
            asked = World(ASKED, documents, NOW, "unsigned")
            assert answer(asked).outcome == "consent-required"


class TestWhatIsLeftOut:
    """What a Request leaves out is covered only by the words for the widest: a Request without
    `territories` only by `worldwide`, one without `model` only by `models: any`, one that names a
    model without version only by an entry with the version `any`, one without `purpose` only by
    `purpose: any`.
    """

    def test_all_that_a_consent_and_a_request_can_say_of_models(self) -> None:
        asked: list[Json] = [None, {"name": "t"}, T_ANY, T2, {"name": "u", "version": "2"}]
        named = [T2, T_ANY, {"name": "u", "version": "2"}, {"name": "u", "version": "1"}]
        lists = [[one for one, bit in zip(named, bits, strict=True) if bit] for bits in _bits(4)]
        choices: list[Json] = ["any", *filter(None, lists)]
        for models, model in product(choices, asked):
            version = (model or {}).get("version", "any")
            expected = models == "any" or any(
                model and one["name"] == model["name"] and one["version"] in {"any", version}
                for one in models
            )
            assert covers({"models": models}, {"model": model}) is expected

    def test_all_that_a_consent_and_a_request_can_say_of_territories(self) -> None:
        some = [[c for c, bit in zip(("SE", "DK"), b, strict=True) if bit] for b in _bits(2)]
        wide = ["worldwide"]
        for counting, asked in product([wide, *some[1:]], [None, wide, *some]):
            wanted = asked or wide
            expected = counting == wide or set(wanted) <= set(counting)
            assert covers({"territories": counting}, {"territories": asked}) is expected

    def test_all_that_a_consent_and_a_request_can_say_of_purposes(self) -> None:
        for purpose, asked in product(["any", "a", "b"], [None, "any", "a", "b", "A", "a "]):
            expected = purpose in {"any", asked}
            assert covers({"purpose": purpose}, {"purpose": asked}) is expected

    def test_all_that_a_consent_and_a_request_can_say_of_conditions(self) -> None:
        names = ("attribution", "non-commercial", "open-weights")
        some = [[c for c, bit in zip(names, bits, strict=True) if bit] for bits in _bits(3)]
        for demanded, accepted in product(some, [None, *some]):
            expected = set(demanded) <= set(accepted or [])
            assert covers({"conditions": demanded}, {"accepts": accepted}) is expected


def _bits(length: int) -> list[tuple[bool, ...]]:
    return list(product((False, True), repeat=length))


def covers(consented: Json, asked: Json) -> bool:
    """Tell whether a Consent, narrow in one dimension, opens a Request, wide in all the others."""
    head_ = {name: ASKED[name] for name in (*head("Request", ""), "uses", "track", "material")}
    request = {**head_, **{name: value for name, value in asked.items() if value is not None}}
    documents = [declaration(), consent(**consented)]
    return answer(World(request, documents, NOW, "unsigned")).outcome == "permitted"


class TestUses:
    """Its `uses` name the leaf, or a group around the leaf while the leaf is not marked by name
    only.
    """

    @pytest.mark.parametrize("use", sorted(USES))
    def test_each_use_covers_these_leaves(self, use: str) -> None:
        asked = {**ASKED, "uses": ["any-ai-use"], "accepts": []}
        documents = [declaration(), consent(uses=[use])]
        found = answer(World(asked, documents, NOW, "unsigned")).outcomes
        assert {str(leaf) for leaf, one in found.items() if one == "permitted"} == covered(use)
        assert covered(use) <= leaves(use)


class TestObstacles:
    """The other dimensions are looked at once: AF555 to AF559, and AF650 to AF652 for its time."""

    @given(worlds())
    def test_what_meets_no_obstacle_is_open(self, given: World) -> None:
        documents, request = gather(given.documents), read(given.request)
        assert isinstance(request, Request)
        for one in documents.consents:
            asked: Any = (one, from_request(request), documents, given.at)
            assert is_open(*asked) is (not list(obstacles(*asked)))


class TestExplicit:
    """The methods `signature`, `written-agreement` and `opt-in` are such acts."""

    @given(worlds(), st.sampled_from(list(Method)))
    def test_a_consent_by_another_act_is_none(self, given: World, method: Method) -> None:
        explicit = method in ("signature", "written-agreement", "opt-in")
        acted = [
            _by(one, method) if one.get("type") == "Consent" else one for one in given.documents
        ]
        kept = [one for one in given.documents if one.get("type") != "Consent" or explicit]
        assert brief(answer(given, acted)) == brief(answer(given, kept))


def _by(agreed: Json, method: Method) -> Json:
    """Return a Consent that was given by some act."""
    said = agreed.get("expression")
    if not isinstance(said, dict) or not said.get("method"):
        return agreed
    return {**agreed, "expression": {**said, "method": str(method)}}
