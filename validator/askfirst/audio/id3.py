"""Read and write our frames in an ID3v2 tag; all other frames stay as they are, byte by byte."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.audio.id3_frames import HEADER, UNSYNCHRONIZED, Frame, Tag, seven_bits, tag_at
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.source import Source
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

__all__ = ["pieces", "written"]

_XMP = b"XMP"
_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}
_UTF16, _UTF8 = 1, 3
#: The same frames have names of three letters in ID3v2.2, which knows no private frame.
_SHORT = {b"TXX": b"TXXX", b"TCR": b"TCOP", b"WCP": b"WCOP"}
_LONG = {long: short for short, long in _SHORT.items()}
_LARGEST = 2**28 - 1
_PADDING = 1024


class _Said(NamedTuple):
    """What a frame of a name of ours says; no place where it is somebody else's."""

    place: Place | None
    text: str
    data: bytes = b""


def pieces(source: Source, start: int) -> Iterator[Piece]:
    """Yield what the tag that begins there says of us. Raises `UnreadableAudio`."""
    tag = tag_at(source, start)
    for frame in tag.frames:
        place, text, data = _said(tag, frame)
        if place:
            yield Piece(Carrier.ID3, place, data or text.encode(errors="replace"))


def _said(tag: Tag, frame: Frame) -> _Said:
    """Return what a frame says, up to the most that is read."""
    name = _SHORT.get(frame.name, frame.name)
    if name not in (b"TXXX", b"TCOP", b"WCOP", b"PRIV"):
        return _Said(None, "")
    # a character of UTF-16 can take two bytes that are one in UTF-8, and names stand before
    content = tag.content(frame, 2 * LONGEST + 1000)
    if name == b"PRIV":
        owner, _, data = content.partition(b"\0")
        return _Said(Place.XMP if owner == _XMP else None, "", data)
    if name == b"WCOP":
        return _Said(Place.LICENSE, content.partition(b"\0")[0].decode("latin-1"))
    texts = _texts(content)
    if name == b"TCOP":
        return _Said(Place.COPYRIGHT, "\0".join(texts))
    fields = {FIELD: Place.DECLARATION, LICENSE: Place.LICENSE}
    return _Said(fields.get(texts[0].upper()), "".join(texts[1:]))


def _texts(content: bytes) -> list[str]:
    """Return the texts of a frame, which a zero parts; there is one at the least."""
    coded = content[1:]
    text = coded.decode(_ENCODINGS.get(content[0] if content else 0, "latin-1"), "replace")
    return [one.removeprefix("\ufeff") for one in text.split("\0")]


def written(source: Source, start: int | None, statement: Statement) -> bytes:
    """Return a tag with the statement in it: a new one, or the one that begins there, changed.

    A tag keeps its version. Raises `NotEmbedded` where it would become too large.
    """
    tag = Tag(4, 0, source) if start is None else tag_at(source, start)
    said = [(frame, _said(tag, frame)) for frame in tag.frames]
    kept = b"".join(tag.raw(frame) for frame, one in said if not _replaced(one))
    frames = kept + b"".join(_ours(tag.version, [one for _, one in said], statement))
    room = tag.size - HEADER
    padding = room - len(frames) if room >= len(frames) else _PADDING
    size = len(frames) + padding
    if size > _LARGEST:
        raise NotEmbedded("its ID3 tag would become too large; take pictures out of it")
    # our own frames have no byte of 255 before a zero, and need not be changed
    flags = UNSYNCHRONIZED if tag.unsynchronized else 0
    return b"ID3" + bytes([tag.version, 0, flags]) + seven_bits(size) + frames + bytes(padding)


def _replaced(said: _Said) -> bool:
    ours = said.place is Place.XMP and is_ours(said.data)
    return ours or said.place in (Place.DECLARATION, Place.COPYRIGHT)


def _ours(version: int, said: list[_Said], statement: Statement) -> Iterator[bytes]:
    """Yield our frames; a second time they come out in the same order."""
    there = {one.place for one in said if not _replaced(one)}
    lines = [text for one in said if one.place is Place.COPYRIGHT for text in one.text.split("\0")]
    if statement.license and Place.LICENSE not in there:
        yield _frame(version, b"WCOP", statement.license.encode("latin-1"))
    yield _text(version, b"TCOP", *credited(lines, statement.copyright))
    yield _text(version, b"TXXX", FIELD, statement.declaration)
    if statement.xmp and version > 2 and Place.XMP not in there:
        yield _frame(version, b"PRIV", _XMP + b"\0" + statement.xmp)


def _text(version: int, name: bytes, *texts: str) -> bytes:
    """Return a frame of texts: in UTF-8, which ID3v2.3 does not know, there in UTF-16."""
    if version == 4:
        return _frame(version, name, bytes([_UTF8]) + "\0".join(texts).encode())
    coded = b"\0\0".join(b"\xff\xfe" + text.encode("utf-16-le") for text in texts)
    return _frame(version, name, bytes([_UTF16]) + coded)


def _frame(version: int, name: bytes, content: bytes) -> bytes:
    if version == 2:
        return _LONG[name] + len(content).to_bytes(3) + content
    size = seven_bits(len(content)) if version == 4 else len(content).to_bytes(4)
    return name + size + bytes(2) + content
