"""Read the header of an MP3 frame, ISO/IEC 11172-3 and 13818-3 (spec 4.13.3)."""

from functools import lru_cache
from typing import NamedTuple

__all__ = ["Header", "header"]

#: In 1000 bits a second, by the index in a header; the first is "free" and the last forbidden.
_BITRATES = {
    1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
#: In hertz for version 1; version 2 has half and version 2.5 a quarter of them.
_SAMPLE_RATES = (44_100, 48_000, 32_000)
_DIVISORS = {0b11: 1, 0b10: 2, 0b00: 4}
_LAYER_3, _MONO = 0b01, 0b11
#: Version, layer, sample rate, channel mode, and the rights and emphasis: what two frames share.
_ALIKE = 0xFFFE0CCF


class Header(NamedTuple):
    """What a header says: the frame's size in bytes, and that of what precedes its audio."""

    size: int
    side_information: int
    kind: tuple[int, int]
    alike: int


@lru_cache(maxsize=4096)  # a file has few headers and many frames
def header(four: bytes) -> Header | None:
    """Return what four bytes say, or None where they begin no frame of Layer III."""
    bits = int.from_bytes(four)
    divisor = _DIVISORS.get(bits >> 19 & 0b11)
    rate, bitrate = bits >> 10 & 0b11, bits >> 12 & 0b1111
    if bits >> 21 != 0x7FF or divisor is None or bits >> 17 & 0b11 != _LAYER_3:
        return None
    if rate == len(_SAMPLE_RATES) or not 0 < bitrate < 0b1111:
        return None
    hertz = _SAMPLE_RATES[rate] // divisor
    first, mono = divisor == 1, bits >> 6 & 0b11 == _MONO
    kilobits = _BITRATES[1 if first else 2][bitrate - 1]
    size = (144 if first else 72) * 1000 * kilobits // hertz + (bits >> 9 & 1)
    return Header(size, _side_information(first=first, mono=mono), (hertz, mono), bits & _ALIKE)


def _side_information(*, first: bool, mono: bool) -> int:
    if first:
        return 17 if mono else 32
    return 9 if mono else 17
