"""Write a file anew with some parts of it replaced, and everything else as it stands."""

from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from askfirst.audio.source import Source

__all__ = ["Splice", "growth", "joined", "splice"]


class Splice(NamedTuple):
    """What stands instead of the bytes between two places; equal places insert it there."""

    start: int
    end: int
    data: bytes

    @property
    def growth(self) -> int:
        """By how many bytes the file becomes longer."""
        return len(self.data) - (self.end - self.start)


def growth(splices: Iterable[Splice]) -> int:
    """Return by how many bytes all of them together make a file longer."""
    return sum(one.growth for one in splices)


def joined(splices: Iterable[Splice]) -> list[Splice]:
    """Return splices in order, those that touch as one."""
    found: list[Splice] = []
    for one in sorted(splices, key=lambda one: one[:2]):
        if found and found[-1].end == one.start:
            start, _, data = found.pop()
            found.append(Splice(start, one.end, data + one.data))
        else:
            found.append(one)
    return found


def splice(source: Source, target: BinaryIO, splices: Iterable[Splice]) -> None:
    """Write a file with its parts replaced, in their order. Raises `UnreadableAudio`."""
    position = 0
    for start, end, data in splices:
        target.writelines(source.pieces(position, start))
        target.write(data)
        position = end
    target.writelines(source.pieces(position, source.size))
