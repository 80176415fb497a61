"""Read the rows of a spreadsheet (CSV, RFC 4180, or separated by tabs or semicolons)."""

import csv
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, cast

from askfirst.catalog.inputs import opened
from askfirst.catalog.manifests.columns import checked
from askfirst.catalog.manifests.kinds import NotAManifest
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow, recorded

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["parts", "rows"]

_LONGEST_HEADER = 2**20


def parts(whole: ManifestPiece) -> Iterator[ManifestPiece]:
    """Yield a sheet as one piece. Raises `NotAManifest`, by its header."""
    with _text(whole) as text:
        names, _ = _header(text, whole.file.path)
    checked(whole.columns, ((name,) for name in names), whole.file.path)
    yield whole


def rows(piece: ManifestPiece) -> Iterator[ManifestRow]:
    """Yield the rows below the header; blank lines are none. Raises `NotAManifest`."""
    path, number = piece.file.path, 0
    with _text(piece) as text:
        names, delimiter = _header(text, path)
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        try:
            for cells in filter(None, reader):
                yield recorded(
                    piece,
                    number,
                    dict(zip(names, cells, strict=False)),
                    trouble=_miscounted(cells, names),
                )
                number += 1
        except csv.Error as error:
            raise NotAManifest(f"{path}: row {number + 1} below the header: {error}") from error


def _miscounted(cells: list[str], names: list[str]) -> str | None:
    if len(cells) == len(names):
        return None
    return f"it has {len(cells)} cells for {len(names)} columns; put commas in quotes"


@contextmanager
def _text(piece: ManifestPiece) -> Iterator[TextIO]:
    """Open a sheet as text. Raises `NotAManifest` where it is none in UTF-8, also later on."""
    with opened(piece.file) as file:
        packed = piece.file.path.lower().endswith(".gz")
        data = cast("BinaryIO", gzip.GzipFile(fileobj=file)) if packed else file
        text = io.TextIOWrapper(data, "utf-8-sig", newline="")
        try:
            yield text
        except UnicodeDecodeError as error:
            advice = "it is not UTF-8; save it as CSV UTF-8"
            raise NotAManifest(f"{piece.file.path}: {advice}") from error
        finally:
            text.detach()


def _header(text: TextIO, path: str) -> tuple[list[str], str]:
    """Return the names of the columns and what separates them. Raises `NotAManifest`."""
    line = text.readline(_LONGEST_HEADER)
    delimiter = max(",;\t", key=line.count)
    try:
        names = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise NotAManifest(f"{path}: its first line names no columns: {error}") from error
    names = [name.strip() for name in names]
    twice = next((name for name in names if names.count(name) > 1), None)
    if not any(names):
        raise NotAManifest(f"{path}: its first line names no columns")
    if twice is not None:
        raise NotAManifest(f"{path}: two columns are named `{twice}`")
    return names, delimiter
