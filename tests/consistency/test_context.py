"""The context stands alone, and what is not ours stays visible without being taken for ours."""

import pytest
from pyld.jsonld import JsonLdError  # type: ignore[import-untyped] # PyLD ships no types
from rdflib import RDF, Graph, Literal, URIRef

from tests.consistency.documents import conforming
from tests.consistency.graphs import PROCESSORS, graph
from tests.consistency.shipped import AF, Json, context, members

X = "https://w3id.org/askfirst/x#"
DECLARATION = conforming()["Declaration 0"]
ID = URIRef(DECLARATION["id"])

each_processor = pytest.mark.parametrize("processor", PROCESSORS)


def graph_with(processor: str, **more: Json) -> Graph:
    return graph({"@id": DECLARATION["id"], **DECLARATION, **more}, processor)


def test_the_context_uses_three_keywords_and_fetches_nothing() -> None:
    assert {k: v for k, v in context().items() if k.startswith("@")} == {
        "@version": 1.1,
        "@protected": True,
        "@vocab": X,
    }


def test_the_context_is_protected_as_a_whole() -> None:
    inner = [v for v in context().values() if isinstance(v, dict)]
    assert {key for term in inner for key in term} == {"@id", "@type", "@container"}


def test_no_member_is_a_keyword_but_the_context() -> None:
    assert {name for name in members() if name.startswith("@")} == {"@context"}


def test_one_keyword_has_an_alias_and_every_other_member_a_property() -> None:
    plain = {name for name, term in context().items() if isinstance(term, str) and ":" not in term}
    assert plain - {"@vocab"} == {"type"}
    assert context()["type"] == "@type"


@each_processor
def test_an_unknown_member_stays_visible(processor: str) -> None:
    found = graph_with(processor, permitts="search-indexing")
    assert (ID, URIRef(X + "permitts"), Literal("search-indexing")) in found


@each_processor
def test_a_member_of_somebody_else_stays_visible(processor: str) -> None:
    found = graph_with(processor, **{"x-row": "catalog row 12"})
    assert (ID, URIRef(X + "x-row"), Literal("catalog row 12")) in found


@each_processor
def test_an_unknown_word_stays_visible(processor: str) -> None:
    found = graph_with(processor, prohibits=["search-indexin"])
    assert (ID, AF.prohibits, URIRef(X + "search-indexin")) in found


@each_processor
def test_an_unknown_document_type_stays_visible(processor: str) -> None:
    found = graph_with(processor, type="Declaratoin")
    assert list(found.objects(ID, RDF.type)) == [URIRef(X + "Declaratoin")]


@each_processor
def test_a_word_is_a_concept_only_where_a_word_is_expected(processor: str) -> None:
    found = graph_with(processor, prohibits=["training"], askfirst="training")
    assert set(found.objects(ID, AF.prohibits)) == {AF.training}
    assert set(found.objects(ID, AF.specVersion)) == {Literal("training")}


@pytest.mark.parametrize("processor", ["pyoxigraph", "PyLD"])  # rdflib ignores the second context
def test_a_term_cannot_be_redefined(processor: str) -> None:
    harmless = {**DECLARATION, "@context": [context(), {}]}
    hostile = {**DECLARATION, "@context": [context(), {"permits": str(AF.prohibits)}]}

    assert len(PROCESSORS[processor](harmless)) > 0
    with pytest.raises((SyntaxError, JsonLdError)):
        PROCESSORS[processor](hostile)
