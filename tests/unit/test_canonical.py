"""A digest is of canonical bytes, or of raw ones that were not read as they were written."""

import json
from hashlib import sha256

import pytest

from askfirst.canonical import digest


@pytest.mark.parametrize(
    "value", [{}, {"b": "x", "a": ["y", {"d": "é", "c": "\u2028"}]}, {"é": "1", "z": "2", "a": "3"}]
)
def test_the_digest_is_that_of_sorted_compact_json(value: object) -> None:
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert digest(value) == sha256(written.encode()).hexdigest()


def test_names_are_sorted_by_utf_16_units() -> None:
    """RFC 8785, section 3.2.3: a name beyond the basic plane stands before one near its end."""
    written = '{"\U0001f600":"1","\ufb33":"2"}'

    assert digest({"\ufb33": "2", "\U0001f600": "1"}) == sha256(written.encode()).hexdigest()


def test_what_was_not_read_as_written_is_known_by_its_bytes() -> None:
    assert digest({"a": "b"}, b"raw") == sha256(b"raw").hexdigest()
