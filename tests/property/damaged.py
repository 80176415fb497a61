"""Generate bytes that were a document once, and values that no JSON text could give."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.consistency.broken import faulty_files
from tests.consistency.documents import stories
from tests.consistency.shipped import Json
from tests.property.mutations import NAMES, values
from tests.property.strategies import texts

__all__ = ["any_bytes", "any_values", "damaged_texts"]

Damage: TypeAlias = Callable[[DrawFn, bytes], bytes]

#: What means something to a parser, or to one of two parsers.
TOKENS = (
    *(b'"', b"'", b"{", b"}", b"[", b"]", b":", b",", b"\\", b"\\u", b"\\ud800", b"#", b"//", b"|"),
    *(b"&a ", b"*a ", b"!!str ", b"! ", b"---\n", b"...\n", b"<<: ", b"? ", b"- ", b"%YAML 1.1\n"),
    *(b"~", b"null", b"NaN", b"1", b"-0", b"1e999", b"true", b"\t", b"\r", b"\n", b"\x00", b"\x1b"),
    *(
        b"\xff",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        "\x85\u2028\ufeff\U0010ffff".encode(),
    ),
    *(b'"askfirst": ', b'"askfrist": true, ', b"askfirst: 1.0.0\n", b'"type": "Consent", '),
)


def any_bytes() -> SearchStrategy[bytes]:
    """Return bytes of every kind: anything, pieces of syntax, documents, damaged documents."""
    pieces = st.lists(st.sampled_from(TOKENS), max_size=12).map(b"".join)
    return st.one_of(st.binary(max_size=60), pieces, damaged_texts(), damaged_texts())


@st.composite
def damaged_texts(draw: DrawFn) -> bytes:
    """Return an example with up to four damages."""
    data = draw(_examples())
    for damage in draw(st.lists(st.sampled_from(_DAMAGES), max_size=4)):
        data = damage(draw, data)
    return data


@cache
def _examples() -> SearchStrategy[bytes]:
    """Return the bytes of examples; of those that only show a limit, only the beginning."""
    return st.sampled_from([file.read_bytes()[:8192] for file in (*stories(), *faulty_files())])


def _place(draw: DrawFn, data: bytes) -> int:
    return draw(st.integers(0, len(data)))


def _flip(draw: DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return (
        data[:at]
        + bytes(byte ^ draw(st.integers(1, 255)) for byte in data[at : at + 1])
        + data[at + 1 :]
    )


def _cut(draw: DrawFn, data: bytes) -> bytes:
    return data[: _place(draw, data)]


def _drop(draw: DrawFn, data: bytes) -> bytes:
    first, last = sorted((_place(draw, data), _place(draw, data)))
    return data[:first] + data[last:]


def _insert(draw: DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + draw(st.sampled_from(TOKENS)) + data[at:]


def _repeat(draw: DrawFn, data: bytes) -> bytes:
    first, last = sorted((_place(draw, data), _place(draw, data)))
    return data[:last] + data[first:]


def _splice(draw: DrawFn, data: bytes) -> bytes:
    other = draw(_examples())
    return data[: _place(draw, data)] + other[_place(draw, other) :]


_DAMAGES: tuple[Damage, ...] = (_flip, _cut, _drop, _insert, _insert, _repeat, _splice)


@cache
def any_values() -> SearchStrategy[Json]:
    """Return values that a program could hand over: also such as JSON has none."""
    halves = st.text(st.characters(categories=["Cs", "Ll"]), max_size=4)
    huge = st.integers(4000, 5000).map(lambda digits: 10**digits)
    numbers = st.one_of(st.integers(), st.floats(), huge)
    foreign = st.sampled_from([b"a", bytearray(b"b"), Decimal(1), datetime.now(UTC), object(), {1}])
    odd = st.sampled_from(
        [range(3), deque(["x"]), memoryview(b"ab"), 1j, str, ..., iter(()), _loop()]
    )
    scalars = st.one_of(values(), numbers, halves, foreign, odd)
    names = st.one_of(st.sampled_from((*NAMES, "askfirst")), texts(0), halves, numbers, st.none())
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.tuples(inner, inner),
            st.dictionaries(names, inner, max_size=4),
            st.dictionaries(names, inner, max_size=2).map(MappingProxyType),
        ),
        max_leaves=8,
    )


def _loop() -> Json:
    """Return an object that holds itself, in a list."""
    loop: Json = {}
    loop["askfirst"] = [loop, {"type": "Consent", "again": loop}]
    return loop
