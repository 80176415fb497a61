"""Read an ISCC, a code computed from the content itself (ISO 24138).

It has no check digit. Its first two bytes are a header of four numbers, main type, subtype,
version and length, and the header says how long the body is: this is what can be checked.
"""

import re
from functools import lru_cache
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts

__all__ = ["Iscc", "compact", "format", "is_valid", "validate"]

Iscc = NewType("Iscc", str)

_PREFIX = "ISCC:"
_SHAPE = f"{_PREFIX}[A-Z2-7]{{10,}}"
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

_COMPOSITE, _ID = 5, 6
_WIDE = 7
#: How many subtypes there are, by main type and version. ISO 24138 has the main types 0 to 5; its
#: reference implementation, iscc-core 1.5, adds ID and FLAKE.
_SUBTYPES = {
    (0, 0): 1,  # META
    (1, 0): 5,  # SEMANTIC: text, image, audio, video, mixed
    (2, 0): 5,  # CONTENT: the same five
    (3, 0): 1,  # DATA
    (4, 0): 1,  # INSTANCE
    (_COMPOSITE, 0): 8,  # ISCC: the same five, sum, none, wide
    (_ID, 0): 4,  # ID: private, Bitcoin, Ethereum, Polygon
    (_ID, 1): 2,  # ID: a network for tests, a network at work
    (7, 0): 1,  # FLAKE
}
_LONGEST, _LONGEST_ID = 7, 4


def compact(text: str) -> str:
    """Return a text as it is: an ISCC is written in one way only.

    >>> compact("ISCC:EIASCTPZO4QU36LX")
    'ISCC:EIASCTPZO4QU36LX'
    """
    return text


def validate(text: str) -> Iscc:
    """Return an ISCC, or raise InvalidIdentifier.

    >>> validate("ISCC:EIASCTPZO4QU36LX")
    'ISCC:EIASCTPZO4QU36LX'
    >>> validate("ISCC:EIASCTPZO4QU36")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: an ISCC that begins with EIAS has 16 characters after ISCC:
    """
    code = compact(text)
    if not re.fullmatch(_SHAPE, code):
        raise InvalidIdentifier(
            "an ISCC is ISCC: and upper-case base32 text, such as ISCC:EIASCTPZO4QU36LX"
        )
    unit = code.removeprefix(_PREFIX)
    characters = _characters(unit[:4])
    if len(unit) != characters:
        raise InvalidIdentifier(
            f"an ISCC that begins with {unit[:4]} has {characters} characters after ISCC:"
        )
    return Iscc(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is an ISCC with a header of the standard and a complete body.

    >>> is_valid("ISCC:AAAWN77F727NXSUS")
    True
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return an ISCC, whose normal form is also the pretty one, or raise InvalidIdentifier.

    >>> format("ISCC:EIASCTPZO4QU36LX")
    'ISCC:EIASCTPZO4QU36LX'
    """
    return validate(text)


@lru_cache
def _characters(header: str) -> int:
    """Count the characters, of five bits each, that the header and the body it asks for take."""
    main, sub, version, length = _header(header)
    longest = _LONGEST_ID if main == _ID else _LONGEST
    if sub >= _SUBTYPES.get((main, version), 0) or length > longest:
        raise InvalidIdentifier(
            "an ISCC begins with a main type, subtype, version and length of ISO 24138, "
            "such as EIAS for audio"
        )
    bits = 8 * (2 + _body_bytes(main, sub, length))
    return -(-bits // 5)


def _header(written: str) -> tuple[int, int, int, int]:
    """Read the first four numbers of four bits; one above 7 goes on, and no header needs that."""
    bits = 0
    for character in written:
        bits = bits << 5 | _BASE32.index(character)
    return bits >> 16, bits >> 12 & 15, bits >> 8 & 15, bits >> 4 & 15


def _body_bytes(main: int, sub: int, length: int) -> int:
    """Count the bytes that follow the header; the length means something else in each main type."""
    if main == _ID:
        return 8 + length
    if main != _COMPOSITE:
        return 4 * (1 + length)
    return 32 if sub == _WIDE else 16 + 8 * length.bit_count()
