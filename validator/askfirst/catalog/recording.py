"""Record verdicts as lines of JSON or as a table, and join what was recorded by pieces."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from askfirst.catalog.fingerprint import compact
from askfirst.catalog.tables import arrow

__all__ = ["Form", "Line", "joiner", "recorder"]

_NAME = "verdicts"
#: How many rows are gathered before they are written, and how many there are in a row group.
_GATHERED, _GROUP = 2**13, 2**17


class Form(StrEnum):
    """How verdicts are written, named by the ending of the file."""

    JSONL = ".jsonl"
    NDJSON = ".ndjson"
    PARQUET = ".parquet"


class Line(NamedTuple):
    """The verdict on one row: the file it is in, what names it, where it is, and its codes."""

    input: str
    row: str | None
    offset: int
    codes: tuple[str, ...]


Record: TypeAlias = Callable[[Line], None]
Join: TypeAlias = Callable[[Path], None]


@contextmanager
def recorder(form: Form | None, folder: Path) -> Iterator[Record]:
    """Give a function that writes a verdict into a folder, or drops it where no form is wanted."""
    if form is None:
        yield lambda _: None
    elif form is Form.PARQUET:
        with _table(folder / _NAME) as write:
            yield from _gathering(write)
    else:
        with (folder / _NAME).open("wb") as file:
            yield lambda line: _write(file.write, line)


@contextmanager
def joiner(form: Form, target: Path) -> Iterator[Join]:
    """Give a function that adds what was recorded in a folder to a file."""
    if form is Form.PARQUET:
        with _table(target) as write:
            yield from _joining(write)
    else:
        with target.open("wb") as file:
            yield lambda folder: _append(folder, file)


def _write(write: Callable[[bytes], object], line: Line) -> None:
    write(compact(line._asdict()) + b"\n")


def _append(folder: Path, file: Any) -> None:  # noqa: ANN401 - any file of bytes
    with (folder / _NAME).open("rb") as part:
        shutil.copyfileobj(part, file)


def _gathering(write: Callable[[Any], None]) -> Iterator[Record]:
    """Give a function that gathers verdicts into tables."""
    pyarrow = arrow(_NAME)
    gathered: list[Line] = []

    def flush() -> None:
        columns = dict(zip(Line._fields, zip(*gathered, strict=True), strict=True))
        write(pyarrow.table(columns, schema=_schema()))
        gathered.clear()

    def record(line: Line) -> None:
        gathered.append(line)
        if len(gathered) >= _GATHERED:
            flush()

    yield record
    if gathered:
        flush()


def _joining(write: Callable[[Any], None]) -> Iterator[Join]:
    """Give a function that gathers the tables of folders into row groups."""
    pyarrow, parquet = arrow(_NAME), _parquet()
    gathered: list[Any] = []

    def flush() -> None:
        # a table's texts are a dictionary by parts; one of them is written
        write(pyarrow.concat_tables(gathered).unify_dictionaries().combine_chunks())
        gathered.clear()

    def join(folder: Path) -> None:
        gathered.append(parquet.read_table(folder / _NAME, schema=_schema()))
        if sum(one.num_rows for one in gathered) >= _GROUP:
            flush()

    yield join
    if gathered:
        flush()


@contextmanager
def _table(path: Path) -> Iterator[Callable[[Any], None]]:
    with _parquet().ParquetWriter(path, _schema(), compression="zstd") as writer:
        yield lambda table: writer.write_table(table, row_group_size=_GROUP)


def _parquet() -> Any:  # noqa: ANN401 - the library has no types
    arrow(_NAME)
    from pyarrow import parquet  # noqa: PLC0415 - in an extra

    return parquet


def _schema() -> Any:  # noqa: ANN401 - as `_parquet`
    pyarrow = arrow(_NAME)
    columns = {
        "input": pyarrow.dictionary(pyarrow.int32(), pyarrow.string()),
        "row": pyarrow.string(),
        "offset": pyarrow.int64(),
        "codes": pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema(list(columns.items()))
