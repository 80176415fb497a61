"""Take a manifest apart into pieces, and read a piece row by row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from askfirst.catalog.inputs import Input
from askfirst.catalog.manifests import arrow, lines, parquet, shards, sheets
from askfirst.catalog.manifests.columns import asked
from askfirst.catalog.manifests.croissant import is_croissant, tables
from askfirst.catalog.manifests.folders import files
from askfirst.catalog.manifests.indexes import expanded, is_index
from askfirst.catalog.manifests.indexes import shards as indexed
from askfirst.catalog.manifests.kinds import FORMS, Kind, NotAManifest, kind_of
from askfirst.catalog.manifests.objects import read_object
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow

__all__ = ["inputs", "manifest", "rows"]

_PARTS: Mapping[Kind, Callable[[ManifestPiece], Iterator[ManifestPiece]]] = {
    Kind.LINES: lines.parts,
    Kind.PARQUET: parquet.parts,
    Kind.ARROW: arrow.parts,
    Kind.SHEET: sheets.parts,
    Kind.SHARD: shards.parts,
}
_ROWS: Mapping[Kind, Callable[[ManifestPiece], Iterator[ManifestRow]]] = {
    Kind.LINES: lines.rows,
    Kind.PARQUET: parquet.rows,
    Kind.ARROW: arrow.rows,
    Kind.SHEET: sheets.rows,
    Kind.SHARD: shards.rows,
}
_NEEDED = ("orjson", "pyarrow")


def manifest(
    path: str, columns: Mapping[str, str] | None = None, *, hash_audio: bool = False
) -> list[ManifestPiece]:
    """Return the pieces of a manifest in order; the same files have the same pieces.

    `columns` names columns by what they mean (`{"isrc": "ISRC_CODE"}`), members inside others by
    dots; all others are known by their names. With `hash_audio`, audio that rows bring or have a
    path of is read, and the track known by its hashes. Raises `NotAManifest`, or `Unreadable`.
    """
    if not all(map(find_spec, _NEEDED)):
        raise NotAManifest("manifests need more; install it with: pip install 'askfirst[catalog]'")
    try:
        options = ManifestPiece(Kind.JSON, Input(path, 0, 0), "", asked(columns or {}), hash_audio)
        wholes = list(_wholes(path, options))
        first = next((one for one in wholes if one.kind is Kind.SHARD), None)
        if first:
            shards.check(first)
        return [piece for whole in wholes for piece in _PARTS[whole.kind](whole)]
    except OSError as error:
        raise NotAManifest(f"{error.filename or path}: {error.strerror or error}") from error


def rows(piece: ManifestPiece) -> Iterator[ManifestRow]:
    """Yield the rows of a piece in order. Raises `NotAManifest`, or `Unreadable`.

    A row that names no track, or not for sure, has a trouble; none is left out.
    """
    return _ROWS[piece.kind](piece)


def inputs(path: str, pieces: Iterable[ManifestPiece]) -> list[str]:
    """Return the files that a manifest is made of: itself where it is one, and those with rows."""
    itself = [path] if Path(path).is_file() else []
    return list(dict.fromkeys([*itself, *(piece.file.path for piece in pieces)]))


def _wholes(path: str, options: ManifestPiece) -> Iterator[ManifestPiece]:
    """Yield each file with rows as one piece."""
    place = Path(path)
    if place.is_dir():
        yield from (_whole(options, kind, file) for kind, file in files(place))
    elif "://" in path:
        raise NotAManifest(f"{path}: nothing is fetched; name a file or a folder")
    elif place.exists() or "{" not in path:
        yield from _of_file(place, options)
    else:
        yield from (_whole(options, Kind.SHARD, Path(one)) for one in expanded(path))


def _of_file(place: Path, options: ManifestPiece) -> Iterator[ManifestPiece]:
    kind = kind_of(_there(place))
    value = read_object(place) if kind is Kind.JSON else {}
    if kind not in (Kind.JSON, None):
        yield _whole(options, kind, place)
    elif is_index(value):
        for file, samples in indexed(value, place):
            yield _whole(options, Kind.SHARD, file)._replace(samples=samples)
    elif is_croissant(value):
        for one in tables(value, place, options.columns):
            yield _whole(options, one.kind, one.path)._replace(columns=one.columns)
    else:
        raise NotAManifest(f"{place}: it is of no kind that is read; a manifest is {FORMS}")


def _whole(options: ManifestPiece, kind: Kind, place: Path) -> ManifestPiece:
    file = Input.of(str(_there(place)))
    return options._replace(kind=kind, file=file, base=str(place.parent))


def _there(place: Path) -> Path:
    if not place.is_file():
        raise NotAManifest(f"{place}: there is no such file")
    return place
