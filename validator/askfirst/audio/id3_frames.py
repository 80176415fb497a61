"""Walk the frames of an ID3v2 tag, id3.org's ID3v2.2, 2.3 and 2.4 (spec 4.13.2)."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["HEADER", "UNSYNCHRONIZED", "Frame", "Tag", "number", "seven_bits", "tag_at"]

HEADER = 10
UNSYNCHRONIZED, _EXTENDED = 0x80, 0x40
#: Flags of a frame of ID3v2.4 and 2.3 by which its content is not there as it is.
_PACKED = {4: 0x0C, 3: 0xC0}
_GROUPED = {4: 0x40, 3: 0x20}
_HAS_LENGTH, _FRAME_UNSYNCHRONIZED = 0x01, 0x02
_NAME = re.compile(rb"[A-Z0-9]{3,4}")
#: More than anybody writes; the second in bytes, of a tag that is read whole.
_MOST, _LONGEST = 10_000, 2**26


class Frame(NamedTuple):
    """A frame: its name, and where it begins, where its content does, and where it ends."""

    name: bytes
    begins: int
    start: int
    end: int
    flags: int = 0


class Tag(NamedTuple):
    """A tag: its version, its size with header and footer, and its frames in a source.

    In ID3v2.4, `unsynchronized` is whether it says so of all its frames.
    """

    version: int
    size: int
    source: Source
    frames: tuple[Frame, ...] = ()
    unsynchronized: bool = False

    def raw(self, frame: Frame) -> bytes:
        """Return a frame as it stands in the tag, its header included."""
        return self.source.at(frame.begins, frame.end - frame.begins)

    def content(self, frame: Frame, longest: int) -> bytes:
        """Return the content of a frame, up to a length; nothing of one that is packed."""
        if frame.flags & _PACKED.get(self.version, 0):
            return b""
        grouped = bool(frame.flags & _GROUPED.get(self.version, 0))
        counted = self.version == 4 and bool(frame.flags & _HAS_LENGTH)
        start = frame.start + grouped + 4 * counted
        data = self.source.at(start, min(max(frame.end - start, 0), longest))
        undo = self.unsynchronized or frame.flags & _FRAME_UNSYNCHRONIZED
        return _synchronized(data) if self.version == 4 and undo else data


def number(size: bytes) -> int:
    """Return a number that is written in seven bits a byte."""
    return sum(digit << shift for digit, shift in zip(size[::-1], (0, 7, 14, 21), strict=True))


def seven_bits(value: int) -> bytes:
    """Write a number in seven bits a byte, four bytes long."""
    return bytes(value >> shift & 0x7F for shift in (21, 14, 7, 0))


def tag_at(source: Source, start: int) -> Tag:
    """Return the tag that begins there. Raises `UnreadableAudio` where it is damaged."""
    _, version, _, flags, digits = source.unpack("<3sBBB4s", start)
    if max(digits) > 0x7F or version not in (2, 3, 4):
        raise UnreadableAudio("its ID3v2 tag is damaged; write the tags anew with a tag editor")
    size = number(digits)
    first, end, inside = start + HEADER, start + HEADER + size, source
    if version < 4 and flags & UNSYNCHRONIZED:
        if size > _LONGEST:
            raise UnreadableAudio("its ID3v2 tag is too large; write the tags anew")
        inside = Source(BytesIO(_synchronized(source.at(first, size))))
        first, end = 0, inside.size
    if version > 2 and flags & _EXTENDED:
        first += _extended(inside, version, first)
    footer = HEADER if version == 4 and flags & 0x10 else 0
    frames = tuple(_frames(inside, version, first, end))
    every = version == 4 and bool(flags & UNSYNCHRONIZED)
    return Tag(version, HEADER + size + footer, inside, frames, every)


def _synchronized(data: bytes) -> bytes:
    """Undo that a zero was written after each byte of 255 (ID3v2.4.0, 6.1)."""
    return data.replace(b"\xff\x00", b"\xff")


def _extended(source: Source, version: int, start: int) -> int:
    """Return how many bytes the extended header takes."""
    size = source.at(start, 4)
    return number(size) if version == 4 else 4 + int.from_bytes(size)


def _frames(source: Source, version: int, start: int, end: int) -> Iterator[Frame]:
    """Yield the frames up to the padding, or to what is none."""
    letters, header = (3, 6) if version == 2 else (4, HEADER)
    for _ in range(_MOST + 1):
        if start + header > end:
            return
        head = source.at(start, header)
        name = head[:letters]
        if not _NAME.fullmatch(name):
            return
        flags = 0 if version == 2 else head[9]
        size = _size(source, version, head, start, end)
        if start + header + size > end:
            return
        yield Frame(name, start, start + header, start + header + size, flags)
        start += header + size
    raise UnreadableAudio(f"its ID3v2 tag has more than {_MOST} frames; write the tags anew")


def _size(source: Source, version: int, head: bytes, start: int, end: int) -> int:
    """Return the size of a frame; some programs write it in eight bits a byte in ID3v2.4 too."""
    if version == 2:
        return int.from_bytes(head[3:6])
    plain = int.from_bytes(head[4:8])
    if version == 3 or plain < 0x80:
        return plain
    if max(head[4:8]) > 0x7F or not _goes_on(source, start + HEADER + number(head[4:8]), end):
        return plain if _goes_on(source, start + HEADER + plain, end) else end
    return number(head[4:8])


def _goes_on(source: Source, place: int, end: int) -> bool:
    """Tell whether a frame, padding or the end of the tag stands there."""
    if place >= end - 4:
        return place <= end
    name = source.at(place, 4)
    return name == bytes(4) or bool(_NAME.fullmatch(name))
