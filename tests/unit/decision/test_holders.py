"""Who holds a right, who stands in for whom, and which rights are absent."""

from askfirst.decision.case import Holdings
from askfirst.vocabulary import Right
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import (
    ISCC,
    ISRC,
    ISWC,
    LABEL,
    MARA,
    SOCIETY,
    declaration,
    held,
    track,
)
from tests.unit.decision.asking import SEARCH, case

WORK = {Right.COMPOSITION, Right.LYRICS}
KNOWN: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
ESTATE = {"id": SOCIETY, "name": "Estate", "capacity": "estate"}


def holdings(*documents: Json, **members: Json) -> Holdings:
    return case(SEARCH, *documents, **{"track": KNOWN, **members}).holdings


def test_each_right_has_whoever_is_named() -> None:
    entries = [held(MARA, "lyrics", "voice"), held(LABEL, "recording", "lyrics")]
    found = holdings(declaration(rightsholders=entries))

    assert found.claims == {
        (MARA, Right.LYRICS),
        (MARA, Right.VOICE),
        (LABEL, Right.RECORDING),
        (LABEL, Right.LYRICS),
    }
    assert found.held == {Right.LYRICS, Right.VOICE, Right.RECORDING}
    assert (found.absent, found.standing_in) == (frozenset(), {})


def test_holders_add_up() -> None:
    found = holdings(declaration(), declaration(LABEL))

    assert found.claims == {(who, right) for who in (MARA, LABEL) for right in Right}


def test_through_a_work_only_composition_and_lyrics_are_held() -> None:
    found = holdings(declaration(track=track(iswc=ISWC)))

    assert found.claims == {(MARA, right) for right in WORK}
    assert found.held == WORK


def test_through_a_likeness_nothing_is_held() -> None:
    found = holdings(declaration(track=track(iscc=ISCC, isrc="SEXYZ2600012")))

    assert found == Holdings(frozenset(), frozenset(), frozenset(), {})


def test_a_contradiction_names_further_holders_and_is_no_first() -> None:
    other = declaration(LABEL, track=track(isrc=ISRC, iswc="T9300771055"))
    mara = held(MARA, "voice")

    assert holdings(other).held == frozenset()
    assert holdings(other).claims == {(LABEL, right) for right in Right}
    assert holdings(other, declaration(rightsholders=[mara])).held == {Right.VOICE}


def test_at_trusted_nobody_counts() -> None:
    found = holdings(declaration(absentRights=[]), assurance="trusted")

    assert (found.held, found.absent) == (frozenset(), frozenset())
    assert found.claims == {(MARA, right) for right in Right}


def test_a_mandated_party_holds_beside_its_holder_and_stands_in() -> None:
    found = holdings(declaration(rightsholders=[held(MARA, "lyrics", "voice", mandate=ESTATE)]))

    assert found.claims == {(who, right) for who in (MARA, SOCIETY) for right in found.held}
    assert found.held == {Right.LYRICS, Right.VOICE}
    assert found.standing_in == {
        (MARA, Right.LYRICS): {(SOCIETY, Right.LYRICS)},
        (MARA, Right.VOICE): {(SOCIETY, Right.VOICE)},
    }


def test_several_parties_can_stand_beside_a_holder() -> None:
    guardian = {"id": LABEL, "name": "Guardian", "capacity": "guardian"}
    found = holdings(
        declaration(rightsholders=[held(MARA, "lyrics", mandate=ESTATE), held(MARA, "voice")]),
        declaration(rightsholders=[held(MARA, "lyrics", mandate=guardian)]),
    )

    assert found.standing_in == {
        (MARA, Right.LYRICS): {(SOCIETY, Right.LYRICS), (LABEL, Right.LYRICS)}
    }


def test_a_mandate_counts_as_far_as_its_document_loosens() -> None:
    entry = held(MARA, "lyrics", "voice", mandate=ESTATE)
    through_work = declaration(rightsholders=[entry], track=track(iswc=ISWC))
    contradicting = declaration(rightsholders=[entry], track=track(isrc=ISRC, iswc="T9300771055"))

    assert set(holdings(through_work).standing_in) == {(MARA, Right.LYRICS)}
    assert holdings(contradicting).standing_in == {}
    assert holdings(through_work, assurance="trusted").standing_in == {}


def test_a_right_is_absent_that_nobody_is_named_for() -> None:
    mine = declaration(rightsholders=[held(MARA, "recording")], absentRights=["lyrics"])

    assert holdings(mine).absent == {Right.LYRICS}
    assert holdings(mine, declaration(LABEL)).absent == frozenset()
    elsewhere = declaration(LABEL, track=track(iswc=ISWC))
    assert holdings(mine, elsewhere).absent == frozenset()
    alike = declaration(LABEL, track=track(iscc=ISCC, isrc="SEXYZ2600012"))
    assert holdings(mine, alike).absent == {Right.LYRICS}


def test_a_right_is_absent_through_a_recording_only() -> None:
    mine = declaration(rightsholders=[held(MARA, "recording")], absentRights=["lyrics"])

    for known in ({"iswc": ISWC}, {"isrc": ISRC, "iswc": "T9300771055"}):
        assert holdings({**mine, "track": track(**known)}).absent == frozenset()
    assert holdings(mine, assurance="trusted").absent == frozenset()


def test_every_absence_is_heard() -> None:
    mine = declaration(rightsholders=[held(MARA, "recording")], absentRights=["lyrics"])
    theirs = declaration(rightsholders=[held(MARA, "voice")], absentRights=["composition"])

    assert holdings(mine, theirs).absent == {Right.LYRICS, Right.COMPOSITION}
