"""Find where a run of bytes begins that its last two bytes are the CRC-16 of (RFC 9639, 9.3)."""

from collections.abc import Iterator

__all__ = ["beginnings"]

_POLYNOMIAL = 0x8005


def _step(byte: int) -> int:
    state = byte << 8
    for _ in range(8):
        state = (state << 1 ^ _POLYNOMIAL if state & 0x8000 else state << 1) & 0xFFFF
    return state


_TABLE = [_step(byte) for byte in range(256)]
#: The low byte of an entry is the low byte of no other, so that every step can be undone.
_UNDONE = [0] * 256
for _byte, _entry in enumerate(_TABLE):
    _UNDONE[_entry & 0xFF] = _byte


def beginnings(data: bytes) -> Iterator[int]:
    """Yield, from the last to the first, the places from which the CRC of the rest comes out as 0.

    The CRC is run backwards from its end, so that one pass tries every place.
    """
    state = 0
    for place in range(len(data) - 1, -1, -1):
        byte = _UNDONE[state & 0xFF]
        state = (state ^ _TABLE[byte]) >> 8 | (byte ^ data[place]) << 8
        if not state:
            yield place
