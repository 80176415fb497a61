"""Show how far long work has come, on a terminal only."""

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

__all__ = ["progress"]

_Item = TypeVar("_Item")
_QUIET_FOR = 1.0
_EVERY = 0.1


def progress(items: Iterable[_Item], several: int | None = None) -> Iterator[_Item]:
    """Yield the items, telling on the error stream how many are done once it takes a while.

    `several` is how many there are, where the items cannot be counted.
    """
    total = len(items) if several is None and isinstance(items, Sized) else several or 0
    show = sys.stderr is not None and sys.stderr.isatty()
    began = told = time.monotonic()
    for done, item in enumerate(items):
        now = time.monotonic()
        if show and now - began > _QUIET_FOR and now - told > _EVERY:
            told = now
            sys.stderr.write(f"\r{done:,} of {total:,} ")
        yield item
    if told != began:
        sys.stderr.write("\r\x1b[K")
