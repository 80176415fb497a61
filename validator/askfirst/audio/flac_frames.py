"""Read the header of a FLAC frame (RFC 9639, 9.1), to see that a file is whole."""

from typing import NamedTuple

__all__ = ["LONGEST", "Header", "header"]

#: No header of a frame has more bytes.
LONGEST = 16
_SYNC = 0b11111111_1111100
_EXPLICIT_RATE = {12: 1, 13: 2, 14: 2}
_FORBIDDEN_RATE, _FORBIDDEN_DEPTH, _MOST_CHANNELS = 15, 3, 10


class Header(NamedTuple):
    """What a frame says: the number of its first sample, or its own, and how many samples it has.

    `counts_samples` tells which of the two numbers it is.
    """

    counts_samples: bool
    number: int
    samples: int


def header(data: bytes) -> Header | None:
    """Return what the first bytes of a frame say, or None where they are no header."""
    if len(data) < 6 or int.from_bytes(data[:2]) >> 1 != _SYNC:
        return None
    size, rate, channels, depth = data[2] >> 4, data[2] & 15, data[3] >> 4, data[3] >> 1 & 7
    if not size or rate == _FORBIDDEN_RATE or channels > _MOST_CHANNELS or data[3] & 1:
        return None
    number = _number(data[4:])
    if number is None or depth == _FORBIDDEN_DEPTH:
        return None
    value, end = number[0], 4 + number[1]
    more = {6: 1, 7: 2}.get(size, 0)
    samples = _samples(size, data[end : end + more])
    end += more + _EXPLICIT_RATE.get(rate, 0)
    if end >= len(data) or _crc8(data[:end]) != data[end]:
        return None
    return Header(bool(data[1] & 1), value, samples)


def _samples(code: int, explicit: bytes) -> int:
    if explicit:
        return int.from_bytes(explicit) + 1
    if code == 1:
        return 192
    return 576 << code - 2 if code < 6 else 256 << code - 8


def _number(data: bytes) -> tuple[int, int] | None:
    """Return a number that is written as UTF-8 writes characters, and how many bytes it takes."""
    ones = 8 - (data[0] ^ 0xFF).bit_length()
    if ones in {1, 8} or len(data) < ones:
        return None
    value = data[0] & (0x7F >> ones)
    for byte in data[1:ones]:
        if byte >> 6 != 0b10:
            return None
        value = value << 6 | byte & 0x3F
    return value, ones or 1


def _crc8(data: bytes) -> int:
    state = 0
    for byte in data:
        state ^= byte
        for _ in range(8):
            state = (state << 1 ^ 0x07 if state & 0x80 else state << 1) & 0xFF
    return state
