"""Split an input into pieces that can be read by themselves, and read them row by row."""

import gzip
import io
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple, cast

from askfirst.catalog.inputs import Input, Kind, Unreadable, kind_of, opened
from askfirst.catalog.lines import lines
from askfirst.reading.limits import AROUND

__all__ = ["Piece", "Row", "rows", "split"]

#: How many bytes a piece has, about, and how many files.
_BYTES, _FILES = 2**23, 256


class Piece(NamedTuple):
    """A part of the input: some bytes or row groups of a file, a whole file, or a few documents.

    `start` and `stop` count bytes, or row groups; `size` is how many bytes there are to read.
    """

    kind: Kind
    files: tuple[Input, ...]
    start: int
    stop: int
    size: int


class Row(NamedTuple):
    """The bytes of one row, and where it is.

    `offset` counts bytes up to its line (in the text, where that is compressed), or rows of a
    table; `name` is what the column asked for holds.
    """

    path: str
    offset: int
    data: bytes
    name: str | None = None


def split(paths: Iterable[str]) -> list[Piece]:
    """Return the pieces of files, in order; the same files have the same pieces."""
    pieces: list[Piece] = []
    documents: list[Input] = []
    for one in map(Input.of, paths):
        kind = kind_of(one.path) or Kind.LINES
        if documents and (kind is not Kind.DOCUMENT or _are_enough(documents)):
            pieces.append(_together(documents))
            documents = []
        if kind is Kind.DOCUMENT:
            documents.append(one)
        else:
            pieces += _parts(kind, one)
    return [*pieces, *([_together(documents)] if documents else [])]


def rows(piece: Piece, *, column: str | None = None, naming: str | None = None) -> Iterator[Row]:
    """Yield the rows of a piece in order; `column` holds their data, and `naming` their names.

    Raises `Unreadable` where the input cannot be read, after the rows that could.
    """
    if piece.kind is Kind.DOCUMENT:
        yield from _documents(piece)
        return
    one = piece.files[0]
    with opened(one) as file:
        if piece.kind is Kind.PARQUET:
            from askfirst.catalog import tables  # noqa: PLC0415 - what it takes is an extra

            found = tables.cells(file, piece.start, piece.stop, column, naming, one.path)
            yield from (Row(one.path, *cell) for cell in found)
        else:
            text = _text(piece.kind, file, one.path)
            for offset, line in lines(text, piece.start, piece.stop):
                yield Row(one.path, offset, line)


def _are_enough(documents: list[Input]) -> bool:
    return len(documents) >= _FILES or sum(one.size for one in documents) >= _BYTES


def _together(documents: list[Input]) -> Piece:
    size = sum(one.size for one in documents)
    return Piece(Kind.DOCUMENT, tuple(documents), 0, len(documents), size)


def _parts(kind: Kind, one: Input) -> Iterator[Piece]:
    """Yield the parts of a file; one that cannot be split, or is none, is a part by itself."""
    if kind is Kind.PARQUET:
        from askfirst.catalog import tables  # noqa: PLC0415 - as in `rows`

        for start, stop, size in tables.groups(one, _BYTES):
            yield Piece(kind, (one,), start, stop, size)
    elif kind is Kind.LINES:
        for start in range(0, one.size, _BYTES) or (0,):
            stop = min(start + _BYTES, one.size)
            yield Piece(kind, (one,), start, stop, stop - start)
    else:
        yield Piece(kind, (one,), 0, sys.maxsize, one.size)


def _documents(piece: Piece) -> Iterator[Row]:
    """Yield each document; those after one that cannot be read still come, then the trouble."""
    troubles = []
    for one in piece.files:
        try:
            with opened(one) as file:
                data = file.read(AROUND.bytes + 1)
        except Unreadable as error:
            troubles.append(str(error))
        else:
            yield Row(one.path, 0, data)
    if troubles:
        raise Unreadable("\n".join(troubles))


def _text(kind: Kind, file: BinaryIO, path: str) -> BinaryIO:
    if kind is Kind.GZIP:
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if kind is Kind.ZSTD:
        from askfirst.catalog.tables import arrow  # noqa: PLC0415 - as in `rows`

        stream = arrow(path).CompressedInputStream(file, "zstd")
        return cast("BinaryIO", io.BufferedReader(stream, 2**20))
    return file
