"""Walk the chunks of a WAV or AIFF file (spec 4.13.7, 4.13.8)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["BIG", "LITTLE", "Chunk", "chunks", "named"]

LITTLE, BIG = "<", ">"
_HEADER = 8
#: Where the first chunk stands: after the form, its size and its type.
_FIRST = 12
#: More chunks than anybody writes.
_MOST = 10_000


class Chunk(NamedTuple):
    """A chunk: its name, where its content begins, and the size that it says it has."""

    name: bytes
    start: int
    size: int


def chunks(source: Source, order: str) -> Iterator[Chunk]:
    """Yield the chunks up to the end, or to what is none; a chunk can say it goes on further.

    Raises `UnreadableAudio` where there are too many.
    """
    start = _FIRST
    for _ in range(_MOST + 1):
        if start + _HEADER > source.size:
            return
        name, size = source.unpack(f"{order}4sI", start)
        if not all(0x20 <= letter <= 0x7E for letter in name):
            return
        yield Chunk(name, start + _HEADER, size)
        start += _HEADER + size + size % 2
    raise UnreadableAudio(f"it has more than {_MOST} chunks; export the track again")


def named(source: Source, order: str, names: tuple[bytes, bytes]) -> tuple[Chunk, Chunk]:
    """Return two chunks by their names. Raises `UnreadableAudio` unless each is there once."""
    found = [chunk for chunk in chunks(source, order) if chunk.name in names]
    for name in names:
        count = sum(chunk.name == name for chunk in found)
        if count != 1:
            raise UnreadableAudio(
                f"it has {count} chunks named {name.decode().strip()} instead of one; "
                "take the whole file, or export the track again"
            )
    first, second = sorted(found, key=lambda chunk: names.index(chunk.name))
    return first, second
