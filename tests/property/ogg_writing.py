"""Write the packets of an Ogg stream into other pages, with another comment (RFC 3533)."""

import struct
from collections.abc import Iterator

__all__ = ["rewritten"]

_FULL = 255


def rewritten(data: bytes, comment: bytes, serial: int, first: int, segments: int) -> bytes:
    """Return the stream with so many segments a page, numbered from a first number."""
    identification, old, *rest = _packets(data)
    magic = b"OpusTags" if old.startswith(b"Opus") else b"\3vorbis"
    framing = b"" if old.startswith(b"Opus") else b"\1"
    text = b"TITLE=" + comment
    new = magic + struct.pack("<III", 0, 1, len(text)) + text + framing
    laced = [(size, part) for packet in (new, *rest) for size, part in _laced(packet)]
    pages = [laced[n : n + segments] for n in range(0, len(laced), segments)]
    written, inside = [_page(2, serial, first, list(_laced(identification)))], False
    for number, page in enumerate(pages, start=1):
        flags = (1 if inside else 0) | (4 if number == len(pages) else 0)
        written.append(_page(flags, serial, (first + number) % 2**32, page))
        inside = page[-1][0] == _FULL
    return b"".join(written)


def _packets(data: bytes) -> Iterator[bytes]:
    packet, start = b"", 0
    while start < len(data):
        count = data[start + 26]
        place = start + 27 + count
        for size in data[start + 27 : start + 27 + count]:
            packet += data[place : place + size]
            place += size
            if size < _FULL:
                yield packet
                packet = b""
        start = place


def _laced(packet: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a packet; the last one is never full."""
    for start in range(0, len(packet) + 1, _FULL):
        part = packet[start : start + _FULL]
        yield len(part), part


def _page(flags: int, serial: int, number: int, segments: list[tuple[int, bytes]]) -> bytes:
    head = struct.pack("<4sBBqII", b"OggS", 0, flags, 0, serial, number)
    rest = bytes([len(segments), *(size for size, _ in segments)])
    body = b"".join(part for _, part in segments)
    checksum = _checksum(head + bytes(4) + rest + body)
    return head + struct.pack("<I", checksum) + rest + body


def _checksum(data: bytes) -> int:
    state = 0
    for byte in data:
        state = (state << 8) & 0xFFFFFFFF ^ _TABLE[state >> 24 ^ byte]
    return state


def _entry(byte: int) -> int:
    state = byte << 24
    for _ in range(8):
        state = (state << 1 ^ 0x04C11DB7 if state >> 31 else state << 1) & 0xFFFFFFFF
    return state


_TABLE = [_entry(byte) for byte in range(256)]
