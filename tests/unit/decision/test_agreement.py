"""Every holder of every touched right agrees, or the leaf stays shut."""

import pytest

from askfirst.decision.agreement import Pair, demanded, lacking, permitting, touched_rights
from askfirst.vocabulary import Material, Right, Status, Use
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
from tests.unit.decision.asking import MUSIC, SEARCH, TAGS, VOICE, ask, case

KNOWN: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC}
SOUND = ("composition", "lyrics", "recording", "performance")
AUDIO = Material.AUDIO
STANDS: Json = {"id": SOCIETY, "name": "Society", "capacity": "society"}
NO_LYRICS: Json = {
    "rightsholders": [held(MARA, "composition", "voice")],
    "absentRights": ["lyrics"],
}


def lacks(use: str, *documents: Json, **members: Json) -> set[tuple[str, str]]:
    found = case(use, *documents, **members)
    claims = lacking(found, Pair(Use(use), AUDIO), demanded(found, Use(use)))
    return {(who, str(right)) for who, right in claims}


@pytest.mark.parametrize(
    ("use", "documents", "demand"),
    [
        (SEARCH, [], "unspecified"),
        (MUSIC, [], "consent-required"),
        ("voice-replication-input", [], "consent-required"),
        ("other-generative-input", [], "unspecified"),
        (SEARCH, [declaration(permits=[SEARCH])], "unspecified"),
        (SEARCH, [declaration(requiresConsent=["any-ai-use"])], "consent-required"),
        (SEARCH, [declaration(prohibits=["any-ai-use"])], "prohibited"),
        (MUSIC, [declaration(prohibits=["training"])], "prohibited"),
        (
            SEARCH,
            [declaration(requiresConsent=[SEARCH]), declaration(prohibits=[SEARCH])],
            "prohibited",
        ),
        (SEARCH, [declaration(exclusive="yes", prohibits=[SEARCH])], "prohibited"),
        (SEARCH, [declaration(exclusive="yes", requiresConsent=[SEARCH])], "unspecified"),
    ],
)
def test_the_strictest_statement_and_the_floor_demand(
    use: str, documents: list[Json], demand: str
) -> None:
    assert demanded(case(use, *documents), Use(use)) is Status(demand)


def test_rights_are_touched_unless_they_are_absent() -> None:
    found = case(SEARCH, declaration(**NO_LYRICS))

    assert touched_rights(found, Pair(Use(SEARCH), AUDIO)) == {*SOUND} - {"lyrics"}
    words = Pair(Use(VOICE), Material.LYRICS_TEXT)
    assert touched_rights(found, words) == {Right.VOICE}
    assert touched_rights(case(SEARCH), words) == {Right.VOICE, Right.LYRICS}


def test_every_holder_lacks_until_it_agrees() -> None:
    both = [held(MARA, "composition"), held(LABEL, "recording", "composition")]
    mine = declaration(rightsholders=both)

    every = {(MARA, "composition"), (LABEL, "composition"), (LABEL, "recording")}
    assert lacks(MUSIC, mine) == every
    assert lacks(MUSIC, mine, consent()) == every - {(MARA, "composition")}
    assert lacks(MUSIC, mine, consent(LABEL, rights=["recording"])) == every - {
        (LABEL, "recording")
    }
    assert lacks(MUSIC, mine, consent(LABEL), consent()) == set()


@pytest.mark.parametrize("changed", [{"material": ["stems"]}, {"uses": ["input"]}])
def test_a_consent_to_something_else_is_no_agreement(changed: Json) -> None:
    assert lacks(MUSIC, declaration(), consent(**changed)) == {(MARA, right) for right in SOUND}


def test_a_mandated_party_agrees_for_its_holder_too() -> None:
    mine = declaration(rightsholders=[held(MARA, *SOUND, mandate=STANDS)])

    assert lacks(MUSIC, mine, consent(SOCIETY)) == set()
    assert lacks(MUSIC, mine, consent()) == {(SOCIETY, right) for right in SOUND}
    assert lacks(MUSIC, mine, consent(SOCIETY, rights=["lyrics"])) == {
        (who, right) for who in (MARA, SOCIETY) for right in SOUND if right != "lyrics"
    }


def test_what_a_mandated_party_permits_is_its_own_agreement_only() -> None:
    mine = declaration(
        SOCIETY, permits=[SEARCH], rightsholders=[held(MARA, *SOUND, mandate=STANDS)]
    )

    assert lacks(SEARCH, mine) == {(MARA, right) for right in SOUND}


def test_what_a_holder_permits_is_agreement_where_no_consent_is_needed() -> None:
    mine = declaration(permits=[SEARCH, TAGS])

    assert lacks(SEARCH, mine) == set()
    assert lacks(SEARCH, mine, declaration(LABEL)) == {(LABEL, right) for right in SOUND}
    asks = declaration(requiresConsent=[TAGS], permits=[])
    assert lacks(TAGS, mine, asks) == {(MARA, right) for right in SOUND}


def test_what_is_permitted_through_a_work_is_agreement_for_two_rights() -> None:
    mine, theirs = declaration(), declaration(permits=[SEARCH], track=track(iswc=ISWC))

    assert lacks(SEARCH, mine, theirs, track=KNOWN) == {
        (MARA, "recording"),
        (MARA, "performance"),
    }


def test_a_declaration_permits_as_far_as_it_loosens() -> None:
    alike = declaration(permits=[SEARCH], track=track(isrc="SEXYZ2600012", iscc=ISCC))
    other = declaration(permits=[SEARCH], track=track(isrc=ISRC, iswc="T9300771055"))
    mine = declaration(permits=[SEARCH], prohibits=[TAGS])
    found = case(SEARCH, alike, other, mine, track=KNOWN)

    assert [one.declared.id for one in permitting(found, Use(SEARCH))] == [mine["id"]]
    assert not [*permitting(found, Use(TAGS))]


def test_where_all_that_a_material_touches_is_absent_nobody_can_agree() -> None:
    mine = declaration(**NO_LYRICS, permits=[SEARCH])

    assert ask(SEARCH, mine, material=["lyrics-text"]).outcome == "unspecified"
    assert ask(SEARCH, mine, material=["sheet-music"]).outcome == "permitted"
    assert ask(VOICE, mine, consent(uses=[VOICE], material=["lyrics-text"])).outcome == (
        "consent-required"
    )


def test_all_that_is_touched_and_not_absent_is_held() -> None:
    words = declaration(rightsholders=[held(MARA, "lyrics")], permits=[SEARCH])
    rest = [held(MARA, "composition", "recording", "performance")]
    tune = declaration(rightsholders=rest, absentRights=["lyrics"], permits=[SEARCH])

    assert ask(SEARCH, words, material=["lyrics-text"]).outcome == "permitted"
    assert ask(SEARCH, tune).outcome == "permitted"


def test_a_consent_through_a_work_is_agreement_for_two_rights() -> None:
    agreed = consent(tracks=[{"iswc": ISWC}])

    assert lacks(MUSIC, declaration(), agreed, track=KNOWN) == {
        (MARA, "recording"),
        (MARA, "performance"),
    }


def test_a_touched_right_without_a_holder_keeps_a_leaf_shut() -> None:
    mine = declaration(rightsholders=[held(MARA, *SOUND[1:])], permits=[SEARCH])

    assert ask(SEARCH, mine).outcome == "unspecified"
    assert ask(SEARCH, mine, material=["lyrics-text"]).outcome == "permitted"
    assert ask(MUSIC, mine, consent()).outcome == "consent-required"
