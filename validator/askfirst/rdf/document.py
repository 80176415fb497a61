"""Turn a graph back into the document whose graph it is."""

import json
import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from askfirst.rdf.graph import to_graph
from askfirst.rdf.problems import NoGraph, NotADocument
from askfirst.rdf.terms import (
    FIRST,
    NIL,
    REST,
    SPEC_VERSION,
    is_list,
    member,
    rank,
    term,
    word,
)
from askfirst.reading.limits import DOCUMENT

__all__ = ["from_graph"]

_Node: TypeAlias = NamedNode | BlankNode | Triple
_Object: TypeAlias = NamedNode | BlankNode | Literal | Triple
_Statement: TypeAlias = tuple[_Node, NamedNode, _Object]
_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,4})")
_SHOWN = 300


def from_graph(graph: Iterable[Quad | Triple]) -> dict[str, Any]:
    """Return the document that a graph is the graph of.

    Raises `NotADocument` for every graph that is not exactly that of a document: what the
    document does not say is never dropped. Whether the document conforms is for `check` to say.
    """
    given = list(graph)
    reader = _Reader({(one.subject, one.predicate, one.object) for one in given})
    top = reader.top()
    for name in {one.graph_name for one in given if isinstance(one, Quad)}:
        if name not in (DefaultGraph(), top):
            raise NotADocument(f"the graph {name} is not named by its document, {top}")
    document = reader.node(top, "")
    _compare(reader.statements(), document)
    return document


def _compare(given: set[_Statement], document: dict[str, Any]) -> None:
    """Refuse a graph that says more or less than the document read from it."""
    try:
        said = {(one.subject, one.predicate, one.object) for one in to_graph(document)}
    except NoGraph as error:
        raise NotADocument(str(error)) from error
    for those, what in ((given - said, "this is said in no document"), (said - given, "missing")):
        if those:
            first = min(" ".join(map(str, one)) for one in those)
            raise NotADocument(f"{what}: {first[:_SHOWN]}")


class _Reader:
    """What a graph says of each node; the cells of lists are renamed as they are met."""

    def __init__(self, statements: set[_Statement]) -> None:
        self._statements = statements
        self._names: dict[_Node, NamedNode] = {}
        self._about: dict[_Node, dict[str, list[_Object]]] = {}
        for subject, predicate, value in statements:
            self._about.setdefault(subject, {}).setdefault(predicate.value, []).append(value)

    def statements(self) -> set[_Statement]:
        """Return what the graph says, with the names of cells in place of blank nodes."""
        if not self._names:
            return self._statements
        return {(self._name(s), p, self._name(o)) for s, p, o in self._statements}  # type: ignore[misc]  # a subject is no literal

    def _name(self, node: _Object) -> _Object:
        return self._names.get(node, node) if isinstance(node, BlankNode) else node

    def top(self) -> NamedNode:
        """Return the document itself: the one node that names a version of the specification."""
        found = [node for node, said in self._about.items() if SPEC_VERSION in said]
        if len(found) != 1 or not isinstance(found[0], NamedNode):
            raise NotADocument(
                f"{len(found)} nodes have af:specVersion; a graph is that of one document, which "
                "has it and is named by its id"
            )
        self._base = found[0].value
        return found[0]

    def node(self, name: _Node, pointer: str) -> dict[str, Any]:
        """Return the object that a node is."""
        if pointer.count("/") > DOCUMENT.depth:
            raise NotADocument(f"{name} is more than {DOCUMENT.depth} deep")
        said = {member(iri): values for iri, values in self._about[name].items()}
        return {one: self._values(one, said[one], pointer) for one in sorted(said, key=rank)}

    def _values(self, name: str, values: list[_Object], around: str) -> object:
        pointer, first, several = f"{around}/{name}", values[0], is_list(name, around)
        if len(values) == 1 and several:
            if isinstance(first, NamedNode) and first.value == NIL:
                return []
            if term(name).container == "@list":
                return self._sequence(name, first, pointer)
            if name == "models" and isinstance(first, NamedNode) and first not in self._about:
                return word(first.value)
        if several and term(name).container != "@list":
            return self._entries(name, values, pointer)
        if len(values) > 1:
            raise NotADocument(f"{self._base}#{pointer} has two values where one may stand")
        return self._value(name, first, pointer)

    def _sequence(self, name: str, head: _Object, pointer: str) -> object:
        """Return the texts of a list, or the one text of a member that is somebody else's."""
        if isinstance(head, Literal) and not term(name).is_ours:
            return head.value
        texts: list[str] = []
        while not (isinstance(head, NamedNode) and head.value == NIL):
            said = self._about.get(head, {}) if isinstance(head, NamedNode | BlankNode) else {}
            here, rest = said.get(FIRST, ()), said.get(REST, ())
            if len(here) != 1 or len(rest) != 1 or head in self._names:
                raise NotADocument(f"{self._base}#{pointer} is no list that ends")
            self._names[head] = NamedNode(f"{self._base}#{pointer}/{len(texts)}")  # type: ignore[index]  # a literal has no `said`
            texts.append(self._value(name, here[0], pointer))
            head = rest[0]
        return texts

    def _entries(self, name: str, values: list[_Object], pointer: str) -> list[Any]:
        stem, parts, others = f"{self._base}#{pointer}/", list[tuple[int, _Node]](), list[Any]()
        for value in values:
            index = value.value.removeprefix(stem) if isinstance(value, NamedNode) else ""
            if isinstance(value, NamedNode) and value in self._about and _INDEX.fullmatch(index):
                parts.append((int(index), value))
            else:
                others.append(self._value(name, value, pointer))
        indexed = sorted(parts, key=lambda part: part[0])
        return [
            *(self.node(one, f"{pointer}/{index}") for index, one in indexed),
            *sorted(others, key=str),
        ]

    def _value(self, name: str, value: _Object, pointer: str) -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, Literal):
            return _parsed(value.value) if term(name).kind == "@json" else value.value
        if not isinstance(value, NamedNode):
            raise NotADocument(f"{self._base}#{pointer}: a part has a name, and is not blank")
        if value.value == f"{self._base}#{pointer}" and value in self._about:
            return self.node(value, pointer)
        if term(name).kind == "@id":
            return value.value
        return word(value.value)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotADocument("a proof is no JSON") from error
