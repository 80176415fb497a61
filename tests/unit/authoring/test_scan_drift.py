"""What stands in several places, and in tags, is compared; each difference has its code."""

import json
from io import BytesIO
from typing import Any

import pytest
from mutagen.apev2 import APEv2

from askfirst.audio import Carrier
from askfirst.authoring.scanning import State
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

SAME = declaration(hashed(FLAC))
STRICTER = declaration(hashed(FLAC), prohibits=["recommendation-training"])
BY_NC = "https://creativecommons.org/licenses/by-nc/4.0/"


def test_the_same_in_every_place_is_no_drift() -> None:
    found = scanned(embedding(FLAC, SAME), beside=SAME, around=SAME)

    assert (found.state, codes(found), len(found.covers)) == (State.DECLARED, [], 3)


def test_places_that_state_a_use_differently_disagree() -> None:
    found = scanned(embedding(FLAC, SAME), beside=STRICTER)
    told = found.drifts[0].message

    assert found.state is State.CONTRADICTION
    assert codes(found) == ["AF802", "AF803"]
    assert "`recommendation-training`" in told
    assert "`unspecified` in Vorbis comment" in told
    assert "`prohibited` counts" in told


def test_what_several_makers_declare_adds_up() -> None:
    label = [{"holder": "https://label.example.org/", "name": "L", "rights": ["recording"]}]
    other = {**STRICTER, "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b19"}

    assert codes(scanned(FLAC, beside=SAME, around={**other, "rightsholders": label})) == []


def test_a_floor_that_is_not_mentioned_is_no_difference() -> None:
    silent = declaration(
        hashed(FLAC),
        id="urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b19",
        requiresConsent=["music-generation-training"],
    )

    assert codes(scanned(FLAC, beside=SAME, around=silent)) == []


@pytest.mark.parametrize(
    ("inside", "beside", "stale"),
    [
        ({}, {"issued": "2026-11-23T10:00:00Z"}, "Vorbis comment"),
        ({"issued": "2026-11-23T10:00:00Z"}, {}, "song.flac.askfirst.yaml"),
        ({}, {"askAt": "https://mara.example.org/ask"}, "Vorbis comment"),
        (
            {"id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b10"},
            {
                "supersedes": ["urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b10"],
                "issued": "2026-11-23T10:00:00Z",
            },
            "Vorbis comment",
        ),
    ],
)
def test_a_copy_that_is_older_or_other_is_stale(
    inside: dict[str, Any], beside: dict[str, Any], stale: str
) -> None:
    found = scanned(embedding(FLAC, {**SAME, **inside}), beside={**SAME, **beside})

    assert [(str(one.code), one.place) for one in found.drifts] == [("AF803", stale)]
    assert found.state is State.DECLARED


def test_addresses_that_were_left_out_make_no_copy_stale() -> None:
    whole = declaration(hashed(FLAC), by={"id": "https://mara.example.org/"})
    label = {"holder": "https://l.example.org/", "name": "L", "rights": ["composition"]}
    full, bare = (
        {**whole, "rightsholders": [*whole["rightsholders"], entry]}
        for entry in ({**label, "contact": "mailto:a@l.example.org"}, label)
    )

    assert codes(scanned(embedding(FLAC, bare), beside=full)) == []


def test_an_old_ape_tag_beside_id3_is_told() -> None:
    file = BytesIO(embedding(MP3, declaration(hashed(MP3))))
    tag = APEv2()
    old = declaration(hashed(MP3), issued="2026-01-01T10:00:00Z", prohibits=["input"])
    tag["AskFirst"] = json.dumps(old)
    tag.save(file)
    found = scanned(file.getvalue())

    assert set(codes(found)) == {"AF802", "AF804"}
    assert {cover.place for cover in found.covers} == {Carrier.ID3, Carrier.APE}


@pytest.mark.parametrize(("tags", "expected"), [({}, ["AF805"]), ({"isrc": "SEXYZ2600012"}, [])])
def test_a_file_that_was_encoded_again_needs_another_identifier(
    tags: dict[str, str], expected: list[str]
) -> None:
    old = declaration({"files": [{"packetsSha256": "0" * 64}], "isrc": "SEXYZ2600012"})
    found = scanned(tagged(FLAC, **tags) if tags else FLAC, beside=old)

    assert codes(found) == expected
    assert [drift.pointer for drift in found.drifts] == ["/track/files"] * len(expected)


