"""JSON is read as RFC 8259 defines it, and nothing more."""

import json

import pytest

from askfirst.reading import Syntax, plain, read_bytes

NOT_JSON = {
    "trailing comma": b'{"a": "b",}',
    "trailing comma in a list": b'["a",]',
    "two commas": b'["a",,"b"]',
    "comma first": b'[,"a"]',
    "no comma": b'{"a": "b" "c": "d"}',
    "no colon": b'{"a" "b"}',
    "single quotes": b"{'a': 'b'}",
    "name without quotes": b'{a: "b"}',
    "comment": b'{"a": "b"} // c',
    "hash comment": b'{"a": "b"} # c',
    "NaN": b"[NaN]",
    "Infinity": b"[-Infinity]",
    "Python's words": b"[True]",
    "leading zero": b"[01]",
    "plus sign": b"[+1]",
    "bare point": b"[.5]",
    "open text": b'["a',
    "raw newline in a text": b'["a\nb"]',
    "unknown escape": rb'["\q"]',
    "short escape": rb'["\u12"]',
    "open list": b"[",
    "open object": b'{"a":',
    "wrong bracket": b'["a"}',
    "two values": b"{} {}",
    "vertical tab": b'["a"\x0b]',
    "nothing but a bracket": b"]",
}


@pytest.mark.parametrize("data", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    source = read_bytes(data, Syntax.JSON)

    assert source.root is None
    assert [problem.code for problem in source.problems] == ["AF003"]


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        "",
        {"a": {"b": ["c", True, False, None]}},
        {"": "empty name", 'quo"te': "back\\slash", "tab": "\t\n\r\b\f"},
        "\U0001f600 \u2028 é \x7f",
        [[[]]],
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_what_is_json_is_read_as_it_was_written(value: object, ascii_only: bool) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only, indent=1).encode()

    source = read_bytes(data, Syntax.JSON)

    assert source.root is not None
    assert plain(source.root) == value
    assert source.problems == ()


@pytest.mark.parametrize("number", ["0", "-0", "12", "-1.5", "1e6", "1E+2", "12345678901234567890"])
def test_a_number_is_the_text_it_was_written_as_with_a_flaw(number: str) -> None:
    source = read_bytes(f"[{number}]".encode(), Syntax.JSON)

    assert source.root is not None
    assert plain(source.root) == [number]
    assert source.root.items[0].flaw.code == "AF005"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ['"a"', r'"\u0061"', r'"\u0061" '])
def test_a_name_that_stands_twice_is_refused_however_it_is_escaped(name: str) -> None:
    source = read_bytes(f'{{"a": "1", {name}: "2"}}'.encode(), Syntax.JSON)

    assert [problem.code for problem in source.problems] == ["AF004"]
    assert [problem.pointer for problem in source.problems] == ["/a"]


@pytest.mark.parametrize("text", [r'"\ud800"', r'"\udc00\ud800"', r'"a\udfff"'])
def test_half_a_character_is_a_flaw(text: str) -> None:
    source = read_bytes(f"[{text}]".encode(), Syntax.JSON)

    assert source.root is not None
    assert source.root.items[0].flaw.code == "AF007"  # type: ignore[union-attr]


def test_a_pair_of_halves_is_one_character() -> None:
    source = read_bytes(rb'["\ud83d\ude00"]', Syntax.JSON)

    assert source.root is not None
    assert plain(source.root) == ["\U0001f600"]


def test_the_place_of_a_syntax_error_is_where_it_stands() -> None:
    source = read_bytes(b'{\n  "a": "b",\n  c: "d"\n}', Syntax.JSON)

    assert source.text is not None
    assert str(source.text.position(source.problems[0].start, 0)) == "3:3"
