"""Read an identifier of a trust file: one of a track, or the beginning of many (spec 4.14)."""

import re
from collections.abc import Callable
from string import hexdigits

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import iri, isrc, iswc, mbid
from askfirst.vocabulary import Identifier
from askfirst.vocabulary.spelling import nearest

__all__ = ["meant"]

#: An agency gives out the first five characters of an ISRC.
_ISRC_BEGINNING = re.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{0,7}")
_LENGTHS = {Identifier.PACKETS_SHA256: 64, Identifier.PCM_MD5: 32}
_URL = "url"
_KINDS = {
    _URL if kind is Identifier.URLS else str(kind): kind
    for kind in Identifier
    if kind not in (Identifier.ISCC, Identifier.UPC)
}
_NO_KINDS = {
    str(Identifier.ISCC): "an ISCC finds what sounds alike and identifies nothing",
    str(Identifier.UPC): "a UPC names a release, and no track",
    str(Identifier.URLS): "write `url:` before each address",
}


def meant(text: str) -> tuple[str, bool]:
    """Return an identifier as a track has it, `kind:value`, and whether it is a beginning.

    Raises InvalidIdentifier, which says what would be right.

    >>> meant("isrc:se-xyz*"), meant("url:HTTPS://Mara.Example.org/night-bus")
    (('isrc:SEXYZ', True), ('urls:https://mara.example.org/night-bus', False))
    """
    written, _, value = text.partition(":")
    kind = _KINDS.get(written)
    if kind is None:
        raise InvalidIdentifier(_kind_of(text))
    beginning = value.endswith("*")
    read = _BEGINNINGS.get(kind) if beginning else _READERS[kind]
    if read is None:
        raise InvalidIdentifier("only an `isrc` and a `url` can end with an asterisk")
    return f"{kind}:{read(value.removesuffix('*'))}", beginning


def _kind_of(text: str) -> str:
    """Return what would be right in the place of a text that names no kind."""
    written = text.partition(":")[0]
    if written in _NO_KINDS:
        return _NO_KINDS[written]
    if isrc.is_valid(text):
        return f"write `isrc:{isrc.compact(text)}`"
    if iri.is_valid(text) and "://" in text:
        return f"write `url:{text}`"
    near = nearest(written, _KINDS)
    kinds = ", ".join(f"`{kind}:`" for kind in _KINDS)
    return f"write `{near}:` before it" if near else f"begin it with one of {kinds}"


def _isrc_beginning(value: str) -> str:
    code = isrc.compact(value)
    if not _ISRC_BEGINNING.fullmatch(code):
        raise InvalidIdentifier(
            "write at least the five characters that an agency gives out: `isrc:SEXYZ*`"
        )
    return code


def _url_beginning(value: str) -> str:
    host, slash, _ = value.partition("://")[2].partition("/")
    if not (_url(value) and slash and iri.host(value)) or "?" in host or "#" in host:
        raise InvalidIdentifier(
            "write at least the host and the slash after it: `url:https://mara.example.org/*`"
        )
    return iri.normal(value)


def _url(value: str) -> str:
    if not iri.is_valid(value):
        raise InvalidIdentifier("write an address such as `url:https://mara.example.org/night-bus`")
    return iri.normal(value)


def _hash(kind: Identifier) -> Callable[[str], str]:
    def read(value: str) -> str:
        if len(value) != _LENGTHS[kind] or not set(value) <= set(hexdigits):
            raise InvalidIdentifier(f"write `{kind}:` and {_LENGTHS[kind]} hexadecimal digits")
        return value.lower()

    return read


_READERS: dict[Identifier, Callable[[str], str]] = {
    Identifier.ISRC: isrc.validate,
    Identifier.MBID: mbid.validate,
    Identifier.ISWC: iswc.validate,
    Identifier.URLS: _url,
    **{kind: _hash(kind) for kind in _LENGTHS},
}
_BEGINNINGS = {Identifier.ISRC: _isrc_beginning, Identifier.URLS: _url_beginning}
