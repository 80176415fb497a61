"""A document is one graph, whoever reads it, and says nothing that the graph leaves out."""

from pathlib import Path

import pytest
import rdflib
from rdflib import BNode
from rdflib.compare import isomorphic
from rdflib.term import Node

from tests.consistency.changes import Route, at, members_in, replaced, without
from tests.consistency.documents import (
    EVERYTHING,
    STORIES,
    conforming,
    documents_in,
    stories,
    twins,
)
from tests.consistency.engines import validator
from tests.consistency.graphs import PROCESSORS, graph, listed, unnamed
from tests.consistency.naming import named, names
from tests.consistency.shipped import Json, document_schemas, members

DOCUMENTS = conforming()
#: The member without a triple in what a JSON-LD processor makes: the address of the context.
WITHOUT_TRIPLE = {"@context"}

each_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
each_processor = pytest.mark.parametrize("processor", PROCESSORS)


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep rdflib from writing 2026-11-22T10:00:00Z as 2026-11-22T10:00:00+00:00."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def named_graph(document: Json, base: str) -> set[tuple[Node, ...]]:
    return listed(graph(named(document, base)))


def test_there_are_stories_in_both_syntaxes() -> None:
    assert stories(), f"{STORIES} holds no document"
    assert twins(), f"{STORIES} holds nothing in both syntaxes"


def test_the_documents_hold_every_member() -> None:
    held = {route[-1] for one in EVERYTHING for route in members_in(one)}
    assert set(members()) - held == set()


@each_document
def test_a_document_has_the_shape_of_its_type(document: Json) -> None:
    assert list(validator(document_schemas()[document["type"]]).iter_errors(document)) == []


@each_document
def test_a_graph_has_no_blank_nodes(document: Json) -> None:
    nodes = {node for triple in named_graph(document, document["id"]) for node in triple}
    assert nodes
    assert [node for node in nodes if isinstance(node, BNode)] == []


@each_document
@each_processor
def test_without_names_it_is_the_same_graph_with_blank_nodes(
    processor: str, document: Json
) -> None:
    one = named(document, document["id"])
    expected = unnamed(graph(one), names(document, document["id"]))
    assert isomorphic(graph(document, processor), expected)


@pytest.mark.parametrize(("yaml", "json"), twins(), ids=lambda f: str(f.relative_to(STORIES)))
def test_yaml_and_json_are_the_same_graph(yaml: Path, json: Path) -> None:
    graphs = [[named_graph(d, d["id"]) for d in documents_in(file)] for file in (yaml, json)]
    assert graphs[0] == graphs[1]


@each_document
def test_every_member_shows_in_the_graph(document: Json) -> None:
    assert [path for path in members_in(document) if _is_silent(document, path)] == []


def _is_silent(document: Json, path: Route) -> bool:
    """Tell whether the graph stays the same without the member and with another value in it.

    The second matters where two members say the same, such as the name of a party named twice.
    A member without a value (an empty list) has no triple in any graph.
    """
    if path[-1] in WITHOUT_TRIPLE or at(document, path) in ([], None):
        return False
    whole = named_graph(document, document["id"])
    changed = (without(document, path), replaced(document, path, "urn:example:another"))
    return all(named_graph(one, document["id"]) == whole for one in changed)
