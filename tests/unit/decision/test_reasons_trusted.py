"""Reasons that lie in what would loosen, but is not trusted: code, document and place."""

import pytest

from tests.consistency.shipped import Json
from tests.property.proofs import PROOF
from tests.property.worlds_by_hand import (
    ISCC,
    ISRC,
    ISWC,
    LABEL,
    MARA,
    declaration,
    held,
    track,
)
from tests.unit.decision.asking import SEARCH, TAGS, VOICE, ask, places

KNOWN: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
ELSEWHERE = track(isrc="SEXYZ2600012")
WORDS: Json = {"material": ["lyrics-text"]}
LOW: Json = {"assurance": "trusted"}
OWNED: Json = {"rightsholders": [held(MARA, "recording")]}
NO_LYRICS: Json = {
    "rightsholders": [held(MARA, "recording")],
    "absentRights": ["composition", "lyrics"],
}


def test_af750_what_would_permit() -> None:
    one = declaration(permits=[TAGS, SEARCH])

    assert places(ask(SEARCH, one, **LOW), "AF750") == [
        ("AF750", one["id"], "/permits/1"),
        ("AF750", one["id"], "/rightsholders/0"),
    ]
    asks = declaration(requiresConsent=[SEARCH], rightsholders=[held(MARA, "voice")])
    found = places(ask(SEARCH, one, asks, **LOW), "AF750")
    assert found == [("AF750", one["id"], "/rightsholders/0")]
    assert places(ask(SEARCH, one, declaration(prohibits=[SEARCH]), **LOW), "AF750") == []
    assert places(ask(SEARCH, one), "AF750") == []


def test_af750_who_would_be_the_first_holder() -> None:
    entries = [held(MARA, "voice"), held(MARA, "lyrics", "voice"), held(MARA, "recording")]
    one = declaration(rightsholders=entries)

    assert places(ask(SEARCH, one, **WORDS, **LOW), "AF750") == [
        ("AF750", one["id"], "/rightsholders/1")
    ]
    assert [at for _, _, at in places(ask(VOICE, one, **LOW), "AF750")] == [
        "/rightsholders/0",
        "/rightsholders/1",
        "/rightsholders/2",
    ]


def test_af750_what_would_be_absent() -> None:
    one = declaration(**NO_LYRICS)

    assert places(ask(SEARCH, one, **WORDS, **LOW), "AF750") == [
        ("AF750", one["id"], "/absentRights/1")
    ]
    work = declaration(**NO_LYRICS, track=track(iswc=ISWC))
    assert places(ask(SEARCH, work, track=KNOWN, **WORDS, **LOW), "AF750") == []


@pytest.mark.parametrize("known", [{"iswc": ISWC}, {"isrc": "SEXYZ2600012", "iscc": ISCC}])
def test_af750_as_far_as_an_entry_is_heard(known: Json) -> None:
    one = declaration(track=track(**known), rightsholders=[held(MARA, "recording")])
    more = declaration(track=track(**known), rightsholders=[held(MARA, "recording", "lyrics")])
    expected = [("AF750", more["id"], "/rightsholders/0")] if "iswc" in known else []

    assert places(ask(SEARCH, one, track=KNOWN, **LOW), "AF750") == []
    assert places(ask(SEARCH, more, track=KNOWN, **LOW), "AF750") == expected


@pytest.mark.parametrize("assurance", ["trusted", "unsigned"])
def test_af751_what_would_loosen_and_does_not_verify(assurance: str) -> None:
    one = declaration(permits=[SEARCH], proof=PROOF, absentRights=["lyrics"], **OWNED)
    low = {"assurance": assurance}

    assert places(ask(SEARCH, one, **low)) == [
        ("AF450", None, None),
        ("AF751", one["id"], "/proof"),
    ]
    assert places(ask(SEARCH, one, declaration(prohibits=[SEARCH]), **low), "AF751") == []
    found = places(ask(SEARCH, one, declaration(LABEL), **low), "AF751")
    assert found == [("AF751", one["id"], "/proof")]


def test_af751_only_where_it_would_loosen() -> None:
    one = declaration(requiresConsent=[SEARCH], proof=PROOF)
    found = ask(SEARCH, one, declaration())

    assert places(found, "AF350", "AF751") == [("AF350", one["id"], "/requiresConsent/0")]
    assert len(places(found, "AF451")) == 2
