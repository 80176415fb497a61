"""Read the lines of JSONL: a row each."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from askfirst.catalog import inputs, pieces
from askfirst.catalog.manifests.columns import checked, names_in
from askfirst.catalog.manifests.kinds import NotAManifest
from askfirst.catalog.manifests.objects import value_of
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow
from askfirst.catalog.manifests.tracks import described
from askfirst.catalog.pieces import Piece
from askfirst.reading.bulk import NotRead

__all__ = ["parts", "rows"]

#: How many rows tell which columns there are.
_FIRST = 1_000


def parts(whole: ManifestPiece) -> Iterator[ManifestPiece]:
    """Yield the byte ranges of a file; a compressed one is one. Raises `NotAManifest`."""
    found = pieces.split([whole.file.path])
    names: dict[tuple[str, ...], None] = {}
    for _, data in islice(_lines(found[0]), _FIRST):
        try:
            names.update(dict.fromkeys(names_in(_object(data))))
        except NotRead:
            continue  # it becomes a row with a trouble
    if not names:
        raise NotAManifest(f"{whole.file.path}: no line of it is a JSON object")
    checked(whole.columns, names, whole.file.path)
    for piece in found:
        yield whole._replace(file=piece.files[0], start=piece.start, stop=piece.stop)


def rows(piece: ManifestPiece) -> Iterator[ManifestRow]:
    """Yield the rows of the lines that start in the piece; blank lines are none.

    A line that is no JSON object is a row with a trouble. Raises `Unreadable`.
    """
    kind = inputs.kind_of(piece.file.path) or inputs.Kind.LINES
    base = piece.base if piece.hash_audio else None
    lines = Piece(kind, (piece.file,), piece.start, piece.stop, 0)
    for offset, data in _lines(lines):
        try:
            found = described(_object(data), piece.columns, base)
        except NotRead as error:
            yield ManifestRow(offset, str(offset), {}, data, str(error))
        else:
            yield ManifestRow(offset, found.name or str(offset), found.track, data, found.trouble)


def _lines(piece: Piece) -> Iterator[tuple[int, bytes]]:
    for row in pieces.rows(piece):
        if row.data.strip():
            yield row.offset, row.data


def _object(data: bytes) -> dict[str, Any]:
    """Return the object of a line. Raises `NotRead`."""
    value = value_of(data)
    if not isinstance(value, dict):
        raise NotRead("the line is no JSON object")
    return value
