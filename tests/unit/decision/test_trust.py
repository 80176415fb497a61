"""What loosens counts by a key that is trusted for the party, the right and the track."""

import pytest

from askfirst import Answer, check
from tests.consistency.shipped import Json
from tests.property.proofs import PROOF
from tests.property.signers import holder, mandate, signed, trusting, witness
from tests.property.worlds_by_hand import (
    AFTER,
    BEFORE,
    ISRC,
    ISWC,
    LAB,
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
from tests.unit.decision.asking import MUSIC, SEARCH, VOICE, ask, codes, places

EARLY = "2026-01-01T00:00:00Z"
HER_RIGHTS = ["composition", "lyrics", "recording", "performance", "voice"]
MARAS = holder(MARA, "mara", rights=HER_RIGHTS)
TRUST = trusting(holders=[MARAS])
OURS = signed(declaration(), "mara")
PLATFORM = "https://platform.example.com/"


def trusted(use: str, *documents: Json, trust: Json = TRUST, **members: Json) -> Answer:
    return ask(use, *documents, trust=trust, assurance="trusted", **members)


def with_entry(**members: Json) -> Json:
    return trusting(holders=[{**MARAS, **members}])


def test_a_key_of_the_holder_opens() -> None:
    agreed = signed(consent(), "mara")

    assert trusted(MUSIC, OURS, agreed).outcome == "permitted"
    assert trusted(MUSIC, OURS, consent()).outcome == "consent-required"
    assert trusted(MUSIC, OURS, signed(consent(), "stranger")).outcome == "consent-required"
    assert trusted(MUSIC, declaration(), agreed).outcome == "consent-required"
    assert trusted(MUSIC, OURS, agreed, trust=None).outcome == "consent-required"


def test_permits_are_agreement_by_the_key_of_the_holder() -> None:
    opened = declaration(permits=[SEARCH])

    assert trusted(SEARCH, signed(opened, "mara")).outcome == "permitted"
    assert trusted(SEARCH, opened).outcome == "unspecified"
    assert trusted(SEARCH, signed(opened, "stranger")).outcome == "unspecified"


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        ({"rights": ["any"]}, "permitted"),
        ({"rights": ["composition", "lyrics", "recording"]}, "consent-required"),
        ({"rights": []}, "consent-required"),
        ({"identifiers": [f"isrc:{ISRC}"]}, "permitted"),
        ({"identifiers": [f"isrc:{ISRC[:5]}*"]}, "permitted"),
        ({"identifiers": ["isrc:DEXYZ*", "url:https://e.example/*"]}, "consent-required"),
        ({"identifiers": []}, "consent-required"),
        ({"from": BEFORE, "until": AFTER}, "permitted"),
        ({"from": NOW}, "consent-required"),
        ({"until": NOW}, "consent-required"),
    ],
)
def test_an_entry_speaks_for_what_it_lists(entry: Json, outcome: str) -> None:
    found = trusted(MUSIC, OURS, signed(consent(), "mara"), trust=with_entry(**entry))

    assert found.outcome == outcome


def test_any_is_no_word_for_voice() -> None:
    agreed = signed(consent(uses=[VOICE]), "mara")

    assert trusted(VOICE, OURS, agreed).outcome == "permitted"
    assert trusted(VOICE, OURS, agreed, trust=with_entry(rights=["any"])).outcome != "permitted"


def test_a_stolen_key_ends_whatever_its_thief_writes() -> None:
    early = signed(consent(issued=EARLY, validFrom=EARLY), "mara", created=EARLY)
    ended = with_entry(until=BEFORE)

    assert trusted(MUSIC, OURS, early, trust=ended).outcome == "consent-required"


def test_a_proof_from_the_future_counts_for_nothing_yet() -> None:
    late = signed(declaration(permits=[SEARCH]), "mara", created=AFTER)

    assert trusted(SEARCH, late).outcome == "unspecified"
    assert trusted(SEARCH, late, at=AFTER).outcome == "permitted"


def test_one_proof_that_does_not_verify_closes_the_document() -> None:
    agreed = signed(consent(), "mara")
    spoiled = {**agreed, "proof": [agreed["proof"], PROOF]}
    for assurance in ("trusted", "unsigned"):
        found = ask(MUSIC, declaration(), OURS, spoiled, assurance=assurance, trust=TRUST)
        assert found.outcome == "consent-required"
        assert ("AF751", spoiled["id"], "/proof/1") in places(found)


