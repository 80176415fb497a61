"""Read a UPC or EAN, the number of one product: a GTIN of 8, 12, 13 or 14 digits (GS1).

The leading zeros are part of the number as it was given. Eight digits are a GTIN-8; the short
form UPC-E, whose last digit checks the twelve digits it stands for, is another number.
"""

import re
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts
from askfirst.identifiers._grouping import grouped, ungrouped

__all__ = ["Upc", "compact", "format", "is_valid", "validate"]

Upc = NewType("Upc", str)

_SHAPE = "[0-9]{8}(?:[0-9]{4,6})?"
#: The groups printed under the bar code, by the number of digits.
_GROUPS = {8: (4, 4), 12: (1, 5, 5, 1), 13: (1, 6, 6), 14: (1, 2, 5, 5, 1)}


def compact(text: str) -> str:
    """Return a text without separators.

    >>> compact("0 36000 29145 2")
    '036000291452'
    """
    return ungrouped(text)


def validate(text: str) -> Upc:
    """Return the digits of a UPC or EAN, or raise InvalidIdentifier.

    >>> validate("5 099749 534728")
    '5099749534728'
    >>> validate("0602537518358")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: the check digit of 060253751835 is 7
    """
    code = compact(text)
    if not re.fullmatch(_SHAPE, code):
        raise InvalidIdentifier("a UPC or EAN is 8, 12, 13 or 14 digits, such as 5099749534728")
    product, digit = code[:-1], code[-1]
    if digit != _check_digit(product):
        raise InvalidIdentifier(f"the check digit of {product} is {_check_digit(product)}")
    return Upc(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is a UPC or EAN whose check digit fits.

    >>> is_valid("036000291452")
    True
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return a UPC or EAN as it is printed under its bar code, or raise InvalidIdentifier.

    >>> format("5099749534728")
    '5 099749 534728'
    """
    code = validate(text)
    return grouped(code, _GROUPS[len(code)], " ")


def _check_digit(product: str) -> str:
    """Weigh every other digit three, from the last one on (GS1 modulo 10)."""
    digits = [int(digit) for digit in reversed(product)]
    return str(-(3 * sum(digits[::2]) + sum(digits[1::2])) % 10)
