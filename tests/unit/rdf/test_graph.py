"""A document and its graph say the same, whatever is changed in either."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse, serialize

from askfirst.rdf import NoGraph, NotADocument, from_graph, to_graph
from askfirst.rdf.terms import AF
from tests.consistency.documents import EVERYTHING, conforming
from tests.consistency.shipped import Json
from tests.unit.rdf.graphs import changed, ordered, silent, strange

DOCUMENTS = conforming()
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CONSENT = next(one for one in EVERYTHING if one["type"] == "Consent")
RELEASE = DOCUMENTS["Release 0"]


def triples(document: Json) -> set[tuple[str, ...]]:
    return {tuple(str(node)[1:-1] for node in quad.triple) for quad in to_graph(document)}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_document_is_its_graph(document: Json) -> None:
    graph = to_graph(document)

    assert len(set(graph)) == len(graph)
    assert {quad.graph_name for quad in graph} == {NamedNode(document["id"])}
    assert not any(isinstance(node, BlankNode) for quad in graph for node in quad)
    assert ordered(from_graph(graph[::-1])) == ordered(document)
    assert from_graph([quad.triple for quad in graph]) == from_graph(graph)


@pytest.mark.parametrize("document", EVERYTHING, ids=lambda one: one["type"])
def test_no_triple_is_changed_in_silence(document: Json) -> None:
    graph = to_graph(document)

    assert silent(document, changed(graph)) == []
    assert silent(document, strange(graph)) == []


def test_parts_are_named_by_json_pointer_and_parties_by_a_property() -> None:
    name = CONSENT["id"]

    said = triples(CONSENT)

    assert (name, AF + "by", f"{name}#/by") in said
    assert (f"{name}#/by", AF + "id", CONSENT["by"]["id"]) in said
    assert {subject.split("#")[0] for subject, _, _ in said} == {name}


def test_a_party_with_two_capacities_keeps_both() -> None:
    party = {"id": "https://society.example.org/", "name": "Society"}
    entries = [
        {
            "holder": f"https://{name}.example.org/",
            "name": name,
            "rights": ["recording"],
            "mandate": {**party, "capacity": capacity},
        }
        for name, capacity in (("a", "society"), ("b", "agent"))
    ]
    document = {**DOCUMENTS["Declaration 0"], "rightsholders": entries, "by": {"id": party["id"]}}

    assert ordered(from_graph(to_graph(document))) == ordered(document)


@pytest.mark.parametrize("named", ["#/track", "#/by", "#/by/id", ""])
def test_a_party_that_is_named_like_a_part_is_none(named: str) -> None:
    document = DOCUMENTS["Declaration 0"]
    document = {**document, "by": {"id": f"{document['id']}{named}", "name": "N"}}

    assert ordered(from_graph(to_graph(document))) == ordered(document)


def test_an_empty_list_is_said() -> None:
    track = {**RELEASE["tracks"][0], "absentRights": []}
    document = {**RELEASE, "tracks": [track], "x-tags": [], "permits": []}

    said = triples(document)

    assert (f"{document['id']}#/tracks/0", AF + "absentRights", RDF + "nil") in said
    assert ordered(from_graph(to_graph(document))) == ordered(document)


def test_artists_and_lists_of_others_keep_their_order() -> None:
    track = {**RELEASE["tracks"][0], "artists": ["b", "a", "c"]}
    document = {**RELEASE, "tracks": [track], "x-tags": ["b", "a", "b"], "x-tag": "b"}

    found = from_graph(to_graph(document))

    assert found["tracks"][0]["artists"] == ["b", "a", "c"]
    assert (found["x-tags"], found["x-tag"]) == (["b", "a", "b"], "b")


@pytest.mark.parametrize(
    "more",
    [
        {"permits": ["tagging-training", "tagging-training"]},
        {"permits": "tagging-training"},
        {"permits": ["a b"]},
        {"permits": ["af:training"]},
        {"permits": ["type"]},
        {"permits": [1]},
        {"issued": ["2026-11-22T10:00:00Z"]},
        {"by": {"id": "relative.html"}},
        {"by": {"id": "af:anyone"}},
        {"by": {"@context": "https://w3id.org/askfirst/1.0/context.jsonld"}},
        {"@context": ["https://w3id.org/askfirst/1.0/context.jsonld"]},
        {"@graph": []},
        {"x-a b": "text"},
        {"x-tags": ["\ud800"]},
        {"x-tags": [{"id": "urn:example:a"}]},
        {"proof": {"number": 2**60}},
        {"supersedes": [RDF + "nil"]},
        {"id": "urn:example:a#b"},
        {"id": None},
    ],
    ids=str,
)
def test_what_a_graph_would_not_give_back_has_none(more: Json) -> None:
    with pytest.raises(NoGraph):
        to_graph({**DOCUMENTS["Declaration 0"], **more})


@pytest.mark.parametrize(
    "more",
    [{"permitts": ["search-indexing"]}, {"prohibits": ["search-indexin"]}, {"type": "Declaratoin"}],
    ids=str,
)
def test_what_is_unknown_stays_as_it_is(more: Json) -> None:
    document = {**DOCUMENTS["Declaration 0"], **more}

    assert ordered(from_graph(to_graph(document))) == ordered(document)


def _with_a_blank_cell(document: Json) -> list[Quad]:
    quads = serialize(to_graph(document), format=RdfFormat.N_QUADS) or b""
    for member in (b"x-a", b"x-b"):
        quads = quads.replace(b"<%b#/%b/0>" % (document["id"].encode(), member), b"_:cell")
    return list(parse(quads, format=RdfFormat.N_QUADS))


def test_blank_nodes_are_the_cells_of_one_list_each() -> None:
    once, twice = {**RELEASE, "x-a": ["text"]}, {**RELEASE, "x-a": ["text"], "x-b": ["text"]}

    assert ordered(from_graph(_with_a_blank_cell(once))) == ordered(once)
    with pytest.raises(NotADocument):
        from_graph(_with_a_blank_cell(twice))


def _said(subject: str, predicate: str, value: str) -> Quad:
    return Quad(
        NamedNode(subject), NamedNode(predicate), NamedNode(value), NamedNode(RELEASE["id"])
    )


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("#/tracks/0/artists/0", RDF + "rest", "#/tracks/0/artists/0"),
        ("#/tracks/0", AF + "by", "#/tracks/0"),
        ("", AF + "tracks", "#/tracks/00"),
        ("", AF + "tracks", "#/tracks/7"),
        ("", AF + "track", ""),
        ("#/by", AF + "mandate", ""),
        ("", "https://w3id.org/askfirst/x#permits", ""),
        ("", AF + "nothing", ""),
    ],
    ids=str,
)
def test_what_leads_elsewhere_is_refused(subject: str, predicate: str, value: str) -> None:
    name = RELEASE["id"]

    with pytest.raises(NotADocument):
        from_graph([*to_graph(RELEASE), _said(name + subject, predicate, name + value)])


def test_a_graph_is_named_by_its_document_and_holds_one() -> None:
    graph = to_graph(RELEASE)
    other = NamedNode("urn:example:other")
    moved = [Quad(quad.subject, quad.predicate, quad.object, other) for quad in graph]

    for wrong in (moved, [*graph, moved[0]], [*graph, *to_graph(CONSENT)], []):
        with pytest.raises(NotADocument):
            from_graph(wrong)


def test_a_proof_is_written_as_it_is_hashed() -> None:
    graph = to_graph(next(one for one in EVERYTHING if "proof" in one))
    place = next(i for i, quad in enumerate(graph) if quad.predicate.value == AF + "proof")
    proof = graph[place].object
    assert isinstance(proof, Literal)

    for text in (proof.value + " ", '{"a":1,"a":2}', "[" * 100_000, "1" * 5000, "NaN"):
        other = Literal(text, datatype=proof.datatype)
        graph[place] = Quad(
            graph[place].subject, graph[place].predicate, other, graph[place].graph_name
        )
        with pytest.raises(NotADocument):
            from_graph(graph)
