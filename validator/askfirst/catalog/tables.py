"""Read a column of a Parquet file, row group by row group."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from askfirst.catalog.inputs import Input, Unreadable, opened
from askfirst.reading.limits import AROUND

__all__ = ["arrow", "cells", "groups"]

#: The names of the column with the documents, where none is asked for.
_COLUMNS = ("document", "doc", "declaration", "json")
_ROWS, _BUFFER = 1024, 2**20


def arrow(path: str) -> Any:  # noqa: ANN401 - the library has no types
    """Return the library that reads a file. Raises `Unreadable` where it is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - in the extra [catalog]
    except ImportError as error:
        needs = "pyarrow reads it; install it with: pip install 'askfirst[catalog]'"
        raise Unreadable(f"{path}: {needs}") from error
    return pa


def groups(one: Input, size: int) -> Iterator[tuple[int, int, int]]:
    """Yield ranges of row groups of at least `size` bytes each, and how many bytes those are.

    What is no Parquet file has one range; whoever reads it learns why.
    """
    try:
        with opened(one) as file:
            metadata = _parquet(file, one.path).metadata
    except Unreadable:
        yield 0, 0, one.size
        return
    start, gathered = 0, 0
    for number in range(metadata.num_row_groups):
        gathered += metadata.row_group(number).total_byte_size
        if gathered >= size:
            yield start, number + 1, gathered
            start, gathered = number + 1, 0
    if start < metadata.num_row_groups or not start:
        yield start, metadata.num_row_groups, gathered


def cells(  # noqa: PLR0913, PLR0917 - a range, two columns, and whose they are
    file: BinaryIO, start: int, stop: int, column: str | None, naming: str | None, path: str
) -> Iterator[tuple[int, bytes, str | None]]:
    """Yield (number of the row in the file, its document, its name). Raises `Unreadable`.

    A row without a value has no bytes, which is no document.
    """
    table = _parquet(file, path)
    column = _column(table.schema_arrow, column, path)
    wanted = [column] if naming is None else [column, _named(table.schema_arrow, naming, path)]
    at = sum(table.metadata.row_group(n).num_rows for n in range(start))
    groups = list(range(start, stop))
    batches = table.iter_batches(_ROWS, row_groups=groups, columns=wanted, use_threads=False)
    try:
        for batch in batches:
            names = batch.column(naming).to_pylist() if naming else [None] * batch.num_rows
            for value, name in zip(batch.column(column).to_pylist(), names, strict=True):
                yield at, _bytes(value), None if name is None else str(name)
                at += 1
    except arrow(path).ArrowException as error:
        raise Unreadable(f"{path}: {error}") from error


def _parquet(file: BinaryIO, path: str) -> Any:  # noqa: ANN401 - as `arrow`
    pyarrow = arrow(path)
    from pyarrow import parquet  # noqa: PLC0415 - as `arrow`

    try:
        return parquet.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
    except (pyarrow.ArrowException, OSError) as error:
        raise Unreadable(f"{path}: it is no Parquet file, or a broken one ({error})") from error


def _column(schema: Any, column: str | None, path: str) -> str:  # noqa: ANN401 - as `arrow`
    """Return the column with the documents. Raises `Unreadable` unless it holds text or bytes."""
    found = column or next((name for name in _COLUMNS if name in schema.names), None)
    if found is None:
        raise Unreadable(f"{path}: name the column of the documents with --column: {_all(schema)}")
    held = str(schema.field(_named(schema, found, path)).type)
    if not any(kind in held for kind in ("string", "binary")) or "list" in held:
        raise Unreadable(f"{path}: the column {found} holds {held}, and no text or bytes")
    return found


def _named(schema: Any, name: str, path: str) -> str:  # noqa: ANN401 - as `arrow`
    if schema.names.count(name) != 1:
        raise Unreadable(f"{path}: there is no single column {name}; there are {_all(schema)}")
    return name


def _all(schema: Any) -> str:  # noqa: ANN401 - as `arrow`
    return ", ".join(schema.names) or "none"


def _bytes(value: str | bytes | None) -> bytes:
    """Return the bytes of a cell, no more than it takes to see that they are too many."""
    data = value.encode(errors="surrogatepass") if isinstance(value, str) else value or b""
    return data[: AROUND.bytes + 1]
