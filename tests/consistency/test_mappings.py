"""The vocabulary maps our uses to the terms of other signals as the signals themselves do."""

from itertools import chain

import pytest
from rdflib import DCTERMS, RDF, SKOS, URIRef
from rdflib.term import Node

from askfirst import resources
from askfirst.signals import Term
from askfirst.vocabulary import Use
from tests.consistency.digests import FOLDERS, status
from tests.consistency.mappings import (
    FILE,
    MATCHES,
    block,
    is_foreign,
    mapped,
    match,
    named,
    newest,
    replaced,
)
from tests.consistency.shipped import AF, vocabulary

TEXT = resources.read(FILE).decode()


def concepts() -> list[Node]:
    found = vocabulary().subjects(RDF.type, SKOS.Concept)
    return [concept for concept in found if is_foreign(concept)]


def pairs(*predicates: Node) -> set[tuple[Node, Node]]:
    return set(chain.from_iterable(vocabulary().subject_objects(one) for one in predicates))


def test_the_last_part_of_the_vocabulary_is_as_it_would_be_written() -> None:
    assert replaced(TEXT, block(named(TEXT))) == TEXT, "run python -m tests.consistency.mappings"


def test_a_draft_maps_to_the_editions_that_are_written_today() -> None:
    if status(FOLDERS[0]) == "draft":
        editions = [(one.name, one.version) for one in newest()]
        assert [(one.name, one.version) for one in named(TEXT)] == editions


def test_what_stands_before_it_stays() -> None:
    assert replaced("a\n", block([])).startswith("a\n\n#")
    assert replaced(replaced("a\n", block(newest())), block([])) == replaced("a\n", block([]))


@pytest.mark.parametrize(
    ("use", "term", "expected"),
    [
        (Use.TRAINING, Term.of("x", Use.TRAINING), SKOS.exactMatch),
        (Use.TAGGING_TRAINING, Term.of("x", Use.TRAINING), SKOS.broadMatch),
        (Use.TRAINING, Term.of("x", Use.TRAINING, in_part=[Use.INPUT]), SKOS.broadMatch),
        (Use.ANY_AI_USE, Term.of("x", Use.TRAINING), SKOS.narrowMatch),
        (Use.TRAINING, Term.of("x", in_part=[Use.TRAINING]), SKOS.narrowMatch),
        (Use.TRAINING, Term.of("x", Use.TAGGING_TRAINING, Use.INPUT), SKOS.relatedMatch),
        (Use.INPUT, Term.of("x", Use.TRAINING, in_part=[Use.ANALYTIC_INPUT]), SKOS.relatedMatch),
        (Use.ANALYTIC_INPUT, Term.of("x", in_part=[Use.INPUT]), SKOS.relatedMatch),
        (Use.INPUT, Term.of("x", Use.TRAINING), None),
    ],
)
def test_a_match_is_what_the_leaves_say(use: Use, term: Term, expected: URIRef | None) -> None:
    assert match(use, term) == expected


def test_every_term_has_one_notation_and_one_scheme_that_says_where_it_was_read() -> None:
    for concept in concepts():
        (notation,) = vocabulary().objects(concept, SKOS.notation)
        (scheme,) = vocabulary().objects(concept, SKOS.inScheme)
        assert str(concept).endswith(f"#{notation}") or str(concept).endswith(f"/{notation}")
        assert is_foreign(scheme)
        assert len(list(vocabulary().objects(scheme, SKOS.prefLabel))) == 1
        assert len(list(vocabulary().objects(scheme, DCTERMS.source))) == 1


def test_the_graph_has_the_matches_and_no_others() -> None:
    found = mapped(named(TEXT))
    triples = {(AF[use], kind, term) for use, kind, term in found}
    assert {t for kind in MATCHES for t in vocabulary().triples((None, kind, None))} == triples
    assert {term for _, _, term in triples} == set(concepts())


def test_no_pair_matches_in_two_ways() -> None:
    assert len(pairs(*MATCHES)) == sum(len(pairs(one)) for one in MATCHES)


def test_nothing_is_both_related_to_and_broader_than_another() -> None:
    """SKOS S27: what is related is never broader, on whatever way (S24, S41)."""
    broader = pairs(SKOS.broader, SKOS.broadMatch) | {
        (narrow, wide) for wide, narrow in pairs(SKOS.narrower, SKOS.narrowMatch)
    }
    above: dict[Node, set[Node]] = {}
    for narrow, wide in broader:
        above.setdefault(narrow, set()).add(wide)
    for one, other in pairs(SKOS.relatedMatch):
        assert other not in _all_above(one, above)
        assert one not in _all_above(other, above)


def _all_above(start: Node, above: dict[Node, set[Node]]) -> set[Node]:
    found: set[Node] = set()
    waiting = [start]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
