"""Turn a document into its named graph."""

from collections.abc import Iterator, Mapping
from typing import Any

import rfc8785
from pyoxigraph import Literal, NamedNode, Quad

from askfirst.rdf.expansion import Tree, expand
from askfirst.rdf.problems import NoGraph, NotADocument
from askfirst.rdf.terms import FIRST, JSON, NIL, REST, TYPE, member

__all__ = ["quads", "to_graph"]

_NODE, _REFERENCE = "@id", {"@id"}


def to_graph(document: Mapping[str, Any]) -> list[Quad]:
    """Return the graph of a document, each triple once, in the graph that its id names.

    Raises `NoGraph` where it could not be read back as the same document.
    """
    try:
        return quads(expand(document))
    except NotADocument as error:
        raise NoGraph(str(error)) from error


def quads(tree: Tree) -> list[Quad]:
    """Return what one tree of expanded JSON-LD says, in the graph that its top names.

    Only what `expand` writes is read: `@id`, `@type`, `@list` and `@value`. Raises `NotADocument`.
    """
    try:
        name = NamedNode(_named(tree))
        return [Quad(*triple, name) for triple in dict.fromkeys(_node(tree))]
    except (ValueError, RecursionError, TypeError) as error:  # no IRI, a lone surrogate, no JSON
        raise NotADocument(f"this is no expanded JSON-LD of a document: {error}") from error


_Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def _node(tree: Tree) -> Iterator[_Triple]:
    subject = NamedNode(_named(tree))
    for key, values in tree.items():
        if key == _NODE:
            continue
        if not isinstance(values, list):
            raise NotADocument(f"{subject} {key}: expanded JSON-LD has lists here")
        predicate = NamedNode(TYPE if key == "@type" else key)
        for value in values:
            given = {"@id": value} if key == "@type" else value
            yield from _statement(subject, predicate, given)


def _statement(subject: NamedNode, predicate: NamedNode, value: Tree) -> Iterator[_Triple]:
    if not isinstance(value, dict):
        raise NotADocument(f"{subject} {predicate}: expanded JSON-LD has objects here")
    if value.keys() == {"@list"}:
        yield from _list(subject, predicate, value["@list"])
    elif "@value" in value:
        yield subject, predicate, _literal(value)
    else:
        yield subject, predicate, NamedNode(_named(value))
        if value.keys() != _REFERENCE:
            yield from _node(value)


def _list(subject: NamedNode, predicate: NamedNode, values: list[Tree]) -> Iterator[_Triple]:
    """Yield the cells of a list, each named by the JSON Pointer of its entry."""
    mark = "/" if "#" in subject.value else "#/"
    stem = f"{subject.value}{mark}{member(predicate.value)}"
    cells = [*(NamedNode(f"{stem}/{index}") for index in range(len(values))), NamedNode(NIL)]
    yield subject, predicate, cells[0]
    for value, cell, rest in zip(values, cells, cells[1:], strict=False):
        yield cell, NamedNode(FIRST), _literal(value)
        yield cell, NamedNode(REST), rest


def _literal(value: Tree) -> Literal:
    datatype = value.get("@type")
    if value.keys() - {"@type", "@value"}:
        raise NotADocument(f"a value has `@value` and `@type`, and no {', '.join(value)}")
    if datatype == "@json":
        return Literal(rfc8785.dumps(value["@value"]).decode(), datatype=NamedNode(JSON))
    if not isinstance(value["@value"], str):
        raise NotADocument("every value is text")
    return Literal(value["@value"], datatype=NamedNode(datatype) if datatype else None)


def _named(tree: Tree) -> str:
    name = tree.get(_NODE)
    if not isinstance(name, str):
        raise NotADocument("every object has its name as `@id`")
    return name
