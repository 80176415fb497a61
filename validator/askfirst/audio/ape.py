"""Read and write our items in an APE tag, APEv2; all others stay as they are, byte by byte."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio.problems import NotEmbedded, UnreadableAudio
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import (
    COPYRIGHT,
    FIELD,
    LICENSE,
    LONGEST,
    Carrier,
    Piece,
    Place,
    Statement,
    credited,
)

__all__ = ["before_id3v1", "pieces", "splices", "start", "without"]

_MAGIC, _EDGE, _ID3V1 = b"APETAGEX", 32, 128
_VERSION = 2000
_HAS_HEADER, _IS_HEADER = 1 << 31, 1 << 29
_PLACES = {FIELD: Place.DECLARATION, COPYRIGHT: Place.COPYRIGHT, LICENSE: Place.LICENSE}
#: More items than anybody writes, and the longest name of one.
_MOST, _LONGEST_NAME = 10_000, 255
_LARGEST = 2**28


class _Item(NamedTuple):
    """An item: where it begins, its name in upper case, and where its content is."""

    begins: int
    name: str
    start: int
    end: int

    @property
    def place(self) -> Place | None:
        return _PLACES.get(self.name)


class _Tag(NamedTuple):
    """A tag: where it begins and ends, where its items do, and the items."""

    start: int
    end: int
    items: tuple[_Item, ...]


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what a tag at the end of a file says of us. Raises `UnreadableAudio`."""
    for item in _tag(source).items:
        if item.place:
            data = source.at(item.start, min(item.end - item.start, LONGEST))
            yield Piece(Carrier.APE, item.place, data)


def start(source: Source) -> int:
    """Return where a tag at the end of a file begins, or an ID3v1 tag; else the end itself."""
    return _tag(source).start


def before_id3v1(source: Source) -> int:
    """Return where an ID3v1 tag at the end of a file begins; else the end itself."""
    start = source.size - _ID3V1
    # the header of an APE tag can stand so that its letters TAG are where those of ID3v1 would be
    there = source.has(start, b"TAG") and not source.has(start - 3, _MAGIC)
    return start if there else source.size


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield the tag with the statement in it: a new one, or the one that is there, changed."""
    tag = _tag(source)
    lines = [one for one in tag.items if one.place is Place.COPYRIGHT]
    texts = [
        text.decode(errors="surrogateescape")
        for one in lines
        for text in source.at(one.start, one.end - one.start).split(b"\0")
    ]
    new = {"Copyright": "\0".join(credited(texts, statement.copyright))}
    new[FIELD] = statement.declaration
    if statement.license and not any(one.place is Place.LICENSE for one in tag.items):
        new = {"License": statement.license, **new}
    replaced = (Place.DECLARATION, Place.COPYRIGHT)
    items = [_raw(source, one) for one in tag.items if one.place not in replaced]
    yield _whole(tag, [*items, *(_item(name, text) for name, text in new.items())])


def without(source: Source) -> Iterator[Splice]:
    """Yield the tag without a document, where it has one; a tag of nothing else goes away."""
    tag = _tag(source)
    kept = [one for one in tag.items if one.place is not Place.DECLARATION]
    if len(kept) < len(tag.items):
        yield _whole(tag, [_raw(source, one) for one in kept])


def _raw(source: Source, item: _Item) -> bytes:
    return source.at(item.begins, item.end - item.begins)


def _item(name: str, text: str) -> bytes:
    data = text.encode(errors="surrogateescape")
    return struct.pack("<II", len(data), 0) + name.encode() + b"\0" + data


def _whole(tag: _Tag, items: list[bytes]) -> Splice:
    """Return the tag with a header and a footer, in place of the one that is there."""
    body = b"".join(items)
    size = len(body) + _EDGE
    if size > _LARGEST:
        raise NotEmbedded("its APE tag would become too large; take pictures out of it")
    edges = [
        _MAGIC + struct.pack("<IIII8x", _VERSION, size, len(items), flags)
        for flags in (_HAS_HEADER | _IS_HEADER, _HAS_HEADER)
    ]
    return Splice(tag.start, tag.end, edges[0] + body + edges[1] if items else b"")


def _tag(source: Source) -> _Tag:
    """Return the tag before an ID3v1 tag or the end; one of nothing where there is none."""
    end = before_id3v1(source)
    if not source.has(end - _EDGE, _MAGIC):
        return _Tag(end, end, ())
    version, size, count, flags = source.unpack("<IIII", end - _EDGE + 8)
    first = end - size
    start = first - (_EDGE if flags & _HAS_HEADER else 0)
    if start < 0 or size < _EDGE or count > _MOST or version not in (1000, _VERSION):
        raise UnreadableAudio("its APE tag is damaged; write the tags anew with a tag editor")
    return _Tag(start, end, tuple(_items(source, first, end - _EDGE, count)))


def _items(source: Source, start: int, end: int, count: int) -> Iterator[_Item]:
    for _ in range(count):
        size, _ = source.unpack("<II", start)
        name, zero, _ = source.at(start + 8, min(_LONGEST_NAME + 1, end - start - 8)).partition(
            b"\0"
        )
        begins = start + 8 + len(name) + 1
        if not zero or begins + size > end:
            raise UnreadableAudio("its APE tag is damaged; write the tags anew with a tag editor")
        yield _Item(start, name.decode("latin-1").upper(), begins, begins + size)
        start = begins + size
