"""Read an ISRC, the code of one recording (ISO 3901).

The standard gives it no check digit: only its shape can be wrong. Its prefix can be unknown to
us, which proves nothing, as new prefixes are given out every year.
"""

import re
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts
from askfirst.identifiers._grouping import grouped, ungrouped
from askfirst.identifiers._isrc_prefixes import PREFIXES

__all__ = ["Isrc", "compact", "format", "is_valid", "known_prefix", "validate"]

Isrc = NewType("Isrc", str)

_SHAPE = "[A-Z]{2}[A-Z0-9]{3}[0-9]{7}"


def compact(text: str) -> str:
    """Return a text without separators, in upper case; the hyphens are no part of an ISRC.

    >>> compact("us-skg-19-12345")
    'USSKG1912345'
    """
    return ungrouped(text)


def validate(text: str) -> Isrc:
    """Return the twelve characters of an ISRC, or raise InvalidIdentifier.

    >>> validate("US-SKG-19-12345")
    'USSKG1912345'
    >>> validate("GBAYE060149")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: an ISRC is two letters, three letters or digits, and seven \
digits, such as SEXYZ2600012
    """
    code = compact(text)
    if not re.fullmatch(_SHAPE, code):
        raise InvalidIdentifier(
            "an ISRC is two letters, three letters or digits, and seven digits, "
            "such as SEXYZ2600012"
        )
    return Isrc(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is an ISRC.

    >>> is_valid("GBAYE0601498")
    True
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return an ISRC with the hyphens it is printed with, or raise InvalidIdentifier.

    >>> format("USSKG1912345")
    'US-SKG-19-12345'
    """
    return grouped(validate(text), (2, 3, 2, 5), "-")


def known_prefix(text: str) -> bool:
    """Tell whether a text begins with two letters that the ISRC agency has given out.

    >>> known_prefix("GBAYE0601498"), known_prefix("XXAYE0601498")
    (True, False)
    """
    return compact(text)[:2] in PREFIXES
