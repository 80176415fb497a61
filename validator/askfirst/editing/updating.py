"""Make a text say what a document says, and leave the rest of it alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from askfirst.editing.changing import changes
from askfirst.editing.edits import EditFailed, apply
from askfirst.editing.manuscript import read
from askfirst.reading import Scalar, Syntax, plain, read_value, walk
from askfirst.reading.problems import Unreadable

__all__ = ["updated"]

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


def updated(
    text: str,
    document: Mapping[str, Any],
    notes: Mapping[str, str] = _NO_NOTES,
    syntax: Syntax | None = None,
) -> str:
    """Return the text, changed at as few places as possible, so that it says this document.

    Comments, blank lines, quotes, indents and line ends stay where nothing changes. `notes` are
    comments for members that are new. Raises `Unreadable` unless the text holds one object that
    is read without a problem, and `EditFailed` where no text can say the document.
    """
    page, new = read(text, syntax), _target(document)
    changed = apply(text, changes(page, new, notes))
    if changed != text and _said(changed, page.syntax) != new:
        raise EditFailed("the text cannot be changed so that it says exactly this")
    return changed


def _target(document: Mapping[str, Any]) -> object:
    """Return the document as it would be read. Raises `EditFailed` if it would be refused."""
    source = read_value(document)
    if source.root is None or source.problems:
        raise EditFailed(source.problems[0].message)
    for pointer, node in walk(source.root):
        if isinstance(node, Scalar) and node.flaw:
            raise EditFailed(f"{pointer}: {node.flaw.message}")
    return plain(source.root)


def _said(text: str, syntax: Syntax) -> object:
    try:
        return plain(read(text, syntax).root)
    except Unreadable:
        return None
