"""Hash the blocks of a WavPack file, WavPack 4 and 5 (spec 4.13.9)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio import ape
from askfirst.audio.digests import Digests, of_packets
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["digests"]

_MAGIC, _HEADER = b"wvpk", 32
#: What the size in a header counts of the header, and the longest block, in bytes.
_COUNTED, _LONGEST = 24, 2**20
_OLDEST, _NEWEST = 0x402, 0x410
_FIRST, _LAST = 0x800, 0x1000


class _Block(NamedTuple):
    """A block: where it is, how many samples it and the whole file have, and its flags."""

    start: int
    end: int
    samples: int
    total: int
    flags: int


def digests(source: Source) -> Digests:
    """Return the hash of the blocks from the first with samples on. Raises `UnreadableAudio`."""
    end = ape.start(source)
    blocks = _blocks(source, end)
    first = next((block for block in blocks if block.samples), None)
    if first is None:
        raise UnreadableAudio("it holds no audio; export the track again")
    samples, last = first.samples, first
    for last in blocks:
        samples += last.samples if last.flags & _FIRST else 0
    if not first.flags & _FIRST or not last.flags & _LAST or samples != first.total:
        raise UnreadableAudio("it says another length than it has; take the whole file")
    return of_packets(source.pieces(first.start, end))


def _blocks(source: Source, end: int) -> Iterator[_Block]:
    """Yield the blocks. Raises `UnreadableAudio` unless they fill the place."""
    start = 0
    while start < end:
        head = source.unpack("<4sIHBBIIII", start)
        magic, size, version, _, upper, total, _, samples, flags = head
        good = magic == _MAGIC and _COUNTED <= size <= _LONGEST and _OLDEST <= version <= _NEWEST
        after = start + size + _HEADER - _COUNTED
        if not good or after > end:
            raise UnreadableAudio(f"there is no whole WavPack block at byte {start}; take the file")
        # of the 40 bits of the length, all bits of the lower 32 stand for none (5.x of the format)
        yield _Block(start, after, samples, total + (upper << 32) - upper, flags)
        start = after
