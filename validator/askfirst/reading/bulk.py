"""Read JSON at the speed of orjson, as strictly as ever where a name stands twice (RFC 8259)."""

import json
from collections.abc import Iterable

from askfirst.errors import AskFirstError

__all__ = ["NotRead", "parsed", "strings"]


class NotRead(AskFirstError):
    """Bytes are not JSON that has one meaning: they cannot be parsed, or a name stands twice."""


def parsed(data: bytes) -> object:
    """Return the value of JSON bytes; without orjson by Python's own parser, which is slower.

    Raises `NotRead`. Numbers are parsed too, though no document holds any.
    """
    try:
        import orjson  # noqa: PLC0415 - in the extra [catalog]
    except ImportError:
        return _slowly(data)
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise NotRead(str(error)) from None
    try:
        again = orjson.dumps(value)
    except orjson.JSONEncodeError as error:  # what is nested very deep is read, and not written
        raise NotRead(str(error)) from None
    # A lost member loses at least its name, and what is written again gains no string.
    if strings(data) != strings(again):
        raise NotRead("a member stands twice in one object")
    return value


def strings(data: bytes) -> int:
    """Return how many quotation marks delimit strings in valid JSON, two for each string."""
    marks = data.count(b'"')
    if b"\\" in data:
        marks -= data.replace(b"\\\\", b"").count(b'\\"')
    return marks


def _slowly(data: bytes) -> object:
    try:
        value = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_no_number)
        json.dumps(value, ensure_ascii=False).encode()  # lone surrogates are no text
    except (ValueError, RecursionError) as error:
        raise NotRead(str(error)) from None
    return value


def _once(members: Iterable[tuple[str, object]]) -> dict[str, object]:
    members = list(members)
    found = dict(members)
    if len(found) < len(members):
        raise ValueError("a member stands twice in one object")
    return found


def _no_number(text: str) -> object:
    raise ValueError(f"`{text}` is no JSON")
