"""A Consent reaches some tracks, some leaves and, of what is needed, some."""

from typing import Any

import pytest

from askfirst.decision.consents import covers, opening, short_of
from askfirst.decision.identity import EVERY_RIGHT, opened
from askfirst.vocabulary import Because, Material, Right, Use, leaves
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISCC, ISRC, ISWC, URL, consent
from tests.unit.decision.asking import MUSIC, consented, track_of

WORK, NOTHING = frozenset({Right.COMPOSITION, Right.LYRICS}), frozenset[Right]()


@pytest.mark.parametrize(
    ("tracks", "reach"),
    [
        ([{"isrc": ISRC}], EVERY_RIGHT),
        ([{"iswc": ISWC}], WORK),
        ([{"iswc": ISWC}, {"isrc": ISRC}], EVERY_RIGHT),
        ([{"isrc": "SEXYZ2600012"}, {"isrc": ISRC}], EVERY_RIGHT),
        ([{"isrc": "SEXYZ2600012"}], NOTHING),
        ([{"isrc": "SEXYZ2600012", "iscc": ISCC}], NOTHING),
        ([{"isrc": "SEXYZ2600012", "urls": [URL]}], NOTHING),
        ([{"isrc": "SEXYZ2600012", "iswc": ISWC}], NOTHING),
        ([{"isrc": "SEXYZ2600012", "iswc": ISWC}, {"iswc": ISWC}], WORK),
        ([{"isrc": ISRC, "iswc": "T9300771055"}, {"iswc": ISWC}], WORK),
        ([{"urls": [URL]}], EVERY_RIGHT),
    ],
)
def test_each_entry_of_its_tracks_is_compared_by_itself(
    tracks: Json, reach: frozenset[Right]
) -> None:
    own = track_of(isrc=ISRC, iswc=ISWC, iscc=ISCC, urls=[URL])

    entries = opening(consented(consent(tracks=tracks)), own)
    assert opened(entries, ((EVERY_RIGHT, own.identifiers),)) == reach


def covered(*uses: Use) -> frozenset[Use]:
    return consented(consent(uses=list(map(str, uses)))).leaves


def test_a_group_covers_its_leaves_but_those_by_name_only() -> None:
    assert covered(Use.GENERATIVE_TRAINING) == {
        Use.MUSIC_GENERATION_TRAINING,
        Use.OTHER_GENERATIVE_TRAINING,
    }
    named = (Use.GENERATIVE_INPUT, Use.VOICE_REPLICATION_INPUT)
    assert covered(*named) == {Use.OTHER_GENERATIVE_INPUT, Use.VOICE_REPLICATION_INPUT}
    every = {leaf for leaf in leaves(Use.ANY_AI_USE) if not leaf.by_name_only}
    assert covered(Use.ANY_AI_USE) == every
    assert covered(Use.STYLE_REPLICATION_TRAINING) == {Use.STYLE_REPLICATION_TRAINING}


NEEDS = [(Material.AUDIO, Right.LYRICS), (Material.AUDIO, Right.RECORDING)]
SHORT: Json = {
    "uses": (["input"], Because.NOT_USE),
    "rights": (["lyrics"], Because.NOT_RIGHT),
    "material": (["stems"], Because.NOT_MATERIAL),
}


@pytest.mark.parametrize("names", [[], ["uses"], ["rights"], ["material"], [*SHORT]])
def test_it_falls_short_of_some_needs(names: list[str]) -> None:
    agreed = consented(consent(**{name: SHORT[name][0] for name in names}))
    expected = {SHORT[name][1] for name in names}

    assert short_of(agreed, Use(MUSIC), NEEDS, frozenset(Right)) == expected
    only_work = frozenset({Right.COMPOSITION, Right.LYRICS})
    assert short_of(agreed, Use(MUSIC), NEEDS, only_work) == {*expected, Because.NOT_TRACK}


def test_it_reaches_exactly_the_rights_that_are_needed() -> None:
    rights = [Right.COMPOSITION, Right.LYRICS]
    needs = [(Material.AUDIO, right) for right in rights]

    assert short_of(consented(consent()), Use(MUSIC), needs, frozenset(rights)) == set()


def test_it_falls_short_where_it_lacks_one_material_of_several() -> None:
    needs = [*NEEDS, (Material.STEMS, Right.LYRICS)]

    assert short_of(consented(consent()), Use(MUSIC), needs, frozenset(Right)) == {
        Because.NOT_MATERIAL
    }


@pytest.mark.parametrize(
    ("changed", "reach", "covered"),
    [
        ({}, Right, True),
        ({}, [Right.LYRICS], True),
        ({}, [], False),
        ({}, [Right.COMPOSITION], False),
        ({"rights": ["recording"]}, Right, True),
        ({"rights": ["recording"]}, [Right.LYRICS], False),
        ({"rights": ["voice"]}, Right, False),
        ({"uses": ["input"]}, Right, False),
        ({"material": ["stems"]}, Right, False),
        ({"material": ["stems", "audio"]}, Right, True),
    ],
)
def test_it_covers_where_it_reaches_one_need(changed: Json, reach: Any, covered: bool) -> None:  # noqa: ANN401
    agreed = consented(consent(**changed))

    assert covers(agreed, Use(MUSIC), NEEDS, frozenset(reach)) is covered
