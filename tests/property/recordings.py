"""Generate audio files: with other tags around the same audio, damaged, or cut off."""

import json
import struct
from base64 import b64decode
from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from askfirst.audio import Container
from tests.consistency.vectors import FOLDER
from tests.property.ogg_writing import rewritten

__all__ = ["FILES", "HASHED", "damaged", "plain", "retagged"]

_VECTORS = [
    (b64decode(vector["audio"]), vector["expect"]["container"])
    for file in sorted(FOLDER.glob("audio/*.json"))
    for vector in json.loads(file.read_bytes())
]
#: All files of the vectors, and those of them that have a hash.
FILES = [data for data, _ in _VECTORS]
HASHED = [data for data, container in _VECTORS if container]
#: What means something somewhere in some container.
_TOKENS = (
    *(
        b"\0",
        b"\xff",
        b"\0" * 8,
        b"\xff" * 4,
        b"\x7f\xff\xff\xff",
        b"\0\0\0\1",
        b"ID3\4\0\0\0\0\0\0",
    ),
    *(
        b"TAG",
        b"APETAGEX",
        b"\xff\xfb\x10\xc4",
        b"OggS",
        b"data",
        b"SSND",
        b"moof",
        b"trak",
        b"fLaC",
    ),
)


def plain(container: Container) -> bytes:
    """Return the first file of a container, which has no tags of its own."""
    return next(data for data, kind in _VECTORS if kind == container)


@st.composite
def retagged(draw: DrawFn, container: Container) -> bytes:
    """Return the same audio with other tags around it."""
    return _TAGGING[container](draw, plain(container))


def damaged(chance: Random) -> bytes:
    """Return a file of the vectors with one to three damages."""
    data = bytearray(chance.choice(FILES))
    for _ in range(chance.choice((1, 1, 2, 3))):
        # the headers, which decide, stand at the beginning
        place = chance.randrange(min(len(data), chance.choice((300, len(data)))) or 1)
        chance.choice(_DAMAGES)(chance, data, place)
    return bytes(data)


def _flip(chance: Random, data: bytearray, place: int) -> None:
    data[place : place + 1] = bytes(
        byte ^ 1 << chance.randrange(8) for byte in data[place : place + 1]
    )


def _cut(_: Random, data: bytearray, place: int) -> None:
    del data[place:]


def _drop(chance: Random, data: bytearray, place: int) -> None:
    del data[place : place + chance.randrange(1, 20)]


def _insert(chance: Random, data: bytearray, place: int) -> None:
    data[place:place] = chance.choice(_TOKENS)


def _replace(chance: Random, data: bytearray, place: int) -> None:
    token = chance.choice(_TOKENS)
    data[place : place + len(token)] = token


def _splice(chance: Random, data: bytearray, place: int) -> None:
    other = chance.choice(FILES)
    data[place:] = other[chance.randrange(len(other)) :]


_DAMAGES = (_flip, _cut, _drop, _insert, _replace, _splice)


def _binary(draw: DrawFn, most: int = 400) -> bytes:
    return draw(st.binary(max_size=most))


def _id3v2(draw: DrawFn) -> bytes:
    content, footer = _binary(draw), draw(st.booleans())
    size = bytes([0, 0, len(content) >> 7, len(content) & 0x7F])
    flags = bytes([0x10 if footer else 0])
    return b"ID3\4\0" + flags + size + content + (b"3DI\4\0" + flags + size if footer else b"")


def _id3v1(draw: DrawFn) -> bytes:
    return b"TAG" + _binary(draw, 125).ljust(125, b"\0")


def _ape(draw: DrawFn) -> bytes:
    items = _binary(draw)
    ends = [
        b"APETAGEX" + struct.pack("<IIII", 2000, 32 + len(items), 1, flags) + bytes(8)
        for flags in (0xA0000000, 0x80000000)
    ]
    return ends[0] + items + ends[1]


def _mp3(draw: DrawFn, data: bytes) -> bytes:
    before = b"".join(_id3v2(draw) for _ in range(draw(st.integers(0, 3))))
    ape, id3v1 = draw(st.booleans()), draw(st.booleans())
    return before + data + (_ape(draw) if ape else b"") + (_id3v1(draw) if id3v1 else b"")


def _flac(draw: DrawFn, data: bytes) -> bytes:
    """Put metadata blocks between the first one, which was the only one, and the audio."""
    blocks = draw(st.lists(st.tuples(st.integers(1, 126), st.binary(max_size=200)), max_size=4))
    rest = b"".join(bytes([kind]) + len(one).to_bytes(3) + one for kind, one in blocks)
    stream_info, audio = data[:42], data[42:]
    return draw(st.sampled_from([b"", _id3v2(draw)])) + (
        stream_info.replace(b"fLaC\x80", b"fLaC\0", 1) + rest + b"\x81\0\0\0" + audio
    )


def _m4a(draw: DrawFn, data: bytes) -> bytes:
    """Put boxes into the table of contents, which stands last, and after it."""
    inside, after = (
        struct.pack(">I4s", 8 + len(one), kind) + one
        for kind, one in ((b"udta", _binary(draw)), (b"free", _binary(draw)))
    )
    start = data.rindex(b"moov") - 4
    (size,) = struct.unpack_from(">I", data, start)
    movie = struct.pack(">I", size + len(inside)) + data[start + 4 :] + inside
    return data[:start] + movie + after


def _wav(draw: DrawFn, data: bytes) -> bytes:
    return data[:12] + _chunks(draw, "<") + data[12:] + _chunks(draw, "<")


def _aiff(draw: DrawFn, data: bytes) -> bytes:
    return data[:12] + _chunks(draw, ">") + data[12:] + _chunks(draw, ">")


def _wavpack(draw: DrawFn, data: bytes) -> bytes:
    ape, id3v1 = draw(st.booleans()), draw(st.booleans())
    return data + (_ape_of_items(draw) if ape else b"") + (_id3v1(draw) if id3v1 else b"")


def _ape_of_items(draw: DrawFn) -> bytes:
    """Return an APE tag that is whole; where the audio ends is told by its items."""
    items = draw(st.lists(st.binary(max_size=100), max_size=3))
    body = b"".join(
        struct.pack("<II", len(one), 0) + b"item%d\0" % n + one for n, one in enumerate(items)
    )
    ends = [
        b"APETAGEX" + struct.pack("<IIII8x", 2000, 32 + len(body), len(items), flags)
        for flags in (0xA0000000, 0x80000000)
    ]
    return ends[0] + body + ends[1]


def _chunks(draw: DrawFn, order: str) -> bytes:
    names = st.sampled_from([b"LIST", b"id3 ", b"ID3 ", b"NAME", b"bext", b"JUNK"])
    found = draw(st.lists(st.tuples(names, st.binary(max_size=300)), max_size=3))
    return b"".join(
        name + struct.pack(f"{order}I", len(one)) + one + bytes(len(one) % 2) for name, one in found
    )


def _ogg(draw: DrawFn, data: bytes) -> bytes:
    """Write another comment, and lay the packets out in other pages."""
    serial, first = draw(st.integers(0, 2**32 - 1)), draw(st.integers(0, 2**32 - 1))
    return rewritten(data, _binary(draw, 3000), serial, first, draw(st.integers(1, 255)))


_TAGGING = {
    Container.MP3: _mp3,
    Container.FLAC: _flac,
    Container.OGG_VORBIS: _ogg,
    Container.OPUS: _ogg,
    Container.M4A: _m4a,
    Container.WAV: _wav,
    Container.AIFF: _aiff,
    Container.WAVPACK: _wavpack,
}
