"""Run the tests against each mutant, in a process of its own that is forked when all is loaded.

A mutant meets the tests that call its function, one after the other, until one fails. Every line
written is one mutant: its number and how its process ended.
"""

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol  # the one way to run an item and see its reports

from tests.consistency.mutation import switch

__all__ = ["TESTS"]

#: What is run for each room: tests that are quick.
TESTS = {
    "rules": (
        "tests/unit/rules",
        "tests/acceptance/test_vectors.py",
        "tests/acceptance/test_examples.py::test_the_findings_are_those_listed",
    ),
    "decision": (
        "tests/unit/decision",
        "tests/acceptance/test_vectors.py",
        *(f"tests/property/test_oracle.py::test_a_hundredth_of_the_worlds[{n}]" for n in range(3)),
    ),
}
_QUIET = ("-q", "-s", "--tb=short", "--assert=plain", "-p", "no:cacheprovider")
# from Python 3.12 on, forking warns where a library has threads; those here hold no locks
_OPTIONS = (*_QUIET, "-W", "ignore:This process:DeprecationWarning")
_MEMORY = 4 << 30
_SURVIVED, _KILLED = 0, 1


class _Told(NamedTuple):
    """Whether a test passes without any mutant, in how many seconds, and what it calls."""

    passed: bool
    seconds: float
    called: frozenset[tuple[str, str]]


class _Plugin:
    """Runs the collected tests against mutants in place of running them once."""

    def __init__(self, mutants: list[tuple[str, str]], processes: int, result: Path) -> None:
        self.mutants = mutants
        self.processes = processes
        self.result = result

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        told = _without_mutants(session.items)
        gc.freeze()  # so that a forked process copies less
        tasks = [_task(session.items, told, *mutant) for mutant in self.mutants]
        with self.result.open("w", encoding="utf-8", buffering=1) as lines:
            for ended in _forked(tasks, self.processes):
                print(json.dumps(ended), file=lines)
        return True


def _without_mutants(items: Sequence[pytest.Item]) -> list[_Told]:
    """Return what each test calls when nothing is changed, and all of them pass.

    This too is done in a process of its own, so that nothing is remembered from it.
    """
    reading, writing = os.pipe()
    if not os.fork():
        with os.fdopen(writing, "w") as lines:
            json.dump([_measured(item) for item in items], lines)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as lines:
        found = [_Told(p, s, frozenset(map(tuple, called))) for p, s, called in json.load(lines)]
    os.wait()
    failed = [item.nodeid for item, told in zip(items, found, strict=True) if not told.passed]
    if failed:
        raise pytest.UsageError(f"these fail without any mutant: {failed}")
    return found


def _measured(item: pytest.Item) -> tuple[bool, float, list[tuple[str, str]]]:
    switch.called.clear()
    begun = time.perf_counter()
    passed = _passes(item, None)
    return passed, time.perf_counter() - begun, sorted(switch.called)


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    return not any(one.failed for one in runtestprotocol(item, log=False, nextitem=following))


def _task(
    items: Sequence[pytest.Item], told: list[_Told], module: str, name: str
) -> Callable[[], int]:
    """Return what the process of a mutant does: it runs the tests, the likeliest to fail first."""
    function = module, name.partition("__mutmut_")[0]
    calling = [n for n, one in enumerate(told) if function in one.called]
    # a test that calls little looks at what little does
    calling.sort(key=lambda n: (len(told[n].called), told[n].seconds))
    tests = [items[n] for n in calling]
    seconds = sum(told[n].seconds for n in calling)

    def run() -> int:
        _limit(seconds)
        switch.turn_on(module, name)
        return _SURVIVED if all(map(_passes, tests, [*tests[1:], None])) else _KILLED

    return run


def _limit(seconds: float) -> None:
    """Let this process say nothing, and end it when it takes far longer than without a mutant."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    limit = int(10 + 10 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _forked(tasks: list[Callable[[], int]], processes: int) -> Iterator[tuple[int, int]]:
    """Yield the number of each task as it ends, and its exit code, or less than 0 for a signal."""
    left = list(enumerate(tasks))
    running: dict[int, int] = {}
    while left or running:
        while left and len(running) < processes:
            n, task = left.pop(0)
            running[_fork(task)] = n
        pid, status = os.wait()
        yield running.pop(pid), os.waitstatus_to_exitcode(status)


def _fork(task: Callable[[], int]) -> int:
    """Return the id of a process that does a task and ends."""
    pid = os.fork()
    if pid:
        return pid
    code = _KILLED
    try:
        code = task()
    finally:  # whatever a mutant does to the tests, it was noticed
        os._exit(code)


def main() -> None:
    """Read mutants of a room from a file, and write how each of them ended to another."""
    room, given, result, processes = sys.argv[1:]
    mutants: Any = json.loads(Path(given).read_bytes())
    plugin = _Plugin(mutants, int(processes), Path(result))
    sys.exit(pytest.main([*_OPTIONS, *TESTS[room]], plugins=[plugin]) not in (0, 5))


if __name__ == "__main__":
    main()
