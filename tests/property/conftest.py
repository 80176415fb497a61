"""Run property tests without measuring coverage, which makes them take three times as long."""

import sys
from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    # the marker `no_cover` of pytest-cov does nothing in the workers of pytest-xdist
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
