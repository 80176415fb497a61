"""A did:key is the public key of one signer, written in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import base58btc, did_key

#: The key of W3C's test vectors.
KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
SIGNS = (0, 1 << 255)


def keyed(prefix: str, public: bytes) -> str:
    return f"did:key:z{base58btc.encode(bytes.fromhex(prefix) + public)}"


def encoded(y: int, sign: int) -> bytes:
    return (y | sign).to_bytes(32, "little")


def root(square: int) -> int:
    """Return a square root modulo P (RFC 8032, section 5.1.3)."""
    found = pow(square, (P + 3) // 8, P)
    return found if found * found % P == square % P else found * pow(2, (P - 1) // 4, P) % P


def small_order() -> list[int]:
    """Return the y of the points of which eight make the neutral one, from the curve's equation.

    Doubled, a point of order 8 has y = 0, so x² = -y² and d·y⁴ + 2y² - 1 = 0.
    """
    square = (root(1 + D) - 1) * pow(D, -1, P) % P
    if pow(square, (P - 1) // 2, P) != 1:
        square = (-root(1 + D) - 1) * pow(D, -1, P) % P
    y8 = root(square)
    assert (D * pow(y8, 4, P) + 2 * y8 * y8 - 1) % P == 0
    return [0, 1, P - 1, y8, P - y8]


def test_a_key_is_read_and_written() -> None:
    public = did_key.public_key(KEY)
    assert len(public) == 32
    assert did_key.written(public) == KEY
    assert did_key.is_valid(KEY)
    assert did_key.method(KEY) == f"{KEY}#{KEY.removeprefix('did:key:')}"


@given(st.binary(min_size=32, max_size=32))
def test_every_key_that_is_written_is_one_or_refused(public: bytes) -> None:
    did = did_key.written(public)
    assert len(did) == len(KEY)
    assert did.startswith("did:key:z6Mk")
    y = int.from_bytes(public, "little") % 2**255
    assert did_key.is_valid(did) is (y < P and y not in small_order())


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("y", small_order(), ids=hex)
def test_a_key_of_small_order_is_refused(y: int, sign: int) -> None:
    assert not did_key.is_valid(did_key.written(encoded(y, sign)))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("y", range(P, 2**255))
def test_a_key_that_is_not_in_the_field_is_refused(y: int, sign: int) -> None:
    assert not did_key.is_valid(did_key.written(encoded(y, sign)))


PUBLIC = did_key.public_key(KEY)


@pytest.mark.parametrize(
    "did",
    [
        "",
        "did:key:",
        "did:key:z",
        "did:key:z6Mk",
        "did:web:mara.example.org",
        KEY.removeprefix("did:key:"),
        KEY.upper(),
        KEY.replace("did:key", "DID:KEY"),
        f" {KEY}",
        f"{KEY}\n",
        f"{KEY}#{KEY.removeprefix('did:key:')}",
        f"{KEY}?x",
        KEY[:-1],
        f"{KEY}1",
        KEY.replace("z6Mk", "z16Mk"),
        KEY.replace("z6Mk", "m6Mk"),
        KEY.replace("z6Mk", "6Mk"),
        KEY.replace("r", "0", 1),
        keyed("ed01", PUBLIC[:-1]),
        keyed("ed01", PUBLIC + b"\0"),
        keyed("ed01", b""),
        keyed("00ed01", PUBLIC),
        keyed("e701", PUBLIC),  # secp256k1
        keyed("ec01", PUBLIC),  # X25519
        keyed("8026", PUBLIC),  # the secret of an Ed25519 key
        keyed("ed", PUBLIC),
        f"did:key:z{'2' * 300}",
        "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
        "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
    ],
)
def test_other_texts_are_no_key(did: str) -> None:
    assert not did_key.is_valid(did)
    with pytest.raises(InvalidIdentifier) as refused:
        did_key.public_key(did)
    assert str(refused.value)
