"""Read and write the tags of an AIFF file: its chunk of ID3, and a copyright (spec 7).

FFmpeg keeps the chunk of the copyright alone, and makes one of what ID3 says.
"""

from collections.abc import Iterator

from askfirst.audio import id3
from askfirst.audio.chunks import BIG, Chunk, chunks
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.riff import replaced, whole
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import LONGEST, Carrier, Piece, Place, Statement, credited, credits_us

__all__ = ["pieces", "splices"]

_ID3, _COPYRIGHT = b"ID3 ", b"(c) "


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what the tags say of us. Raises `UnreadableAudio`."""
    for chunk in chunks(source, BIG):
        if chunk.name == _ID3 and source.has(chunk.start, b"ID3"):
            yield from id3.pieces(source, chunk.start)
        elif chunk.name == _COPYRIGHT:
            yield Piece(Carrier.AIFF, Place.COPYRIGHT, _text(source, chunk))


def _text(source: Source, chunk: Chunk) -> bytes:
    size = min(chunk.size, source.size - chunk.start, LONGEST)
    return source.at(chunk.start, size).partition(b"\0")[0]


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield what changes. Raises `NotEmbedded` where there are several tags."""
    there = whole(source, BIG)
    tags = [chunk for chunk in there if chunk.name == _ID3]
    if len(tags) > 1:
        raise NotEmbedded("it has several chunks ID3; remove all but one")
    tag = tags[0] if tags else None
    starts = tag.start if tag and source.has(tag.start, b"ID3") else None
    new: dict[bytes, tuple[Chunk | None, bytes]]
    new = {_ID3: (tag, id3.written(source, starts, statement))}
    texts = [chunk for chunk in there if chunk.name == _COPYRIGHT]
    yield from replaced(source, BIG, new | _credited(source, texts, statement.copyright))


def _credited(
    source: Source, there: list[Chunk], line: str
) -> dict[bytes, tuple[Chunk | None, bytes]]:
    """Return the chunk with our line brought up to date; one without such a line stays as it is."""
    text = _text(source, there[0]).decode("latin-1") if len(there) == 1 else ""
    if not credits_us(text):
        return {}
    new = "; ".join(credited([text], line)).encode("latin-1", "replace")
    return {_COPYRIGHT: (there[0], new)}
