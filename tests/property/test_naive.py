"""The naive reading answers worlds made by hand as the design says, rule by rule."""

from typing import Any

import pytest

from askfirst import check
from tests.property.naive import decide
from tests.property.naive.tables import FLOOR, Object, leaves
from tests.property.worlds_by_hand import (
    AFTER,
    BEFORE,
    ISCC,
    ISRC,
    ISWC,
    LAB,
    LABEL,
    MARA,
    NOW,
    SOCIETY,
    SOUND,
    URL,
    consent,
    declaration,
    head,
    held,
    track,
    withdrawal,
)


def answer(
    use: str, *documents: Object, at: str = NOW, assurance: str = "unsigned", **members: object
) -> Object:
    asked = {"uses": [use], "track": {"isrc": ISRC}, "material": ["audio"]}
    request = {**head("Request", LAB), **asked, **members}
    assert check(request).conforms
    return decide(request, list(documents), at=at, assurance=assurance)


def outcome(use: str, *documents: Object, **members: Any) -> str:  # noqa: ANN401 - JSON
    return str(answer(use, *documents, **members)["outcome"])


MUSIC, SEARCH, TAGS = "music-generation-training", "search-indexing", "tagging-training"


def test_rule_1_the_nearest_term_holds_and_in_a_release_the_stricter_where_it_is_nearer() -> None:
    one = declaration(requiresConsent=["any-ai-use"], prohibits=["training"], permits=[TAGS])
    assert outcome(TAGS, one) == "permitted"
    assert outcome("recommendation-training", one) == "prohibited"
    assert outcome(SEARCH, one) == "consent-required"
    info = {"title": "Album", "artists": ["Mara"]}
    entry = {**track(), "prohibits": ["training"], "permits": [SEARCH]}
    album = {**declaration(), "type": "Release", "release": info, "tracks": [entry]}
    album = {**album, "permits": [TAGS], "requiresConsent": ["any-ai-use", "input"]}
    del album["track"]
    assert check(album).conforms
    assert outcome(TAGS, album) == "prohibited"  # the release is nearer, the track stricter
    assert outcome(SEARCH, album) == "permitted"  # the track is nearer
    assert outcome("analytic-input", album) == "consent-required"  # only the release states it


def test_rule_2_silence_leaves_the_floor_at_consent_required() -> None:
    found = answer("any-ai-use")
    assert {use for use, one in found["leaves"].items() if one == "consent-required"} == FLOOR
    assert {one for use, one in found["leaves"].items() if use not in FLOOR} == {"unspecified"}
    assert found["missing"] >= {(right, None, MUSIC) for right in SOUND}


def test_rule_3_the_strictest_applying_declaration_holds_until_its_maker_replaces_it() -> None:
    old = declaration(issued="2026-01-01T00:00:00Z", prohibits=["training"])
    middle = declaration(issued="2026-06-01T00:00:00Z", supersedes=[old["id"]])
    new = declaration(supersedes=[middle["id"]], permits=[TAGS])
    assert outcome(TAGS, old, new) == "prohibited"
    assert outcome(TAGS, old, middle, new) == "permitted"  # what is replaced keeps replacing
    assert outcome(TAGS, old, middle, new, at=middle["issued"]) == "unspecified"
    other = declaration(LABEL, supersedes=[old["id"]])
    assert outcome(TAGS, old, other) == "prohibited"
    assert outcome(TAGS, old, {**new, "supersedes": [old["id"]], "issued": old["issued"]}) == (
        "prohibited"  # not issued later
    )


def test_rule_4_what_a_request_leaves_out_is_read_as_the_widest() -> None:
    narrow: dict[str, Any] = {"models": [{"name": "t", "version": "2"}], "territories": ["SE"]}
    given = (declaration(), consent(**narrow, purpose="a demo", conditions=["attribution"]))
    full: dict[str, Any] = {
        "model": {"name": "t", "version": "2"},
        "territories": ["SE"],
        "purpose": "a demo",
        "accepts": ["attribution"],
    }
    assert outcome(MUSIC, *given, **full) == "permitted"
    for name in full:
        less = {one: value for one, value in full.items() if one != name}
        assert outcome(MUSIC, *given, **less) == "consent-required"
    assert outcome(MUSIC, *given, **{**full, "model": {"name": "t"}}) == "consent-required"
    assert outcome(MUSIC, *given, **{**full, "territories": []}) == "consent-required"


