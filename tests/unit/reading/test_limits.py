"""What is too deep, too many or too large is refused before it can hurt."""

import pytest

import askfirst
from askfirst.reading import read_value
from askfirst.reading.limits import AROUND, DOCUMENT

HEAD = '"askfirst": "1.0.0"'


def _codes(data: bytes | str) -> list[str]:
    return [finding.code for finding in askfirst.check(data).findings]


def _document(*members: str) -> str:
    return "{" + ", ".join([HEAD, *members]) + "}"


@pytest.mark.parametrize("depth", [DOCUMENT.depth - 1, DOCUMENT.depth, 20_000, 200_000])
def test_a_document_may_be_as_deep_as_the_limit_and_no_deeper(depth: int) -> None:
    codes = _codes(_document(f'"x-a": {"[" * depth}{"]" * depth}'))

    assert ("AF013" in codes) is (depth >= DOCUMENT.depth)


@pytest.mark.parametrize("extra", [0, 1])
def test_a_document_may_hold_as_many_values_as_the_limit_and_no_more(extra: int) -> None:
    entries = ", ".join(['"a"'] * (DOCUMENT.values - 3 + extra))

    assert ("AF013" in _codes(_document(f'"x-a": [{entries}]'))) is bool(extra)


@pytest.mark.parametrize("extra", [0, 1])
def test_a_document_may_be_as_large_as_the_limit_and_no_larger(extra: int) -> None:
    empty = len(_document('"x-a": ""'))

    codes = _codes(_document(f'"x-a": "{"é" * ((DOCUMENT.bytes - empty) // 2)}{"a" * extra}"'))

    assert ("AF013" in codes) is bool(extra)


def test_the_limits_of_a_document_are_not_those_of_what_is_around_it() -> None:
    around = ", ".join(['"a"'] * (DOCUMENT.values + 1))

    assert "AF013" not in _codes(f'{{"tags": [{around}], "askfirst": {_document()}}}')


@pytest.mark.parametrize(
    "data",
    [
        b"[" * (AROUND.depth + 1),
        b"[" + b'"a",' * AROUND.values + b'"a"]',
        b" " * (AROUND.bytes + 1),
        b"a: " + b"b" * DOCUMENT.bytes,
        b"a: " + b"[" * 33,
        b"[" * 1_000_000,
        b"a: " + b"[" * 1_000_000,
        b'{"a":' * 300_000,
    ],
)
def test_what_is_beyond_the_limits_is_refused(data: bytes) -> None:
    assert _codes(data) == ["AF013"]


def test_a_list_that_holds_itself_is_too_deep() -> None:
    endless: list[object] = []
    endless.append(endless)

    assert [problem.code for problem in read_value(endless).problems] == ["AF013"]
