"""Write bytes in base58 as Bitcoin does, the alphabet of Multibase `z` (CID 1.0, section 2.4)."""

from askfirst.errors import InvalidIdentifier

__all__ = ["decode", "encode"]

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGITS = {character: digit for digit, character in enumerate(_ALPHABET)}
#: Reading takes time that grows with the square of the length; keys and signatures are short.
_LONGEST = 256


def encode(data: bytes) -> str:
    r"""Return bytes in base58; each zero byte at the start is a `1`.

    >>> encode(b"\0\0hello")
    '11Cn8eVZg'
    """
    number, digits = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        digits = _ALPHABET[digit] + digits
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "1" * zeros + digits


def decode(text: str) -> bytes:
    r"""Return the bytes of a text in base58; no two texts have the same.

    Raises `InvalidIdentifier` for other characters, and for a text that is too long for a key.

    >>> decode("11Cn8eVZg")
    b'\x00\x00hello'
    """
    if len(text) > _LONGEST:
        raise InvalidIdentifier(f"base58 has at most {_LONGEST} characters here")
    number = 0
    try:
        for character in text:
            number = number * 58 + _DIGITS[character]
    except KeyError:
        raise InvalidIdentifier(
            "base58 is written with digits and letters, but without 0, I, O and l"
        ) from None
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes(-(-number.bit_length() // 8))
