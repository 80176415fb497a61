"""An entry that stands twice is found in whatever order it lists what it holds."""

import pytest

from askfirst.rules import Part, check
from askfirst.vocabulary import DocumentType
from tests.consistency.shipped import Json

ONE = {"holder": "https://mara.example.org/", "rights": ["lyrics", "voice"]}
TURNED = {"rights": ["voice", "lyrics"], "holder": "https://mara.example.org/"}


def repeated(kind: DocumentType, document: Json) -> list[str]:
    found = check(kind, Part({"type": str(kind), **document}))
    return [finding.pointer for finding in found if finding.code == "AF109"]


def test_the_later_of_two_holders_is_the_one_too_many() -> None:
    found = repeated(DocumentType.DECLARATION, {"rightsholders": [ONE, {}, TURNED, TURNED]})
    assert found == ["/rightsholders/2", "/rightsholders/3"]


def test_holders_of_tracks_and_files_are_looked_at() -> None:
    track = {"rightsholders": [ONE, TURNED], "files": [{"a": "1", "b": "2"}, {"b": "2", "a": "1"}]}
    assert repeated(DocumentType.RELEASE, {"tracks": [track, track]}) == [
        "/tracks/0/rightsholders/1",
        "/tracks/1/rightsholders/1",
    ]


def test_tracks_of_a_consent_are_a_set() -> None:
    tracks = [{"urls": ["urn:x:1", "urn:x:2"]}, {"urls": ["urn:x:2", "urn:x:1"]}]
    assert repeated(DocumentType.CONSENT, {"tracks": tracks}) == ["/tracks/1"]
    assert repeated(DocumentType.RELEASE, {"tracks": tracks}) == []


@pytest.mark.parametrize(
    "other",
    [
        {**ONE, "rights": ["lyrics"]},
        {**ONE, "name": "Mara"},
        {**ONE, "rights": "lyrics"},
        ONE,  # the schema reports what is equal as it stands
        "lyrics",
        None,
    ],
)
def test_what_differs_or_is_equal_as_it_stands_is_not_reported_here(other: object) -> None:
    assert repeated(DocumentType.DECLARATION, {"rightsholders": [ONE, other]}) == []


def test_the_order_of_artists_counts() -> None:
    tracks = [{"artists": ["A", "B"]}, {"artists": ["B", "A"]}]
    assert repeated(DocumentType.CONSENT, {"tracks": tracks}) == []
