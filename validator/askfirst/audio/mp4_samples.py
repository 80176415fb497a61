"""Find the samples of a track by its sample tables, ISO/IEC 14496-12, 8.7 (spec 4.13.6)."""

from collections.abc import Iterator
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from askfirst.audio.mp4_boxes import Box, child, children, content, numbers
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

if TYPE_CHECKING:
    from array import array

__all__ = ["extents"]

_CONTRADICTION = "its sample tables contradict each other or the file; export the track again"


class _Sizes(NamedTuple):
    """How many samples there are, and their sizes: one for all, or, where that is 0, each."""

    samples: int
    one_for_all: int
    each: "array[int]"

    def total(self, first: int, count: int) -> int:
        """Return the size of some samples together."""
        if self.one_for_all:
            return self.one_for_all * count
        return sum(self.each[first : first + count])


def extents(source: Source, table: Box) -> Iterator[tuple[int, int]]:
    """Yield where each chunk begins and the size of its samples, in the order of the samples.

    Raises `UnreadableAudio` where the tables contradict each other or the file.
    """
    sizes, offsets = _sizes(source, table), _offsets(source, table)
    # a chunk could stand in the table a million times, and be read as often
    if sizes.total(0, sizes.samples) > source.size:
        raise UnreadableAudio(_CONTRADICTION)
    first = 0
    for offset, count in zip(offsets, _counts(source, table, len(offsets)), strict=True):
        if first + count > sizes.samples:
            raise UnreadableAudio(_CONTRADICTION)
        yield offset, sizes.total(first, count)
        first += count
    if first != sizes.samples:
        raise UnreadableAudio(_CONTRADICTION)


def _sizes(source: Source, table: Box) -> _Sizes:
    data = content(source, child(source, table, b"stsz"))
    _, one_for_all, count = numbers(data, 0, 3)
    return _Sizes(count, one_for_all, numbers(data, 12, 0 if one_for_all else count))


def _offsets(source: Source, table: Box) -> "array[int]":
    """Return where each chunk begins, in bytes from the start of the file."""
    width, kind = (8, b"co64") if children(source, table, b"co64") else (4, b"stco")
    data = content(source, child(source, table, kind))
    _, count = numbers(data, 0, 2)
    return numbers(data, 8, count, width)


def _counts(source: Source, table: Box, chunks: int) -> Iterator[int]:
    """Yield how many samples each chunk has; an entry holds up to the chunk of the next one."""
    data = content(source, child(source, table, b"stsc"))
    _, count = numbers(data, 0, 2)
    entries = numbers(data, 8, 3 * count)
    firsts = [*entries[0::3], chunks + 1]
    rising = firsts[0] == 1 and all(first < after for first, after in pairwise(firsts))
    if not rising or any(description != 1 for description in entries[2::3]):
        raise UnreadableAudio(_CONTRADICTION)
    for samples, (first, after) in zip(entries[1::3], pairwise(firsts), strict=True):
        yield from repeat(samples, after - first)
