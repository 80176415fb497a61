"""Reasons that lie in Consents: that one covers, or each dimension in which it does not."""

from typing import Any

import pytest

from tests.consistency.shipped import Json
from tests.property.proofs import PROOF
from tests.property.worlds_by_hand import (
    AFTER,
    BEFORE,
    ISCC,
    ISRC,
    ISWC,
    LABEL,
    MARA,
    NOW,
    URL,
    consent,
    declaration,
    held,
    track,
    withdrawal,
)
from tests.unit.decision.asking import MUSIC, SEARCH, VOICE, ask, places

KNOWN: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
OTHER_LAB = {"id": "https://other.example.com/", "name": "Other Lab"}
MODEL = {"name": "t", "version": "2"}
#: All codes of the reasons that a Consent gives.
ALL = (*(f"AF55{n}" for n in range(10)), "AF650", "AF651", "AF652", "AF750", "AF751")


def said(
    agreed: Json,
    *others: Json,
    use: str = MUSIC,
    **asked: Any,  # noqa: ANN401 - JSON
) -> list[tuple[str, str | None]]:
    """Return the reasons that a Consent gives, or a Withdrawal of it, beside one Declaration."""
    given = others or (declaration(),)
    found = places(ask(use, agreed, *given, **asked), *ALL)
    return [(code, at) for code, document, at in found if document == agreed["id"]]


def test_af550_a_consent_covers() -> None:
    assert said(consent()) == [("AF550", "")]


def test_af550_also_what_is_prohibited() -> None:
    found = ask(MUSIC, consent(), declaration(prohibits=[MUSIC]))

    assert [code for code, *_ in places(found)] == ["AF350", "AF550"]


@pytest.mark.parametrize(
    ("members", "asked", "expected"),
    [
        ({"uses": ["input"]}, {}, ("AF551", "/uses")),
        ({"uses": ["generative-training"]}, {"use": VOICE}, ("AF551", "/uses")),
        ({"rights": ["voice"]}, {}, ("AF552", "/rights")),
        ({"material": ["stems"]}, {}, ("AF553", "/material")),
        ({"tracks": [{"isrc": "SEXYZ2600012", "iscc": ISCC}]}, {}, ("AF554", "/tracks")),
        ({"to": OTHER_LAB}, {}, ("AF555", "/to")),
        ({"models": [MODEL]}, {}, ("AF556", "/models")),
        ({"territories": ["SE"]}, {}, ("AF557", "/territories")),
        ({"purpose": "a demo"}, {}, ("AF558", "/purpose")),
        ({"conditions": ["attribution"]}, {}, ("AF559", "/conditions")),
        ({"validFrom": AFTER}, {}, ("AF650", "/validFrom")),
        ({"validUntil": NOW}, {}, ("AF651", "/validUntil")),
    ],
)
def test_each_dimension_that_does_not_cover(
    members: Json, asked: Json, expected: tuple[str, str]
) -> None:
    assert said(consent(**members), track=KNOWN, **asked) == [expected]
    found = ask(asked.get("use", MUSIC), declaration(), consent(**members), track=KNOWN)
    assert found.outcome == "consent-required"


def test_every_dimension_that_does_not_cover_is_told() -> None:
    agreed = consent(
        uses=["input"],
        rights=["voice"],
        material=["stems"],
        tracks=[{"isrc": "SEXYZ2600012", "iscc": ISCC}],
        to=OTHER_LAB,
        models=[MODEL],
        territories=["SE"],
        purpose="a demo",
        conditions=["attribution"],
        validUntil=NOW,
    )

    assert [code for code, _ in said(agreed, track=KNOWN)] == [
        *(f"AF55{n}" for n in range(1, 10)),
        "AF651",
    ]


def test_a_consent_about_another_track_gives_no_reason() -> None:
    assert said(consent(tracks=[{"isrc": "SEXYZ2600012"}])) == []
    assert said(consent(tracks=[{"isrc": "SEXYZ2600012"}, {"isrc": ISRC}])) == [("AF550", "")]


def test_a_consent_is_told_by_what_is_lent_too() -> None:
    lent = declaration(track=track(isrc=ISRC, urls=[URL]))
    contradicting = declaration(track=track(isrc=ISRC, iswc="T9300771055", urls=[URL]))
    agreed = consent(tracks=[{"urls": [URL]}])

    assert said(agreed) == []
    assert said(agreed, lent) == [("AF550", "")]
    assert said(agreed, contradicting, declaration(), track=KNOWN) == [("AF554", "/tracks")]


def test_a_need_that_is_covered_and_one_that_is_not() -> None:
    assert said(consent(rights=["lyrics", "voice"])) == [("AF550", ""), ("AF552", "/rights")]
    assert said(consent(), material=["audio", "stems"]) == [("AF550", ""), ("AF553", "/material")]
    work = consent(tracks=[{"iswc": ISWC}])
    assert said(work, track=KNOWN) == [("AF550", ""), ("AF554", "/tracks")]
    assert said(work, track=KNOWN, material=["lyrics-text", "audio"], use=VOICE) == [
        ("AF551", "/uses"),
        ("AF553", "/material"),
        ("AF554", "/tracks"),
    ]


