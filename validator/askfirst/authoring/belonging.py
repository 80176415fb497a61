"""Tell which track of a document an audio file is (spec 4.3, 4.13)."""

import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from askfirst.audio import CodedAudio
from askfirst.errors import AskFirstError
from askfirst.identifiers import isrc
from askfirst.model.declarations import Declared
from askfirst.model.parts import File, Track

__all__ = ["Known", "Match", "NotThisFile", "belonging", "is_called"]


class NotThisFile(AskFirstError):
    """A document is not about an audio file; the message says what would tell."""


class Known(StrEnum):
    """How a file is known to be a track."""

    HASH = "its hash"
    ISRC = "its ISRC"


class Match(NamedTuple):
    """The number of a track in a document, and how a file is known to be it."""

    track: int
    known: Known


def belonging(
    tracks: Iterable[Declared], name: str, audio: CodedAudio, tagged: Callable[[], str | None]
) -> Match:
    """Return which track a file is: by its hash, else by the ISRC in its tags.

    `tagged` reads that ISRC, if it is needed. Raises `NotThisFile`.
    """
    each = list(enumerate(tracks))
    for n, declared in each:
        if any(_same(file, audio) for file in declared.track.files):
            return Match(n, Known.HASH)
    code = tagged() if any(declared.track.isrc for _, declared in each) else None
    for n, declared in each:
        _check(declared, name)
        if code and isrc.is_valid(code) and isrc.validate(code) == declared.track.isrc:
            return Match(n, Known.ISRC)
    raise NotThisFile(
        "no track in it has the hash or the ISRC of this file; add to the right one "
        f"`files: [{{packetsSha256: {audio.packets_sha256}}}]`"
    )


def _same(file: File, audio: CodedAudio) -> bool:
    samples = file.pcm_md5 is not None and file.pcm_md5 == audio.pcm_md5
    return samples or file.packets_sha256 == audio.packets_sha256


def _check(declared: Declared, name: str) -> None:
    """Raise `NotThisFile` where a document tells another hash for a file of this name."""
    if is_called(declared.track, name):
        raise NotThisFile(
            "it tells another hash for a file of this name, which was encoded again or is another "
            "recording; `askfirst init` writes the right one"
        )


def is_called(track: Track, name: str) -> bool:
    """Tell whether one of the files of a track has this name."""
    return _normal(name) in {_normal(file.name) for file in track.files if file.name}


def _normal(name: str) -> str:
    """Return a name as it is compared: file systems write accents in two ways."""
    return unicodedata.normalize("NFC", name)
