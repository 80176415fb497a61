"""What a change of a Declaration or Release widens and narrows."""

import pytest

from tests.consistency.shipped import Json
from tests.unit.comparison.revised import (
    MANAGEMENT,
    MARA,
    NORTHLINE,
    declaration,
    difference,
    found,
    holder,
    release,
    track,
)

SOUND = ("composition", "lyrics", "recording", "performance")
MANDATE = {"id": MANAGEMENT, "name": "Management", "capacity": "agent"}
ISCC = "ISCC:EIASCTPZO4QU36LX"


def _kinds(old: Json, new: Json) -> list[tuple[str, str]]:
    return [(one.kind, one.what) for one in difference(old, new).changes]


@pytest.mark.parametrize(
    ("use", "old", "new", "kind"),
    [
        ("search-indexing", "prohibits", "requiresConsent", "widened"),
        ("search-indexing", "requiresConsent", None, "widened"),
        ("search-indexing", None, "permits", "widened"),
        ("search-indexing", "permits", "requiresConsent", "narrowed"),
        ("style-replication-training", "prohibits", None, "widened"),
        ("style-replication-training", "requiresConsent", None, "changed"),
        ("style-replication-training", None, "requiresConsent", "changed"),
        ("style-replication-training", None, "prohibits", "narrowed"),
    ],
)
def test_a_milder_status_is_widened_but_silence_under_the_floor_is_not_milder(
    use: str, old: str | None, new: str | None, kind: str
) -> None:
    before, after = (declaration(**({name: [use]} if name else {})) for name in (old, new))

    assert _kinds(before, after) == [(kind, "leaf")]


def test_a_group_changes_the_leaves_that_are_not_stated_more_narrowly() -> None:
    old = declaration(prohibits=["input"], requiresConsent=["voice-replication-input"])
    new = declaration(requiresConsent=["input"])

    assert [(one.use, one.old, one.new) for one in difference(old, new).changes] == [
        ("likeness-replication-input", "/prohibits/0", "/requiresConsent/0"),
        ("other-generative-input", "/prohibits/0", "/requiresConsent/0"),
        ("analytic-input", "/prohibits/0", "/requiresConsent/0"),
    ]


def test_a_further_holder_narrows_and_each_right_is_told() -> None:
    old = declaration(rightsholders=[holder(*SOUND)], by={"id": MARA})
    more = holder("recording", "voice", id_=NORTHLINE)
    new = declaration(rightsholders=[holder(*SOUND), more], by={"id": MARA})

    assert found(old, new) == [
        ("widened", "rightsholders", "voice", None, NORTHLINE),
        ("narrowed", "rightsholders", "recording", None, NORTHLINE),
    ]


def test_a_mandate_asks_one_more_and_lets_that_one_stand_in() -> None:
    old = declaration(rightsholders=[holder("recording")])
    new = declaration(rightsholders=[holder("recording", mandate=MANDATE)])
    both = f"{MANAGEMENT} for {MARA}"

    assert found(old, new) == [
        ("widened", "rightsholders/mandate", "recording", None, both),
        ("narrowed", "rightsholders", "recording", None, MANAGEMENT),
    ]
    assert found(new, old) == [
        ("widened", "rightsholders", "recording", MANAGEMENT, None),
        ("narrowed", "rightsholders/mandate", "recording", both, None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {"iscc": ISCC}, ("narrowed", None, f"iscc:{ISCC}")),
        ({"iscc": ISCC}, {}, ("widened", f"iscc:{ISCC}", None)),
        ({}, {"iswc": "T9271833400"}, ("widened", None, "iswc:T9271833400")),
        ({"urls": ["x:a", "x:b"]}, {"urls": ["x:b"]}, ("widened", "urls:x:a", None)),
        ({}, {"files": [{"pcmMd5": "0A" * 16}]}, ("widened", None, f"pcmMd5:{'0a' * 16}")),
    ],
)
def test_an_identifier_reaches_what_it_identifies(
    old: Json, new: Json, expected: tuple[str, str, str]
) -> None:
    changes = found(declaration(track=track(**old)), declaration(track=track(**new)))

    assert changes == [(expected[0], "track", "", *expected[1:])]


def test_an_identifier_is_the_same_in_any_form() -> None:
    other = declaration(track=track(isrc="se-xyz-26-00012"))

    assert difference(declaration(), other).changes == ()


def test_what_takes_the_place_of_the_old_document_may_say_so() -> None:
    new = declaration(id="urn:a:new", supersedes=[declaration()["id"].upper()])

    assert _kinds(declaration(), new) == [("changed", "id")]


@pytest.mark.parametrize(
    "members",
    [
        {"issued": "2027-01-01T00:00:00Z"},
        {"askAt": "https://mara.example.org/ask"},
        {"language": "sv"},
        {"witness": {"id": NORTHLINE, "name": "Northline"}},
        {"track": track(title="Nattbuss")},
        {"track": track(license="https://license.example.org/")},
        {"rightsholders": [holder(*SOUND, "voice", "likeness", name="Mara", contact="x:a")]},
    ],
)
def test_what_is_for_people_is_told_and_neither_widens_nor_narrows(members: Json) -> None:
    assert {kind for kind, _ in _kinds(declaration(), declaration(**members))} == {"changed"}


ONE, TWO, THREE = (track(isrc=f"SEXYZ260001{n}", title=f"Song {n}") for n in "123")


def test_the_tracks_of_a_release_are_found_again_in_another_order() -> None:
    old = release(ONE, {**TWO, "prohibits": ["training"]}, THREE)
    new = release(THREE, ONE, {**TWO, "prohibits": ["training", "input"]})

    changes = difference(old, new).changes

    assert {(one.kind, one.track, one.new) for one in changes} == {
        ("narrowed", "/tracks/2", "/tracks/2/prohibits/1")
    }
    assert len(changes) == 4


def test_a_track_whose_identifiers_all_changed_is_found_at_its_place() -> None:
    changes = found(release(ONE, TWO), release(ONE, THREE))

    assert changes == [
        ("widened", "track", "", None, "isrc:SEXYZ2600013"),
        ("widened", "track", "", "isrc:SEXYZ2600012", None),
    ]


def test_a_track_goes_with_one_other_only() -> None:
    changes = found(release(ONE, TWO), release(ONE, ONE))

    assert [(what, before) for _, what, _, before, _ in changes] == [
        ("track", None),
        ("track", "isrc:SEXYZ2600012"),
    ]


def test_what_a_release_says_of_all_is_told_for_each_track() -> None:
    old = release(ONE, {**TWO, "prohibits": ["search-indexing"]}, prohibits=["search-indexing"])
    new = release(ONE, {**TWO, "prohibits": ["search-indexing"]})

    assert [(one.track, one.old, one.new) for one in difference(old, new).changes] == [
        ("/tracks/0", "/prohibits/0", None)
    ]
