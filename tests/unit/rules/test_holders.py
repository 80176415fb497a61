"""Holders are counted in their normal form, and for each track as they hold there."""

import pytest

from askfirst.vocabulary import Capacity, Right
from tests.consistency.shipped import Json
from tests.unit.rules.looking import HOLDER, RIGHTS, example, faults, holder, places, release, track

LABEL = "https://northline.example.com/"
ISNI = "https://isni.org/isni/000000012281955X"
KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
WITHOUT_LYRICS = [right for right in RIGHTS if right != "lyrics"]
SAME_PARTY = [
    (ISNI, "http://isni.org/isni/0000-0001-2281-955X"),
    (ISNI, "https://www.isni.org/isni/000000012281955x"),
    ("ipi:00052210040", "IPI:00052210040"),
    (HOLDER, "HTTPS://Mara.Example.org/"),
    (HOLDER, "https://mara.example.org"),
    (
        "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        "urn:uuid:6B0E9F0A-8F0D-4C57-9A7A-0A2F6F7F4B11",
    ),
]


def declaring(*entries: Json, **members: Json) -> Json:
    return example("Declaration", rightsholders=list(entries), **members)


def mandate(capacity: str, address: str = "https://society.example.org/") -> Json:
    return {"id": address, "name": "Example Society", "capacity": capacity}


def test_one_holder_of_several_entries_needs_no_maker() -> None:
    assert places("AF401", declaring(holder("lyrics"), holder("recording"))) == []


def test_two_holders_need_a_maker() -> None:
    entries = holder("lyrics"), holder("recording", holder=LABEL)

    assert places("AF401", declaring(*entries)) == [""]
    assert places("AF401", declaring(*entries, by={"id": LABEL})) == []


@pytest.mark.parametrize(("one", "other"), SAME_PARTY)
def test_a_holder_in_two_forms_is_one_holder(one: str, other: str) -> None:
    """Identifiers are compared in their normal form."""
    assert places("AF401", declaring(holder(holder=one), holder("voice", holder=other))) == []


def test_a_mandated_party_is_no_second_holder() -> None:
    assert places("AF401", declaring(holder("lyrics", mandate=mandate("society")))) == []


def test_a_holder_of_one_track_only_counts() -> None:
    own = track(rightsholders=[holder(holder=LABEL)])

    assert places("AF401", release(track(), own)) == [""]
    assert places("AF401", release(own, rightsholders=[holder(holder=LABEL)])) == []


def test_an_entry_without_a_holder_is_no_second_holder() -> None:
    """A sentence about meaning is not checked on a value whose shape is wrong."""
    nameless = {"name": "Northline Records", "rights": ["recording"]}

    assert places("AF401", declaring(holder(), nameless)) == []


@pytest.mark.parametrize("one", [HOLDER, LABEL, "https://society.example.org/"])
def test_holders_and_mandated_parties_may_make_a_document(one: str) -> None:
    entries = holder("lyrics", mandate=mandate("society")), holder("recording", holder=LABEL)

    assert places("AF402", declaring(*entries, by={"id": one})) == []


def test_the_holder_of_one_track_may_make_a_release() -> None:
    own = track(rightsholders=[holder(holder=LABEL)])

    assert places("AF402", release(track(), own, by={"id": LABEL})) == []


def test_a_witness_may_not_make_a_document() -> None:
    platform = {"id": "https://platform.example.com/", "name": "Example Platform"}

    assert places("AF402", declaring(holder(), by=platform, witness=platform)) == ["/by/id"]


def test_anybody_may_import_a_document() -> None:
    source = {"signal": "tdmrep", "sha256": "0" * 64}

    assert places("AF402", declaring(holder(), by={"id": LABEL}, source=source)) == []


@pytest.mark.parametrize(("one", "other"), SAME_PARTY)
def test_the_maker_may_be_named_in_another_form(one: str, other: str) -> None:
    """Identifiers are compared in their normal form."""
    assert places("AF402", declaring(holder(holder=one), by={"id": other})) == []


def test_without_a_readable_holder_no_maker_is_refused() -> None:
    """A sentence about meaning is not checked on a value whose shape is wrong."""
    nameless = {"name": "Northline Records", "rights": ["recording"]}

    assert places("AF402", declaring(nameless, by={"id": LABEL})) == []


@pytest.mark.parametrize("right", Right)
def test_each_right_without_a_holder_is_named(right: Right) -> None:
    others = [other for other in RIGHTS if other != right]
    found = faults("AF404", declaring(holder(*others)))

    assert [fault.message for fault in found] == [f"nobody is named as holder of `{right}`"]


