"""Turn a document into a graph with three JSON-LD processors; none of them fetches anything."""

import json
import warnings
from collections.abc import Callable

import pyoxigraph
from pyld import jsonld  # type: ignore[import-untyped] # PyLD ships no types
from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from tests.consistency.shipped import Json, context

__all__ = ["PROCESSORS", "graph", "unnamed"]


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


def unnamed(named: Graph, names: frozenset[str]) -> Graph:
    """Return a graph with blank nodes in the places of the names."""
    blank = {URIRef(name): BNode() for name in names}
    anonymous = Graph()
    for subject, predicate, value in named:
        anonymous.add((_unnamed(subject, blank), predicate, _unnamed(value, blank)))
    return anonymous


def _unnamed(node: Node, blank: dict[URIRef, BNode]) -> Node:
    return blank.get(node, node) if isinstance(node, URIRef) else node