def test_several_holders_sign_one_declaration() -> None:
    both = [held(MARA, "composition", "lyrics"), held(LABEL, "recording", "performance")]
    one = declaration(rightsholders=both, permits=[SEARCH])
    trust = trusting(holders=[MARAS, holder(LABEL, "label", rights=["recording", "performance"])])
    naming = signed(declaration(LABEL, rightsholders=both), "label")

    assert trusted(SEARCH, signed(one, "mara", "label"), naming, trust=trust).outcome == "permitted"
    assert trusted(SEARCH, signed(one, "mara"), naming, trust=trust).outcome == "unspecified"
    unsigned = ask(SEARCH, signed(one, "label"), trust=trust)
    assert unsigned.outcome == "permitted"
    assert ask(SEARCH, signed(one, "label")).outcome == "unspecified"


def test_a_mandate_of_the_trust_file_speaks_for_the_holder() -> None:
    agreed = signed(consent(), "agency")
    agency = mandate("https://agency.example.org/", "agency", **{"for": [MARA]})

    given = (OURS, agreed)
    assert trusted(MUSIC, *given, trust={**TRUST, "mandates": [agency]}).outcome == "permitted"
    other = {**agency, "for": [LABEL]}
    assert trusted(MUSIC, *given, trust={**TRUST, "mandates": [other]}).outcome != "permitted"


@pytest.mark.parametrize(("capacity", "outcome"), [("estate", "permitted"), ("agent", None)])
def test_an_agent_never_speaks_for_a_voice(capacity: str, outcome: str | None) -> None:
    entry = {"for": [MARA], "capacity": capacity, "rights": HER_RIGHTS}
    agency = mandate("https://agency.example.org/", "agency", **entry)
    trust = {**TRUST, "mandates": [agency]}
    if outcome is None:
        assert [one.code for one in check(trust).findings] == ["AF707"]
        return

    found = trusted(VOICE, OURS, signed(consent(uses=[VOICE]), "agency"), trust=trust)
    assert found.outcome == outcome


WITNESSED: Json = {"witness": {"id": PLATFORM, "name": "Platform"}}


def test_a_witness_speaks_for_the_maker_that_names_it() -> None:
    trust = {**TRUST, "witnesses": [witness(PLATFORM, "platform")]}
    agreed = signed(consent(**WITNESSED), "platform")

    assert trusted(MUSIC, OURS, agreed, trust=trust).outcome == "permitted"
    assert trusted(MUSIC, OURS, signed(consent(), "platform"), trust=trust).outcome != "permitted"
    both = [held(MARA), held(LABEL, "likeness")]
    named = declaration(LABEL, rightsholders=both, permits=[SEARCH], **WITNESSED)
    found = trusted(SEARCH, OURS, signed(named, "platform"), trust=trust)
    assert found.outcome == "unspecified"


def test_a_witness_of_its_own_benefit_must_be_allowed() -> None:
    agreed = signed(consent(witness={"id": LAB, "name": "Lab"}), "lab")
    own = witness(LAB, "lab")

    assert trusted(MUSIC, OURS, agreed, trust={**TRUST, "witnesses": [own]}).outcome != "permitted"
    allowed = {**TRUST, "witnesses": [{**own, "ownUses": True}]}
    assert trusted(MUSIC, OURS, agreed, trust=allowed).outcome == "permitted"


def test_ids_that_are_listed_together_are_one_party() -> None:
    other = "https://other.example.org/mara"
    agreed = consent(other)
    trust = with_entry(sameAs=[other])

    for assurance in ("trusted", "unsigned"):
        given = (OURS, signed(agreed, "mara"))
        assert ask(MUSIC, *given, assurance=assurance, trust=trust).outcome == "permitted"
        assert ask(MUSIC, *given, assurance=assurance, trust=TRUST).outcome != "permitted"
    ended = withdrawal(agreed, by={"id": MARA})
    assert trusted(MUSIC, *given, ended, trust=trust).outcome == "consent-required"
    needed = trusted(MUSIC, signed(declaration(other), "mara"), trust=trust).missing
    assert {one.holder for one in needed} == {MARA}


