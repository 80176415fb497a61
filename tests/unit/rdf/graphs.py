"""Say when two documents are the same, and change a graph by one triple."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from askfirst.rdf import NotADocument, from_graph, to_graph
from askfirst.rdf.terms import AF
from tests.consistency.shipped import Json

__all__ = ["XSD", "changed", "ordered", "read", "silent", "strange"]

XSD = "http://www.w3.org/2001/XMLSchema#"


def ordered(value: Json, name: str = "") -> Json:
    """Return a document with its sets in one order; only artists and members x- are in order."""
    if isinstance(value, dict):
        return {key: one if key == "proof" else ordered(one, key) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    entries = [ordered(one, name) for one in value]
    texts = all(isinstance(one, str) for one in entries)
    kept = name == "artists" or name.startswith("x-") or not texts
    return entries if kept else sorted(entries)


def read(graph: list[Quad]) -> Json:
    """Return the document of a graph in one order, or None where it is refused."""
    try:
        return ordered(from_graph(graph))
    except NotADocument:
        return None


def silent(document: Json, graphs: Iterator[list[Quad]]) -> list[list[Quad]]:
    """Return the graphs that are read as the document although they say something else."""
    whole, same = set(to_graph(document)), ordered(document)
    return [graph for graph in graphs if set(graph) != whole and read(graph) == same]


def changed(graph: list[Quad]) -> Iterator[list[Quad]]:
    """Yield a graph without each of its triples, and with each said in another way."""
    for place, quad in enumerate(graph):
        rest = [*graph[:place], *graph[place + 1 :]]
        yield rest
        yield from ([*rest, other] for other in _others(quad))
        yield from ([*graph, other] for other in _others(quad))


def _others(quad: Quad) -> Iterator[Quad]:
    subject, predicate, value, name = quad
    text = value.value if isinstance(value, Literal | NamedNode) else ""
    for other in (
        Literal(text + "x"),
        Literal(text, language="en"),
        Literal(text, datatype=NamedNode(XSD + "token")),
        NamedNode("urn:example:other"),
        BlankNode("b"),
        subject,
    ):
        if other != value:
            yield Quad(subject, predicate, other, name)
    for other in (
        "urn:example:property",
        AF + "permits",
        AF + "by",
        "https://w3id.org/askfirst/x#by",
    ):
        if other != predicate.value:
            yield Quad(subject, NamedNode(other), value, name)


def strange(graph: list[Quad]) -> Iterator[list[Quad]]:
    """Yield a graph with one triple more that nothing in it leads to."""
    name = graph[0].graph_name
    part = NamedNode(f"{str(name)[1:-1]}#/x")
    for subject in (NamedNode("urn:example:s"), BlankNode("b"), part):
        yield [*graph, Quad(subject, NamedNode(AF + "name"), Literal("more"), name)]
