"""What follows from the vocabulary contradicts nothing, and makes nothing into what it is not.

The vocabulary itself says of no two classes that they are disjoint, as its terms may be used beside
others. Here it is said of all that are meant so, and SKOS is added, so that a reasoner can object.
"""

from collections.abc import Iterable
from functools import cache
from itertools import combinations

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics  # type: ignore[import-untyped] # ships no types
from owlrl.Namespaces import ERRNS  # type: ignore[import-untyped] # as owlrl
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace
from rdflib.term import Node

from tests.consistency.documents import conforming
from tests.consistency.graphs import graph
from tests.consistency.naming import named
from tests.consistency.shipped import AF, Json, vocabulary
from tests.consistency.vocabulary_terms import of_kind

Triple = tuple[Node, Node, Node]

KINDS = (RDFS.Class, RDF.Property, SKOS.Concept, SKOS.ConceptScheme)
#: What SKOS says of its terms, as far as the vocabulary uses them (S9, S19 to S27, S38 to S46).
SKOS_AXIOMS: tuple[Triple, ...] = (
    (SKOS.broader, RDFS.domain, SKOS.Concept),
    (SKOS.broader, RDFS.range, SKOS.Concept),
    (SKOS.inScheme, RDFS.range, SKOS.ConceptScheme),
    (SKOS.topConceptOf, RDFS.subPropertyOf, SKOS.inScheme),
    (SKOS.topConceptOf, OWL.inverseOf, SKOS.hasTopConcept),
    (SKOS.broader, RDFS.subPropertyOf, SKOS.broaderTransitive),
    (SKOS.broader, OWL.inverseOf, SKOS.narrower),
    (SKOS.broaderTransitive, RDF.type, OWL.TransitiveProperty),
    (SKOS.broadMatch, RDFS.subPropertyOf, SKOS.broader),
    (SKOS.narrowMatch, RDFS.subPropertyOf, SKOS.narrower),
    (SKOS.broadMatch, OWL.inverseOf, SKOS.narrowMatch),
    (SKOS.relatedMatch, RDF.type, OWL.SymmetricProperty),
    (SKOS.relatedMatch, RDFS.subPropertyOf, SKOS.related),
    (SKOS.related, OWL.propertyDisjointWith, SKOS.broaderTransitive),
    (SKOS.exactMatch, RDF.type, OWL.SymmetricProperty),
    (SKOS.exactMatch, RDF.type, OWL.TransitiveProperty),
    (SKOS.exactMatch, OWL.propertyDisjointWith, SKOS.broadMatch),
    (SKOS.exactMatch, OWL.propertyDisjointWith, SKOS.relatedMatch),
)


def above(kind: Node) -> set[Node]:
    """Return a class and the classes above it."""
    return {one for one in vocabulary().transitive_objects(kind, RDFS.subClassOf) if one}


def disjoint() -> list[tuple[Node, Node]]:
    """Return the classes that nothing is both of: of documents and their parts, and of terms."""
    classes = [one for one in of_kind(RDFS.Class) if RDF.Property not in above(one)]
    pairs = combinations(classes, 2)
    apart = [(a, b) for a, b in pairs if a not in above(b) and b not in above(a)]
    return [*apart, *combinations(KINDS, 2)]


def closure(triples: Iterable[Triple]) -> Graph:
    """Return the OWL RL closure of triples and of what is disjoint."""
    whole = Graph()
    for triple in triples:
        whole.add(triple)
    for one, other in disjoint():
        whole.add((one, OWL.disjointWith, other))
    rules = DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False)
    rules.expand(whole)
    return whole


def errors(found: Graph) -> list[str]:
    return sorted(str(text) for text in found.objects(None, ERRNS.error))


def terms() -> list[Triple]:
    """Return the vocabulary without its texts, from which nothing follows, and what SKOS says."""
    said = [t for t in vocabulary() if not (isinstance(t[2], Literal) and t[2].datatype is None)]
    return [*said, *SKOS_AXIOMS]


def shape() -> list[Triple]:
    """Return what the vocabulary says of the documents: its classes and their members."""
    ours = [*of_kind(RDFS.Class), *of_kind(RDF.Property)]
    return [t for t in vocabulary() if t[0] in ours and not isinstance(t[2], Literal)]


@cache
def graphs() -> tuple[tuple[Json, Graph], ...]:
    return tuple((one, graph(named(one, one["id"]))) for one in conforming().values())


@cache
def what_follows() -> tuple[Graph, Graph]:
    """Return what follows from the vocabulary alone, and from all documents in one graph."""
    merged = (triple for _, found in graphs() for triple in found)
    return closure(terms()), closure([*shape(), *merged])


def kinds(node: Node) -> set[Node]:
    """Return the classes of ours that a node of a document turns out to be of."""
    found = what_follows()[1].objects(node, RDF.type)
    return {kind for kind in found if str(kind).startswith(AF)}


def test_nothing_contradicts_anything() -> None:
    assert [errors(found) for found in what_follows()] == [[], []]


def test_nothing_is_of_a_class_without_members() -> None:
    assert [set(found.subjects(RDF.type, OWL.Nothing)) for found in what_follows()] == [
        set(),
        set(),
    ]


def test_a_document_is_of_its_type_and_no_other() -> None:
    for document, found in graphs():
        (root,) = found.subjects(AF.specVersion)
        assert kinds(root) == {AF[document["type"]], AF.Document}


def test_what_a_document_names_is_of_one_kind() -> None:
    nodes = {node for _, found in graphs() for node in found.subjects()}
    assert len(nodes) > len(graphs())
    odd = {node: kinds(node) for node in nodes if not _is_one_kind(kinds(node))}
    assert odd == {}


def _is_one_kind(found: set[Node]) -> bool:
    """Tell whether one of the classes is below all the others."""
    return not found or found in [above(kind) for kind in found]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.fragment)
def test_a_term_is_of_the_kind_that_the_vocabulary_says_and_of_no_other(kind: Node) -> None:
    for found in what_follows():
        ours = {term for term in found.subjects(RDF.type, kind) if str(term).startswith(AF)}
        assert ours <= set(of_kind(kind))


def test_no_two_terms_are_the_same() -> None:
    same = what_follows()[0].subject_objects(OWL.sameAs)
    assert [(one, other) for one, other in same if one != other] == []


N = Namespace("urn:example:")
#: What contradicts the vocabulary, by the name of a node in it.
WRONG: dict[str, list[Triple]] = {
    "domain": [(N.domain, RDF.type, AF.Declaration), (N.domain, AF.consent, N.other)],
    "type": [(N.type, RDF.type, AF.Release), (N.type, RDF.type, AF.Request)],
    "range": [(N.other, AF.track, N.range), (N.another, AF.by, N.range)],
    "word": [(N.another, AF.permits, N.word), (N.word, RDF.type, AF.WorkIdentifier)],
    "scheme": [(N.another, SKOS.inScheme, N.scheme), (N.scheme, RDF.type, SKOS.Concept)],
    "related": [(N.related, SKOS.relatedMatch, N.x), (N.related, SKOS.broader, N.x)],
    "exact": [(N.exact, SKOS.exactMatch, N.y), (N.exact, SKOS.broadMatch, N.y)],
}


def test_every_contradiction_is_noticed() -> None:
    kinds_of_terms = [t for t in terms() if t[1] == RDF.type and str(t[0]).startswith(AF)]
    wrong = [triple for triples in WRONG.values() for triple in triples]
    noticed = " ".join(errors(closure([*shape(), *kinds_of_terms, *SKOS_AXIOMS, *wrong])))
    assert [name for name in WRONG if f"{N}{name}" not in noticed] == []
