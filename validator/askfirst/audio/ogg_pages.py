"""Read the pages of one logical Ogg stream (RFC 3533)."""

import struct
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["Page", "pages"]

_HEADER = 27
_CONTINUES, _BEGINS, _ENDS = 1, 2, 4
_FULL = 255
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class Page(NamedTuple):
    """A page: where it begins, its flags, its stream, its number, its segments' sizes, its content.

    `granule` is the place in the sound at which it ends.
    """

    start: int
    flags: int
    granule: int
    serial: int
    number: int
    segments: bytes
    body: bytes

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + _HEADER + len(self.segments) + len(self.body)

    @property
    def written(self) -> bytes:
        """The page as it stands in a file."""
        told = (self.flags, self.granule, self.serial, self.number)
        head = struct.pack("<4sBBqII", b"OggS", 0, *told)
        rest = bytes([len(self.segments)]) + self.segments + self.body
        return head + struct.pack("<I", _crc(head + bytes(4) + rest)) + rest

    @property
    def begins(self) -> bool:
        """Whether it begins a stream."""
        return bool(self.flags & _BEGINS)

    @property
    def continues(self) -> bool:
        """Whether it begins inside a packet."""
        return bool(self.flags & _CONTINUES)

    def parts(self) -> Iterator[tuple[bytes, bool]]:
        """Yield each packet, or what of it stands on this page, and whether it ends here."""
        start = end = 0
        for size in self.segments:
            end += size
            if size < _FULL:
                yield self.body[start:end], True
                start = end
        if self.segments and self.segments[-1] == _FULL:
            yield self.body[start:end], False


def pages(source: Source) -> Iterator[Page]:
    """Yield the pages of a file that is one stream. Raises `UnreadableAudio` where it is not."""
    position, before = 0, None
    while before is None or not before.flags & _ENDS:
        if position == source.size:
            raise UnreadableAudio("it is cut off: its last page is missing; export the track again")
        page = _page(source, position)
        _check_order(page, before)
        yield page
        position, before = page.end, page
    if position < source.size:
        raise UnreadableAudio(
            f"something follows its end at byte {position}: another recording, or what is no "
            "audio; save the track by itself"
        )


def _page(source: Source, start: int) -> Page:
    """Return the page that stands there."""
    magic, version, flags, granule, serial, number, crc, count = source.unpack("<4sBBqIIIB", start)
    if magic != b"OggS" or version:
        raise UnreadableAudio(f"there is no Ogg page at byte {start}; export the track again")
    segments = source.at(start + _HEADER, count)
    size = _HEADER + count + sum(segments)
    data = source.at(start, size)
    if _crc(data[:22] + bytes(4) + data[26:]) != crc:
        raise UnreadableAudio(f"the Ogg page at byte {start} is damaged; export the track again")
    return Page(start, flags, granule, serial, number, segments, data[_HEADER + count :])


def _check_order(page: Page, before: Page | None) -> None:
    if page.begins != (before is None) or (before and page.serial != before.serial):
        raise UnreadableAudio("it holds several streams; save the track by itself")
    if before and page.number != (before.number + 1) % 2**32:
        raise UnreadableAudio("a page of it is missing; take the whole file, or export it again")


def _crc(data: bytes) -> int:
    """Return the checksum of a page: that of zlib with the bits of everything in reverse order."""
    mirrored = crc32(data.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