def test_rule_5_one_consent_must_cover_all_the_rest_and_names_only_what_it_names() -> None:
    parts = [consent(models=[{"name": "t", "version": "2"}]), consent(territories=["SE"])]
    wanted: dict[str, Any] = {"model": {"name": "t", "version": "2"}, "territories": ["SE"]}
    assert outcome(MUSIC, declaration(), *parts, **wanted) == "permitted"  # either covers it
    assert outcome(MUSIC, declaration(), *parts, territories=["DK"]) == "consent-required"
    by_right = [consent(rights=[right]) for right in SOUND]
    assert outcome(MUSIC, declaration(), *by_right) == "permitted"  # each right by itself
    group = consent(uses=["generative-training"])
    assert outcome(MUSIC, declaration(), group) == "permitted"
    assert outcome("style-replication-training", declaration(), group) == "consent-required"


def test_rule_6_a_work_speaks_for_composition_and_lyrics_and_a_likeness_only_restricts() -> None:
    known: dict[str, Any] = {"track": {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}}
    work, alike = track(iswc=ISWC), track(iscc=ISCC, urls=[URL])
    found = answer(SEARCH, declaration(track=work, permits=[SEARCH]), **known)
    assert found["missing"] == {(right, None, SEARCH) for right in ("recording", "performance")}
    assert outcome(SEARCH, declaration(track=work, prohibits=[SEARCH]), **known) == "prohibited"
    assert outcome(SEARCH, declaration(track=alike, permits=[SEARCH]), **known) == "unspecified"
    assert outcome(SEARCH, declaration(track=alike, prohibits=[SEARCH]), **known) == "prohibited"


def test_rule_6_a_contradiction_restricts_and_never_loosens() -> None:
    other = track(isrc=ISRC, iswc="T9300771055")
    known: dict[str, Any] = {"track": {"isrc": ISRC, "iswc": ISWC}}
    assert outcome(SEARCH, declaration(track=other, permits=[SEARCH])) == "permitted"
    assert outcome(SEARCH, declaration(track=other, permits=[SEARCH]), **known) == "unspecified"
    assert outcome(SEARCH, declaration(track=other, prohibits=[SEARCH]), **known) == "prohibited"


def test_rule_6_a_declaration_lends_its_identifiers_once() -> None:
    bridge = declaration(track=track(isrc=ISRC, urls=[URL]))
    second = declaration(track=track(urls=[URL], iswc=ISWC), permits=[SEARCH])
    third = declaration(track=track(iswc=ISWC), prohibits=[SEARCH])
    assert outcome(SEARCH, second) == "unspecified"
    assert outcome(SEARCH, bridge, second) == "permitted"
    assert outcome(SEARCH, bridge, second, third) == "permitted"  # two steps away
    assert outcome(MUSIC, bridge, consent(tracks=[{"urls": [URL]}])) == "permitted"


def test_rule_7_every_holder_agrees_by_itself() -> None:
    both = [held(MARA, "composition", "lyrics"), held(LABEL, "recording", "performance")]
    mine = declaration(rightsholders=both, permits=[SEARCH])
    theirs = declaration(LABEL, rightsholders=both, permits=[SEARCH])
    assert outcome(SEARCH, mine) == "unspecified"
    found = answer(SEARCH, mine)["missing"]
    assert found == {(right, LABEL, SEARCH) for right in ("recording", "performance")}
    assert outcome(SEARCH, mine, theirs) == "permitted"
    assert outcome(MUSIC, mine, consent()) == "consent-required"
    assert outcome(MUSIC, mine, consent(), consent(LABEL)) == "permitted"
    assert outcome(MUSIC, mine, consent(), consent(LABEL), material=["audio", "stems"]) == (
        "consent-required"  # each material by itself
    )


def test_a_mandated_party_agrees_for_the_holder_but_the_holder_not_for_it() -> None:
    stands = {"id": SOCIETY, "name": "Society", "capacity": "society"}
    one = declaration(rightsholders=[held(MARA, *SOUND, mandate=stands)])
    assert outcome(MUSIC, one, consent(SOCIETY)) == "permitted"
    found = answer(MUSIC, one, consent(MARA))
    assert found["missing"] == {(right, SOCIETY, MUSIC) for right in SOUND}
    opened = {**one, "by": {"id": SOCIETY}, "permits": [SEARCH]}
    assert {who for _, who, _ in answer(SEARCH, opened)["missing"]} == {MARA}


