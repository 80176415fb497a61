"""Read and write the comments of a FLAC file (RFC 9639, 8.6)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio import id3v2, vorbis
from askfirst.audio.problems import NotEmbedded, UnreadableAudio
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import Piece, Statement

__all__ = ["pieces", "splices"]

_MAGIC, _HEADER = 4, 4
_COMMENTS, _LAST = 4, 0x80
_LARGEST = 2**24 - 1
#: More blocks than anybody writes.
_MOST = 10_000


class _Block(NamedTuple):
    """A metadata block: its type, whether it is the last, and where its content is."""

    kind: int
    last: bool
    start: int
    end: int


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what the comments say of us. Raises `UnreadableAudio`."""
    for block in _blocks(source):
        if block.kind == _COMMENTS:
            yield from vorbis.pieces(source.at(block.start, block.end - block.start))


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield what changes: the one block of comments, or a new one after the last block.

    Raises `NotEmbedded` where there are several, or it would become too large.
    """
    blocks = list(_blocks(source))
    there = [block for block in blocks if block.kind == _COMMENTS]
    if len(there) > 1:
        raise NotEmbedded("it has several blocks of comments; write the tags anew")
    old, last = there[0] if there else None, blocks[-1]
    data = source.at(old.start, old.end - old.start) if old else vorbis.EMPTY
    new = vorbis.written(data, statement)
    if len(new) > _LARGEST:
        raise NotEmbedded("its comments would become longer than 16 MiB; take pictures out of them")
    if old:
        head = bytes([_COMMENTS | _LAST * old.last]) + len(new).to_bytes(3)
        yield Splice(old.start - _HEADER, old.end, head + new)
    else:
        yield Splice(last.start - _HEADER, last.start - _HEADER + 1, bytes([last.kind]))
        head = bytes([_COMMENTS | _LAST]) + len(new).to_bytes(3)
        yield Splice(last.end, last.end, head + new)


def _blocks(source: Source) -> Iterator[_Block]:
    start = id3v2.end(source) + _MAGIC
    for _ in range(_MOST):
        word = int.from_bytes(source.at(start, _HEADER))
        start += _HEADER
        block = _Block(word >> 24 & 0x7F, bool(word >> 31), start, start + (word & 0xFFFFFF))
        yield block
        if block.last:
            return
        start = block.end
    raise UnreadableAudio(f"it has more than {_MOST} metadata blocks; export the track again")
