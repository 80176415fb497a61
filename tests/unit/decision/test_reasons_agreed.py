"""Reasons that lie in who holds what and who agreed: code, document and place."""

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
from tests.unit.decision.asking import MUSIC, SEARCH, TAGS, VOICE, ask, codes, places

STANDS: Json = {"id": SOCIETY, "name": "Society", "capacity": "society"}
KNOWN: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
ELSEWHERE = track(isrc="SEXYZ2600012")
INFO = {"title": "Album", "artists": ["Mara"]}
WORDS: Json = {"material": ["lyrics-text"]}
LOW: Json = {"assurance": "trusted"}
OWNED: Json = {"rightsholders": [held(MARA, "recording")]}
NO_LYRICS: Json = {
    "rightsholders": [held(MARA, "recording")],
    "absentRights": ["composition", "lyrics"],
}


def album(*tracks: Json, **members: Json) -> Json:
    one = {**declaration(**members), "type": "Release", "release": INFO, "tracks": list(tracks)}
    return {name: value for name, value in one.items() if name != "track"}


def test_af450_a_touched_right_has_no_holder() -> None:
    voice = declaration(rightsholders=[held(MARA, "voice")])

    assert places(ask(SEARCH, voice), "AF450") == [("AF450", None, None)]
    assert places(ask(SEARCH, declaration()), "AF450") == []
    assert places(ask(VOICE, voice, declaration(rightsholders=[held(MARA)])), "AF450") == []
    assert "AF450" not in codes(ask(SEARCH, {**voice, "prohibits": [SEARCH]}))


def test_af450_for_each_material() -> None:
    lyrics = declaration(rightsholders=[held(MARA, "lyrics")])

    for materials in (["sheet-music", "lyrics-text"], ["lyrics-text", "sheet-music"]):
        assert places(ask(SEARCH, lyrics, material=materials), "AF450")
    assert places(ask(SEARCH, lyrics, **WORDS), "AF450") == []


def test_af451_the_entry_that_names_who_has_not_agreed() -> None:
    entries = [held(MARA, "voice"), held(MARA, "lyrics"), held(LABEL, "lyrics", "recording")]
    one = declaration(rightsholders=entries)

    assert places(ask(SEARCH, one, **WORDS), "AF451") == [
        ("AF451", one["id"], "/rightsholders/1"),
        ("AF451", one["id"], "/rightsholders/2"),
    ]
    assert places(ask(MUSIC, one, consent(), **WORDS, uses=[MUSIC]), "AF451")
    agreed = consent(LABEL, material=["lyrics-text"])
    assert places(ask(MUSIC, one, agreed, **WORDS), "AF451") == [
        ("AF451", one["id"], "/rightsholders/1")
    ]


def test_af451_the_mandate_of_an_entry() -> None:
    one = declaration(rightsholders=[held(MARA, "recording"), held(MARA, "lyrics", mandate=STANDS)])
    mine = consent(material=["lyrics-text"])

    assert places(ask(MUSIC, one, **WORDS), "AF451") == [
        ("AF451", one["id"], "/rightsholders/1"),
        ("AF451", one["id"], "/rightsholders/1/mandate"),
    ]
    assert places(ask(MUSIC, one, mine, **WORDS), "AF451") == [
        ("AF451", one["id"], "/rightsholders/1/mandate")
    ]


def test_af451_every_entry_that_is_heard() -> None:
    one, work = declaration(), declaration(track=track(iswc=ISWC))
    alike = declaration(track={**ELSEWHERE, "iscc": ISCC})
    found = places(ask(SEARCH, one, work, alike, track=KNOWN), "AF451")

    assert {document for _, document, _ in found} == {one["id"], work["id"]}
    recorded = consent(uses=[SEARCH], rights=["composition", "lyrics"])
    found = places(ask(SEARCH, one, work, recorded, track=KNOWN), "AF451")
    assert {document for _, document, _ in found} == {one["id"]}


def test_af451_in_a_release_at_the_entries_that_hold_for_the_track() -> None:
    own = {**track(), "rightsholders": [held(LABEL, "voice"), held(LABEL, "lyrics")]}
    one = album(ELSEWHERE, own, rightsholders=[held(LABEL, "lyrics"), held(MARA)])
    other = album(ELSEWHERE, track(), rightsholders=[held(LABEL, "voice"), held(MARA)])
    found = places(ask(SEARCH, one, other, **WORDS), "AF451")

    assert sorted(found) == sorted(
        [
            ("AF451", one["id"], "/tracks/1/rightsholders/1"),
            ("AF451", other["id"], "/rightsholders/1"),
        ]
    )


