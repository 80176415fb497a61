"""Name every object of a document by the document's id and the object's JSON Pointer.

This is an independent way to the JSON-LD that `askfirst convert` writes.
"""

from collections.abc import Iterator
from urllib.parse import quote

from tests.consistency.shipped import Json

__all__ = ["named", "names"]

_LITERAL = "proof"


def named(document: Json, base: str) -> Json:
    """Return the document with its name as `@id` in every object, as section 8 says."""
    return _named(document, base, pointer="")


def _named(value: Json, base: str, pointer: str) -> Json:
    if isinstance(value, list):
        return [_named(v, base, f"{pointer}/{i}") for i, v in enumerate(value)]
    if not isinstance(value, dict):
        return value
    members = {key: _member(key, value[key], base, pointer) for key in value}
    return {"@id": f"{base}#{pointer}" if pointer else base, **members}


def _member(key: str, value: Json, base: str, pointer: str) -> Json:
    return value if key == _LITERAL else _named(value, base, f"{pointer}/{_token(key)}")


def _token(key: str) -> str:
    """Return a step of a JSON Pointer in a URI fragment (RFC 6901, sections 3 and 6)."""
    escaped = key.replace("~", "~0").replace("/", "~1")
    return quote(escaped, safe="!$&'()*+,;=:@~")


def names(document: Json, base: str) -> frozenset[str]:
    """Return the names that naming adds to a document."""
    return frozenset(_ids(named(document, base)))


def _ids(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (v for k, v in value.items() if k == "@id")
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _ids(part)
