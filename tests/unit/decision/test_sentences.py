"""Reasons in words, each as people read it."""

from askfirst import Answer, check
from askfirst.vocabulary import Because
from tests.consistency.shipped import Json
from tests.property.proofs import PROOF
from tests.property.worlds_by_hand import (
    ISRC,
    LABEL,
    MARA,
    NOW,
    SOCIETY,
    consent,
    declaration,
    held,
    track,
    withdrawal,
)
from tests.unit.decision.asking import MUSIC, SEARCH, ask

MAKER: Json = {"by": {"id": MARA, "name": "Mara"}}
STANDS: Json = {"id": SOCIETY, "name": "The Society", "capacity": "society"}
WRONG: Json = {"exclusive": "yes"}
WORDS: Json = {"material": ["lyrics-text"]}
OTHER_LAB = {"id": "https://other.example.com/", "name": "Other Lab"}


def said(answer: Answer, *wanted: str) -> list[str]:
    """Return the sentences of the reasons of some codes, each after its code."""
    reasons = answer.leaves[0].reasons
    return sorted(f"{r.code} {r.sentence}" for r in reasons if not wanted or r.code in wanted)


def test_every_code_has_a_sentence_here() -> None:
    told = "".join(line for test in TESTS for line in test)

    assert [code for code in Because if f"{code} " not in told] == []


BROKEN = [
    (
        "AF050 This Declaration does not conform and is about this track, "
        "so it opens nothing and restricts."
    ),
    (
        "AF050 This Release does not conform and may be about this track, "
        "so it opens nothing and restricts."
    ),
    (
        "AF050 This document does not conform and is about this track, "
        "so it opens nothing and restricts."
    ),
]


def test_documents_that_do_not_conform() -> None:
    release: Json = {**declaration(), "type": "Release"}
    nameless: Json = {**declaration(), "type": "Licence"}
    found = ask(SEARCH, declaration(**WRONG), release, nameless)

    assert said(found, "AF050") == BROKEN
    spoiled = ["AF050 This Consent does not conform and counts for nothing."]
    assert said(ask(SEARCH, consent(**WRONG)), "AF050") == spoiled


STATED = [
    "AF350 Mara requires consent for `search-indexing`.",
    f"AF350 {LABEL} requires consent for `search-indexing`, as part of `any-ai-use`.",
    "AF950 This was read from the signal `tdmrep`.",
]
PROHIBITED = ["AF350 Mara prohibits `music-generation-training`, as part of `training`."]
SILENT = [
    "AF351 Nothing is stated for `search-indexing`.",
    "AF450 Nobody counts as holder of `composition`, `lyrics`, `recording`, `performance`.",
]
FLOOR = [
    "AF352 `music-generation-training` needs consent whatever anybody states.",
    "AF450 Nobody counts as holder of `lyrics`.",
]


def test_what_is_stated() -> None:
    source = {"signal": "tdmrep", "sha256": "0c" * 32}
    one = {**declaration(requiresConsent=[SEARCH], source=source), **MAKER}
    other = declaration(LABEL, requiresConsent=["any-ai-use"])

    assert said(ask(SEARCH, one, other), "AF350", "AF950") == sorted(STATED)
    assert said(ask(MUSIC, {**declaration(prohibits=["training"]), **MAKER})) == PROHIBITED
    assert said(ask(SEARCH)) == SILENT
    assert said(ask(MUSIC, **WORDS)) == FLOOR


REPLACED = ["AF353 This was replaced by urn:x:2, urn:x:3."]


def test_what_is_replaced() -> None:
    old = declaration(id="urn:x:1", issued="2026-01-01T00:00:00Z")
    later = [declaration(id=f"urn:x:{n}", supersedes=["urn:x:1"]) for n in (3, 2)]

    assert said(ask(SEARCH, old, *later), "AF353") == REPLACED


AGREED = [
    "AF451 Somebody has not agreed for `composition`, `lyrics`.",
    "AF451 The Society has not agreed for `composition`, `lyrics`.",
]
PERMITTED = [
    "AF452 Mara permits `search-indexing` to everybody (unsigned).",
    "AF453 Mara says that the track has no `lyrics` (unsigned).",
]


def test_who_agreed() -> None:
    entry = held(MARA, "lyrics", "composition", "voice", mandate={**STANDS, "capacity": "estate"})
    opened = declaration(
        rightsholders=[held(MARA, "composition", "recording", "performance")],
        absentRights=["lyrics"],
        permits=[SEARCH],
    )

    assert said(ask(SEARCH, declaration(rightsholders=[entry])), "AF451") == AGREED
    assert said(ask(SEARCH, {**opened, **MAKER})) == PERMITTED


