"""Do the same with many things, several at a time, each in a process of its own."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, get_context
from threading import Thread
from typing import TypeVar

from askfirst.errors import AskFirstError

__all__ = ["ProcessEnded", "parallel", "processors"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
#: How many items, for each process, are begun before the first of them is asked for.
_AHEAD = 16


class ProcessEnded(AskFirstError):
    """A process that worked was ended by somebody else."""


def processors() -> int:
    """Return how many processes can work at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parallel(
    work: Callable[[_Item], _Result], items: Iterable[_Item], jobs: int, *, patient: bool = True
) -> Iterator[_Result]:
    """Yield the result of each item in order. Raises `ProcessEnded`.

    Who interrupts lets each that has begun be done, unless the work is not `patient`.
    """
    context = get_context("spawn")
    alive, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(jobs, context, initializer=_end_with, initargs=(alive,))
    try:
        yield from _results(pool, work, items, jobs * _AHEAD)
    except BrokenExecutor as error:
        raise ProcessEnded("a process was ended while it worked") from error
    finally:
        if not patient:
            ours.close()
        pool.shutdown(cancel_futures=True)
        ours.close()
        alive.close()


def _results(
    pool: ProcessPoolExecutor,
    work: Callable[[_Item], _Result],
    items: Iterable[_Item],
    ahead: int,
) -> Iterator[_Result]:
    waiting = deque[Future[_Result]]()
    for item in items:
        with _deaf():
            waiting.append(pool.submit(work, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


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


def _end_with(alive: "connection.Connection") -> None:
    """End this process with the one that started it, killed or not; it would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch, args=(alive,), daemon=True).start()


def _watch(alive: "connection.Connection") -> None:
    connection.wait([alive])
    os._exit(1)