@pytest.mark.parametrize(
    ("tag", "value", "track", "pointer"),
    [
        ("isrc", "SEXYZ2600013", {"isrc": "SE-XYZ-26-00012"}, "/track/isrc"),
        ("iswc", "T-034.524.680-1", {"iswc": "T-000.000.001-0"}, "/track/iswc"),
        (
            "musicbrainz_trackid",
            "0b9f3f1a-5b0e-4a4e-8b1e-0a2f6f7f4b11",
            {"mbid": "1b9f3f1a-5b0e-4a4e-8b1e-0a2f6f7f4b11"},
            "/track/mbid",
        ),
    ],
)
def test_codes_in_tags_are_those_of_the_declaration(
    tag: str, value: str, track: dict[str, Any], pointer: str
) -> None:
    found = scanned(tagged(FLAC, **{tag: value}), beside=declaration({**hashed(FLAC), **track}))

    assert [(str(one.code), one.pointer) for one in found.drifts] == [("AF806", pointer)]


@pytest.mark.parametrize(
    ("title", "expected"), [("NIGHT  bus", []), ("Day Bus", ["AF807"]), ("", [])]
)
def test_another_title_is_a_note(title: str, expected: list[str]) -> None:
    found = scanned(tagged(FLAC, title=title), beside=SAME)

    assert (codes(found), found.state) == (expected, State.DECLARED)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("https://license.example.org/a", []),
        ("http://www.license.example.org/a/", []),
        ("https://license.example.org/b", ["AF808"]),
    ],
)
def test_the_license_in_tags_is_that_of_the_declaration(declared: str, expected: list[str]) -> None:
    document = declaration({**hashed(FLAC), "license": declared})
    data = embedding(FLAC, document, "https://license.example.org/a")

    assert codes(scanned(data)) == expected


def test_a_copyright_text_that_names_another_document_is_told() -> None:
    data = tagged(FLAC, copyright="2026 Mara; AskFirst 1.0 declaration urn:other:1")

    assert codes(scanned(data, beside=SAME)) == ["AF808"]


@pytest.mark.parametrize("uses", ["requiresConsent", "prohibits"])
def test_a_creative_commons_license_in_tags_binds_to_nothing_more(uses: str) -> None:
    lists = {"requiresConsent": None, uses: ["generative-training"]}
    document = declaration(hashed(FLAC), **lists)

    assert codes(scanned(embedding(FLAC, document, BY_NC))) == ["AF809"]


def test_a_creative_commons_license_without_restrictions_is_no_drift() -> None:
    open_ = declaration(hashed(FLAC), requiresConsent=None, permits=["search-indexing"])

    assert codes(scanned(embedding(FLAC, open_, BY_NC))) == []


def test_a_signal_that_allows_what_is_restricted_is_told() -> None:
    from askfirst.signals.plus import VALUES  # noqa: PLC0415 - one test needs it
    from askfirst.signals.xmp import packet  # noqa: PLC0415 - as above

    space = "http://ns.useplus.org/ldf/xmp/1.0/"
    allowed = next(value for value, said in VALUES.items() if len(said) > 3)
    word = f"http://ns.useplus.org/ldf/vocab/{allowed}"
    xmp = packet({"plus": space}, [f"<plus:DataMining>{word}</plus:DataMining>"]).encode()
    strict = declaration(hashed(MP3), prohibits=["recommendation-training"])
    found = scanned(embedding(MP3, strict, None, xmp))

    assert codes(found) == ["AF812"]
    assert [str(one.signal.name) for one in found.signals] == ["plus"]
    assert found.state is State.DECLARED


def test_a_release_beside_a_file_that_is_none_of_its_tracks_is_told() -> None:
    several = [{"title": "A", "artists": ["M"], "isrc": f"SEXYZ260001{n}"} for n in range(2)]
    release = {
        **declaration({}, track=None, type="Release"),
        "release": {"title": "Night Bus", "artists": ["Mara"]},
        "tracks": several,
    }
    found = scanned(FLAC, beside=release)

    assert (codes(found), found.drifts[0].pointer) == (["AF805"], "/tracks")
