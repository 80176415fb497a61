"""Rows of manifests: which track a row names, or that it names none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import check
from askfirst.catalog.manifests.columns import Columns
from askfirst.catalog.manifests.tracks import described

MBID = "b9ad642e-b012-41c7-b72a-42cf4911f9ff"
SHA = "cd" * 32


@pytest.mark.parametrize(
    ("row", "track"),
    [
        ({"urls": ["https://a.example/x", "https://a.example/y"]}, None),
        ({"url": "https://a.example/x | https://a.example/y"}, None),
        (
            {"track": {"isrc": "USSKG1912345", "title": "x", "artists": []}},
            {"isrc": "USSKG1912345"},
        ),
        ({"track": '{"isrc": "us-skg-19-12345"}'}, {"isrc": "USSKG1912345"}),
        ({"track": "Night Bus", "isrc": "USSKG1912345"}, {"isrc": "USSKG1912345"}),
        ({"track": 3, "json": {"isrc": "USSKG1912345"}}, {"isrc": "USSKG1912345"}),
        ({"isrc": ["USSKG1912345"], "mbid": None}, {"isrc": "USSKG1912345"}),
        (
            {"packetsSha256": SHA, "pcmMd5": "ab" * 16},
            {"files": [{"packetsSha256": SHA, "pcmMd5": "ab" * 16}]},
        ),
        (
            {"track": {"files": [{"packetsSha256": SHA, "name": "x"}]}},
            {"files": [{"packetsSha256": SHA}]},
        ),
        ({"isrc": "USSKG1912345", "__url__": "shard.tar"}, {"isrc": "USSKG1912345"}),
    ],
)
def test_a_row_gives_all_its_identifiers(row: dict[str, Any], track: dict[str, Any] | None) -> None:
    found = described(row, Columns())

    assert found.trouble is None
    assert found.track == (track or {"urls": ["https://a.example/x", "https://a.example/y"]})


@pytest.mark.parametrize(
    "row",
    [
        {"isrc": "USSKG1912345", "iswc": "T0345246802"},
        {"isrc": "USSKG1912345", "ISRC": "USSKG1912346"},
        {"isrc": ["USSKG1912345", "USSKG1912346"]},
        {"isrc": "USSKG1912345", "url": "tracks/1.mp3"},
        {"isrc": "USSKG1912345", "packetsSha256": "ab"},
        {"isrc": "USSKG1912345", "mbid": 5},
        {"isrc": float("nan")},
        {"isrc": "USSKG1912345", "track": {"isrc": "USSKG1912346"}},
        {"isrc": "USSKG1912345", "track": {"isrcs": "USSKG1912345"}},
        {"isrc": "USSKG1912345", "track": '{"isrc": "USSKG1912345", "isrc": "USSKG1912345"}'},
        {"isrc": "USSKG1912345", "track": {"files": [{"name": "x"}]}},
        {"isrc": "USSKG1912345", "urls": ["https://a.example/"] * 1001},
        {"isrc": "U" * 100_000},
        {"iscc": "ISCC:EIASCTPZO4QU36LX"},
        {"file_name": "a.flac"},
        {"title": "x"},
    ],
)
def test_a_row_in_doubt_names_no_track(row: dict[str, Any]) -> None:
    found = described(row, Columns())

    assert found.trouble
    assert found.track == {}


TEXTS = st.sampled_from(["", " ", "USSKG1912345", "us-skg-19-12345", "x", MBID, "T-034.524.680-1"])
URLS = st.sampled_from(["https://a.example", "HTTPS://A.example/", "a", "urn:x#y#z", "a b"])
CELLS = st.one_of(TEXTS, URLS, st.text(), st.none(), st.integers(), st.lists(URLS | TEXTS))


@given(
    st.dictionaries(
        st.sampled_from(["isrc", "mbid", "iswc", "iscc", "url", "urls", "pcmMd5", "track", "file"]),
        st.recursive(
            CELLS, lambda inner: st.dictionaries(st.sampled_from(["isrc", "urls", "files"]), inner)
        ),
    )
)
def test_what_a_row_names_is_a_track_that_can_be_asked_for(row: dict[str, Any]) -> None:
    """Silence, breakage and doubt are never a track."""
    found = described(row, Columns())

    if not found.trouble:
        request = {
            "askfirst": "1.0.0",
            "type": "Request",
            "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
            "issued": "2026-11-22T10:00:00Z",
            "by": {"id": "https://a.example/"},
            "uses": ["music-generation-training"],
            "material": ["audio"],
            "track": found.track,
        }
        assert check(request).conforms, check(request).findings
