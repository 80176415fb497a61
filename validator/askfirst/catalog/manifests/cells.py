"""Read what stands in a cell as an identifier of a track, in its normal form."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import iri, iscc, isrc, iswc, mbid

__all__ = ["absent", "identifiers", "members", "shortened"]

#: A Request with a track within these limits is within its own.
_LONGEST, _MOST = 2_000, 100
_SHOWN = 60
#: What no IRI holds: several in one cell are separated by it.
_BETWEEN = re.compile(r"[\s|]+")
_HASHES = {"packetsSha256": 64, "pcmMd5": 32}
_UNREAD = ("title", "artists")


def absent(value: object) -> bool:
    """Tell whether a cell is empty: null, blank, or something with nothing in it."""
    if isinstance(value, str):
        return not value or value.isspace()
    if isinstance(value, dict):
        return all(map(absent, value.values()))
    return value is None or (isinstance(value, list | tuple) and all(map(absent, value)))


def identifiers(meaning: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a cell
    """Yield the members of a track that a cell gives. Raises `InvalidIdentifier`."""
    if meaning == "urls":
        yield from (("urls", _address(one)) for one in _several(value))
    else:
        yield meaning, _READERS[meaning](_text(value))


def members(track: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the members of a track object that identify it. Raises `InvalidIdentifier`."""
    for name, value in track.items():
        if absent(value) or name in _UNREAD or name.startswith("x-"):
            continue
        if name == "files":
            yield from (("files", _file(one)) for one in _limited(_listed(value)))
        elif name == "urls":
            yield from (("urls", _address(_text(one))) for one in _limited(_listed(value)))
        elif name in _READERS and name not in _HASHES:
            yield name, _READERS[name](_text(value))
        else:
            raise InvalidIdentifier(f"a track has no member `{shortened(name)}`")


def shortened(value: object) -> str:
    """Return the beginning of what a cell holds, for people."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _text(value: object) -> str:
    """Return a cell's text, also where it is the only one of a list."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        raise InvalidIdentifier("a track has one of them, and here are several")
    if isinstance(value, bytes):
        value = _decoded(value)
    if not isinstance(value, str):
        raise InvalidIdentifier("it has to be a text")
    if len(value) > _LONGEST:
        raise InvalidIdentifier(f"it has more than {_LONGEST:,} characters")
    return value.strip()


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise InvalidIdentifier("it has to be a text in UTF-8") from None


def _several(value: object) -> list[str]:
    """Return the texts of a list, or those in one text."""
    if isinstance(value, list):
        return [_text(one) for one in _limited(value) if not absent(one)]
    return _limited(_BETWEEN.split(_text(value).strip("|")))


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidIdentifier("`urls` and `files` of a track are lists")
    return [one for one in value if not absent(one)]


def _limited(values: list[Any]) -> list[Any]:
    if len(values) > _MOST:
        raise InvalidIdentifier(f"there are more than {_MOST:,}")
    return values


def _file(value: object) -> dict[str, str]:
    """Return the hashes of an entry of `files`."""
    if not isinstance(value, dict) or set(value) - {*_HASHES, "name"}:
        raise InvalidIdentifier("an entry of `files` has `packetsSha256`, `pcmMd5` and `name`")
    found = {n: _READERS[n](_text(value[n])) for n in _HASHES if not absent(value.get(n))}
    if not found:
        raise InvalidIdentifier("an entry of `files` has `packetsSha256` or `pcmMd5`")
    return found


def _address(text: str) -> str:
    if not iri.is_valid(text):
        raise InvalidIdentifier("an address is one such as https://mara.example.org/night-bus")
    return iri.normal(text)


def _hash(name: str, digits: int) -> Callable[[str], str]:
    shape = re.compile(f"[0-9A-Fa-f]{{{digits}}}")

    def read(text: str) -> str:
        if not shape.fullmatch(text):
            raise InvalidIdentifier(f"`{name}` is {digits} hexadecimal digits")
        return text.lower()

    return read


_READERS: Mapping[str, Callable[[str], str]] = {
    "isrc": isrc.validate,
    "mbid": mbid.validate,
    "iswc": iswc.validate,
    "iscc": iscc.validate,
    "license": _address,
    **{name: _hash(name, digits) for name, digits in _HASHES.items()},
}
