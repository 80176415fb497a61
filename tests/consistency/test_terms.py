"""Every term of the vocabulary is fully described, with terms that exist."""

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.namespace import DefinedNamespaceMeta
from rdflib.term import Node

from askfirst import SPEC_VERSION
from tests.consistency.mappings import is_foreign
from tests.consistency.shipped import AF, vocabulary

VS = "http://www.w3.org/2003/06/sw-vocab-status/ns#"
ONTOLOGY = URIRef(AF)
CLOSED: tuple[DefinedNamespaceMeta, ...] = (RDF, RDFS, OWL, SKOS, XSD, DCTERMS)
#: Addresses that are values, not terms.
ADDRESSES = {
    "https://www.apache.org/licenses/LICENSE-2.0",
    "https://w3id.org/askfirst/1.0/vocabulary.ttl",
}
#: The terms of other signals, which `test_mappings` looks at.
FOREIGN = {term for term in vocabulary().subjects() if is_foreign(term)}
TERMS = sorted(set(vocabulary().subjects()) - {ONTOLOGY} - FOREIGN, key=str)

CONCEPTS = sorted(set(vocabulary().subjects(RDF.type, SKOS.Concept)) - FOREIGN, key=str)


def _local(term: Node) -> str:
    return str(term).removeprefix(AF)


each_term = pytest.mark.parametrize("term", TERMS, ids=_local)
each_concept = pytest.mark.parametrize("concept", CONCEPTS, ids=_local)


def texts(term: Node, *predicates: Node) -> list[Node]:
    return [text for predicate in predicates for text in vocabulary().objects(term, predicate)]


@each_term
def test_a_term_is_ours(term: Node) -> None:
    assert str(term).startswith(AF)


@each_term
def test_a_term_has_a_label_and_a_definition_in_english(term: Node) -> None:
    labels = texts(term, RDFS.label, SKOS.prefLabel)
    definitions = texts(term, RDFS.comment, SKOS.definition)
    assert labels
    assert definitions
    assert {text.language for text in (*labels, *definitions) if isinstance(text, Literal)} == {
        "en"
    }


@each_term
def test_a_definition_is_one_sentence(term: Node) -> None:
    definitions = [str(text) for text in texts(term, RDFS.comment, SKOS.definition)]
    assert [text for text in definitions if not text.endswith(".") or ". " in text] == []


@each_term
def test_a_term_is_defined_by_the_vocabulary_and_has_a_status(term: Node) -> None:
    assert texts(term, RDFS.isDefinedBy) == [ONTOLOGY]
    assert texts(term, URIRef(VS + "term_status")) == [Literal("testing")]


@each_term
def test_a_term_has_a_kind(term: Node) -> None:
    assert texts(term, RDF.type)


@each_concept
def test_a_word_has_one_label_one_notation_and_one_scheme(concept: Node) -> None:
    assert len(texts(concept, SKOS.prefLabel)) == 1
    assert len(texts(concept, SKOS.definition)) == 1
    assert texts(concept, SKOS.notation) == [Literal(str(concept).removeprefix(AF))]
    assert len(texts(concept, SKOS.inScheme)) == 1


def test_the_top_of_a_scheme_is_every_word_of_it_without_a_broader_one() -> None:
    parts = set(vocabulary().subjects(SKOS.broader))
    schemes = [pair for pair in vocabulary().subject_objects(SKOS.inScheme) if pair[0] in CONCEPTS]
    tops = vocabulary().subject_objects(SKOS.hasTopConcept)
    assert set(tops) == {(scheme, word) for word, scheme in schemes if word not in parts}


def test_no_blank_node_stands_in_the_vocabulary() -> None:
    nodes = vocabulary().all_nodes() | set(vocabulary().predicates())
    assert {type(node) for node in nodes} == {URIRef, Literal}


def test_every_term_that_is_used_exists() -> None:
    nodes = {node for triple in vocabulary() for node in triple}
    used = {str(node) for node in nodes if isinstance(node, URIRef)}
    datatypes = {str(n.datatype) for n in nodes if isinstance(n, Literal) and n.datatype}
    known = (
        {str(term) for term in {*TERMS, *FOREIGN}} | ADDRESSES | {str(ONTOLOGY), VS + "term_status"}
    )
    assert {term for term in (used | datatypes) - known if not _exists(term)} == set()


def _exists(term: str) -> bool:
    return any(term in namespace for namespace in CLOSED)


def test_a_term_that_does_not_exist_is_noticed() -> None:
    assert not _exists(str(SKOS.prefLabel) + "s")
    assert not _exists(f"{RDF}Class")


def test_a_class_that_is_used_is_a_class() -> None:
    classes = {
        c for p in (RDF.type, RDFS.domain, RDFS.range) for c in vocabulary().objects(None, p)
    }
    ours = {c for c in classes if str(c).startswith(AF)}
    assert ours <= set(vocabulary().subjects(RDF.type, RDFS.Class))


def test_the_header_names_title_license_and_version() -> None:
    assert texts(ONTOLOGY, RDF.type) == [OWL.Ontology]
    assert len(texts(ONTOLOGY, DCTERMS.title)) == 1
    assert len(texts(ONTOLOGY, DCTERMS.license)) == 1
    assert texts(ONTOLOGY, OWL.versionInfo) == [Literal(SPEC_VERSION)]
    assert texts(ONTOLOGY, OWL.versionIRI)
