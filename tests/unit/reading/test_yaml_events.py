"""YAML is read without a guess: what versions of YAML disagree on is refused."""

from itertools import pairwise

import pytest

from askfirst.errors import AskFirstError
from askfirst.reading import Syntax, plain, read_bytes

NUMBERS = [
    "0",
    "7",
    "-1",
    "+2",
    "012",
    "0o17",
    "0x1F",
    "0b101",
    "1_000",
    "1.5",
    "1.",
    ".5",
    "-.5",
    "1e6",
    "1.5E-3",
    "12:30",
    "1:2:3",
    "190:20:30.15",
    ".inf",
    "-.INF",
    ".nan",
    ".NaN",
    "0602537517107",
    "1999",
    "4.33",
]
WORDS = [
    "y",
    "Y",
    "yes",
    "Yes",
    "YES",
    "n",
    "N",
    "no",
    "No",
    "NO",
    "on",
    "On",
    "ON",
    "off",
    "Off",
    "OFF",
    "True",
    "TRUE",
    "False",
    "FALSE",
    "~",
    "Null",
    "NULL",
]
TEXTS = [
    "1.0.0",
    "2026-11-22",
    "2026-11-22T10:00:00Z",
    "SEXYZ2600012",
    "T0345246801",
    "12h",
    "1-2",
    "nope",
    "yess",
    "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
    "0xZZ",
    "1e",
    "+-1",
    "12:99",
    ".info",
    ".",
    "..",
    "-",
]


def _flaw(data: bytes) -> str | None:
    source = read_bytes(data, Syntax.YAML)
    assert source.root is not None
    flaw = source.root.members["a"].value.flaw  # type: ignore[union-attr]
    return flaw.code if flaw else None


@pytest.mark.parametrize("written", NUMBERS)
def test_what_a_yaml_reader_takes_for_a_number_is_refused(written: str) -> None:
    assert _flaw(f"a: {written}".encode()) == "AF005"


@pytest.mark.parametrize("written", WORDS)
def test_what_a_yaml_reader_takes_for_truth_or_nothing_is_refused(written: str) -> None:
    assert _flaw(f"a: {written}".encode()) == "AF006"


@pytest.mark.parametrize("written", [*NUMBERS, *WORDS])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_text_of_it(written: str, quote: str) -> None:
    assert _flaw(f"a: {quote}{written}{quote}".encode()) is None


@pytest.mark.parametrize("written", [text for text in TEXTS if text != "-"])
def test_everything_else_is_text(written: str) -> None:
    source = read_bytes(f"a: {written}".encode(), Syntax.YAML)

    assert source.root is not None
    assert plain(source.root) == {"a": written}
    assert _flaw(f"a: {written}".encode()) is None


def test_nothing_is_not_guessed_to_be_null() -> None:
    assert _flaw(b"a:") == "AF006"


REFUSED = {
    "anchor": (b"a: &x b", ["AF008"]),
    "alias": (b"a: &x b\nc: *x", ["AF008", "AF008"]),
    "anchored list": (b"a: &x [b]", ["AF008"]),
    "tag": (b"a: !!str b", ["AF009"]),
    "local tag": (b"a: !b c", ["AF009"]),
    "tagged list": (b"a: !!set {b}", ["AF009"]),
    "directive": (b"%YAML 1.2\n---\na: b", ["AF009"]),
    "merge": (b"a: {b: c}\n<<: {d: e}", ["AF010"]),
    "stream": (b"a: b\n---\nc: d", ["AF011"]),
    "list": (b"- a: b", ["AF011"]),
    "list as a name": (b"? [a]\n: b", ["AF012"]),
    "truth as a name": (b"true: b", ["AF012"]),
    "number as a name": (b"1: b", ["AF005"]),
    "no as a name": (b"no: b", ["AF006"]),
    "twice": (b"a: b\na: c", ["AF004"]),
    "twice in other quotes": (b"a: b\n'a': c", ["AF004"]),
    "tab": (b"a:\n\tb: c", ["AF003"]),
    "control character": (b"a: \x01", ["AF003"]),
    "open list": (b"a: [b", ["AF003"]),
    "no space": (b"a: b: c", ["AF003"]),
}


@pytest.mark.parametrize(("data", "codes"), REFUSED.values(), ids=REFUSED)
def test_what_json_cannot_say_is_refused(data: bytes, codes: list[str]) -> None:
    assert [problem.code for problem in read_bytes(data, Syntax.YAML).problems] == codes


def test_an_alias_bomb_is_refused_at_its_first_alias() -> None:
    lines = ["a: &a [x, x]", *(f"{c}: &{c} [*{p}, *{p}]" for p, c in pairwise("abcdefghi"))]

    problems = read_bytes("\n".join(lines).encode(), Syntax.YAML).problems

    assert {problem.code for problem in problems} == {"AF008"}


def test_without_libyaml_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("yaml.CSafeLoader")

    with pytest.raises(AskFirstError):
        read_bytes(b"a: b", Syntax.YAML)


@pytest.mark.parametrize("character", ["\t", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("where", ["# a{}b: c", "a: {}b", "a: 'b{}c'", "a: |\n  b{}c: d"])
def test_what_parsers_read_in_different_ways_is_refused(character: str, where: str) -> None:
    source = read_bytes(where.format(character).encode(), Syntax.YAML)

    assert [problem.code for problem in source.problems] == ["AF003"]


def test_an_escape_for_such_a_character_is_text() -> None:
    source = read_bytes(rb'a: "\u2028"', Syntax.YAML)

    assert source.root is not None
    assert plain(source.root) == {"a": "\u2028"}