COVERED = [
    (
        "AF550 The Consent of Mara covers `music-generation-training` (unsigned); "
        "no new training after its end."
    ),
    (
        f"AF550 The Consent of {MARA} covers `music-generation-training` (unsigned); "
        "models trained under it are retired at its end."
    ),
]
LACKING = [
    "AF551 The Consent of Mara is not for `music-generation-training`.",
    "AF552 The Consent of Mara is for no touched right that its maker holds, or not for each.",
    "AF553 The Consent of Mara is not for all of the asked material.",
    "AF554 The Consent of Mara does not count for this track, or not for each touched right.",
    "AF555 The Consent of Mara is to somebody else.",
    "AF556 The Consent of Mara is not for the model that is asked for.",
    "AF557 The Consent of Mara is not for all of the asked territories.",
    "AF558 The Consent of Mara is for another purpose.",
    "AF559 The Consent of Mara has a condition that the Request does not accept.",
    "AF651 The Consent of Mara has ended.",
]
ENDED = [
    "AF650 The Consent of Mara does not count yet.",
    "AF652 The Consent of Mara is withdrawn.",
    "AF652 This Withdrawal does not conform, and ends the Consent of Mara.",
]


def test_what_a_consent_covers() -> None:
    given = [declaration(), {**consent(), **MAKER}, consent(atEnd="retire-models")]

    assert said(ask(MUSIC, *given), "AF550") == sorted(COVERED)


def test_what_a_consent_lacks() -> None:
    contradicting = {"isrc": ISRC, "iswc": "T9300771055"}
    agreed = consent(
        uses=["input"],
        rights=["voice"],
        material=["stems"],
        tracks=[contradicting],
        to=OTHER_LAB,
        models=[{"name": "t", "version": "2"}],
        territories=["SE"],
        purpose="a demo",
        conditions=["attribution"],
        validUntil=NOW,
    )
    found = ask(
        MUSIC, declaration(), {**agreed, **MAKER}, track={"isrc": ISRC, "iswc": "T9271833400"}
    )

    assert [line for line in said(found) if line.startswith(("AF55", "AF65"))] == LACKING


def test_when_a_consent_counts() -> None:
    agreed = {**consent(validFrom="2028-01-01T00:00:00Z"), **MAKER}
    ends = [withdrawal(agreed), withdrawal(agreed, reason="")]

    assert said(ask(MUSIC, declaration(), agreed, *ends), "AF650", "AF652") == ENDED


TOO_LOW = [
    "AF750 That `lyrics` is absent carries no proof that is trusted for this.",
    "AF750 That this replaces urn:x:1 carries no proof that is trusted for this.",
    "AF750 The Consent of Mara carries no proof that is trusted for this.",
    "AF750 The claim of Somebody carries no proof that is trusted for this.",
    "AF750 What permits `search-indexing` here carries no proof that is trusted for this.",
]


def test_what_is_not_trusted() -> None:
    old = declaration(id="urn:x:1", issued="2026-01-01T00:00:00Z", track=track())
    new = declaration(
        rightsholders=[held(MARA, "recording")],
        absentRights=["lyrics"],
        permits=[SEARCH],
        supersedes=["urn:x:1"],
    )
    found = ask(SEARCH, old, new, {**consent(), **MAKER}, assurance="trusted", **WORDS)

    assert said(found, "AF750") == TOO_LOW


NOT_VERIFIED = ["AF751 This proof does not verify, so the document opens nothing."]


def test_what_does_not_verify() -> None:
    agreed = {**consent(proof=PROOF), **MAKER}
    opened = declaration(permits=[SEARCH], rightsholders=[held(MARA, "voice")], proof=PROOF)

    assert said(ask(MUSIC, declaration(), agreed), "AF751") == NOT_VERIFIED
    assert said(ask(SEARCH, declaration(), opened), "AF751") == NOT_VERIFIED


SET_ASIDE = ["AF752 This was set aside by Ada at 2027-01-01T00:00:00Z: forged"]


def test_what_is_set_aside() -> None:
    forged = declaration(prohibits=["training"])
    sha256 = check(forged).documents[0].sha256
    false = {"sha256": sha256, "reason": "forged", "name": "Ada", "at": NOW}
    trust = {"askfirst": "1.0.0", "type": "Trust", "setAside": [false]}

    assert said(ask(MUSIC, forged, trust=trust), "AF752") == SET_ASIDE


TESTS = [
    *(BROKEN, STATED, PROHIBITED, SILENT, FLOOR, REPLACED, AGREED, PERMITTED),
    *(COVERED, LACKING, ENDED, TOO_LOW, NOT_VERIFIED, SET_ASIDE),
]
