"""Offsets become lines and columns as editors count them."""

import pytest

from askfirst.reading import Text, read_bytes


@pytest.mark.parametrize(
    ("content", "offset", "place"),
    [
        ("", 0, "1:1"),
        ("ab", 1, "1:2"),
        ("a\nb", 2, "2:1"),
        ("a\r\nb", 3, "2:1"),
        ("a\rb", 2, "2:1"),
        ("a\n", 2, "2:1"),
        ("\U0001f600x", 1, "1:2"),
        ("e\u0301x", 2, "1:3"),
        ("a\u2028b", 2, "1:3"),
        ("a\x85b", 2, "1:3"),
    ],
)
def test_lines_end_where_editors_end_them(content: str, offset: int, place: str) -> None:
    assert str(Text(content).position(offset, offset)) == place


@pytest.mark.parametrize(("number", "line"), [(1, "a"), (2, "b"), (3, "")])
def test_a_line_is_without_its_end(number: int, line: str) -> None:
    assert Text("a\r\nb\n").line(number) == line


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"\xff\xfea\x00", ["AF001"]),
        (b"\xfe\xff\x00a", ["AF001"]),
        (b"a: \xe9", ["AF001"]),
        (b"a: \xc0\xaf", ["AF001"]),
        (b"a: \xed\xa0\x80", ["AF001"]),
        (b"\xef\xbb\xbfa: b", ["AF002"]),
    ],
)
def test_bytes_that_are_not_plain_utf8_are_refused(data: bytes, codes: list[str]) -> None:
    assert [problem.code for problem in read_bytes(data).problems] == codes


def test_the_place_of_a_wrong_byte_is_counted_in_characters() -> None:
    source = read_bytes("a: é".encode() + b"\xff")

    assert source.problems[0].start == len("a: é")


def test_positions_after_a_byte_order_mark_are_those_an_editor_shows() -> None:
    source = read_bytes(b"\xef\xbb\xbf{}")

    assert source.root is not None
    assert source.root.start == 0
