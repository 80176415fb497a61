"""Read and write the texts of graphs: Turtle, N-Quads, and both forms of JSON-LD."""

import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from askfirst.rdf.compaction import compact, uncompacted
from askfirst.rdf.document import from_graph
from askfirst.rdf.expansion import expand
from askfirst.rdf.graph import quads, to_graph
from askfirst.rdf.problems import NoGraph, NotADocument
from askfirst.rdf.terms import AF
from askfirst.reading import Scalar, Syntax, plain, read_bytes, walk
from askfirst.reading.limits import AROUND, DOCUMENT

__all__ = ["MOST_TRIPLES", "Form", "documents", "text"]

#: A value of a document is at most a triple, the name of a part, or a cell of a list.
MOST_TRIPLES = 3 * DOCUMENT.values
_MOST_GRAPHS = 20_000
#: More bytes than the longest text of a document takes.
_MOST_UNHEARD = 2 * DOCUMENT.bytes
_PREFIXES = {
    "af": AF,
    "x": "https://w3id.org/askfirst/x#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Form(StrEnum):
    """How a graph is written."""

    JSON_LD = "jsonld"
    EXPANDED = "jsonld-expanded"
    TURTLE = "turtle"
    N_QUADS = "nquads"


def text(values: Sequence[dict[str, Any]], form: Form) -> str:
    """Return documents as the text of their graphs; only N-Quads holds several.

    Raises `NoGraph` where a document has no graph, two have one id, the form holds one only, or
    the text would be too long to be read again.
    """
    written = _text(values, form)
    if len(written.encode()) > AROUND.bytes:
        raise NoGraph(f"as {form} this is more than {AROUND.bytes // 2**20} MiB")
    return written


def _text(values: Sequence[dict[str, Any]], form: Form) -> str:
    if form is Form.N_QUADS:
        _refuse_namesakes(values)
        graphs = (quad for value in values for quad in to_graph(value))
        return _written(graphs, RdfFormat.N_QUADS)
    if len(values) != 1:
        raise NoGraph(f"{form} holds one document, and here are {len(values)}; take nquads")
    if form is Form.TURTLE:
        return _turtle(to_graph(values[0]))
    tree = compact(values[0]) if form is Form.JSON_LD else [expand(values[0])]
    return json.dumps(tree, indent=2, ensure_ascii=False) + "\n"


def _turtle(graph: Sequence[Quad]) -> str:
    """Return a graph with all that is said of a node in one place, in the order of the document."""
    places = {
        subject: place for place, subject in enumerate(dict.fromkeys(q.subject for q in graph))
    }
    triples = (q.triple for q in sorted(graph, key=lambda quad: places[quad.subject]))
    return _written(triples, RdfFormat.TURTLE)


def _written(graph: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> str:
    prefixes = _PREFIXES if form is RdfFormat.TURTLE else None
    return (serialize(graph, format=form, prefixes=prefixes) or b"").decode()


def _refuse_namesakes(values: Sequence[dict[str, Any]]) -> None:
    names = [value.get("id") for value in values]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise NoGraph(f"two documents have the id {twice[0]}, and one graph holds one of them")
    if len(values) > _MOST_GRAPHS:
        raise NoGraph(f"these are more than {_MOST_GRAPHS} documents")


def documents(data: bytes, form: Form) -> list[dict[str, Any]]:
    """Return the documents in the text of graphs, in order.

    Raises `NotADocument` for everything that is not the graph of a document, and for more than
    16 MiB, or 60,000 triples for one document. Nothing is fetched, whatever the text names.
    """
    if len(data) > AROUND.bytes:
        raise NotADocument(f"there are more than {AROUND.bytes // 2**20} MiB here")
    if form is Form.N_QUADS:
        return [from_graph(graph) for graph in _graphs(_parsed(data, RdfFormat.N_QUADS))]
    if form is Form.TURTLE:
        return [from_graph(_bounded(_parsed(data, RdfFormat.TURTLE)))]
    return [_from_json_ld(_json(data))]


class _Watched(io.BytesIO):
    """Bytes that end where the parser reads on and finds no triple, as in deep nesting."""

    unheard = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.unheard += size or 0
        if self.unheard > _MOST_UNHEARD:
            raise OSError("it is nested too deep, or says one thing at too great length")
        return super().read(size)


def _parsed(data: bytes, form: RdfFormat) -> Iterator[Quad]:
    watched = _Watched(data)
    try:
        for quad in parse(watched, format=form):
            yield quad
            watched.unheard = 0
    except (SyntaxError, ValueError, OSError) as error:
        raise NotADocument(f"this is no {form.name}: {error}") from error


def _bounded(graph: Iterable[Quad]) -> Iterator[Quad]:
    for count, quad in enumerate(graph):
        if count >= MOST_TRIPLES:
            raise NotADocument(f"there are more than {MOST_TRIPLES} triples for one document")
        yield quad


def _graphs(found: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Return the graphs in order, each bounded."""
    graphs: dict[NamedNode, list[Quad]] = {}
    for count, quad in enumerate(found):
        name = quad.graph_name
        if not isinstance(name, NamedNode):
            where = (
                "outside of every graph" if name == DefaultGraph() else "in a graph without name"
            )
            raise NotADocument(f"{quad.triple} stands {where}; a document is a named graph")
        graphs.setdefault(name, []).append(quad)
        if len(graphs[name]) > MOST_TRIPLES or count >= AROUND.values or len(graphs) > _MOST_GRAPHS:
            raise NotADocument(
                f"there are more than {MOST_TRIPLES} triples for one document, {AROUND.values} "
                f"here, or {_MOST_GRAPHS} documents"
            )
    if not graphs:
        raise NotADocument("there is no graph here")
    yield from graphs.values()


def _json(data: bytes) -> object:
    source = read_bytes(data, Syntax.JSON)
    if source.problems or source.root is None:
        raise NotADocument(f"this is no JSON: {source.problems[0].message}")
    for pointer, node in walk(source.root):
        if isinstance(node, Scalar) and node.flaw:
            raise NotADocument(f"{pointer}: {node.flaw[1]}")
    return plain(source.root)


def _from_json_ld(value: object) -> dict[str, Any]:
    if isinstance(value, dict) and "@context" in value:
        try:
            return uncompacted(value)
        except NoGraph as error:
            raise NotADocument(str(error)) from error
    tree = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(tree, dict):
        raise NotADocument("JSON-LD of a document is one object, compact or expanded")
    return from_graph(_bounded(quads(tree)))
