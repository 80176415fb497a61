"""Read an ISNI, the number of one public identity (ISO 27729).

A document writes it as an address, https://isni.org/isni/ and the sixteen characters; these
functions take the characters alone.
"""

import re
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts
from askfirst.identifiers._grouping import grouped, ungrouped

__all__ = ["Isni", "compact", "format", "is_valid", "validate"]

Isni = NewType("Isni", str)

_SHAPE = "[0-9]{15}[0-9X]"


def compact(text: str) -> str:
    """Return a text without separators, in upper case.

    >>> compact("0000 0001 2281 955x")
    '000000012281955X'
    """
    return ungrouped(text)


def validate(text: str) -> Isni:
    """Return the sixteen characters of an ISNI, or raise InvalidIdentifier.

    >>> validate("0000 0001 2103 2683")
    '0000000121032683'
    >>> validate("0000 0001 2281 9550")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: the check character of 000000012281955 is X
    """
    code = compact(text)
    if not re.fullmatch(_SHAPE, code):
        raise InvalidIdentifier(
            "an ISNI is fifteen digits and a digit or X, such as 0000000121032683"
        )
    identity, character = code[:-1], code[-1]
    if character != _check_character(identity):
        raise InvalidIdentifier(
            f"the check character of {identity} is {_check_character(identity)}"
        )
    return Isni(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is an ISNI whose check character fits.

    >>> is_valid("000000012150090X")
    True
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return an ISNI in the four groups it is printed in, or raise InvalidIdentifier.

    >>> format("0000000121032683")
    '0000 0001 2103 2683'
    """
    return grouped(validate(text), (4, 4, 4, 4), " ")


def _check_character(identity: str) -> str:
    """Follow ISO 7064 MOD 11-2, whose remainder of ten is written X."""
    remainder = 0
    for digit in identity:
        remainder = (remainder + int(digit)) * 2 % 11
    return "0123456789X"[(1 - remainder) % 11]
