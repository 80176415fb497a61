"""What is missing names a right, who has not agreed, and where they can be asked."""

from typing import Any

import pytest

from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import (
    ISCC,
    ISRC,
    ISWC,
    LABEL,
    MARA,
    SOCIETY,
    consent,
    declaration,
    held,
    track,
)
from tests.unit.decision.asking import MUSIC, SEARCH, VOICE, ask

STANDS: Json = {"id": SOCIETY, "name": "Society", "capacity": "society"}
KNOWN: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
WORDS: Json = {"material": ["lyrics-text"]}
NOBODY = "urn:uuid:0b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11"


def missing(use: str, *documents: Json, **members: Json) -> list[Any]:
    return [*ask(use, *documents, **members).to_dict()["missing"]]


def claims(use: str, *documents: Json, **members: Json) -> list[tuple[str, str | None]]:
    found = missing(use, *documents, **members)
    return [(one["right"], one.get("holder")) for one in found]


def asked_at(*entries: Json, **members: Json) -> dict[str, list[str]]:
    """Return where each party is asked that has not agreed for the lyrics."""
    document = declaration(entries[0]["holder"], rightsholders=list(entries), **members)
    return {one["holder"]: one["askAt"] for one in missing(MUSIC, document, **WORDS)}


def test_what_is_permitted_or_prohibited_lacks_nothing() -> None:
    assert missing(SEARCH, declaration(permits=[SEARCH])) == []
    assert missing(SEARCH, declaration(prohibits=[SEARCH])) == []
    assert missing(MUSIC, declaration(), consent()) == []


def test_it_is_sorted_by_right_holder_and_use() -> None:
    found = missing("analytic-training", declaration(), declaration(LABEL))
    keys = [(one["right"], one["holder"], one["use"]) for one in found]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys) == 4 * 2 * 5


def test_what_a_holder_permits_it_does_not_lack() -> None:
    mine, theirs = declaration(permits=[SEARCH]), declaration(LABEL)

    assert claims(SEARCH, mine, theirs, **WORDS) == [("lyrics", LABEL)]
    asks = {**theirs, "requiresConsent": [SEARCH]}
    assert claims(SEARCH, mine, asks, **WORDS) == [("lyrics", MARA), ("lyrics", LABEL)]


def test_a_right_that_nobody_holds_comes_before_its_claimants() -> None:
    assert claims(SEARCH, **WORDS) == [("lyrics", None)]
    found = missing(SEARCH, **WORDS)
    assert found == [{"right": "lyrics", "use": SEARCH, "askAt": [], "claimedBy": []}]


def test_an_entry_of_a_holder_has_no_claimants() -> None:
    assert missing(SEARCH, declaration(), **WORDS) == [
        {"right": "lyrics", "holder": MARA, "use": SEARCH, "askAt": [MARA]}
    ]


def test_every_material_is_looked_at_and_an_entry_stands_once() -> None:
    materials = ["lyrics-text", "sheet-music", "audio", "stems"]

    assert claims(SEARCH, declaration(), material=materials) == [
        (right, MARA) for right in ("composition", "lyrics", "performance", "recording")
    ]


def test_who_lacks_only_one_material_lacks() -> None:
    agreed = consent(uses=[SEARCH], material=["audio"])

    assert claims(SEARCH, declaration(), agreed, material=["audio", "sheet-music"]) == [
        ("composition", MARA)
    ]


def test_where_everything_is_absent_each_right_of_the_material_is_missing() -> None:
    mine = declaration(rightsholders=[held(MARA, "voice")], absentRights=["lyrics"])

    assert claims(SEARCH, mine, **WORDS) == [("lyrics", None)]
    assert claims(VOICE, mine, **WORDS) == [("lyrics", None), ("voice", MARA)]
    assert claims(SEARCH, mine) == [
        ("composition", None),
        ("performance", None),
        ("recording", None),
    ]


