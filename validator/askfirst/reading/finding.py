"""Find the documents in what was read (spec 7)."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from askfirst.reading.limits import DOCUMENT
from askfirst.reading.problems import Problem
from askfirst.reading.text import Text
from askfirst.reading.tree import Mapping, Member, Node, Scalar, Sequence, escape, walk
from askfirst.vocabulary import DocumentType
from askfirst.vocabulary.spelling import distance

__all__ = ["Found", "beyond_limits", "find", "is_near"]


_EDITS = 2
_LETTERS = frozenset("askfirst")


class Found(NamedTuple):
    """A document, and its JSON Pointer in what was read."""

    pointer: str
    node: Node


class _Place(Enum):
    """Where a value stands: at the top, under the member `askfirst`, or elsewhere."""

    TOP = auto()
    HELD = auto()
    ELSEWHERE = auto()


def find(
    root: Node, problems: list[Problem], pointer: str = "", *, held: bool = False
) -> list[Found]:
    """Return the documents in a tree, in order, adding to `problems` where one should be.

    A document is an object that names its version. In somebody else's object it is what the
    member `askfirst` holds, at any depth; a list holds one after the other. With `held` the
    root itself is what such a member holds.
    """
    found = []
    todo = [(pointer, root, _Place.HELD if held else _Place.TOP)]
    while todo:
        at, node, place = todo.pop()
        if isinstance(node, Sequence):
            if place is _Place.TOP and any(_is_one(item) for item in node.items):
                place = _Place.HELD  # a list with a document holds nothing else
            todo += [(f"{at}/{n}", item, place) for n, item in enumerate(node.items)][::-1]
        elif isinstance(node, Scalar):
            problems += [_no_document(at, node)] * (place is _Place.HELD)
        elif _is_document(node, place):
            found.append(Found(at, node))
        else:
            problems += _misspelt(at, node)
            todo += list(_members(at, node))[::-1]
    return found


def beyond_limits(found: Found, text: Text | None) -> Problem | None:
    """Return where and how a document is beyond its limits, if it is (AF013)."""
    node = found.node
    if text and len(text.content[node.start : node.end].encode()) > DOCUMENT.bytes:
        return _beyond(found, f"the document is larger than {DOCUMENT.bytes // 2**20} MiB")
    values = 0
    for pointer, part in walk(node):
        values += 1
        if pointer.count("/") + (not isinstance(part, Scalar)) > DOCUMENT.depth:
            deep = Found(found.pointer + pointer, part)
            return _beyond(deep, f"this is nested more than {DOCUMENT.depth} levels deep")
    if values > DOCUMENT.values:
        return _beyond(found, f"the document holds more than {DOCUMENT.values:,} values")
    return None


def _beyond(found: Found, message: str) -> Problem:
    advice = "take out what does not belong to the document"
    return Problem("AF013", found.pointer, found.node.start, found.node.start + 1, message, advice)


def _is_document(node: Mapping, place: _Place) -> bool:
    """Tell whether an object is meant as a document; at the top also if its version is misspelt."""
    if place is _Place.HELD or _is_one(node):
        return True
    return place is _Place.TOP and any(_hints(member) for member in node.members.values())


def _is_one(node: Node) -> bool:
    version = node.members.get("askfirst") if isinstance(node, Mapping) else None
    return bool(
        version and isinstance(version.value, Scalar) and isinstance(version.value.value, str)
    )


def _hints(member: Member) -> bool:
    """Tell whether a member of an object at the top shows that a document was meant."""
    if not isinstance(member.value, Scalar):
        return False
    if member.name == "type":
        return member.value.value in tuple(DocumentType)
    return member.name != "askfirst" and is_near(member.name)


def is_near(name: str) -> bool:
    """Tell whether two edits at the most make `askfirst` of a name; they leave five letters."""
    alike = len(_LETTERS.intersection(name.lower())) >= len(_LETTERS) - _EDITS
    return alike and distance(name.lower(), "askfirst") <= _EDITS


def _members(at: str, node: Mapping) -> Iterator[tuple[str, Node, _Place]]:
    for name, member in node.members.items():
        place = _Place.HELD if name == "askfirst" else _Place.ELSEWHERE
        yield f"{at}/{escape(name)}", member.value, place


def _misspelt(at: str, node: Mapping) -> Iterator[Problem]:
    """Yield members that were meant as `askfirst`: what they hold would go unheard."""
    for name, member in node.members.items():
        if name != "askfirst" and is_near(name):
            message = f"the member `{name}` is not read, and looks like `askfirst`"
            pointer = f"{at}/{escape(name)}"
            yield Problem("AF015", pointer, member.start, member.end, message, "write `askfirst`")


def _no_document(at: str, node: Scalar) -> Problem:
    message = "the member `askfirst` holds no document"
    return Problem(
        "AF015", at, node.start, node.end, message, "put the document here, as an object"
    )
