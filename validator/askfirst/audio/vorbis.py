"""Read and write our fields in Vorbis comments; all others stay as they are, byte by byte."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.statement import (
    COPYRIGHT,
    FIELD,
    LICENSE,
    LONGEST,
    Carrier,
    Piece,
    Place,
    Statement,
    credited,
)

__all__ = ["EMPTY", "pieces", "written"]

_PLACES = {FIELD: Place.DECLARATION, COPYRIGHT: Place.COPYRIGHT, LICENSE: Place.LICENSE}
_VENDOR = b"AskFirst"
#: Comments that hold nothing, as they begin where a file has none.
EMPTY = struct.pack("<I", len(_VENDOR)) + _VENDOR + bytes(4)


class _Comments(NamedTuple):
    """The comments of a stream: who wrote it, each comment, and what stands after them."""

    vendor: bytes
    entries: list[bytes]
    rest: bytes


def pieces(data: bytes) -> Iterator[Piece]:
    """Yield what comments say of us. Raises `UnreadableAudio` where they are damaged."""
    for entry in _comments(data).entries:
        if place := _place(entry):
            yield Piece(Carrier.VORBIS, place, entry.partition(b"=")[2][:LONGEST])


def written(data: bytes, statement: Statement) -> bytes:
    """Return comments with the statement among them. Raises `UnreadableAudio`."""
    vendor, entries, rest = _comments(data)
    lines = [one.partition(b"=") for one in entries if _place(one) is Place.COPYRIGHT]
    texts = [text.decode(errors="surrogateescape") for _, _, text in lines]
    new = [(COPYRIGHT, text) for text in credited(texts, statement.copyright)]
    new.append((FIELD, statement.declaration))
    if statement.license and not any(_place(one) is Place.LICENSE for one in entries):
        new.insert(0, (LICENSE, statement.license))
    kept = [one for one in entries if _place(one) not in (Place.DECLARATION, Place.COPYRIGHT)]
    kept += [f"{name}={text}".encode(errors="surrogateescape") for name, text in new]
    return b"".join([_sized(vendor), struct.pack("<I", len(kept)), *map(_sized, kept), rest])


def _place(entry: bytes) -> Place | None:
    name = entry[:20].partition(b"=")[0]
    return _PLACES.get(name.decode("latin-1").upper()) if b"=" in entry[:20] else None


def _sized(data: bytes) -> bytes:
    return struct.pack("<I", len(data)) + data


def _comments(data: bytes) -> _Comments:
    vendor, place = _field(data, 0)
    (count,) = _numbers(data, place)
    entries, place = [], place + 4
    for _ in range(count):
        entry, place = _field(data, place)
        entries.append(entry)
    return _Comments(vendor, entries, data[place:])


def _field(data: bytes, place: int) -> tuple[bytes, int]:
    (size,) = _numbers(data, place)
    end = place + 4 + size
    if end > len(data):
        raise UnreadableAudio("its comments are damaged; write the tags anew with a tag editor")
    return data[place + 4 : end], end


def _numbers(data: bytes, place: int) -> tuple[int]:
    if place + 4 > len(data):
        raise UnreadableAudio("its comments are damaged; write the tags anew with a tag editor")
    return (int.from_bytes(data[place : place + 4], "little"),)
