"""The vocabulary has each term once, as one thing, and only terms that something uses.

That every term is described stands in `test_terms`, that members and words are the same everywhere
in `test_members` and `test_words`, and that the tables agree in `test_tables`.
"""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, URIRef
from rdflib.term import Node

from askfirst import resources
from tests.consistency.mappings import FILE, MATCHES
from tests.consistency.shipped import AF, context, tables, vocabulary
from tests.consistency.vocabulary_terms import local, of_kind, prefixes

KINDS = (RDFS.Class, RDF.Property, SKOS.Concept, SKOS.ConceptScheme)
TERMS = sorted((term for kind in KINDS for term in of_kind(kind)), key=str)
#: The files that speak of terms, in whatever language.
FILES = sorted(
    path
    for path in (resources.root() / "spec/1.0").iterdir()
    if path.suffix in {".jsonld", ".md", ".rq", ".ttl"}
)
#: What a name of ours looks like, prefixed or in full.
NAME = re.compile(rf"(?:(?<![\w-])af:|{re.escape(AF)})([A-Za-z](?:[\w-]*\w)?)")

each_file = pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)


def test_every_term_is_one_kind_of_thing() -> None:
    assert [term for term, times in Counter(TERMS).items() if times > 1] == []
    subjects = {one for one in vocabulary().subjects() if str(one).startswith(AF)}
    assert subjects - {URIRef(AF)} == set(TERMS)


@each_file
def test_every_name_that_a_file_uses_is_a_term(file: Path) -> None:
    names = set(NAME.findall(file.read_text(encoding="utf-8")))
    assert names - {local(term) for term in TERMS} == set()


def test_a_name_that_is_no_term_is_seen() -> None:
    assert NAME.findall(f"af:permitts, <{AF}x-y>. saf:no af: af:a-") == ["permitts", "x-y", "a"]


def test_every_word_of_the_tables_is_a_term() -> None:
    rows = chain.from_iterable(part for name, part in tables().items() if name in _LISTS)
    words = {row if isinstance(row, str) else row["id"] for row in rows}
    assert len(words) > len(_LISTS)
    assert words - {local(term) for term in TERMS} == set()


_LISTS = {
    *("uses", "rights", "materials", "statuses", "conditions", "methods", "capacities"),
    *("identifiers", "assurances"),
}


def test_no_part_of_the_tables_is_left_out() -> None:
    others = {"askfirst", "codes", "reasons"}
    assert {name for name in tables() if name not in others and _holds_words(name)} == _LISTS


def _holds_words(name: str) -> bool:
    (first, *_) = tables()[name]
    return isinstance(first, str) or "id" in first


def test_every_class_has_something_in_it() -> None:
    used = (RDF.type, RDFS.domain, RDFS.range, RDFS.subClassOf)
    named = {one for predicate in used for one in vocabulary().objects(None, predicate)}
    typed = {AF[str(one).removeprefix("af:")] for one in context().values()}
    assert set(of_kind(RDFS.Class)) - named - typed == set()


def test_every_property_that_describes_terms_describes_one() -> None:
    """The others are members of documents, as `test_members` says."""
    about = {
        p for one in (SKOS.Concept, RDF.Property) for p in vocabulary().subjects(RDFS.domain, one)
    }
    assert about
    assert about - set(vocabulary().predicates()) == set()


def test_every_word_can_be_written() -> None:
    """A word stands in the context, or a member holds it as a text."""
    texts = {AF["worldwide"], AF["until-withdrawn"]}
    written = {AF[name] for name in context()} | texts
    assert set(of_kind(SKOS.Concept)) - written == set()


@pytest.mark.parametrize("scheme", of_kind(SKOS.ConceptScheme), ids=local)
def test_no_two_words_of_a_scheme_have_one_label(scheme: Node) -> None:
    words = list(vocabulary().subjects(SKOS.inScheme, scheme))
    labels = {str(vocabulary().value(word, SKOS.prefLabel)).casefold() for word in words}
    assert words
    assert len(labels) == len(words)


def test_a_domain_or_range_is_said_once() -> None:
    """Two would mean both at the same time."""
    said = [(term, p) for p in (RDFS.domain, RDFS.range) for term in vocabulary().subjects(p)]
    assert [pair for pair, times in Counter(said).items() if times > 1] == []


def test_every_prefix_is_used() -> None:
    text = resources.read(FILE).decode()
    uses = Counter(re.findall(r"(?<![\w-])([\w-]+):[\w-]", text))
    assert [name for name in prefixes() if not uses[name] and name != "rdf"] == []


def test_only_uses_are_mapped() -> None:
    mapped = {term for match in MATCHES for term in vocabulary().subjects(match)}
    assert mapped <= set(vocabulary().subjects(SKOS.inScheme, AF.Uses))
