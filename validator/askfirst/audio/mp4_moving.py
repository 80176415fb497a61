"""Keep the sizes and places in an MP4 file right where parts of it become longer."""

import struct
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from askfirst.audio.mp4_boxes import Box, boxes, child, children, content, numbers
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice, growth

__all__ = ["moved"]

#: The largest number in four bytes; tables of four and of eight bytes.
_LARGEST = 2**32 - 1
_TABLES = ((b"stco", 4), (b"co64", 8))


def moved(
    source: Source, path: Sequence[Box], inside: Sequence[Splice], outside: Sequence[Splice]
) -> Iterator[Splice]:
    """Yield the splices, and what has to change with them: sizes, and where the chunks begin.

    `path` are the boxes, from `moov` on, in which the first splices are; the others are outside
    of every box. Raises `NotEmbedded` where a number becomes too large.
    """
    yield from inside
    yield from outside
    for box in path:
        yield from _resized(source, box, growth(inside))
    changes = sorted([*inside, *outside], key=lambda one: one[:2])
    if growth(changes):
        yield from _tables(source, path[0], changes)


def _resized(source: Source, box: Box, by: int) -> Iterator[Splice]:
    """Yield the size of a box; one of 0 says that it goes on to the end of the file."""
    (size,) = source.unpack(">I", box.begins)
    whole = box.end - box.begins + by
    if size == 1:
        yield Splice(box.begins + 8, box.begins + 16, struct.pack(">Q", whole))
    elif whole > _LARGEST:
        raise NotEmbedded("its tags would become too large; take pictures out of them")
    elif size:
        yield Splice(box.begins, box.begins + 4, struct.pack(">I", whole))


def _tables(source: Source, movie: Box, changes: Sequence[Splice]) -> Iterator[Splice]:
    """Yield the tables of where chunks begin, those of all tracks."""
    if any(box.kind == b"iloc" for box in _items(source, movie)):
        raise NotEmbedded("it has items that stand at places of their own; use a license file")
    for track in children(source, movie, b"trak"):
        table = child(source, track, b"mdia", b"minf", b"stbl")
        for kind, width in _TABLES:
            for box in children(source, table, kind):
                yield _table(source, box, width, changes)


def _items(source: Source, movie: Box) -> Iterator[Box]:
    """Yield what stands in the boxes `meta` of the file and of the movie."""
    for start, end in ((0, source.size), (movie.start, movie.end)):
        for box in boxes(source, start, end):
            if box.kind == b"meta" and not source.has(box.start + 4, b"hdlr"):
                yield from boxes(source, box.start + 4, box.end)


def _table(source: Source, box: Box, width: int, changes: Sequence[Splice]) -> Splice:
    data = content(source, box)
    _, count = numbers(data, 0, 2)
    places = numbers(data, 8, count, width)
    ends = [change.end for change in changes]
    by = [0, *accumulate(change.growth for change in changes)]
    for n, place in enumerate(places):
        places[n] = _checked(place + by[bisect_right(ends, place)], width)
    if sys.byteorder == "little":
        places.byteswap()
    return Splice(box.start + 8, box.start + 8 + len(places) * width, places.tobytes())


def _checked(place: int, width: int) -> int:
    if width == 4 and place > _LARGEST:
        raise NotEmbedded("it would become larger than 4 GiB, which its tables cannot tell")
    return place
