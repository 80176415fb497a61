"""Read a did:key, an address that is an Ed25519 public key (spec 4.12; did:key method 0.9).

It is `did:key:z` and the base58 of the two bytes `ed01` and the 32 bytes of the key.
"""

from functools import lru_cache

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import base58btc

__all__ = ["is_valid", "method", "public_key", "written"]

_METHOD = "did:key:"
_BASE58 = "z"
_ED25519 = b"\xed\x01"
_LENGTH = 32
#: What the base58 of `ed01` and 32 bytes begins with, and how long it is.
_START, _CHARACTERS = "6Mk", 47

#: The field of the curve has this many elements, and y is one of them (RFC 8032, section 5.1).
_P = 2**255 - 19
_SIGN = 1 << 255
#: A y of order 8; the others are its negative, 0 (order 4), -1 (order 2) and 1 (the neutral point).
_Y8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_SMALL = frozenset({0, 1, _P - 1, _Y8, _P - _Y8})


@lru_cache(maxsize=4096)
def public_key(did: str) -> bytes:
    """Return the 32 bytes of the Ed25519 public key that a did:key is.

    Raises `InvalidIdentifier` for other texts and other kinds of keys, for points of small order,
    for which anybody can make signatures, and for a y that is not below the order of the field.

    >>> public_key("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2").hex()[:8]
    'b00d8d93'
    """
    if not did.startswith(_METHOD + _BASE58):
        raise InvalidIdentifier("a key is written as did:key:z and more characters")
    encoded = did.removeprefix(_METHOD + _BASE58)
    if encoded.startswith(_START) and len(encoded) != _CHARACTERS:
        raise InvalidIdentifier(
            f"an Ed25519 key has {_CHARACTERS} characters after did:key:z, this has {len(encoded)}"
        )
    data = base58btc.decode(encoded)
    public = data.removeprefix(_ED25519)
    if not data.startswith(_ED25519) or len(public) != _LENGTH:
        raise InvalidIdentifier("only Ed25519 keys are known here; they begin with did:key:z6Mk")
    y = int.from_bytes(public, "little") % _SIGN
    if y >= _P or y in _SMALL:
        raise InvalidIdentifier("this is no key of one person: anybody can sign with it, or nobody")
    return public


def is_valid(did: str) -> bool:
    """Tell whether a text is a did:key of an Ed25519 public key.

    >>> is_valid("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"), is_valid("did:web:x")
    (True, False)
    """
    try:
        public_key(did)
    except InvalidIdentifier:
        return False
    return True


def written(public: bytes) -> str:
    r"""Return the did:key of the 32 bytes of a public key.

    >>> written(bytes(31) + b"\1")[:12]
    'did:key:z6Mk'
    """
    return _METHOD + _BASE58 + base58btc.encode(_ED25519 + public)


def method(did: str) -> str:
    """Return the `verificationMethod` of a did:key: the key, and itself as fragment.

    >>> method("did:key:z6Mk")
    'did:key:z6Mk#z6Mk'
    """
    return f"{did}#{did.removeprefix(_METHOD)}"
