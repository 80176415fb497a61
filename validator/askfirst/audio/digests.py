"""Hash bytes as they stand, and samples as FLAC would hash them (spec 4.13.10)."""

from array import array
from collections.abc import Callable, Iterable
from hashlib import md5, sha256
from typing import NamedTuple

from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["Digests", "Layout", "of_packets", "of_samples"]

_SIGNED = bytes(byte ^ 0x80 for byte in range(256))


class Digests(NamedTuple):
    """The hash of the packets, and that of the samples where there is one."""

    packets_sha256: str
    pcm_md5: str | None = None


class Layout(NamedTuple):
    """How a whole number stands in a file: its width in bytes, 1 to 4, and how it is written."""

    width: int
    big_endian: bool = False
    unsigned: bool = False


def of_packets(parts: Iterable[bytes]) -> Digests:
    """Return the hash of packets. Raises `UnreadableAudio` where all of them are empty."""
    digest, size = sha256(), 0
    for part in parts:
        digest.update(part)
        size += len(part)
    if not size:
        raise UnreadableAudio("it holds no audio; export the track again")
    return Digests(digest.hexdigest())


def of_samples(source: Source, start: int, end: int, layout: Layout | None) -> Digests:
    """Return the hashes of samples that stand between two places; no layout, no second hash."""
    if layout is None:
        return of_packets(source.pieces(start, end))
    digest, convert = md5(usedforsecurity=False), _converter(layout)

    def read() -> Iterable[bytes]:
        for piece in source.pieces(start, end):
            digest.update(convert(piece))
            yield piece

    packets = of_packets(read())
    return Digests(packets.packets_sha256, digest.hexdigest())


def _converter(layout: Layout) -> Callable[[bytes], bytes | bytearray | memoryview]:
    """Return what turns samples into signed numbers in little-endian order."""
    if layout.width == 1:
        return _signed if layout.unsigned else bytes
    return _REVERSED[layout.width] if layout.big_endian else bytes


def _signed(piece: bytes) -> bytes:
    return piece.translate(_SIGNED)


def _pairs(piece: bytes) -> bytes:
    return _swapped("H", piece)


def _threes(piece: bytes) -> bytearray:
    turned = bytearray(piece)
    turned[0::3], turned[2::3] = piece[2::3], piece[0::3]
    return turned


def _fours(piece: bytes) -> bytes:
    return _swapped("I", piece)


def _swapped(kind: str, piece: bytes) -> bytes:
    numbers = array(kind, piece)
    numbers.byteswap()
    return numbers.tobytes()


_REVERSED: dict[int, Callable[[bytes], bytes | bytearray | memoryview]] = {
    2: _pairs,
    3: _threes,
    4: _fours,
}
