"""Base58 is read in one way only, and never slowly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import base58btc


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\0", "1"),
        (b"\0\0\x01", "112"),
        # the examples of draft-msporny-base58-03
        (b"Hello World!", "2NEpo7TZRRrLZSi2U"),
        (
            b"The quick brown fox jumps over the lazy dog.",
            "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
        ),
        (bytes.fromhex("0000287fb4cd"), "11233QC4"),
    ],
)
def test_bytes_have_the_text_that_is_known(data: bytes, text: str) -> None:
    assert base58btc.encode(data) == text
    assert base58btc.decode(text) == data


@given(st.binary(max_size=128))
def test_what_is_written_is_read_again(data: bytes) -> None:
    assert base58btc.decode(base58btc.encode(data)) == data


@given(st.text("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", max_size=128))
def test_no_two_texts_are_the_same_bytes(text: str) -> None:
    assert base58btc.encode(base58btc.decode(text)) == text


@pytest.mark.parametrize("text", ["0", "O", "I", "l", "2 ", " 2", "2\n", "é", "\u0661", "2" * 257])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        base58btc.decode(text)
