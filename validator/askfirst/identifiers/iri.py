"""Read an IRI as far as two of them have to be compared (RFC 3987; reading rule 10)."""

from string import ascii_lowercase, ascii_uppercase

__all__ = ["host", "normal"]

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


def host(iri: str) -> str:
    """Return the host of a URL in lower case, without user and port; empty where there is none.

    >>> host("https://Me@CreativeCommons.org:443?x")
    'creativecommons.org'
    """
    rest = normal(iri).partition("://")[2]
    length = min((rest.index(mark) for mark in "/?#" if mark in rest), default=len(rest))
    return rest[:length].rpartition("@")[2].partition(":")[0]
