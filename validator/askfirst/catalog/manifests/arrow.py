"""Read an Arrow file, as the library `datasets` saves them: a stream, or a file with an index."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from askfirst.catalog.inputs import opened
from askfirst.catalog.manifests.batches import read, refuse_strange, understood
from askfirst.catalog.manifests.kinds import NotAManifest
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow

__all__ = ["parts", "rows"]

_FILE_MAGIC = b"ARROW1"
_END = b"\xff\xff\xff\xff\x00\x00\x00\x00"


def parts(whole: ManifestPiece) -> Iterator[ManifestPiece]:
    """Yield a file as one piece. Raises `NotAManifest`."""
    with _batches(whole) as (schema, _):
        refuse_strange(schema, whole.columns, whole.file.path)
    yield whole


def rows(piece: ManifestPiece) -> Iterator[ManifestRow]:
    """Yield the rows of a file. Raises `NotAManifest`, or `Unreadable`."""
    with _batches(piece) as (_, batches):
        yield from read(piece, map(_sound, batches))


def _sound(batch: Any) -> Any:  # noqa: ANN401 - the library has no types
    """Return a table whose offsets lead into it; the library trusts them."""
    batch.validate(full=True)
    return batch


@contextmanager
def _batches(piece: ManifestPiece) -> Iterator[tuple[Any, Iterator[Any]]]:
    import pyarrow as pa  # noqa: PLC0415 - in the extra [catalog]

    path = piece.file.path
    with opened(piece.file) as file, understood(path), pa.memory_map(path) as source:
        if file.read(len(_FILE_MAGIC)) == _FILE_MAGIC:
            indexed = pa.ipc.open_file(source)
            yield indexed.schema, (indexed.get_batch(n) for n in range(indexed.num_record_batches))
        else:
            stream = pa.ipc.open_stream(source)
            yield stream.schema, _whole(stream, source, path)


def _whole(stream: Any, source: Any, path: str) -> Iterator[Any]:  # noqa: ANN401 - as `_sound`
    """Yield the tables of a stream up to its end. Raises `NotAManifest` where it has none.

    The library takes a stream that was cut off between two tables for a whole one.
    """
    yield from stream
    end = source.tell()
    source.seek(end - len(_END))
    if source.read(len(_END)) != _END or source.seek(0, os.SEEK_END) != end:
        raise NotAManifest(f"{path}: it is cut off, or goes on after its end; save it again")
