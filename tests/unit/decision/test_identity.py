"""Tracks are known by identifiers: of a recording, of a work, of a likeness."""

import pytest

from askfirst.decision.identity import contradicts, reached, through
from askfirst.vocabulary import Identifies, Right
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISCC, ISRC, ISWC, URL
from tests.unit.decision.asking import track_of

OTHER_ISRC, OTHER_ISWC = "SEXYZ2600012", "T9300771055"
FULL: Json = {"isrc": ISRC, "iswc": ISWC, "iscc": ISCC, "urls": [URL]}


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        ({"isrc": ISRC}, Identifies.RECORDING),
        ({"urls": [URL]}, Identifies.RECORDING),
        ({"urls": ["https://e.example/2", URL]}, Identifies.RECORDING),
        ({"iswc": ISWC}, Identifies.WORK),
        ({"isrc": OTHER_ISRC, "iswc": ISWC}, Identifies.WORK),
        ({"isrc": OTHER_ISRC, "iscc": ISCC}, Identifies.LIKENESS),
        ({"isrc": OTHER_ISRC, "iswc": ISWC, "iscc": ISCC}, Identifies.WORK),
        ({"isrc": OTHER_ISRC}, None),
        ({"isrc": OTHER_ISRC, "iswc": OTHER_ISWC}, None),
    ],
)
def test_the_strongest_kind_that_is_shared_holds(known: Json, kind: Identifies | None) -> None:
    assert through(track_of(**known), track_of(**FULL).identifiers) is kind


def test_identifiers_are_compared_by_kind() -> None:
    hashes = [{"pcmMd5": "0a" * 16}]
    place = {"urls": [f"pcmMd5:{'0a' * 16}"]}

    assert through(track_of(**place), track_of(files=hashes).identifiers) is None


def test_a_kind_reaches_some_rights() -> None:
    assert reached(Identifies.RECORDING) == set(Right)
    assert reached(Identifies.WORK) == {Right.COMPOSITION, Right.LYRICS}
    assert reached(Identifies.LIKENESS) == frozenset()
    assert reached(None) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "contradicted"),
    [
        ({"isrc": ISRC}, {"isrc": ISRC}, False),
        ({"isrc": ISRC}, {"isrc": OTHER_ISRC}, True),
        ({"isrc": ISRC, "iswc": ISWC}, {"isrc": OTHER_ISRC, "iswc": ISWC}, True),
        ({"isrc": ISRC, "iswc": ISWC}, {"isrc": ISRC, "iswc": OTHER_ISWC}, True),
        ({"isrc": ISRC, "iswc": ISWC}, {"isrc": ISRC, "iswc": ISWC}, False),
        ({"iswc": ISWC}, {"iswc": OTHER_ISWC}, True),
        ({"isrc": ISRC}, {"iswc": ISWC}, False),
        ({"isrc": ISRC, "iswc": ISWC}, {"isrc": ISRC}, False),
        ({"isrc": ISRC, "iswc": ISWC}, {"iswc": ISWC}, False),
        ({"isrc": ISRC, "urls": [URL]}, {"isrc": ISRC, "urls": ["https://e.example/2"]}, False),
    ],
)
def test_two_codes_of_one_kind_contradict(one: Json, other: Json, contradicted: bool) -> None:
    assert contradicts(track_of(**one), track_of(**other)) is contradicted
    assert contradicts(track_of(**other), track_of(**one)) is contradicted
