"""Read an ISWC, the code of one musical work (ISO 15707)."""

import re
from operator import mul
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts
from askfirst.identifiers._grouping import ungrouped

__all__ = ["Iswc", "compact", "format", "is_valid", "validate"]

Iswc = NewType("Iswc", str)

_SHAPE = re.compile("T[0-9]{10}")
_WEIGHTS = range(1, 10)


def compact(text: str) -> str:
    """Return a text without separators, in upper case.

    >>> compact("t-034.524.680-1")
    'T0345246801'
    """
    return ungrouped(text)


def validate(text: str) -> Iswc:
    """Return the letter T and the ten digits of an ISWC, or raise InvalidIdentifier.

    >>> validate("T-034.524.680-1")
    'T0345246801'
    >>> validate("T-034.524.680-2")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: the check digit of T034524680 is 1
    """
    code = compact(text)
    if not _SHAPE.fullmatch(code):
        raise InvalidIdentifier("an ISWC is the letter T and ten digits, such as T0345246801")
    work, digit = code[:-1], code[-1]
    if digit != _check_digit(work):
        raise InvalidIdentifier(f"the check digit of {work} is {_check_digit(work)}")
    return Iswc(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is an ISWC whose check digit fits.

    >>> is_valid("T-905.029.737-5")
    True
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return an ISWC as it is printed, or raise InvalidIdentifier.

    >>> format("T0345246801")
    'T-034.524.680-1'
    """
    code = validate(text)
    return f"{code[0]}-{code[1:4]}.{code[4:7]}.{code[7:10]}-{code[10]}"


def _check_digit(work: str) -> str:
    """Weigh the digits 1 to 9; the letter T counts as one (ISO 15707)."""
    total = sum(map(mul, _WEIGHTS, map(int, work[1:])))
    return str(-(1 + total) % 10)
