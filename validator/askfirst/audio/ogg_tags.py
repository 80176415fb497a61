"""Read and write the comments of an Ogg Vorbis or Opus file (RFC 3533, RFC 7845)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from askfirst.audio import vorbis
from askfirst.audio.ogg_pages import Page, pages
from askfirst.audio.problems import NotEmbedded, UnreadableAudio
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import Piece, Statement

__all__ = ["opus_pieces", "opus_splices", "vorbis_pieces", "vorbis_splices"]

_VORBIS, _OPUS = b"\x03vorbis", b"OpusTags"
_CONTINUES = 1
_FULL, _SEGMENTS = 255, 255
#: What a page tells on which no packet ends.
_NOWHERE = -1
#: How much is read to find the comments, in bytes; pictures stand in them.
_LONGEST = 2**25
_DAMAGED = "its header packets are damaged; export the track again"


class _Headers(NamedTuple):
    """The header packets after the first, the pages on which they stand, and whether alone."""

    packets: list[bytes]
    first: Page
    last: Page
    alone: bool


def vorbis_pieces(source: Source) -> Iterator[Piece]:
    """Yield what the comments say of us. Raises `UnreadableAudio`."""
    yield from vorbis.pieces(_comments(_headers(source, 1), _VORBIS))


def opus_pieces(source: Source) -> Iterator[Piece]:
    """Yield what the comments say of us. Raises `UnreadableAudio`."""
    yield from vorbis.pieces(_comments(_headers(source, 1), _OPUS))


def vorbis_splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield the pages of the headers, and what changes on the pages after them."""
    yield from _splices(source, _headers(source, 2), _VORBIS, statement)


def opus_splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield the pages of the headers, and what changes on the pages after them."""
    yield from _splices(source, _headers(source, 1), _OPUS, statement)


def _comments(headers: _Headers, magic: bytes) -> bytes:
    packet = headers.packets[0]
    if not packet.startswith(magic):
        raise UnreadableAudio(_DAMAGED)
    return packet[len(magic) :]


def _headers(source: Source, several: int) -> _Headers:
    """Return so many packets after the first page, which has the first packet alone."""
    packets, growing, first = [], bytearray(), None
    for page in pages(source):
        if page.begins:
            continue
        first = first or page
        for part, ends in page.parts():
            growing += part
            if ends:
                packets.append(bytes(growing))
                growing.clear()
        if len(packets) >= several:
            alone = len(packets) == several and not growing
            return _Headers(packets[:several], first, page, alone)
        if page.end > _LONGEST:
            break
    raise UnreadableAudio(_DAMAGED)


def _splices(
    source: Source, headers: _Headers, magic: bytes, statement: Statement
) -> Iterator[Splice]:
    """Yield the header pages written anew, and the numbers of the others where they change."""
    if not headers.alone:
        raise NotEmbedded("its audio begins on a page of its headers; export the track again")
    comments = magic + vorbis.written(_comments(headers, magic), statement)
    new = list(_pages([comments, *headers.packets[1:]], headers.first))
    data = b"".join(page.written for page in new)
    yield Splice(headers.first.start, headers.last.end, data)
    later = new[-1].number - headers.last.number
    for page in pages(source) if later else ():
        if page.start >= headers.last.end:
            moved = page._replace(number=(page.number + later) % 2**32)
            yield Splice(page.start, page.end, moved.written)


def _pages(packets: Sequence[bytes], first: Page) -> Iterator[Page]:
    """Yield packets on pages, each as full as it can be."""
    sizes = [size for packet in packets for size in _lacing(len(packet))]
    body, start, inside = b"".join(packets), 0, False
    for n in range(0, len(sizes), _SEGMENTS):
        segments = bytes(sizes[n : n + _SEGMENTS])
        end = start + sum(segments)
        granule = 0 if min(segments) < _FULL else _NOWHERE
        flags, number = _CONTINUES * inside, first.number + n // _SEGMENTS
        yield Page(0, flags, granule, first.serial, number, segments, body[start:end])
        start, inside = end, segments[-1] == _FULL


def _lacing(size: int) -> list[int]:
    return [_FULL] * (size // _FULL) + [size % _FULL]
