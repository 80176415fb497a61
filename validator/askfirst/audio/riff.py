"""Replace, add and find the chunks of a WAV or AIFF file (spec 4.13.7, 4.13.8)."""

import struct
from collections.abc import Iterator, Mapping

from askfirst.audio.chunks import Chunk, chunks
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice, growth

__all__ = ["replaced", "whole"]

_SIZE, _HEADER = 4, 8
_LARGEST = 2**32 - 1


def whole(source: Source, order: str) -> list[Chunk]:
    """Return the chunks. Raises `NotEmbedded` where there are none, or the last is cut off."""
    found = list(chunks(source, order))
    if not found:
        raise NotEmbedded("it holds nothing; export the track again")
    if found[-1].start + found[-1].size > source.size:
        raise NotEmbedded("its last chunk is cut off; take the whole file, or export it again")
    return found


def replaced(
    source: Source, order: str, news: Mapping[bytes, tuple[Chunk | None, bytes]]
) -> Iterator[Splice]:
    """Yield what changes where chunks get a new content; those that are not there come last.

    Each name has the chunk that is there, or None. Raises `NotEmbedded`.
    """
    *_, last = whole(source, order)
    end = last.start + last.size + last.size % 2
    added, splices = bytes(max(end - source.size, 0)), []
    end = min(end, source.size)
    for name, (there, content) in news.items():
        data = name + struct.pack(f"{order}I", len(content)) + content + bytes(len(content) % 2)
        if there:
            after = min(there.start + there.size + there.size % 2, source.size)
            splices.append(Splice(there.start - _HEADER, after, data))
        else:
            added += data
    splices.append(Splice(end, end, added))
    size = end + growth(splices) - _HEADER
    if size > _LARGEST:
        raise NotEmbedded("it would become larger than 4 GiB, which its container cannot tell")
    yield Splice(_SIZE, _SIZE + 4, struct.pack(f"{order}I", size))
    yield from splices