def test_af451_not_where_it_is_prohibited() -> None:
    assert codes(ask(SEARCH, declaration(prohibits=[SEARCH]))) == ["AF350"]


def test_af451_for_each_material_that_lacks() -> None:
    one = declaration(rightsholders=[held(MARA, "lyrics"), held(LABEL, "composition")])
    found = ask(SEARCH, one, material=["lyrics-text", "sheet-music"])

    assert places(found, "AF451") == [
        ("AF451", one["id"], "/rightsholders/0"),
        ("AF451", one["id"], "/rightsholders/1"),
    ]


def test_af452_a_holder_permits_it() -> None:
    one = declaration(permits=[TAGS, SEARCH])
    other = declaration(LABEL, permits=["search-indexing"], rightsholders=[held(LABEL, "voice")])
    found = ask(SEARCH, one, other)

    assert places(found) == [("AF452", one["id"], "/permits/1")]
    assert places(ask(SEARCH, one, declaration(requiresConsent=[SEARCH])), "AF452") == []
    assert places(ask(SEARCH, one, declaration(LABEL)), "AF452")


def test_af452_of_one_that_holds_some_of_the_touched_rights() -> None:
    label = held(LABEL, "composition", "recording", "performance")
    one = declaration(rightsholders=[held(MARA, "lyrics"), label], permits=[SEARCH])

    assert places(ask(SEARCH, one), "AF452") == [("AF452", one["id"], "/permits/0")]


def test_af452_in_a_release_at_the_entry_that_holds() -> None:
    one = album(ELSEWHERE, {**track(), "permits": [SEARCH]}, permits=[TAGS])

    assert places(ask(SEARCH, one), "AF452") == [("AF452", one["id"], "/tracks/1/permits/0")]
    assert places(ask(TAGS, one), "AF452") == [("AF452", one["id"], "/permits/0")]


def test_af452_only_of_one_that_holds_a_touched_right_and_counts() -> None:
    source = {"signal": "tdmrep", "sha256": "0c" * 32}
    foreign = {**declaration(permits=[SEARCH], source=source), "by": {"id": LABEL}}
    alike = declaration(permits=[SEARCH], track={**ELSEWHERE, "iscc": ISCC})
    work = declaration(permits=[SEARCH], track=track(iswc=ISWC))

    assert places(ask(SEARCH, declaration(), foreign), "AF452") == []
    assert places(ask(SEARCH, declaration(), alike, track=KNOWN), "AF452") == []
    assert places(ask(SEARCH, declaration(), work, track=KNOWN), "AF452") == [
        ("AF452", work["id"], "/permits/0")
    ]
    recording = declaration(rightsholders=[held(MARA, "recording", "performance")])
    others = held(LABEL, "composition", "lyrics")
    named = declaration(LABEL, rightsholders=[others])
    assert places(ask(SEARCH, recording, named, work, track=KNOWN), "AF452")


def test_af453_a_right_is_absent() -> None:
    one = declaration(**NO_LYRICS)

    assert places(ask(SEARCH, one), "AF453") == [
        ("AF453", one["id"], "/absentRights/0"),
        ("AF453", one["id"], "/absentRights/1"),
    ]
    assert places(ask(SEARCH, one, **WORDS), "AF453") == [("AF453", one["id"], "/absentRights/1")]
    other = declaration(LABEL, rightsholders=[held(LABEL, "recording")])
    assert len(places(ask(SEARCH, one, other), "AF453")) == 2
    assert places(ask(SEARCH, one, declaration(LABEL)), "AF453") == []
    assert places(ask(SEARCH, {**one, "prohibits": [SEARCH]}), "AF453") == []


def test_af453_in_a_release_at_the_list_that_holds() -> None:
    one = album(ELSEWHERE, track(), **NO_LYRICS)
    other = album(ELSEWHERE, {**track(), "absentRights": ["lyrics"]}, **NO_LYRICS)
    found = places(ask(SEARCH, one, other, **WORDS), "AF453")

    assert sorted(found) == sorted(
        [
            ("AF453", one["id"], "/absentRights/1"),
            ("AF453", other["id"], "/tracks/1/absentRights/0"),
        ]
    )


def test_af453_only_through_a_recording() -> None:
    one, work = declaration(**NO_LYRICS), declaration(**NO_LYRICS, track=track(iswc=ISWC))
    found = places(ask(SEARCH, one, work, track=KNOWN, **WORDS), "AF453")

    assert found == [("AF453", one["id"], "/absentRights/1")]
