"""Do the same with many things, several at a time, each in a process of its own."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import TypeVar

__all__ = ["parallel"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def parallel(
    work: Callable[[_Item], _Result], items: Sequence[_Item], jobs: int
) -> Iterator[_Result]:
    """Yield the result of each item in order; who interrupts lets each that has begun be done."""
    several = min(jobs, len(items))
    pool = ProcessPoolExecutor(several, get_context("spawn"), initializer=_end_with_parent)
    try:
        with _deaf():
            results = pool.map(work, items)
        yield from results
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes that an interrupt does not reach; ours hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End this process when the one that started it was killed; it would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    parent = parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)