def test_a_right_that_the_leaf_touches_is_a_need() -> None:
    sound = ["composition", "lyrics", "recording", "performance"]
    agreed = consent(uses=[VOICE], rights=sound)

    assert said(agreed, use=VOICE) == [("AF550", ""), ("AF552", "/rights")]


def test_no_need_is_covered_where_each_lacks_something() -> None:
    agreed = consent(rights=["composition"], tracks=[{"iswc": ISWC}])
    mine = declaration(rightsholders=[held(MARA, "composition", "recording")])
    lyrics = declaration(rightsholders=[held(MARA, "lyrics", "recording")])

    assert said(agreed, mine, track=KNOWN) == [
        ("AF550", ""),
        ("AF552", "/rights"),
        ("AF554", "/tracks"),
    ]
    assert said(agreed, lyrics, track=KNOWN) == [("AF552", "/rights"), ("AF554", "/tracks")]


def test_only_needs_with_rights_of_its_maker_are_looked_at() -> None:
    label = declaration(LABEL, rightsholders=[held(LABEL, "recording"), held(MARA, "lyrics")])

    assert said(consent(LABEL, rights=["recording"]), label) == [("AF550", "")]
    assert said(consent(LABEL, rights=["lyrics"]), label) == [("AF552", "/rights")]


def test_a_maker_that_is_not_heard_has_the_wrong_rights() -> None:
    assert said(consent(LABEL)) == [("AF552", "/rights")]
    assert said(consent(LABEL, material=["stems"])) == [
        ("AF552", "/rights"),
        ("AF553", "/material"),
    ]
    voice = declaration(LABEL, rightsholders=[held(LABEL, "voice")])
    assert said(consent(LABEL), voice) == [("AF552", "/rights")]


def test_a_mandated_party_is_heard() -> None:
    estate = {"id": LABEL, "name": "Estate", "capacity": "estate"}
    mine = declaration(rightsholders=[held(MARA, mandate=estate)])

    assert said(consent(LABEL), mine) == [("AF550", "")]


def test_af652_each_withdrawal_at_what_it_ends() -> None:
    agreed = consent()
    ended, foreign = withdrawal(agreed), withdrawal(agreed, by={"id": LABEL})
    late, broken = withdrawal(agreed, effective=AFTER), withdrawal(agreed, reason="")
    found = ask(MUSIC, declaration(), agreed, ended, foreign, late, broken)

    assert sorted(places(found, *ALL)) == sorted(
        [("AF652", ended["id"], "/consent"), ("AF652", broken["id"], "/consent")]
    )
    assert places(ask(MUSIC, declaration(), agreed, ended, at=BEFORE), "AF652")


def test_af652_beside_what_else_is_lacking() -> None:
    agreed = consent(to=OTHER_LAB)
    ended = withdrawal(agreed)

    assert places(ask(MUSIC, declaration(), agreed, ended), *ALL) == [
        ("AF555", agreed["id"], "/to"),
        ("AF652", ended["id"], "/consent"),
    ]


def test_af750_a_consent_at_trusted() -> None:
    assert said(consent(), assurance="trusted") == [("AF750", "")]
    assert said(consent(to=OTHER_LAB), assurance="trusted") == [("AF555", "/to"), ("AF750", "")]


@pytest.mark.parametrize("assurance", ["trusted", "unsigned"])
@pytest.mark.parametrize(
    ("proof", "places"),
    [(PROOF, ["/proof"]), ([PROOF, PROOF | {"proofValue": "z6"}], ["/proof/0", "/proof/1"])],
)
def test_af751_a_consent_whose_proof_does_not_verify(
    proof: Json, places: list[str], assurance: str
) -> None:
    agreed = consent(proof=proof)

    assert said(agreed, assurance=assurance) == [("AF751", place) for place in places]
    assert ask(MUSIC, declaration(), agreed, assurance=assurance).outcome == "consent-required"


def test_af650_a_proof_that_is_made_later() -> None:
    proofs = [PROOF, {**PROOF, "created": NOW}]
    found = places(ask(MUSIC, declaration(), consent(proof=proofs), at=BEFORE), *ALL)

    false = [("AF751", "/proof/0"), ("AF751", "/proof/1")]
    assert [(code, at) for code, _, at in found] == [("AF650", "/validFrom"), *false]
    assert said(consent(proof=proofs)) == false


def test_every_consent_about_the_track_gives_its_reasons() -> None:
    several = [consent(), consent(LABEL), consent(uses=[SEARCH])]
    found = places(ask(MUSIC, declaration(), *several), *ALL)

    assert sorted(found) == sorted(
        [
            ("AF550", several[0]["id"], ""),
            ("AF552", several[1]["id"], "/rights"),
            ("AF551", several[2]["id"], "/uses"),
        ]
    )


def test_a_withdrawal_of_nobody_knows_which_says_the_same_in_any_order() -> None:
    one = consent(MARA)
    other = {**consent(LABEL), "id": "urn:uuid:00000000-0000-4000-8000-00000000000e"}
    ended = {name: value for name, value in withdrawal(one).items() if name != "consent"}
    given = [declaration(), one, other, ended]

    forth = ask(MUSIC, *given)
    back = ask(MUSIC, *reversed(given))

    assert "AF652" in [code for code, *_ in places(forth)]
    assert forth.leaves == back.leaves
