"""Reasons that lie in statements: each has a code, its document and the place in it."""

from typing import Any

import pytest

from askfirst import decide, read
from askfirst.decision import expand
from askfirst.model.declarations import Release
from tests.consistency.shipped import Json
from tests.property.proofs import PROOF
from tests.property.worlds_by_hand import (
    AFTER,
    ISCC,
    ISRC,
    ISWC,
    NOW,
    URL,
    consent,
    declaration,
    track,
)
from tests.unit.decision.asking import MUSIC, SEARCH, TAGS, ask, asked, codes, places

ELSEWHERE = track(isrc="SEXYZ2600012")
WRONG: Json = {"exclusive": "yes"}
INFO = {"title": "Album", "artists": ["Mara"]}
SOURCE = {"signal": "tdmrep", "sha256": "0c" * 32}


def album(*tracks: Json, **members: Json) -> Json:
    one = {**declaration(**members), "type": "Release", "release": INFO, "tracks": list(tracks)}
    return {name: value for name, value in one.items() if name != "track"}


def test_af050_a_declaration_that_does_not_conform() -> None:
    broken = declaration(**WRONG)

    assert places(ask(SEARCH, broken), "AF050") == [("AF050", broken["id"], "")]
    elsewhere = declaration(track=ELSEWHERE, **WRONG)
    assert places(ask(SEARCH, elsewhere), "AF050") == []
    assert places(ask(SEARCH, {**broken, "prohibits": [SEARCH]})) == [("AF050", broken["id"], "")]


def test_af050_the_track_of_a_release_that_does_not_conform() -> None:
    broken = album(ELSEWHERE, track(), track(isrc=ISRC, urls=["?"]), **WRONG)

    assert places(ask(SEARCH, broken), "AF050") == [
        ("AF050", broken["id"], "/tracks/1"),
        ("AF050", broken["id"], "/tracks/2"),
    ]


def test_af050_a_consent_that_does_not_conform() -> None:
    tracks = [{"isrc": "SEXYZ2600012"}, {"isrc": ISRC}, {"isrc": "?"}]
    broken = consent(tracks=tracks, **WRONG)
    found = ask(SEARCH, declaration(permits=[SEARCH]), broken)

    assert places(found, "AF050") == [
        ("AF050", broken["id"], "/tracks/1"),
        ("AF050", broken["id"], "/tracks/2"),
    ]
    assert found.outcome == "permitted"


def test_af050_a_document_whose_id_cannot_be_read() -> None:
    found = ask(SEARCH, declaration(id="no id"))

    assert places(found, "AF050") == [("AF050", None, "")]
    assert found.leaves[0].reasons[0].sha256 == found.to_dict()["documents"][0]["sha256"]


def test_af350_the_entry_of_the_list() -> None:
    one = declaration(requiresConsent=["input", "any-ai-use"])
    other = declaration(requiresConsent=[SEARCH])
    found = ask(SEARCH, one, other)

    assert sorted(places(found, "AF350")) == sorted(
        [
            ("AF350", one["id"], "/requiresConsent/1"),
            ("AF350", other["id"], "/requiresConsent/0"),
        ]
    )
    assert "AF351" not in codes(found)


def test_af350_where_it_is_prohibited_that_alone_is_a_reason() -> None:
    one, other = declaration(requiresConsent=[MUSIC]), declaration(prohibits=["input", "training"])
    found = ask(MUSIC, one, other, consent())

    assert places(found, "AF350") == [("AF350", other["id"], "/prohibits/1")]
    assert codes(found) == ["AF350", "AF550"]


def test_af350_in_a_release_at_the_track_or_at_the_release() -> None:
    one = album(ELSEWHERE, {**track(), "prohibits": [SEARCH]}, requiresConsent=["training", TAGS])

    assert places(ask(SEARCH, one), "AF350") == [("AF350", one["id"], "/tracks/1/prohibits/0")]
    assert places(ask(TAGS, one), "AF350") == [("AF350", one["id"], "/requiresConsent/1")]


def test_af350_for_what_applies_by_its_likeness_or_its_work() -> None:
    known = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
    alike = declaration(track={**ELSEWHERE, "iscc": ISCC}, requiresConsent=[SEARCH])
    work = declaration(track=track(iswc=ISWC), requiresConsent=[SEARCH])
    found = places(ask(SEARCH, alike, work, track=known), "AF350")

    assert {one for _, one, _ in found} == {alike["id"], work["id"]}


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ([], ["AF351", "AF450"]),
        ([declaration(track=ELSEWHERE, prohibits=[SEARCH])], ["AF351", "AF450"]),
        ([declaration(issued=AFTER, prohibits=[SEARCH])], ["AF351", "AF450"]),
        ([declaration(prohibits=[TAGS])], ["AF351", "AF451"]),
        ([declaration(), declaration(permits=[SEARCH])], ["AF452"]),
    ],
)
def test_af351_nothing_is_stated(documents: list[Json], said: list[str]) -> None:
    assert codes(ask(SEARCH, *documents)) == said


def test_af352_the_floor() -> None:
    assert places(ask(MUSIC), "AF351", "AF352") == [("AF352", None, None)]
    assert codes(ask(MUSIC, declaration(prohibits=[MUSIC]))) == ["AF350"]
    assert "AF352" in codes(ask(MUSIC, declaration(requiresConsent=[MUSIC])))


