"""A Release means the Declarations that it expands to."""

from typing import Any

from askfirst import read
from askfirst.canonical import digest
from askfirst.decision import expand
from askfirst.decision.expanded import expanded
from askfirst.model.declarations import Declaration, Release
from tests.consistency.shipped import Json
from tests.property.proofs import PROOF
from tests.property.worlds_by_hand import ISCC, ISRC, ISWC, LABEL, MARA, SOCIETY, URL, head, held

MBID = "2c9f6d1e-7b34-4a80-9f5c-0d1e2a3b4c51"
SHOWN = {"title": "Song", "artists": ["Mara", "Idris"]}
STANDS: Json = {"id": SOCIETY, "name": "Society", "capacity": "society"}
FILE = {"packetsSha256": "0A" * 32, "pcmMd5": "0B" * 16, "name": "song.flac"}
BARE: Json = {**SHOWN, "isrc": "SE-XYZ-26-00012"}
FULL: Json = {
    **SHOWN,
    "isrc": ISRC,
    "iswc": "T-927.183.340-0",
    "iscc": ISCC,
    "mbid": MBID.upper(),
    "urls": ["https://E.example/1"],
    "files": [FILE],
    "license": "https://license.example/",
    "rightsholders": [held(LABEL, "recording", contact="mailto:l@example.org")],
    "absentRights": [],
    "permits": ["recommendation-training"],
    "prohibits": ["tagging-training", "search-indexing"],
}
RELEASE: Json = {
    **head("Release", "https://MARA.example.org"),
    "release": {"title": "Album", "artists": ["Mara"], "upc": "5099749534728"},
    "tracks": [BARE, FULL],
    "rightsholders": [held(MARA, "lyrics", mandate=STANDS)],
    "absentRights": ["composition"],
    "permits": ["search-indexing"],
    "requiresConsent": ["analytic-training", "input"],
    "supersedes": ["URN:UUID:00000000-0000-4000-8000-00000000000A"],
    "askAt": "https://ask.example/",
    "witness": {"id": "https://platform.example", "name": "Platform"},
    "language": "en",
    "source": {"signal": "aipref", "url": URL, "sha256": "0c" * 32},
    "x-note": "nothing",
}
ANALYTIC = ["recommendation", "fraud-detection", "identification", "tagging", "other-analytic"]
INPUT = ["voice-replication-input", "likeness-replication-input", "other-generative-input"]


def declarations(document: Json) -> tuple[Declaration, ...]:
    value: Any = read(document)
    assert isinstance(value, Release)
    return expand(value)


def test_each_track_is_a_declaration_with_an_id_of_its_own() -> None:
    found = declarations(RELEASE)

    assert [one.id for one in found] == [f"{RELEASE['id']}#/tracks/0", f"{RELEASE['id']}#/tracks/1"]
    sha256 = read(RELEASE).sha256
    assert [one.sha256 for one in found] == [
        digest([sha256, "/tracks/0"]),
        digest([sha256, "/tracks/1"]),
    ]


def test_what_a_track_does_not_have_is_that_of_the_release() -> None:
    first = expanded(declarations(RELEASE)[0])

    assert first == {
        "id": f"{RELEASE['id']}#/tracks/0",
        "issued": RELEASE["issued"],
        "by": {"id": MARA},
        "track": {**SHOWN, "isrc": "SEXYZ2600012"},
        "rightsholders": [
            {"holder": MARA, "name": "Somebody", "rights": ["lyrics"], "mandate": STANDS}
        ],
        "permits": ["search-indexing"],
        "requiresConsent": [f"{name}-training" for name in ANALYTIC] + [*INPUT, "analytic-input"],
        "prohibits": [],
        "absentRights": ["composition"],
        "supersedes": ["urn:uuid:00000000-0000-4000-8000-00000000000a"],
        "askAt": "https://ask.example/",
        "witness": {"id": "https://platform.example/", "name": "Platform"},
        "language": "en",
        "source": {"signal": "aipref", "url": URL, "sha256": "0c" * 32},
    }


def test_what_a_track_has_takes_its_place_but_for_statements_which_are_combined() -> None:
    second = expanded(declarations(RELEASE)[1])

    assert second["track"] == {
        **SHOWN,
        "isrc": ISRC,
        "mbid": MBID,
        "iswc": ISWC,
        "iscc": ISCC,
        "urls": [URL],
        "files": [{"packetsSha256": "0a" * 32, "pcmMd5": "0b" * 16, "name": "song.flac"}],
        "license": "https://license.example/",
    }
    assert second["rightsholders"] == [
        {
            "holder": LABEL,
            "name": "Somebody",
            "rights": ["recording"],
            "contact": "mailto:l@example.org",
        }
    ]
    assert second["absentRights"] == []
    assert second["permits"] == ["recommendation-training"]
    assert second["prohibits"] == ["tagging-training", "search-indexing"]
    assert "tagging-training" not in second["requiresConsent"]
    assert len(second["requiresConsent"]) == len(ANALYTIC) - 2 + len(INPUT) + 1


def test_what_a_release_leaves_out_is_left_out() -> None:
    needed = ("askfirst", "type", "id", "issued", "by", "release", "rightsholders")
    bare = {**{name: RELEASE[name] for name in needed}, "tracks": [BARE]}
    bare["by"] = {"id": MARA, "name": "Mara"}
    bare["rightsholders"] = [held(MARA, "voice")]

    assert expanded(declarations(bare)[0]) == {
        "id": f"{RELEASE['id']}#/tracks/0",
        "issued": RELEASE["issued"],
        "by": {"id": MARA, "name": "Mara"},
        "track": {**SHOWN, "isrc": "SEXYZ2600012"},
        "rightsholders": [{"holder": MARA, "name": "Somebody", "rights": ["voice"]}],
        "permits": [],
        "requiresConsent": [],
        "prohibits": [],
        "absentRights": [],
    }


def test_a_proof_of_the_release_is_one_of_each_track() -> None:
    document = {**RELEASE, "proof": PROOF}

    assert [one.proofs for one in declarations(document)] == [read(document).proofs] * 2
    assert [one.proofs for one in declarations(RELEASE)] == [(), ()]


def test_a_source_without_an_address() -> None:
    source = {"signal": "tdmrep", "sha256": "0c" * 32}

    assert expanded(declarations({**RELEASE, "source": source})[0])["source"] == source
