"""Hash the audio of an AIFF or AIFF-C file (spec 4.13.8)."""

from typing import NamedTuple

from askfirst.audio.chunks import BIG, Chunk, named
from askfirst.audio.digests import Digests, Layout, of_samples
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["digests"]

_PLAIN, _COMPRESSED = 18, 22
_LONGEST = 2**31 - 9


class _Coding(NamedTuple):
    """How AIFF-C codes a sample; a width of 0 is that of the sample size."""

    width: int = 0
    whole_numbers: bool = True
    big_endian: bool = True
    unsigned: bool = False


_CODINGS = {
    b"NONE": _Coding(),
    b"twos": _Coding(),
    b"sowt": _Coding(big_endian=False),
    b"raw ": _Coding(1, unsigned=True),
    b"in24": _Coding(3),
    b"in32": _Coding(4),
    **dict.fromkeys((b"fl32", b"FL32"), _Coding(4, whole_numbers=False)),
    **dict.fromkeys((b"fl64", b"FL64"), _Coding(8, whole_numbers=False)),
    **dict.fromkeys((b"alaw", b"ALAW", b"ulaw", b"ULAW"), _Coding(1, whole_numbers=False)),
}


def digests(source: Source) -> Digests:
    """Return the hashes of what stands in the chunk `SSND`. Raises `UnreadableAudio`."""
    common, sound = named(source, BIG, (b"COMM", b"SSND"))
    if common.size < _PLAIN or not 8 < sound.size <= _LONGEST:
        raise UnreadableAudio("its COMM or SSND chunk is damaged; export the track again")
    channels, frames, bits = source.unpack(">HIH", common.start)
    coding = _coding(source, common)
    width = coding.width or (bits + 7) // 8
    (offset,) = source.unpack(">I", sound.start)
    start, end = sound.start + 8 + offset, sound.start + sound.size
    if not frames or end - start != frames * channels * width:
        raise UnreadableAudio("it says another length than it has; export the track again")
    return of_samples(source, start, end, _layout(coding, width, bits))


def _coding(source: Source, common: Chunk) -> _Coding:
    if source.has(8, b"AIFF"):
        return _Coding()
    name = source.at(common.start + _PLAIN, 4) if common.size >= _COMPRESSED else b""
    if name not in _CODINGS:
        raise UnreadableAudio("its audio is compressed in a way that is not read; save it as PCM")
    return _CODINGS[name]


def _layout(coding: _Coding, width: int, bits: int) -> Layout | None:
    """Return how the whole numbers stand, if they are such and fill their bytes."""
    if not coding.whole_numbers or bits != 8 * width or width not in (1, 2, 3, 4):
        return None
    return Layout(width, coding.big_endian, coding.unsigned)
