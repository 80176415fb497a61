"""Walk the boxes of an MP4 file, ISO/IEC 14496-12 (spec 4.13.6)."""

import sys
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["Box", "boxes", "child", "children", "content", "numbers"]

_SHORT, _LONG = 8, 16
#: More boxes than anybody writes side by side.
_MOST = 10_000
#: The longest table that is read, in bytes: a day of audio.
_LONGEST = 2**24
_DAMAGED = "it is damaged: {}; export the track again"


class Box(NamedTuple):
    """A box: its type, where its content begins and ends, and where the box itself begins."""

    kind: bytes
    start: int
    end: int
    begins: int


def boxes(source: Source, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes that fill the place. Raises `UnreadableAudio` where they do not fill it."""
    for _ in range(_MOST + 1):
        if start == end:
            return
        box = _box(source, start, end)
        yield box
        start = box.end
    raise UnreadableAudio(_DAMAGED.format(f"it has more than {_MOST} boxes side by side"))


def _box(source: Source, start: int, end: int) -> Box:
    size, kind = source.unpack(">I4s", start)
    first = start + _SHORT
    if size == 1:
        (size,), first = source.unpack(">Q", first), start + _LONG
    elif size == 0 and end == source.size:
        size = end - start
    if not first <= start + size <= end:
        raise UnreadableAudio(f"it is cut off or damaged at byte {start}; export the track again")
    return Box(kind, first, start + size, start)


def children(source: Source, box: Box, kind: bytes) -> list[Box]:
    """Return the boxes of one type that stand in a box."""
    return [one for one in boxes(source, box.start, box.end) if one.kind == kind]


def child(source: Source, box: Box, *path: bytes) -> Box:
    """Return the box at the end of a path. Raises `UnreadableAudio` unless each is there once."""
    for kind in path:
        found = children(source, box, kind)
        if len(found) != 1:
            name = kind.decode("latin-1")
            raise UnreadableAudio(_DAMAGED.format(f"it has {len(found)} boxes {name} in one place"))
        (box,) = found
    return box


def content(source: Source, box: Box) -> bytes:
    """Return what stands in a box. Raises `UnreadableAudio` where that is too much."""
    size = box.end - box.start
    if size > _LONGEST:
        raise UnreadableAudio(_DAMAGED.format("a table in it is longer than a day of audio needs"))
    return source.at(box.start, size)


def numbers(data: bytes, start: int, count: int, width: int = 4) -> "array[int]":
    """Return numbers of 4 or 8 bytes. Raises `UnreadableAudio` where there are not so many."""
    part = data[start : start + count * width]
    if len(part) != count * width:
        raise UnreadableAudio(_DAMAGED.format("a table in it is cut off"))
    found = array("I" if width == 4 else "Q", part)
    if sys.byteorder == "little":
        found.byteswap()
    return found
