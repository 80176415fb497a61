"""Open what a catalog is read from: unchanged since the run began, or not at all."""

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from askfirst.errors import AskFirstError
from askfirst.reading import syntax_of

__all__ = ["Input", "Kind", "Unreadable", "kind_of", "opened"]


class Kind(StrEnum):
    """What a file holds: documents in lines, in a column, or by itself."""

    LINES = "lines"
    GZIP = "gzip"
    ZSTD = "zstd"
    PARQUET = "parquet"
    DOCUMENT = "document"


_LINES = (".jsonl", ".ndjson")
_ENDINGS = {
    **dict.fromkeys(_LINES, Kind.LINES),
    **{f"{ending}.gz": Kind.GZIP for ending in _LINES},
    **{f"{ending}.zst": Kind.ZSTD for ending in _LINES},
    ".parquet": Kind.PARQUET,
}


class Unreadable(AskFirstError):
    """An input cannot be read, or not to its end; the message names it and says why."""


class Input(NamedTuple):
    """A file as it was when the run began: its size in bytes, and when it was changed, in ns."""

    path: str
    size: int
    changed: int

    @classmethod
    def of(cls, path: str) -> "Input":
        """Return a file as it is now; one that is not there is missed when it is opened."""
        try:
            found = Path(path).stat()
        except OSError:
            return cls(path, 0, 0)
        return cls(path, found.st_size, found.st_mtime_ns)


def kind_of(path: str) -> Kind | None:
    """Return what a file holds, by the ending of its name; None where that names nothing."""
    name = path.lower()
    kind = next((kind for ending, kind in _ENDINGS.items() if name.endswith(ending)), None)
    return kind or (Kind.DOCUMENT if syntax_of(path) else None)


@contextmanager
def opened(one: Input) -> Iterator[BinaryIO]:
    """Open a file that is, from now on to the end, what it was. Raises `Unreadable`."""
    try:
        with Path(one.path).open("rb") as file:
            _compare(one, file)
            yield file
            _compare(one, file)
    except (OSError, EOFError, zlib.error) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise Unreadable(f"{one.path}: {why}") from error


def _compare(one: Input, file: BinaryIO) -> None:
    now = os.fstat(file.fileno())
    if (now.st_size, now.st_mtime_ns) != (one.size, one.changed):
        raise Unreadable(f"{one.path}: it changed after the run began; start again")
