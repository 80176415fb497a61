"""A file is declared by what stands in it, beside it, or names it in its folder."""

import unicodedata
from io import BytesIO
from typing import Any

import pytest

from askfirst.authoring.coverage import Place, Site, orphans
from askfirst.authoring.scanning import State, scan
from askfirst.checking import check
from askfirst.vocabulary import DriftCode
from tests.unit.authoring.scans import (
    FLAC,
    MP3,
    codes,
    declaration,
    embedding,
    hashed,
    scanned,
    tagged,
)

OTHER = {"packetsSha256": "0" * 64}
CODED = {"isrc": "SEXYZ2600012"}


def release(*tracks: dict[str, Any]) -> dict[str, Any]:
    several = [{"title": "A", "artists": ["Mara"], **track} for track in tracks]
    about = {"title": "Night Bus", "artists": ["Mara"]}
    return {**declaration({}, track=None, type="Release"), "release": about, "tracks": several}


def test_a_file_with_nothing_is_not_declared() -> None:
    found = scanned(FLAC)

    assert (found.state, codes(found), found.covers) == (State.NOT_DECLARED, ["AF801"], ())


@pytest.mark.parametrize("data", [FLAC, MP3])
def test_a_declaration_in_the_file_counts(data: bytes) -> None:
    found = scanned(embedding(data, declaration(hashed(data))))

    assert (found.state, codes(found)) == (State.DECLARED, [])
    assert {cover.site for cover in found.covers} == {Site.EMBEDDED}


def test_a_declaration_beside_the_file_counts_by_where_it_stands() -> None:
    found = scanned(FLAC, beside=declaration(CODED))

    assert (found.state, codes(found)) == (State.DECLARED, [])
    assert [cover.site for cover in found.covers] == [Site.SIDECAR]


@pytest.mark.parametrize(
    ("track", "state"),
    [
        (hashed(FLAC, "other.flac"), State.DECLARED),
        (CODED, State.DECLARED),
        ({"iswc": "T0345246801"}, State.DECLARED),
        ({"isrc": "SEXYZ2600013"}, State.NOT_DECLARED),
        ({"files": [OTHER]}, State.NOT_DECLARED),
        ({"files": [{**OTHER, "name": "song.flac"}], **CODED}, State.DECLARED),
    ],
)
def test_a_folder_declares_what_it_names(track: dict[str, Any], state: State) -> None:
    data = tagged(FLAC, isrc="SEXYZ2600012", iswc="T0345246801")

    assert scanned(data, around=declaration(track)).state is state


def test_a_release_in_a_folder_declares_with_the_track_that_is_the_file() -> None:
    found = scanned(FLAC, around=release({"isrc": "SEXYZ2600011"}, hashed(FLAC)))

    assert [cover.pointer for cover in found.covers] == ["/tracks/1"]


def test_without_hashing_the_name_tells_which_track_is_meant() -> None:
    wrong = {"files": [{**OTHER, "name": "song.flac"}]}
    quick, thorough = (
        scanned(FLAC, around=declaration(wrong), hashing=hashing) for hashing in (False, True)
    )

    assert (quick.state, codes(quick)) == (State.DECLARED, [])
    assert (thorough.state, codes(thorough)) == (State.CONTRADICTION, ["AF805"])


def test_a_name_is_the_same_however_its_accents_are_written() -> None:
    track = {"files": [{**OTHER, "name": unicodedata.normalize("NFD", "Blå.flac")}]}
    around = [Place(Site.FOLDER, "askfirst.yaml", check(declaration(track)))]

    assert scan("Blå.flac", BytesIO(FLAC), around, hashing=False).state is State.DECLARED


@pytest.mark.parametrize(
    "broken",
    [declaration(CODED, prohibits=["generative-trainin"]), declaration({}), "askfirst: 1.0.0", "{"],
)
def test_what_does_not_conform_is_no_declaration_and_no_silence(broken: object) -> None:
    inside = scanned(embedding(FLAC, broken if isinstance(broken, dict) else str(broken)))
    beside, around = scanned(FLAC, beside=broken), scanned(tagged(FLAC, **CODED), around=broken)

    assert [one.state for one in (inside, beside, around)] == [State.INVALID] * 3
    assert [len(one.faulty) for one in (inside, beside, around)] == [1, 1, 0]
    assert "AF801" not in {code for one in (inside, beside, around) for code in codes(one)}


def test_a_broken_declaration_of_another_track_says_nothing_of_this_one() -> None:
    other = declaration({"isrc": "SEXYZ2600013"}, prohibits=["generative-trainin"])

    assert scanned(FLAC, around=other).state is State.NOT_DECLARED


def test_other_documents_declare_nothing() -> None:
    withdrawal = {
        **declaration({}, track=None, rightsholders=None, requiresConsent=None, type="Withdrawal"),
        "by": {"id": "https://mara.example.org/"},
        "consent": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b12",
        "effective": "2026-11-22T10:00:00Z",
    }

    assert scanned(FLAC, beside=withdrawal).state is State.NOT_DECLARED


@pytest.mark.parametrize("data", [b"", b"RF64", b"OggS", b"ID3" + bytes(9)])
def test_a_file_that_cannot_be_read_needs_a_license_file(data: bytes) -> None:
    alone, beside = scanned(data), scanned(data, beside=declaration(CODED))

    assert (alone.state, codes(alone)) == (State.UNREADABLE, ["AF801", "AF810"])
    assert (beside.state, codes(beside)) == (State.DECLARED, ["AF810"])


def test_a_hash_that_cannot_be_made_is_told() -> None:
    found = scanned(MP3 + b"junk", beside=declaration(hashed(MP3)))

    assert codes(found) == ["AF810"]


def test_license_files_without_their_audio_are_found() -> None:
    names = ["a.flac", "a.flac.askfirst.yaml", "b.mp3.askfirst.json", "askfirst.yaml", "x.yaml"]

    assert list(orphans(names)) == ["b.mp3.askfirst.json"]


def test_every_code_has_a_severity_and_a_sentence() -> None:
    assert {code.severity for code in DriftCode} == {"error", "warning", "note"}
    assert all(code.sentence.endswith(".") for code in DriftCode)
