"""Read and write our atoms in the tags of an MP4 file; all others stay as they are, byte by byte.

The tags are those of iTunes, `moov.udta.meta.ilst`; XMP stands in a box of its own at the top
(ISO 16684-3).
"""

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from askfirst.audio.m4a import movie
from askfirst.audio.mp4_boxes import Box, boxes, children
from askfirst.audio.mp4_moving import moved
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import (
    FIELD,
    LICENSE,
    LONGEST,
    Carrier,
    Piece,
    Place,
    Statement,
    credited,
    is_ours,
)

__all__ = ["pieces", "splices"]

_PATH = (b"moov", b"udta", b"meta", b"ilst")
_MEAN = b"com.apple.iTunes"
_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_COPYRIGHT, _FREE_FORM = b"cprt", b"----"
_PLACES = {FIELD: Place.DECLARATION, LICENSE: Place.LICENSE}
#: The version and flags that begin a `meta`, and the handler that says whose tags they are.
_FULL = 4
_HANDLER = struct.pack(">I4s8x4s4s9x", 33, b"hdlr", b"mdir", b"appl")
_UTF8 = 1
#: Where the text of a `data` begins: after its type and its language.
_TEXT = 8
_LONGEST_PACKET = 2**24


class _Atom(NamedTuple):
    """A tag: its box, what it says of us, if anything, and its texts."""

    box: Box
    place: Place | None = None
    texts: tuple[bytes, ...] = ()


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what the tags say of us. Raises `UnreadableAudio`."""
    for atom in _atoms(source, _path(source)):
        if atom.place:
            yield from (Piece(Carrier.MP4, atom.place, text) for text in atom.texts)
    for box in _packets(source):
        yield Piece(Carrier.MP4, Place.XMP, _packet(source, box))


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield what changes: the tags, the packet, the sizes of what holds them, and the places.

    Raises `NotEmbedded` where the tags are not where programs look for them.
    """
    movie(source)
    path = _path(source)
    outside = list(_xmp(source, statement))
    yield from moved(source, path, list(_tags(source, path, statement)), outside)


def _path(source: Source) -> list[Box]:
    """Return the boxes on the way to the tags, as far as they are there."""
    found: list[Box] = []
    start, end = 0, source.size
    for kind in _PATH:
        there = [box for box in boxes(source, start, end) if box.kind == kind]
        if len(there) > 1:
            name = kind.decode()
            raise UnreadableAudio(f"it is damaged: it has several {name}; export the track again")
        if not there:
            break
        found += there
        start, end = there[0].start, there[0].end
        # in QuickTime files nothing stands before the handler
        start += _FULL if kind == b"meta" and not source.has(start + 4, b"hdlr") else 0
    return found


def _atoms(source: Source, path: Sequence[Box]) -> Iterator[_Atom]:
    """Yield the tags, each with what of it speaks of us."""
    for box in boxes(source, path[-1].start, path[-1].end) if len(path) == len(_PATH) else ():
        yield _atom(source, box)


def _atom(source: Source, box: Box) -> _Atom:
    if box.kind == _COPYRIGHT:
        return _Atom(box, Place.COPYRIGHT, tuple(_texts(source, box)))
    if box.kind != _FREE_FORM:
        return _Atom(box)
    means = [_named(source, one) for one in children(source, box, b"mean")]
    names = [_named(source, one).upper() for one in children(source, box, b"name")]
    place = _PLACES.get(names[0].decode("latin-1")) if names and means == [_MEAN] else None
    return _Atom(box, place, tuple(_texts(source, box)) if place else ())


def _named(source: Source, box: Box) -> bytes:
    """Return the start of a name; it stands after a version and flags."""
    return source.at(box.start + _FULL, min(max(box.end - box.start - _FULL, 0), 100))


def _texts(source: Source, box: Box) -> Iterator[bytes]:
    for one in children(source, box, b"data"):
        size = max(one.end - one.start - _TEXT, 0)
        yield source.at(one.start + _TEXT, min(size, LONGEST))


def _packets(source: Source) -> list[Box]:
    top = (box for box in boxes(source, 0, source.size) if box.kind == b"uuid")
    return [box for box in top if source.has(box.start, _XMP)]


def _packet(source: Source, box: Box) -> bytes:
    start = box.start + len(_XMP)
    return source.at(start, min(box.end - start, _LONGEST_PACKET))


def _xmp(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield our packet, at the end or where it was; one of somebody else stays alone."""
    there = _packets(source)
    *_, last = boxes(source, 0, source.size)
    if not statement.xmp or len(there) > 1 or not source.unpack(">I", last.begins)[0]:
        return  # what follows a box without a size would be part of it
    data = _box(b"uuid", _XMP + statement.xmp)
    if not there:
        yield Splice(source.size, source.size, data)
    elif is_ours(_packet(source, there[0])):
        yield Splice(there[0].begins, there[0].end, data)


def _tags(source: Source, path: Sequence[Box], statement: Statement) -> Iterator[Splice]:
    """Yield what changes in the tags, or all the boxes that are not there yet."""
    atoms = list(_atoms(source, path))
    texts = [
        text.decode(errors="surrogateescape")
        for atom in atoms
        if atom.place is Place.COPYRIGHT
        for text in atom.texts
    ]
    old = [atom for atom in atoms if atom.place in (Place.DECLARATION, Place.COPYRIGHT)]
    for atom in old:
        yield Splice(atom.box.begins, atom.box.end, b"")
    new = b""
    if statement.license and not any(atom.place is Place.LICENSE for atom in atoms):
        new += _free_form(LICENSE, statement.license)
    new += _box(_COPYRIGHT, *map(_data, credited(texts, statement.copyright)))
    new += _free_form(FIELD, statement.declaration)
    for kind in reversed(_PATH[len(path) :]):
        new = _box(kind, bytes(_FULL), _HANDLER, new) if kind == b"meta" else _box(kind, new)
    yield Splice(path[-1].end, path[-1].end, new)


def _free_form(name: str, text: str) -> bytes:
    mean, named = _box(b"mean", bytes(_FULL), _MEAN), _box(b"name", bytes(_FULL), name.encode())
    return _box(_FREE_FORM, mean, named, _data(text))


def _data(text: str) -> bytes:
    return _box(b"data", struct.pack(">II", _UTF8, 0), text.encode(errors="surrogateescape"))


def _box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind) + content
