"""Read an IPI name number, the number of one name of a writer or publisher (CISAC).

A document writes it as `ipi:` and the eleven digits; these functions take the digits alone. The
leading zeros are part of the number.
"""

import re
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts
from askfirst.identifiers._grouping import ungrouped

__all__ = ["Ipi", "compact", "format", "is_valid", "validate"]

Ipi = NewType("Ipi", str)

_SHAPE = "[0-9]{11}"


def compact(text: str) -> str:
    """Return a text without separators.

    >>> compact("00052.21.00.40")
    '00052210040'
    """
    return ungrouped(text)


def validate(text: str) -> Ipi:
    """Return the eleven digits of an IPI name number, or raise InvalidIdentifier.

    >>> validate("00052210040")
    '00052210040'
    >>> validate("00052210041")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: the check number of 000522100 is 40
    """
    code = compact(text)
    if not re.fullmatch(_SHAPE, code):
        raise InvalidIdentifier("an IPI name number is eleven digits, such as 00052210040")
    name, number = code[:-2], code[-2:]
    if number != _check_number(name):
        raise InvalidIdentifier(f"the check number of {name} is {_check_number(name)}")
    return Ipi(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is an IPI name number whose check number fits.

    >>> is_valid("00334284961")
    True
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return an IPI name number, which is printed without groups, or raise InvalidIdentifier.

    >>> format("00052210040")
    '00052210040'
    """
    return validate(text)


def _check_number(name: str) -> str:
    """Weigh the digits 10 to 2, modulo 101; a hundred has to be written 00."""
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), name, strict=True))
    return f"{-total % 101 % 100:02}"
