"""Turn a document into a graph with three JSON-LD processors; none of them fetches anything."""

import json
import re
import warnings
from collections.abc import Callable

import pyoxigraph
from pyld import jsonld  # type: ignore[import-untyped] # PyLD ships no types
from rdflib import RDF, BNode, Graph, URIRef
from rdflib.term import Node

from tests.consistency.shipped import AF, Json, context

__all__ = ["PROCESSORS", "graph", "listed", "unnamed"]


def graph(document: Json, processor: str = "pyoxigraph") -> Graph:
    """Return the graph that a processor sees, with the shipped context for its address."""
    return PROCESSORS[processor]({**document, "@context": context()})


def _with_pyoxigraph(document: Json) -> Graph:
    triples = pyoxigraph.parse(json.dumps(document), format=pyoxigraph.RdfFormat.JSON_LD)
    lines = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines, format="nt")


def _with_pyld(document: Json) -> Graph:
    options = {"format": "application/n-quads", "documentLoader": _refuse}
    return Graph().parse(data=jsonld.to_rdf(document, options), format="nt")


def _refuse(address: str, _options: Json) -> Json:
    raise AssertionError(f"the context stands alone, yet {address} is to be fetched")


def _with_rdflib(document: Json) -> Graph:
    with warnings.catch_warnings():  # its JSON-LD parser uses a class that it deprecates itself
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=json.dumps(document), format="json-ld")


PROCESSORS: dict[str, Callable[[Json], Graph]] = {
    "pyoxigraph": _with_pyoxigraph,
    "PyLD": _with_pyld,
    "rdflib": _with_rdflib,
}


def listed(given: Graph) -> set[tuple[Node, ...]]:
    """Return the triples of a graph; the cells of its lists have the names of section 8."""
    names: dict[Node, Node] = {}
    for subject, predicate, head in given:
        if isinstance(head, BNode) and predicate != RDF.rest:
            mark, member = (
                "/" if "#" in str(subject) else "#/",
                re.split("[#/]", str(predicate))[-1],
            )
            cells = (one for one in given.transitive_objects(head, RDF.rest) if one)
            named = {c: URIRef(f"{subject}{mark}{member}/{i}") for i, c in enumerate(cells)}
            names |= {cell: name for cell, name in named.items() if cell != RDF.nil}
    return {tuple(names.get(node, node) for node in triple) for triple in given}


def unnamed(named: Graph, names: frozenset[str]) -> Graph:
    """Return a graph with blank nodes in the places of the names; what is an address stays one."""
    addresses = {
        AF[k] for k, v in context().items() if isinstance(v, dict) and v.get("@type") == "@id"
    }
    blank = {URIRef(name): BNode() for name in names}
    anonymous = Graph()
    for subject, predicate, value in named:
        kept = {} if predicate in addresses else blank
        anonymous.add((_unnamed(subject, blank), predicate, _unnamed(value, kept)))
    return anonymous


def _unnamed(node: Node, blank: dict[URIRef, BNode]) -> Node:
    return blank.get(node, node) if isinstance(node, URIRef) else node
