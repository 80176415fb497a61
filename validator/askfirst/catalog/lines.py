"""Read lines of bytes, each whole or cut where nothing reads further."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

from askfirst.reading.limits import AROUND

__all__ = ["lines"]

#: A check reads one byte more than the limit, to see that it is passed; then the end of the line.
_CUT = AROUND.bytes + 1
_MOST = _CUT + 1
_BLOCK = 2**20


def lines(file: BinaryIO, start: int = 0, stop: int = sys.maxsize) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that start in a range of bytes, each with the offset of its first byte.

    A line comes without what ends it, one that is too long to be checked only as far as it takes
    to see that. Every byte range of a file begins where another ends, so each line is in one.
    """
    at = start
    if start:  # a line starts here if one ended before
        file.seek(start - 1)
        at += _passed(file) - 1
    while at < stop:
        line = file.readline(_MOST)
        if not line:
            return
        whole = len(line) < _MOST or line.endswith(b"\n")
        yield at, line.removesuffix(b"\n").removesuffix(b"\r") if whole else line[:_CUT]
        at += len(line) + (0 if whole else _passed(file))


def _passed(file: BinaryIO) -> int:
    """Return how many bytes were passed over up to the next line."""
    passed = 0
    while part := file.readline(_BLOCK):
        passed += len(part)
        if part.endswith(b"\n"):
            break
    return passed
