"""Every document is its graph, in every form and whatever happens to a triple of it."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse

from askfirst.checking import check
from askfirst.rdf import to_graph
from askfirst.rdf.syntaxes import Form, documents, text
from tests.consistency.graphs import PROCESSORS, listed
from tests.consistency.shipped import Json, context
from tests.property.documents import documents as any_document
from tests.unit.rdf.graphs import changed, ordered, read

#: A fifth of the examples: one document is read in many ways here.
few = settings(max_examples=max(settings().max_examples // 5, 10))
#: What is hashed or signed knows of the order of sets, too.
OF_THE_ORDER = {"AF213"}


def codes(document: Json) -> set[str]:
    return {finding.code for finding in check(document).findings} - OF_THE_ORDER


@given(document=any_document())
def test_a_document_comes_back_from_every_form(document: Json) -> None:
    for form in Form:
        (found,) = documents(text([document], form).encode(), form)

        assert ordered(found) == ordered(document)
    assert codes(found) == codes(document)


@few
@given(document=any_document())
def test_other_processors_make_the_same_graph(document: Json) -> None:
    compact = {**json.loads(text([document], Form.JSON_LD)), "@context": context()}
    (expanded,) = json.loads(text([document], Form.EXPANDED))
    one, *others = (
        listed(PROCESSORS[processor](tree))
        for processor in ("pyoxigraph", "PyLD")
        for tree in (compact, expanded)
    )

    assert others == [one] * 3
    assert len(one) == len(to_graph(document))


@few
@given(document=any_document())
def test_the_text_of_a_graph_is_the_graph(document: Json) -> None:
    graph = to_graph(document)

    quads = text([document], Form.N_QUADS).encode()
    turtle = text([document], Form.TURTLE).encode()
    assert set(parse(quads, format=RdfFormat.N_QUADS)) == set(graph)
    triples = parse(turtle, format=RdfFormat.TURTLE)
    assert {quad.triple for quad in triples} == {quad.triple for quad in graph}


@few
@given(document=any_document(), data=st.data())
def test_no_triple_is_changed_in_silence(document: Json, data: st.DataObject) -> None:
    graph = to_graph(document)

    for _ in range(5):
        place = data.draw(st.integers(0, len(graph) - 1))
        other = data.draw(st.sampled_from([*changed(graph[place : place + 1])]))
        found = _with(graph, place, other)
        if set(found) != set(graph):
            assert read(found) != ordered(document)


def _with(graph: list[Quad], place: int, other: list[Quad]) -> list[Quad]:
    return [*graph[:place], *other, *graph[place + 1 :]]
