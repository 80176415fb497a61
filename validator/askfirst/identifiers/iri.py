"""Read an IRI as far as two of them have to be compared (RFC 3987; reading rule 10)."""

import re
from string import ascii_lowercase, ascii_uppercase

__all__ = ["FORM", "REFUSED", "host", "is_valid", "normal"]

#: How an absolute IRI begins, and what none holds (AF111); the schemas say the same.
FORM = "^[A-Za-z][A-Za-z0-9+.-]*:[^#]"
REFUSED = (
    r'[\u0000-\u0020"<>\\^`{|}\[\]\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3000'
    r"\ue000-\uf8ff\ufeff\ufff0-\uffff]|%$|%[^0-9A-Fa-f]|%[0-9A-Fa-f]$|%[0-9A-Fa-f][^0-9A-Fa-f]"
    r"|://[^/?#@]*:[^/?#@]*[^0-9/?#@]|://[^/?#@]*:[^/?#@]*@|://[^/?#@]*@[^/?#]*:[^/?#]*[^0-9/?#]"
    r"|^[Aa][Ff]:|^[Hh][Tt][Tt][Pp][Ss]?://[Ww]3[Ii][Dd][.][Oo][Rr][Gg]/askfirst/|#[^#]*#"
)

#: Letters beyond ASCII keep their case: what is equal must be so for every implementation.
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)

_UUID = "urn:uuid:"


def normal(iri: str) -> str:
    """Return the normal form of an IRI: two that are equal in it name the same.

    Scheme and host of a URL are in lower case and an empty path is `/`; a `urn:uuid` is in
    lower case; everything else is compared character by character.

    >>> normal("HTTPS://Mara.Example.org")
    'https://mara.example.org/'
    >>> normal("https://mara.example.org/Ask?A=B")
    'https://mara.example.org/Ask?A=B'
    """
    if iri[: len(_UUID)].translate(_LOWER) == _UUID:
        return iri.translate(_LOWER)
    scheme, found, rest = iri.partition("://")
    if not found:
        return iri
    length = min((rest.index(mark) for mark in "/?#" if mark in rest), default=len(rest))
    authority, path = rest[:length], rest[length:]
    user, at, host = authority.rpartition("@")
    slash = "" if path.startswith("/") else "/"
    return f"{scheme.translate(_LOWER)}://{user}{at}{host.translate(_LOWER)}{slash}{path}"


def is_valid(text: str) -> bool:
    """Tell whether a text is an absolute IRI that a document can name.

    >>> is_valid("https://mara.example.org/"), is_valid("mara.example.org")
    (True, False)
    """
    return bool(re.match(FORM, text)) and not re.search(REFUSED, text)


def host(iri: str) -> str:
    """Return the host of a URL in lower case, without user and port; empty where there is none.

    >>> host("https://Me@CreativeCommons.org:443?x")
    'creativecommons.org'
    """
    rest = normal(iri).partition("://")[2]
    length = min((rest.index(mark) for mark in "/?#" if mark in rest), default=len(rest))
    return rest[:length].rpartition("@")[2].partition(":")[0]
