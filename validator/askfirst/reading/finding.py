"""Find the documents in what was read (spec 7)."""

from collections.abc import Iterator
from enum import Enum, auto
from re import compile as pattern
from typing import NamedTuple

from askfirst.reading.limits import DOCUMENT, MOST_FAULTS
from askfirst.reading.problems import Problem
from askfirst.reading.text import Text
from askfirst.reading.tree import Mapping, Node, Scalar, Sequence, escape, walk
from askfirst.vocabulary import Configuration, DocumentType
from askfirst.vocabulary.spelling import distance

__all__ = ["Found", "beyond_limits", "find", "is_meant"]


_EDITS = 2
_LETTERS = frozenset("askfirst")
_VERSION = pattern(r"[0-9]+([.][0-9]+)*")
#: Members of which a document has one, and somebody else's object of the same type may not.
_TELLING = frozenset({"id", "issued", "rightsholders", "rights", "expression", "consent"})


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
    todo = [("", pointer, root, _Place.HELD if held else _Place.TOP)]
    while todo:
        whole, token, node, place = todo.pop()
        at = whole + token
        if isinstance(node, Mapping) and _is_document(node, place):
            found.append(Found(at, node))
        elif isinstance(node, Mapping):
            problems += _misspelt(at, node) if len(problems) < MOST_FAULTS else ()
            todo += [(at, *member) for member in reversed([*_members(node)])]
        elif isinstance(node, Sequence) and (node.items or place is not _Place.HELD):
            if place is _Place.TOP and any(_is_one(item) for item in node.items):
                place = _Place.HELD  # a list with a document holds nothing else
            todo += [(at, f"/{n}", item, place) for n, item in enumerate(node.items)][::-1]
        elif place is _Place.HELD and len(problems) < MOST_FAULTS:
            problems.append(_no_document(at, node))
    return found


def is_meant(root: Node) -> bool:
    """Tell whether a text begins like a document, or holds the member `askfirst` at its top."""
    tops = root.items if isinstance(root, Sequence) else (root,)
    named = [node for node in tops if isinstance(node, Mapping)]
    return any(_is_document(n, _Place.TOP) or any(map(is_near, n.members)) for n in named)


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
    held = node.members.get("askfirst")
    holds = held and not isinstance(held.value, Scalar)
    return place is _Place.TOP and not holds and _hints(node)


def _is_one(node: Node) -> bool:
    version = node.members.get("askfirst") if isinstance(node, Mapping) else None
    if version is None or not isinstance(version.value, Scalar):
        return False
    return isinstance(version.value.value, str) and version.value.flaw is None


def _hints(node: Mapping) -> bool:
    """Tell whether the type, or a version under a misspelt name, shows a document of ours."""
    kind = node.members.get("type")
    if kind and isinstance(kind.value, Scalar) and kind.value.value in tuple(DocumentType):
        return bool(_TELLING.intersection(node.members))
    if kind and isinstance(kind.value, Scalar) and kind.value.value in tuple(Configuration):
        return True
    return any(
        isinstance(member.value, Scalar) and _VERSION.match(str(member.value.value))
        for name, member in node.members.items()
        if is_near(name)
    )


def is_near(name: str) -> bool:
    """Tell whether two edits at the most make `askfirst` of a name; they leave five letters."""
    alike = len(_LETTERS.intersection(name.lower())) >= len(_LETTERS) - _EDITS
    return alike and distance(name.lower(), "askfirst") <= _EDITS


def _members(node: Mapping) -> Iterator[tuple[str, Node, _Place]]:
    for name, member in node.members.items():
        place = _Place.HELD if name == "askfirst" else _Place.ELSEWHERE
        yield f"/{escape(name)}", member.value, place


def _misspelt(at: str, node: Mapping) -> Iterator[Problem]:
    """Yield members that were meant as `askfirst`: what they hold would go unheard."""
    for name, member in node.members.items():
        if name != "askfirst" and is_near(name):
            message = f"the member `{name}` is not read, and looks like `askfirst`"
            pointer = f"{at}/{escape(name)}"
            yield Problem("AF015", pointer, member.start, member.end, message, "write `askfirst`")


def _no_document(at: str, node: Node) -> Problem:
    message = "no document stands here"
    return Problem(
        "AF015", at, node.start, node.end, message, "put the document here, as an object"
    )
