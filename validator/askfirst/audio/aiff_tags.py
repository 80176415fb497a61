"""Read and write the ID3 chunk of an AIFF file; its other text chunks stay as they are (spec 7)."""

from collections.abc import Iterator

from askfirst.audio import id3
from askfirst.audio.chunks import BIG, chunks
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.riff import replaced, whole
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import Piece, Statement

__all__ = ["pieces", "splices"]

_ID3 = b"ID3 "


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what the tag says of us. Raises `UnreadableAudio`."""
    for chunk in chunks(source, BIG):
        if chunk.name == _ID3 and source.has(chunk.start, b"ID3"):
            yield from id3.pieces(source, chunk.start)


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield what changes. Raises `NotEmbedded` where there are several tags."""
    there = [chunk for chunk in whole(source, BIG) if chunk.name == _ID3]
    if len(there) > 1:
        raise NotEmbedded("it has several chunks ID3; remove all but one")
    tag = there[0] if there else None
    starts = tag.start if tag and source.has(tag.start, b"ID3") else None
    yield from replaced(source, BIG, {_ID3: (tag, id3.written(source, starts, statement))})
