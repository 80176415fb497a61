"""A Consent is for the track that the holder knows, whatever else a Request names."""

import pytest

from askfirst.authoring.tracks import SeveralTracks, limited, own_track
from askfirst.checking.pieces import track

HASH = "0" * 64
NIGHT_BUS = {
    "title": "Night Bus",
    "artists": ["Mara"],
    "isrc": "SEXYZ2600012",
    "iswc": "T0345246801",
}
DEPOT = {"title": "Depot", "artists": ["Mara"], "files": [{"packetsSha256": HASH}]}


def test_what_the_holder_does_not_know_is_left_out() -> None:
    asked = {"title": "A demo", "isrc": "SE-XYZ-26-00012", "urls": ["https://elsewhere.example/1"]}

    assert own_track(asked, [track(NIGHT_BUS)]) == {
        "title": "Night Bus",
        "artists": ["Mara"],
        "isrc": "SE-XYZ-26-00012",
    }


def test_two_tracks_in_one_request_are_refused() -> None:
    asked = {"isrc": "SEXYZ2600012", "files": [{"packetsSha256": HASH, "pcmMd5": "0" * 32}]}

    with pytest.raises(SeveralTracks):
        own_track(asked, [track(NIGHT_BUS), track(DEPOT)])
    assert limited(asked, [track({"isrc": "SEXYZ2600012"})]) == {"isrc": "SEXYZ2600012"}


def test_tracks_that_are_linked_are_one() -> None:
    both = {**DEPOT, "isrc": "SEXYZ2600012"}

    found = own_track(both, [track(NIGHT_BUS), track(DEPOT), track(both)])

    assert found["isrc"] == "SEXYZ2600012"
    assert found["files"] == [{"packetsSha256": HASH}]


def test_a_work_is_named_only_where_no_recording_is_known() -> None:
    asked = {"isrc": "SEXYZ2600099", "iswc": "T0345246801"}

    assert "isrc" not in own_track(asked, [track(NIGHT_BUS)])
    assert "iswc" not in own_track({**asked, "isrc": "SEXYZ2600012"}, [track(NIGHT_BUS)])


def test_what_nobody_knows_stays_as_it_is() -> None:
    assert own_track(DEPOT, []) == DEPOT