@pytest.mark.parametrize(
    ("entry", "members", "expected"),
    [
        ({}, {}, [MARA]),
        ({}, {"askAt": "https://ask.example/"}, ["https://ask.example/"]),
        (
            {"contact": "mailto:m@example.org"},
            {"askAt": "https://ask.example/"},
            ["mailto:m@example.org"],
        ),
        ({"holder": "mailto:m@example.org"}, {}, ["mailto:m@example.org"]),
        ({"holder": "MAILTO:m@example.org"}, {}, ["MAILTO:m@example.org"]),
        ({"holder": NOBODY}, {}, []),
        ({"holder": "http://mara.example.org/"}, {}, []),
        ({"holder": NOBODY}, {"askAt": "https://ask.example/"}, ["https://ask.example/"]),
    ],
)
def test_a_holder_is_asked_at_its_contact_else_at_the_documents_else_at_itself(
    entry: Json, members: Json, expected: list[str]
) -> None:
    one = {**held(MARA, "lyrics"), **entry}

    assert asked_at(one, **members) == {one["holder"]: expected}


def test_a_party_is_asked_at_the_addresses_of_all_its_entries() -> None:
    several = [
        held(MARA, "lyrics", contact="mailto:z@example.org"),
        held(MARA, "lyrics", contact="mailto:a@example.org"),
        held(MARA, "lyrics", "composition", contact="mailto:z@example.org"),
        held(MARA, "recording", contact="mailto:other@example.org"),
        held(LABEL, "lyrics"),
    ]

    assert asked_at(*several) == {
        MARA: ["mailto:a@example.org", "mailto:z@example.org"],
        LABEL: [LABEL],
    }


def test_a_mandated_party_is_asked_at_the_contact_of_its_entry() -> None:
    entry = held(MARA, "lyrics", mandate=STANDS)

    assert asked_at({**entry, "contact": "mailto:m@example.org"}) == {
        MARA: ["mailto:m@example.org"],
        SOCIETY: ["mailto:m@example.org"],
    }
    assert asked_at(entry) == {MARA: [MARA], SOCIETY: [SOCIETY]}
    assert asked_at(entry, askAt="https://ask.example/") == {
        MARA: ["https://ask.example/"],
        SOCIETY: ["https://ask.example/"],
    }


def test_entries_are_heard_as_far_as_their_document_restricts() -> None:
    contact = {"contact": "mailto:work@example.org"}
    through_work = declaration(rightsholders=[held(MARA, **contact)], track=track(iswc=ISWC))
    found = missing(SEARCH, declaration(), through_work, track=KNOWN)

    assert {one["right"]: one["askAt"] for one in found} == {
        "composition": [MARA, "mailto:work@example.org"],
        "lyrics": [MARA, "mailto:work@example.org"],
        "performance": [MARA],
        "recording": [MARA],
    }


def test_whoever_is_named_without_counting_claims_the_right() -> None:
    mine = declaration(rightsholders=[held(MARA, "lyrics", mandate=STANDS)])
    theirs = declaration(LABEL, rightsholders=[held(LABEL, "lyrics", contact="mailto:l@e.org")])

    assert missing(SEARCH, theirs, mine, assurance="trusted", **WORDS) == [
        {
            "right": "lyrics",
            "use": SEARCH,
            "askAt": [MARA, SOCIETY, "mailto:l@e.org"],
            "claimedBy": [
                {"holder": MARA, "name": "Somebody"},
                {"holder": LABEL, "name": "Somebody", "contact": "mailto:l@e.org"},
                {"holder": SOCIETY, "name": "Society"},
            ],
        }
    ]


def test_claimants_are_sorted_and_stand_once_for_a_name_and_a_contact() -> None:
    entries = [
        held(MARA, "lyrics", contact="mailto:b@example.org"),
        held(MARA, "lyrics", "voice", contact="mailto:b@example.org"),
        held(MARA, "lyrics", contact="mailto:a@example.org"),
        held(MARA, "lyrics"),
        held(MARA, "lyrics", contact="MAILTO:c@example.org"),
        {**held(MARA, "lyrics"), "name": "Another"},
    ]
    (found,) = missing(SEARCH, declaration(rightsholders=entries), assurance="trusted", **WORDS)

    assert [(one["name"], one.get("contact")) for one in found["claimedBy"]] == [
        ("Another", None),
        ("Somebody", None),
        ("Somebody", "MAILTO:c@example.org"),
        ("Somebody", "mailto:a@example.org"),
        ("Somebody", "mailto:b@example.org"),
    ]
    upper = "MAILTO:c@example.org"
    assert found["askAt"] == [upper, MARA, "mailto:a@example.org", "mailto:b@example.org"]