def test_an_absent_right_is_not_touched_unless_somebody_holds_it() -> None:
    rest = sorted(SOUND - {"lyrics"})
    one = declaration(rightsholders=[held(MARA, *rest)], absentRights=["lyrics"], permits=[SEARCH])
    assert outcome(SEARCH, one) == "permitted"
    words = answer(SEARCH, one, material=["lyrics-text"])
    assert (words["outcome"], words["missing"]) == ("unspecified", {("lyrics", None, SEARCH)})
    assert outcome(SEARCH, one, declaration(LABEL)) == "unspecified"


def test_rule_9_the_ends_of_a_period_and_of_a_consent() -> None:
    late = {**declaration(permits=[SEARCH]), "issued": AFTER}
    assert outcome(SEARCH, late) == "unspecified"
    assert outcome(SEARCH, late, at=AFTER) == "permitted"
    short = consent(validFrom=NOW, validUntil=AFTER)
    assert outcome(MUSIC, declaration(), short, at=BEFORE) == "consent-required"
    assert outcome(MUSIC, declaration(), short) == "permitted"
    assert outcome(MUSIC, declaration(), short, at=AFTER) == "consent-required"
    long = consent()
    assert outcome(MUSIC, declaration(), long, withdrawal(long, effective=AFTER)) == "permitted"
    assert outcome(MUSIC, declaration(), long, withdrawal(long)) == "consent-required"
    foreign = withdrawal(long, by={"id": LABEL})
    assert outcome(MUSIC, declaration(), long, foreign) == "permitted"


def test_rule_10_without_proofs_nothing_that_loosens_is_trusted() -> None:
    given = (declaration(permits=[SEARCH]), consent())
    assert outcome(SEARCH, *given) == "permitted"
    assert outcome(SEARCH, *given, assurance="trusted") == "unspecified"
    assert outcome(MUSIC, *given, assurance="trusted") == "consent-required"
    assert outcome(SEARCH, declaration(prohibits=[SEARCH]), assurance="trusted") == "prohibited"


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ({"exclusive": "yes"}, "consent-required"),
        ({"exclusive": "yes", "prohibits": ["any-ai-use"]}, "prohibited"),
        ({"exclusive": "yes", "issued": AFTER}, "consent-required"),
        ({"exclusive": "yes", "track": track(urls=[URL])}, "permitted"),
        ({"track": track(urls=[URL], exclusive="yes")}, "consent-required"),
        ({"track": track(urls=[URL], isrc="SEXYZ26")}, "consent-required"),
        ({"track": track(urls=[URL], iscc=ISCC), "askAt": 1999}, "consent-required"),
        ({"track": track(urls=[URL]), "askfirst": "2.0.0"}, "consent-required"),
        ({"track": track(urls=[URL]), "type": "Licence"}, "permitted"),
        ({"track": track(iscc=ISCC)}, "consent-required"),
        ({"track": {}}, "consent-required"),
        ({"type": "Consent"}, "permitted"),
    ],
)
def test_rule_11_an_invalid_declaration_restricts(broken: Object, expected: str) -> None:
    invalid = {**declaration(), **broken}
    assert not check(invalid).conforms
    assert outcome(SEARCH, declaration(permits=[SEARCH]), invalid) == expected


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ({"reason": "", "by": {"id": LABEL}, "issued": AFTER}, "consent-required"),
        ({"consent": "urn:x:another", "reason": ""}, "permitted"),
        ({"consent": "the one of May"}, "consent-required"),
        ({"consent": "urn:x:another", "reason": 5}, "consent-required"),
    ],
)
def test_rule_11_an_invalid_withdrawal_ends_what_it_may_name(broken: Object, expected: str) -> None:
    agreed = consent()
    invalid = {**withdrawal(agreed), **broken}
    assert not check(invalid).conforms
    assert outcome(MUSIC, declaration(), agreed, invalid) == expected


def test_the_leaves_of_a_group_are_told_one_by_one() -> None:
    found = answer("training", declaration(), consent(uses=["training"]))
    permitted = {use for use, one in found["leaves"].items() if one == "permitted"}
    assert permitted == leaves("training") - {
        "style-replication-training",
        "voice-replication-training",
        "likeness-replication-training",
    }
