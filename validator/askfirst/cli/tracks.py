"""Tell which track an identifier on the command line names, and name a track by all it has."""

import os
import re
from typing import Any

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain
from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import isrc, iswc, mbid
from askfirst.model.parts import File, Track

__all__ = ["known_by", "named"]

_URL = "url"
_HASHES = {"packetssha256": ("packetsSha256", 64), "pcmmd5": ("pcmMd5", 32)}
_CODES = {"isrc": isrc, "iswc": iswc, "mbid": mbid}
_HEX = re.compile("[0-9A-Fa-f]+")
#: What each kind looks like without separators, check digits aside; the first that fits is meant.
_LOOKS = {
    _URL: re.compile(r"(?:[a-z][a-z0-9+.-]*://|urn:).+", re.IGNORECASE | re.DOTALL),
    "packetssha256": re.compile("[0-9A-Fa-f]{64}"),
    "pcmmd5": re.compile("[0-9A-Fa-f]{32}"),
    "mbid": re.compile("[0-9A-Fa-f-]{36}"),
    "iswc": re.compile("[Tt][ -]?([0-9][ .-]?){10}"),
    "isrc": re.compile("[A-Za-z]{2}[ -]?[A-Za-z0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{5}"),
}
_FORMS = (
    "an ISRC (SEXYZ2600012), an ISWC (T0345246801), an MBID (a UUID with its hyphens), a URL, "
    "or a hash of the audio (packetsSha256: 64 hexadecimal digits, pcmMd5: 32)"
)


def named(text: str) -> dict[str, Any]:
    """Return the track that an identifier names; exits where it names none.

    The kind can stand before it, as in `isrc:SEXYZ2600012`; otherwise its form tells.
    """
    prefix, colon, rest = text.partition(":")
    kind = prefix.lower()
    try:
        if colon and kind in (*_CODES, *_HASHES, _URL):
            return _of_kind(kind, rest.strip())
        return _of_kind(_guessed(text.strip()), text.strip())
    except InvalidIdentifier as error:
        complain(f"--track {text}: {error}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def known_by(track: Track) -> dict[str, Any]:
    """Return a track as a Request names it: its title, its artists, its identifiers."""
    members = {
        "title": track.title,
        "artists": list(track.artists),
        "isrc": track.isrc,
        "mbid": track.mbid,
        "iswc": track.iswc,
        "iscc": track.iscc,
        "urls": list(track.urls),
        "files": [_file(file) for file in track.files],
    }
    return {name: value for name, value in members.items() if value}


def _file(file: File) -> dict[str, str]:
    hashes = {"packetsSha256": file.packets_sha256, "pcmMd5": file.pcm_md5}
    return {name: value for name, value in hashes.items() if value}


def _of_kind(kind: str, text: str) -> dict[str, Any]:
    """Return a track by an identifier of a kind. Raises `InvalidIdentifier`."""
    if kind in _CODES:
        return {kind: _CODES[kind].validate(text)}
    if kind == _URL:
        return {"urls": [text]}
    name, digits = _HASHES[kind]
    if not (_HEX.fullmatch(text) and len(text) == digits):
        raise InvalidIdentifier(f"{name} is {digits} hexadecimal digits")
    return {"files": [{name: text.lower()}]}


def _guessed(text: str) -> str:
    """Return the kind of an identifier by its looks. Raises `InvalidIdentifier`."""
    found = next((kind for kind, looks in _LOOKS.items() if looks.fullmatch(text)), None)
    if found is None:
        raise InvalidIdentifier(_advice(text))
    return found


def _advice(text: str) -> str:
    if text.lower().startswith("iscc:"):
        return f"an ISCC finds what sounds alike and names no track; give {_FORMS}"
    if os.path.lexists(text):
        return f"this is a path; give its license file as a DOCUMENT, or here {_FORMS}"
    return f"this names no track; give {_FORMS}; any other address as url:ADDRESS"
