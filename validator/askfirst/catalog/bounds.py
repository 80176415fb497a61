"""Tell quickly that a text is within the limits (spec 4.1); in doubt it is not."""

from functools import cache
from typing import Any

from askfirst.reading.limits import AROUND, DOCUMENT
from askfirst.schema import load
from askfirst.vocabulary import Configuration, DocumentType

__all__ = ["SHORT", "is_plain", "surely_within"]

#: No shorter text holds too many values: each takes a character and what parts it from the next.
SHORT = 2 * DOCUMENT.values
_LONGEST_NAME = DOCUMENT.name


def surely_within(data: bytes, document: dict[str, Any], around: object) -> bool:
    """Tell whether a document, and what stands around it, is within the limits for sure.

    The depth of a document is left to its schema, which has none without an end.
    """
    if len(data) > SHORT and not _is_small(data):
        return False
    names = document.keys() <= _known() or all(map(_is_short, document))
    return names and (around is None or _is_shallow(around, AROUND.depth))


@cache
def _known() -> frozenset[str]:
    """Return the names of the members that documents have."""
    kinds = (*DocumentType, *Configuration)
    return frozenset(name for kind in kinds for name in load(kind.lower())["properties"])


def _is_short(name: str) -> bool:
    return len(name) <= _LONGEST_NAME


def is_plain(value: object, depth: int = DOCUMENT.depth) -> bool:
    """Tell whether a value holds no number, and no name or depth beyond the limits of a document.

    Everything else that keeps a text from being read as it was written keeps it from being parsed.
    """
    if type(value) is dict:
        return depth > 0 and all(
            _is_short(name) and is_plain(below, depth - 1) for name, below in value.items()
        )
    if type(value) is list:
        return depth > 0 and all(is_plain(below, depth - 1) for below in value)
    return value is None or type(value) in (str, bool)


def _is_small(data: bytes) -> bool:
    values = data.count(b",") + data.count(b"{") + data.count(b"[") + 1
    return len(data) <= DOCUMENT.bytes and values <= DOCUMENT.values


def _is_shallow(value: object, depth: int) -> bool:
    """Tell whether a value is no deeper than that, and has no name that is too long."""
    if isinstance(value, dict):
        return depth > 0 and all(
            _is_short(name) and _is_shallow(below, depth - 1) for name, below in value.items()
        )
    return not isinstance(value, list) or (
        depth > 0 and all(_is_shallow(below, depth - 1) for below in value)
    )
