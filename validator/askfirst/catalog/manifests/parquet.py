"""Read the rows of a Parquet file, some row groups at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from askfirst.catalog import tables
from askfirst.catalog.inputs import opened
from askfirst.catalog.manifests.batches import read, refuse_strange, seen, understood
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow

__all__ = ["parts", "rows"]

#: How many bytes of row groups are one piece, and how many rows are in memory at a time.
_BYTES, _ROWS, _ROWS_WITH_AUDIO = 2**23, 1024, 16
_BUFFER = 2**20


def parts(whole: ManifestPiece) -> Iterator[ManifestPiece]:
    """Yield some row groups after others. Raises `NotAManifest`, or `Unreadable`."""
    path = whole.file.path
    with opened(whole.file) as file, _parquet(file, path) as table:
        refuse_strange(table.schema_arrow, whole.columns, path)
    for start, stop, _ in tables.groups(whole.file, _BYTES):
        yield whole._replace(start=start, stop=stop)


def rows(piece: ManifestPiece) -> Iterator[ManifestRow]:
    """Yield the rows of the piece's row groups. Raises `NotAManifest`, or `Unreadable`."""
    path = piece.file.path
    with opened(piece.file) as file, _parquet(file, path) as table:
        number = sum(table.metadata.row_group(n).num_rows for n in range(piece.start))
        batches = table.iter_batches(
            _ROWS_WITH_AUDIO if piece.hash_audio else _ROWS,
            row_groups=list(range(piece.start, piece.stop)),
            columns=seen(piece, table.schema_arrow),
            use_threads=False,
        )
        yield from read(piece, batches, number)


@contextmanager
def _parquet(file: BinaryIO, path: str) -> Iterator[Any]:
    with understood(path):
        from pyarrow.parquet import (  # noqa: PLC0415 - in an extra
            ParquetFile,
        )

        yield ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
