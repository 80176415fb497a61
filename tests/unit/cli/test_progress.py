"""Long work says how far it has come, to a terminal and only there."""

import io
from itertools import count

import pytest

from askfirst.cli.progress import measured, progress


class _Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("terminal", "shown"), [(True, "\r1 of 5 \r2 of 5 \r3 of 5 \r4 of 5 \r\x1b[K"), (False, "")]
)
def test_it_tells_how_many_are_done_once_it_takes_long(
    terminal: bool, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, clock = _Screen(terminal=terminal), count()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))

    items = list(progress(["a", "b", "c", "d", "e"]))

    assert items == ["a", "b", "c", "d", "e"]
    assert screen.getvalue() == shown


def test_short_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen(terminal=True)
    monkeypatch.setattr("sys.stderr", screen)

    assert list(progress([1, 2])) == [1, 2]
    assert screen.getvalue() == ""


def test_bytes_are_told_with_their_rate_and_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, clock = _Screen(terminal=True), count()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))

    items = list(measured([(one, 5_000_000) for one in "abcd"], 100_000_000))

    assert items == ["a", "b", "c", "d"]
    assert screen.getvalue() == (
        "\r10 of 100 MB \x1b[K"
        "\r15 of 100 MB, 5.0 MB/s, 0:17 left \x1b[K"
        "\r20 of 100 MB, 5.0 MB/s, 0:16 left \x1b[K"
        "\r\x1b[K"
    )