def test_rights_may_be_spread_over_several_entries() -> None:
    entries = holder(*RIGHTS[:3]), holder(*RIGHTS[3:], holder=LABEL)

    assert places("AF404", declaring(*entries)) == []


def test_an_absent_right_needs_no_holder() -> None:
    assert places("AF404", declaring(holder(*WITHOUT_LYRICS), absentRights=["lyrics"])) == []


def test_the_holders_of_a_track_replace_those_of_its_release() -> None:
    own = track(rightsholders=[holder(*WITHOUT_LYRICS)])

    assert places("AF404", release(track(), own)) == ["/tracks/1/rightsholders"]
    assert places("AF404", release(own, rightsholders=[holder("voice")])) == [
        "/tracks/0/rightsholders"
    ]


def test_the_absent_rights_of_a_track_replace_those_of_its_release() -> None:
    instrumental = {"rightsholders": [holder(*WITHOUT_LYRICS)], "absentRights": ["lyrics"]}

    assert places("AF404", release(track(), **instrumental)) == []
    assert places("AF404", release(track(absentRights=[]), **instrumental)) == ["/rightsholders"]
    assert places("AF404", release(track(absentRights=["composition"]), **instrumental)) == [
        "/rightsholders"
    ]


def test_a_list_that_holds_for_several_tracks_is_found_once() -> None:
    document = release(track(), track(), track(), rightsholders=[holder("voice")])

    assert places("AF404", document) == ["/rightsholders"]


def test_a_track_with_its_own_lists_is_not_measured_by_those_of_its_release() -> None:
    own = track(rightsholders=[holder()], absentRights=[])
    instrumental = release(track(), own, rightsholders=[holder(*WITHOUT_LYRICS)])

    assert places("AF405", {**instrumental, "absentRights": ["lyrics"]}) == []


@pytest.mark.parametrize("own", ["rightsholders", "absentRights"])
def test_a_track_inherits_the_list_that_it_lacks(own: str) -> None:
    lists = {"rightsholders": [holder()], "absentRights": ["lyrics"]}
    others = {"rightsholders": [holder(*WITHOUT_LYRICS)], "absentRights": []}
    inherited = {name: lists[name] for name in lists if name != own}
    document = release(track(), track(**{own: lists[own]}), **{own: others[own]}, **inherited)

    expected = "/tracks/1/absentRights/0" if own == "absentRights" else "/absentRights/0"
    assert places("AF405", document) == [expected]


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("capacity", Capacity)
def test_a_capacity_stands_for_the_rights_of_its_table(capacity: Capacity, right: Right) -> None:
    found = places("AF407", declaring(holder(right, mandate=mandate(capacity))))

    assert bool(found) == (right not in capacity.rights)


def test_a_voice_without_the_mandate_is_no_concern_of_the_society() -> None:
    entries = holder("composition", mandate=mandate("society")), holder("voice")

    assert places("AF407", declaring(*entries)) == []


def test_a_mandate_in_a_track_is_looked_at() -> None:
    own = track(rightsholders=[holder("likeness", mandate=mandate("agent"))])

    assert places("AF407", release(own)) == ["/tracks/0/rightsholders/0/mandate/capacity"]


@pytest.mark.parametrize(
    "address", [HOLDER, "HTTPS://MARA.EXAMPLE.ORG/", "mailto:mara@example.org"]
)
def test_some_holders_are_their_own_address(address: str) -> None:
    assert places("AF408", declaring(holder(holder=address))) == []


@pytest.mark.parametrize(
    "address", ["http://mara.example.org/", KEY, "ipi:00052210040", "tel:+46-8-000000"]
)
def test_other_holders_need_an_address(address: str) -> None:
    assert places("AF408", declaring(holder(holder=address))) == ["/rightsholders/0/holder"]


def test_a_contact_or_a_common_address_is_enough() -> None:
    reachable = holder(holder=KEY, contact="mailto:mara@example.org")

    assert places("AF408", declaring(reachable)) == []
    assert places("AF408", declaring(holder(holder=KEY), askAt=HOLDER)) == []


def test_the_common_address_of_a_release_holds_for_its_tracks() -> None:
    own = track(rightsholders=[holder(holder=KEY)])

    assert places("AF408", release(own)) == ["/tracks/0/rightsholders/0/holder"]
    assert places("AF408", release(own, askAt=HOLDER)) == []


def test_holders_of_a_release_that_hold_for_no_track_need_no_address() -> None:
    """AF404, AF405 and AF408 are about the rightsholders as they hold for each track."""
    own = track(rightsholders=[holder()])

    assert places("AF408", release(own, rightsholders=[holder(holder=KEY)])) == []
