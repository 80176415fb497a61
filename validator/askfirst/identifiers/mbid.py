"""Read an MBID, the MusicBrainz identifier: a UUID (RFC 9562) with its hyphens."""

import re
from typing import NewType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers._acceptance import accepts

__all__ = ["Mbid", "compact", "format", "is_valid", "validate"]

Mbid = NewType("Mbid", str)

_SHAPE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def compact(text: str) -> str:
    """Return a text in lower case; the hyphens are part of an MBID.

    >>> compact("B9AD642E-B012-41C7-B72A-42CF4911F9FF")
    'b9ad642e-b012-41c7-b72a-42cf4911f9ff'
    """
    return text.lower()  # no letter outside ASCII has one of a to f as its lower case


def validate(text: str) -> Mbid:
    """Return an MBID in lower case, or raise InvalidIdentifier.

    >>> validate("B9AD642E-B012-41C7-B72A-42CF4911F9FF")
    'b9ad642e-b012-41c7-b72a-42cf4911f9ff'
    >>> validate("b9ad642eb01241c7b72a42cf4911f9ff")
    Traceback (most recent call last):
    askfirst.errors.InvalidIdentifier: an MBID is a UUID with its hyphens, such as \
b9ad642e-b012-41c7-b72a-42cf4911f9ff
    """
    code = compact(text)
    if not re.fullmatch(_SHAPE, code):
        raise InvalidIdentifier(
            "an MBID is a UUID with its hyphens, such as b9ad642e-b012-41c7-b72a-42cf4911f9ff"
        )
    return Mbid(code)


def is_valid(text: str) -> bool:
    """Tell whether a text is an MBID.

    >>> is_valid("{b9ad642e-b012-41c7-b72a-42cf4911f9ff}")
    False
    """
    return accepts(validate, text)


def format(text: str) -> str:  # noqa: A001 - the fourth verb of every identifier
    """Return an MBID, whose normal form is also the pretty one, or raise InvalidIdentifier.

    >>> format("B9AD642E-B012-41C7-B72A-42CF4911F9FF")
    'b9ad642e-b012-41c7-b72a-42cf4911f9ff'
    """
    return validate(text)