def test_af353_what_was_replaced() -> None:
    old = declaration(issued="2026-01-01T00:00:00Z", prohibits=[SEARCH])
    new = declaration(supersedes=[old["id"]])
    found = ask(SEARCH, old, new)

    assert places(found, "AF353") == [("AF353", old["id"], "")]
    assert codes(ask(SEARCH, new)) == ["AF351", "AF451"]
    assert places(ask(SEARCH, old, {**new, "prohibits": [SEARCH]}), "AF353")


def test_af353_in_a_release_at_its_track() -> None:
    old = album(ELSEWHERE, track(), issued="2026-01-01T00:00:00Z")
    found = ask(SEARCH, old, declaration(supersedes=[old["id"]]))

    assert places(found, "AF353") == [("AF353", old["id"], "/tracks/1")]


def test_af353_only_for_what_shares_an_identifier() -> None:
    old = declaration(track=track(urls=[URL]), issued="2026-01-01T00:00:00Z")
    new = declaration(track=track(isrc=ISRC, urls=[URL]), supersedes=[old["id"]])
    again = declaration(supersedes=[new["id"]], issued=NOW)

    assert places(ask(SEARCH, old, new), "AF353") == [("AF353", old["id"], "")]
    assert places(ask(SEARCH, old, new, again), "AF353") == [("AF353", new["id"], "")]


def test_af750_what_would_replace() -> None:
    old = declaration(issued="2026-01-01T00:00:00Z", prohibits=[SEARCH])
    new = declaration(supersedes=["urn:x:another", old["id"]])
    found = ask(SEARCH, old, new, assurance="trusted")

    assert places(found) == [
        ("AF350", old["id"], "/prohibits/0"),
        ("AF750", new["id"], "/supersedes/1"),
    ]
    assert places(ask(SEARCH, old, new), "AF750") == []
    assert places(ask(SEARCH, new, assurance="trusted"), "AF750") == [
        ("AF750", new["id"], "/rightsholders/0")
    ]


def test_af750_what_would_replace_a_track_of_a_release() -> None:
    old = album(ELSEWHERE, track(), issued="2026-01-01T00:00:00Z", prohibits=["any-ai-use"])
    new = album(ELSEWHERE, track(), supersedes=["urn:x:another", old["id"]])
    found = ask(SEARCH, old, new, assurance="trusted")

    assert places(found, "AF750") == [("AF750", new["id"], "/supersedes/1")]


def test_af750_what_is_about_another_track_would_replace_nothing_here() -> None:
    old = declaration(track=track(urls=[URL]), issued="2026-01-01T00:00:00Z")
    new = declaration(track=track(isrc=ISRC, urls=[URL]), supersedes=[old["id"]], issued=AFTER)

    assert places(ask(SEARCH, old, new, at=AFTER, assurance="trusted"), "AF750")
    for at in (NOW, AFTER):
        asked: Json = {"at": at, "assurance": "trusted", "track": {"isrc": "SEXYZ2600013"}}
        assert places(ask(SEARCH, old, new, **asked), "AF750") == []


@pytest.mark.parametrize("assurance", ["trusted", "unsigned"])
def test_af751_what_would_replace_and_does_not_verify(assurance: str) -> None:
    old = declaration(issued="2026-01-01T00:00:00Z", prohibits=[SEARCH])
    new = declaration(supersedes=[old["id"]], proof=PROOF)

    assert places(ask(SEARCH, old, new, assurance=assurance)) == [
        ("AF350", old["id"], "/prohibits/0"),
        ("AF751", new["id"], "/proof"),
    ]


def test_af751_not_for_what_is_known_no_more() -> None:
    old = declaration(track=track(urls=[URL]), issued="2026-01-01T00:00:00Z")
    both = {"title": "S", "artists": ["M"], "isrc": ISRC, "urls": [URL]}
    new = declaration(track=both, supersedes=[old["id"]], proof=PROOF)
    again = declaration(supersedes=[new["id"]], issued=NOW)

    assert places(ask(SEARCH, old, new), "AF751")
    assert places(ask(SEARCH, old, new, again), "AF751") == []


def test_a_track_that_was_expanded_would_be_replaced_too() -> None:
    value = read(album(ELSEWHERE, track(), issued="2026-01-01T00:00:00Z", prohibits=[SEARCH]))
    assert isinstance(value, Release)
    new = declaration(supersedes=["urn:x:another", value.id])
    given: list[Any] = [*expand(value), new]
    found = decide(asked(SEARCH), given, at=NOW)

    assert places(found, "AF750") == [("AF750", new["id"], "/supersedes/1")]


def test_af950_an_imported_declaration_that_states_it() -> None:
    one = declaration(requiresConsent=[SEARCH], source=SOURCE)

    assert places(ask(SEARCH, one), "AF350", "AF950") == [
        ("AF350", one["id"], "/requiresConsent/0"),
        ("AF950", one["id"], "/source"),
    ]
    assert places(ask(SEARCH, declaration(source=SOURCE, prohibits=[TAGS])), "AF950") == []