def test_what_is_set_aside_is_seen() -> None:
    forged = declaration("https://stranger.example.org/", prohibits=["training"])
    sha256 = check(forged).documents[0].sha256
    false: Json = {"sha256": sha256, "reason": "forged", "name": "Ada", "at": NOW}
    given = (OURS, signed(consent(), "mara"), forged)

    assert trusted(MUSIC, *given).outcome == "prohibited"
    found = trusted(MUSIC, *given, trust={**TRUST, "setAside": [false]})
    assert found.outcome == "permitted"
    assert places(found, "AF752") == [("AF752", forged["id"], "")]
    listed = {one["id"]: one.get("setAside") for one in found.to_dict()["documents"]}
    assert listed[forged["id"]] == "forged"


def test_what_is_set_aside_and_changes_nothing_is_only_listed() -> None:
    spare = declaration(LABEL, rightsholders=[held(MARA)])
    sha256 = check(spare).documents[0].sha256
    false: Json = {"sha256": sha256, "reason": "forged", "name": "Ada", "at": NOW}
    found = trusted(MUSIC, OURS, spare, trust={**TRUST, "setAside": [false]})

    assert "AF752" not in codes(found)
    assert [one for one in found.to_dict()["documents"] if "setAside" in one]


def test_a_right_is_replaced_by_who_speaks_for_all_that_was_named() -> None:
    old = declaration(issued=EARLY, prohibits=[SEARCH])
    new = signed(declaration(supersedes=[old["id"]]), "mara")
    everything = with_entry(rights=[*HER_RIGHTS, "likeness"])

    assert trusted(SEARCH, old, new, trust=everything).outcome == "unspecified"
    found = trusted(SEARCH, old, new)
    assert found.outcome == "prohibited"
    assert ("AF750", new["id"], "/supersedes/0") in places(found)


def test_identifiers_are_lent_right_by_right() -> None:
    lending = signed(declaration(track=track(isrc=ISRC, urls=[URL])), "mara")
    agreed = signed(consent(tracks=[{"urls": [URL]}]), "mara")

    assert trusted(MUSIC, lending, agreed).outcome == "permitted"
    rights = [one for one in HER_RIGHTS if one != "lyrics"]
    lyrics = holder(MARA, "mara", rights=["lyrics"], identifiers=[f"url:{URL}"])
    trust = trusting(holders=[{**MARAS, "rights": rights}, lyrics])
    assert trusted(MUSIC, lending, agreed, trust=trust).outcome == "consent-required"


def test_a_recording_is_not_opened_through_an_identifier_of_the_work() -> None:
    both = {"isrc": ISRC, "iswc": ISWC}
    ours = signed(declaration(track=track(**both)), "mara")
    agreed = signed(consent(tracks=[both]), "mara")
    works = with_entry(identifiers=[f"iswc:{ISWC}"])

    assert trusted(MUSIC, ours, agreed, track=both).outcome == "permitted"
    words: Json = {"material": ["sheet-music"], "track": both}
    score = signed(consent(tracks=[both], material=["sheet-music"]), "mara")
    assert trusted(MUSIC, ours, score, trust=works, **words).outcome == "permitted"
    assert trusted(MUSIC, ours, agreed, trust=works, track=both).outcome == "consent-required"


def test_an_import_opens_by_a_trusted_proof_only() -> None:
    source = {"signal": "tdmrep", "sha256": "0c" * 32}
    imported = signed(declaration(permits=[SEARCH], source=source), "mara")

    for assurance in ("trusted", "unsigned"):
        assert ask(SEARCH, imported, assurance=assurance, trust=TRUST).outcome == "permitted"
        assert ask(SEARCH, imported, assurance=assurance).outcome == "unspecified"


def test_a_decision_says_what_it_trusted() -> None:
    found = trusted(MUSIC, OURS, consent()).to_dict()

    assert found["trust"] == check(TRUST).documents[0].sha256
    by_type = {one["type"]: one["assurance"] for one in found["documents"]}
    assert by_type == {"Declaration": "trusted", "Consent": "unsigned"}
    assert check(found).conforms
