"""Read the texts that WAV and AIFF files hold in chunks of their own."""

from collections.abc import Iterator

from askfirst.audio.chunks import BIG, LITTLE, Chunk, chunks
from askfirst.audio.source import Source

__all__ = ["of_aiff", "of_wav"]

_AIFF = {b"NAME", b"AUTH", b"(c) "}
#: What is read of a list and of a text, in bytes.
_LONGEST_LIST, _LONGEST = 2**16, 4000


def of_wav(source: Source) -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of the LIST chunks of the type INFO, by their names."""
    for chunk in chunks(source, LITTLE):
        if chunk.name == b"LIST" and source.has(chunk.start, b"INFO"):
            yield from _info(_content(source, chunk, _LONGEST_LIST)[4:])


def _info(data: bytes) -> Iterator[tuple[str, list[str]]]:
    start = 0
    while start + 8 <= len(data):
        name, size = data[start : start + 4], int.from_bytes(data[start + 4 : start + 8], "little")
        yield name.decode("latin-1"), [_text(data[start + 8 : start + 8 + size])]
        start += 8 + size + size % 2


def of_aiff(source: Source) -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of the chunks for a name, an author and a copyright."""
    for chunk in chunks(source, BIG):
        if chunk.name in _AIFF:
            yield chunk.name.decode(), [_text(_content(source, chunk, _LONGEST))]


def _content(source: Source, chunk: Chunk, longest: int) -> bytes:
    return source.at(chunk.start, min(chunk.size, longest, source.size - chunk.start))


def _text(data: bytes) -> str:
    """Return a text up to its NUL; no chunk says how it is coded."""
    until = data.partition(b"\0")[0][:_LONGEST]
    try:
        return until.decode()
    except UnicodeDecodeError:
        return until.decode("latin-1")
