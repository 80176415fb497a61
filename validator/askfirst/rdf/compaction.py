"""Write a document as compact JSON-LD whose graph is exactly ours, and read it (spec 8)."""

from collections.abc import Mapping
from typing import Any

from askfirst.rdf.expansion import Tree, expand
from askfirst.rdf.problems import NotADocument
from askfirst.rdf.terms import AF, CONTEXT, CONTEXT_OF, rank, term

__all__ = ["compact", "uncompacted"]

#: That the document itself has a `@context`, which every compact text has.
_HAS_CONTEXT = CONTEXT_OF.replace(AF, "af:")


def compact(document: Mapping[str, Any]) -> Tree:
    """Return a document in compact JSON-LD: its members, each object with its name as `@id`.

    An empty list, and a list in a member of somebody else, is an `@list`; everything else is as
    in the document. Raises `NoGraph`.
    """
    name = expand(document)["@id"]
    marked = {_HAS_CONTEXT: {"@id": CONTEXT}} if "@context" in document else {}
    return {"@context": CONTEXT, "@id": name, **marked, **_members(document, name, "")}


def _members(members: Mapping[str, Any], base: str, pointer: str) -> Tree:
    names = [name for name in members if name != "@context"]
    return {name: _value(name, members[name], base, f"{pointer}/{name}") for name in names}


def _value(name: str, value: object, base: str, pointer: str) -> object:
    if term(name).kind == "@json":
        return value
    if isinstance(value, list):
        listed = not value or not term(name).is_ours
        return {"@list": value} if listed else _entries(name, value, base, pointer)
    if isinstance(value, Mapping):
        return {"@id": f"{base}#{pointer}", **_members(value, base, pointer)}
    return value


def _entries(name: str, values: list[Any], base: str, pointer: str) -> list[object]:
    return [_value(name, one, base, f"{pointer}/{index}") for index, one in enumerate(values)]


def uncompacted(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document that a text of compact JSON-LD is.

    That is what `compact` writes, or a document that has the published context itself. Any other
    context, and every other way to say the same, raises `NotADocument`.
    """
    if tree.get("@context") != CONTEXT:
        raise NotADocument(f"@context: write {CONTEXT}; no other context is read")
    if "@id" not in tree:
        return dict(tree)
    document = {name: _plain(name, tree[name]) for name in sorted(tree, key=rank)}
    for name in ("@id", _HAS_CONTEXT, *(() if _HAS_CONTEXT in tree else ("@context",))):
        document.pop(name, None)
    if compact(document) != tree:
        raise NotADocument(
            "this JSON-LD says a document in another way than is written here: every object has "
            "its name as `@id`, and keywords beside it are `@list` only"
        )
    return document


def _plain(name: str, value: object) -> object:
    """Return a value without what JSON-LD adds; what is added otherwise than we do stays."""
    if term(name).kind == "@json":
        return value
    if isinstance(value, list):
        return [_plain(name, one) for one in value]
    if not isinstance(value, Mapping):
        return value
    if value.keys() == {"@list"}:
        return value["@list"]
    return {one: _plain(one, value[one]) for one in value if one != "@id"}
