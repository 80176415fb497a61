"""Hash the audio of a WAV file (spec 4.13.7)."""

from typing import NamedTuple

from askfirst.audio.chunks import LITTLE, Chunk, named
from askfirst.audio.digests import Digests, Layout, of_samples
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["digests"]

_PCM, _FLOAT, _ALAW, _MULAW, _EXTENSIBLE = 1, 3, 6, 7, 0xFFFE
_PLAIN, _EXTENDED = 16, 40
#: What follows the format in the sixteen bytes that name it at the end of a long chunk.
_SUBTYPE = bytes.fromhex("000000001000800000aa00389b71")
#: Sizes that programs write which did not come back to write the right one.
_UNFINISHED = (0, 0xFFFFFFFF)


class _Format(NamedTuple):
    tag: int
    channels: int
    block: int
    bits: int
    valid_bits: int


def digests(source: Source) -> Digests:
    """Return the hashes of what stands in the chunk `data`. Raises `UnreadableAudio`."""
    form, data = named(source, LITTLE, (b"fmt ", b"data"))
    found = _format(source, form)
    if data.size in _UNFINISHED:
        raise UnreadableAudio("its size was never written, as in a stream; export the track again")
    if data.size % found.block:
        raise UnreadableAudio("it ends inside a sample; export the track again")
    return of_samples(source, data.start, data.start + data.size, _layout(found))


def _format(source: Source, form: Chunk) -> _Format:
    """Return what the chunk `fmt ` says. Raises `UnreadableAudio` where it contradicts itself."""
    if form.size < _PLAIN:
        raise UnreadableAudio("its fmt chunk is damaged; export the track again")
    tag, channels, _, _, block, bits = source.unpack("<HHIIHH", form.start)
    valid_bits = bits
    if tag == _EXTENSIBLE and form.size >= _EXTENDED:
        valid_bits, _, subtype, rest = source.unpack("<HIH14s", form.start + 18)
        tag = subtype if rest == _SUBTYPE else tag
    if tag not in (_PCM, _FLOAT, _ALAW, _MULAW):
        raise UnreadableAudio("its audio is compressed in a way that is not read; save it as PCM")
    if not bits or not channels or block != channels * ((bits + 7) // 8):
        raise UnreadableAudio("its fmt chunk contradicts itself; export the track again")
    return _Format(tag, channels, block, bits, valid_bits)


def _layout(form: _Format) -> Layout | None:
    """Return how the whole numbers stand, if they are such and fill their bytes."""
    if form.tag != _PCM or form.bits not in (8, 16, 24, 32) or form.valid_bits != form.bits:
        return None
    return Layout(form.bits // 8, unsigned=form.bits == 8)
