"""Lay out what stands in, beside and around a small audio file, and scan it."""

import json
from io import BytesIO
from typing import Any

import mutagen

from askfirst.audio import Container, Statement, coded_audio, embed
from askfirst.authoring.coverage import Place, Site
from askfirst.authoring.scanning import Scanned, scan
from askfirst.checking import check
from tests.unit.audio.files import audio

__all__ = ["FLAC", "MP3", "codes", "declaration", "embedding", "hashed", "scanned", "tagged"]

FLAC, MP3 = audio(Container.FLAC), audio(Container.MP3)
_MARA = "https://mara.example.org/"


def declaration(
    track: dict[str, Any],
    /,
    **members: Any,  # noqa: ANN401 - JSON
) -> dict[str, Any]:
    """Return a Declaration about a track; None takes a member out."""
    document = {
        "askfirst": "1.0.0",
        "type": "Declaration",
        "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        "issued": "2026-11-22T10:00:00Z",
        "track": {"title": "Night Bus", "artists": ["Mara"], **track},
        "rightsholders": [{"holder": _MARA, "name": "Mara", "rights": ["recording"]}],
        "requiresConsent": ["generative-training"],
        **members,
    }
    return {name: value for name, value in document.items() if value is not None}


def hashed(data: bytes, name: str = "song.flac") -> dict[str, Any]:
    """Return the members of a track that know a file by its hash."""
    digest = coded_audio(BytesIO(data)).packets_sha256
    return {"files": [{"packetsSha256": digest, "name": name}]}


def embedding(
    data: bytes, document: object, license_: str | None = None, xmp: bytes | None = None
) -> bytes:
    """Return a file with a document, or any text, in its tags."""
    text = document if isinstance(document, str) else json.dumps(document)
    written = BytesIO()
    embed(BytesIO(data), written, Statement(text, "2026 Mara", license_, xmp))
    return written.getvalue()


def tagged(data: bytes, **tags: str) -> bytes:
    """Return a file with more tags, as a tag editor writes them."""
    file = BytesIO(data)
    editor = mutagen.File(file, easy=True)
    if editor.tags is None:
        editor.add_tags()
    editor.update({name: [value] for name, value in tags.items()})
    file.seek(0)
    editor.save(file)
    return file.getvalue()


def scanned(
    data: bytes, *, beside: object = None, around: object = None, hashing: bool = True
) -> Scanned:
    """Return how a file stands with a license file beside it and one in its folder."""
    several = [
        _place(Site.SIDECAR, "song.flac.askfirst.yaml", beside),
        _place(Site.FOLDER, "askfirst.yaml", around),
    ]
    places = [place for place in several if place]
    return scan("song.flac", BytesIO(data), places, hashing=hashing)


def _place(site: Site, name: str, document: object) -> Place | None:
    if document is None:
        return None
    text = document if isinstance(document, str) else json.dumps(document)
    return Place(site, name, check(text))


def codes(found: Scanned) -> list[str]:
    return [str(drift.code) for drift in found.drifts]
