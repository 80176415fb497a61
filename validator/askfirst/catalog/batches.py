"""Check and decide on columns of Arrow: pure functions, for whatever passes them around."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import pyarrow as pa

from askfirst.catalog.deciding import DECISIONS, Decider
from askfirst.catalog.fingerprint import writable
from askfirst.catalog.verdicts import Verdict, verdict

__all__ = [
    "VERDICTS",
    "Batches",
    "Step",
    "apart",
    "check_batch",
    "check_batches",
    "decide_batches",
]

#: Batches of Arrow, and a function from batches to batches, as `mapInArrow` of Spark takes it.
Batches: TypeAlias = Iterable[pa.RecordBatch]
Step: TypeAlias = Callable[[Batches], Iterator[pa.RecordBatch]]

#: The columns of verdicts, one row for each document; `id` and `type` as far as they can be read.
VERDICTS = pa.schema(
    [
        pa.field("conforms", pa.bool_(), nullable=False),
        pa.field("codes", pa.list_(pa.string()), nullable=False),
        pa.field("type", pa.string()),
        pa.field("id", pa.string()),
    ]
)


def check_batch(
    documents: "pa.Array[Any] | pa.ChunkedArray[Any]", pointer: str | None = None
) -> pa.RecordBatch:
    """Return the verdict on each document of a column of JSON, text or binary (`VERDICTS`).

    A pointer leads to the document inside somebody else's object. What is null is an empty text,
    and does not conform. Raises `TypeError` for a column of another type.
    """
    if not _is_text(documents.type):
        raise TypeError(f"a column of text or binary is needed, not {documents.type}")
    binary = documents.cast(pa.large_binary())
    return _columns([verdict(one or b"", pointer) for one in binary.to_pylist()])


def check_batches(column: str, *, keep: Iterable[str] = (), pointer: str | None = None) -> Step:
    """Return a step from batches to the verdicts on a column of them.

    Columns to `keep` come before the verdict of their row. Raises `ValueError` where one of them
    has the name of a column of verdicts.
    """
    kept = apart(keep, VERDICTS)

    def checked(batches: Batches) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield _beside(batch, kept, check_batch(batch.column(column), pointer))

    return checked


def decide_batches(
    decider: Decider, tracks: str, documents: str, *, keep: Iterable[str] = ()
) -> Step:
    """Return a step from batches to the answers for the tracks in a column of them.

    Columns to `keep` come before the answer for their row. Raises `ValueError` where one of them
    has the name of a column of answers.
    """
    kept = apart(keep, DECISIONS)

    def decided(batches: Batches) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            found = decider.answer(batch.column(tracks), batch.column(documents))
            yield _beside(batch, kept, found)

    return decided


def apart(keep: Iterable[str], found: pa.Schema) -> list[str]:
    """Return the columns to keep. Raises `ValueError` where what is found has one of the names."""
    kept = list(keep)
    for name in kept:
        if name.lower() in found.names:  # as Spark compares names
            raise ValueError(f"the result has a column `{name}`; rename the one to keep")
    return kept


def _beside(batch: pa.RecordBatch, kept: list[str], found: pa.RecordBatch) -> pa.RecordBatch:
    columns = [*map(batch.column, kept), *found.columns]
    return pa.RecordBatch.from_arrays(columns, names=[*kept, *found.schema.names])


def _is_text(kind: pa.DataType) -> bool:
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    binary = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view)
    return any(is_one(kind) for is_one in (*kinds, *binary))


def _columns(verdicts: list[Verdict]) -> pa.RecordBatch:
    columns: list[list[object]] = [
        [one.conforms for one in verdicts],
        [one.codes for one in verdicts],
        [one.kind for one in verdicts],
        [None if one.id is None else writable(one.id) for one in verdicts],
    ]
    arrays = [pa.array(values, kind.type) for values, kind in zip(columns, VERDICTS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=VERDICTS)
