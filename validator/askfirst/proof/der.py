"""Write and read the few types of DER that a key file is made of (X.690)."""

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["INTEGER", "OCTETS", "OID", "SEQUENCE", "Item", "integer", "item", "items", "read"]

INTEGER, OCTETS, OID, SEQUENCE = 0x02, 0x04, 0x06, 0x30
_LONG = 0x80


class Item(NamedTuple):
    """A tag and the bytes that it is the name of."""

    tag: int
    content: bytes

    @property
    def number(self) -> int:
        """What the bytes of an INTEGER come to."""
        return int.from_bytes(self.content, signed=True)


def item(tag: int, *contents: bytes) -> bytes:
    """Return contents, one after the other, under a tag."""
    content = b"".join(contents)
    length = len(content)
    if length < _LONG:
        return bytes([tag, length]) + content
    size = length.to_bytes(-(-length.bit_length() // 8))
    return bytes([tag, _LONG | len(size)]) + size + content


def integer(number: int) -> bytes:
    """Return a number that is not negative."""
    return item(INTEGER, number.to_bytes(number.bit_length() // 8 + 1))


def items(data: bytes) -> Iterator[Item]:
    """Yield what stands in bytes; raises `ValueError` where something is cut off."""
    while data:
        tag, rest = data[0], data[1:]
        length, data = _length(rest)
        if len(data) < length:
            raise ValueError("something is cut off")
        yield Item(tag, data[:length])
        data = data[length:]


def read(data: bytes, *tags: int) -> list[Item]:
    """Return the items in bytes, which have these tags; raises `ValueError` for others."""
    found = list(items(data))
    if tuple(one.tag for one in found) != tags:
        raise ValueError("something else stands here")
    return found


def _length(data: bytes) -> tuple[int, bytes]:
    """Split a length from what follows it."""
    first, rest = data[:1], data[1:]
    if not first:
        raise ValueError("something is cut off")
    size = first[0] - _LONG
    if size < 0:
        return first[0], rest
    return int.from_bytes(rest[:size]), rest[size:]
