"""Read the rows of Arrow tables, whichever file they stand in."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from askfirst.catalog.manifests.columns import FILE, Columns, Names, checked, meaning
from askfirst.catalog.manifests.kinds import NotAManifest
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow, recorded

__all__ = ["read", "refuse_strange", "seen", "understood"]

#: How many rows are Python values at a time.
_ROWS, _ROWS_WITH_AUDIO = 1024, 8


@contextmanager
def understood(path: str) -> Iterator[None]:
    """Say `NotAManifest` where the library cannot read a file."""
    import pyarrow as pa  # noqa: PLC0415 - in the extra [catalog]

    try:
        yield
    except (pa.ArrowException, OSError, ValueError) as error:
        raise NotAManifest(f"{path}: it is damaged, or not what its name says ({error})") from error


def refuse_strange(schema: Any, columns: Columns, path: str) -> None:  # noqa: ANN401 - as `read`
    """Raise `NotAManifest` where the columns of a table do not name tracks."""
    twice = next((name for name in schema.names if schema.names.count(name) > 1), None)
    if twice is not None:
        raise NotAManifest(f"{path}: two columns are named `{twice}`")
    checked(columns, _names(schema), path)


def seen(piece: ManifestPiece, schema: Any) -> list[str]:  # noqa: ANN401 - as `read`
    """Return the columns that are read: all but bytes, which can be whole files.

    Bytes are read where they are an identifier, or audio that is to be hashed.
    """
    return [".".join(names) for names in _leaves(piece, schema)]


def read(
    piece: ManifestPiece,
    batches: Iterable[Any],  # the library has no types
    number: int = 0,
) -> Iterator[ManifestRow]:
    """Yield the rows of tables, counted from a number."""
    size = _ROWS_WITH_AUDIO if piece.hash_audio else _ROWS
    for batch in batches:
        plain = _plain(piece, batch)
        for start in range(0, batch.num_rows, size):
            for row in plain.slice(start, size).to_pylist():
                yield recorded(piece, number, row)
                number += 1


def _plain(piece: ManifestPiece, batch: Any) -> Any:  # noqa: ANN401 - as `read`
    """Return a table without bytes, and with instants as text, whoever has pandas or has not."""
    import pyarrow as pa  # noqa: PLC0415 - as in `understood`

    columns = {
        field.name: _slim(piece, batch.column(at), (field.name,))
        for at, field in enumerate(batch.schema)
    }
    kept = {name: column for name, column in columns.items() if column is not None}
    return pa.table(kept) if kept else pa.table({"": pa.nulls(batch.num_rows)})


def _slim(piece: ManifestPiece, cells: Any, names: Names) -> Any:  # noqa: ANN401 - as `read`
    """Return the cells of a column without bytes in them; None where nothing is left."""
    import pyarrow as pa  # noqa: PLC0415 - as in `understood`

    kind = cells.type
    if pa.types.is_temporal(kind):
        counted = pa.types.is_duration(kind) or pa.types.is_interval(kind)
        return cells.cast(pa.int64() if counted else pa.string())
    if not _holds_bytes(kind) or not pa.types.is_struct(kind):
        return cells if not _holds_bytes(kind) or _is_wanted(piece, names) else None
    inner = {one.name: _slim(piece, cells.field(one.name), (*names, one.name)) for one in kind}
    kept = {name: column for name, column in inner.items() if column is not None}
    if not kept:
        return None
    return pa.StructArray.from_arrays([*kept.values()], [*kept], mask=cells.is_null())


def _names(fields: Iterable[Any], above: Names = ()) -> Iterator[Names]:
    import pyarrow as pa  # noqa: PLC0415 - as in `understood`

    for field in fields:
        names = (*above, field.name)
        yield names
        if pa.types.is_struct(field.type):
            yield from _names(field.type, names)


def _leaves(piece: ManifestPiece, fields: Iterable[Any], above: Names = ()) -> Iterator[Names]:
    import pyarrow as pa  # noqa: PLC0415 - as in `understood`

    for field in fields:
        names = (*above, field.name)
        if pa.types.is_struct(field.type):
            yield from _leaves(piece, field.type, names)
        elif not _holds_bytes(field.type) or _is_wanted(piece, names):
            yield names


def _holds_bytes(kind: Any) -> bool:  # noqa: ANN401 - as `read`
    import pyarrow as pa  # noqa: PLC0415 - as in `understood`

    if pa.types.is_dictionary(kind):
        return _holds_bytes(kind.value_type)
    inner = [kind.field(n) for n in range(kind.num_fields)]
    return any(_holds_bytes(one.type) for one in inner) or any(
        is_bytes(kind)
        for is_bytes in (
            pa.types.is_binary,
            pa.types.is_large_binary,
            pa.types.is_binary_view,
            pa.types.is_fixed_size_binary,
        )
    )


def _is_wanted(piece: ManifestPiece, names: Names) -> bool:
    """Tell whether bytes say something of the track."""
    named = ".".join(names)
    if any(name.replace("/", ".") in (named, names[0]) for _, name in piece.columns.asked):
        return True
    meant = meaning(names[0])
    return piece.hash_audio if meant == FILE else meant is not None
