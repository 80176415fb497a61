"""Find where the ID3v2 tags at the start of a file end (spec 4.13.2)."""

from collections.abc import Iterator

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["end", "places"]

_HEADER, _FOOTER = 10, 10
_HAS_FOOTER = 0x10
#: More tags than anybody writes; without a limit a file of tags would take its time.
_MOST = 64


def end(source: Source) -> int:
    """Return where the tags end; 0 where there are none. Raises `UnreadableAudio`."""
    return max((end for _, end in places(source)), default=0)


def places(source: Source) -> Iterator[tuple[int, int]]:
    """Yield where each of the tags begins and ends. Raises `UnreadableAudio`."""
    start = 0
    for _ in range(_MOST + 1):
        if not source.has(start, b"ID3"):
            return
        size = _size(source.at(start, _HEADER))
        yield start, start + size
        start += size
    raise UnreadableAudio(f"it begins with more than {_MOST} ID3v2 tags; remove all but one")


def _size(header: bytes) -> int:
    """Return how many bytes a tag takes; its size is written seven bits a byte."""
    flags, digits = header[5], header[6:]
    if max(digits) > 0x7F:
        raise UnreadableAudio("its ID3v2 tag is damaged; write the tags anew with a tag editor")
    size = sum(digit << shift for digit, shift in zip(digits, (21, 14, 7, 0), strict=True))
    return _HEADER + size + (_FOOTER if flags & _HAS_FOOTER else 0)
