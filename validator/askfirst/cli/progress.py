"""Show how far long work has come, on a terminal only."""

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

__all__ = ["measured", "progress"]

_Item = TypeVar("_Item")
_QUIET_FOR = 1.0
_EVERY = 0.1
_MEGABYTE = 10**6


def progress(items: Iterable[_Item], several: int | None = None) -> Iterator[_Item]:
    """Yield the items, telling on the error stream how many are done once it takes a while.

    `several` is how many there are, where the items cannot be counted.
    """
    total = len(items) if several is None and isinstance(items, Sized) else several or 0
    line = _Line()
    for done, item in enumerate(items):
        if line.is_due():
            line.tell(f"{done:,} of {total:,} ")
        yield item
    line.clear()


def measured(items: Iterable[tuple[_Item, int]], total: int) -> Iterator[_Item]:
    """Yield the items, telling how many of `total` bytes are done, how fast, and what is left.

    Each item comes with how many bytes it is. What was done before we began to tell says nothing
    about how fast it goes: it may have been there already.
    """
    line, done = _Line(), 0
    since: tuple[float, int] | None = None
    for item, size in items:
        done += size
        if line.is_due():
            since = since or (line.now, done)
            rate = _rate(done - since[1], line.now - since[0], total - done)
            line.tell(f"{done / _MEGABYTE:,.0f} of {total / _MEGABYTE:,.0f} MB{rate} \x1b[K")
        yield item
    line.clear()


def _rate(done: int, seconds: float, left: int) -> str:
    if not done or not seconds:
        return ""
    minutes, rest = divmod(round(left * seconds / done), 60)
    return f", {done / seconds / _MEGABYTE:,.1f} MB/s, {minutes}:{rest:02} left"


class _Line:
    """The last line of a terminal, written to now and then once work takes a while."""

    def __init__(self) -> None:
        self._show = sys.stderr is not None and sys.stderr.isatty()
        self.now = self._began = self._told = time.monotonic()

    def is_due(self) -> bool:
        self.now = time.monotonic()
        late = self.now - self._began > _QUIET_FOR and self.now - self._told > _EVERY
        return self._show and late

    def tell(self, text: str) -> None:
        self._told = self.now
        sys.stderr.write(f"\r{text}")

    def clear(self) -> None:
        if self._told != self._began:
            sys.stderr.write("\r\x1b[K")
