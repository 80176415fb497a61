"""Read and write the tags of a WAV file: a chunk of ID3, one of XMP, and the list INFO (spec 7).

Programs differ in which of them they keep, so each says what it can.
"""

import struct
from collections.abc import Iterator

from askfirst.audio import id3
from askfirst.audio.chunks import LITTLE, Chunk, chunks
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.riff import replaced, whole
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import (
    LONGEST,
    Carrier,
    Piece,
    Place,
    Statement,
    credited,
    is_ours,
)

__all__ = ["pieces", "splices"]

_ID3, _XMP, _LIST, _INFO, _COPYRIGHT = b"id3 ", b"_PMX", b"LIST", b"INFO", b"ICOP"
_LONGEST_LIST = 2**24


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what every tag says of us. Raises `UnreadableAudio`."""
    for chunk in chunks(source, LITTLE):
        size = min(chunk.size, source.size - chunk.start)
        if chunk.name.lower() == _ID3 and source.has(chunk.start, b"ID3"):
            yield from id3.pieces(source, chunk.start)
        elif chunk.name == _XMP:
            yield Piece(Carrier.RIFF, Place.XMP, source.at(chunk.start, min(size, LONGEST)))
        elif chunk.name == _LIST and source.has(chunk.start, _INFO):
            for name, data in _entries(source.at(chunk.start, min(size, _LONGEST_LIST))[4:]):
                if name == _COPYRIGHT:
                    yield Piece(Carrier.RIFF, Place.COPYRIGHT, data.partition(b"\0")[0])


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield what changes. Raises `NotEmbedded` where there are several tags of one kind."""
    there = whole(source, LITTLE)
    tag = _only([chunk for chunk in there if chunk.name.lower() == _ID3])
    starts = tag.start if tag and source.has(tag.start, b"ID3") else None
    info = _only([one for one in there if one.name == _LIST and source.has(one.start, _INFO)])
    name = tag.name if tag else _ID3
    news = {
        _LIST: (info, _credited(source, info, statement.copyright)),
        name: (tag, id3.written(source, starts, statement)),
    }
    packet = _only([chunk for chunk in there if chunk.name == _XMP])
    if statement.xmp and (packet is None or is_ours(_content(source, packet))):
        news[_XMP] = (packet, statement.xmp)
    yield from replaced(source, LITTLE, news)


def _only(found: list[Chunk]) -> Chunk | None:
    if len(found) > 1:
        name = found[0].name.decode().strip()
        raise NotEmbedded(f"it has several chunks {name}; remove all but one")
    return found[0] if found else None


def _content(source: Source, chunk: Chunk) -> bytes:
    if chunk.size > _LONGEST_LIST:
        raise NotEmbedded("a list in it is longer than 16 MiB; write the tags anew")
    return source.at(chunk.start, chunk.size)


def _credited(source: Source, info: Chunk | None, line: str) -> bytes:
    """Return the list with our line in its copyright; nobody says how its texts are coded."""
    entries = list(_entries(_content(source, info)[4:])) if info else []
    there = [data.partition(b"\0")[0] for name, data in entries if name == _COPYRIGHT]
    texts = credited([one.decode("latin-1") for one in there], line)
    kept = [(name, data) for name, data in entries if name != _COPYRIGHT]
    # one entry can have one text only
    new = "; ".join(texts).encode("latin-1", "replace") + b"\0"
    return _INFO + b"".join(_entry(name, data) for name, data in [*kept, (_COPYRIGHT, new)])


def _entry(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the entries of a list, each with the zero at its end."""
    start = 0
    while start + 8 <= len(data):
        name, size = data[start : start + 4], int.from_bytes(data[start + 4 : start + 8], "little")
        yield name, data[start + 8 : start + 8 + size]
        start += 8 + size + size % 2
